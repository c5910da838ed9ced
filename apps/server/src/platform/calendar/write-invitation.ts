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
} from "ical-generator";
import type { ICalCalendar, ICalDayJsStub, ICalEvent } from "ical-generator";
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

function requireTimes({ startsAt, endsAt, timeZone, sequence }: MeetingEvent): void {
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

/** What of a meeting stands in a calendar, whoever is invited. */
export type MeetingEvent = Omit<CalendarInvitation, "organiser" | "attendees">;

/** Puts the meeting into a calendar. */
function addEvent(calendar: ICalCalendar, meeting: MeetingEvent): ICalEvent {
  requireTimes(meeting);
  const { uid, timeZone, startsAt, kind, agenda, place, link } = meeting;
  if (!/^[A-Za-z0-9.-]+@[A-Za-z0-9.-]+$/u.test(uid))
    refuse("/uid", "Give an identifier and a host.");
  if (controlButLineBreak.test(agenda)) refuse("/agenda", "Write the agenda as plain text.");
  const cancelled = kind === "cancellation";
  calendar.timezone({ name: null, generator: (zone) => writeTimeZone(zone, startsAt) });
  return calendar.createEvent({
    id: uid,
    sequence: meeting.sequence,
    stamp: meeting.stamp,
    start: clockOf(startsAt, timeZone),
    end: clockOf(meeting.endsAt, timeZone),
    timezone: timeZone,
    summary: requireLine(meeting.title, "/title"),
    description: agenda,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    busystatus: cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    ...(place === null ? {} : { location: requireLine(place, "/place") }),
    ...(link === null ? {} : { url: requireLink(link) }),
  });
}

/**
 * Writes a meeting to be put into a calendar by hand: it invites nobody and names nobody.
 *
 * @returns text of `text/calendar` in UTF-8
 * @throws AppError `input_invalid` as {@link writeInvitation} does
 */
export function writeCalendarCopy(meeting: MeetingEvent): Uint8Array {
  const calendar = startCalendar("Meetings", { method: ICalCalendarMethod.PUBLISH });
  addEvent(calendar, meeting);
  return Buffer.from(calendar.toString(), "utf8");
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
  const cancelled = invitation.kind === "cancellation";
  const calendar = startCalendar("Meetings", {
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  const event = addEvent(calendar, invitation);
  event.organizer(requireMailbox(invitation.organiser, "/organiser"));
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
