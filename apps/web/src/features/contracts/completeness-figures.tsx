import type { Completeness, Line, LineSite } from "@throughline/domain";
import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { en } from "../../texts/en.ts";
import { formatMoney, formatNumber, formatRatio, formatShare } from "../../texts/format.ts";
import { t, type TextKey } from "../../texts/t.ts";
import { productName } from "../../components/product-name.ts";

const texts: Readonly<Record<string, string>> = en;

function Figure({
  label,
  value,
  children,
}: {
  readonly label: TextKey;
  readonly value: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <li>
      <details>
        <summary>
          <span className="value">{value}</span>
          <span className="label small quiet">{t(label)}</span>
        </summary>
        {children}
      </details>
    </li>
  );
}

function Products({ products }: { readonly products: Line["products"] }): ReactNode {
  if (products.length === 0) return <p className="small">{t("traced.noProducts")}</p>;
  return (
    <ul>
      {products.slice(0, 200).map((product) => (
        <li key={product.productId}>
          {productName(product)}: {product.sentence.text}
        </li>
      ))}
    </ul>
  );
}

function Sites({
  sites,
  say,
}: {
  readonly sites: readonly LineSite[];
  readonly say: (site: LineSite) => string;
}): ReactNode {
  if (sites.length === 0) return <p className="small">{t("traced.noSites")}</p>;
  return (
    <ul>
      {sites.slice(0, 200).map((site) => (
        <li key={site.siteId}>
          <AppLink href={`/sites/${site.siteId}`}>{site.name}</AppLink>: {say(site)}
        </li>
      ))}
    </ul>
  );
}

function countsOf(
  counts: Readonly<Record<string, number>>,
  words: "precision" | "verification",
): string {
  const parts = Object.entries(counts).filter(([, count]) => count > 0);
  if (parts.length === 0) return t("figure.noData");
  return parts
    .map(([key, count]) =>
      t("figures.counts", { what: texts[`${words}.${key}`] ?? key, n: formatNumber(count) }),
    )
    .join(" · ");
}

function spend({ spendTraced }: Completeness, currency: string | null): string {
  if (spendTraced.value === null) return t("figure.noData");
  if (currency === null) return formatShare(spendTraced.value);
  const money = (minorUnits: number): string => formatMoney({ minorUnits, currency });
  return t("figure.ratio", {
    a: money(spendTraced.numerator),
    b: money(spendTraced.denominator),
    share: formatShare(spendTraced.value),
  });
}

/** How complete, precise, fresh and verified it is; every figure opens to the facts behind it. */
export function CompletenessFigures({
  line,
  currency,
}: {
  readonly line: Line;
  readonly currency: string | null;
}): ReactNode {
  const { completeness, products, sites } = line;
  const uncoveredTiers = completeness.tiersCovered.asked.filter(
    (tier) => !completeness.tiersCovered.covered.includes(tier),
  );
  const uncoveredComponents = completeness.componentsNamed.asked.filter(
    (component) => !completeness.componentsNamed.covered.includes(component),
  );
  const shown = line.stations.find((station) => station.name === "shown");
  return (
    <section className="stack" aria-labelledby="figures">
      <h2 className="section-title" id="figures">
        {t("figures.title")}
      </h2>
      <ul className="figures">
        <Figure label="figures.productsTraced" value={formatRatio(completeness.productsTraced)}>
          <Products products={products} />
        </Figure>
        <Figure
          label="figures.productsWithAnySite"
          value={formatRatio(completeness.productsWithAnySite)}
        >
          <Products products={products} />
        </Figure>
        <Figure label="figures.spendTraced" value={spend(completeness, currency)}>
          {completeness.productsWithoutSpend > 0 && (
            <p className="small">
              {t("figures.spendLeft", { n: completeness.productsWithoutSpend })}
            </p>
          )}
          <ul>
            {products
              .filter((product) => product.value !== null)
              .slice(0, 200)
              .map((product) => (
                <li key={product.productId}>
                  {productName(product)}: {product.value === null ? "" : formatMoney(product.value)}
                  , {t(`trace.${product.status}`)}
                </li>
              ))}
          </ul>
        </Figure>
        <Figure label="figures.tiers" value={formatRatio(completeness.tiersCovered.ratio)}>
          {completeness.tiersCovered.asked.length === 0 ? (
            <p className="small">{t("figures.notAsked")}</p>
          ) : (
            <ul>
              {completeness.tiersCovered.covered.length > 0 && (
                <li>
                  {t("figures.covered", {
                    what: completeness.tiersCovered.covered
                      .map((tier) => t(`tier.${tier}`))
                      .join(", "),
                  })}
                </li>
              )}
              {uncoveredTiers.length > 0 && (
                <li>
                  {t("figures.uncovered", {
                    what: uncoveredTiers.map((tier) => t(`tier.${tier}`)).join(", "),
                  })}
                </li>
              )}
            </ul>
          )}
        </Figure>
        <Figure label="figures.components" value={formatRatio(completeness.componentsNamed.ratio)}>
          {completeness.componentsNamed.asked.length === 0 ? (
            <p className="small">{t("figures.notAsked")}</p>
          ) : (
            <ul>
              {completeness.componentsNamed.covered.length > 0 && (
                <li>
                  {t("figures.covered", { what: completeness.componentsNamed.covered.join(", ") })}
                </li>
              )}
              {uncoveredComponents.length > 0 && (
                <li>{t("figures.uncovered", { what: uncoveredComponents.join(", ") })}</li>
              )}
            </ul>
          )}
        </Figure>
        <Figure label="figures.nameAndAddress" value={formatRatio(completeness.nameAndAddress)}>
          <Sites sites={sites} say={(site) => site.address ?? t("precision.none")} />
        </Figure>
        <Figure
          label="figures.precision"
          value={countsOf(completeness.addressPrecision, "precision")}
        >
          <Sites
            sites={sites}
            say={(site) => texts[`precision.${site.precision}`] ?? site.precision}
          />
        </Figure>
        <Figure
          label="figures.verification"
          value={countsOf(completeness.verification, "verification")}
        >
          <Sites sites={sites} say={(site) => site.standing.text} />
        </Figure>
        <Figure
          label="figures.age"
          value={
            completeness.ageDays === null
              ? t("figure.noData")
              : t("figures.ageDays", { n: completeness.ageDays })
          }
        >
          <ul>
            {shown?.facts
              .filter((fact) => fact.refs.some((ref) => ref.kind === "disclosure"))
              .map((fact) => (
                <li key={fact.id}>{fact.sentence.text}</li>
              ))}
          </ul>
        </Figure>
        <Figure label="figures.screened" value={formatRatio(completeness.screened)}>
          <Sites sites={sites} say={(site) => t(`screening.${site.screening}`)} />
        </Figure>
      </ul>
    </section>
  );
}
