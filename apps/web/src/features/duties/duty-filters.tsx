import { Search, Select } from "@navikt/ds-react";
import { dutyStates } from "@throughline/domain";
import type { FormEvent, ReactNode } from "react";
import { z } from "zod";
import { t } from "../../texts/t.ts";

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
  function search(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const text = new FormData(event.currentTarget).get("search");
    onChange({ search: typeof text === "string" ? text.trim() : undefined });
  }
  return (
    <form className="row-end no-print" role="search" onSubmit={search}>
      <div style={{ flex: "1 1 14rem", maxWidth: "20rem" }}>
        <Search
          key={state.search ?? ""}
          name="search"
          label={t("duties.search")}
          hideLabel={false}
          size="small"
          variant="secondary"
          defaultValue={state.search ?? ""}
          onClear={() => onChange({ search: undefined })}
        />
      </div>
      <Select
        label={t("duties.state")}
        size="small"
        value={state.state ?? ""}
        onChange={(event) =>
          onChange({ state: dutyStates.find((one) => one === event.target.value) })
        }
      >
        <option value="">{t("duties.all")}</option>
        {dutyStates.map((one) => (
          <option key={one} value={one}>
            {t(`dutyState.${one}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("duties.whose")}
        size="small"
        value={state.whose ?? ""}
        onChange={(event) => onChange({ whose: sides.find((one) => one === event.target.value) })}
      >
        <option value="">{t("duties.all")}</option>
        {sides.map((one) => (
          <option key={one} value={one}>
            {t(`duties.whose.${one}`)}
          </option>
        ))}
      </Select>
      <Select
        label={t("duties.owner")}
        size="small"
        value={state.owner ?? ""}
        onChange={(event) => onChange({ owner: owners.find((one) => one === event.target.value) })}
      >
        <option value="">{t("duties.all")}</option>
        {owners.map((one) => (
          <option key={one} value={one}>
            {t(`duties.owner.${one}`)}
          </option>
        ))}
      </Select>
      {children}
    </form>
  );
}
