import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let authority: PlantedOrganisation;
let user: PlantedOrganisation;
let stranger: PlantedOrganisation;
let keeper: ApiClient;
let caller: ApiClient;
let outsider: ApiClient;
let framework: string;
let contract: string;
let theirProduct: string;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  authority = await plantOrganisation(db.database, "Framework Authority", ["framework_authority"]);
  user = await plantOrganisation(db.database, "Using City");
  stranger = await plantOrganisation(db.database, "Strange City");
  keeper = server.as(authority.people.owner, authority.organisationId);
  caller = server.as(user.people.owner, user.organisationId);
  outsider = server.as(stranger.people.owner, stranger.organisationId);
  framework = (
    await keeper.contracts.create(
      contractInput({
        kind: "framework",
        title: "Secret Hardware Framework",
        authority: party("Framework Authority"),
        supplier: party("Cedar IT"),
        brands: [party("Lenovo")],
        cpv: ["30213100"],
        followUp: { personId: null, name: "Grace Hopper", hoursPerMonth: 4 },
        lots: [{ number: "1", title: "Notebooks", cpv: ["30213100"] }],
        products: [product("Lenovo", "Secret IdeaPad")],
        conditions: [siteClause()],
      }),
    )
  ).id;
  const made = await keeper.contracts.create(contractInput({ title: "Secret contract" }));
  contract = made.id;
  const added = await keeper.contracts.addProducts({
    id: contract,
    products: [product("Lenovo", "Secret ThinkPad")],
  });
  theirProduct = added.ids[0] ?? "";
  await keeper.requests.save({
    id: framework,
    addressee: "Cedar IT",
    brand: null,
    subject: "Secret request",
    body: "Secret words",
    productIds: [],
    dueOn: null,
    sentOn: null,
  });
  await keeper.contracts.grantFramework({ id: framework, organisationId: user.organisationId });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("another organisation's contract", () => {
  it("cannot be told from one that does not exist", async () => {
    const calls: ((id: string) => Promise<unknown>)[] = [
      (id) => outsider.contracts.get({ id }),
      (id) => outsider.contracts.line({ id }),
      (id) => outsider.contracts.askable({ id }),
      (id) => outsider.contracts.revise({ id, version: 1, title: "Mine" }),
      (id) => outsider.contracts.remove({ id, version: 1 }),
      (id) => outsider.contracts.setConditions({ id, version: 1, conditions: [] }),
      (id) => outsider.contracts.addProducts({ id, products: [product("A", "B")] }),
      (id) => outsider.contracts.grantFramework({ id, organisationId: stranger.organisationId }),
    ];
    for (const call of calls) {
      const real = await refuses("not_found", call(contract));
      const shared = await refuses("not_found", call(framework));
      const random = await refuses("not_found", call(randomUUID()));
      expect(real).toEqual(random);
      expect(shared).toEqual(random);
    }
    for (const call of [
      (productId: string) =>
        outsider.contracts.reviseProduct({ productId, version: 1, family: "Mine" }),
      (productId: string) => outsider.contracts.removeProduct({ productId }),
    ]) {
      expect(await refuses("not_found", call(theirProduct))).toEqual(
        await refuses("not_found", call(randomUUID())),
      );
    }
  });

  it("is neither listed, counted nor found", async () => {
    for (const input of [{}, { search: "Secret" }, { frameworkId: framework }]) {
      expect(await outsider.contracts.list(input)).toEqual({ items: [], next: null, total: 0 });
    }
    const { counts } = await outsider.today.get();
    expect(counts).toEqual({
      contracts: 0,
      contractsLookedAt: 0,
      sites: 0,
      reviews: 0,
      hitsWaiting: 0,
    });
  });

  it("cannot be called off from, on create or on update", async () => {
    const created = (frameworkId: string) =>
      outsider.contracts.create(contractInput({ kind: "call_off", frameworkId }));
    const real = await refuses("reference_unknown", created(framework));
    const random = await refuses("reference_unknown", created(randomUUID()));
    expect(real).toEqual(random);
    const own = await outsider.contracts.create(contractInput());
    const revised = (frameworkId: string) =>
      outsider.contracts.revise({ id: own.id, version: 1, frameworkId });
    expect(await refuses("reference_unknown", revised(framework))).toEqual(
      await refuses("reference_unknown", revised(randomUUID())),
    );
    await outsider.contracts.remove({ id: own.id, version: 1 });
  });

  it("cannot lend its members: who follows up is one's own", async () => {
    const create = (personId: string) =>
      outsider.contracts.create(
        contractInput({ followUp: { personId, name: null, hoursPerMonth: null } }),
      );
    expect(await refuses("reference_unknown", create(authority.people.owner))).toEqual(
      await refuses("reference_unknown", create(randomUUID())),
    );
  });

  it("may use the same reference: references are one's own", async () => {
    const { reference } = await keeper.contracts.get({ id: contract });
    const { id } = await outsider.contracts.create(contractInput({ reference }));
    expect((await outsider.contracts.get({ id })).reference).toBe(reference);
    await outsider.contracts.remove({ id, version: 1 });
  });
});

describe("a framework that another organisation may use", () => {
  it("shows its conditions and lots, not its products, requests or who follows up", async () => {
    const detail = await caller.contracts.get({ id: framework });
    expect(detail).toMatchObject({
      title: "Secret Hardware Framework",
      authority: { name: "Framework Authority" },
      supplier: { name: "Cedar IT" },
      lots: [{ number: "1" }],
      conditions: [{ clause: "14.2" }],
      followUp: null,
      brands: [],
      products: [],
      requests: [],
      answers: [],
      can: { write: false, addDisclosure: false, request: false, readAudit: false },
    });
    const everything = JSON.stringify([
      detail,
      await caller.contracts.line({ id: framework }),
      await caller.contracts.list({}),
    ]);
    for (const secret of ["IdeaPad", "Secret request", "Grace Hopper"])
      expect(everything).not.toContain(secret);
  });

  it("makes no claim about what cannot be seen", async () => {
    const { line } = await caller.contracts.line({ id: framework });
    expect(line.breaks).toEqual([]);
    for (const name of ["asked", "agreed", "shown", "traced", "checked"]) {
      const station = line.stations.find((one) => one.name === name);
      expect(station?.state).toBe("unknown");
      // What the framework asks may be read; how that is kept may not.
      const said = new Set(station?.facts.map(({ sentence }) => sentence.code));
      expect([...said]).toEqual(name === "agreed" ? ["fact.condition"] : []);
      expect(station?.duty.sentence.text).toContain("kept by another organisation");
    }
  });

  it("cannot be changed by its user", async () => {
    await refuses(
      "not_allowed",
      caller.contracts.revise({ id: framework, version: 1, title: "Mine" }),
    );
    await refuses("not_allowed", caller.contracts.remove({ id: framework, version: 1 }));
    await refuses(
      "not_allowed",
      caller.contracts.setConditions({ id: framework, version: 1, conditions: [] }),
    );
    await refuses(
      "not_allowed",
      caller.contracts.addProducts({ id: framework, products: [product("A", "B")] }),
    );
    await refuses(
      "not_allowed",
      caller.contracts.grantFramework({ id: framework, organisationId: stranger.organisationId }),
    );
    await refuses("not_allowed", caller.requests.draft({ id: framework }));
    expect((await keeper.contracts.get({ id: framework })).title).toBe("Secret Hardware Framework");
  });

  it("gives its conditions and supplier to the user's call-off, which its keeper does not see", async () => {
    const { id } = await caller.contracts.create(
      contractInput({
        kind: "call_off",
        frameworkId: framework,
        lotNumber: "1",
        title: "Our call-off",
      }),
    );
    const detail = await caller.contracts.get({ id });
    expect(detail.conditions).toMatchObject([
      { clause: "14.2", inheritedFrom: "Secret Hardware Framework" },
    ]);
    const { items } = await caller.contracts.list({ kind: "call_off" });
    expect(items[0]).toMatchObject({ supplier: "Cedar IT", title: "Our call-off" });
    const { line } = await caller.contracts.line({ id });
    expect(line.stations[0]?.facts.length).toBeGreaterThan(0);

    await refuses("not_found", keeper.contracts.get({ id }));
    expect((await keeper.contracts.get({ id: framework })).callOffs).toEqual([]);
    expect((await keeper.contracts.get({ id: framework })).users).toMatchObject([
      { organisationId: user.organisationId },
    ]);
    expect((await caller.contracts.get({ id: framework })).users).toEqual([]);
    const { errors } = await refuses(
      "reference_unknown",
      keeper.contracts.grantFramework({ id: framework, organisationId: randomUUID() }),
    );
    expect(errors[0]?.path).toBe("/organisationId");
    expect((await keeper.contracts.list({ frameworkId: framework })).total).toBe(0);
    await refuses("still_in_use", keeper.contracts.remove({ id: framework, version: 1 }));
  });
});
