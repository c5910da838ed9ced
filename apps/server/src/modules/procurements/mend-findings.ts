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

/** Mends the findings of these keys, in that order; says what could not be mended, and why. */
export function mendFindings(bench: Bench, keys: readonly string[], give: Given): Mended {
  const { loaded, before, find } = bench;
  const changes: ChangePreview["changes"] = [];
  const left: ChangePreview["left"] = [];
  let { facts } = loaded;
  let standing = before;
  for (const key of keys) {
    const finding = standing.find((one) => one.key === key);
    if (finding === undefined) {
      // Mended along with another, or gone since it was looked at.
      if (!before.some((one) => one.key === key))
        left.push({ findingKey: key, sentence: sayProcurement("fix.gone") });
      continue;
    }
    const leave = (code: "fix.none" | "fix.failed" | "fix.needs", needs = ""): void => {
      const params = { finding: finding.sentence.text, needs };
      left.push({ findingKey: key, sentence: sayProcurement(code, params) });
    };
    if (finding.fix === null) {
      leave("fix.none");
      continue;
    }
    const missing = listMissing(finding.fix.needs, give);
    if (missing.length > 0) {
      leave("fix.needs", missing.join("; "));
      continue;
    }
    const mended = giveIds({
      ...loaded,
      facts: applyFix(facts, finding.fix, withoutGaps(give)),
    }).facts;
    const after = find(mended);
    if (after.some((one) => one.key === key)) {
      leave("fix.failed");
      continue;
    }
    changes.push({
      findingKey: key,
      instanceId: finding.instanceIds[0] ?? null,
      sentence: finding.fix.sentence,
    });
    facts = mended;
    standing = after;
  }
  return { facts, changes, left, open: { before: countOpen(before), after: countOpen(standing) } };
}
