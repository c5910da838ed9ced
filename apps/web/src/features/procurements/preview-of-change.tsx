import type { ChangePreview } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

function sayOpen({ blocking, serious, advice }: ChangePreview["before"]): string {
  return t("align.openCounts", { blocking, serious, advice });
}

/** What an act would change, what it leaves and why, and how many mismatches are open before and after. */
export function PreviewOfChange({ preview }: { readonly preview: ChangePreview }): ReactNode {
  return (
    <div className="stack-small" role="status">
      {preview.changes.length === 0 ? (
        <p>{t("fix.nothing")}</p>
      ) : (
        <>
          <h2 className="item-title">{t("fix.changes", { n: preview.changes.length })}</h2>
          <ul>
            {preview.changes.map((change, at) => (
              <li key={`${change.findingKey ?? ""} ${at}`}>{change.sentence.text}</li>
            ))}
          </ul>
        </>
      )}
      {preview.left.length > 0 && (
        <>
          <h2 className="item-title">{t("fix.left", { n: preview.left.length })}</h2>
          <ul>
            {preview.left.map((left) => (
              <li key={`${left.findingKey ?? ""} ${left.sentence.text}`}>{left.sentence.text}</li>
            ))}
          </ul>
        </>
      )}
      <p className="small quiet">{t("fix.before", { open: sayOpen(preview.before) })}</p>
      <p className="small quiet">{t("fix.after", { open: sayOpen(preview.after) })}</p>
    </div>
  );
}
