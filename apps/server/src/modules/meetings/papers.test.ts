/** What leaves with a letter, read by programs that had no part in writing it; and the papers as files. */
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import ICAL from "ical.js";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openSeatAsGuest } from "../../test/as-seat-guest.ts";
import { offerSeat, plantJointBuyer, plantSeries } from "../../test/plant-dialogue.ts";
import { startSmtpServer, type TestSmtpServer } from "../../test/start-smtp-server.ts";
import type { TestApp } from "../../test/start-test-app.ts";
import { openMailer } from "../mail/index.ts";
import {
  beginStory,
  content,
  startServer,
  when,
  type Clock,
  type MeetingStory,
} from "./meeting-story.fixture.ts";

const clock: Clock = { now: new Date("2026-11-20T09:00:00Z") };
let db: TestDatabase;
let smtp: TestSmtpServer;
let server: TestApp;
let story: MeetingStory;

beforeAll(async () => {
  db = await openTestDatabase();
  smtp = await startSmtpServer();
  server = await startServer(db.database, clock, {
    publicUrl: "https://hub.example",
    mailer: openMailer({ smtpUrl: smtp.url, from: "no-reply@hub.example" }),
  });
});
afterAll(async () => {
  await server.close();
  await smtp.close();
  await db.close();
});
beforeEach(async () => {
  story = await beginStory(db.database, server, clock);
});

/** Sends what waits and reads what arrived at the counterpart's mailbox. */
async function arrived() {
  const before = smtp.received.length;
  await server.runJobs(clock.now);
  const mails = smtp.received
    .slice(before)
    .filter(({ to }) => to.includes("counterpart@planted.example"));
  const [first] = mails;
  if (first === undefined || mails.length > 1) throw new Error(`${mails.length} mails arrived.`);
  return PostalMime.parse(first.raw);
}

type Mail = Awaited<ReturnType<typeof arrived>>;

function eventIn(mail: Mail) {
  const part = mail.attachments.find(({ mimeType }) => mimeType === "text/calendar");
  if (part === undefined) throw new Error("No invitation came.");
  const text =
    typeof part.content === "string" ? part.content : new TextDecoder().decode(part.content);
  const calendar = ICAL.Component.fromString(text);
  const component = calendar.getFirstSubcomponent("vevent");
  if (component === null) throw new Error("There is no event.");
  const event = new ICAL.Event(component);
  return {
    method: calendar.getFirstPropertyValue("method"),
    status: component.getFirstPropertyValue("status"),
    uid: event.uid,
    sequence: event.sequence,
    summary: event.summary,
    starts: event.startDate.toString(),
    organizer: event.organizer,
    attendees: event.attendees.map((one) => String(one.getFirstValue()).toLowerCase()),
  };
}

const filesOf = (mail: Mail): string[] =>
  // Calendar programs take another form of the text, which is no file.
  mail.attachments.flatMap(({ filename }) => filename || []).toSorted();

describe("what others at the table are not told by a letter", () => {
  it("is the mailbox of a seat that is not the reader's", async () => {
    await plantJointBuyer(db.database, story.table);
    const id = await story.planWithAgenda();
    await story.host.meetings.setPeople({
      id,
      people: [
        { roleTitle: "Responsible procurement", address: "procurement@north.example" },
        { roleTitle: "Sustainability", address: "green@north.example" },
      ],
    });
    await story.host.meetings.sendAgenda({ id, version: 1 });
    const before = smtp.received.length;
    await server.runJobs(clock.now);
    const invited = new Map<string, string[]>();
    for (const { to, raw } of smtp.received.slice(before))
      invited.set(to.join(), eventIn(await PostalMime.parse(raw)).attendees);
    const people = "mailto:green@north.example";
    expect(invited.get("joint@planted.example")).toEqual(["mailto:joint@planted.example", people]);
    expect(invited.get("counterpart@planted.example")).toEqual([
      "mailto:counterpart@planted.example",
      people,
    ]);
    expect(invited.get("green@north.example")).toEqual([people]);
  });

  it("is what was promised, where its seat sees minutes and no promises", async () => {
    await plantJointBuyer(db.database, story.table, ["meetings", "minutes"]);
    await story.sent();
    const mails = await db.asOwner<{ kind: string }>(
      "select kind from mails where to_address = 'joint@planted.example' and organisation_id = $1",
      [story.table.host.organisationId],
    );
    expect(mails.map(({ kind }) => kind)).not.toContain("meeting_minutes");
    await server.runJobs(clock.now);
  });
});

describe("what arrives", () => {
  it("is an invitation that calendars take, its changes and its cancellation, with the agenda to print", async () => {
    const id = await story.planWithAgenda();
    await story.host.meetings.setPeople({
      id,
      people: [{ roleTitle: "Responsible procurement", address: "procurement@north.example" }],
    });
    await story.host.meetings.sendAgenda({ id, version: 1 });
    const first = await arrived();
    const invitation = eventIn(first);
    expect(invitation).toEqual({
      method: "REQUEST",
      status: "CONFIRMED",
      uid: `${id}@hub.example`,
      sequence: 0,
      summary: "Hours and sites (Sites and hours)",
      starts: "2026-12-10T10:00:00",
      organizer: "mailto:procurement@north.example",
      attendees: ["mailto:counterpart@planted.example"],
    });
    expect(filesOf(first)).toEqual([
      "agenda-cedar-it-2026-12-10.docx",
      "agenda-cedar-it-2026-12-10.pdf",
      "invitation.ics",
    ]);
    // The seat's link is filled in at sending, and stands in no file.
    expect(first.text).toMatch(/Open https:\/\/hub\.example\/seat#[\w-]+/u);
    await story.host.meetings.move({ id, version: 2, ...when, startsAt: "2026-12-11T10:00" });
    expect(eventIn(await arrived())).toMatchObject({
      method: "REQUEST",
      uid: invitation.uid,
      sequence: 1,
      starts: "2026-12-11T10:00:00",
    });
    await story.host.meetings.cancel({ id, version: 3, reason: "They asked for it" });
    expect(eventIn(await arrived())).toMatchObject({
      method: "CANCEL",
      status: "CANCELLED",
      uid: invitation.uid,
      sequence: 2,
    });
  });

  it("is, after the meeting, what was said and promised, to be kept and to be worked with", async () => {
    const id = await story.held();
    await server.runJobs(clock.now);
    await story.host.meetings.sendMinutes({ id, version: 3, content });
    const mail = await arrived();
    expect(filesOf(mail)).toEqual([
      "confirmation-cedar-it-2026-12-10.docx",
      "confirmation-cedar-it-2026-12-10.pdf",
    ]);
    expect(mail.text).toContain("It is made by one of two firms.");
  });
});

describe("a paper", () => {
  const get = (url: string, headers: Record<string, string>) =>
    server.call({ method: "GET", url, headers });

  it("is given in both forms to everybody at the table, and to nobody else", async () => {
    const id = await story.sent();
    const { host, counterpart } = story.table;
    const begins = { pdf: "%PDF", docx: "PK" } as const;
    for (const who of [host, counterpart]) {
      const headers = await server.headersOf(who.people.reader, who.organisationId);
      for (const kind of ["invitation", "agenda", "confirmation"])
        for (const format of ["pdf", "docx"] as const) {
          const file = await get(
            `/api/meetings/${id}/document?kind=${kind}&format=${format}`,
            headers,
          );
          expect(file.statusCode, `${kind} as ${format}`).toBe(200);
          expect(file.rawPayload.subarray(0, 4).toString("latin1")).toContain(begins[format]);
          expect(file.headers["content-disposition"]).toContain(
            `${kind}-cedar-it-2026-12-10.${format}`,
          );
        }
    }
    const stranger = await server.headersOf(host.people.reader, counterpart.organisationId);
    expect(
      (await get(`/api/meetings/${id}/document?kind=agenda&format=pdf`, stranger)).statusCode,
    ).toBe(404);
  });

  it("of which there is nothing yet says so", async () => {
    const id = await story.invited();
    const { host } = story.table;
    const headers = await server.headersOf(host.people.reader, host.organisationId);
    const refused = await get(`/api/meetings/${id}/document?kind=confirmation&format=pdf`, headers);
    expect(refused.json()).toMatchObject({ code: "meeting_does_not_allow" });
    const entry = await get(`/api/meetings/${id}/calendar`, headers);
    expect(entry.headers["content-type"]).toContain("text/calendar");
    const calendar = ICAL.Component.fromString(entry.body);
    expect(calendar.getFirstPropertyValue("method")).toBe("PUBLISH");
    expect(entry.body).not.toMatch(/ORGANIZER|ATTENDEE/u);
  });

  it("exports exactly the meetings shown", async () => {
    await story.plan();
    await story.plan({ title: "Wages" });
    const { host } = story.table;
    const headers = await server.headersOf(host.people.reader, host.organisationId);
    const file = await get("/api/meetings/export?format=csv&search=wages&sort=date", headers);
    const lines = file.body.trim().split(/\r?\n/u);
    const { items } = await story.host.meetings.list({ search: "wages", sort: "date" });
    expect(lines).toHaveLength(items.length + 1);
    expect(lines[1]).toContain("Wages");
    expect((await get("/api/meetings/export?format=xlsx", headers)).statusCode).toBe(200);
    expect((await get("/api/meetings/export?format=pdf", headers)).statusCode).toBe(422);
  });
});

describe("a counterpart without an account", () => {
  it("reads, adds, says who comes, confirms and gives feedback by link, code and word", async () => {
    const { host } = story.table;
    const seriesId = await plantSeries(db.database, host, "Birch Systems");
    const seat = await offerSeat(db.database, { seriesId, host }, "counterpart", {
      name: "Birch Systems",
    });
    const { id } = await story.host.meetings.plan({ seriesId, ...when });
    await story.host.meetings.addItems({ id, items: [{ title: "Hours" }] });
    await story.host.meetings.setPeople({
      id,
      people: [{ side: "counterpart", roleTitle: "Head of sourcing" }],
    });
    await story.host.meetings.sendAgenda({ id, version: 1 });
    const { client, headers } = await openSeatAsGuest(server, seat.secrets);
    expect((await client.meetings.list({})).items.map((one) => one.id)).toEqual([id]);
    const seen = await client.meetings.get({ id });
    expect(seen).toMatchObject({ mySide: "counterpart", items: [{ title: "Hours" }], mails: [] });
    await client.meetings.addItems({ id, items: [{ title: "Your forecasts" }] });
    await client.meetings.confirmFit({
      id,
      personId: seen.people[0]?.id ?? "",
      fit: "confirmed",
      mandate: "can_take_back",
      topics: ["working_hours"],
    });
    expect(
      (await get(`/api/meetings/${id}/document?kind=agenda&format=docx`, headers)).statusCode,
    ).toBe(200);
    clock.now = new Date("2026-12-10T12:00:00Z");
    await story.host.meetings.hold({ id, version: 2, heldOn: "2026-12-10", came: [] });
    await story.host.meetings.sendMinutes({ id, version: 3, content });
    const { client: later } = await openSeatAsGuest(server, seat.secrets);
    await later.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" });
    await later.meetings.giveFeedback({ id, useful: 4, prepared: 4, openTalk: 5 });
    const told = await story.host.meetings.get({ id });
    expect(told.items.map(({ title, by }) => [title, by])).toEqual([
      ["Hours", host.name],
      ["Your forecasts", "Birch Systems"],
    ]);
    expect(told.minutesSent[0]?.replies).toMatchObject([
      { by: "Birch Systems", via: "link", linkShown: false, kind: "confirmed" },
    ]);
    expect(told.feedback).toMatchObject([{ by: "Birch Systems" }]);
  });
  const get = (url: string, headers: Record<string, string>) =>
    server.call({ method: "GET", url, headers });
});
