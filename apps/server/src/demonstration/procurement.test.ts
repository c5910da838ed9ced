/** The demonstration of requirements shows each kind of mismatch and a scale-up over three years, and is loaded once. */
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantPerson } from "../platform/keep-people.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";
import { demonstrationPeople } from "./people.ts";
import { loadProcurementDemonstration } from "./procurement.ts";

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

it("shows each kind of mismatch, a scale-up over three years, and promises that wait for their contract", async () => {
  // Nobody to load it for yet.
  await loadProcurementDemonstration(db.database, now);
  await loadDemonstrations(db.database, now);
  await loadProcurementDemonstration(db.database, now);
  await loadProcurementDemonstration(db.database, now);
  const person = demonstrationPeople.find(({ organisation }) => organisation === "city");
  if (person === undefined) throw new Error("There is nobody.");
  const client = server.as(
    await plantPerson(db.database, person),
    "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a02",
  );
  const { items } = await client.procurements.list({ search: "LARK-", sort: "title" });
  expect(items.map(({ stage, invented }) => [stage, invented])).toEqual([
    ["drafting", true],
    ["published", true],
  ]);
  const [broken, sound] = await Promise.all(items.map(({ id }) => client.procurements.get({ id })));
  const codes = (detail: typeof broken) =>
    new Set(detail?.alignment.findings.map(({ code }) => code));
  expect([...codes(broken)].toSorted()).toEqual([
    "asked_by_policy_and_absent",
    "brand_needed_in_short_tender",
    "brand_not_bound",
    "clause_differs_from_scored",
    "clause_stricter_than_scored",
    "clause_weaker_than_scored",
    "clause_without_follow_up",
    "criterion_without_clause",
    "evidence_below_minimum",
    "label_without_equivalent",
    "more_than_the_law",
    "no_hours_to_follow_up",
    "no_link_to_subject_matter",
    "nobody_follows_up",
    "not_announced",
    "older_version",
    "small_firms_not_provided_for",
    "stricter_than_policy",
    "weaker_than_policy",
    "weight_cannot_matter",
    "weights_do_not_sum",
  ]);
  expect(broken?.alignment.gate).toBe("closed");
  expect([...codes(sound)].toSorted()).toEqual(["promise_carried_weaker", "promise_not_carried"]);

  const { steps } = await client.policies.scaleUp({
    situation: {
      cpv: ["30213100"],
      risk: "high",
      value: { minorUnits: 120_000_000, currency: "EUR" },
    },
  });
  const years = steps.filter(({ changes }) =>
    changes.some(
      ({ requirement, what }) => requirement === "disclose_sites" && what === "stricter",
    ),
  );
  expect(years.map(({ on }) => on)).toEqual(["2027-01-01", "2028-01-01"]);
});
