import type { Requirement } from "@throughline/domain";

/** A requirement of the library before its wordings and URN are put to it. */
export type CanonicalRequirement = Omit<Requirement, "urn" | "wordings" | "variants"> & {
  readonly variants: readonly Omit<Requirement["variants"][number], "wordings">[];
};

type Reference = Requirement["references"][number];

/** A law, standard or guidance with the place in it. */
export function refersTo(framework: string, place: string | null, note: string): Reference {
  return { framework, place, note };
}

/** The day this edition of the library was made. */
export const edition = "2026-11-20";

/** A first version: nothing to look at again. */
export const firstVersion: Pick<Requirement, "version" | "changes" | "publishedOn"> = {
  version: 1,
  changes: [],
  publishedOn: edition,
};
