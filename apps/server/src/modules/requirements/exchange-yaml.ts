/** Requirements out to a YAML file and in from one. What is taken in becomes our own; the library's stay the library's. */
import type { requirements } from "@throughline/contract";
import { AppError, type Requirement } from "@throughline/domain";
import { readLibraryYaml, writeLibraryYaml } from "@throughline/interchange";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { isDeepStrictEqual } from "node:util";
import type { Work } from "../../platform/api.ts";
import { openHouseLibrary, type HouseLibrary } from "./house-library.ts";
import { holdOwn } from "./hold-requirement.ts";
import { sayRequirement } from "./requirement-sentences.ts";
import { checkOwn } from "./requirements.policy.ts";

type Outputs = InferContractRouterOutputs<typeof requirements>;
type Inputs = InferContractRouterInputs<typeof requirements>;

/** What is held, our own alone, or the whole library with what we made of it. */
export async function exportYaml(work: Work, which: "held" | "own" | "all"): Promise<string> {
  const library = await openHouseLibrary(work);
  const chosen = library.keys.flatMap((key) => {
    const held = library.held.get(key);
    const wanted =
      which === "all" ? true : which === "own" ? held?.standing === "own" : held !== undefined;
    if (!wanted || (held === undefined && !library.isCanonical(key))) return [];
    const requirement = library.find(key, null);
    return requirement === undefined ? [] : [requirement];
  });
  return writeLibraryYaml(chosen);
}

/** Of one key in a file the newest version counts; the older ones are its past. */
function newestOf(read: readonly Requirement[]): Requirement[] {
  return [...Map.groupBy(read, ({ key }) => key).values()].map((all) =>
    all.reduce((newest, one) => (one.version > newest.version ? one : newest)),
  );
}

type Item = Outputs["importYaml"]["items"][number];

function judge(requirement: Requirement, library: HouseLibrary): Item["what"] {
  const { key } = requirement;
  if (library.isCanonical(key)) return "canonical";
  const held = library.held.get(key)?.content;
  if (held === undefined || held === null) return "new";
  const bare = ({ urn: _u, version: _v, publishedOn: _p, changes: _c, ...rest }: Requirement) =>
    rest;
  return isDeepStrictEqual(bare(requirement), bare(held)) ? "same" : "changed";
}

/** Reads a file; takes it when it is no dry run and has no fault. All of it or none. */
export async function importYaml(
  work: Work,
  input: Inputs["importYaml"],
): Promise<Outputs["importYaml"]> {
  const dryRun = input.dryRun ?? true;
  const read = readLibraryYaml(input.text);
  const library = await openHouseLibrary(work);
  const faults = read.ok
    ? read.requirements.flatMap((requirement, at) =>
        library.isCanonical(requirement.key)
          ? []
          : checkOwn(requirement)
              // URN and version are given by us.
              .filter(({ path }) => path !== "/urn")
              .map(({ path, message }) => {
                const pointer = `/requirements/${at}${path}`;
                return { line: read.lineOf(pointer), path: pointer, message };
              }),
      )
    : read.faults.map((fault) => ({ ...fault }));
  if (!read.ok || faults.length > 0) {
    if (dryRun) return { done: false, faults, items: [] };
    throw new AppError(
      "requirement_file_invalid",
      faults[0]?.message,
      faults.map(({ line, path, message }) => ({ path, message: `Line ${line}: ${message}` })),
    );
  }
  const chosen = newestOf(read.requirements).map((requirement) => ({
    requirement,
    what: judge(requirement, library),
  }));
  if (!dryRun)
    for (const { requirement, what } of chosen) {
      if (what !== "new" && what !== "changed") continue;
      const { urn: _u, version: _v, publishedOn: _p, changes, ...content } = requirement;
      await holdOwn(work, {
        content,
        values: library.held.get(requirement.key)?.values ?? {},
        reason: input.reason ?? "Read from a file.",
        version: library.held.get(requirement.key)?.number ?? null,
        changes: what === "new" ? [] : changes,
      });
    }
  return {
    done: !dryRun,
    faults: [],
    items: chosen.map(({ requirement: { key, title }, what }) => ({
      key,
      title,
      what,
      sentence: sayRequirement(`yaml.${what}`, {
        title,
        version: (library.history.get(key)?.[0]?.number ?? 0) + 1,
      }),
    })),
  };
}
