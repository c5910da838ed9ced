/** What the line of a contract reads of the procurement it came of. */
import type {
  ContractCondition,
  IsoDate,
  MismatchFact,
  ProcurementFacts,
  TenderFact,
} from "@throughline/domain";
import { compareValues } from "../parameters/compare-values.ts";
import { valuesOfCondition } from "../duties/values-of-condition.ts";
import type { FindRequirement, PolicyTrial } from "../policy/policy-row.ts";
import { alignProcurement } from "./align-procurement.ts";
import type { AlignmentFinding, FindingCode } from "./alignment-shapes.ts";

/** Whether what should be asked was, in the call and in time; every other mismatch is about holding together. */
const asking: ReadonlySet<FindingCode> = new Set([
  "asked_by_policy_and_absent",
  "weaker_than_policy",
  "not_announced",
  "weight_not_said",
  "brand_needed_in_short_tender",
  "lead_time_unknown",
]);

/** Once there is a contract, how its own clauses are followed up counts, and not what the tender said of it. */
const ofFollowUp: ReadonlySet<FindingCode> = new Set([
  "clause_without_follow_up",
  "nobody_follows_up",
  "no_hours_to_follow_up",
  "hours_not_said",
]);

/** Mended where the contract itself carries what the tender's clauses did not. */
const mendedByContract: ReadonlySet<FindingCode> = new Set([
  "criterion_without_clause",
  "clause_weaker_than_scored",
  "promise_not_carried",
  "promise_carried_weaker",
]);

/** What goes into it. */
export interface TenderOfContract {
  readonly facts: ProcurementFacts;
  readonly find: FindRequirement;
  /** What the policy says on the day of publication; `null` where there is none. */
  readonly trial: PolicyTrial | null;
  /** Mismatches that somebody let stand. */
  readonly waivers: readonly {
    readonly key: string;
    readonly by: string | null;
    readonly on: IsoDate;
    readonly reason: string;
  }[];
  readonly contract: {
    readonly conditions: readonly ContractCondition[];
    /** Lots of the procurement it is about; empty: all. */
    readonly lots: readonly string[];
  };
}

function isCarried(input: TenderOfContract, finding: AlignmentFinding): boolean {
  const { facts, find, contract } = input;
  const subjects = [
    ...facts.instances.filter(
      ({ id, role }) => finding.instanceIds.includes(id) && role !== "clause",
    ),
    ...facts.promises.filter(({ id }) => finding.promiseIds.includes(id)),
  ];
  return (
    subjects.length > 0 &&
    subjects.every(({ requirement: key, values }) => {
      const requirement = key === null ? undefined : find(key, null);
      if (requirement === undefined) return false;
      return contract.conditions.some((condition) => {
        if (condition.requirement !== key) return false;
        const agreed = valuesOfCondition(condition);
        const { relation } = compareValues(requirement.parameters, agreed, values);
        return relation === "equal" || relation === "stricter";
      });
    })
  );
}

/**
 * The procurement as the line sees it: what stands in it for the contract's lots, what the policy asks, and what does not
 * hold together. A mismatch that the contract itself mends is none; how clauses are followed up is judged by the contract.
 *
 * @example
 * tenderOfContract({ facts, find: findRequirement, trial: null, waivers: [], contract: { conditions, lots: [] } });
 */
export function tenderOfContract(input: TenderOfContract): TenderFact {
  const { facts, find, trial, waivers, contract } = input;
  const here = facts.instances.filter(
    ({ lots }) =>
      lots.length === 0 ||
      contract.lots.length === 0 ||
      lots.some((lot) => contract.lots.includes(lot)),
  );
  const ids = new Set(here.map(({ id }) => id));
  const letStand = new Map(waivers.map((waiver) => [waiver.key, waiver]));
  const { findings } = alignProcurement(facts, find, { policy: trial?.asked ?? null });
  const mismatches = findings
    .filter(
      ({ code, instanceIds }) =>
        !ofFollowUp.has(code) &&
        (instanceIds.length === 0 || instanceIds.some((id) => ids.has(id))),
    )
    .filter((finding) => !mendedByContract.has(finding.code) || !isCarried(input, finding))
    .map(({ key, code, severity, sentence }): MismatchFact => {
      const waiver = letStand.get(key);
      return {
        key,
        about: asking.has(code) ? "asking" : "holding_together",
        severity,
        sentence,
        letStand:
          waiver === undefined ? null : { by: waiver.by, on: waiver.on, reason: waiver.reason },
      };
    });
  const titles = new Map(trial?.fires.map(({ row }) => [row.id, row.title]));
  return {
    id: facts.id,
    reference: facts.reference,
    title: facts.title,
    announcedOn: facts.announcedOn,
    publishedOn: facts.publishedOn,
    deadlineOn: facts.deadlineOn,
    awardedOn: facts.awardedOn,
    instances: here.map(({ id, role, requirement, place, title, weight, announced }) => ({
      id,
      role,
      requirement,
      place,
      title,
      weight,
      announced,
    })),
    policy:
      trial === null
        ? null
        : {
            asked: trial.asked.map(({ requirement, role, rowIds, version }) => ({
              requirement,
              role,
              title: find(requirement, version)?.title ?? requirement,
              rows: rowIds.flatMap((id) => titles.get(id) ?? []),
            })),
            unknownRows: trial.unknowns.length,
          },
    mismatches,
  };
}
