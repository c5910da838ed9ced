import { Select } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import { SiteSearchBox } from "./site-search-box.tsx";

const screenings = ["hit", "not_screened"] as const;
const scopes = ["own", "published"] as const;

/** What the address of the list says. */
export const SiteListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  screening: z.enum(screenings).optional().catch(undefined),
  scope: z.enum(scopes).optional().catch(undefined),
  contract: z.uuid().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type SiteListState = z.infer<typeof SiteListState>;
export type SiteFilterChange = { readonly [K in keyof SiteListState]?: SiteListState[K] };

/** Finds and filters sites. Every change begins at the first page. */
export function SiteFilters({
  state,
  onChange,
}: {
  readonly state: SiteListState;
  readonly onChange: (change: SiteFilterChange) => void;
}): ReactNode {
  return (
    <div className="row-end no-print" role="search">
      <div style={{ flex: "1 1 16rem", maxWidth: "34rem" }}>
        <SiteSearchBox search={state.search ?? ""} onSearch={(search) => onChange({ search })} />
      </div>
      <Select
        label={t("sites.country")}
        size="small"
        value={state.country ?? ""}
        onChange={(event) => onChange({ country: event.target.value || undefined })}
      >
        <option value="">{t("sites.countryAny")}</option>
        {listCountries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={t("sites.screening")}
        size="small"
        value={state.screening ?? ""}
        onChange={(event) =>
          onChange({ screening: screenings.find((one) => one === event.target.value) })
        }
      >
        <option value="">{t("sites.screeningAny")}</option>
        <option value="hit">{t("sites.screeningHit")}</option>
        <option value="not_screened">{t("sites.screeningNot")}</option>
      </Select>
      <Select
        label={t("sites.scope")}
        size="small"
        value={state.scope ?? ""}
        onChange={(event) => onChange({ scope: scopes.find((one) => one === event.target.value) })}
      >
        <option value="">{t("sites.scopeAny")}</option>
        <option value="own">{t("sites.scopeOwn")}</option>
        <option value="published">{t("sites.scopePublished")}</option>
      </Select>
    </div>
  );
}
