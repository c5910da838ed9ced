/** Where a request stands, and the sentence that says why nothing is happening. Pure. */
import type { RequestState } from "@throughline/contract";
import type { IsoDate, Sentence } from "@throughline/domain";
import { sayRequest } from "./request-texts.en.ts";

/** How far the addressee is. Dates are the days of the instants. */
export interface ProgressFacts {
  readonly firstOpenedOn: IsoDate;
  readonly productsAsked: number;
  readonly productsAnswered: number;
  readonly sitesNamed: number;
  readonly passedOn: number;
  readonly passedOnAnswered: number;
  readonly answeredOn: IsoDate | null;
}

/** What is known of a request. */
export interface RequestFacts {
  readonly addressee: string;
  readonly draftedOn: IsoDate;
  readonly sentOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly withdrawn: { readonly on: IsoDate; readonly reason: string } | null;
  /** `null`: not sent by link and code. */
  readonly delivery: {
    /** `null`: link and code are handed over without a mail. */
    readonly mail: "queued" | "held" | "sent" | "bounced" | "failed" | null;
    /** What the receiving server said, where the last mail came back. */
    readonly bounce: string | null;
    readonly progress: ProgressFacts | null;
  } | null;
  /** What was recorded by hand, or came as a disclosure. `products` of `of`; `whole` when it speaks about everything asked. */
  readonly answer: {
    readonly on: IsoDate;
    readonly whole: boolean;
    readonly products: number;
    readonly of: number;
  } | null;
}

export interface DecidedState {
  readonly state: RequestState;
  readonly sentence: Sentence;
}

/** States in which somebody waits for somebody. */
export const openStates: ReadonlySet<RequestState> = new Set<RequestState>([
  "held",
  "sent",
  "bounced",
  "not_opened",
  "opened",
  "part_filled",
  "passed_on",
  "overdue",
]);

/**
 * Exactly one state, with its sentence. A letter that never arrived stays that, also when its day has passed: the
 * addressee is not late with what it never got.
 */
export function decideRequestState(facts: RequestFacts, today: IsoDate): DecidedState {
  const { addressee, sentOn: sent, dueOn: due, withdrawn, delivery, answer } = facts;
  const progress = delivery?.progress ?? null;
  const late = due !== null && due < today ? 1 : 0;
  const say = (
    state: RequestState,
    code: Parameters<typeof sayRequest>[0],
    params: Sentence["params"] = {},
  ): DecidedState => ({ state, sentence: sayRequest(code, { addressee, sent, due, ...params }) });

  if (withdrawn !== null) {
    const { on, reason } = withdrawn;
    return sent === null
      ? say("withdrawn", "request.state.withdrawn_draft", { on, reason })
      : say("withdrawn", "request.state.withdrawn", { on, reason });
  }
  if (progress !== null && progress.answeredOn !== null) {
    const { answeredOn: on, productsAsked: asked, productsAnswered: answered } = progress;
    if (answered >= asked || sent === null)
      return say("answered", "request.state.answered", { on });
    // A release about some of the products asked about leaves the rest to wait for.
    return late === 1
      ? say("overdue", "request.state.overdue_part_answered", { asked, answered })
      : say("part_filled", "request.state.answered_products", { on, asked, answered });
  }
  if (answer !== null && answer.whole) {
    return say("answered", "request.state.answered", { on: answer.on });
  }
  if (sent === null) return say("draft", "request.state.draft", { drafted: facts.draftedOn });
  if (progress === null && delivery !== null) {
    if (delivery.mail === "bounced" || delivery.mail === "failed")
      return say("bounced", "request.state.bounced", { why: delivery.bounce, late });
    if (delivery.mail === "held") return say("held", "request.state.held", { late });
  }
  const open = decideOpen(facts, sent);
  return late === 1
    ? say("overdue", open.late, open.params)
    : say(open.state, open.code, open.params);
}

interface OpenState {
  readonly state: RequestState;
  readonly code: Parameters<typeof sayRequest>[0];
  /** What is said of it once the day has passed. */
  readonly late: Parameters<typeof sayRequest>[0];
  readonly params: Sentence["params"];
}

/** A request that arrived, or may have, and waits. */
function decideOpen({ delivery, answer }: RequestFacts, sent: IsoDate): OpenState {
  const progress = delivery?.progress ?? null;
  if (progress !== null && progress.passedOn > 0) {
    return {
      state: "passed_on",
      code: "request.state.passed_on",
      late: "request.state.overdue_passed_on",
      params: {
        passed: progress.passedOn,
        back: progress.passedOnAnswered,
        asked: progress.productsAsked,
        answered: progress.productsAnswered,
      },
    };
  }
  if (answer !== null) {
    return {
      state: "part_filled",
      code: "request.state.part_answered",
      late: "request.state.overdue_part_answered",
      params: { on: answer.on, answered: answer.products, asked: answer.of },
    };
  }
  if (delivery === null) {
    return {
      state: "sent",
      code: "request.state.sent_otherwise",
      late: "request.state.overdue_otherwise",
      params: {},
    };
  }
  if (progress === null) {
    const late = "request.state.overdue_not_opened";
    if (delivery.mail === "queued")
      return { state: "sent", code: "request.state.on_its_way", late, params: {} };
    const code = delivery.mail === null ? "request.state.not_handed" : "request.state.not_opened";
    return { state: "not_opened", code, late, params: { sent } };
  }
  const { firstOpenedOn: opened, productsAsked: asked, productsAnswered: answered } = progress;
  const { sitesNamed: sites } = progress;
  if (answered > 0) {
    return {
      state: "part_filled",
      code: "request.state.part_filled",
      late: "request.state.overdue_part_filled",
      params: { opened, asked, answered },
    };
  }
  if (sites > 0) {
    return {
      state: "part_filled",
      code: "request.state.part_filled_sites",
      late: "request.state.overdue_part_filled_sites",
      params: { opened, sites },
    };
  }
  return {
    state: "opened",
    code: "request.state.opened",
    late: "request.state.overdue_opened",
    params: { opened },
  };
}
