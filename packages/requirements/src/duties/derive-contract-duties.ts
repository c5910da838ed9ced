import type { ContractCondition, CountryCode, Duty, DutyEvent, IsoDate } from "@throughline/domain";
import type { FindRequirement } from "../policy/policy-row.ts";
import { deriveDuties } from "./derive-duties.ts";
import { loadWorkCalendar } from "./load-work-calendar.ts";
import type { ContractDates, DutyRequest } from "./make-duty.ts";
import { valuesOfCondition } from "./values-of-condition.ts";
import { weekdaysOnly } from "./work-calendar.ts";

/** Requirements that a request for disclosure is about: what it asks for, and that it is answered. */
export function isAskedAbout(requirement: string): boolean {
  return requirement === "disclose_sites" || requirement === "respond_query";
}

/**
 * Who a request went to, as duties tell them apart: the supplier, or further up.
 *
 * @example dutyRequestsOf([{ id: "r1", addressee: "Aster", sentOn: "2026-03-03" }], "Cedar IT")[0]?.to // "maker"
 */
export function dutyRequestsOf(
  requests: readonly {
    readonly id: string;
    readonly addressee: string;
    readonly sentOn: IsoDate | null;
  }[],
  supplier: string | null,
): DutyRequest[] {
  const fold = (name: string): string => name.trim().toLowerCase();
  return requests.flatMap(({ id, addressee, sentOn }) =>
    sentOn === null
      ? []
      : [
          {
            id,
            sentOn,
            to: supplier !== null && fold(addressee) === fold(supplier) ? "supplier" : "maker",
          },
        ],
  );
}

/** All duties of one contract on a day; the calendar of the country is loaded only where a clause counts in working days. */
export async function deriveContractDuties(input: {
  readonly conditions: readonly ContractCondition[];
  readonly find: FindRequirement;
  readonly dates: ContractDates;
  readonly requests: readonly DutyRequest[];
  readonly events: readonly DutyEvent[];
  readonly country: CountryCode | null;
  readonly today: IsoDate;
  readonly since: IsoDate | null;
}): Promise<Duty[]> {
  const { conditions, find, country, requests, ...rest } = input;
  const duties: Duty[] = [];
  for (const condition of conditions) {
    const working = valuesOfCondition(condition)["due_working_days"] !== undefined;
    duties.push(
      ...deriveDuties({
        ...rest,
        condition,
        requirement: find(condition.requirement, condition.version ?? null) ?? null,
        requests: isAskedAbout(condition.requirement) ? requests : [],
        calendar: working ? await loadWorkCalendar(country) : weekdaysOnly,
      }),
    );
  }
  return duties;
}
