import { randomUUID } from "node:crypto";
import { policies } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  city = await plantOrganisation(db.database, "Access City");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const id = randomUUID();
const row = {
  title: "A",
  when: {
    cpvPrefixes: [],
    risks: [],
    valueFrom: null,
    valueTo: null,
    countries: [],
    procedures: [],
    bidderRoles: [],
    sizes: [],
  },
  ask: {
    requirement: "disclose_sites",
    version: null,
    role: "clause" as const,
    values: {},
    followUp: null,
  },
  effectiveFrom: "2026-01-01",
};
const endpoints: readonly GuardedEndpoint[] = [
  { name: "get", permission: "requirement.read", call: (client) => client.policies.get() },
  {
    name: "listRows",
    permission: "requirement.read",
    call: (client) => client.policies.listRows({}),
  },
  {
    name: "getRow",
    permission: "requirement.read",
    call: (client) => client.policies.getRow({ id }),
  },
  { name: "check", permission: "requirement.read", call: (client) => client.policies.check({}) },
  {
    name: "tryOut",
    permission: "requirement.read",
    call: (client) => client.policies.tryOut({ situation: {} }),
  },
  {
    name: "scaleUp",
    permission: "requirement.read",
    call: (client) => client.policies.scaleUp({ situation: {} }),
  },
  {
    name: "describe",
    permission: "requirement.write",
    call: (client) =>
      client.policies.describe({ version: 77, title: "A", currency: "EUR", noticeMonths: 0 }),
  },
  {
    name: "addRow",
    permission: "requirement.write",
    call: (client) => client.policies.addRow(row),
  },
  {
    name: "changeRow",
    permission: "requirement.write",
    call: (client) => client.policies.changeRow({ id, version: 1, ...row }),
  },
  {
    name: "endRow",
    permission: "requirement.write",
    call: (client) => client.policies.endRow({ id, version: 1, on: "2099-01-01", reason: "A" }),
  },
  {
    name: "removeRow",
    permission: "requirement.write",
    call: (client) => client.policies.removeRow({ id, version: 1 }),
  },
];

describe("who may do what with the policy", () => {
  it("names every endpoint", () => {
    expect(endpoints.map((one) => one.name).toSorted()).toEqual(Object.keys(policies).toSorted());
  });

  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, city, endpoint);
  });
});

describe("another organisation's row", () => {
  it("cannot be told from one that does not exist, nor is it counted, tried or laid out", async () => {
    const other = await plantOrganisation(db.database, "Other City");
    const mine = server.as(city.people.owner, city.organisationId);
    const theirs = server.as(other.people.owner, other.organisationId);
    const secret = await mine.policies.addRow({ ...row, title: "Secret row" });
    for (const call of [
      (one: string) => theirs.policies.getRow({ id: one }),
      (one: string) => theirs.policies.changeRow({ id: one, version: 1, ...row }),
      (one: string) =>
        theirs.policies.endRow({ id: one, version: 1, on: "2099-01-01", reason: "A" }),
      (one: string) => theirs.policies.removeRow({ id: one, version: 1 }),
    ])
      expect(await refuses("not_found", call(secret.id))).toEqual(
        await refuses("not_found", call(randomUUID())),
      );
    expect(await theirs.policies.listRows({ state: "all" })).toEqual({
      items: [],
      next: null,
      total: 0,
    });
    expect((await theirs.policies.tryOut({ situation: {} })).fires).toEqual([]);
    const tender = await mine.procurements.create({ reference: "S", title: "Secret" });
    const tryIt = (procurementId: string) => theirs.policies.tryOut({ procurementId });
    expect(await refuses("not_found", tryIt(tender.id))).toEqual(
      await refuses("not_found", tryIt(randomUUID())),
    );
  });
});
