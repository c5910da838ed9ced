import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { actsQuery, useUndoAct, type Site, type SiteAct } from "./queries.ts";

function sayAct(act: SiteAct): string {
  return t(`siteHistory.${act.kind}`, {
    site: act.site.name,
    // A site that moved has often kept its name: only the id tells the two apart.
    other:
      act.other === null
        ? ""
        : act.kind === "relocate"
          ? `${act.other.name}, ${act.other.publicId}`
          : act.other.name,
    n: act.records,
  });
}

function Act({
  act,
  onUndo,
}: {
  readonly act: SiteAct;
  readonly onUndo: (() => void) | null;
}): ReactNode {
  const how = [
    act.by === null
      ? t("siteHistory.byServer", { on: formatDate(act.on) })
      : t("siteHistory.by", { on: formatDate(act.on), by: act.by }),
    ...(act.fromPair ? [t("siteHistory.fromPair")] : []),
    ...(act.inBulk ? [t("siteHistory.inBulk")] : []),
  ].join(" · ");
  return (
    <li className="spread">
      <div>
        {act.undone === null ? sayAct(act) : <s>{sayAct(act)}</s>}
        <span className="sub">
          {how}
          {act.reason !== null && ` · “${act.reason}”`}
        </span>
        {act.undone !== null && (
          <span className="sub">
            {act.undone.by === null
              ? t("siteHistory.undoneServer", { date: formatDate(act.undone.on) })
              : t("siteHistory.undone", {
                  date: formatDate(act.undone.on),
                  by: act.undone.by,
                })}
          </span>
        )}
      </div>
      {onUndo !== null && act.undone === null && (
        <Button
          className="no-print"
          size="small"
          variant="secondary"
          aria-label={t("siteHistory.undoThat", { what: sayAct(act) })}
          onClick={onUndo}
        >
          {t("siteHistory.undo")}
        </Button>
      )}
    </li>
  );
}

/** Everything that was done with a site, newest first; each act can be undone. */
export function SiteHistory({ site }: { readonly site: Site }): ReactNode {
  const acts = useQuery(actsQuery(site.id));
  const [asked, setAsked] = useState<SiteAct | null>(null);
  const [done, setDone] = useState(false);
  const undo = useUndoAct();
  return (
    <section className="card stack" aria-labelledby="site-history">
      <h2 className="section-title" id="site-history">
        {t("siteHistory.title")}
      </h2>
      <p role="status" className={done ? undefined : "aksel-sr-only"}>
        {done && t("siteHistory.undoneNow")}
      </p>
      <Loaded query={acts} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t("siteHistory.none")}</p>
          ) : (
            <ul className="perhaps-list">
              {items.map((act) => (
                <Act
                  key={act.id}
                  act={act}
                  onUndo={
                    site.can.arrange
                      ? () => {
                          undo.reset();
                          setDone(false);
                          setAsked(act);
                        }
                      : null
                  }
                />
              ))}
            </ul>
          )
        }
      </Loaded>
      {asked !== null && (
        <ConfirmDialog
          title={t("siteHistory.undoTitle")}
          what={sayAct(asked)}
          doIt={t("siteHistory.undoDo")}
          busy={undo.isPending}
          error={undo.error}
          onConfirm={() =>
            undo.mutate(asked.id, {
              onSuccess: () => {
                setAsked(null);
                setDone(true);
              },
            })
          }
          onClose={() => setAsked(null)}
        >
          <p>{t("siteHistory.undoWhat")}</p>
        </ConfirmDialog>
      )}
    </section>
  );
}
