/** Facts behind a figure, with ids made from what they say and point at. */
import type { FactRef, LineFact, Sentence } from "@throughline/domain";
import { compareText } from "./compare-text.ts";
import { identifyContent } from "./identify-content.ts";

/** Distinct references in a fixed order. */
export function sortRefs(refs: readonly FactRef[]): FactRef[] {
  const byKey = new Map(refs.map((ref) => [`${ref.kind}:${ref.id}`, ref]));
  return [...byKey].sort((a, b) => compareText(a[0], b[0])).map(([, ref]) => ref);
}

/** Builds a fact; its id depends on the sentence's code and what it points at, not on wording. */
export function makeFact(fact: {
  readonly sentence: Sentence;
  readonly source: string;
  readonly actor?: string | null;
  readonly date?: string | null;
  readonly refs: readonly FactRef[];
  /** Tells apart facts that say the same kind of thing about the same things. */
  readonly key?: string;
}): LineFact {
  const refs = sortRefs(fact.refs);
  return {
    id: identifyContent("fact", [
      fact.sentence.code,
      fact.key ?? "",
      ...refs.map((ref) => `${ref.kind}:${ref.id}`),
    ]),
    sentence: fact.sentence,
    source: fact.source,
    actor: fact.actor ?? null,
    date: fact.date ?? null,
    refs,
  };
}
