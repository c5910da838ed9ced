/** One requirement with its versions, what we hold of it and where it stands. */
import type { RequirementDetail, VersionChange } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { fillWording, frameworks } from "@throughline/requirements";
import { may, type Work } from "../../platform/api.ts";
import { describeEntry, describeHeld, describeUse, sayValues } from "./describe-requirement.ts";
import { openHouseLibrary, type HouseLibrary } from "./house-library.ts";
import { sayRequirement } from "./requirement-sentences.ts";
import { countUses, keepReadable, readUses } from "./uses.store.ts";

const shownAtMost = 500;

/** The requirement, or `not_found`. */
export async function showRequirement(work: Work, key: string): Promise<RequirementDetail> {
  const library = await openHouseLibrary(work);
  const requirement = library.find(key, null);
  if (requirement === undefined)
    throw new AppError("not_found", "There is no such requirement here.");
  const held = library.held.get(key);
  const usedIn = keepReadable(work, await readUses(work, key));
  return {
    ...describeEntry(requirement, library, (await countUses(work)).get(key)),
    requirement,
    versions: [...library.versions(key)],
    adoption: held === undefined ? null : describeHeld(held),
    history: (library.history.get(key) ?? [])
      .filter(({ until }) => until !== null)
      .map(describeHeld),
    houseAsks: held === undefined ? null : sayValues(requirement, held.values),
    clauses: requirement.wordings.flatMap(({ language }) => {
      const clause = fillWording(requirement, language, held?.values ?? {});
      return clause === undefined || clause.text === "" ? [] : [{ ...clause }];
    }),
    variantsAsk: requirement.variants.map(({ values }) => sayValues(requirement, values)),
    frameworks: frameworks
      .filter(({ id }) => requirement.references.some(({ framework }) => framework === id))
      .map(({ id, name, jurisdiction, confidence }) => ({ id, name, jurisdiction, confidence })),
    usedIn: usedIn.slice(0, shownAtMost).map((use) => describeUse(use, library, key)),
    usesLeftOut: Math.max(0, usedIn.length - shownAtMost),
    can: { write: may(work, "requirement.write") },
  };
}

/** What is different from one version to a later one, as the library says it. */
export function listChanges(
  library: HouseLibrary,
  key: string,
  from: number,
  to: number,
): VersionChange[] {
  return library
    .versions(key)
    .filter(({ version }) => version > from && version <= to)
    .toReversed()
    .flatMap(({ changes }) =>
      changes.map(({ parameter, note, lookAgain }) => ({
        parameter,
        what: sayRequirement("version.change", { note }),
        note,
        lookAgain,
      })),
    );
}
