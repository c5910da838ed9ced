/** What a request or an answer must be, and by when one may ask for an answer. Pure. */
import type { ContractFact, DisclosureAnswer, ErrorDetail, IsoDate } from "@throughline/domain";

/** Our own habit where no clause sets a date: four weeks. */
export const usualDays = 28;

/** A refusal with its code, or nothing to object. */
export type RequestCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: "date_in_future" | "input_invalid";
      readonly details: readonly ErrorDetail[];
    };

function refuse(
  code: "date_in_future" | "input_invalid",
  path: string,
  message: string,
): RequestCheck {
  return { ok: false, code, details: [{ path, message }] };
}

/** A request is sent today at the latest, and due on the day it is sent at the earliest. */
export function checkSending(
  sent: { readonly sentOn: IsoDate | null; readonly dueOn: IsoDate | null },
  today: IsoDate,
): RequestCheck {
  const { sentOn, dueOn } = sent;
  if (sentOn !== null && sentOn > today)
    return refuse("date_in_future", "/sentOn", "A request that goes out later is still a draft.");
  if (sentOn !== null && dueOn !== null && dueOn < sentOn)
    return refuse("input_invalid", "/dueOn", "The answer is due before the request is sent.");
  return { ok: true };
}

/** Nobody is asked for an answer by a day that has passed. */
export function checkDue(dueOn: IsoDate | null, today: IsoDate): RequestCheck {
  return dueOn !== null && dueOn < today
    ? refuse("input_invalid", "/dueOn", "The day by which the answer is asked for has passed.")
    : { ok: true };
}

/** An extension gives more time than there was, and some from today on. */
export function checkExtension(
  before: IsoDate | null,
  after: IsoDate,
  today: IsoDate,
): RequestCheck {
  if (before !== null && after <= before)
    return refuse("input_invalid", "/dueOn", "An extension moves the day later.");
  return checkDue(after, today);
}

/** An answer came today at the latest and not before its request; "cannot because" says because of what. */
export function checkAnswer(
  answer: {
    readonly answer: DisclosureAnswer;
    readonly reason: string | null;
    readonly answeredOn: IsoDate;
  },
  request: { readonly sentOn: IsoDate | null } | null,
  today: IsoDate,
): RequestCheck {
  if (answer.answeredOn > today)
    return refuse("date_in_future", "/answeredOn", "An answer that came lies in the past.");
  if (answer.answer === "cannot_because" && (answer.reason ?? "").trim() === "")
    return refuse("input_invalid", "/reason", "Say what stands in the way.");
  if (request !== null && request.sentOn === null)
    return refuse("input_invalid", "/requestId", "That request has not been sent yet.");
  if (request !== null && request.sentOn !== null && answer.answeredOn < request.sentOn)
    return refuse("input_invalid", "/answeredOn", "The answer is older than the request.");
  return { ok: true };
}

/** Adds whole days to a date. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** By when an answer is asked for, and why then. */
export interface DueDay {
  readonly on: IsoDate;
  /** The clause that gives the day; `null` where it is our own habit. */
  readonly clause: string | null;
  /** A clause sets a day, and it has passed. */
  readonly missed: boolean;
  /** Full sentence for whoever sends it. `day` formats a date for the reader. */
  because(day: (date: IsoDate) => string): string;
  /** The same for whoever gets the letter. */
  inLetter(day: (date: IsoDate) => string): string;
}

/**
 * The earliest day a clause about sites gives, counted from the request, the award or the signature. Where that day
 * has passed, or no clause sets one, four weeks from today.
 *
 * @example chooseDueDay(contract, "2026-11-20").on // "2026-12-18" without any clause
 */
export function chooseDueDay(contract: ContractFact, today: IsoDate): DueDay {
  const usual = addDays(today, usualDays);
  let next: DueDay | null = null;
  let missed: { readonly on: IsoDate; readonly clause: string } | null = null;
  for (const { clause, requirement, tiers, dueDays, dueFrom } of contract.conditions) {
    if (dueDays === null || (requirement !== "disclose_sites" && tiers.length === 0)) continue;
    const from =
      dueFrom === "request"
        ? today
        : dueFrom === "award"
          ? contract.awardedOn
          : dueFrom === "signature"
            ? contract.signedOn
            : null;
    if (from === null) continue;
    const on = addDays(from, dueDays);
    if (on < today) {
      if (missed === null || on > missed.on) missed = { on, clause };
    } else if (next === null || on < next.on) {
      const since =
        dueFrom === "request"
          ? "this request"
          : dueFrom === "award"
            ? "the award"
            : "the signature";
      const because = (day: (date: IsoDate) => string): string =>
        `Clause ${clause} gives ${dueDays} days from ${since}${dueFrom === "request" ? "" : ` (${day(from)})`}.`;
      next = { on, clause, missed: false, because, inLetter: because };
    }
  }
  if (next !== null) return next;
  if (missed !== null) {
    const { on, clause } = missed;
    return {
      on: usual,
      clause: null,
      missed: true,
      because: (day) =>
        `The day that clause ${clause} sets, ${day(on)}, has passed; four weeks from today is our own habit.`,
      inLetter: (day) => `The day that clause ${clause} sets, ${day(on)}, has passed.`,
    };
  }
  return {
    on: usual,
    clause: null,
    missed: false,
    because: () => "No clause recorded here sets a date; four weeks is our own habit.",
    inLetter: () => "That is four weeks from today.",
  };
}
