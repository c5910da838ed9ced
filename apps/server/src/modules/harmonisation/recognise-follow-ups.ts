/**
 * Others' follow-ups held against our clauses. Computed and shown with every reason; whether it counts is decided by a
 * person, and what counts is recorded as an event of the duty, marked as recognised.
 */
import type { Recognition } from "@throughline/contract";
import { AppError, type ContractCondition, type FollowUp } from "@throughline/domain";
import {
  findRequirement,
  followUpMethods,
  recogniseFollowUp,
  valuesOfCondition,
  type FollowUpMethod,
} from "@throughline/requirements";
import { may, requirePermission, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { findEventOfRecognition, gatherDuties, keepEvent } from "../duties/index.ts";
import type { DutyFacts } from "../line/index.ts";
import { openHouseLibrary, type HouseLibrary } from "../requirements/index.ts";
import { sayHarmonisation } from "./harmonisation-sentences.ts";
import {
  insertDecision,
  readDecisions,
  withdrawDecision,
  type StoredDecision,
  type Told,
} from "./recognitions.store.ts";
import { readFollowUps, type StoredFollowUp } from "./copies.store.ts";

const fold = (name: string): string => name.trim().toLowerCase();

// How a clause is followed up says which method its own follow-up would be.
const methodOfWay: Readonly<Record<FollowUp["ways"][number], FollowUpMethod>> = {
  evidence: "document_review",
  dialogue: "dialogue",
  kpi: "self_assessment",
};

/** A shared follow-up beside a clause of ours that it is about. */
interface Pair {
  readonly followUp: StoredFollowUp;
  readonly contract: DutyFacts;
  readonly condition: ContractCondition;
}

/** Pairs of the same supplier and requirement. */
async function pairUp(work: Work, contractId: string | undefined): Promise<Pair[]> {
  const others = (await readFollowUps(work)).filter(
    (one) => one.organisationId !== work.actor.organisationId,
  );
  if (others.length === 0) return [];
  const { contracts } = await gatherDuties(work, contractId);
  return others.flatMap((followUp) =>
    [...contracts.values()].flatMap((contract) =>
      contract.supplier !== null && fold(contract.supplier) === fold(followUp.supplier)
        ? contract.conditions
            .filter(({ requirement }) => requirement === followUp.requirement)
            .map((condition) => ({ followUp, contract, condition }))
        : [],
    ),
  );
}

function weigh({ followUp, condition }: Pair, library: HouseLibrary, today: string): Told {
  const requirement = library.find(condition.requirement, condition.version ?? null) ?? null;
  const theirs = {
    requirement: followUp.requirement,
    values: followUp.values,
    method: followUpMethods.find((one) => one === followUp.method) ?? null,
    followedUpOn: followUp.followedUpOn,
    by: followUp.buyer,
  };
  const ways = condition.followUp?.ways ?? [];
  const methods = ways.length === 0 ? [null] : ways.map((way) => methodOfWay[way]);
  const weighed = methods.map((method) =>
    recogniseFollowUp(
      { requirement: condition.requirement, values: valuesOfCondition(condition), method },
      theirs,
      requirement,
      today,
    ),
  );
  // Followed up in several ways: one of them is enough.
  const best = weighed.find(({ recognised }) => recognised) ?? weighed[0];
  return {
    by: followUp.buyer,
    supplier: followUp.supplier,
    requirement: followUp.requirement,
    values: followUp.values,
    method: followUp.method,
    followedUpOn: followUp.followedUpOn,
    result: followUp.result,
    recognised: best?.recognised ?? false,
    reasons: [...(best?.reasons ?? [])],
  };
}

function tell(
  told: Told,
  place: Recognition["ours"],
  sharedFollowUpId: string,
  decision: StoredDecision | undefined,
): Recognition {
  const { values: _, ...shown } = told;
  return {
    ...shown,
    sharedFollowUpId,
    title: findRequirement(told.requirement, null)?.title ?? told.requirement,
    methodSays: told.method.replaceAll("_", " "),
    ours: place,
    decision:
      decision === undefined
        ? null
        : {
            id: decision.id,
            accepted: decision.accepted,
            reason: decision.reason,
            by: decision.by,
            on: decision.on,
          },
  };
}

const keyOf = (followUpId: string, contractId: string, conditionId: string): string =>
  `${followUpId} ${contractId} ${conditionId}`;

/** What may count for our clauses, those that wait first. A decision stays, also when its follow-up was withdrawn. */
export async function listRecognitions(
  work: Work,
  input: { readonly contractId?: string | undefined; readonly decided?: boolean | undefined },
): Promise<{ recognitions: Recognition[]; can: { decide: boolean } }> {
  // Our contracts and clauses stand in it.
  requirePermission(work, "contract.read");
  const library = await openHouseLibrary(work);
  const decisions = new Map(
    (await readDecisions(work))
      .filter(({ contractId }) => input.contractId === undefined || contractId === input.contractId)
      .map((one) => [keyOf(one.sharedFollowUpId, one.contractId, one.conditionId), one]),
  );
  const found: Recognition[] = [];
  for (const pair of await pairUp(work, input.contractId)) {
    const { followUp, contract, condition } = pair;
    const key = keyOf(followUp.id, contract.contractId, condition.id);
    const decision = decisions.get(key);
    decisions.delete(key);
    found.push(
      tell(
        decision?.told ?? weigh(pair, library, work.today),
        placeOf(contract, condition),
        followUp.id,
        decision,
      ),
    );
  }
  if (decisions.size > 0) {
    const { contracts } = await gatherDuties(work, input.contractId);
    for (const decision of decisions.values()) {
      const contract = contracts.get(decision.contractId);
      const condition = contract?.conditions.find(({ id }) => id === decision.conditionId);
      if (contract === undefined || condition === undefined) continue;
      found.push(
        tell(decision.told, placeOf(contract, condition), decision.sharedFollowUpId, decision),
      );
    }
  }
  const { decided } = input;
  return {
    recognitions: found
      .filter(({ decision }) => decided === undefined || (decision !== null) === decided)
      .toSorted(
        (a, b) =>
          Number(a.decision !== null) - Number(b.decision !== null) ||
          Number(b.recognised) - Number(a.recognised) ||
          compare(b.followedUpOn, a.followedUpOn) ||
          compare(a.ours.contract, b.ours.contract) ||
          compare(a.ours.clause, b.ours.clause),
      ),
    can: { decide: may(work, "contract.write") },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeOf(contract: DutyFacts, condition: ContractCondition): Recognition["ours"] {
  return {
    contractId: contract.contractId,
    contract: contract.title,
    conditionId: condition.id,
    clause: condition.clause,
  };
}

/**
 * Decides. Refusing needs a reason, and so does accepting what does not hold in every respect. What is accepted becomes an
 * event of the clause's first open duty: looked into, by somebody else.
 */
export async function decideRecognition(
  work: Work,
  input: {
    readonly sharedFollowUpId: string;
    readonly conditionId: string;
    readonly contractId?: string | undefined;
    readonly accepted: boolean;
    readonly reason: string;
  },
): Promise<{ decisionId: string }> {
  const { accepted, reason, sharedFollowUpId, conditionId } = input;
  const pairs = await pairUp(work, input.contractId);
  const about = pairs.filter(({ followUp }) => followUp.id === sharedFollowUpId);
  if (about.length === 0) throw new AppError("not_found");
  const pair = about.find(({ condition }) => condition.id === conditionId);
  if (pair === undefined)
    throw new AppError("reference_unknown", undefined, [
      { path: "/conditionId", message: "Choose a clause of yours that the follow-up is about." },
    ]);
  const told = weigh(pair, await openHouseLibrary(work), work.today);
  if (reason === "" && !(accepted && told.recognised))
    throw new AppError("input_invalid", undefined, [
      {
        path: "/reason",
        message: accepted
          ? "It does not hold in every respect: say why it counts all the same."
          : "Say why it does not count here.",
      },
    ]);
  const { contractId } = pair.contract;
  const standing = (await readDecisions(work)).some(
    (one) =>
      keyOf(one.sharedFollowUpId, one.contractId, one.conditionId) ===
      keyOf(sharedFollowUpId, contractId, conditionId),
  );
  if (standing) throw new AppError("verdict_already_given");
  const decisionId = await insertDecision(work, {
    contractId,
    conditionId,
    sharedFollowUpId,
    accepted,
    reason,
    told,
  });
  await recordAudit(work, {
    action: accepted ? "accept-follow-up" : "refuse-follow-up",
    subjectKind: "recognition",
    subjectId: decisionId,
    after: {
      contractId,
      conditionId,
      sharedFollowUpId,
      recognised: told.recognised,
      reason: reason === "" ? null : await sealPersonal(work, subjectOf(work.actor), reason),
    },
  });
  if (accepted) await recordRecognised(work, pair, decisionId);
  return { decisionId };
}

async function recordRecognised(work: Work, pair: Pair, decisionId: string): Promise<void> {
  const { followUp, contract, condition } = pair;
  const { duties } = await gatherDuties(work, contract.contractId);
  const its = duties.filter((duty) => duty.conditionId === condition.id);
  const duty = its.find(({ state }) => state !== "met" && state !== "does_not_apply") ?? its.at(-1);
  if (duty === undefined) return;
  await keepEvent(work, {
    contractId: contract.contractId,
    conditionId: condition.id,
    dutyKey: duty.key,
    kind: "performed",
    on: followUp.followedUpOn,
    until: null,
    note: sayHarmonisation("recognised.note", {
      by: followUp.buyer,
      supplier: followUp.supplier,
      on: followUp.followedUpOn,
      method: followUp.method.replaceAll("_", " "),
      result: followUp.result.replace(/\.$/u, ""),
    }).text,
    takesBack: null,
    recognitionId: decisionId,
  });
}

/** Takes a decision back, and with it the event that rests on it. */
export async function withdrawRecognition(
  work: Work,
  { decisionId }: { readonly decisionId: string },
): Promise<void> {
  const [decision] = await readDecisions(work, decisionId);
  if (decision === undefined) throw new AppError("not_found");
  const event = await findEventOfRecognition(work, decisionId);
  if (event !== undefined)
    await keepEvent(work, {
      contractId: event.contract_id,
      conditionId: event.condition_id,
      dutyKey: event.duty_key,
      kind: "taken_back",
      on: work.today,
      until: null,
      note: sayHarmonisation("recognised.taken_back", {}).text,
      takesBack: event.id,
      recognitionId: decisionId,
    });
  await withdrawDecision(work, decisionId);
  await recordAudit(work, {
    action: "withdraw-recognition",
    subjectKind: "recognition",
    subjectId: decisionId,
  });
}
