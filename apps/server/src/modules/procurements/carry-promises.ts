/** Clauses of a tender as conditions of a contract, with what the winning bid promised. Pure. */
import type { ConditionInput, ContractFromAward } from "@throughline/contract";
import type {
  BidPromise,
  ParameterValues,
  Requirement,
  RequirementInstance,
} from "@throughline/domain";
import {
  compareValues,
  describeValues,
  fieldsOfValues,
  strictest,
} from "@throughline/requirements";
import { sayProcurement } from "./procurement-sentences.ts";

type FindRequirement = (key: string, version: number | null) => Requirement | undefined;
type Carried = ContractFromAward["promises"][number];

/** A condition on its way: its values are joined before it takes its final shape. */
interface Draft {
  readonly clause: string;
  readonly requirement: string | null;
  readonly version: number | null;
  readonly values: ParameterValues;
  readonly summary: string;
  readonly followUp: RequirementInstance["followUp"];
}

const none = "other";

function toCondition({
  clause,
  requirement,
  version,
  values,
  summary,
  followUp,
}: Draft): ConditionInput {
  const key = requirement ?? none;
  const fields = fieldsOfValues(key, values);
  return {
    clause,
    requirement: key,
    summary,
    ...fields,
    // Only the contract itself makes extension depend on a clause: a person says so there.
    gatesExtension: values["gates_extension"] === true,
    version,
    followUp,
  };
}

function draftOf(instance: RequirementInstance, number: number): Draft {
  return {
    clause: instance.place.trim() === "" ? `C${number}` : instance.place,
    requirement: instance.requirement,
    version: instance.version,
    values: instance.values,
    summary: instance.wording.trim() === "" ? instance.title : instance.wording,
    followUp: instance.followUp,
  };
}

/**
 * The conditions of a contract for some lots (`null`: all), and how each winning promise of its bidder got into them. A
 * promise of a requirement that a clause asks raises that clause; where their values cannot be put in order the clause
 * keeps both in words; any other promise becomes a clause of its own.
 */
export function carryPromises(
  instances: readonly RequirementInstance[],
  promises: readonly BidPromise[],
  lots: readonly string[],
  find: FindRequirement,
): { readonly conditions: ConditionInput[]; readonly carried: Carried[] } {
  const inLots = (of: { readonly lots: readonly string[] }): boolean =>
    lots.length === 0 || of.lots.length === 0 || of.lots.some((lot) => lots.includes(lot));
  const criteria = new Map(instances.map((one) => [one.id, one]));
  const drafts: Draft[] = instances
    .filter((one) => one.role === "clause" && inLots(one))
    .map((one, index) => draftOf(one, index + 1));
  const carried: Carried[] = [];
  for (const promise of promises) {
    const criterion = promise.criterionId === null ? undefined : criteria.get(promise.criterionId);
    if (criterion !== undefined && !inLots(criterion)) continue;
    carried.push(carryOne(drafts, promise, criterion, find));
  }
  return { conditions: drafts.map(toCondition), carried };
}

function carryOne(
  drafts: Draft[],
  promise: BidPromise,
  criterion: RequirementInstance | undefined,
  find: FindRequirement,
): Carried {
  const requirement = promise.requirement ?? criterion?.requirement ?? null;
  const at = requirement === null ? -1 : drafts.findIndex((one) => one.requirement === requirement);
  const draft = drafts[at];
  const text = promise.text;
  const told = (how: Carried["how"], clause: string, params: Record<string, string>): Carried => ({
    promiseId: promise.id,
    how,
    clause,
    sentence: sayProcurement(`award.${how}`, { text, clause, ...params }),
  });
  const carrying = drafts.find(({ summary }) => summary.includes(text));
  if (requirement === null && carrying !== undefined) return told("already", carrying.clause, {});
  if (requirement === null || draft === undefined) {
    const version = criterion?.version ?? null;
    const clause = `P${drafts.length + 1}`;
    drafts.push({
      clause,
      requirement,
      version,
      // What the criterion asked was promised with it.
      values: { ...criterion?.values, ...promise.values },
      summary: text,
      followUp: null,
    });
    return told("added", clause, {});
  }
  const parameters = find(requirement, draft.version)?.parameters ?? [];
  // Without values there is nothing to compare: the words themselves must stand in the clause.
  if (Object.keys(promise.values).length === 0) {
    if (draft.summary.includes(text)) return told("already", draft.clause, {});
    drafts[at] = { ...draft, summary: `${draft.summary}\n\n${text}` };
    return told("in_words", draft.clause, {});
  }
  const { relation } = compareValues(parameters, promise.values, draft.values);
  if (relation === "equal" || relation === "weaker") return told("already", draft.clause, {});
  const joined = strictest(parameters, [draft.values, promise.values]);
  if (joined.incomparable.length > 0) {
    const labels = new Map(parameters.map(({ key, label }) => [key, label]));
    const kept = Object.fromEntries(
      joined.incomparable.flatMap((key) => {
        const value = draft.values[key];
        return value === undefined ? [] : [[key, value] as const];
      }),
    );
    drafts[at] = {
      ...draft,
      values: { ...joined.values, ...kept },
      summary: `${draft.summary}\n\nThe winning bid promised: ${text}`,
    };
    return told("by_hand", draft.clause, {
      parameters: joined.incomparable.map((key) => labels.get(key) ?? key).join("; "),
    });
  }
  drafts[at] = { ...draft, values: joined.values };
  return told("raised", draft.clause, { values: describeValues(parameters, joined.values) });
}
