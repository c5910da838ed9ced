/** Where a request stands for whoever was asked. Pure. */
import type { AskedRequest } from "@throughline/contract";
import type { IsoDate, Sentence } from "@throughline/domain";
import { sayRequest } from "../requests/index.ts";

export interface AskedFacts {
  readonly requester: string;
  readonly dueOn: IsoDate | null;
  readonly withdrawn: { readonly on: IsoDate; readonly reason: string | null } | null;
  /** `null`: nobody here has looked at it yet. */
  readonly progress: {
    readonly productsAsked: number;
    readonly productsAnswered: number;
    readonly sitesNamed: number;
    readonly passedOn: number;
    readonly passedOnAnswered: number;
    readonly answeredOn: IsoDate | null;
  } | null;
}

export interface DecidedAsked {
  readonly state: AskedRequest["state"];
  readonly sentence: Sentence;
}

/** Exactly one state, with its sentence. */
export function decideAskedState(facts: AskedFacts, today: IsoDate): DecidedAsked {
  const { requester, dueOn: due, withdrawn, progress } = facts;
  const say = (
    state: DecidedAsked["state"],
    code: Parameters<typeof sayRequest>[0],
    params: Sentence["params"] = {},
  ): DecidedAsked => ({ state, sentence: sayRequest(code, { requester, due, ...params }) });

  if (withdrawn !== null)
    return say("withdrawn", "asked.state.withdrawn", {
      on: withdrawn.on,
      reason: withdrawn.reason,
    });
  // A release about some of the products asked about leaves the rest to wait for.
  if (
    progress !== null &&
    progress.answeredOn !== null &&
    progress.productsAnswered >= progress.productsAsked
  )
    return say("answered", "asked.state.answered", { on: progress.answeredOn });
  if (due !== null && due < today) return say("overdue", "asked.state.overdue");
  if (progress === null) return say("new", "asked.state.new");
  if (progress.passedOn > 0)
    return say("passed_on", "asked.state.passed_on", {
      passed: progress.passedOn,
      back: progress.passedOnAnswered,
      asked: progress.productsAsked,
      answered: progress.productsAnswered,
    });
  if (progress.productsAnswered > 0)
    return say("part_filled", "asked.state.part_filled", {
      asked: progress.productsAsked,
      answered: progress.productsAnswered,
    });
  if (progress.sitesNamed > 0)
    return say("part_filled", "asked.state.part_filled_sites", { sites: progress.sitesNamed });
  return say("opened", "asked.state.opened");
}

/** What is answered so far about one product, from what the record says of the product that answers for it. */
export function decideProductAnswer(facts: {
  readonly confirmed: number;
  readonly oneOfSeveral: number;
  /** The last answer about this product, else about everything. */
  readonly answer: "asked_and_refused" | "cannot_because" | "shown_false" | null;
}): "nothing_yet" | "sites" | "one_of_several" | NonNullable<typeof facts.answer> {
  if (facts.confirmed > 0) return "sites";
  if (facts.oneOfSeveral > 0) return "one_of_several";
  return facts.answer ?? "nothing_yet";
}
