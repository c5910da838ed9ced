import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { runJobs } from "../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";
import { loadListDemonstration } from "./lists.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { demonstrationPeople } from "./people.ts";

let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

it("waits for its columns, once, and shows what such lists have", async () => {
  const now = new Date("2026-11-20T09:00:00Z");
  // Nothing to send it for yet.
  await loadListDemonstration(db.database, now);
  await loadDemonstrations(db.database, now);
  await loadListDemonstration(db.database, now);
  await loadListDemonstration(db.database, now);
  await runJobs(db.database);
  const person = demonstrationPeople[0];
  if (person === undefined) throw new Error("There is nobody.");
  const personId = await plantPerson(db.database, person);
  const client = server.as(personId, "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a01");
  const { items } = await client.intakes.list({});
  expect(items).toHaveLength(1);
  const intakeId = items[0]?.id ?? "";
  const read = await client.intakes.get({ intakeId });
  expect(read).toMatchObject({ state: "to_confirm", mappingFrom: "certain" });
  if (read.mapping === null) throw new Error("There is no mapping.");
  await client.intakes.confirmColumns({ intakeId, version: read.version, mapping: read.mapping });
  await runJobs(db.database);
  const checked = await client.intakes.get({ intakeId });
  expect(checked.counts).toEqual({ read: 7, accepted: 4, corrected: 1, rejected: 2 });
});
