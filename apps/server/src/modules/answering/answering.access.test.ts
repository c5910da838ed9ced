import { randomUUID } from "node:crypto";
import { answering, type ApiClient } from "@throughline/contract";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest, secretOf } from "../../test/as-guest.ts";
import { contractInput, product } from "../../test/contract-input.ts";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

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

const deliveryId = randomUUID();
const guarded: readonly GuardedEndpoint[] = [
  { name: "list", permission: "record.read", call: (client) => client.answering.list({}) },
  {
    name: "get",
    permission: "record.read",
    call: (client) => client.answering.get({ deliveryId }),
  },
  {
    name: "draftPassOn",
    permission: "record.read",
    call: (client) =>
      client.answering.draftPassOn({ deliveryId, toName: "A", askedKeys: [], nameRequester: true }),
  },
  {
    name: "setProducts",
    permission: "record.write",
    call: (client) => client.answering.setProducts({ deliveryId, items: [] }),
  },
  {
    name: "passOn",
    permission: "record.write",
    call: (client) =>
      client.answering.passOn({
        deliveryId,
        toName: "A",
        toAddress: null,
        askedKeys: [],
        subject: "S",
        body: "B",
        dueOn: null,
        nameRequester: true,
      }),
  },
];
/** Guarded by link and code, or by a session: see below and the use cases' tests. */
const otherwise = ["open", "leave", "takeOver", "claim"];

describe("who may answer", () => {
  it("names every endpoint", () => {
    expect([...guarded.map((one) => one.name), ...otherwise].sort()).toEqual(
      Object.keys(answering).sort(),
    );
  });

  it.each(guarded)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, await plantOrganisation(db.database), endpoint);
  });

  it("lets only those who may write the record take a request over, by a session", async () => {
    const buyer = await plantOrganisation(db.database);
    const supplier = await plantOrganisation(db.database);
    const owner = server.as(buyer.people.owner, buyer.organisationId);
    const { id } = await owner.contracts.create(
      contractInput({ products: [product("Aster", "One")] }),
    );
    const { requestId } = await owner.requests.write({
      addressee: "Cedar IT",
      contracts: [{ contractId: id }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    const sent = await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null });
    const link = { secret: secretOf(sent.link), code: sent.code };
    const as = (person: string): ApiClient => server.as(person, supplier.organisationId);
    await refuses("not_signed_in", server.anonymous().answering.takeOver(link));
    await refuses("not_allowed", as(supplier.people.reader).answering.takeOver(link));
    const token = await server.tokenFor(supplier.people.owner, supplier.organisationId, [
      "record.write",
    ]);
    await refuses("not_allowed", server.withToken(token).answering.takeOver(link));
    await refuses(
      "not_signed_in",
      server.anonymous().answering.claim({ name: "A", country: null }),
    );
    await as(supplier.people.contributor).answering.takeOver(link);
  });

  it("gives a guest the record, the releases and nothing else", async () => {
    const buyer = await plantOrganisation(db.database);
    const owner = server.as(buyer.people.owner, buyer.organisationId);
    const { id } = await owner.contracts.create(contractInput());
    const { requestId } = await owner.requests.write({
      addressee: "Cedar IT",
      contracts: [{ contractId: id }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    const { client } = await openAsGuest(
      server,
      await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null }),
    );
    await client.record.get();
    await client.releases.list({});
    for (const call of [
      () => client.contracts.list({}),
      () => client.requests.list({}),
      () => client.requests.get({ requestId }),
      () => client.suppliers.list({}),
      () => client.mails.list({}),
      () => client.organisations.get(),
      () => client.organisations.listMembers(),
      () => client.sites.list({}),
      () => client.today.get(),
    ])
      await refuses("not_signed_in", call());
  });
});
