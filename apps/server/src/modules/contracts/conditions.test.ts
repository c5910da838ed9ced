/** Conditions keep their ids, their values and how they are followed up; who does that stays at home. */
import type { ApiClient } from "@throughline/contract";
import type { FollowUp } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { pairConditions } from "./contracts.policy.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;
let other: PlantedOrganisation;
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  city = await plantOrganisation(db.database, "Conditions City");
  other = await plantOrganisation(db.database, "Other City");
  client = server.as(city.people.owner, city.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

function followUp(given: Partial<FollowUp> = {}): FollowUp {
  return {
    ways: ["dialogue", "kpi"],
    kpis: [{ kpi: "T1", target: 80, targetText: null, everyMonths: 6 }],
    evidenceTypes: ["supplier list"],
    personId: city.people.manager,
    role: "contracts@conditions.example",
    hoursPerMonth: 1.25,
    ...given,
  };
}

describe("conditions of a contract", () => {
  it("carry version, values and follow-up, and keep their ids when they are set again", async () => {
    const { id } = await client.contracts.create(
      contractInput({
        conditions: [siteClause({ version: 2, values: { notice_days: 10 }, followUp: followUp() })],
      }),
    );
    const [made] = (await client.contracts.get({ id })).conditions;
    expect(made).toMatchObject({
      version: 2,
      values: { notice_days: 10 },
      followUp: { ways: ["dialogue", "kpi"], hoursPerMonth: 1.25, personId: city.people.manager },
    });
    // What is left out stays; the same clause is the same condition.
    await client.contracts.setConditions({
      id,
      version: 1,
      conditions: [siteClause({ dueDays: 14 }), siteClause({ clause: "15", requirement: "wages" })],
    });
    const [kept, added] = (await client.contracts.get({ id })).conditions;
    expect(kept).toEqual({ ...made, dueDays: 14 });
    expect(added).toMatchObject({ clause: "15", version: null, values: {}, followUp: null });
    // By its id a condition keeps what it is, wherever it is moved.
    await client.contracts.setConditions({
      id,
      version: 2,
      conditions: [siteClause({ id: made?.id, clause: "16.4", followUp: null, version: null })],
    });
    expect((await client.contracts.get({ id })).conditions).toMatchObject([
      { id: made?.id, clause: "16.4", version: null, followUp: null, values: { notice_days: 10 } },
    ]);
  });

  it("are looked after by a member, whatever another organisation's ids are", async () => {
    const create = (personId: string) =>
      client.contracts.create(
        contractInput({ conditions: [siteClause({ followUp: followUp({ personId }) })] }),
      );
    expect(await refuses("reference_unknown", create(other.people.owner))).toEqual(
      await refuses("reference_unknown", create("6f1c2b1e-0a0b-4c5d-8e9f-000000000000")),
    );
  });

  it("of a framework tell its users how, not who", async () => {
    const { id } = await client.contracts.create(
      contractInput({ kind: "framework", conditions: [siteClause({ followUp: followUp() })] }),
    );
    await client.contracts.grantFramework({ id, organisationId: other.organisationId });
    const seen = await server.as(other.people.owner, other.organisationId).contracts.get({ id });
    expect(seen.conditions[0]?.followUp).toMatchObject({
      ways: ["dialogue", "kpi"],
      personId: null,
      role: null,
      hoursPerMonth: null,
    });
    expect(JSON.stringify(seen)).not.toContain("conditions.example");
  });

  it("leave no mailbox in the audit", async () => {
    const rows = await db.asOwner<{ found: number }>(
      "select count(*)::int as found from audit_entries where after::text like '%conditions.example%' or before::text like '%conditions.example%'",
    );
    expect(rows[0]?.found).toBe(0);
  });
});

describe("pairing conditions", () => {
  const standing = [
    { id: "a", clause: "1", requirement: "x" },
    { id: "b", clause: "1", requirement: "x" },
    { id: "c", clause: "2", requirement: "y" },
  ];
  it("goes by id first, then by clause and requirement, each once", () => {
    const { pairs, gone } = pairConditions(standing, [
      siteClause({ clause: "1", requirement: "x" }),
      siteClause({ clause: "9", requirement: "x", id: "a" }),
      siteClause({ clause: "1", requirement: "x" }),
    ]);
    expect(pairs.map(({ id }) => id)).toEqual(["b", "a", null]);
    expect(gone).toEqual(["c"]);
  });
  it("takes an id of nobody's as a new condition", () => {
    const { pairs } = pairConditions([], [siteClause({ id: "z" })]);
    expect(pairs[0]?.id).toBeNull();
  });
});
