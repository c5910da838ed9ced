import { Button } from "@navikt/ds-react";
import {
  tiers,
  type RecordAnswer,
  type RecordSite,
  type ReleaseSnapshot,
} from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { formatCountry, formatDate, formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { productName } from "../product-name.ts";
import { ToneTag } from "../tags.tsx";
import { usePrinting } from "../use-printing.ts";
import { readContent, type ReadProduct, type SiteGroup } from "./say-snapshot.ts";

const shownAtFirst = 20;
const sitesAtFirst = 12;

/** What is attested of a site whose identity is kept. */
function sayMasked({ masked, country }: RecordSite): string {
  if (masked === null) return "";
  return [
    formatCountry(country),
    t("snapshot.keptBy", { who: masked.keptBy }),
    t(masked.legalName ? "snapshot.legalName" : "snapshot.noLegalName"),
    t(masked.fullAddress ? "snapshot.fullAddress" : "snapshot.noFullAddress"),
  ].join(" · ");
}

function SiteLine({
  site,
  period,
}: {
  readonly site: RecordSite;
  readonly period: string | null;
}): ReactNode {
  return (
    <li>
      <span className="wrap-anywhere">{site.name}</span>{" "}
      {site.masked !== null && <ToneTag tone="care">{t("snapshot.masked")}</ToneTag>}
      <span className="sub wrap-anywhere">
        {[
          site.masked === null
            ? [site.address ?? t("ownSite.noAddress"), formatCountry(site.country)].join(", ")
            : sayMasked(site),
          period,
          site.workers === null ? null : t("snapshot.workers", { n: formatNumber(site.workers) }),
          site.osId === null ? null : `OS ID ${site.osId}`,
          site.confirmedOn === null
            ? t("snapshot.neverConfirmed")
            : t("snapshot.confirmed", { date: formatDate(site.confirmedOn) }),
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </span>
    </li>
  );
}

/** A long list begins with its first sites; paper has no button, so there it is whole. */
function SiteLines({ lines }: { readonly lines: readonly ReactNode[] }): ReactNode {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const whole = all || printing || lines.length <= sitesAtFirst + 2;
  return (
    <>
      <ul className="plain-list site-lines">{whole ? lines : lines.slice(0, sitesAtFirst)}</ul>
      {!whole && (
        <div className="no-print">
          <Button size="xsmall" variant="tertiary" onClick={() => setAll(true)}>
            {t("snapshot.showAllSites", { n: lines.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function Group({ group }: { readonly group: SiteGroup }): ReactNode {
  const layer =
    group.component === null
      ? t(`tier.${group.tier}`)
      : `${t(`tier.${group.tier}`)}: ${group.component}`;
  return (
    <div>
      <p className="small">
        <strong>{layer}</strong>
        {group.oneOf && group.sites.length > 1 && (
          <span className="care-text"> {t("snapshot.oneOf", { n: group.sites.length })}</span>
        )}
        {group.oneOf && group.sites.length === 1 && (
          <span className="care-text"> {t("snapshot.perhaps")}</span>
        )}
      </p>
      <SiteLines
        lines={group.sites.map(({ site, link }) => (
          <SiteLine
            key={site.key}
            site={site}
            period={
              link.from === null && link.to === null
                ? null
                : t("grid.periodSays", {
                    from: link.from === null ? "…" : formatDate(link.from),
                    to: link.to === null ? "…" : formatDate(link.to),
                  })
            }
          />
        ))}
      />
    </div>
  );
}

function Answer({ answer }: { readonly answer: RecordAnswer }): ReactNode {
  return (
    <div>
      <p>
        {/* “Cannot be said, because …” goes on with the reason. */}
        <strong>{t(`ownAnswer.${answer.answer}`)}</strong>
        {answer.answer === "cannot_because" ? " " : ": "}
        {answer.reason}{" "}
        {answer.selfReported && <ToneTag tone="quiet">{t("ownAnswer.selfReported")}</ToneTag>}
      </p>
      <p className="small quiet">
        {[
          answer.saidBy === null ? null : t("ownAnswer.saidByThem", { who: answer.saidBy }),
          formatDate(answer.answeredOn),
          answer.document,
        ]
          .filter((part) => part !== null)
          .join(" · ")}
      </p>
    </div>
  );
}

function Product({
  read: { product, groups, answers },
}: {
  readonly read: ReadProduct;
}): ReactNode {
  return (
    <li className="card stack-small">
      <div>
        <h3>{productName({ ...product, partNumber: null })}</h3>
        {product.partNumbers.length > 0 && (
          <p className="small quiet wrap-anywhere">
            {t("snapshot.parts", { parts: product.partNumbers.join(", ") })}
          </p>
        )}
      </div>
      {groups.map((group) => (
        <Group
          key={`${group.tier} ${group.component ?? ""} ${String(group.oneOf)}`}
          group={group}
        />
      ))}
      {answers.map((answer) => (
        <Answer key={answer.key} answer={answer} />
      ))}
      {groups.length + answers.length === 0 && <p className="care-text">{t("snapshot.nothing")}</p>}
    </li>
  );
}

/** A release as its recipient reads it: product by product. */
export function SnapshotView({ snapshot }: { readonly snapshot: ReleaseSnapshot }): ReactNode {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const read = readContent(snapshot.content, tiers);
  const shown = all || printing ? read.products : read.products.slice(0, shownAtFirst);
  return (
    <div className="stack">
      {read.general.length > 0 && (
        <section className="card stack-small">
          <h3>{t("ownAnswer.everything")}</h3>
          {read.general.map((answer) => (
            <Answer key={answer.key} answer={answer} />
          ))}
        </section>
      )}
      <ul className="plain-cards stack">
        {shown.map((one) => (
          <Product key={one.product.key} read={one} />
        ))}
      </ul>
      {shown.length < read.products.length && (
        <div className="no-print">
          <Button size="small" variant="tertiary" onClick={() => setAll(true)}>
            {t("snapshot.showAll", { n: read.products.length })}
          </Button>
        </div>
      )}
      {read.unlinked.length > 0 && (
        <section className="card stack-small">
          <h3>{t("snapshot.unlinked")}</h3>
          <p className="small quiet">{t("snapshot.unlinkedWhat")}</p>
          <SiteLines
            lines={read.unlinked.map((site) => (
              <SiteLine key={site.key} site={site} period={null} />
            ))}
          />
        </section>
      )}
      {snapshot.content.products.length + snapshot.content.sites.length === 0 &&
        read.general.length === 0 && <p className="care-text">{t("snapshot.empty")}</p>}
    </div>
  );
}
