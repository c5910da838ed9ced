/** The demonstration of KPIs: computed, entered, corrected and judged ones, each in its section, and loaded once. */
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantPerson } from "../platform/keep-people.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadKpiDemonstration } from "./kpis.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";
import { demonstrationPeople } from "./people.ts";

const now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

it("measures the university's laptops, conduct apart from what workers got", async () => {
  // Nobody to load it for yet.
  await loadKpiDemonstration(db.database);
  await loadDemonstrations(db.database, now);
  await loadKpiDemonstration(db.database);
  await loadKpiDemonstration(db.database);
  const person = demonstrationPeople.find(({ organisation }) => organisation === "university");
  if (person === undefined) throw new Error("There is nobody.");
  const client = server.as(
    await plantPerson(db.database, person),
    "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a01",
  );
  const { items } = await client.contracts.list({ search: "NBU-2026-EUC-1" });
  const id = items[0]?.id ?? "";
  const { standings } = await client.kpis.ofContract({ id, back: 0 });
  const idsOf = (list: readonly { assignment: { kpi: string } }[]): string[] =>
    list.map(({ assignment }) => assignment.kpi).sort();
  expect(idsOf(standings.supplierConduct)).toEqual(["R3", "R4", "T10", "T4"]);
  expect(idsOf(standings.workerOutcomes)).toEqual(["L1", "W1"]);
  expect(idsOf(standings.ownPractice)).toEqual(["P1"]);

  const hours = await client.kpis.get({ id, kpi: "L1", months: 3, on: "2026-09-30" });
  expect(hours.standing.entered).toMatchObject({ value: 15, numerator: 186, denominator: 1240 });
  expect(hours.entries.filter(({ replacedBy }) => replacedBy !== null)).toHaveLength(1);
});
