import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { memberRoles, type Permission } from "@throughline/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest, type Guest } from "../../test/as-guest.ts";
import { codeOf } from "../../test/expect-code.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { about, sendList, trySendList } from "./testing.fixture.ts";
import type { ApiClient } from "@throughline/contract";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let contractId: string;
let forContract: string;
let forRecord: string;
let guest: Guest;
const csv = 'Name,Address,Country\nLeeds Mill Ltd,"1 Mill Road, Leeds",GB\n';

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  buyer = await plantOrganisation(db.database, "Testing City");
  ({ contractId } = await db.database.withActor(buyer.actor(), (tx) =>
    plantContract(workOf(tx, buyer.actor()), [["Acme", "Book 3"]]),
  ));
  const headers = await server.headersOf(buyer.people.owner, buyer.organisationId);
  forContract = await sendList(server, headers, `/api/contracts/${contractId}/intakes`, csv);
  forRecord = await sendList(server, headers, "/api/record/intakes", csv);
  const owner = server.as(buyer.people.owner, buyer.organisationId);
  const { requestId } = await owner.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId }],
    subject: "Where are the laptops made?",
    body: "Please tell us.",
    dueOn: null,
  });
  guest = await openAsGuest(
    server,
    await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null }),
  );
  await runJobs(db.database);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const none = { undo: [], edits: {}, leaveOut: false };
const mapping = { sheet: 0, headerRow: 1, columns: [{ index: 0, field: "name" as const }] };
/** Calls that reach their use case when they are let in, whatever it then says. */
const calls = {
  read: [
    (client: ApiClient, intakeId: string) => client.intakes.get({ intakeId }),
    (client: ApiClient, intakeId: string) => client.intakes.listRows({ intakeId }),
    (client: ApiClient, intakeId: string) => client.intakes.changes({ intakeId }),
  ],
  write: [
    (client: ApiClient, intakeId: string) =>
      client.intakes.confirmColumns({ intakeId, version: 99, mapping }),
    (client: ApiClient, intakeId: string) =>
      client.intakes.decideRow({ intakeId, row: 99, decision: none }),
    (client: ApiClient, intakeId: string) =>
      client.intakes.decideCheck({ intakeId, check: "none", act: "leave_out" }),
    (client: ApiClient, intakeId: string) => client.intakes.take({ intakeId, version: 99 }),
    (client: ApiClient, intakeId: string) => client.intakes.retry({ intakeId }),
  ],
} as const;
const letIn = ["done", "conflict", "input_invalid", "not_found"];

describe("who may", () => {
  it("every role reads; readers change nothing; nobody is refused", async () => {
    for (const intakeId of [forContract, forRecord]) {
      for (const call of [...calls.read, ...calls.write])
        expect(await codeOf(call(server.anonymous(), intakeId))).toBe("not_signed_in");
      for (const role of memberRoles) {
        const client = server.as(buyer.people[role], buyer.organisationId);
        for (const call of calls.read)
          expect(letIn).toContain(await codeOf(call(client, intakeId)));
        for (const call of calls.write) {
          const code = await codeOf(call(client, intakeId));
          expect(role === "reader" ? ["not_allowed"] : letIn).toContain(code);
        }
      }
    }
  });

  it("a token reaches the lists its scopes are about, and lists no others", async () => {
    const tokenOf = (...scopes: Permission[]) =>
      server
        .tokenFor(buyer.people.owner, buyer.organisationId, scopes)
        .then((token) => server.withToken(token));
    const pairs = [
      [forContract, "disclosure.read", "disclosure.write", "record.write"],
      [forRecord, "record.read", "record.write", "disclosure.write"],
    ] as const;
    for (const [intakeId, read, write, otherWrite] of pairs) {
      const reads = await tokenOf(read);
      for (const call of calls.read) expect(letIn).toContain(await codeOf(call(reads, intakeId)));
      for (const call of calls.write)
        expect(await codeOf(call(reads, intakeId))).toBe("token_scope_missing");
      expect((await reads.intakes.list({})).items.map(({ id }) => id)).toEqual([intakeId]);
      const writes = await tokenOf(write);
      for (const call of calls.write) expect(letIn).toContain(await codeOf(call(writes, intakeId)));
      const other = await tokenOf(otherWrite);
      for (const call of calls.write)
        expect(await codeOf(call(other, intakeId))).toBe("token_scope_missing");
    }
    const neither = await tokenOf("contract.read");
    expect(await codeOf(neither.intakes.list({}))).toBe("token_scope_missing");
  });

  it("files are asked for before they are read", async () => {
    const reader = await server.headersOf(buyer.people.reader, buyer.organisationId);
    for (const url of [`/api/contracts/${contractId}/intakes`, "/api/record/intakes"]) {
      const send = (headers: Record<string, string>) =>
        trySendList(server, headers, url, csv).then(
          (answer) => answer.json<{ code: string }>().code,
        );
      expect(await send({})).toBe("not_signed_in");
      expect(await send(reader)).toBe("not_allowed");
    }
    const rejects = (headers: Record<string, string>) =>
      server.app.http.inject({ url: `/api/intakes/${forContract}/rejects`, headers });
    expect((await rejects({})).statusCode).toBe(401);
    expect((await rejects(reader)).statusCode).toBe(200);
  });

  it("text follows the same rules", async () => {
    const start = (client: ApiClient, target: string | null) =>
      codeOf(client.intakes.startText({ contractId: target, about, text: csv }));
    const reader = server.as(buyer.people.reader, buyer.organisationId);
    for (const target of [contractId, null]) {
      expect(await start(server.anonymous(), target)).toBe("not_signed_in");
      expect(await start(reader, target)).toBe("not_allowed");
    }
    expect(await start(guest.client, contractId)).toBe("not_signed_in");
  });
});

describe("a guest", () => {
  it("sends lists for its record, looks at them and takes them, and sees no others", async () => {
    const intakeId = await sendList(server, guest.headers, "/api/record/intakes", csv, {
      deliveryId: guest.deliveryId,
    });
    await runJobs(db.database);
    const read = await guest.client.intakes.get({ intakeId });
    expect(read).toMatchObject({ state: "to_confirm", target: "record", can: { confirm: true } });
    if (read.mapping === null) throw new Error("There is no mapping.");
    await guest.client.intakes.confirmColumns({
      intakeId,
      version: read.version,
      mapping: read.mapping,
    });
    await runJobs(db.database);
    const { version } = await guest.client.intakes.get({ intakeId });
    await guest.client.intakes.take({ intakeId, version });
    await runJobs(db.database);
    expect(await guest.client.intakes.get({ intakeId })).toMatchObject({
      state: "taken",
      result: { added: 1 },
    });
    expect((await guest.client.record.listSites({})).total).toBe(1);

    expect((await guest.client.intakes.list({})).items.map(({ id }) => id)).toEqual([intakeId]);
    for (const id of [forContract, forRecord])
      for (const call of [...calls.read, ...calls.write])
        expect(await codeOf(call(guest.client, id))).toBe("not_found");
    const sent = await trySendList(
      server,
      guest.headers,
      `/api/contracts/${contractId}/intakes`,
      csv,
    );
    expect(sent.statusCode).toBe(401);
    const audit = await db.asOwner<{ actor_kind: string }>(
      "select distinct actor_kind from audit_entries where action in ('start-intake', 'take-intake') and subject_id = $1",
      [intakeId],
    );
    expect(audit).toEqual([{ actor_kind: "guest" }]);
  });
});
