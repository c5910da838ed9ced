/** Lays the threads of an alignment out as stations, with each mismatch at the place where the thread breaks. Pure. */
import type { Finding, Procurement, Thread } from "./queries.ts";

export const stationNames = [
  "asked",
  "promised",
  "agreed",
  "measured",
  "shown",
  "followed",
] as const;
export type ThreadStation = (typeof stationNames)[number];

/** How a station stands. `none`: nothing is there, which is no fault by itself. */
export type StationState = "whole" | "break" | "care" | "none";

export interface LaidStation {
  readonly name: ThreadStation;
  readonly state: StationState;
  readonly findings: readonly Finding[];
}

export interface LaidThread {
  readonly thread: Thread;
  readonly stations: readonly LaidStation[];
  /** Whether anything on it is open. */
  readonly broken: boolean;
}

const placeOf: Readonly<Record<string, ThreadStation>> = {
  criterion_without_clause: "agreed",
  clause_stricter_than_scored: "agreed",
  clause_weaker_than_scored: "agreed",
  clause_differs_from_scored: "agreed",
  promise_not_carried: "agreed",
  promise_carried_weaker: "agreed",
  clause_without_follow_up: "measured",
  evidence_below_minimum: "shown",
  nobody_follows_up: "followed",
  no_hours_to_follow_up: "followed",
};

/** Where on a thread a mismatch shows: what is about one criterion or clause only, at that one. */
export function stationOf(finding: Finding, thread: Thread): ThreadStation {
  const place = placeOf[finding.code];
  if (place !== undefined) return place;
  return finding.instanceIds.some((id) => thread.criteria.includes(id)) ? "asked" : "agreed";
}

function isThere(thread: Thread, name: ThreadStation): boolean {
  if (name === "asked") return thread.criteria.length > 0;
  if (name === "promised") return thread.promises.length > 0;
  if (name === "agreed") return thread.clauses.length > 0;
  if (name === "measured") return thread.kpis.length > 0 || thread.dialogue;
  if (name === "shown") return thread.evidenceTypes.length > 0;
  return thread.person !== null;
}

function stateOf(there: boolean, findings: readonly Finding[]): StationState {
  const open = findings.filter(({ waiver }) => waiver === null);
  if (open.some(({ severity }) => severity !== "advice")) return "break";
  if (open.length > 0) return "care";
  return there ? "whole" : "none";
}

/** The threads with their stations; promises have one only where there are any. */
export function layThreads(alignment: Procurement["alignment"]): LaidThread[] {
  const byKey = new Map(alignment.findings.map((finding) => [finding.key, finding]));
  const anyPromise = alignment.threads.some(({ promises }) => promises.length > 0);
  return alignment.threads.map((thread) => {
    const findings = thread.findings.flatMap((key) => byKey.get(key) ?? []);
    const stations = stationNames
      .filter((name) => name !== "promised" || anyPromise)
      .map((name) => {
        const here = findings.filter((finding) => stationOf(finding, thread) === name);
        return { name, state: stateOf(isThere(thread, name), here), findings: here };
      });
    return { thread, stations, broken: findings.some(({ waiver }) => waiver === null) };
  });
}

/** Mismatches of the procurement as a whole: on no thread. */
export function findingsOfTheWhole(alignment: Procurement["alignment"]): Finding[] {
  const held = new Set(alignment.threads.flatMap(({ findings }) => findings));
  return alignment.findings.filter(({ key }) => !held.has(key));
}
