/** `docs/glossary.md` explains every word of the domain's closed lists, and no word that is in none of them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as domain from "@throughline/domain";
import { projectRoot } from "./list-project-files.ts";
import { finishCheck } from "./report-check.ts";
import type { CheckReport } from "./report-check.ts";

/** A heading over the part that explains the closed lists; below it each word stands in a table's first cell. */
const listsHeading = "## Words of the closed lists";

/** The closed lists of the domain's vocabulary, by the name they are exported under. */
export const vocabularyLists: Readonly<Record<string, readonly string[]>> = {
  stationNames: domain.stationNames,
  lineStates: domain.lineStates,
  tiers: domain.tiers,
  traceLinkKinds: domain.traceLinkKinds,
  disclosureAnswers: domain.disclosureAnswers,
  verificationLevels: domain.verificationLevels,
  addressPrecisions: domain.addressPrecisions,
  screeningStatuses: domain.screeningStatuses,
  screeningVerdicts: domain.screeningVerdicts,
  matchBands: domain.matchBands,
  rowOutcomes: domain.rowOutcomes,
  organisationRoles: domain.organisationRoles,
  memberRoles: domain.memberRoles,
  rowFlags: domain.rowFlags,
};

/** `source` is the text of `vocabulary.ts`: a list exported there and not given here would escape the check. */
export function checkGlossary(
  glossary: string,
  source: string,
  lists: Readonly<Record<string, readonly string[]>>,
  floor: number,
): CheckReport {
  const faults: string[] = [];
  const [, part = ""] = glossary.split(listsHeading);
  const explained = new Map<string, string>();
  for (const [, word, meaning] of part.matchAll(/^\| `([a-z_]+)` \| (.*) \|$/gm)) {
    if (word !== undefined && meaning !== undefined) explained.set(word, meaning.trim());
  }
  for (const [, name] of source.matchAll(/^export const ([a-z]\w*) = \[/gm)) {
    if (name !== undefined && !Object.hasOwn(lists, name))
      faults.push(`tools/checks/check-glossary.ts:1 does not look at the list "${name}"`);
  }
  const words = new Set(Object.values(lists).flat());
  for (const word of words) {
    if ((explained.get(word) ?? "").length < 10)
      faults.push(`docs/glossary.md:1 "${word}" is not explained`);
  }
  for (const word of explained.keys()) {
    if (!words.has(word))
      faults.push(`docs/glossary.md:1 "${word}" is in no list of the vocabulary any more`);
  }
  return { name: "glossary", looked: words.size, floor, unit: "words", faults };
}

if (import.meta.main) {
  const glossary = readFileSync(join(projectRoot, "docs/glossary.md"), "utf8");
  const source = readFileSync(join(projectRoot, "packages/domain/src/vocabulary.ts"), "utf8");
  finishCheck(checkGlossary(glossary, source, vocabularyLists, 50));
}
