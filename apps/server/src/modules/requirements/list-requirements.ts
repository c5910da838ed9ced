/** Lists the library: canonical requirements and our own, by title. */
import type { LibraryEntry, LibraryStanding } from "@throughline/contract";
import type { RequirementRole } from "@throughline/domain";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { describeEntry, standingOf } from "./describe-requirement.ts";
import { openHouseLibrary } from "./house-library.ts";
import { countUses } from "./uses.store.ts";

/** A page of it. The library is small (dozens, at most hundreds): it is filtered in memory. */
export async function listRequirements(
  work: Work,
  input: {
    readonly role?: RequirementRole | undefined;
    readonly issue?: string | undefined;
    readonly standing?: LibraryStanding | undefined;
    readonly held?: boolean | undefined;
    readonly search?: string | undefined;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{
  items: LibraryEntry[];
  next: string | null;
  total: number;
  issues: string[];
  shortName: string;
  can: { write: boolean };
}> {
  const library = await openHouseLibrary(work);
  const uses = await countUses(work);
  // An own requirement that was given up stays in the list only while it stands somewhere.
  const all = library.keys.flatMap((key) => {
    const found = library.find(key, null);
    const shown = library.isCanonical(key) || library.held.has(key) || uses.has(key);
    return found === undefined || !shown ? [] : [found];
  });
  const text = input.search?.trim().toLowerCase() ?? "";
  const matching = all
    .filter((one) => {
      const standing = standingOf(library, one.key);
      return (
        (input.role === undefined || one.roles.includes(input.role)) &&
        (input.issue === undefined || one.issues.includes(input.issue)) &&
        (input.standing === undefined || standing === input.standing) &&
        (input.held === undefined || (standing !== "available") === input.held) &&
        (text === "" ||
          [one.title, one.key, one.purpose].some((part) => part.toLowerCase().includes(text)))
      );
    })
    .map((one) => ({ one, key: [one.title.toLowerCase(), one.key] as const }))
    .toSorted((a, b) => compare(a.key, b.key));
  const after =
    input.after === undefined ? null : decodeCursor(input.after, z.tuple([z.string(), z.string()]));
  const { rows, next } = cutPage(
    matching.filter(({ key }) => after === null || compare(key, after) > 0),
    input.limit,
    ({ key }) => key,
  );
  return {
    items: rows.map(({ one }) => describeEntry(one, library, uses.get(one.key))),
    next,
    total: matching.length,
    issues: [...new Set(all.flatMap(({ issues }) => issues))].toSorted(),
    shortName: library.shortName,
    can: { write: may(work, "requirement.write") },
  };
}

function compare(a: readonly [string, string], b: readonly [string, string]): number {
  if (a[0] !== b[0]) return a[0] < b[0] ? -1 : 1;
  return a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0;
}
