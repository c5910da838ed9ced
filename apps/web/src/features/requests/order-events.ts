/** What happened to a request and what comes, in order of time, out of what is recorded about it. */
import type { RequestDetail } from "@throughline/contract";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

export interface RequestEvent {
  /** A day, or an instant where one is known. */
  readonly at: string;
  readonly text: string;
  readonly by: string | null;
  readonly kind: "done" | "trouble" | "to_come";
}

/** As much of a request as its timeline needs. */
export type TimedRequest = Pick<
  RequestDetail,
  | "draftedAt"
  | "sentOn"
  | "dueOn"
  | "delivery"
  | "reminders"
  | "extensions"
  | "withdrawnOn"
  | "withdrawnReason"
  | "state"
>;

const finished: readonly RequestDetail["state"][] = ["answered", "withdrawn"];

function deliveryEvents(
  delivery: NonNullable<TimedRequest["delivery"]>,
  held: boolean,
): RequestEvent[] {
  const events: RequestEvent[] = [
    {
      at: delivery.sentAt,
      text:
        delivery.toAddress === null
          ? t("event.handed", { to: delivery.toName })
          : t(held ? "event.held" : "event.sent", { to: delivery.toAddress }),
      by: null,
      kind: "done",
    },
  ];
  if (delivery.bouncedAt !== null)
    events.push({
      at: delivery.bouncedAt,
      text:
        delivery.bounceReason === null
          ? t("event.bouncedPlain")
          : t("event.bounced", { why: delivery.bounceReason }),
      by: null,
      kind: "trouble",
    });
  const { firstOpenedAt, lastOpenedAt, answeredAt } = delivery.progress ?? {
    firstOpenedAt: null,
    lastOpenedAt: null,
    answeredAt: null,
  };
  if (firstOpenedAt !== null)
    events.push({ at: firstOpenedAt, text: t("event.opened"), by: null, kind: "done" });
  if (lastOpenedAt !== null && lastOpenedAt.slice(0, 10) !== firstOpenedAt?.slice(0, 10))
    events.push({ at: lastOpenedAt, text: t("event.openedLast"), by: null, kind: "done" });
  if (answeredAt !== null)
    events.push({ at: answeredAt, text: t("event.answered"), by: null, kind: "done" });
  return events;
}

/**
 * Orders the events of a request; on one day what happened stands before what comes. `today` is a day.
 * A request that was answered or withdrawn has nothing to come.
 *
 * @example orderEvents(request, "2026-11-20").filter((event) => event.kind === "to_come")
 */
export function orderEvents(request: TimedRequest, today: string): RequestEvent[] {
  const open = !finished.includes(request.state);
  const events: RequestEvent[] = [
    {
      at: request.draftedAt,
      // One that was sent before it stood here was not drafted here.
      text: t(
        request.sentOn !== null && request.sentOn < request.draftedAt.slice(0, 10)
          ? "event.recorded"
          : "event.drafted",
      ),
      by: null,
      kind: "done",
    },
    ...(request.delivery === null
      ? request.sentOn === null
        ? []
        : [
            {
              at: request.sentOn,
              text: t("event.sentElsewhere"),
              by: null,
              kind: "done",
            } satisfies RequestEvent,
          ]
      : deliveryEvents(request.delivery, request.state === "held")),
    ...request.extensions.map((extension): RequestEvent => ({
      at: extension.at,
      text: t("event.extended", { date: formatDate(extension.after), reason: extension.reason }),
      by: extension.by,
      kind: "done",
    })),
    ...request.reminders
      .filter((reminder) => reminder.sent || open)
      .map((reminder): RequestEvent => ({
        at: reminder.on,
        text: t(`event.reminder.${reminder.kind}`),
        by: null,
        kind: reminder.sent ? "done" : "to_come",
      })),
  ];
  if (request.withdrawnOn !== null)
    events.push({
      at: request.withdrawnOn,
      text:
        request.withdrawnReason === null
          ? t("event.withdrawnPlain")
          : t("event.withdrawn", { reason: request.withdrawnReason }),
      by: null,
      kind: "done",
    });
  if (request.dueOn !== null && open && request.sentOn !== null) {
    const late = request.dueOn < today;
    events.push({
      at: request.dueOn,
      text: t(late ? "event.wasDue" : "event.due"),
      by: null,
      kind: late ? "trouble" : "to_come",
    });
  }
  if (open && request.delivery !== null && request.delivery.expiresOn >= today)
    events.push({
      at: request.delivery.expiresOn,
      text: t("event.expires"),
      by: null,
      kind: "to_come",
    });
  const rank = (event: RequestEvent): number => (event.kind === "to_come" ? 1 : 0);
  return events.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      a.at.slice(0, 10).localeCompare(b.at.slice(0, 10)) ||
      // On one day a plain date stands after instants: nobody knows its hour.
      (a.at.length === b.at.length ? a.at.localeCompare(b.at) : b.at.length - a.at.length),
  );
}
