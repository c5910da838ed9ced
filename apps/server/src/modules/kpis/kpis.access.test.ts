import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { defaultBandScheme } from "@throughline/domain";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccess } from "../../test/expect-access.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Own");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const read = "kpi.read" as const;
const write = "kpi.write" as const;
const publish = "kpi.publish" as const;

it("readers read KPIs, contributors enter figures, managers publish and name the bands", async () => {
  const id = randomUUID();
  const figure = { from: "2026-01-01", to: "2026-03-31", value: 1, note: "n" };
  const target = { number: 1, words: null };
  for (const endpoint of [
    { name: "catalogue", permission: read, call: (c) => c.kpis.catalogue() },
    { name: "getBands", permission: read, call: (c) => c.kpis.getBands() },
    { name: "list", permission: read, call: (c) => c.kpis.list({ section: "worker_outcomes" }) },
    { name: "ofContract", permission: read, call: (c) => c.kpis.ofContract({ id }) },
    { name: "get", permission: read, call: (c) => c.kpis.get({ id, kpi: "T1" }) },
    { name: "series", permission: read, call: (c) => c.kpis.series({ id, kpi: "T1" }) },
    { name: "listPublications", permission: read, call: (c) => c.kpis.listPublications({}) },
    {
      name: "assign",
      permission: write,
      call: (c) => c.kpis.assign({ id, kpi: "T1", target, everyMonths: 3, reason: "r" }),
    },
    {
      name: "endAssignment",
      permission: write,
      call: (c) => c.kpis.endAssignment({ assignmentId: id, reason: "r" }),
    },
    { name: "enter", permission: write, call: (c) => c.kpis.enter({ id, kpi: "T1", ...figure }) },
    { name: "correct", permission: write, call: (c) => c.kpis.correct({ entryId: id, ...figure }) },
    {
      name: "takeBack",
      permission: write,
      call: (c) => c.kpis.takeBack({ entryId: id, reason: "r" }),
    },
    {
      name: "recordMeasured",
      permission: write,
      call: (c) => c.kpis.recordMeasured({ id, kpi: "T1", on: "2026-03-31" }),
    },
    {
      name: "setBands",
      permission: publish,
      call: (c) => c.kpis.setBands({ version: 99, bands: defaultBandScheme }),
    },
    {
      name: "draftPublication",
      permission: publish,
      call: (c) => c.kpis.draftPublication({ id, year: 2025 }),
    },
    {
      name: "publish",
      permission: publish,
      call: (c) => c.kpis.publish({ id, year: 2025, draftDigest: "0".repeat(64) }),
    },
    {
      name: "withdraw",
      permission: publish,
      call: (c) => c.kpis.withdraw({ publicationId: id, reason: "r" }),
    },
  ] satisfies Parameters<typeof expectAccess>[2][])
    await expectAccess(server, org, endpoint);
});

it("files ask for the same, and publications for nobody", async () => {
  const id = randomUUID();
  for (const url of [
    "/api/kpis/export?section=own_practice&format=csv",
    `/api/contracts/${id}/kpis/workbook`,
    `/api/contracts/${id}/kpis/facts`,
  ])
    expect((await server.call({ method: "GET", url })).statusCode).toBe(401);
  for (const url of [`/api/public/kpis/${id}`, `/api/public/kpis/${id}/document?format=pdf`])
    expect((await server.call({ method: "GET", url })).statusCode).toBe(404);
});
