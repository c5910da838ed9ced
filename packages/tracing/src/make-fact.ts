/** Facts behind a figure, with ids made from what they say and point at. */
import type { FactRef, LineFact, Sentence } from "@throughline/domain";
import { compareText } from "./compare-text.ts";
import { identifyContent } from "./identify-content.ts";

/** Distinct references in a fixed order: by kind, then by id. */
export function sortRefs(refs: readonly FactRef[]): FactRef[] {
  const sorted = [...refs].sort((a, b) => compareText(a.kind, b.kind) || compareText(a.id, b.id));
  return sorted.filter((ref, at) => {
    const before = sorted[at - 1];
    return before === undefined || before.id !== ref.id || before.kind !== ref.kind;
  });
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
