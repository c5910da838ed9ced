/** A clause of a contract and an instance of the library say the same in two shapes; here they are turned into each other. */
import {
  type ContractCondition,
  type ParameterValues,
  rhythmParameter,
  Tier,
} from "@throughline/domain";

type Fields = Pick<
  ContractCondition,
  "dueDays" | "dueFrom" | "refreshEveryMonths" | "tiers" | "components"
>;

const starts = ["award", "signature", "request", "delivery"] as const;

/**
 * The values a clause asks, by the parameters of the library: those with a field of their own (`dueDays` is `due_days`,
 * `refreshEveryMonths` the rhythm of the requirement, …) and the rest. A field wins over a value of the same name.
 *
 * @example
 * valuesOfCondition({ requirement: "disclose_sites", dueDays: 28, dueFrom: "award", refreshEveryMonths: 12, tiers: [], components: [] });
 * // { due_days: 28, due_from: "award", refresh_months: 12 }
 */
export function valuesOfCondition(
  condition: Fields & Pick<ContractCondition, "requirement" | "values">,
): ParameterValues {
  return {
    ...condition.values,
    ...(condition.dueDays === null ? {} : { due_days: condition.dueDays }),
    ...(condition.dueFrom === null ? {} : { due_from: condition.dueFrom }),
    ...(condition.refreshEveryMonths === null
      ? {}
      : { [rhythmParameter(condition.requirement)]: condition.refreshEveryMonths }),
    ...(condition.tiers.length === 0 ? {} : { tiers: condition.tiers }),
    ...(condition.components.length === 0 ? {} : { components: condition.components }),
  };
}

/**
 * The other way: what of an instance's values has a field in a clause, and the rest as `values`. Nothing is lost:
 * `valuesOfCondition` of the result gives the same values.
 *
 * @example
 * fieldsOfValues("disclose_sites", { due_days: 28, confidentiality: "public" });
 * // { dueDays: 28, dueFrom: null, refreshEveryMonths: null, tiers: [], components: [], values: { confidentiality: "public" } }
 */
export function fieldsOfValues(
  requirement: string,
  values: ParameterValues,
): Fields & { readonly values: ParameterValues } {
  const rest: ParameterValues = { ...values };
  const take = <Value>(key: string, read: (value: unknown) => Value | null): Value | null => {
    const value = read(rest[key]);
    if (value !== null) delete rest[key];
    return value;
  };
  const positive = (value: unknown): number | null =>
    typeof value === "number" && Number.isInteger(value) && value > 0 ? value : null;
  const words = (value: unknown): string[] | null =>
    Array.isArray(value) && value.length > 0 ? value.map(String) : null;
  return {
    dueDays: take("due_days", positive),
    dueFrom: take("due_from", (value) => starts.find((start) => start === value) ?? null),
    refreshEveryMonths: take(rhythmParameter(requirement), positive),
    tiers:
      take("tiers", (value) => {
        const parsed = Tier.array().nonempty().safeParse(value);
        return parsed.success ? parsed.data : null;
      }) ?? [],
    components: take("components", words) ?? [],
    values: rest,
  };
}
