/** Programmes and their figures, which come out of records and open to them; files equal the screen. */
import {
  openTestDatabase,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { ApiClient } from "@throughline/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantAct, plantCommitment, plantMeeting, plantTable } from "../../test/plant-dialogue.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let host: PlantedOrganisation;
let client: ApiClient;
let programmeId: string;
let meetings: string[];

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  const first = await plantTable(db.database);
  host = first.host;
  client = server.as(host.people.owner, host.organisationId);
  const { id } = await client.dialogues.createProgramme({
    title: "Vehicles",
    purpose: "To trace what is bought.",
    fromOn: "2026-01-01",
  });
  programmeId = id;
  const table = await plantTable(db.database, { host, programmeId, title: "Buses" });
  const other = await plantTable(db.database, { host, programmeId, title: "Cars" });
  meetings = [
    await plantMeeting(db.database, table, { state: "held", startsAt: "2026-02-02T10:00:00Z" }),
    await plantMeeting(db.database, table, { state: "held", startsAt: "2026-05-05T10:00:00Z" }),
    await plantMeeting(db.database, other, { state: "held", startsAt: "2026-05-06T10:00:00Z" }),
  ];
  await plantMeeting(db.database, first, { state: "held", startsAt: "2026-05-07T10:00:00Z" });
  await plantMeeting(db.database, table, { state: "cancelled", startsAt: "2026-05-08T10:00:00Z" });
  const promise = await plantCommitment(db.database, table.seriesId, table.host, {
    dueOn: "2026-11-10",
  });
  await plantAct(db.database, table.seriesId, promise, table.counterpart, { kind: "confirmed" });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const exported = async (format: string, query = "") =>
  server.call({
    method: "GET",
    url: `/api/dialogue/programmes/${programmeId}/export?format=${format}${query}`,
    headers: await server.headersOf(host.people.reader, host.organisationId),
  });

describe("a programme", () => {
  it("counts what was held under it, each figure with the records behind it", async () => {
    const shown = await client.dialogues.getProgramme({ id: programmeId });
    expect(shown).toMatchObject({ series: 2, meetingsHeld: 3, counterpartsMet: 1 });
    const figureOf = (key: string) => shown.figures.find((figure) => figure.key === key);
    expect(figureOf("meetings_held")).toMatchObject({ value: 3, subject: "meeting" });
    expect(figureOf("meetings_held")?.ids.toSorted()).toEqual(meetings.toSorted());
    expect(figureOf("meetings_held")?.records.map(({ on }) => on)).toEqual([
      "2026-02-02",
      "2026-05-05",
      "2026-05-06",
    ]);
    expect(figureOf("commitments_kept:counterpart")).toMatchObject({
      value: 0,
      numerator: 0,
      denominator: 1,
    });
    // Nothing of theirs fell due: no data, never all kept.
    expect(figureOf("commitments_kept:buyers")).toMatchObject({ value: null, denominator: 0 });
    expect(figureOf("minutes_lag_days")?.value).toBeNull();
    expect(shown.quarters).toEqual([
      { quarter: "2026-Q1", meetings: 1, counterparts: 1 },
      { quarter: "2026-Q2", meetings: 2, counterparts: 1 },
      { quarter: "2026-Q3", meetings: 0, counterparts: 0 },
      { quarter: "2026-Q4", meetings: 0, counterparts: 0 },
    ]);
    const part = await client.dialogues.getProgramme({ id: programmeId, until: "2026-03-31" });
    expect(part.figures[0]).toMatchObject({ key: "meetings_held", value: 1 });
    await refuses(
      "input_invalid",
      client.dialogues.getProgramme({ id: programmeId, until: "2025-03-31" }),
    );
    await refuses(
      "input_invalid",
      client.dialogues.getProgramme({ id: programmeId, from: "1900-01-01" }),
    );
    const { items } = await client.dialogues.listProgrammes({});
    expect(items).toMatchObject([{ id: programmeId, series: 2, meetingsHeld: 3 }]);
    expect((await client.dialogues.list({ programmeId })).total).toBe(2);
  });

  it("is given as files that equal the screen", async () => {
    const shown = await client.dialogues.getProgramme({ id: programmeId });
    const json = (await exported("json")).json<{ figures: unknown; quarters: unknown }>();
    expect(json.figures).toEqual(shown.figures);
    expect(json.quarters).toEqual(shown.quarters);
    for (const [format, begins] of [
      ["xlsx", "PK"],
      ["docx", "PK"],
      ["pdf", "%PDF"],
    ] as const) {
      const file = await exported(format);
      expect(file.statusCode, format).toBe(200);
      expect(file.headers["content-disposition"]).toContain(`vehicles-2026-11-20.${format}`);
      expect(file.rawPayload.subarray(0, begins.length).toString(), format).toBe(begins);
    }
    const series = await server.call({
      method: "GET",
      url: `/api/dialogue/series/export?format=csv&programmeId=${programmeId}&sort=title`,
      headers: await server.headersOf(host.people.reader, host.organisationId),
    });
    const lines = series.payload.trim().split(/\r?\n/u);
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("Buses");
    expect(lines[2]).toContain("Cars");
  });

  it("is changed, and closed with what came of it", async () => {
    const input = { title: "Vehicles", purpose: "P", fromOn: "2026-01-01" };
    await refuses(
      "input_invalid",
      client.dialogues.createProgramme({ ...input, untilOn: "2025-01-01" }),
    );
    const { id } = await client.dialogues.createProgramme(input);
    await client.dialogues.updateProgramme({ ...input, id, version: 1, untilOn: "2026-12-31" });
    await refuses("conflict", client.dialogues.updateProgramme({ ...input, id, version: 1 }));
    await client.dialogues.closeProgramme({ id, version: 2, outcome: "Nobody came." });
    expect(await client.dialogues.getProgramme({ id })).toMatchObject({
      closedOn: "2026-11-20",
      outcome: "Nobody came.",
    });
    await refuses("conflict", client.dialogues.closeProgramme({ id, version: 3, outcome: "O" }));
    await refuses(
      "conflict",
      client.dialogues.create({
        title: "T",
        counterpartName: "Cedar IT",
        counterpartRole: "reseller",
        basis: "shared_priorities",
        issues: ["wages"],
        programmeId: id,
        timeZone: "Europe/London",
        purpose: "P",
        hopedOutcome: "H",
      }),
    );
  });
});

describe("a lesson", () => {
  it("is noted, changed, given to the network under the organisation's name, and withdrawn", async () => {
    const stranger = (await plantTable(db.database)).host;
    const theirs = server.as(stranger.people.owner, stranger.organisationId);
    const lesson = {
      meetingId: meetings[0] ?? null,
      title: "Ask the factory's buyer",
      text: "Not the sales desk.",
      outcome: "tried_and_dropped",
      visibility: "organisation",
    } as const;
    const { lessonId } = await client.dialogues.saveLesson(lesson);
    expect((await theirs.dialogues.listLessons({ search: "sales" })).items).toEqual([]);
    await client.dialogues.saveLesson({ ...lesson, lessonId, version: 1, visibility: "network" });
    await refuses("conflict", client.dialogues.saveLesson({ ...lesson, lessonId, version: 1 }));
    const { items } = await theirs.dialogues.listLessons({ search: "sales" });
    expect(items).toMatchObject([
      {
        id: lessonId,
        toldBy: host.name,
        mine: false,
        meetingId: null,
        outcome: "tried_and_dropped",
      },
    ]);
    expect((await theirs.dialogues.listLessons({ mine: "true" })).items).toEqual([]);
    await refuses("not_found", theirs.dialogues.withdrawLesson({ lessonId }));
    await refuses(
      "input_invalid",
      client.dialogues.saveLesson({ ...lesson, requirement: "Not a key" }),
    );
    await client.dialogues.withdrawLesson({ lessonId });
    expect((await theirs.dialogues.listLessons({ search: "sales" })).items).toEqual([]);
    await refuses("not_found", client.dialogues.withdrawLesson({ lessonId }));
  });
});
