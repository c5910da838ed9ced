import type { ReactNode } from "react";
import { AppLink } from "../../components/app-link.tsx";
import { ButtonLink } from "../../components/button-link.tsx";
import { formatShare } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import type { Site } from "./queries.ts";

/** Sites that may be this one, until a person has compared them. */
export function PerhapsSame({ site }: { readonly site: Site }): ReactNode {
  if (site.reviewWith.length === 0) return null;
  return (
    <section className="banner banner-care" aria-labelledby="perhaps-same">
      <div>
        <h2 className="item-title" id="perhaps-same">
          {t("site.perhapsSame")}
        </h2>
        <p className="small">{t("site.perhapsWhat")}</p>
        <ul className="perhaps-list">
          {site.reviewWith.map((other) => (
            <li key={other.reviewId} className="spread">
              <div>
                <AppLink href={`/sites/${other.siteId}`}>{other.name}</AppLink>
                <span className="small" style={{ display: "block" }}>
                  {other.address ?? t("sites.noAddress")} ·{" "}
                  {t("site.alike", { share: formatShare(other.probability) })}
                </span>
              </div>
              <ButtonLink size="small" variant="secondary" href={`/reviews?pair=${other.reviewId}`}>
                {t("site.compare")}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
