/** Which requests wait for somebody, and in which order they are shown. Pure. */
import type { AskedRequest, RequestSummary, WaitingItem } from "@throughline/contract";
import type { IsoDate, Sentence } from "@throughline/domain";
import { renderTemplate } from "@throughline/tracing";

function daysUntil(dueOn: IsoDate | null, today: IsoDate): number | null {
  return dueOn === null ? null : Math.round((Date.parse(dueOn) - Date.parse(today)) / 86_400_000);
}

const kindOfState: Partial<Record<RequestSummary["state"], WaitingItem["kind"]>> = {
  overdue: "request_overdue",
  bounced: "request_not_arrived",
  held: "request_to_hand_over",
  not_opened: "request_not_opened",
};

/** A week: whoever has not opened a letter by then may not have got it. */
const unopenedDays = 7;

/** A request of ours that needs something of us; one that is being worked on waits without us. */
export function waitingOfRequest(request: RequestSummary, today: IsoDate): WaitingItem | null {
  const kind = kindOfState[request.state];
  if (kind === undefined) return null;
  const since = daysUntil(request.sentOn, today);
  if (kind === "request_not_opened" && (since === null || since > -unopenedDays)) return null;
  return {
    kind,
    who: request.addressee,
    subject: request.subject,
    sentence: request.stateSentence,
    dueOn: request.dueOn,
    daysLeft: daysUntil(request.dueOn, today),
    link: { kind: "request", id: request.id },
  };
}

/** A request we were asked and have not answered. */
export function waitingOfAsked(asked: AskedRequest, today: IsoDate): WaitingItem {
  return {
    kind: "asked",
    who: asked.requester.name,
    subject: asked.subject,
    sentence: asked.stateSentence,
    dueOn: asked.dueOn,
    daysLeft: daysUntil(asked.dueOn, today),
    link: { kind: "asked", id: asked.deliveryId },
  };
}

const texts = {
  "waiting.release":
    "{who} answered on {on:date}: {sites:words} {sites:plural:site:sites}[?answers: and {answers:words} other {answers:plural:answer:answers}]. Nobody here has looked at it.",
} as const;

/** That a release came and nobody has looked at it. */
export function sayRelease(who: string, on: IsoDate, sites: number, answers: number): Sentence {
  const params = { who, on, sites, answers };
  return {
    code: "waiting.release",
    params,
    text: renderTemplate(texts["waiting.release"], params),
  };
}

const rankOfKind: readonly WaitingItem["kind"][] = [
  "request_not_arrived",
  "request_to_hand_over",
  "release_to_look_at",
  "commitment_overdue",
  "minutes_to_confirm",
  "commitment_waits",
  "attendees_to_name",
  "meeting_to_record",
  "minutes_to_send",
  "agenda_to_send",
  "request_overdue",
  "gate_closed",
  "duty_due",
  "plan_ends",
  "commitment_due",
  "notice_begins",
  "cadence_lapsed",
  "asked",
  "feedback_to_give",
  "request_not_opened",
];

/** What has passed its day first, then what can be put right at once, then by day. */
export function sortWaiting(items: readonly WaitingItem[]): WaitingItem[] {
  const late = (item: WaitingItem): number => (item.daysLeft !== null && item.daysLeft < 0 ? 0 : 1);
  return items.toSorted(
    (a, b) =>
      late(a) - late(b) ||
      rankOfKind.indexOf(a.kind) - rankOfKind.indexOf(b.kind) ||
      (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER) ||
      (a.link.id < b.link.id ? -1 : 1),
  );
}
