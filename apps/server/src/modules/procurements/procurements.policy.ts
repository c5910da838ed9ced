/** What may be done to a procurement, and when. Pure. */
import type { ErrorDetail, ProcurementFacts, ProcurementStage } from "@throughline/domain";
import { sayProcurement } from "./procurement-sentences.ts";

/** Where it stands, in a sentence. */
export function sayStage(facts: ProcurementFacts, today: string) {
  const { stage, announcedOn: announced, publishedOn: published, awardedOn: awarded } = facts;
  const deadline = facts.deadlineOn;
  if (stage === "published" && deadline !== null && deadline < today)
    return sayProcurement("stage.bids_due", { deadline });
  return sayProcurement(`stage.${stage}`, { announced, published, deadline, awarded });
}

/** Moves a person makes by hand; publishing and awarding are acts of their own. */
const moves: Readonly<Record<ProcurementStage, readonly ProcurementStage[]>> = {
  drafting: [],
  published: ["drafting", "evaluating", "closed"],
  evaluating: ["published", "drafting", "closed"],
  awarded: ["closed"],
  closed: [],
};

/** Whether a move needs its reason said: what the market has seen is taken back, or nothing comes of it. */
export function needsReason(from: ProcurementStage, to: ProcurementStage): boolean {
  return to === "drafting" || (to === "closed" && from !== "awarded") || to === "published";
}

export function mayMove(from: ProcurementStage, to: ProcurementStage): boolean {
  return moves[from].includes(to);
}

/** Criteria and clauses change only before the market has them. */
export function mayChangeInstances(stage: ProcurementStage): boolean {
  return stage === "drafting";
}

/** Promises are made in bids: there are none before publication. */
export function mayHavePromises(stage: ProcurementStage): boolean {
  return stage !== "drafting";
}

/** What cannot hold together in the facts themselves. */
export function checkFacts(facts: ProcurementFacts): ErrorDetail[] {
  const details: ErrorDetail[] = [];
  const refuse = (path: string, message: string): void => void details.push({ path, message });
  if (facts.value !== null && facts.value.minorUnits < 0)
    refuse("/value/minorUnits", "A value is not negative.");
  const { announcedOn, publishedOn, deadlineOn, awardedOn } = facts;
  if (announcedOn !== null && publishedOn !== null && announcedOn > publishedOn)
    refuse("/announcedOn", "The market is told before publication, or with it.");
  if (publishedOn !== null && deadlineOn !== null && deadlineOn < publishedOn)
    refuse("/deadlineOn", "Bids are not due before publication.");
  if (publishedOn !== null && awardedOn !== null && awardedOn < publishedOn)
    refuse("/awardedOn", "It is not awarded before publication.");
  const lots = new Set<string>();
  for (const [at, { id }] of facts.lots.entries()) {
    if (id.trim() === "") refuse(`/lots/${at}/id`, "A lot has a number.");
    if (lots.has(id)) refuse(`/lots/${at}/id`, `There are two lots '${id}'.`);
    lots.add(id);
  }
  for (const [at, instance] of facts.instances.entries()) {
    for (const lot of instance.lots)
      if (!lots.has(lot)) refuse(`/instances/${at}/lots`, `There is no lot '${lot}'.`);
    if (instance.weight !== null && instance.role !== "award")
      refuse(`/instances/${at}/weight`, "Only an award criterion has a weight.");
  }
  const ids = new Set(facts.instances.map(({ id }) => id));
  for (const [at, promise] of facts.promises.entries())
    if (promise.criterionId !== null && !ids.has(promise.criterionId))
      refuse(`/promises/${at}/criterionId`, "There is no such criterion in this procurement.");
  return details;
}
