import { Button } from "@navikt/ds-react";
import type { IntakeRow } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { SeverityTag } from "./findings-list.tsx";

function Cell({ text }: { readonly text: string }): ReactNode {
  return text === "" ? (
    <span className="quiet">{t("review.empty")}</span>
  ) : (
    // A line break within a cell is what was corrected: it has to be seen.
    <span className="wrap-anywhere">{text.replaceAll(/\r?\n/gu, " ⏎ ")}</span>
  );
}

/** What was found in one row: what it means, what was corrected by itself, and how to take that back. */
export function RowFindings({
  row,
  busy,
  onUndo,
}: {
  readonly row: IntakeRow;
  readonly busy: boolean;
  /** Undoes the correction of a check, or makes it again; `null` where nothing may be decided. */
  readonly onUndo: ((check: string, undone: boolean) => void) | null;
}): ReactNode {
  const undone = row.decision?.undo ?? [];
  if (row.findings.length === 0) return null;
  return (
    <ul className="row-findings">
      {row.findings.map((finding, index) => (
        // One check may speak twice about a row, about two of its cells.
        <li key={`${finding.check} ${finding.field ?? ""} ${index}`}>
          {/* What only informs speaks for itself; the tag is kept for what asks for something. */}
          {finding.severity !== "note" && <SeverityTag severity={finding.severity} />}{" "}
          {finding.message}
          {finding.correction !== null && (
            <span className="correction">
              <del>
                <span className="aksel-sr-only">{t("review.before")} </span>
                <Cell text={finding.correction.before} />
              </del>{" "}
              <span aria-hidden="true">→</span>{" "}
              <ins>
                <span className="aksel-sr-only">{t("review.after")} </span>
                <Cell text={finding.correction.after} />
              </ins>
            </span>
          )}
          {finding.correction === null && !undone.includes(finding.check) && (
            <span className="small quiet"> {finding.whatToDo}</span>
          )}
          {undone.includes(finding.check) && (
            <span className="small quiet"> {t("review.undone")}</span>
          )}
          {onUndo !== null && (finding.correction !== null || undone.includes(finding.check)) && (
            <Button
              size="xsmall"
              variant="tertiary"
              disabled={busy}
              onClick={() => onUndo(finding.check, !undone.includes(finding.check))}
            >
              {t(undone.includes(finding.check) ? "review.redo" : "review.undo")}
              <span className="aksel-sr-only">
                {" "}
                {t("review.row", { n: row.row })}: {finding.message}
              </span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
