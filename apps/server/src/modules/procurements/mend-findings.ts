/** Mends mismatches one after the other; each is looked for again after the one before. Changes nothing that is kept. */
import type { ChangePreview } from "@throughline/contract";
import type { IsoDate, ProcurementFacts } from "@throughline/domain";
import { applyFix, type AlignmentFinding, type FixGiven } from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { alignFacts, askFor, countOpen, openGround, type AlignmentGround } from "./align.ts";
import { giveIds } from "./change-procurement.ts";
import type { LoadedProcurement } from "./load-procurement.ts";
import { sayProcurement } from "./procurement-sentences.ts";

/** What a person says for a fix that needs it, as it comes from the API. */
export interface Given {
  readonly personId?: string | null | undefined;
  readonly role?: string | null | undefined;
  readonly hoursPerMonth?: number | null | undefined;
  readonly text?: string | null | undefined;
  readonly number?: number | null | undefined;
  readonly date?: IsoDate | null | undefined;
}

/** What a fix needs to be told and is not. */
export function listMissing(
  needs: readonly ("person" | "text" | "number" | "date")[],
  give: Given,
): string[] {
  const isThere = (value: unknown): boolean => value !== null && value !== undefined;
  const said = {
    person: isThere(give.personId) || isThere(give.role),
    text: isThere(give.text),
    number: isThere(give.hoursPerMonth) || isThere(give.number),
    date: isThere(give.date),
  };
  return needs.filter((need) => !said[need]);
}

function withoutGaps(give: Given): FixGiven {
  return Object.fromEntries(
    Object.entries(give).filter(([, value]) => value !== undefined),
  ) satisfies FixGiven;
}

/** A procurement with all that aligning it takes, and what is found as it stands. */
export interface Bench {
  readonly loaded: LoadedProcurement;
  readonly ground: AlignmentGround;
  readonly trial: ReturnType<typeof askFor>;
  readonly before: readonly AlignmentFinding[];
  readonly find: (facts: ProcurementFacts) => readonly AlignmentFinding[];
}

export async function openBench(work: Work, loaded: LoadedProcurement): Promise<Bench> {
  const ground = await openGround(work);
  const trial = askFor(work, ground, loaded);
  const find = (facts: ProcurementFacts): readonly AlignmentFinding[] =>
    alignFacts(work, ground, { ...loaded, facts }, trial).findings;
  return { loaded, ground, trial, find, before: find(loaded.facts) };
}

export interface Mended {
  readonly facts: ProcurementFacts;
  readonly changes: ChangePreview["changes"];
  readonly left: ChangePreview["left"];
  readonly open: {
    readonly before: ChangePreview["before"];
    readonly after: ChangePreview["after"];
  };
}

/** What a fix lays hands on: two that share nothing can be done without looking again in between. */
function touchesOf({ instanceIds, promiseIds, fix }: AlignmentFinding): string[] {
  const added = fix?.kind === "add_instances" ? fix.instances : [];
  return [
    ...instanceIds,
    ...promiseIds,
    ...added.map(({ requirement, role }) => `${requirement ?? ""} ${role}`),
    // Weights, hours and deadlines are of the whole.
    ...(instanceIds.length === 0 && added.length === 0 ? ["whole"] : []),
  ];
}

/** The next findings that share nothing with each other, in the order given. */
function takeRound(
  keys: readonly string[],
  standing: ReadonlyMap<string, AlignmentFinding>,
): AlignmentFinding[] {
  const touched = new Set<string>();
  return keys.flatMap((key) => {
    const finding = standing.get(key);
    if (finding === undefined) return [];
    const touches = touchesOf(finding);
    if (touches.some((one) => touched.has(one))) return [];
    for (const one of touches) touched.add(one);
    return [finding];
  });
}

/**
 * Mends the findings of these keys; says what could not be mended, and why. Those that share nothing are mended in one
 * round, then all is looked at anew: a few rounds, however many findings.
 */
export function mendFindings(bench: Bench, keys: readonly string[], give: Given): Mended {
  const { loaded, before, find } = bench;
  const given = withoutGaps(give);
  const changes: ChangePreview["changes"] = [];
  const left: ChangePreview["left"] = [];
  const leave = (
    { key, sentence }: AlignmentFinding,
    code: "fix.none" | "fix.failed" | "fix.needs",
    needs = "",
  ): void => {
    const params = { finding: sentence.text, needs };
    left.push({ findingKey: key, sentence: sayProcurement(code, params) });
  };
  const mend = (facts: ProcurementFacts, findings: readonly AlignmentFinding[]) =>
    findings.reduce(
      (so, { fix }) =>
        fix === null ? so : giveIds({ ...loaded, facts: applyFix(so, fix, given) }).facts,
      facts,
    );
  const byKey = (findings: readonly AlignmentFinding[]) =>
    new Map(findings.map((finding) => [finding.key, finding]));
  let { facts } = loaded;
  let standing = byKey(before);
  for (const key of keys)
    if (!standing.has(key)) left.push({ findingKey: key, sentence: sayProcurement("fix.gone") });
  let open = keys.filter((key) => {
    const finding = standing.get(key);
    if (finding === undefined) return false;
    if (finding.fix === null) leave(finding, "fix.none");
    const missing = finding.fix === null ? [] : listMissing(finding.fix.needs, give);
    if (missing.length > 0) leave(finding, "fix.needs", missing.join("; "));
    return finding.fix !== null && missing.length === 0;
  });
  while (open.length > 0) {
    let round = takeRound(open, standing);
    if (round.length === 0) break;
    let mended = mend(facts, round);
    let after = byKey(find(mended));
    if (round.length > 1 && round.some(({ key }) => after.has(key))) {
      // One of them stands in another's way: this time only the first.
      round = round.slice(0, 1);
      mended = mend(facts, round);
      after = byKey(find(mended));
    }
    const [first] = round;
    if (first !== undefined && after.has(first.key)) {
      leave(first, "fix.failed");
      open = open.filter((key) => key !== first.key);
      continue;
    }
    for (const { key, instanceIds, fix } of round)
      if (fix !== null)
        changes.push({
          findingKey: key,
          instanceId: instanceIds[0] ?? null,
          sentence: fix.sentence,
        });
    facts = mended;
    standing = after;
    const done = new Set(round.map(({ key }) => key));
    // What is gone was mended along with another.
    open = open.filter((key) => !done.has(key) && after.has(key));
  }
  const after = [...standing.values()];
  return { facts, changes, left, open: { before: countOpen(before), after: countOpen(after) } };
}
