import type { HarmonisationMatrix } from "@throughline/contract";
import type { StrictnessRelation } from "@throughline/domain";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

/** Arrows and words, so that it is read without colour. */
const signs: Record<StrictnessRelation, string> = {
  equal: "=",
  stricter: "▲",
  weaker: "▼",
  incomparable: "◆",
  missing: "–",
};

/** How a value stands to ours: a sign with its word. */
export function RelationMark({ relation }: { readonly relation: StrictnessRelation }): ReactNode {
  return (
    <span className="relation">
      <span aria-hidden="true">{signs[relation]}</span> {t(`relation.${relation}`)}
    </span>
  );
}

/** Parameters down, variants across with who asks them; each cell says how it stands to what we ask. */
export function MatrixTable({ matrix }: { readonly matrix: HarmonisationMatrix }): ReactNode {
  if (matrix.variants.length === 0) return <p className="quiet">{t("matrix.none")}</p>;
  return (
    <div className="table-frame" tabIndex={0} role="region" aria-label={t("matrix.title")}>
      <table className="data-table">
        <caption className="aksel-sr-only">{t("matrix.title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("matrix.parameter")}</th>
            {matrix.variants.map((variant) => (
              <th key={variant.label} scope="col">
                {variant.label}
                <span className="sub">
                  {variant.buyers
                    .map(({ buyer, own }) => (own ? t("harmonisation.us", { name: buyer }) : buyer))
                    .join(", ")}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.parameters.map((parameter, row) => (
            <tr key={parameter.key}>
              <th scope="row" style={{ whiteSpace: "normal" }}>
                {parameter.label}
              </th>
              {matrix.variants.map((variant, column) => {
                const cell = matrix.cells[row]?.[column];
                return (
                  <td key={variant.label}>
                    {cell === undefined || cell.value === null ? (
                      <span className="quiet">{t("matrix.asksNothing")}</span>
                    ) : (
                      cell.says
                    )}
                    {cell?.toOurs != null && (
                      <span className="sub">
                        <RelationMark relation={cell.toOurs} />
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
