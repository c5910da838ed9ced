import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../test/expect-code.ts";
import { plantContract, workOf, type PlantedContract } from "../../test/plant-contract.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { about, sendList, trySendList } from "./testing.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let own: PlantedOrganisation;
let other: PlantedOrganisation;
let ownContract: PlantedContract;
let theirContract: PlantedContract;
let theirs: string;
const csv = 'Name,Address,Country\nSecretmarker Mill Ltd,"1 Mill Road, Leeds",GB\n';

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  own = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
  const plant = (org: PlantedOrganisation) =>
    db.database.withActor(org.actor(), (tx) =>
      plantContract(workOf(tx, org.actor()), [["Acme", "Book 3"]]),
    );
  [ownContract, theirContract] = [await plant(own), await plant(other)];
  theirs = await sendList(
    server,
    await server.headersOf(other.people.owner, other.organisationId),
    `/api/contracts/${theirContract.contractId}/intakes`,
    csv,
  );
  await runJobs(db.database);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const none = { undo: [], edits: {}, leaveOut: true };
const calls: readonly ((client: ApiClient, intakeId: string) => Promise<unknown>)[] = [
  (client, intakeId) => client.intakes.get({ intakeId }),
  (client, intakeId) => client.intakes.listRows({ intakeId }),
  (client, intakeId) => client.intakes.changes({ intakeId }),
  (client, intakeId) =>
    client.intakes.confirmColumns({
      intakeId,
      version: 2,
      mapping: { sheet: 0, headerRow: 1, columns: [{ index: 0, field: "name" }] },
    }),
  (client, intakeId) => client.intakes.decideRow({ intakeId, row: 2, decision: none }),
  (client, intakeId) =>
    client.intakes.decideCheck({ intakeId, check: "short_address", act: "leave_out" }),
  (client, intakeId) => client.intakes.take({ intakeId, version: 2 }),
  (client, intakeId) => client.intakes.cancel({ intakeId }),
  (client, intakeId) => client.intakes.retry({ intakeId }),
];

describe("another organisation's list", () => {
  it("is answered like one that is nobody's, and stays as it is", async () => {
    const client = server.as(own.people.owner, own.organisationId);
    const before = await db.asOwner("select * from intakes where id = $1", [theirs]);
    for (const call of calls) {
      const refusal = await refusalOf(call(client, theirs));
      expect(refusal?.code).toBe("not_found");
      expect(refusal).toEqual(await refusalOf(call(client, randomUUID())));
    }
    expect((await client.intakes.list({})).items).toEqual([]);
    expect((await client.intakes.list({ contractId: theirContract.contractId })).items).toEqual([]);
    expect(await db.asOwner("select * from intakes where id = $1", [theirs])).toEqual(before);
    const headers = await server.headersOf(own.people.owner, own.organisationId);
    const rejects = async (id: string) => {
      const answer = await server.app.http.inject({ url: `/api/intakes/${id}/rejects`, headers });
      return { ...answer.json<object>(), requestId: "" };
    };
    expect(await rejects(theirs)).toEqual(await rejects(randomUUID()));
  });
});

describe("a list of one's own that names what is another's", () => {
  it("contract, products and request of another are answered like those that are nobody's", async () => {
    const client = server.as(own.people.owner, own.organisationId);
    const headers = await server.headersOf(own.people.owner, own.organisationId);
    const send = async (url: string, more: Parameters<typeof trySendList>[4] = {}) => {
      const answer = await trySendList(server, headers, url, csv, more);
      return { ...answer.json<{ code: string }>(), requestId: "" };
    };
    const toContract = (id: string) => send(`/api/contracts/${id}/intakes`);
    expect((await toContract(theirContract.contractId)).code).toBe("not_found");
    expect(await toContract(theirContract.contractId)).toEqual(await toContract(randomUUID()));

    const aboutProduct = (id: string) =>
      send(`/api/contracts/${ownContract.contractId}/intakes`, { about: { productIds: [id] } });
    expect((await aboutProduct(theirContract.productIds[0] ?? "")).code).toBe("reference_unknown");
    expect(await aboutProduct(theirContract.productIds[0] ?? "")).toEqual(
      await aboutProduct(randomUUID()),
    );

    // A request that the other organisation sent is theirs; only who answers it may name it.
    const asker = server.as(other.people.owner, other.organisationId);
    const { requestId } = await asker.requests.write({
      addressee: "Cedar IT",
      contracts: [{ contractId: theirContract.contractId }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    const { deliveryId } = await asker.requests.send({
      requestId,
      toName: "Cedar IT",
      toAddress: null,
    });
    const forDelivery = (id: string) => send("/api/record/intakes", { deliveryId: id });
    expect((await forDelivery(deliveryId)).code).toBe("reference_unknown");
    expect(await forDelivery(deliveryId)).toEqual(await forDelivery(randomUUID()));
    const asText = (id: string) =>
      refusalOf(client.intakes.startText({ contractId: null, deliveryId: id, text: csv }));
    expect(await asText(deliveryId)).toEqual(await asText(randomUUID()));
    const textFor = (id: string) =>
      refusalOf(client.intakes.startText({ contractId: id, about, text: csv }));
    expect(await textFor(theirContract.contractId)).toEqual(await textFor(randomUUID()));
    expect((await client.intakes.list({})).items).toEqual([]);
  });
});

describe("columns that were remembered", () => {
  it("are one's own: another organisation's list of the same supplier is asked about", async () => {
    const odd =
      'Werk A,Werk B\nLeeds Mill Ltd,"1 Mill Road, Leeds, United Kingdom"\nYork Mill Ltd,"2 Mill Road, York, United Kingdom"\n';
    const begin = async (org: PlantedOrganisation, contract: PlantedContract) => {
      const headers = await server.headersOf(org.people.owner, org.organisationId);
      const intakeId = await sendList(
        server,
        headers,
        `/api/contracts/${contract.contractId}/intakes`,
        odd,
      );
      await runJobs(db.database);
      return intakeId;
    };
    const client = server.as(own.people.owner, own.organisationId);
    const first = await begin(own, ownContract);
    const { version } = await client.intakes.get({ intakeId: first });
    await client.intakes.confirmColumns({
      intakeId: first,
      version,
      mapping: {
        sheet: 0,
        headerRow: 1,
        columns: [
          { index: 0, field: "name" },
          { index: 1, field: "address" },
        ],
      },
    });
    const again = await begin(own, ownContract);
    expect((await client.intakes.get({ intakeId: again })).mappingFrom).toBe("remembered");
    const elsewhere = await begin(other, theirContract);
    const theirClient = server.as(other.people.owner, other.organisationId);
    expect((await theirClient.intakes.get({ intakeId: elsewhere })).mappingFrom).not.toBe(
      "remembered",
    );
  });
});

describe("sites of a list on its way in", () => {
  it("are matched against by nobody else's list", async () => {
    const before = await db.asOwner<{ id: string }>(
      "select id from sites where organisation_id = $1",
      [own.organisationId],
    );
    const headers = await server.headersOf(own.people.owner, own.organisationId);
    const client = server.as(own.people.owner, own.organisationId);
    await sendList(
      server,
      await server.headersOf(other.people.owner, other.organisationId),
      `/api/contracts/${theirContract.contractId}/intakes`,
      csv,
      { unattended: true },
    );
    const intakeId = await sendList(
      server,
      headers,
      `/api/contracts/${ownContract.contractId}/intakes`,
      csv,
      { unattended: true },
    );
    await runJobs(db.database);
    expect(await client.intakes.get({ intakeId })).toMatchObject({
      state: "taken",
      result: { new: 1, same: 0, review: 0 },
    });
    const after = await db.asOwner<{ id: string }>(
      "select id from sites where organisation_id = $1",
      [own.organisationId],
    );
    expect(after.length).toBe(before.length + 1);
  });
});
