import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, product } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let owner: ApiClient;
let outsider: ApiClient;
let contract: string;
let theirProduct: string;
let theirRequest: string;
let mine: string;

const letter = {
  addressee: "Cedar IT",
  brand: null,
  subject: "S",
  body: "B",
  dueOn: null,
  sentOn: null,
};
const answer = {
  answeredBy: "Cedar IT",
  brand: null,
  answer: "asked_and_refused",
  reason: null,
  answeredOn: "2026-01-02",
  document: null,
} as const;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  const [one, other] = [await plantOrganisation(db.database), await plantOrganisation(db.database)];
  owner = server.as(one.people.owner, one.organisationId);
  outsider = server.as(other.people.owner, other.organisationId);
  contract = (await owner.contracts.create(contractInput())).id;
  const { ids } = await owner.contracts.addProducts({
    id: contract,
    products: [product("A", "B")],
  });
  theirProduct = ids[0] ?? "";
  theirRequest = (
    await owner.requests.save({ id: contract, ...letter, productIds: [theirProduct] })
  ).requestId;
  mine = (await outsider.contracts.create(contractInput())).id;
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("requests of another organisation", () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ["drafted for", (id) => outsider.requests.draft({ id })],
    ["saved for", (id) => outsider.requests.save({ id, ...letter, productIds: [] })],
    [
      "answered for",
      (id) => outsider.requests.recordAnswer({ id, ...answer, requestId: null, productIds: [] }),
    ],
  ])("its contract cannot be %s, nor told from none", async (_, call) => {
    expect(await refuses("not_found", call(contract))).toEqual(
      await refuses("not_found", call(randomUUID())),
    );
  });

  it("cannot be sent, nor told from none", async () => {
    const call = (requestId: string) =>
      outsider.requests.recordSent({ requestId, sentOn: "2026-01-01", dueOn: null });
    expect(await refuses("not_found", call(theirRequest))).toEqual(
      await refuses("not_found", call(randomUUID())),
    );
    expect((await owner.contracts.get({ id: contract })).requests[0]?.sentOn).toBeNull();
  });

  it("cannot be referred to from one's own: products and requests", async () => {
    const save = (productId: string) =>
      outsider.requests.save({ id: mine, ...letter, productIds: [productId] });
    expect(await refuses("reference_unknown", save(theirProduct))).toEqual(
      await refuses("reference_unknown", save(randomUUID())),
    );
    const reply = (requestId: string | null, productIds: string[]) =>
      outsider.requests.recordAnswer({ id: mine, ...answer, requestId, productIds });
    expect(await refuses("reference_unknown", reply(theirRequest, []))).toEqual(
      await refuses("reference_unknown", reply(randomUUID(), [])),
    );
    expect(await refuses("reference_unknown", reply(null, [theirProduct]))).toEqual(
      await refuses("reference_unknown", reply(null, [randomUUID()])),
    );
    const draft = (productId: string) =>
      outsider.requests.draft({ id: mine, productIds: [productId] });
    expect(await refuses("reference_unknown", draft(theirProduct))).toEqual(
      await refuses("reference_unknown", draft(randomUUID())),
    );
    expect((await outsider.contracts.get({ id: mine })).requests).toEqual([]);
  });

  it("cannot be read, sent, revealed, reminded of, extended or withdrawn, nor told from none", async () => {
    const { requestId } = await owner.requests.write({
      addressee: "Cedar IT",
      contracts: [{ contractId: contract }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null });
    const template = await owner.requests.saveTemplate({ name: "T", subject: "S", body: "B" });
    const calls: ((id: string) => Promise<unknown>)[] = [
      (id) => outsider.requests.get({ requestId: id }),
      (id) => outsider.requests.revise({ requestId: id, version: 1 }),
      (id) => outsider.requests.send({ requestId: id, toName: "A", toAddress: null }),
      (id) => outsider.requests.revealLink({ requestId: id }),
      (id) => outsider.requests.renewLink({ requestId: id }),
      (id) => outsider.requests.remind({ requestId: id }),
      (id) =>
        outsider.requests.extend({ requestId: id, version: 2, dueOn: "2999-01-01", reason: "R" }),
      (id) => outsider.requests.withdraw({ requestId: id, version: 2, reason: "R" }),
    ];
    for (const call of calls)
      expect(await refuses("not_found", call(requestId))).toEqual(
        await refuses("not_found", call(randomUUID())),
      );
    const words = { name: "X", subject: "S", body: "B" };
    for (const call of [
      (id: string) => outsider.requests.removeTemplate({ id }),
      (id: string) => outsider.requests.saveTemplate({ id, ...words }),
    ])
      expect(await refuses("not_found", call(template.id))).toEqual(
        await refuses("not_found", call(randomUUID())),
      );
    const [supplier] = (await owner.suppliers.list({})).items;
    const write = (supplierId: string) =>
      outsider.requests.write({
        addressee: "A",
        supplierId,
        contracts: [{ contractId: mine }],
        subject: "S",
        body: "B",
        dueOn: null,
      });
    expect(await refuses("reference_unknown", write(supplier?.id ?? ""))).toEqual(
      await refuses("reference_unknown", write(randomUUID())),
    );
    expect(await outsider.requests.list({ contractId: contract })).toEqual({
      items: [],
      next: null,
    });
    expect((await outsider.suppliers.list({ search: "cedar" })).total).toBe(0);
  });
});
