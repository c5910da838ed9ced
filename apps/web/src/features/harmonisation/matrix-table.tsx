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
      <span aria-hidden="true">{signs[relation]}</span> {t(`toOurs.${relation}`)}
    </span>
  );
}

/** Parameters down, variants across with who asks them; each cell says how it stands to what we ask. */
export function MatrixTable({ matrix }: { readonly matrix: HarmonisationMatrix }): ReactNode {
  if (matrix.variants.length === 0) return <p className="quiet">{t("matrix.none")}</p>;
  const rows = matrix.parameters.map((parameter, row) => ({
    parameter,
    cells: matrix.cells[row] ?? [],
  }));
  // What no buyer asks needs no row of its own.
  const asked = rows.filter(({ cells }) => cells.some(({ value }) => value !== null));
  const unasked = rows.filter((row) => !asked.includes(row));
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- because what scrolls must be reachable by keyboard */}
      <div className="table-frame" tabIndex={0} role="group" aria-label={t("matrix.title")}>
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
                      .map(({ buyer, own }) =>
                        own ? t("harmonisation.us", { name: buyer }) : buyer,
                      )
                      .join(", ")}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {asked.map(({ parameter, cells }) => (
              <tr key={parameter.key}>
                <th scope="row" style={{ whiteSpace: "normal" }}>
                  {parameter.label}
                </th>
                {matrix.variants.map((variant, column) => {
                  const cell = cells[column];
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
      {unasked.length > 0 && (
        <p className="quiet">
          {t("matrix.unasked", {
            what: unasked.map(({ parameter }) => parameter.label).join("; "),
          })}
        </p>
      )}
    </>
  );
}
