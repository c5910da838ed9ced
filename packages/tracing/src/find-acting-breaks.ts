/** Breaks in acting: promises late on either side, words nobody answers, minutes and agendas that did not leave, dialogue that lapsed. */
import { agendaTiming } from "@throughline/dialogue";
import { addDays, type LineBreak } from "@throughline/domain";
import type { KnownCommitment } from "./gather-known-dialogue.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { makeBreak, type BreakDraft, type RankedBreak } from "./make-break.ts";
import { daysBetween } from "./reckon-dates.ts";
import { reviewDialogue } from "./review-dialogue.ts";
import { say } from "./say.ts";

/** Our own habit, not a law: two weeks to say yes or no to what the other side wrote down. */
const daysToAnswer = 14;

function ofCommitment(
  { fact, counterpart, standing }: KnownCommitment,
  asOf: string,
): BreakDraft | null {
  const { state, what, dueOn, firstDueOn, slips, lastOn, waitsFor } = standing;
  const own = fact.debtor === "buyers";
  const params = {
    counterpart,
    what,
    due: dueOn,
    first: firstDueOn,
    slips: slips.length,
    on: lastOn,
    days: daysBetween(lastOn, asOf),
    said: standing.sentence.text,
  };
  const base = {
    station: "acted",
    dueOn,
    refs: [{ kind: "commitment", id: fact.id }],
  } as const;
  const { proposal } = standing;
  // Late, and whoever owes it asked for a later day: what is missing is a yes or a no to that.
  if (state === "overdue" && proposal?.kind === "postponed" && proposal.side === fact.debtor) {
    const which = own ? "commitment_asked_to_move_own" : "commitment_asked_to_move";
    const asked = { ...params, on: proposal.on, to: proposal.dueOn };
    return {
      ...base,
      severity: "serious",
      rank: own ? 3 : 2.9,
      sentence: say(`break.${which}`, asked),
      action: {
        kind: own ? "remind_of_commitment" : "confirm_commitment",
        sentence: say(`action.${which}`, asked),
        why: say(`why.${which}`),
      },
    };
  }
  if (state === "overdue") {
    const which = own ? "commitment_overdue_own" : "commitment_overdue";
    return {
      ...base,
      severity: "serious",
      // Ours comes first: nobody has to be waited for.
      rank: own ? 2.9 : 3,
      sentence: say(`break.${which}`, params),
      action: {
        kind: "remind_of_commitment",
        sentence: say(`action.${which}`, params),
        why: say(`why.${which}`),
      },
    };
  }
  if (state === "disputed")
    return {
      ...base,
      severity: "serious",
      rank: 3.5,
      sentence: say("break.commitment_disputed", params),
      action: {
        kind: "remind_of_commitment",
        sentence: say("action.commitment_disputed", params),
        why: say("why.commitment_disputed"),
      },
    };
  const unanswered = standing.proposal !== null || state === "said_done" || state === "put_forward";
  if (!unanswered || addDays(lastOn, daysToAnswer) >= asOf) return null;
  const which = waitsFor === "buyers" ? "commitment_waits_own" : "commitment_waits";
  return {
    ...base,
    severity: "minor",
    rank: 6,
    dueOn: addDays(lastOn, daysToAnswer),
    sentence: say(`break.${which}`, params),
    action: {
      kind: waitsFor === "buyers" ? "confirm_commitment" : "remind_of_commitment",
      sentence: say(`action.${which}`, params),
      why: say(`why.${which}`),
    },
  };
}

/** Finds what is broken at Acted on. `breaks`: those of the other stations. */
export function findActingBreaks(known: KnownFacts, breaks: readonly LineBreak[]): RankedBreak[] {
  const { dialogue, asOf } = known;
  if (dialogue === null) return [];
  const { minutes, unrecorded, agendas, lapsed } = reviewDialogue(dialogue, breaks, asOf);
  const counterpartOf = new Map(
    dialogue.series.map(({ series }) => [series.id, series.counterpart]),
  );
  const base = { station: "acted", severity: "minor" } as const;
  const nameOf = (seriesId: string): string => counterpartOf.get(seriesId) ?? "the other side";
  const found: BreakDraft[] = [
    ...dialogue.commitments.flatMap((one) => ofCommitment(one, asOf) ?? []),
    ...minutes.map(({ id, seriesId, heldOn }): BreakDraft => {
      const days = heldOn === null ? 0 : daysBetween(heldOn, asOf);
      const params = { counterpart: nameOf(seriesId), held: heldOn, days };
      return {
        ...base,
        rank: 5,
        sentence: say("break.minutes_not_sent", params),
        dueOn: heldOn === null ? null : addDays(heldOn, 7),
        refs: [{ kind: "meeting", id }],
        action: {
          kind: "send_minutes",
          sentence: say("action.minutes_not_sent", params),
          why: say("why.minutes_not_sent"),
        },
      };
    }),
    ...unrecorded.map(({ id, seriesId, on }): BreakDraft => ({
      ...base,
      rank: 5,
      sentence: say("break.meeting_unrecorded", { counterpart: nameOf(seriesId), on }),
      dueOn: on,
      refs: [{ kind: "meeting", id }],
      action: {
        kind: "send_minutes",
        sentence: say("action.meeting_unrecorded", { on }),
        why: say("why.meeting_unrecorded"),
      },
    })),
    ...agendas
      .filter((meeting) => agendaTiming(meeting, asOf).state === "overdue")
      .map((meeting): BreakDraft => {
        const { id, seriesId, on } = meeting;
        const by = agendaTiming(meeting, asOf).dueOn;
        const params = { counterpart: nameOf(seriesId), on, by };
        return {
          ...base,
          rank: 5.5,
          sentence: say("break.agenda_late", params),
          dueOn: by,
          refs: [{ kind: "meeting", id }],
          action: {
            kind: "prepare_meeting",
            sentence: say("action.agenda_late", params),
            why: say("why.agenda_late"),
          },
        };
      }),
    ...lapsed.map(({ series, cadence }): BreakDraft => ({
      ...base,
      rank: 7,
      sentence: say("break.cadence_lapsed", { said: cadence.sentence.text }),
      dueOn: cadence.nextDueOn,
      refs: [{ kind: "series", id: series.id }],
      action: {
        kind: "prepare_meeting",
        sentence: say("action.cadence_lapsed", {
          counterpart: series.counterpart,
          planned: cadence.planned?.on ?? null,
        }),
        why: say("why.cadence_lapsed"),
      },
    })),
  ];
  return found.map((draft) => makeBreak(known, draft));
}
