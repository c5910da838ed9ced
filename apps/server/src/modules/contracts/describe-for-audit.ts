/**
 * What the audit keeps of a contract: everything but who follows up by name (a person's name is personal data; the
 * member's id stands for it) and free text of letters.
 */
import type { ConditionInput, ContractDetail, ContractInput } from "@throughline/contract";
import type { z } from "zod";

type Described = Partial<Omit<ContractInput, "products" | "conditions" | "lots">>;

/** The fields of a contract without the name of whoever follows up. */
export function describeForAudit(fields: Described): Record<string, unknown> {
  const { followUp, ...rest } = fields;
  return followUp === undefined
    ? rest
    : {
        ...rest,
        followUp:
          followUp === null
            ? null
            : {
                personId: followUp.personId,
                named: followUp.name !== null,
                hoursPerMonth: followUp.hoursPerMonth,
              },
      };
}

/** Conditions without the words for whoever looks after them: a role may be a person's name or address. */
export function describeConditions(
  conditions: readonly Partial<ConditionInput>[],
): Record<string, unknown>[] {
  return conditions.map(({ followUp, ...rest }) =>
    followUp === undefined || followUp === null
      ? { ...rest }
      : { ...rest, followUp: { ...followUp, role: followUp.role === null ? null : "named" } },
  );
}

/** A removed contract as it was. */
export function describeRemoved(detail: z.infer<typeof ContractDetail>): Record<string, unknown> {
  const {
    can: _can,
    requests,
    answers,
    framework,
    callOffs: _callOffs,
    procurement: _procurement,
    ...rest
  } = detail;
  return {
    ...describeForAudit({ ...rest, frameworkId: framework?.id ?? null }),
    lots: detail.lots,
    products: detail.products,
    conditions: describeConditions(
      detail.conditions.filter((condition) => condition.inheritedFrom === null),
    ),
    requests: requests.map(({ id, brand, productIds, sentOn, dueOn }) => ({
      id,
      brand,
      productIds,
      sentOn,
      dueOn,
    })),
    answers: answers.map(({ id, requestId, brand, answer, answeredOn, productIds }) => ({
      id,
      requestId,
      brand,
      answer,
      answeredOn,
      productIds,
    })),
  };
}
