import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, refusalOf } from "../../test/expect-code.ts";
import type { TestApp } from "../../test/start-test-app.ts";
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

describe("minutes", () => {
  it("are drafted by the host alone, over the version that was read", async () => {
    const id = await story.held();
    expect(await story.host.meetings.saveDraft({ id, content, version: null })).toEqual({
      version: 1,
    });
    expect(await codeOf(story.host.meetings.saveDraft({ id, content, version: null }))).toBe(
      "conflict",
    );
    expect(await story.host.meetings.saveDraft({ id, content, version: 1 })).toEqual({
      version: 2,
    });
    expect((await story.host.meetings.get({ id })).draft).toMatchObject({ content, version: 2 });
    expect((await story.cedar.meetings.get({ id })).draft).toBeNull();
    expect(await codeOf(story.cedar.meetings.saveDraft({ id, content, version: 2 }))).toBe(
      "not_allowed",
    );
    expect(
      await codeOf(
        story.host.meetings.saveDraft({
          id,
          content: { summary: "", items: [{ agendaItemId: story.table.seriesId, title: "T" }] },
          version: 2,
        }),
      ),
    ).toBe("reference_unknown");
  });

  it("leave in writing with the promises of both sides, and are confirmed by the other side", async () => {
    const id = await story.held();
    const promise = {
      seriesId: story.table.seriesId,
      meetingId: id,
      debtorName: "Cedar IT",
      debtor: "counterpart",
      what: "Name the maker of the display",
      dueOn: "2027-01-31",
      share: false,
    } as const;
    await story.host.commitments.make(promise);
    expect((await story.cedar.meetings.get({ id })).commitmentList).toEqual([]);
    const preview = await story.host.meetings.previewLetter({ id, kind: "confirmation" });
    expect(preview.body).toContain("- Cedar IT: Name the maker of the display, by 31 January 2027");
    const { version } = await story.host.meetings.get({ id });
    const { revision, mailIds } = await story.host.meetings.sendMinutes({ id, version, content });
    expect({ revision, mails: mailIds.length }).toEqual({ revision: 1, mails: 2 });
    const letter = await story.host.mails.get({ mailId: mailIds[0] ?? "" });
    expect(letter.body).toContain("Name the maker of the display, by 31 January 2027");
    expect(letter.body).toContain("by 24 December 2026");
    const seen = await story.cedar.meetings.get({ id });
    expect(seen).toMatchObject({
      minutes: { revision: 1, state: "waiting", waitsForUs: true },
      next: { text: "Confirm the minutes, or say what is to be corrected." },
      commitmentList: [{ what: "Name the maker of the display", state: "put_forward" }],
      can: { replyToMinutes: true },
    });
    expect((await story.host.meetings.get({ id })).can.replyToMinutes).toBe(false);
    expect(
      await codeOf(story.host.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" })),
    ).toBe("other_side_speaks");
    await story.cedar.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" });
    expect((await story.host.meetings.get({ id })).minutes).toMatchObject({ state: "confirmed" });
    expect(
      await codeOf(story.cedar.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" })),
    ).toBe("already_exists");
  });

  it("that are corrected are sent again, and the earlier stay as they were", async () => {
    const id = await story.sent();
    expect(
      await codeOf(story.cedar.meetings.replyToMinutes({ id, revision: 1, kind: "corrected" })),
    ).toBe("input_invalid");
    await story.cedar.meetings.replyToMinutes({
      id,
      revision: 1,
      kind: "corrected",
      text: "Three firms.",
    });
    const waiting = await story.host.meetings.get({ id });
    expect(waiting.next?.text).toContain("corrected the minutes");
    expect(
      (await story.host.meetings.list({ waiting: "true" })).items.map((one) => one.id),
    ).toContain(id);
    const again = { ...content, summary: "Three firms." };
    await story.host.meetings.sendMinutes({ id, version: waiting.version, content: again });
    expect(
      await codeOf(story.cedar.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" })),
    ).toBe("conflict");
    expect(
      await codeOf(story.cedar.meetings.replyToMinutes({ id, revision: 3, kind: "confirmed" })),
    ).toBe("not_found");
    const seen = await story.cedar.meetings.get({ id });
    expect(seen.minutesSent).toMatchObject([
      { revision: 2, content: again, replies: [] },
      {
        revision: 1,
        content,
        replies: [
          {
            kind: "corrected",
            by: "Cedar IT",
            side: "counterpart",
            via: "account",
            linkShown: false,
          },
        ],
      },
    ]);
  });

  it("are not sent of a meeting that was not held", async () => {
    const id = await story.invited();
    expect(await codeOf(story.host.meetings.sendMinutes({ id, version: 2, content }))).toBe(
      "meeting_does_not_allow",
    );
    expect(
      await codeOf(story.host.meetings.hold({ id, version: 2, heldOn: "2026-12-10", came: [] })),
    ).toBe("date_in_future");
    clock.now = new Date("2026-12-10T12:00:00Z");
    expect(
      await codeOf(
        story.host.meetings.hold({
          id,
          version: 2,
          heldOn: "2026-12-10",
          came: [story.table.seriesId],
        }),
      ),
    ).toBe("reference_unknown");
    expect(
      await codeOf(story.cedar.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" })),
    ).toBe("meeting_does_not_allow");
    const words = { useful: 5, prepared: 4, openTalk: 5 } as const;
    expect(await codeOf(story.cedar.meetings.giveFeedback({ id, ...words }))).toBe(
      "meeting_does_not_allow",
    );
  });
});

describe("feedback", () => {
  it("is given by both sides; a later word takes the place of an earlier", async () => {
    const id = await story.sent();
    const words = { useful: 3, prepared: 4, openTalk: 5 } as const;
    await story.cedar.meetings.giveFeedback({ id, ...words });
    await story.cedar.meetings.giveFeedback({ id, ...words, useful: 5, change: "Fewer topics" });
    expect((await story.host.meetings.get({ id })).next?.text).toBe(
      "Tell the other side how the meeting was.",
    );
    await story.host.meetings.giveFeedback({ id, ...words });
    expect((await story.host.meetings.get({ id })).feedback).toMatchObject([
      { by: "Cedar IT", useful: 5, change: "Fewer topics", mine: false },
      { by: story.table.host.name, useful: 3, mine: true },
    ]);
    expect((await story.host.meetings.get({ id })).next).toBeNull();
  });
});

describe("while a procurement on the subject is live", () => {
  it("nothing is planned, invited, added or fed back; cancelling and confirming go on", async () => {
    const id = await story.sent();
    const other = await story.invited();
    await db.asOwner(
      `with p as (insert into procurements (organisation_id, reference, title, procedure) values ($1, 'P-1', 'Laptops 2027', 'open') returning id)
       insert into channel_closures (organisation_id, series_id, procurement_id, title, since, shared_at)
       select $1, $2, p.id, 'Laptops 2027', '2026-12-01', now() from p`,
      [story.table.host.organisationId, story.table.seriesId],
    );
    for (const call of [
      () => story.plan(),
      () => story.host.meetings.move({ id: other, version: 2, ...when }),
      () => story.host.meetings.addItems({ id: other, items: [{ title: "T" }] }),
      () => story.cedar.meetings.addItems({ id: other, items: [{ title: "T" }] }),
      () => story.host.meetings.sendAgenda({ id: other, version: 2 }),
      () => story.cedar.meetings.giveFeedback({ id, useful: 1, prepared: 1, openTalk: 1 }),
    ]) {
      const refused = await refusalOf(call());
      expect(refused?.code).toBe("channel_closed");
      expect(refused?.detail).toContain("Laptops 2027");
    }
    await story.cedar.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" });
    const seen = await story.cedar.meetings.get({ id });
    expect(seen).toMatchObject({
      channel: {
        open: false,
        closures: [{ title: "Laptops 2027", since: "2026-12-01", byUs: false }],
      },
      can: { giveFeedback: false, write: false },
      next: null,
    });
    await story.host.meetings.cancel({ id: other, version: 2, reason: "A tender is live" });
  });
});

describe("a paused series", () => {
  it("asks for nothing that it refuses", async () => {
    const held = await story.sent();
    const id = await story.planWithAgenda();
    const { seriesId } = story.table;
    await story.host.dialogues.setState({
      id: seriesId,
      version: 1,
      state: "paused",
      reason: "A change of people",
    });
    expect(await codeOf(story.host.meetings.sendAgenda({ id, version: 1 }))).toBe(
      "series_not_open",
    );
    expect(await story.host.meetings.get({ id })).toMatchObject({
      next: null,
      can: { sendAgenda: false, edit: false, cancel: true },
    });
    expect((await story.host.meetings.get({ id: held })).next).toBeNull();
    // What was sent is still confirmed.
    expect((await story.cedar.meetings.get({ id: held })).next?.text).toContain("Confirm");
  });
});

describe("minutes that nobody confirms", () => {
  const reminders = async (id: string) =>
    (await story.host.meetings.get({ id })).mails.filter(({ subject }) =>
      subject.startsWith("Minutes to confirm"),
    );

  it("are spoken of to the counterpart's mailbox once, two weeks on, and never after they were confirmed", async () => {
    const id = await story.sent();
    await server.runJobs(new Date("2026-12-23T07:00:00Z"));
    expect(await reminders(id)).toEqual([]);
    await server.runJobs(new Date("2026-12-25T07:00:00Z"));
    const [first, ...more] = await reminders(id);
    expect(more).toEqual([]);
    expect(first?.toAddress).toBe("counterpart@planted.example");
    const mail = await story.host.mails.get({ mailId: first?.id ?? "" });
    expect(mail.body).toContain("You are reminded of them this once.");
    await server.runJobs(new Date("2027-01-25T07:00:00Z"));
    expect(await reminders(id)).toHaveLength(1);
    // Nothing waits any more: the job has not queued itself again.
    expect(
      await db.asOwner(
        "select from jobs.job where data->>'job' = 'remind-meetings' and state = 'created' and data->>'organisationId' = $1",
        [story.table.host.organisationId],
      ),
    ).toEqual([]);
  });

  it("are not, once there was a word on them", async () => {
    const id = await story.sent();
    await story.cedar.meetings.replyToMinutes({
      id,
      revision: 1,
      kind: "corrected",
      text: "Three firms.",
    });
    await server.runJobs(new Date("2026-12-25T07:00:00Z"));
    expect(await reminders(id)).toEqual([]);
  });
});

describe("the audit", () => {
  it("holds ids, counts and days, and nothing that was said or anybody's name", async () => {
    const id = await story.planWithAgenda();
    const marker = "Meadowmarker";
    const person = { roleTitle: marker, name: marker, address: "meadowmarker@cedar.example" };
    await story.host.meetings.setPeople({ id, people: [person] });
    await story.host.meetings.addItems({ id, items: [{ title: marker, detail: marker }] });
    await story.host.meetings.sendAgenda({ id, version: 1, letter: marker });
    const [first] = (await story.host.meetings.get({ id })).people;
    await story.host.meetings.erasePerson({ id, personId: first?.id ?? "" });
    clock.now = new Date("2026-12-10T12:00:00Z");
    await story.host.meetings.hold({ id, version: 2, heldOn: "2026-12-10", came: [] });
    const words = { summary: marker, items: [{ agendaItemId: null, title: marker, text: marker }] };
    await story.host.meetings.saveDraft({ id, content: words, version: null });
    await story.host.meetings.sendMinutes({ id, version: 3, content: words });
    await story.cedar.meetings.replyToMinutes({ id, revision: 1, kind: "corrected", text: marker });
    const said = { useful: 1, prepared: 2, openTalk: 3, helped: marker, change: marker };
    await story.cedar.meetings.giveFeedback({ id, ...said });
    const other = await story.plan();
    await story.host.meetings.cancel({ id: other, version: 1, reason: marker });
    const entries = await db.asOwner<{ action: string; said: string }>(
      "select action, concat(before::text, after::text) as said from audit_entries where organisation_id = any($1)",
      [[story.table.host.organisationId, story.table.counterpart.organisationId]],
    );
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of [
      "set-meeting-people",
      "add-agenda-items",
      "send-agenda",
      "erase-meeting-person",
      "hold-meeting",
      "save-minutes-draft",
      "send-minutes",
      "correct-minutes",
      "give-feedback",
      "cancel-meeting",
    ])
      expect(actions).toContain(action);
    expect(entries.filter((entry) => /meadowmarker/iu.test(entry.said))).toEqual([]);
  });
});
