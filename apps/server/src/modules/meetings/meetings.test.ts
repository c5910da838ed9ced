import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, refusalOf } from "../../test/expect-code.ts";
import { plantJointBuyer } from "../../test/plant-dialogue.ts";
import type { TestApp } from "../../test/start-test-app.ts";
import {
  beginStory,
  startServer,
  when,
  type Clock,
  type MeetingStory,
} from "./meeting-story.fixture.ts";

const clock: Clock = { now: new Date("2026-11-20T09:00:00Z") };
let db: TestDatabase;
let server: TestApp;
let story: MeetingStory;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startServer(db.database, clock);
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  story = await beginStory(db.database, server, clock);
});

describe("a meeting", () => {
  it("is planned in local time, and the other side knows nothing of it until it is invited", async () => {
    const id = await story.plan();
    const meeting = await story.host.meetings.get({ id });
    expect(meeting).toMatchObject({
      number: 1,
      startsAt: "2026-12-10T09:00:00.000Z",
      endsAt: "2026-12-10T10:30:00.000Z",
      state: "planned",
      shared: false,
      leadDays: 10,
      agenda: { items: 0, dueOn: "2026-11-30", lateDays: null },
      next: { text: "Send the agenda by 30 November 2026." },
      can: { host: true, edit: true, sendAgenda: false, replyToMinutes: false },
    });
    expect(await codeOf(story.cedar.meetings.get({ id }))).toBe("not_found");
    expect((await story.cedar.meetings.list({})).total).toBe(0);
    await story.host.meetings.addItems({ id, items: [{ title: "Where the display is made" }] });
    const { mailIds, lateDays, version } = await story.host.meetings.sendAgenda({
      id,
      version: 1,
      letter: "We look forward to it.",
    });
    expect({ mails: mailIds.length, lateDays, version }).toEqual({
      mails: 2,
      lateDays: 0,
      version: 2,
    });
    const seen = await story.cedar.meetings.get({ id });
    expect(seen).toMatchObject({
      hosted: false,
      mySide: "counterpart",
      items: [{ title: "Where the display is made", by: story.table.host.name, mine: false }],
      mails: [],
      draft: null,
      can: { host: false, write: true, edit: false },
    });
    const mail = await story.host.mails.get({ mailId: mailIds[0] ?? "" });
    expect(mail).toMatchObject({
      kind: "meeting_invitation",
      toAddress: "counterpart@planted.example",
    });
    expect(mail.subject).toBe(
      "Invitation and agenda: Hours and sites, Thursday 10 December 2026, 10:00 to 11:30 (Europe/Oslo)",
    );
    expect(mail.body).toContain("1. Where the display is made");
    expect(mail.body).toContain("We look forward to it.");
  });

  it("keeps how late its agenda left", async () => {
    const id = await story.planWithAgenda();
    clock.now = new Date("2026-12-04T09:00:00Z");
    expect((await story.host.meetings.get({ id })).agenda.lateDays).toBe(4);
    expect((await story.host.meetings.sendAgenda({ id, version: 1 })).lateDays).toBe(4);
    clock.now = new Date("2026-12-08T09:00:00Z");
    await story.host.meetings.sendAgenda({ id, version: 2 });
    const { agenda } = await story.cedar.meetings.get({ id });
    expect(agenda).toMatchObject({ lateDays: 4, firstSentAt: "2026-12-04T09:00:00.000Z" });
    expect(agenda.says.text).toContain("4 days later");
  });

  it("that is moved or cancelled is told to whoever was invited, and to nobody before", async () => {
    const silent = await story.plan();
    expect(
      (await story.host.meetings.move({ id: silent, version: 1, ...when, minutes: 60 })).mailIds,
    ).toEqual([]);
    const id = await story.invited();
    const moved = await story.host.meetings.move({
      id,
      version: 2,
      ...when,
      startsAt: "2026-12-11T10:00",
    });
    expect(moved.mailIds).toHaveLength(2);
    expect((await story.host.mails.get({ mailId: moved.mailIds[0] ?? "" })).subject).toContain(
      "Changed: Hours and sites, Friday 11 December 2026",
    );
    const cancelled = await story.host.meetings.cancel({
      id,
      version: moved.version,
      reason: "They asked for it",
    });
    expect((await story.host.mails.get({ mailId: cancelled.mailIds[0] ?? "" })).body).toContain(
      "is not held: They asked for it",
    );
    expect(await story.cedar.meetings.get({ id })).toMatchObject({
      state: "cancelled",
      cancelledReason: "They asked for it",
      next: null,
    });
    expect(await codeOf(story.host.meetings.cancel({ id, version: 4, reason: "again" }))).toBe(
      "meeting_does_not_allow",
    );
    expect((await story.host.meetings.get({ id })).mails).toHaveLength(6);
  });

  it("refuses times and zones that are none, and what others wrote over", async () => {
    expect(await refusalOf(story.plan({ timeZone: "Mars/Base" }))).toMatchObject({
      code: "input_invalid",
      errors: [{ path: "/timeZone" }],
    });
    expect(await refusalOf(story.plan({ startsAt: "2026-13-10T10:00" }))).toMatchObject({
      code: "input_invalid",
      errors: [{ path: "/startsAt" }],
    });
    const id = await story.plan();
    expect(await codeOf(story.host.meetings.move({ id, version: 7, ...when }))).toBe("conflict");
    expect(await codeOf(story.host.meetings.sendAgenda({ id, version: 1 }))).toBe("input_invalid");
  });
});

describe("an agenda", () => {
  it("is written by both sides, each changes its own, and the host puts it in order", async () => {
    const id = await story.invited();
    const { ids: theirs } = await story.cedar.meetings.addItems({
      id,
      items: [{ title: "Your forecasts", minutes: 10 }, { title: "Payment terms" }],
    });
    await story.host.meetings.addItems({ id, items: [{ title: "Not sent yet" }] });
    const own = await story.host.meetings.get({ id });
    expect(own.items.map(({ title, shared, mine }) => [title, shared, mine])).toEqual([
      ["Where the display is made", true, true],
      ["Your forecasts", true, false],
      ["Payment terms", true, false],
      ["Not sent yet", false, true],
    ]);
    expect((await story.cedar.meetings.get({ id })).items).toHaveLength(3);
    const [first, second, third, fourth] = own.items.map((item) => item.id);
    if (!first || !second || !third || !fourth) throw new Error("Four items were added.");
    await story.host.meetings.orderItems({ id, itemIds: [third, first, fourth, second] });
    expect(
      (await story.cedar.meetings.get({ id })).items.map(({ id: item, position }) => [
        item,
        position,
      ]),
    ).toEqual([
      [third, 1],
      [first, 2],
      [second, 3],
    ]);
    expect(await codeOf(story.host.meetings.orderItems({ id, itemIds: [third, first] }))).toBe(
      "conflict",
    );
    expect(await codeOf(story.cedar.meetings.orderItems({ id, itemIds: [third] }))).toBe(
      "not_allowed",
    );
    expect(
      await codeOf(story.host.meetings.changeItem({ itemId: theirs[0] ?? "", title: "Ours now" })),
    ).toBe("not_allowed");
    expect(await codeOf(story.cedar.meetings.removeItem({ itemId: first }))).toBe("not_allowed");
    expect(await codeOf(story.cedar.meetings.removeItem({ itemId: fourth }))).toBe("not_found");
    await story.cedar.meetings.changeItem({ itemId: second, title: "Your forecasts, by month" });
    await story.cedar.meetings.removeItem({ itemId: third });
    await story.host.meetings.removeItem({ itemId: fourth });
    expect((await story.host.meetings.get({ id })).items.map(({ title }) => title)).toEqual([
      "Where the display is made",
      "Your forecasts, by month",
    ]);
    const [kept] = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from agenda_items where meeting_id = $1",
      [id],
    );
    // What was on the table is taken off it, a draft is gone.
    expect(kept?.count).toBe(3);
  });

  it("is drafted from the line, and nothing of it is saved", async () => {
    const id = await story.plan();
    const { proposals, asOf } = await story.host.meetings.draftAgenda({ id });
    expect(asOf).toBe("2026-11-20");
    expect(proposals).toMatchObject([
      { source: "question_pack", fits: true, whose: "counterpart" },
    ]);
    expect((await story.host.meetings.get({ id })).items).toEqual([]);
    const [first] = proposals;
    if (first === undefined) throw new Error("A pack is proposed.");
    const { why: _, fits: __, whose: ___, ...item } = first;
    await story.host.meetings.addItems({ id, items: [item] });
    expect((await story.host.meetings.draftAgenda({ id })).proposals).toEqual([]);
    expect((await story.host.meetings.questionPacks()).packs.map(({ key }) => key)).toContain(
      "wages",
    );
  });
});

describe("who comes", () => {
  it("is asked for by role, and said by whoever sends them", async () => {
    const id = await story.planWithAgenda();
    expect(
      await refusalOf(
        story.host.meetings.setPeople({
          id,
          people: [{ side: "counterpart", roleTitle: "Head of sourcing", name: "Ms Meadow" }],
        }),
      ),
    ).toMatchObject({ code: "input_invalid", errors: [{ path: "/people/0/name" }] });
    await story.host.meetings.setPeople({
      id,
      people: [
        {
          side: "counterpart",
          roleTitle: "Head of sourcing",
          address: "sourcing@story.cedar.example",
          topics: ["working_hours"],
        },
        { roleTitle: "Contract manager", name: "A. Heath", address: "heath@north.example" },
      ],
    });
    await story.host.meetings.sendAgenda({ id, version: 1 });
    const before = await story.cedar.meetings.get({ id });
    expect(before.next?.text).toBe("Say who comes, and what they may decide.");
    const asked = before.people.find(({ side }) => side === "counterpart");
    if (asked === undefined) throw new Error("Somebody is asked for.");
    await story.cedar.meetings.confirmFit({
      id,
      personId: asked.id,
      fit: "confirmed",
      mandate: "can_decide",
      topics: ["working_hours", "wages"],
    });
    const after = await story.host.meetings.get({ id });
    expect(after.people.filter(({ side }) => side === "counterpart")).toMatchObject([
      {
        mine: false,
        by: "Cedar IT",
        roleTitle: "Head of sourcing",
        fit: "confirmed",
        fitOn: "2026-11-20",
        mandate: "can_decide",
        came: null,
      },
    ]);
    const theirs = after.people.find(({ mine }) => !mine);
    expect(await codeOf(story.host.meetings.erasePerson({ id, personId: theirs?.id ?? "" }))).toBe(
      "not_allowed",
    );
    const ours = after.people.find(({ mine }) => mine);
    expect(
      await codeOf(
        story.cedar.meetings.confirmFit({
          id,
          personId: ours?.id ?? "",
          fit: "confirmed",
          mandate: "listens",
          topics: [],
        }),
      ),
    ).toBe("other_side_speaks");
    await story.host.meetings.erasePerson({ id, personId: ours?.id ?? "" });
    expect((await story.host.meetings.get({ id })).people.find(({ mine }) => mine)).toMatchObject({
      roleTitle: "Contract manager",
      name: null,
      address: null,
    });
    clock.now = new Date("2026-12-10T12:00:00Z");
    await story.host.meetings.hold({
      id,
      version: 2,
      heldOn: "2026-12-10",
      came: [theirs?.id ?? ""],
    });
    expect(
      (await story.cedar.meetings.get({ id })).people
        .map(({ came }) => came === true)
        .toSorted((a, b) => Number(a) - Number(b)),
    ).toEqual([false, true]);
  });

  it("gets the letters: each address once, and who has none is named", async () => {
    const id = await story.planWithAgenda();
    await story.host.meetings.setPeople({
      id,
      people: [
        { side: "counterpart", roleTitle: "Sourcing", address: "COUNTERPART@planted.example" },
        { side: "counterpart", roleTitle: "Hours" },
        { roleTitle: "Buyer", address: "buyer@north.example" },
      ],
    });
    const preview = await story.host.meetings.previewLetter({ id, kind: "invitation" });
    expect(preview.to.map(({ address, side }) => [address, side])).toEqual([
      ["counterpart@planted.example", "counterpart"],
      ["buyer@north.example", "buyers"],
    ]);
    expect(preview.without).toEqual(["Hours: no address is known."]);
    expect(preview.body).toContain("1. Where the display is made");
    expect((await story.host.meetings.sendAgenda({ id, version: 1 })).mailIds).toHaveLength(2);
  });
});

describe("the list", () => {
  it("filters, sorts and pages, and counts what passes", async () => {
    const december = await story.plan();
    const january = await story.plan({ startsAt: "2027-01-15T00:30" });
    const all = await story.host.meetings.list({ sort: "date" });
    expect(all.items.map(({ id }) => id)).toEqual([december, january]);
    expect((await story.host.meetings.list({ sort: "-date", limit: 1 })).items[0]?.id).toBe(
      january,
    );
    const first = await story.host.meetings.list({ sort: "date", limit: 1 });
    expect(first).toMatchObject({ total: 2, items: [{ id: december }] });
    const next = await story.host.meetings.list({
      sort: "date",
      limit: 1,
      after: first.next ?? "",
    });
    expect(next.items.map(({ id }) => id)).toEqual([january]);
    expect(next.next).toBeNull();
    // The day is that of the place: half past midnight in Oslo is the day before in London.
    expect((await story.host.meetings.list({ from: "2027-01-15" })).total).toBe(1);
    expect((await story.host.meetings.list({ to: "2027-01-14" })).total).toBe(1);
    expect((await story.host.meetings.list({ search: "HOURS" })).total).toBe(2);
    expect((await story.host.meetings.list({ search: "nothing" })).total).toBe(0);
    expect((await story.host.meetings.list({ state: "held" })).total).toBe(0);
    expect(
      (await story.host.meetings.list({ seriesId: story.table.seriesId, waiting: "true" })).total,
    ).toBe(2);
    expect(await codeOf(story.host.meetings.list({ after: "bm8" }))).toBe("input_invalid");
  });

  it("leaves out what a joint buyer's seat does not see", async () => {
    const id = await story.sent();
    const some = await plantJointBuyer(db.database, story.table, ["meetings"]);
    const blind = await plantJointBuyer(db.database, story.table, ["commitments"]);
    const seen = await server.as(some.people.reader, some.organisationId).meetings.get({ id });
    expect(seen).toMatchObject({
      minutesSent: [],
      minutes: { state: "none" },
      feedback: [],
      commitmentList: [],
    });
    const blindly = server.as(blind.people.reader, blind.organisationId);
    expect((await blindly.meetings.list({})).total).toBe(0);
    expect(await codeOf(blindly.meetings.get({ id }))).toBe("not_found");
  });
});
