import { Button, TextField } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

export interface TypedSite {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly component?: string;
}

export const emptySite: TypedSite = { name: "", address: "", country: "" };

/** Sites typed in one by one. */
export function SiteFields({
  sites,
  onChange,
}: {
  readonly sites: readonly TypedSite[];
  readonly onChange: (sites: readonly TypedSite[]) => void;
}): ReactNode {
  const change = (index: number, part: Partial<TypedSite>): void =>
    onChange(sites.map((site, at) => (at === index ? { ...site, ...part } : site)));
  return (
    <div className="stack">
      {sites.map((site, index) => (
        // Sites have no identity yet but their place in the list.
        <fieldset key={index} className="plain">
          <legend className="small">{t("disclosure.siteN", { n: index + 1 })}</legend>
          <div className="form-grid">
            <TextField
              id={`site-name-${index}`}
              size="small"
              label={t("disclosure.siteName")}
              value={site.name}
              onChange={(event) => change(index, { name: event.target.value })}
            />
            <TextField
              size="small"
              label={t("disclosure.siteAddress")}
              value={site.address}
              onChange={(event) => change(index, { address: event.target.value })}
            />
            <TextField
              size="small"
              label={t("disclosure.siteCountry")}
              value={site.country}
              onChange={(event) => change(index, { country: event.target.value })}
            />
            <TextField
              size="small"
              label={`${t("traced.component")} ${t("form.optional")}`}
              value={site.component ?? ""}
              onChange={(event) => change(index, { component: event.target.value })}
            />
          </div>
          {sites.length > 1 && (
            <Button
              type="button"
              size="small"
              variant="tertiary"
              onClick={() => onChange(sites.filter((_, at) => at !== index))}
            >
              {t("disclosure.removeSite", { n: index + 1 })}
            </Button>
          )}
        </fieldset>
      ))}
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() => onChange([...sites, emptySite])}
        >
          {t("disclosure.addSite")}
        </Button>
      </div>
    </div>
  );
}
