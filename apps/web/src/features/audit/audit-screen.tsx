import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { tableContent, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { PageSteps } from "../../components/page-steps.tsx";
import { fileName, makeCsv, saveText } from "../../components/save-csv.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { AuditEntry } from "./audit-entry.tsx";
import { AuditFilters, AuditState, noFilters, type AuditFilterChange } from "./audit-filters.tsx";
import { auditQuery, type AuditListInput, type Entry } from "./queries.ts";
import { erased, sayAction, sayActor, sayKind } from "./say-entry.ts";
import { VerifyChain } from "./verify-chain.tsx";

const asJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

const exportColumns: readonly DataColumn<Entry>[] = [
  { id: "at", header: t("audit.col.at"), value: (entry) => entry.at },
  { id: "actor", header: t("audit.col.actor"), value: (entry) => sayActor(entry.actor) },
  { id: "action", header: t("audit.col.action"), value: (entry) => sayAction(entry.action) },
  { id: "kind", header: t("audit.col.subject"), value: (entry) => sayKind(entry.subject.kind) },
  { id: "id", header: t("audit.col.subjectId"), value: (entry) => entry.subject.id },
  { id: "before", header: t("audit.col.before"), value: (entry) => asJson(entry.before) },
  { id: "after", header: t("audit.col.after"), value: (entry) => asJson(entry.after) },
  { id: "sequence", header: t("audit.col.sequence"), value: (entry) => entry.sequence },
  { id: "request", header: t("audit.col.request"), value: (entry) => entry.requestId },
];

function saveCsv(entries: readonly Entry[]): void {
  const content = tableContent(exportColumns, entries);
  saveText(
    fileName("audit", todayHere(), "audit.csv"),
    "text/csv",
    makeCsv(content.header, content.rows),
  );
}

function holdsErased(value: unknown): boolean {
  return (JSON.stringify(value) ?? "").includes(`"${erased}"`);
}

/** Who did what, when, and what it was before; the address reproduces what is shown. */
export function AuditScreen(): ReactNode {
  const [state, setState] = useUrlState(AuditState);
  const input: AuditListInput = {
    limit: 50,
    ...(state.kind === undefined ? {} : { subjectKind: state.kind }),
    ...(state.subject === undefined ? {} : { subjectId: state.subject }),
    ...(state.action === undefined ? {} : { action: state.action }),
    ...(state.from === undefined ? {} : { from: state.from }),
    ...(state.to === undefined ? {} : { to: state.to }),
    ...(state.after === undefined ? {} : { after: state.after }),
  };
  const list = useQuery(auditQuery(input));
  const filtered = Object.values(state).some((value) => value !== undefined);
  const change = (part: AuditFilterChange): void =>
    setState({ ...part, after: undefined }, { push: true });
  return (
    <>
      <PageHeading title={t("audit.title")} lead={<p className="quiet">{t("audit.what")}</p>} />
      <div className="stack">
        <VerifyChain />
        <AuditFilters state={state} onChange={change} />
        {state.subject !== undefined && (
          <p className="quiet">{t("audit.one", { kind: sayKind(state.kind ?? "record") })}</p>
        )}
        <Loaded query={list} lines={8}>
          {({ items, next }) =>
            items.length === 0 ? (
              <EmptyState
                title={t(filtered ? "audit.none" : "audit.empty")}
                what={t(filtered ? "audit.noneWhat" : "audit.emptyWhat")}
              >
                {filtered && (
                  <Button size="small" variant="secondary" onClick={() => change(noFilters)}>
                    {t("audit.clear")}
                  </Button>
                )}
              </EmptyState>
            ) : (
              <>
                <div className="spread">
                  <p className="quiet" role="status">
                    {t("audit.shown", { n: items.length })}
                  </p>
                  <Button
                    className="no-print"
                    size="small"
                    variant="tertiary"
                    onClick={() => saveCsv(items)}
                  >
                    {t("list.exportCsv")}
                  </Button>
                </div>
                {items.some((entry) => holdsErased([entry.before, entry.after])) && (
                  <p className="small quiet">{t("audit.erasedWhat")}</p>
                )}
                <div className="card">
                  <ul className="entry-list">
                    {items.map((entry) => (
                      <AuditEntry key={entry.id} entry={entry} />
                    ))}
                  </ul>
                </div>
                <PageSteps
                  after={state.after}
                  next={next}
                  onGo={(after) => setState({ after }, { push: true })}
                />
              </>
            )
          }
        </Loaded>
      </div>
    </>
  );
}
