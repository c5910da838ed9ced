/**
 * Who sees what of a meeting, and that nobody speaks for the other side: through the endpoints, and straight in the tables
 * as the application role, past every use case.
 */
import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import type { Tx } from "@throughline/db";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, refusalOf } from "../../test/expect-code.ts";
import { getUp, plantJointBuyer, plantTable } from "../../test/plant-dialogue.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
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

interface Named {
  readonly meeting: string;
  readonly item: string;
  readonly person: string;
  readonly series: string;
}

const calls: Readonly<Record<string, (client: ApiClient, ids: Named) => Promise<unknown>>> = {
  get: (c, ids) => c.meetings.get({ id: ids.meeting }),
  plan: (c, ids) => c.meetings.plan({ seriesId: ids.series, ...when }),
  move: (c, ids) => c.meetings.move({ id: ids.meeting, version: 1, ...when }),
  cancel: (c, ids) => c.meetings.cancel({ id: ids.meeting, version: 1, reason: "r" }),
  draftAgenda: (c, ids) => c.meetings.draftAgenda({ id: ids.meeting }),
  addItems: (c, ids) => c.meetings.addItems({ id: ids.meeting, items: [{ title: "T" }] }),
  changeItem: (c, ids) => c.meetings.changeItem({ itemId: ids.item, title: "T" }),
  removeItem: (c, ids) => c.meetings.removeItem({ itemId: ids.item }),
  orderItems: (c, ids) => c.meetings.orderItems({ id: ids.meeting, itemIds: [ids.item] }),
  setPeople: (c, ids) => c.meetings.setPeople({ id: ids.meeting, people: [{ roleTitle: "R" }] }),
  confirmFit: (c, ids) =>
    c.meetings.confirmFit({
      id: ids.meeting,
      personId: ids.person,
      fit: "confirmed",
      mandate: "listens",
      topics: [],
    }),
  erasePerson: (c, ids) => c.meetings.erasePerson({ id: ids.meeting, personId: ids.person }),
  sendAgenda: (c, ids) => c.meetings.sendAgenda({ id: ids.meeting, version: 1 }),
  previewLetter: (c, ids) => c.meetings.previewLetter({ id: ids.meeting, kind: "invitation" }),
  hold: (c, ids) =>
    c.meetings.hold({ id: ids.meeting, version: 1, heldOn: "2026-11-20", came: [] }),
  saveDraft: (c, ids) => c.meetings.saveDraft({ id: ids.meeting, content, version: null }),
  sendMinutes: (c, ids) => c.meetings.sendMinutes({ id: ids.meeting, version: 1, content }),
  replyToMinutes: (c, ids) =>
    c.meetings.replyToMinutes({ id: ids.meeting, revision: 1, kind: "confirmed" }),
  giveFeedback: (c, ids) =>
    c.meetings.giveFeedback({ id: ids.meeting, useful: 1, prepared: 1, openTalk: 1 }),
};

/** A meeting with one item and one person of the host, that was held and of which minutes were sent. */
async function everything(): Promise<Named> {
  const meeting = await story.sent();
  const [item] = (await story.host.meetings.get({ id: meeting })).items;
  await story.host.meetings.setPeople({ id: meeting, people: [{ roleTitle: "Manager" }] });
  const [person] = (await story.host.meetings.get({ id: meeting })).people;
  return {
    meeting,
    item: item?.id ?? "",
    person: person?.id ?? "",
    series: story.table.seriesId,
  };
}

describe("whoever does not sit at the table", () => {
  it("gets for everything on it the answer of an id that is nobody's", async () => {
    const ids = await everything();
    const none: Named = {
      meeting: randomUUID(),
      item: randomUUID(),
      person: randomUUID(),
      series: randomUUID(),
    };
    const stranger = await plantOrganisation(db.database, "Stranger");
    // The same host meets Birch Systems at another table.
    const other = await plantTable(db.database, {
      host: story.table.host,
      counterpart: await plantOrganisation(db.database, "Birch Systems"),
    });
    const former = await plantJointBuyer(db.database, story.table);
    await getUp(db.database, story.table.seriesId, former.organisationId);
    let refused = 0;
    for (const { organisationId, people } of [stranger, other.counterpart, former]) {
      const client = server.as(people.owner, organisationId);
      for (const [name, call] of Object.entries(calls)) {
        const answer = await refusalOf(call(client, ids));
        expect(answer, name).toEqual(await refusalOf(call(client, none)));
        expect(answer?.code, name).toBe("not_found");
        refused += 1;
      }
      expect((await client.meetings.list({})).total).toBe(0);
      expect((await client.meetings.list({ seriesId: ids.series })).total).toBe(0);
    }
    expect(refused).toBe(57);
  });

  it("is told by nothing that another table of the same host exists", async () => {
    const counterpart = await plantOrganisation(db.database, "Birch Systems");
    const other = await plantTable(db.database, { host: story.table.host, counterpart });
    const { id } = await story.host.meetings.plan({ seriesId: other.seriesId, ...when });
    await story.host.meetings.addItems({ id, items: [{ title: "Birchmarker" }] });
    await story.host.meetings.sendAgenda({ id, version: 1 });
    const ours = await story.invited();
    const said = JSON.stringify([
      await story.cedar.meetings.list({}),
      await story.cedar.meetings.get({ id: ours }),
    ]);
    expect(said).not.toMatch(/Birch/);
    expect(said).not.toContain(other.seriesId);
  });
});

describe("an id of another's", () => {
  it("is answered like nobody's where it is referred to, when something is made and when it is changed", async () => {
    const other = await plantTable(db.database);
    const [thread] = await db.asOwner<{ id: string }>(
      "insert into dialogue_threads (organisation_id, series_id, title, kind, opened_on, shared_at) values ($1, $2, 'Theirs', 'other', '2026-01-01', now()) returning id",
      [other.host.organisationId, other.seriesId],
    );
    const contract = await db.database.withActor(other.host.actor(), (tx) =>
      plantContract(workOf(tx, other.host.actor())),
    );
    const id = await story.planWithAgenda();
    const [item] = (await story.host.meetings.get({ id })).items;
    for (const [theirs, nobodys] of [
      [{ threadId: thread?.id ?? "" }, { threadId: randomUUID() }],
      [{ contractId: contract.contractId }, { contractId: randomUUID() }],
    ] as const) {
      const add = (over: object) =>
        refusalOf(story.host.meetings.addItems({ id, items: [{ title: "T", ...over }] }));
      const change = (over: object) =>
        refusalOf(story.host.meetings.changeItem({ itemId: item?.id ?? "", title: "T", ...over }));
      for (const attempt of [add, change]) {
        expect(await attempt(theirs)).toEqual(await attempt(nobodys));
        expect((await attempt(theirs))?.code).toBe("reference_unknown");
      }
    }
    const people = (personId: string) =>
      codeOf(story.host.meetings.setPeople({ id, people: [{ roleTitle: "R", personId }] }));
    expect(await people(randomUUID())).toBe("reference_unknown");
  });
});

describe("straight in the tables", () => {
  const as = <T>(who: { organisationId: string }, work: (tx: Tx) => Promise<T>): Promise<T> =>
    db.database.withActor({ organisationId: who.organisationId, personId: null }, work);
  const attempt = async (
    who: { organisationId: string },
    statement: ReturnType<typeof sql>,
  ): Promise<string> => {
    try {
      const { numAffectedRows, rows } = await as(who, (tx) => statement.execute(tx));
      return `${numAffectedRows ?? rows.length} rows`;
    } catch (error) {
      return error instanceof Error && "code" in error ? String(error.code) : "failed";
    }
  };

  it("nobody writes for the side it does not sit on, under another's name, or at a table that is not its own", async () => {
    const { host, counterpart, seriesId } = story.table;
    const meeting = await story.sent();
    const hidden = await story.plan();
    const other = await plantTable(db.database);
    const item = (
      who: { organisationId: string },
      side: string,
      name: string,
      at = meeting,
      table = seriesId,
    ) =>
      attempt(
        who,
        sql`insert into agenda_items (organisation_id, series_id, meeting_id, side, told_by, position, source, title, shared_at)
          values (${who.organisationId}, ${table}, ${at}, ${side}, ${name}, 1, 'free', 'T', now())`,
      );
    expect(await item(host, "buyers", host.name)).toBe("1 rows");
    expect(await item(counterpart, "counterpart", counterpart.name)).toBe("1 rows");
    expect(await item(host, "counterpart", counterpart.name)).toBe("reference_unknown");
    expect(await item(host, "buyers", counterpart.name)).toBe("reference_unknown");
    expect(await item(counterpart, "buyers", counterpart.name)).toBe("reference_unknown");
    expect(await item(counterpart, "counterpart", counterpart.name, hidden)).toBe(
      "reference_unknown",
    );
    expect(await item(other.counterpart, "counterpart", other.counterpart.name)).toBe(
      "reference_unknown",
    );
    expect(
      await item(other.counterpart, "counterpart", other.counterpart.name, meeting, other.seriesId),
    ).toBe("reference_unknown");

    const minutes = (who: { organisationId: string }) =>
      attempt(
        who,
        sql`insert into meeting_minutes (organisation_id, series_id, meeting_id, revision, content, shared_at)
          values (${who.organisationId}, ${seriesId}, ${meeting}, 2, '{"summary":"","items":[]}', now())`,
      );
    expect(await minutes(counterpart)).toBe("reference_unknown");

    const reply = (who: { organisationId: string }, side: string, name: string, revision = 1) =>
      attempt(
        who,
        sql`insert into minutes_replies (organisation_id, series_id, meeting_id, revision, side, told_by, kind, via, shared_at)
          values (${who.organisationId}, ${seriesId}, ${meeting}, ${revision}, ${side}, ${name}, 'confirmed', 'account', now())`,
      );
    // Nobody confirms its own, whatever side it says it is.
    expect(await reply(host, "buyers", host.name)).toBe("reference_unknown");
    expect(await reply(host, "counterpart", counterpart.name)).toBe("reference_unknown");
    expect(await reply(counterpart, "counterpart", counterpart.name, 7)).toBe("reference_unknown");
    expect(await reply(counterpart, "counterpart", counterpart.name)).toBe("1 rows");

    const feedback = (who: { organisationId: string }, side: string, name: string) =>
      attempt(
        who,
        sql`insert into meeting_feedback (organisation_id, series_id, meeting_id, side, told_by, useful, prepared, open_talk, shared_at)
          values (${who.organisationId}, ${seriesId}, ${meeting}, ${side}, ${name}, 5, 5, 5, now())`,
      );
    expect(await feedback(host, "counterpart", counterpart.name)).toBe("reference_unknown");
    expect(await feedback(counterpart, "counterpart", counterpart.name)).toBe("1 rows");

    const person = (who: { organisationId: string }, side: string, name: string | null) =>
      attempt(
        who,
        sql`insert into meeting_people (organisation_id, series_id, meeting_id, side, told_by, role_title, name, shared_at)
          values (${who.organisationId}, ${seriesId}, ${meeting}, ${side}, ${host.name}, 'Role', ${name}, now())`,
      );
    expect(await person(host, "counterpart", "Ms Meadow")).toBe("reference_unknown");
    expect(await person(host, "counterpart", null)).toBe("1 rows");
    expect(
      await attempt(
        host,
        sql`update meeting_people set name = 'Ms Meadow' where side = 'counterpart'`,
      ),
    ).toBe("reference_unknown");
    expect(
      await attempt(
        counterpart,
        sql`insert into meetings (organisation_id, series_id, number, title, starts_at, ends_at, time_zone, form, planned_at, lead_days)
          values (${counterpart.organisationId}, ${seriesId}, 99, 'T', now(), now() + interval '1 hour', 'UTC', 'online', now(), 1)`,
      ),
    ).toBe("reference_unknown");
  });

  it("what was said is not unsaid, and nobody changes another's", async () => {
    const { host, counterpart } = story.table;
    const meeting = await story.sent();
    await story.cedar.meetings.replyToMinutes({ id: meeting, revision: 1, kind: "confirmed" });
    for (const who of [host, counterpart])
      for (const statement of [
        sql`update meeting_minutes set content = '{}'`,
        sql`delete from meeting_minutes`,
        sql`update minutes_replies set kind = 'corrected', text = 't'`,
        sql`delete from minutes_replies`,
        sql`delete from meeting_feedback`,
        sql`delete from meetings`,
        sql`update meetings set series_id = gen_random_uuid()`,
        sql`update agenda_items set side = 'buyers'`,
        sql`update agenda_items set told_by = 'T'`,
        sql`update meeting_people set side = 'buyers'`,
      ])
        expect(await attempt(who, statement)).toBe("reference_unknown");
    expect(await attempt(host, sql`delete from agenda_items`)).toBe("0 rows");
    expect(
      await attempt(counterpart, sql`update meetings set state = 'planned', held_on = null`),
    ).toBe("0 rows");
    expect(await attempt(counterpart, sql`update agenda_items set title = 'T'`)).toBe("0 rows");
  });

  it("the other side reads what was put on the table, and nothing of ours", async () => {
    const { host, counterpart } = story.table;
    const contract = await db.database.withActor(host.actor(), (tx) =>
      plantContract(workOf(tx, host.actor())),
    );
    const hidden = await story.plan();
    await story.host.meetings.setPeople({
      id: hidden,
      people: [{ roleTitle: "Manager" }, { side: "counterpart", roleTitle: "Sourcing" }],
    });
    const meeting = await story.held();
    await story.host.meetings.saveDraft({ id: meeting, content, version: null });
    const next = await story.invited();
    await story.host.meetings.addItems({
      id: next,
      items: [{ title: "Not sent", contractId: contract.contractId, breakId: "b" }],
    });
    const joint = await plantJointBuyer(db.database, story.table, ["meetings"]);
    await story.host.meetings.sendMinutes({ id: meeting, version: 3, content });
    await story.cedar.meetings.giveFeedback({ id: meeting, useful: 4, prepared: 4, openTalk: 4 });
    const count = (who: { organisationId: string }) =>
      as(who, async (tx) => {
        const counts: Record<string, number> = {};
        for (const name of [
          "meetings",
          "agenda_items",
          "agenda_origins",
          "meeting_people",
          "meeting_drafts",
          "meeting_minutes",
          "meeting_feedback",
          "meeting_mails",
          "mails",
          "contracts",
        ] as const)
          counts[name] = (await tx.selectFrom(name).select("organisation_id").execute()).length;
        return counts;
      });
    const nothingOfOurs = {
      agenda_origins: 0,
      meeting_people: 0,
      meeting_drafts: 0,
      meeting_mails: 0,
      mails: 0,
      contracts: 0,
    };
    expect(await count(counterpart)).toEqual({
      ...nothingOfOurs,
      meetings: 2,
      agenda_items: 2,
      meeting_minutes: 1,
      meeting_feedback: 1,
    });
    expect(await count(joint)).toEqual({
      ...nothingOfOurs,
      meetings: 2,
      agenda_items: 2,
      meeting_minutes: 0,
      meeting_feedback: 0,
    });
    expect(await count(host)).toMatchObject({ meetings: 3, agenda_items: 3, agenda_origins: 1 });
    await getUp(db.database, story.table.seriesId, joint.organisationId);
    expect(Object.values(await count(joint)).every((rows) => rows === 0)).toBe(true);
  });

  it("turns red when a planted policy opens a table", async () => {
    await story.planWithAgenda();
    const drafts = () =>
      as(
        story.table.counterpart,
        async (tx) => (await tx.selectFrom("agenda_items").select("id").execute()).length,
      );
    expect(await drafts()).toBe(0);
    await db.asOwner(
      "create policy planted_hole on agenda_items for select to throughline_app using (true)",
    );
    try {
      expect(await drafts()).toBeGreaterThan(0);
    } finally {
      await db.asOwner("drop policy planted_hole on agenda_items");
    }
    const meeting = await story.sent();
    const confirmOwn = () =>
      attempt(
        story.table.host,
        sql`insert into minutes_replies (organisation_id, series_id, meeting_id, revision, side, told_by, kind, via, shared_at)
          values (${story.table.host.organisationId}, ${story.table.seriesId}, ${meeting}, 1, 'buyers', ${story.table.host.name}, 'confirmed', 'account', now())`,
      );
    expect(await confirmOwn()).toBe("reference_unknown");
    await db.asOwner("alter policy answers_anothers on minutes_replies with check (true)");
    try {
      expect(await confirmOwn()).toBe("1 rows");
    } finally {
      await db.asOwner(
        "alter policy answers_anothers on minutes_replies with check (private.may_reply(meeting_id, revision))",
      );
    }
  });
});
