/** Invitations are read by `ical.js`, which had no part in writing them. */
import fc from "fast-check";
import ICAL from "ical.js";
import { AppError, toLocal } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { writeCalendarCopy, writeInvitation, type CalendarInvitation } from "./write-invitation.ts";
import { writeTimeZone } from "./write-time-zone.ts";

const base: CalendarInvitation = {
  uid: "0b6a@hub.example",
  sequence: 0,
  kind: "invitation",
  stamp: new Date("2026-11-20T09:00:00Z"),
  startsAt: new Date("2027-01-12T10:00:00Z"),
  endsAt: new Date("2027-01-12T11:30:00Z"),
  timeZone: "Europe/Oslo",
  title: "Working hours; at “three” sites, Łódź – 深圳 \\ more",
  place: "Room 5, Town Hall; second floor",
  link: "https://meet.example/a,b;c?x=1&y=2",
  agenda: `1. Sites of the IdeaLine 3\n2. Overtime, in peak weeks; ${"深圳市华星电子有限公司 ".repeat(20)}\n`,
  organiser: { name: "Northbridge University", address: "procurement@northbridge.example" },
  attendees: [
    {
      name: 'Aster: "human rights", Berlin',
      address: "human-rights@aster.example",
      required: true,
    },
    { name: "City of Sandholm", address: "buying@sandholm.example", required: false },
  ],
};

function textOf(invitation: CalendarInvitation): string {
  return Buffer.from(writeInvitation(invitation).bytes).toString("utf8");
}

/** `null` where it was refused; another error is one. */
function textUnlessRefused(invitation: CalendarInvitation): string | null {
  try {
    return textOf(invitation);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function read(text: string) {
  const calendar = ICAL.Component.fromString(text);
  const component = calendar.getFirstSubcomponent("vevent");
  if (component === null) throw new Error("There is no event.");
  const zone = calendar.getFirstSubcomponent("vtimezone");
  const event = new ICAL.Event(component);
  return { calendar, component, event, zone: zone === null ? null : new ICAL.Timezone(zone) };
}

/** The instant a calendar program would take it for, by the zone the file itself defines. */
function instantsOf(text: string): readonly string[] {
  const { component, zone } = read(text);
  return ["dtstart", "dtend"].map((name) => {
    const time = component.getFirstPropertyValue(name);
    if (!(time instanceof ICAL.Time)) throw new Error(`There is no ${name}.`);
    if (zone !== null) time.zone = zone;
    return new Date(time.toUnixTime() * 1000).toISOString();
  });
}

describe("an invitation", () => {
  it("is read back as it was meant", () => {
    const text = textOf(base);
    const { calendar, component, event } = read(text);
    expect(calendar.getFirstPropertyValue("method")).toBe("REQUEST");
    expect(calendar.getFirstPropertyValue("version")).toBe("2.0");
    expect(event).toMatchObject({
      uid: base.uid,
      sequence: 0,
      summary: base.title,
      description: base.agenda,
      location: base.place,
      organizer: "mailto:procurement@northbridge.example",
    });
    expect(component.getFirstPropertyValue("status")).toBe("CONFIRMED");
    expect(component.getFirstPropertyValue("url")).toBe("https://meet.example/a%2Cb%3Bc?x=1&y=2");
    expect(component.getFirstProperty("dtstart")?.getParameter("tzid")).toBe("Europe/Oslo");
    expect(String(component.getFirstPropertyValue("dtstart"))).toBe("2027-01-12T11:00:00");
    expect(
      event.attendees.map((one) => [
        String(one.getFirstValue()).toLowerCase(),
        one.getParameter("role"),
        one.getParameter("partstat"),
        one.getParameter("rsvp"),
      ]),
    ).toEqual([
      ["mailto:human-rights@aster.example", "REQ-PARTICIPANT", "NEEDS-ACTION", "TRUE"],
      ["mailto:buying@sandholm.example", "OPT-PARTICIPANT", "NEEDS-ACTION", "TRUE"],
    ]);
    expect(writeInvitation(base)).toMatchObject({
      fileName: "invitation.ics",
      mediaType: "text/calendar",
      calendarMethod: "REQUEST",
    });
  });

  it("has lines of at most 75 octets, ended as the standard says, no sign cut in two", () => {
    const text = textOf(base);
    const lines = text.split("\r\n");
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n\uFFFD]/u);
    expect(lines.filter((line) => line.startsWith(" ")).length).toBeGreaterThan(5);
  });

  it("moved keeps its identifier and counts; cancelled says so", () => {
    const moved = textOf({ ...base, sequence: 1, startsAt: new Date("2027-01-12T10:30:00Z") });
    expect(read(moved).event).toMatchObject({ uid: base.uid, sequence: 1 });
    const part = writeInvitation({ ...base, sequence: 2, kind: "cancellation" });
    const cancelled = Buffer.from(part.bytes).toString("utf8");
    const { calendar, component, event } = read(cancelled);
    expect(calendar.getFirstPropertyValue("method")).toBe("CANCEL");
    expect(component.getFirstPropertyValue("status")).toBe("CANCELLED");
    expect(event).toMatchObject({ uid: base.uid, sequence: 2 });
    expect(part).toMatchObject({ fileName: "cancellation.ics", calendarMethod: "CANCEL" });
  });

  it("to be put into a calendar by hand is the same meeting and names nobody", () => {
    const { organiser: _, attendees: __, ...meeting } = base;
    const copy = Buffer.from(writeCalendarCopy(meeting)).toString("utf8");
    const { calendar, event } = read(copy);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(event).toMatchObject({ uid: base.uid, summary: base.title, organizer: null });
    expect(event.attendees).toEqual([]);
    expect(instantsOf(copy)).toEqual(instantsOf(textOf(base)));
  });

  it("is the same bytes whenever and wherever it is written", () => {
    const before = process.env["TZ"];
    const first = textOf(base);
    try {
      process.env["TZ"] = "America/New_York";
      expect(textOf(base)).toBe(first);
    } finally {
      if (before === undefined) delete process.env["TZ"];
      else process.env["TZ"] = before;
    }
  });
});

describe("the time of an invitation", () => {
  const zones = [
    "Europe/London",
    "Europe/Oslo",
    "Asia/Shanghai",
    "Asia/Kolkata",
    "America/New_York",
    "UTC",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Asia/Jerusalem",
    "America/Vancouver",
  ];

  it.each(zones)(
    "in %s is the instant that was meant, across changes of the clocks",
    (timeZone) => {
      const faults: string[] = [];
      for (const day of [
        "03-13",
        "03-14",
        "03-15",
        "03-27",
        "03-28",
        "03-29",
        "06-30",
        "10-30",
        "10-31",
        "11-01",
        "11-06",
        "11-07",
        "11-08",
        "12-24",
      ])
        for (const hour of ["00:30", "01:30", "05:30", "06:30", "10:00", "23:30"]) {
          const startsAt = new Date(`2027-${day}T${hour}:00Z`);
          const endsAt = new Date(startsAt.getTime() + 5_400_000);
          // An hour that comes twice cannot be told from its twin by a local time; RFC 5545 takes the first.
          if (isTold(startsAt, timeZone) || isTold(endsAt, timeZone)) continue;
          const told = instantsOf(textOf({ ...base, timeZone, startsAt, endsAt }));
          const meant = [startsAt.toISOString(), endsAt.toISOString()];
          if (told.join() !== meant.join()) faults.push(`${meant.join()} became ${told.join()}`);
        }
      expect(faults).toEqual([]);
    },
  );

  /** Whether an hour earlier or later shows the same clock. */
  function isTold(instant: Date, zone: string): boolean {
    const local = toLocal(instant, zone);
    return [-60, -30, 30, 60].some(
      (minutes) => toLocal(new Date(instant.getTime() + minutes * 60_000), zone) === local,
    );
  }

  it(
    "is right in every zone the runtime knows, on any day of the years around",
    { timeout: 60_000 },
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...Intl.supportedValuesOf("timeZone")),
          fc.integer({ min: Date.UTC(2026, 10, 1) / 60_000, max: Date.UTC(2029, 10, 1) / 60_000 }),
          (timeZone, minute) => {
            const startsAt = new Date(minute * 60_000);
            const endsAt = new Date(startsAt.getTime() + 3_600_000);
            fc.pre(!isTold(startsAt, timeZone) && !isTold(endsAt, timeZone));
            const told = instantsOf(textOf({ ...base, timeZone, startsAt, endsAt }));
            expect(told).toEqual([startsAt.toISOString(), endsAt.toISOString()]);
          },
        ),
        { numRuns: 250 },
      );
    },
  );

  it("follows a yearly rule where there is one, and lists changes where not", () => {
    expect(writeTimeZone("Europe/London", base.startsAt)).toContain(
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    );
    expect(writeTimeZone("America/New_York", base.startsAt)).toContain(
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    );
    expect(writeTimeZone("Asia/Kolkata", base.startsAt)).toContain("TZOFFSETTO:+0530");
    for (const zone of ["Asia/Shanghai", "Asia/Jerusalem", "Asia/Gaza"])
      expect(writeTimeZone(zone, base.startsAt)).not.toContain("RRULE");
  });
});

describe("what is refused", () => {
  it.each<readonly [string, Partial<CalendarInvitation>]>([
    ["a line break in the title", { title: "A\r\nATTENDEE:mailto:x@y.example" }],
    ["a line break in the place", { place: "A\nSTATUS:CANCELLED" }],
    ["a separator of lines", { title: "A\u2028B" }],
    ["a carriage return in the agenda", { agenda: "1.\r\nEND:VEVENT" }],
    ["a control in the agenda", { agenda: "1.\u0000" }],
    ["a line break in a name", { organiser: { name: "A\nB", address: "a@b.example" } }],
    [
      "two addresses",
      { attendees: [{ name: "A", address: "a@b.example,c@d.example", required: true }] },
    ],
    [
      "an address with a line break",
      { attendees: [{ name: "A", address: "a@b.example\r\nX:1", required: true }] },
    ],
    ["another kind of link", { link: "javascript:alert(1)" }],
    ["an identifier with more in it", { uid: "1@hub.example\r\nX:1" }],
    ["an end before the beginning", { endsAt: new Date("2027-01-12T09:00:00Z") }],
    ["no time at all", { startsAt: new Date(Number.NaN) }],
    ["a zone nobody knows", { timeZone: "Mars/Olympus" }],
    ["a sequence below nought", { sequence: -1 }],
  ])("%s", (_, change) => {
    expect(() => writeInvitation({ ...base, ...change })).toThrow(AppError);
  });

  it("nothing typed becomes a property", () => {
    const typed = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          "\r",
          "\n",
          "\r\n",
          ":",
          ";",
          ",",
          '"',
          "\\",
          "^",
          "\t",
          "\u0085",
          "\u2029",
        ),
        fc.constantFrom("BEGIN:VEVENT", "ATTENDEE:mailto:evil@example.org", "a", "深", "\\n"),
      ),
      maxLength: 12,
    });
    const names = (text: string): readonly string[] =>
      read(text)
        .component.getAllProperties()
        .map((property) => property.name);
    const expected = names(textOf(base));
    fc.assert(
      fc.property(typed, typed, typed, typed, (title, place, agenda, name) => {
        const attendees = base.attendees.map((one) => ({ ...one, name }));
        const text = textUnlessRefused({ ...base, title, place, agenda, attendees });
        if (text === null) return;
        const { event } = read(text);
        expect(names(text).filter((one) => !expected.includes(one))).toEqual([]);
        expect(event.attendees).toHaveLength(2);
        expect(event.summary ?? "").toBe(title);
        expect(event.description ?? "").toBe(agenda);
      }),
      { numRuns: 300 },
    );
  });
});
