import type { ReactNode } from "react";
import { flagWords } from "../../components/flag-words.ts";
import { formatCountry } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";
import { SitePlace } from "./site-place.tsx";

/** Coordinates as people write them: four digits place a gate, more would only look exact. */
export function formatCoordinates(latitude: number, longitude: number): string {
  return `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
}

/** The middle of a town is written with two digits, and said to be that. */
function sayCoordinates(latitude: number, longitude: number, located: Site["located"]): string {
  if (located === null) return formatCoordinates(latitude, longitude);
  return t(located.precision === "locality" ? "site.locatedTown" : "site.locatedRegion", {
    coordinates: `${latitude.toFixed(2)}, ${longitude.toFixed(2)}`,
    place: located.place,
  });
}

/** Which site this is: ids, name, address, and where on the map when that is known. */
export function SiteIdentity({ site }: { readonly site: Site }): ReactNode {
  const { latitude, longitude } = site;
  const placed = latitude !== null && longitude !== null;
  const facts = (
    <section className="card" aria-labelledby="identity">
      <h2 className="section-title" id="identity">
        {t("site.identity")}
      </h2>
      <dl className="said">
        <dt>{t("site.publicId")}</dt>
        <dd>
          <code>{site.publicId}</code>
        </dd>
        <dt>{t("site.osId")}</dt>
        <dd>
          {site.osId === null ? (
            <span className="quiet">{t("site.noOsId")}</span>
          ) : (
            <code>{site.osId}</code>
          )}
        </dd>
        <dt>{t("site.name")}</dt>
        <dd>{site.name}</dd>
        <dt>{t("site.address")}</dt>
        <dd>{site.address ?? <span className="quiet">{t("sites.noAddress")}</span>}</dd>
        <dt>{t("site.country")}</dt>
        <dd>{formatCountry(site.country)}</dd>
        <dt>{t("site.precision")}</dt>
        <dd>{t(`precision.${site.precision}`)}</dd>
        <dt>{t("site.coordinates")}</dt>
        <dd>
          {placed ? (
            sayCoordinates(latitude, longitude, site.located)
          ) : (
            <span className="quiet">{t("site.noCoordinates")}</span>
          )}
        </dd>
        <dt>{t("site.verification")}</dt>
        <dd>{t(`verification.${site.verification}`)}</dd>
        {site.flags.length > 0 && (
          <>
            <dt>{t("site.flags")}</dt>
            <dd className="care-text">{flagWords(site.flags)}</dd>
          </>
        )}
      </dl>
    </section>
  );
  if (!placed) return facts;
  return (
    <div className="columns-two">
      {facts}
      <SitePlace site={{ ...site, latitude, longitude }} />
    </div>
  );
}
