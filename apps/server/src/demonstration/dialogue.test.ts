/** The demonstration of dialogue: the figures of its programme come out of its records, and something waits for each side. */
import type { ApiClient } from "@throughline/contract";
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantPerson } from "../platform/keep-people.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadDialogueDemonstration } from "./dialogue.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";
import { demonstrationPeople, type DemonstrationPerson } from "./people.ts";
import { loadRequestDemonstration } from "./requests.ts";
import { findMembership } from "./supplier-record.store.ts";
import { loadSupplierRecord } from "./supplier-record.ts";

const now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
  const parts = { secret: server.secret, publicUrl: "http://localhost" };
  // Nobody to load it for yet.
  await loadDialogueDemonstration(db.database, parts, now);
  await loadDemonstrations(db.database, now);
  await loadRequestDemonstration(db.database, parts, now);
  await loadSupplierRecord(db.database, parts, now);
  await loadDialogueDemonstration(db.database, parts, now);
  await loadDialogueDemonstration(db.database, parts, now);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function clientOf(who: DemonstrationPerson["organisation"]): Promise<ApiClient> {
  const person = demonstrationPeople.find(({ organisation }) => organisation === who);
  if (person === undefined) throw new Error("There is nobody.");
  const personId = await plantPerson(db.database, person);
  const organisationId = await findMembership(db.database, personId);
  if (organisationId === null) throw new Error("There is nothing.");
  return server.as(personId, organisationId);
}

describe("the invented programme", () => {
  it("has the pilot's figures out of its records: 36 meetings, 14 suppliers, two threads of remediation", async () => {
    const city = await clientOf("city");
    const { items } = await city.dialogues.listProgrammes({});
    expect(items.map(({ invented, series }) => [invented, series])).toEqual([[true, 14]]);
    const shown = await city.dialogues.getProgramme({ id: items[0]?.id ?? "" });
    const figure = (key: string) => {
      const found = shown.figures.find((one) => one.key === key);
      if (found === undefined) throw new Error(`There is no figure ${key}.`);
      return found;
    };
    expect([figure("meetings_held").value, figure("counterparts_met").value]).toEqual([36, 14]);
    expect([shown.fromOn, shown.untilOn]).toEqual(["2023-04-01", "2025-03-31"]);
    // Each figure opens to its records, and every one of them is there.
    for (const { key, ids, records } of shown.figures)
      expect(
        records.map(({ id }) => id),
        key,
      ).toEqual(ids);
    const opened = await city.meetings.get({ id: figure("meetings_held").ids[0] ?? "" });
    expect([opened.state, opened.series.title]).toEqual(["held", "Low-emission buses"]);
    expect(shown.quarters.reduce((sum, { meetings }) => sum + meetings, 0)).toBe(36);
    expect(shown.quarters.every(({ meetings }) => meetings > 0)).toBe(true);

    const threads = await Promise.all(
      (await city.dialogues.list({ limit: 50 })).items.map(async ({ id }) => {
        const { threads: ofSeries, state } = await city.dialogues.get({ id });
        return ofSeries.map(({ kind, closedOn }) => [kind, closedOn === null, state]);
      }),
    );
    expect(threads.flat()).toEqual(
      expect.arrayContaining([
        ["remediation", false, "closed"],
        ["remediation", true, "open"],
      ]),
    );
    expect(threads.flat()).toHaveLength(2);
  });

  it("kept some promises, moved some and was late with some, on both sides; nothing of it is left over", async () => {
    const city = await clientOf("city");
    for (const debtor of ["buyers", "counterpart"] as const) {
      const { counts, total } = await city.commitments.list({ debtor, limit: 1 });
      expect(counts.kept, debtor).toBeGreaterThan(4);
      expect(counts.kept_late, debtor).toBeGreaterThan(2);
      expect((counts.kept ?? 0) + (counts.kept_late ?? 0) + (counts.released ?? 0)).toBe(total);
      const slipped = await city.commitments.list({ debtor, slipped: "true", limit: 1 });
      expect(slipped.total, debtor).toBeGreaterThan(2);
    }
    const { items: obstacles } = await city.commitments.listObstacles({ limit: 50 });
    expect(obstacles.map(({ reportedBy }) => reportedBy)).toEqual(Array(5).fill("counterpart"));
    const { waiting } = await city.today.get({});
    expect(waiting.filter(({ link }) => link.kind === "commitment")).toEqual([]);
  });
});

describe("the series in full", () => {
  it("was loaded once, with two meetings behind and one to prepare", async () => {
    const university = await clientOf("university");
    const { items: series } = await university.dialogues.list({});
    expect(series.map(({ title, meetingsHeld }) => [title, meetingsHeld])).toEqual([
      ["Laptops: sites and working hours", 2],
    ]);
    const seriesId = series[0]?.id ?? "";
    const { items: meetings } = await university.meetings.list({ seriesId });
    expect(
      meetings.map(({ state, agenda, minutes }) => [state, agenda.lateDays, minutes.state]),
    ).toEqual([
      ["planned", null, "none"],
      ["held", 5, "confirmed"],
      ["held", 0, "confirmed"],
    ]);
    expect(meetings[0]?.next?.text).toBe("Send the agenda by 23 November 2026.");
    expect(meetings[1]?.minutes.revision).toBe(2);
    const { aims } = await university.dialogues.get({ id: seriesId });
    expect(aims.map(({ side, agreed }) => [side, agreed !== null])).toEqual(
      expect.arrayContaining([
        ["buyers", true],
        ["counterpart", true],
      ]),
    );
    const { items: promises } = await university.commitments.list({ seriesId });
    expect(promises.map(({ state, slips, waitsFor }) => [state, slips, waitsFor])).toEqual(
      expect.arrayContaining([
        ["overdue", 2, "counterpart"],
        ["put_forward", 0, "counterpart"],
        ["put_forward", 0, "buyers"],
        ["open", 0, "counterpart"],
        ["kept_late", 0, null],
        ["kept", 0, null],
      ]),
    );
  });

  it("is what the contract's line says under Acted on, with what to do next", async () => {
    const university = await clientOf("university");
    const { items: contracts } = await university.contracts.list({});
    const laptops = contracts.find(({ reference }) => reference === "NBU-2026-EUC-1");
    const { line } = await university.contracts.line({ id: laptops?.id ?? "" });
    const acted = line.stations.find(({ name }) => name === "acted");
    expect(acted).toMatchObject({
      recorded: true,
      state: "partly",
      headline: { text: "2 of 3 promises kept" },
    });
    const breaks = line.breaks.filter(({ station }) => station === "acted");
    expect(breaks.map(({ action }) => action.sentence.text)).toEqual([
      "Remind Cedar IT of “Put our questions on working hours to Aster and bring what it answers”: ask for what shows that it is done, or for a new date with its reason.",
      "Ask Cedar IT to confirm or correct “Name who in purchasing looks at orders that come late in the year”.",
      "Say yes or no to Cedar IT about “Bring whoever at Aster answers for wages to the third meeting”.",
    ]);
  });

  it("shows each side on its first page what waits for its word", async () => {
    const university = await (await clientOf("university")).today.get({});
    // A word that has been missing for weeks stands among what is overdue, and nowhere else.
    const theirWages = "Bring whoever at Aster answers for wages to the third meeting";
    expect(university.overdue.map(({ action }) => action.sentence.text)).toContain(
      `Say yes or no to Cedar IT about “${theirWages}”.`,
    );
    expect(university.waiting.map(({ subject }) => subject)).not.toContain(theirWages);
    expect(university.waiting.map(({ subject }) => subject)).toContain(
      "Laptops: sites and working hours, Third meeting",
    );
    const reseller = await (await clientOf("reseller")).today.get({});
    expect(reseller.waiting.map(({ subject }) => subject)).toContain(
      "Name who in purchasing looks at orders that come late in the year",
    );
  });
});
