/** Asked and Agreed from the tender to the contract: aligned when read, as of any day, and nobody else's. */
import type { ApiClient } from "@throughline/contract";
import type { Line, Station } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { party } from "../../test/contract-input.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  city = await plantOrganisation(db.database, "Line City");
  client = server.as(city.people.owner, city.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const values = { due_days: 28, due_from: "award", tiers: ["final_assembly"] };
const followUp = () => ({
  ways: ["dialogue" as const],
  kpis: [],
  evidenceTypes: [],
  personId: city.people.manager,
  role: null,
  hoursPerMonth: 2,
});

/** A tender of one award criterion with, or without, its clause; published over a waiver where it has none. */
async function makeAwarded(reference: string, withClause: boolean): Promise<string> {
  const instance = {
    requirement: "disclose_sites",
    version: 2,
    title: "Name the sites",
    wording: "The supplier names the sites.",
    values,
    subjectMatterLink: "About how what is bought is made.",
    announced: true,
  };
  const { id } = await client.procurements.create({
    reference: `${reference}/T`,
    title: `Laptops ${reference}`,
    announcedOn: "2026-05-01",
    instances: [
      { ...instance, role: "award", place: "C3", weight: 100 },
      ...(withClause
        ? [{ ...instance, role: "clause" as const, place: "14.2", followUp: followUp() }]
        : []),
    ],
  });
  const { alignment } = await client.procurements.get({ id });
  for (const { key, severity } of alignment.findings)
    if (severity === "blocking")
      await client.procurements.waive({ id, findingKey: key, reason: "Asked at call-off." });
  const { version } = await client.procurements.publish({
    id,
    version: 1,
    publishedOn: "2026-06-01",
    deadlineOn: "2026-07-15",
  });
  const { contracts } = await client.procurements.award({
    id,
    version,
    awardedOn: "2026-09-01",
    contracts: [
      {
        kind: "stand_alone",
        reference,
        title: `Laptops ${reference}`,
        supplier: party("Cedar IT"),
      },
    ],
    dryRun: false,
  });
  return contracts[0]?.id ?? "";
}

async function stationsOf(id: string, asOf?: string): Promise<Record<string, Station>> {
  const { line }: { line: Line } = await client.contracts.line({
    id,
    ...(asOf === undefined ? {} : { asOf }),
  });
  return Object.fromEntries(line.stations.map((station) => [station.name, station]));
}

it("holds the contract against the tender it came of, and what fell due against what was recorded", async () => {
  const id = await makeAwarded("L-1", true);
  const { asked, agreed } = await stationsOf(id);
  expect(asked?.state).toBe("whole");
  expect(asked?.duty.sentence.text).toContain("1 June 2026");
  expect([agreed?.duty.state, agreed?.result.state]).toEqual(["whole", "broken"]);
  expect(agreed?.result.sentence.text).toContain("29 September 2026");

  const { items } = await client.duties.list({ contractId: id });
  await client.duties.record({
    events: [
      {
        contractId: id,
        dutyKey: items[0]?.key ?? "",
        kind: "planned",
        on: "2026-11-10",
        until: "2027-01-31",
        note: "Promised by letter.",
      },
    ],
  });
  expect((await stationsOf(id)).agreed?.state).toBe("on_agreed_plan");
  expect((await stationsOf(id, "2026-11-09")).agreed?.result.state).toBe("broken");
  expect((await stationsOf(id, "2026-05-31")).asked?.state).toBe("unknown");
});

it("keeps in sight what was let stand, and by whom", async () => {
  const { asked, agreed } = await stationsOf(await makeAwarded("L-2", false));
  expect(asked?.result.state).toBe("whole");
  expect(asked?.result.sentence.text).toContain("let stand with a reason");
  expect(asked?.facts.some(({ sentence }) => sentence.text.includes("Asked at call-off."))).toBe(
    true,
  );
  expect(agreed?.state).toBe("unknown");
});

it("knows nothing of a tender where there is none", async () => {
  const { id } = await client.contracts.create({
    kind: "stand_alone",
    reference: "L-3",
    title: "Chairs",
  });
  const { asked, agreed } = await stationsOf(id);
  expect([asked?.state, asked?.recorded, agreed?.state]).toEqual(["unknown", true, "unknown"]);
});
