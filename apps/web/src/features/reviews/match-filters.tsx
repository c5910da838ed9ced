import { Select } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import type { ReviewListInput } from "./queries.ts";

const states = ["open", "decided"] as const;
const shares = ["0.9", "0.8", "0.7"] as const;
const likelihoods = [...shares, "low"] as const;

/** What the address of the pairs says. */
export const MatchesState = z.object({
  state: z.enum(states).catch("open").default("open"),
  contract: z.uuid().optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  alike: z.enum(likelihoods).optional().catch(undefined),
  pair: z.uuid().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type MatchesState = z.infer<typeof MatchesState>;

/** The part of the address that says which pairs are meant, as the API takes it. */
export function filterOf(
  state: MatchesState,
): Pick<ReviewListInput, "contractId" | "country" | "minProbability" | "maxProbability"> {
  return {
    ...(state.contract === undefined ? {} : { contractId: state.contract }),
    ...(state.country === undefined ? {} : { country: state.country }),
    ...(state.alike === undefined
      ? {}
      : state.alike === "low"
        ? { maxProbability: 0.7 }
        : { minProbability: Number(state.alike) }),
  };
}

/** Which pairs are shown. Every change begins at the first. */
export function MatchFilters({
  state,
  onChange,
}: {
  readonly state: MatchesState;
  readonly onChange: (change: {
    readonly [K in keyof MatchesState]?: MatchesState[K] | undefined;
  }) => void;
}): ReactNode {
  return (
    <div className="row-end no-print" role="search">
      <Select
        size="small"
        label={t("matches.state")}
        value={state.state}
        onChange={(event) =>
          onChange({ state: states.find((one) => one === event.target.value) ?? "open" })
        }
      >
        {states.map((one) => (
          <option key={one} value={one}>
            {t(`matches.${one}`)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t("matches.country")}
        value={state.country ?? ""}
        onChange={(event) => onChange({ country: event.target.value || undefined })}
      >
        <option value="">{t("matches.countryAny")}</option>
        {listCountries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t("matches.likely")}
        value={state.alike ?? ""}
        onChange={(event) =>
          onChange({ alike: likelihoods.find((one) => one === event.target.value) })
        }
      >
        <option value="">{t("matches.likelyAny")}</option>
        {shares.map((one) => (
          <option key={one} value={one}>
            {t(`matches.likely.${one}`)}
          </option>
        ))}
        <option value="low">{t("matches.unlikely")}</option>
      </Select>
    </div>
  );
}
