/**
 * Acted on: whether the dialogue was held as agreed and what is broken was taken up (duty), and whether what was promised
 * was kept (result). Promises of both sides count. Without a dialogue on record nothing is claimed; a promise that both
 * agreed on and that covers what is broken is an agreed plan until its date.
 */
import { agendaTiming, minutesLag } from "@throughline/dialogue";
import type { LineBreak, LineFact, Station, StationTruth } from "@throughline/domain";
import { combineTruths } from "./combine-truths.ts";
import { distinctSorted } from "./compare-text.ts";
import type { KnownDialogue } from "./gather-known-dialogue.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { makeFact } from "./make-fact.ts";
import { earliestOf } from "./reckon-dates.ts";
import { reviewDialogue, type DialogueReview } from "./review-dialogue.ts";
import { say, type SentenceParams } from "./say.ts";

const isOpenSeries = ({ cadence }: KnownDialogue["series"][number]): boolean =>
  cadence.state !== "closed";

function dutyOf(dialogue: KnownDialogue, review: DialogueReview): StationTruth {
  const open = dialogue.series.filter(isOpenSeries);
  const [only] = open.length > 0 ? open : dialogue.series;
  const counterpart = only?.series.counterpart ?? "the supplier";
  const met = dialogue.meetings.some(({ heldOn }) => heldOn !== null);
  const { lapsed, next, held, agendas, minutes, unrecorded, leftOut, serious } = review;
  if (lapsed.length > 0 && lapsed.length === open.length && next === null && held.length === 0) {
    const names = distinctSorted(lapsed.map(({ series }) => series.counterpart)).join("; ");
    const since = earliestOf(
      lapsed.map(({ series, cadence }) => cadence.lastHeldOn ?? series.openedOn),
    );
    return { state: "broken", sentence: say("acted.duty.broken", { counterparts: names, since }) };
  }
  const faults =
    lapsed.length + agendas.length + minutes.length + unrecorded.length + leftOut.length;
  if (!met && lapsed.length + agendas.length + unrecorded.length === 0) {
    return next === null
      ? { state: "unknown", sentence: say("acted.duty.not_due", { counterpart }) }
      : {
          state: "on_agreed_plan",
          sentence: say("acted.duty.planned", { counterpart, next: next.on }),
        };
  }
  if (faults > 0 || held.length === 0)
    return {
      state: "partly",
      sentence: say("acted.duty.partly", {
        held: held.length,
        lapsed: lapsed.length,
        agendas: agendas.length,
        minutes: minutes.length,
        unrecorded: unrecorded.length,
        left: leftOut.length,
        open: serious.length,
      }),
    };
  const params = { held: held.length, open: serious.length };
  return { state: "whole", sentence: say("acted.duty.whole", params) };
}

function resultOf(review: DialogueReview): StationTruth {
  const { due, kept, overdue, disputed, saidDone, open, waiting, uncovered } = review;
  const params: SentenceParams = {
    due: due.length,
    kept: kept.length,
    late: kept.filter(({ standing }) => standing.state === "kept_late").length,
    overdue: overdue.length,
    disputed: disputed.length,
    said: saidDone.length,
    open: open.length,
    uncovered: uncovered.length,
    waiting: waiting.length,
    since: earliestOf(overdue.map(({ standing }) => standing.dueOn)),
  };
  if (due.length === 0 && open.length === 0)
    return waiting.length === 0
      ? { state: "unknown", sentence: say("acted.result.none") }
      : { state: "unknown", sentence: say("acted.result.unconfirmed", params) };
  const notKept = due.length - kept.length;
  if (notKept > 0)
    return kept.length === 0
      ? { state: "broken", sentence: say("acted.result.broken", params) }
      : { state: "partly", sentence: say("acted.result.partly", params) };
  const dates = open.flatMap(({ standing }) => standing.dueOn ?? []).sort();
  if (open.length > 0 && dates.length > 0 && uncovered.length === 0)
    return {
      state: "on_agreed_plan",
      sentence: say("acted.result.on_plan", { ...params, until: dates.at(-1) ?? null }),
    };
  if (due.length === 0)
    return { state: "unknown", sentence: say("acted.result.uncovered", params) };
  return uncovered.length > 0
    ? { state: "partly", sentence: say("acted.result.partly", params) }
    : { state: "whole", sentence: say("acted.result.whole", params) };
}

const withoutStop = (text: string): string => {
  const start = text.charAt(0).toLowerCase() + text.slice(1);
  return start.replace(/\.$/, "");
};

function factsOf({ asOf }: KnownFacts, dialogue: KnownDialogue): LineFact[] {
  const seriesOf = new Map(dialogue.series.map(({ series }) => [series.id, series]));
  const meetings = dialogue.meetings.map((meeting) => {
    const { id, number, heldOn, cancelledOn, on, title } = meeting;
    const held = heldOn !== null;
    const state = held
      ? "held"
      : cancelledOn !== null
        ? "cancelled"
        : on >= asOf
          ? "planned"
          : "unrecorded";
    const series = seriesOf.get(meeting.seriesId);
    const params = {
      number,
      counterpart: series?.counterpart ?? "the other side",
      on: heldOn ?? on,
      agenda: held ? withoutStop(agendaTiming(meeting, asOf).sentence.text) : null,
      minutes: held ? withoutStop(minutesLag(meeting, asOf).sentence.text) : null,
    };
    return makeFact({
      sentence: say(`fact.meeting.${state}`, params),
      source: series?.title ?? title,
      date: heldOn ?? on,
      refs: [{ kind: "meeting", id }],
    });
  });
  const cadences = dialogue.series.map(({ series, cadence }) =>
    makeFact({
      sentence: say("fact.series", { said: cadence.sentence.text }),
      source: series.title,
      date: cadence.lapsedSince ?? cadence.nextDueOn ?? cadence.lastHeldOn,
      refs: [{ kind: "series", id: series.id }],
    }),
  );
  const promises = dialogue.commitments.map(({ fact, standing }) =>
    makeFact({
      sentence: say("fact.commitment", { what: standing.what, said: standing.sentence.text }),
      source: seriesOf.get(fact.seriesId)?.title ?? fact.about ?? "dialogue",
      actor: fact.debtorName,
      date: standing.fulfilledOn ?? standing.dueOn ?? standing.lastOn,
      refs: [{ kind: "commitment", id: fact.id }],
    }),
  );
  return [...cadences, ...meetings, ...promises];
}

function headlineOf(review: DialogueReview): Station["headline"] {
  const { due, kept, open, held, next } = review;
  if (due.length > 0) return say("acted.headline.kept", { kept: kept.length, due: due.length });
  if (open.length > 0) return say("acted.headline.open", { open: open.length });
  if (held.length > 0) return say("acted.headline.held", { held: held.length });
  return next === null
    ? say("acted.headline.opened")
    : say("acted.headline.planned", { next: next.on });
}

/**
 * Computes the station. `breaks`: those of the other stations, which are what there is to act on; `before`: the stations
 * that come before. Nothing to act on is said only where each of them is known and none found anything.
 */
export function actedStation(
  known: KnownFacts,
  before: readonly Station[],
  breaks: readonly LineBreak[],
): Station {
  const { dialogue } = known;
  const base = { name: "acted", recorded: true } as const;
  if (dialogue === null) {
    const nothing = breaks.length === 0 && before.every(({ state }) => state !== "unknown");
    const state = nothing ? "not_applicable" : "unknown";
    return {
      ...base,
      state,
      headline: say(nothing ? "acted.headline.nothing" : "acted.headline.none"),
      detail: null,
      duty: { state, sentence: say(nothing ? "acted.duty.nothing" : "acted.duty.none") },
      result: { state, sentence: say(nothing ? "acted.result.nothing" : "acted.result.none") },
      facts: [],
    };
  }
  const review = reviewDialogue(dialogue, breaks, known.asOf);
  const duty = dutyOf(dialogue, review);
  const result = resultOf(review);
  const detail = {
    theirs: review.overdue.filter(({ fact }) => fact.debtor === "counterpart").length,
    ours: review.overdue.filter(({ fact }) => fact.debtor === "buyers").length,
    slips: dialogue.commitments.reduce((sum, { standing }) => sum + standing.slips.length, 0),
    waiting: review.waiting.length,
    next: review.next?.on ?? null,
  };
  const { next, ...counts } = detail;
  return {
    ...base,
    state: combineTruths(duty.state, result.state),
    headline: headlineOf(review),
    detail:
      next !== null || Object.values(counts).some((count) => count > 0)
        ? say("acted.detail", detail)
        : null,
    duty,
    result,
    facts: factsOf(known, dialogue),
  };
}
