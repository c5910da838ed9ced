import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { ApiClient } from "@throughline/contract";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contractInput, party, siteClause } from "../../test/contract-input.ts";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  org = await plantOrganisation(db.database, "Own");
  client = server.as(org.people.owner, org.organisationId);
});

const fact = (name: string, value: number | boolean | string[], given: object = {}) => ({
  fact: name,
  value,
  asOf: "2025-12-31",
  source: "Annual report 2025",
  ...given,
});
const lksg = async (supplierId?: string, on?: string) => {
  const { laws } = await client.laws.applicable({
    ...(supplierId === undefined ? {} : { supplierId }),
    ...(on === undefined ? {} : { on }),
  });
  const found = laws.find(({ law }) => law === "DE-LKSG");
  if (found === undefined) throw new Error("The law is not in the list.");
  return found;
};

async function plantContract(
  requirement = "statement",
): Promise<{ contractId: string; supplierId: string }> {
  const { id } = await client.contracts.create(
    contractInput({
      supplier: party("Cedar IT"),
      conditions: [siteClause({ requirement, clause: "9" })],
    }),
  );
  const { items } = await client.suppliers.list({});
  return { contractId: id, supplierId: items[0]?.id ?? "" };
}

describe("which laws bind", () => {
  it("is unknown until somebody records facts, and says which are missing", async () => {
    const { supplierId } = await plantContract();
    const before = await lksg(supplierId);
    expect(before.applies).toBe("unknown");
    expect(before.missingFacts).toContain("employees_de");
    const { facts } = await client.laws.list();
    const known = new Set(facts.map((one) => one.fact));
    const { laws } = await client.laws.applicable({ supplierId });
    for (const missing of laws.flatMap(({ missingFacts }) => missingFacts))
      expect([...known]).toContain(missing);

    const { ids } = await client.laws.recordFacts({
      supplierId,
      facts: [fact("employees_de", 1200), fact("registered_in", ["DE"])],
    });
    const after = await lksg(supplierId);
    expect(after).toMatchObject({ applies: "yes", since: "2024-01-01" });
    expect(after.sources.length).toBeGreaterThan(0);
    // By what was known then.
    expect((await lksg(supplierId, "2025-06-30")).applies).toBe("unknown");
    // Our own organisation is another company.
    expect((await lksg()).applies).toBe("unknown");

    await client.laws.takeBackFact({ factId: ids[0] ?? "" });
    expect((await lksg(supplierId)).applies).toBe("unknown");
    const kept = await client.laws.facts({ supplierId });
    expect(kept.facts.filter(({ takenBackAt }) => takenBackAt !== null)).toHaveLength(1);
    await refuses("conflict", client.laws.takeBackFact({ factId: ids[0] ?? "" }));
  });

  it("tells whom each edition binds, and a law that is still to come as not yet", async () => {
    const { laws } = await client.laws.list();
    for (const law of laws) {
      expect(law.editions.length, law.law).toBeGreaterThan(0);
      for (const { binds } of law.editions) expect(binds.text).toMatch(/^It binds where .*\.$/u);
    }
    await client.laws.recordFacts({
      facts: [
        fact("turnover", 5e9, { currency: "EUR" }),
        fact("employees", 9000),
        fact("figures_with_group", true),
        fact("registered_in", ["DE"]),
      ],
    });
    const { laws: own, whose } = await client.laws.applicable({});
    expect(whose).toEqual({ name: "Own", country: "DE", own: true });
    const later = own.filter(({ applies }) => applies === "not_yet");
    expect(later.map(({ law }) => law)).toContain("EU-CSDDD");
    for (const { since } of later) expect(since !== null && since > "2026-11-20").toBe(true);
  });

  it("refuses facts of the wrong kind, of tomorrow, or about what no law asks: all or none", async () => {
    const record = (...facts: Parameters<typeof client.laws.recordFacts>[0]["facts"]) =>
      client.laws.recordFacts({ facts });
    const wrong = [
      fact("favourite_colour", 3),
      fact("employees", true),
      fact("employees", 5, { currency: "EUR" }),
      fact("turnover", 5),
      fact("registered_in", ["DE", "SE"]),
      fact("in_group", 1),
    ];
    for (const one of wrong) {
      const found = await refuses("input_invalid", record(fact("employees", 5), one));
      expect(found.errors[0]?.path).toContain("/facts/1/");
    }
    await refuses("date_in_future", record(fact("employees", 5, { asOf: "2027-01-01" })));
    expect((await client.laws.facts({})).facts).toEqual([]);
  });
});

describe("a clause beyond the law", () => {
  it("is pointed out for a firm no law binds, with the supplier's name", async () => {
    const { contractId, supplierId } = await plantContract();
    const unknown = await client.laws.beyondLaw({ contractId });
    expect(unknown).toMatchObject({ supplier: "Cedar IT", clauses: [{ clause: "9" }] });
    await client.laws.recordFacts({
      supplierId,
      facts: [
        fact("registered_in", ["SE"]),
        fact("business_in", ["SE"]),
        fact("business_in_all", true),
        fact("turnover", 2e6, { currency: "EUR" }),
        fact("turnover_eu", 2e6, { currency: "EUR" }),
        fact("balance_total", 1e6, { currency: "EUR" }),
        fact("employees", 12),
        fact("fte", 12),
        fact("employees_de", 0),
        fact("employees_fr", 0),
        fact("in_group", false),
        fact("public_interest_entity", false),
      ],
    });
    const { clauses } = await client.laws.beyondLaw({ contractId });
    expect(clauses[0]?.says[0]?.code).toBe("more.no_law_binds");
  });

  it("is nothing to say where no supplier is named, and nobody else's to ask", async () => {
    const { id } = await client.contracts.create(contractInput({ conditions: [siteClause()] }));
    expect(await client.laws.beyondLaw({ contractId: id })).toEqual({
      supplier: null,
      clauses: [],
    });
    const other = await plantOrganisation(db.database, "Other");
    const stranger = server.as(other.people.owner, other.organisationId);
    const { supplierId } = await plantContract();
    for (const ids of [
      { contractId: id, supplierId },
      { contractId: randomUUID(), supplierId: randomUUID() },
    ]) {
      await refuses("not_found", stranger.laws.beyondLaw({ contractId: ids.contractId }));
      await refuses("not_found", stranger.laws.facts({ supplierId: ids.supplierId }));
      await refuses("not_found", stranger.laws.applicable({ supplierId: ids.supplierId }));
      await refuses(
        "not_found",
        stranger.laws.recordFacts({ supplierId: ids.supplierId, facts: [fact("employees", 1)] }),
      );
    }
  });
});

it("asks for the right to suppliers, contracts or the library", async () => {
  const endpoints: readonly GuardedEndpoint[] = [
    { name: "list", permission: "requirement.read", call: (c) => c.laws.list() },
    { name: "facts", permission: "supplier.read", call: (c) => c.laws.facts({}) },
    { name: "applicable", permission: "supplier.read", call: (c) => c.laws.applicable({}) },
    {
      name: "recordFacts",
      permission: "supplier.write",
      call: (c) => c.laws.recordFacts({ facts: [fact("employees", 1)] }),
    },
    {
      name: "takeBackFact",
      permission: "supplier.write",
      call: (c) => c.laws.takeBackFact({ factId: randomUUID() }),
    },
    {
      name: "beyondLaw",
      permission: "contract.read",
      call: (c) => c.laws.beyondLaw({ contractId: randomUUID() }),
    },
  ];
  for (const endpoint of endpoints) await expectAccess(server, org, endpoint);
});
