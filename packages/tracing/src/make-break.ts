/** Builds a break with its next action. Ids come from what is broken, never from the wording. */
import type { FactRef, LineBreak, NextAction, Sentence } from "@throughline/domain";
import type { KnownFacts } from "./gather-known-facts.ts";
import { identifyContent } from "./identify-content.ts";
import { sortRefs } from "./make-fact.ts";

/** A break before it has its ids and owner. `rank` orders breaks of one severity: lower comes first. */
export interface BreakDraft {
  readonly station: LineBreak["station"];
  readonly severity: LineBreak["severity"];
  readonly rank: number;
  readonly sentence: Sentence;
  readonly dueOn: string | null;
  /** Tells apart breaks of one kind that point at the same things. */
  readonly key?: string;
  readonly refs: readonly FactRef[];
  readonly action: {
    readonly kind: NextAction["kind"];
    readonly sentence: Sentence;
    readonly why: Sentence;
  };
}

/** A break and its order. */
export interface RankedBreak {
  readonly rank: number;
  readonly value: LineBreak;
}

/** The owner is the person who follows up the contract; `null` says honestly that nobody is assigned. */
export function makeBreak(known: KnownFacts, draft: BreakDraft): RankedBreak {
  const refs = sortRefs(draft.refs);
  const parts = [
    draft.sentence.code,
    draft.key ?? "",
    ...refs.map((ref) => `${ref.kind}:${ref.id}`),
  ];
  const content = identifyContent("", parts);
  const owner = known.contract.followUp?.person ?? null;
  return {
    rank: draft.rank,
    value: {
      id: `break${content}`,
      station: draft.station,
      severity: draft.severity,
      sentence: draft.sentence,
      owner,
      dueOn: draft.dueOn,
      refs,
      action: {
        id: `action${content}`,
        ...draft.action,
        owner,
        dueOn: draft.dueOn,
        refs,
      },
    },
  };
}
