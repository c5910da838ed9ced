/** Threads: criterion ↔ promise ↔ clause ↔ indicator, evidence, dialogue ↔ person, one for each requirement. */
import type { RequirementInstance } from "@throughline/domain";
import type { AlignmentFinding, AlignmentThread } from "./alignment-shapes.ts";
import type { AlignmentContext } from "./gather-context.ts";

function personOf(clauses: readonly RequirementInstance[]): AlignmentThread["person"] {
  const named = clauses.find(
    ({ followUp }) => followUp !== null && (followUp.personId !== null || followUp.role !== null),
  )?.followUp;
  if (named == null) return null;
  const hours = clauses.flatMap(({ followUp }) => followUp?.hoursPerMonth ?? []);
  return {
    personId: named.personId,
    role: named.role,
    hoursPerMonth: hours.length === 0 ? null : hours.reduce((sum, one) => sum + one, 0),
  };
}

interface Strand {
  readonly key: string;
  readonly requirement: string | null;
  readonly title: string;
  readonly instances: readonly RequirementInstance[];
  readonly promises: readonly string[];
}

function makeThread(
  { key, requirement, title, instances, promises }: Strand,
  byId: ReadonlyMap<string, readonly string[]>,
): AlignmentThread {
  const clauses = instances.filter(({ role }) => role === "clause");
  const followUps = clauses.flatMap(({ followUp }) => followUp ?? []);
  const ids = [...instances.map(({ id }) => id), ...promises];
  return {
    key,
    requirement,
    title,
    criteria: instances.filter(({ role }) => role !== "clause").map(({ id }) => id),
    promises,
    clauses: clauses.map(({ id }) => id),
    kpis: [...new Set(followUps.flatMap(({ kpis }) => kpis.map(({ kpi }) => kpi)))],
    evidenceTypes: [...new Set(followUps.flatMap(({ evidenceTypes }) => evidenceTypes))],
    dialogue: followUps.some(({ ways }) => ways.includes("dialogue")),
    person: personOf(clauses),
    findings: [...new Set(ids.flatMap((id) => byId.get(id) ?? []))],
  };
}

/** One thread for each requirement, in the order they stand; what is of no requirement stands alone. */
export function listThreads(
  context: AlignmentContext,
  findings: readonly AlignmentFinding[],
): AlignmentThread[] {
  const { instances, promises } = context.facts;
  const byId = new Map<string, string[]>();
  for (const { key, instanceIds, promiseIds } of findings) {
    for (const id of [...instanceIds, ...promiseIds]) {
      const keys = byId.get(id);
      if (keys === undefined) byId.set(id, [key]);
      else keys.push(key);
    }
  }
  const requirementOf = new Map(instances.map(({ id, requirement }) => [id, requirement]));
  const promisesOf = Map.groupBy(
    promises,
    ({ requirement, criterionId }) =>
      requirement ?? (criterionId === null ? null : (requirementOf.get(criterionId) ?? null)),
  );
  const strands: Strand[] = [...context.instancesOf].map(([key, group]) => ({
    key,
    requirement: key,
    title: context.newest(key)?.title ?? group[0]?.title ?? key,
    instances: group,
    promises: (promisesOf.get(key) ?? []).map(({ id }) => id),
  }));
  for (const [key, group] of promisesOf)
    if (key !== null && !context.instancesOf.has(key))
      strands.push({
        key,
        requirement: key,
        title: context.newest(key)?.title ?? key,
        instances: [],
        promises: group.map(({ id }) => id),
      });
  const alone = promisesOf.get(null) ?? [];
  for (const instance of instances.filter(({ requirement }) => requirement === null))
    strands.push({
      key: instance.id,
      requirement: null,
      title: instance.title,
      instances: [instance],
      promises: alone.filter(({ criterionId }) => criterionId === instance.id).map(({ id }) => id),
    });
  const held = new Set(instances.map(({ id }) => id));
  for (const { id, text, criterionId } of alone)
    if (criterionId === null || !held.has(criterionId))
      strands.push({ key: id, requirement: null, title: text, instances: [], promises: [id] });
  return strands.map((strand) => makeThread(strand, byId));
}
