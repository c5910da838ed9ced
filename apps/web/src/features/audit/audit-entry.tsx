import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { listChanges, type Change } from "./list-changes.ts";
import type { Entry } from "./queries.ts";
import { erased, sayAction, sayActor, sayKind, sayPath, sayValue } from "./say-entry.ts";

/** Where what it is about has a page of its own. */
function placeOf({ kind, id }: Entry["subject"]): string | null {
  if (kind === "contract") return `/contracts/${id}`;
  if (kind === "site") return `/sites/${id}`;
  return null;
}

function Value({ value }: { readonly value: unknown }): ReactNode {
  if (value === erased) return <em className="quiet">{t("audit.erased")}</em>;
  if (value === undefined || value === null)
    return <span className="quiet">{t("audit.nothing")}</span>;
  return sayValue(value);
}

function ChangeTable({ changes }: { readonly changes: readonly Change[] }): ReactNode {
  return (
    <table className="change-table">
      <caption className="aksel-sr-only">{t("audit.changes")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("audit.field")}</th>
          <th scope="col">{t("audit.was")}</th>
          <th scope="col">{t("audit.became")}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <tr key={change.path}>
            <th scope="row">{sayPath(change.path)}</th>
            <td>
              <Value value={change.before} />
            </td>
            <td>
              <Value value={change.after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One entry: what was done, by whom, when; opens to what it was before and what it became. */
export function AuditEntry({ entry }: { readonly entry: Entry }): ReactNode {
  const changes = listChanges(entry.before, entry.after);
  const place = placeOf(entry.subject);
  return (
    <li>
      <div className="entry-head">
        <p>
          <strong>{sayAction(entry.action)}</strong> {t("audit.by", { who: sayActor(entry.actor) })}
        </p>
        <p className="quiet small end">
          <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
        </p>
        <p className="quiet small wrap-anywhere">
          {sayKind(entry.subject.kind)}{" "}
          {place === null ? (
            <code>{entry.subject.id}</code>
          ) : (
            <AppLink href={place}>{entry.subject.id}</AppLink>
          )}
        </p>
        <p className="quiet small end">
          {entry.sequence === null ? t("audit.unsealed") : t("audit.sealed", { n: entry.sequence })}
        </p>
      </div>
      <details className="plain">
        <summary className="small">
          {t("audit.changes")}{" "}
          <span className="quiet">({t("audit.changesN", { n: changes.length })})</span>
        </summary>
        {changes.length === 0 ? (
          <p className="quiet small">{t("audit.noValues")}</p>
        ) : (
          <ChangeTable changes={changes} />
        )}
        <p className="quiet small wrap-anywhere">{t("audit.requestId", { id: entry.requestId })}</p>
      </details>
    </li>
  );
}
