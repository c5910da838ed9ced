/**
 * A meeting as an invitation that calendar programs act on (iTIP, RFC 5546; sent by mail as RFC 6047 says): invited, moved
 * under the same identifier with a higher sequence, cancelled. Pure: nothing is looked up and no clock is read.
 */
import { AppError, isTimeZone, toLocal } from "@throughline/domain";
import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalDayJsStub,
} from "ical-generator";
import { z } from "zod";
import { startCalendar } from "./start-calendar.ts";
import { writeTimeZone } from "./write-time-zone.ts";

/** A role mailbox rather than a person's, where there is one. */
export interface InvitedMailbox {
  readonly name: string;
  readonly address: string;
}

export interface InvitationAttendee extends InvitedMailbox {
  readonly required: boolean;
}

export interface CalendarInvitation {
  /** Of the meeting for ever, and without anything about it: `<id>@<host>`. */
  readonly uid: string;
  /** 0 for the first; one higher for each change of time, place or agenda, and for the cancellation. */
  readonly sequence: number;
  readonly kind: "invitation" | "cancellation";
  /** When this was written. */
  readonly stamp: Date;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** IANA. */
  readonly timeZone: string;
  readonly title: string;
  /** Where, in words; `null`: not said. */
  readonly place: string | null;
  /** `https:` address to join by or to read more. */
  readonly link: string | null;
  /** Plain text; line breaks stay. */
  readonly agenda: string;
  readonly organiser: InvitedMailbox;
  readonly attendees: readonly InvitationAttendee[];
}

/** The part of a mail it becomes. */
export interface InvitationPart {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly calendarMethod: "REQUEST" | "CANCEL";
}

const Address = z.email().max(320);
/** Line breaks and other controls: in a property they could begin another. */
const control = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const controlButLineBreak = /[^\P{Cc}\n]|[\p{Zl}\p{Zp}]/u;

function refuse(path: string, message: string): never {
  throw new AppError("input_invalid", undefined, [{ path, message }]);
}

function requireLine(text: string, path: string): string {
  if (control.test(text)) refuse(path, "Give it in one line.");
  return text;
}

function requireMailbox(
  { name, address }: InvitedMailbox,
  path: string,
): { name: string; email: string } {
  if (!Address.safeParse(address).success) refuse(path, "Give one e-mail address.");
  return { name: requireLine(name, path), email: address };
}

function requireTimes({ startsAt, endsAt, timeZone, sequence }: CalendarInvitation): void {
  if (!isTimeZone(timeZone)) refuse("/timeZone", "Name a time zone, for instance Europe/Oslo.");
  if (!(startsAt.getTime() < endsAt.getTime()))
    refuse("/endsAt", "A meeting ends after it begins.");
  if (!Number.isInteger(sequence) || sequence < 0)
    refuse("/sequence", "Count changes from nought.");
}

function requireLink(link: string): string {
  const url = URL.parse(requireLine(link, "/link"));
  if (url === null || !["https:", "http:"].includes(url.protocol))
    refuse("/link", "Give an address that begins with https://.");
  // The library writes a comma with a backslash before it, which in an address would be part of it.
  return url.href.replaceAll(",", "%2C").replaceAll(";", "%3B");
}

/**
 * An instant by the clock of a zone, in the shape of a date the library can ask for its digits: of a plain `Date` it would
 * take the clock of the machine it runs on.
 */
function clockOf(instant: Date, zone: string): Date | ICalDayJsStub {
  if (zone === "UTC") return instant;
  const [date = "", time = ""] = toLocal(instant, zone).replaceAll(/[-:]/gu, "").split("T");
  const told: ICalDayJsStub = {
    isValid: () => true,
    toDate: () => instant,
    toJSON: () => instant.toISOString(),
    tz: () => told,
    format: (pattern) => (pattern === "YYYYMMDD" ? date : `${time}00`),
  };
  return told;
}

/**
 * Writes an invitation, a change of one (same `uid`, higher `sequence`) or its cancellation.
 *
 * @returns text of `text/calendar` in UTF-8, lines folded at 75 octets
 * @throws AppError `input_invalid` for a line break where none may be, an address that is none, a link that is not http(s),
 * a meeting that ends before it begins, a time zone nobody knows
 * @example
 * await queueMail(work, { …letter, parts: [writeInvitation(invitation)] });
 */
export function writeInvitation(invitation: CalendarInvitation): InvitationPart {
  requireTimes(invitation);
  const { uid, timeZone, startsAt, kind, agenda, place, link } = invitation;
  if (!/^[A-Za-z0-9.-]+@[A-Za-z0-9.-]+$/u.test(uid))
    refuse("/uid", "Give an identifier and a host.");
  if (controlButLineBreak.test(agenda)) refuse("/agenda", "Write the agenda as plain text.");
  const cancelled = kind === "cancellation";
  const calendar = startCalendar("Meetings", {
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.timezone({ name: null, generator: (zone) => writeTimeZone(zone, startsAt) });
  const event = calendar.createEvent({
    id: uid,
    sequence: invitation.sequence,
    stamp: invitation.stamp,
    start: clockOf(startsAt, timeZone),
    end: clockOf(invitation.endsAt, timeZone),
    timezone: timeZone,
    summary: requireLine(invitation.title, "/title"),
    description: agenda,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    organizer: requireMailbox(invitation.organiser, "/organiser"),
    ...(place === null ? {} : { location: requireLine(place, "/place") }),
    ...(link === null ? {} : { url: requireLink(link) }),
  });
  for (const [index, attendee] of invitation.attendees.entries())
    event.createAttendee({
      ...requireMailbox(attendee, `/attendees/${index}`),
      role: attendee.required ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
      status: ICalAttendeeStatus.NEEDSACTION,
      // A mailbox of a role is read by several.
      type: ICalAttendeeType.GROUP,
      rsvp: !cancelled,
    });
  return {
    fileName: cancelled ? "cancellation.ics" : "invitation.ics",
    mediaType: "text/calendar",
    bytes: Buffer.from(calendar.toString(), "utf8"),
    calendarMethod: cancelled ? "CANCEL" : "REQUEST",
  };
}
