import { dutyStates } from "@throughline/domain";
import type { ReactNode } from "react";
import { z } from "zod";
import { t } from "../../texts/t.ts";
import { FilterSelect, ListSearch } from "../../components/list-search.tsx";

const sides = ["supplier", "buyer"] as const;
const owners = ["mine", "nobody"] as const;

/** Filters that list and month share; they live in the address. */
export const dutyFilters = {
  search: z.string().max(200).optional().catch(undefined),
  state: z.enum(dutyStates).optional().catch(undefined),
  whose: z.enum(sides).optional().catch(undefined),
  owner: z.enum(owners).optional().catch(undefined),
  contract: z.uuid().optional().catch(undefined),
};
const DutyFilterState = z.object(dutyFilters);
export type DutyFilterState = z.infer<typeof DutyFilterState>;

/** As the API takes them. */
export function filterInput(state: DutyFilterState): {
  search?: string;
  state?: (typeof dutyStates)[number];
  whose?: (typeof sides)[number];
  owner?: (typeof owners)[number];
  contractId?: string;
} {
  return {
    ...(state.search === undefined ? {} : { search: state.search }),
    ...(state.state === undefined ? {} : { state: state.state }),
    ...(state.whose === undefined ? {} : { whose: state.whose }),
    ...(state.owner === undefined ? {} : { owner: state.owner }),
    ...(state.contract === undefined ? {} : { contractId: state.contract }),
  };
}

/** The fields of the filters; `children` are further ones. */
export function DutyFilters({
  state,
  onChange,
  children,
}: {
  readonly state: DutyFilterState;
  readonly onChange: (change: Partial<DutyFilterState>) => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <ListSearch
      label={t("duties.search")}
      search={state.search}
      onSearch={(search) => onChange({ search })}
    >
      <FilterSelect
        label={t("duties.state")}
        value={state.state}
        all={t("duties.all")}
        values={dutyStates}
        say={(one) => t(`dutyState.${one}`)}
        onChange={(state) => onChange({ state })}
      />
      <FilterSelect
        label={t("duties.whose")}
        value={state.whose}
        all={t("duties.all")}
        values={sides}
        say={(one) => t(`duties.whose.${one}`)}
        onChange={(whose) => onChange({ whose })}
      />
      <FilterSelect
        label={t("duties.owner")}
        value={state.owner}
        all={t("duties.all")}
        values={owners}
        say={(one) => t(`duties.owner.${one}`)}
        onChange={(owner) => onChange({ owner })}
      />
      {children}
    </ListSearch>
  );
}
