import { randomUUID } from "node:crypto";
import { requirements } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, siteClause } from "../../test/contract-input.ts";
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

const key = "not_there";
const id = randomUUID();
const content = {
  key: "disclose_sites",
  title: "A",
  purpose: "",
  wordings: [{ language: "en", text: "A", status: "drafted" as const }],
  parameters: [],
  minimumVerification: "self_declared" as const,
  evidenceTypes: [],
  kpis: [],
  issues: [],
  references: [],
  needsBrand: false,
  roles: ["clause" as const],
  variants: [],
};
const places = [{ kind: "contract" as const, id, instanceId: id }];
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: "requirement.read", call: (client) => client.requirements.list({}) },
  {
    name: "get",
    permission: "requirement.read",
    call: (client) => client.requirements.get({ key: "wages" }),
  },
  {
    name: "compareVersions",
    permission: "requirement.read",
    call: (client) => client.requirements.compareVersions({ key, from: 1, to: 2 }),
  },
  {
    name: "adopt",
    permission: "requirement.write",
    call: (client) => client.requirements.adopt({ key, version: null }),
  },
  {
    name: "adapt",
    permission: "requirement.write",
    call: (client) => client.requirements.adapt({ key, version: null, reason: "A" }),
  },
  {
    name: "addOwn",
    permission: "requirement.write",
    call: (client) => client.requirements.addOwn({ content, reason: "A" }),
  },
  {
    name: "reviseOwn",
    permission: "requirement.write",
    call: (client) => client.requirements.reviseOwn({ key, version: 1, content, reason: "A" }),
  },
  {
    name: "drop",
    permission: "requirement.write",
    call: (client) => client.requirements.drop({ key, version: 1 }),
  },
  {
    name: "restore",
    permission: "requirement.write",
    call: (client) => client.requirements.restore({ key, adoptionId: id }),
  },
  {
    name: "upgrade",
    permission: "requirement.write",
    call: (client) => client.requirements.upgrade({ key: "disclose_sites", to: 2, places }),
  },
  {
    name: "importYaml",
    permission: "requirement.write",
    call: (client) => client.requirements.importYaml({ text: "a: 1" }),
  },
];

describe("who may do what with the library", () => {
  it("names every endpoint", () => {
    expect(endpoints.map((one) => one.name).toSorted()).toEqual(
      Object.keys(requirements).toSorted(),
    );
  });

  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, city, endpoint);
  });

  it("asks for the right to write a place as well, where an upgrade writes it", async () => {
    const token = await server.tokenFor(city.people.owner, city.organisationId, [
      "requirement.write",
    ]);
    for (const kind of ["contract", "procurement"] as const)
      await refuses(
        "token_scope_missing",
        server.withToken(token).requirements.upgrade({
          key: "disclose_sites",
          to: 2,
          places: [{ kind, id, instanceId: id }],
          dryRun: false,
        }),
      );
  });
});

describe("another organisation's requirement", () => {
  it("is neither listed nor found, and its key is free for others", async () => {
    const other = await plantOrganisation(db.database, "Other City");
    const mine = server.as(city.people.owner, city.organisationId);
    const theirs = server.as(other.people.owner, other.organisationId);
    await mine.requirements.addOwn({ content: { ...content, key: "secret_own" }, reason: "A" });
    const get = (wanted: string) => refuses("not_found", theirs.requirements.get({ key: wanted }));
    expect(await get("secret_own")).toEqual(await get("never_there"));
    expect((await theirs.requirements.list({ search: "secret_own" })).total).toBe(0);
    const create = (wanted: string) =>
      theirs.procurements.create({
        reference: randomUUID(),
        title: "A",
        instances: [{ role: "clause", requirement: wanted, title: "A", wording: "" }],
      });
    const real = await refuses("input_invalid", create("secret_own"));
    const none = await refuses("input_invalid", create("never_there"));
    expect(real.errors[0]?.message.replace("secret_own", "never_there")).toBe(
      none.errors[0]?.message,
    );
    const made = await theirs.requirements.addOwn({
      content: { ...content, key: "secret_own", title: "Theirs" },
      reason: "A",
    });
    expect(made.version).toBe(1);
    expect((await mine.requirements.get({ key: "secret_own" })).title).toBe("A");
  });
});

describe("a token for the library alone", () => {
  it("reads of tenders and contracts neither where a requirement stands nor what the policy makes of them", async () => {
    const owner = server.as(city.people.owner, city.organisationId);
    const { id: procurementId } = await owner.procurements.create({
      reference: randomUUID(),
      title: "A secret tender",
      instances: [{ role: "clause", requirement: "disclose_sites", title: "A", wording: "" }],
    });
    const { id: contractId } = await owner.contracts.create(
      contractInput({ title: "A secret contract", conditions: [siteClause()] }),
    );
    const { groupId } = await owner.harmonisation.convene({
      title: "A",
      purpose: "A",
      lawfulPurpose: "A",
    });
    const key = "disclose_sites";
    expect((await owner.requirements.get({ key })).usedIn).toHaveLength(2);
    const token = await server.tokenFor(city.people.owner, city.organisationId, [
      "requirement.read",
      "harmonisation.read",
    ]);
    const client = server.withToken(token);
    expect((await client.requirements.get({ key })).usedIn).toEqual([]);
    const compared = await client.requirements.compareVersions({ key, from: 1, to: 2 });
    expect(compared.places).toEqual([]);
    const { candidates } = await client.harmonisation.shareCandidates({ groupId });
    expect(candidates).toEqual([]);
    await refuses("token_scope_missing", client.policies.tryOut({ procurementId }));
    await refuses("token_scope_missing", client.policies.tryOut({ contractId }));
  });
});
