import type { HarmonisationMatrix } from "@throughline/contract";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

/** The order of the variants: those that ask most on top; what stands beside cannot be compared or is not connected. */
export function OrderLayers({ matrix }: { readonly matrix: HarmonisationMatrix }): ReactNode {
  const layers = Map.groupBy(
    matrix.variants.map((variant, at) => ({ variant, at })),
    ({ variant }) => variant.layer,
  );
  if (matrix.variants.length < 2) return null;
  return (
    <section className="stack" aria-labelledby="matrix-order">
      <div>
        <h2 className="section-title" id="matrix-order">
          {t("matrix.order")}
        </h2>
        <p className="quiet measure">{t("matrix.orderWhat")}</p>
      </div>
      <ol className="order-layers">
        {[...layers]
          .toSorted(([a], [b]) => b - a)
          .map(([layer, here]) => (
            <li key={layer}>
              <ul className="plain-cards order-layer">
                {here.map(({ variant, at }) => {
                  const below = matrix.covers
                    .filter(({ stricter }) => stricter === at)
                    .flatMap(({ weaker }) => matrix.variants[weaker]?.label ?? []);
                  return (
                    <li key={variant.label} className="card">
                      <strong>{variant.label}</strong>
                      <span className="sub">
                        {variant.buyers.map(({ buyer }) => buyer).join(", ")}
                      </span>
                      <p>{variant.says.text}</p>
                      {below.length > 0 && (
                        <p className="quiet">
                          {t("matrix.asksMoreThan", { variants: below.join(", ") })}
                        </p>
                      )}
                    </li>
                  );
                })}
              </ul>
            </li>
          ))}
      </ol>
    </section>
  );
}
