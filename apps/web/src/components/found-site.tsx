import type { SiteSuggestion } from "@throughline/contract";
import type { ReactNode } from "react";
import { formatCountry } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import { MarkedText } from "./marked-text.tsx";

/** A site that was found while typing: its name, the other name it was found by, where it lies, its id. */
export function FoundSite({ site }: { readonly site: SiteSuggestion }): ReactNode {
  const { found } = site;
  return (
    <>
      <strong className="found-name">
        <MarkedText text={site.name} marks={found.name} />
      </strong>
      {found.otherName !== null && (
        <span className="sub">
          {t("siteSearch.otherName")}{" "}
          <MarkedText text={found.otherName.text} marks={found.otherName.marks} />
        </span>
      )}
      <span className="sub">
        {site.address === null ? (
          t("sites.noAddress")
        ) : (
          <MarkedText text={site.address} marks={found.address} />
        )}
      </span>
      <span className="sub">
        {formatCountry(site.country)} · {site.publicId}
        {found.nearly && <> · {t("siteSearch.nearly")}</>}
        {found.id && <> · {t("siteSearch.byId")}</>}
      </span>
    </>
  );
}
