import type { ApiClient, IntakeDetail } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, refusalOf } from "../../test/expect-code.ts";
import { plantContract, workOf, type PlantedContract } from "../../test/plant-contract.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { about, sendList, trySendList, type SendOptions } from "./testing.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let contract: PlantedContract;
let client: ApiClient;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  org = await plantOrganisation(db.database);
  client = server.as(org.people.owner, org.organisationId);
  contract = await db.database.withActor(org.actor(), (tx) =>
    plantContract(workOf(tx, org.actor()), [["Acme", "Book 3"]]),
  );
});

const headers = () => server.headersOf(org.people.owner, org.organisationId);
const url = () => `/api/contracts/${contract.contractId}/intakes`;

async function send(text: string | Buffer, more: SendOptions = {}): Promise<string> {
  return sendList(server, await headers(), url(), text, more);
}

/** Sends, confirms the columns as proposed and checks. */
async function toReview(text: string, more: SendOptions = {}): Promise<IntakeDetail> {
  const intakeId = await send(text, more);
  await runJobs(db.database);
  const read = await client.intakes.get({ intakeId });
  if (read.state === "to_confirm" && read.mapping !== null) {
    await client.intakes.confirmColumns({ intakeId, version: read.version, mapping: read.mapping });
    await runJobs(db.database);
  }
  const checked = await client.intakes.get({ intakeId });
  expect(checked, JSON.stringify(checked.failure)).toMatchObject({ state: "to_review" });
  return checked;
}

const none = { undo: [], edits: {}, leaveOut: false };
const hongKong =
  'Name,Address,Country\nKwun Tong Works Ltd,"5 Hoi Yuen Road, Kwun Tong, Hong Kong",China\nLeeds Mill Ltd,"1 Mill Road, Leeds",GB\n,"3 Mill Road, York",GB\n';

describe("columns", () => {
  const odd =
    'Werk A,Werk B,Werk C\nLeeds Mill Ltd,"1 Mill Road, Leeds",GB\nYork Mill Ltd,"2 Mill Road, York",GB\n';

  it("that nobody can tell are asked for, and remembered for this supplier's next list", async () => {
    const intakeId = await send(odd, { unattended: true });
    await runJobs(db.database);
    const read = await client.intakes.get({ intakeId });
    expect(read).toMatchObject({ state: "to_confirm", mappingFrom: null });
    const mapping = {
      sheet: 0,
      headerRow: 1,
      columns: [
        { index: 0, field: "name" as const },
        { index: 1, field: "address" as const },
        { index: 2, field: "country" as const },
      ],
    };
    await client.intakes.confirmColumns({ intakeId, version: read.version, mapping });
    await runJobs(db.database);
    // Sent to go on by itself, it does from here.
    expect(await client.intakes.get({ intakeId })).toMatchObject({
      state: "taken",
      mappingFrom: "person",
    });

    const next = await send(odd.replaceAll("Mill", "Weaving"), { unattended: true });
    await runJobs(db.database);
    expect(await client.intakes.get({ intakeId: next })).toMatchObject({
      state: "taken",
      mappingFrom: "remembered",
    });
    const another = await send(odd, { unattended: true, about: { declaredBy: "Somebody else" } });
    await runJobs(db.database);
    expect((await client.intakes.get({ intakeId: another })).state).toBe("to_confirm");
  });

  it("are refused where they cannot be, with the places", async () => {
    const intakeId = await send(odd);
    await runJobs(db.database);
    const { version } = await client.intakes.get({ intakeId });
    const refusal = await refusalOf(
      client.intakes.confirmColumns({
        intakeId,
        version,
        mapping: {
          sheet: 0,
          headerRow: 1,
          columns: [
            { index: 7, field: "address" },
            { index: 1, field: "address" },
          ],
        },
      }),
    );
    expect(refusal?.code).toBe("input_invalid");
    expect(refusal?.errors).toEqual([
      { path: "/mapping/columns/0/index", message: "There is no such column." },
      { path: "/mapping/columns/1/field", message: "Two columns cannot both hold 'address'." },
      { path: "/mapping/columns", message: "Say which column holds the names of the sites." },
    ]);
  });

  it("assigned anew check the list anew; what was decided stays", async () => {
    const checked = await toReview(hongKong);
    const intakeId = checked.id;
    await client.intakes.decideRow({ intakeId, row: 3, decision: { ...none, leaveOut: true } });
    const { version, mapping } = await client.intakes.get({ intakeId });
    if (mapping === null) throw new Error("There is no mapping.");
    const columns = mapping.columns.filter(({ field }) => field !== "country");
    await client.intakes.confirmColumns({ intakeId, version, mapping: { ...mapping, columns } });
    await runJobs(db.database);
    const again = await client.intakes.get({ intakeId });
    expect(again).toMatchObject({ state: "to_review", counts: { read: 3, rejected: 2 } });
    const { items } = await client.intakes.listRows({ intakeId, outcome: "rejected" });
    expect(items.map(({ row }) => row)).toEqual([3, 4]);
  });
});

describe("a source that is no list", () => {
  it.each([
    ["a PDF", Buffer.from("%PDF-1.7 nothing"), "list.pdf", "file_not_a_list"],
    ["a picture", Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1"), "a.png", "file_not_a_list"],
    ["a workbook cut off", Buffer.from("PK\x03\x04 and no more"), "a.xlsx", "file_damaged"],
    ["headings alone", Buffer.from("Name,Address,Country\n"), "a.csv", "file_empty"],
  ])("%s: one sentence, and nothing is kept", async (_, bytes, name, code) => {
    const intakeId = await send(bytes, { name, unattended: true });
    await runJobs(db.database);
    const failed = await client.intakes.get({ intakeId });
    expect(failed.failure?.code, failed.failure?.detail).toBe(code);
    expect(failed).toMatchObject({ state: "failed", can: { retry: false, cancel: false } });
    expect(failed.stateSentence.text).toBe(
      `It did not go through: ${failed.failure?.detail ?? ""}`,
    );
    const left = await db.asOwner(
      "select (select count(*)::int from intake_sources where intake_id = $1) as sources, (select count(*)::int from intake_rows where intake_id = $1) as rows",
      [intakeId],
    );
    expect(left).toEqual([{ sources: 0, rows: 0 }]);
  });

  it("is refused at once where it is empty, comes in the future, is about another's products, or says nothing of itself", async () => {
    const code = async (text: string, more: SendOptions = {}) => {
      const answer = await trySendList(server, await headers(), url(), text, more);
      return answer.json<{ code: string }>().code;
    };
    expect(await code("")).toBe("file_empty");
    expect(await code(hongKong, { about: { receivedOn: "2999-01-01" } })).toBe("date_in_future");
    expect(await code(hongKong, { about: { productIds: [org.organisationId] } })).toBe(
      "reference_unknown",
    );
    expect(await code(hongKong, { about: { title: "" } })).toBe("input_invalid");
    expect(
      await db.asOwner("select id from intakes where organisation_id = $1", [org.organisationId]),
    ).toEqual([]);
  });

  it("a list for too many products fails with what to do, and goes on when it is tried again", async () => {
    const many = await db.database.withActor(org.actor(), (tx) =>
      plantContract(
        workOf(tx, org.actor()),
        Array.from({ length: 300 }, (_, n) => ["Acme", `Model ${n}`] as const),
      ),
    );
    const text = `Name,Address,Country\n${Array.from({ length: 900 }, (_, n) => `Works ${n} Ltd,"${n} Mill Road, Leeds",GB`).join("\n")}\n`;
    const intakeId = await sendList(
      server,
      await headers(),
      `/api/contracts/${many.contractId}/intakes`,
      text,
      { unattended: true },
    );
    await runJobs(db.database);
    const failed = await client.intakes.get({ intakeId });
    expect(failed).toMatchObject({
      state: "failed",
      failure: { code: "input_invalid" },
      can: { retry: true, cancel: true },
    });
    expect((await client.sites.list({})).items).toEqual([]);
    await db.asOwner("delete from product_lines where contract_id = $1 and position > 2", [
      many.contractId,
    ]);
    await client.intakes.retry({ intakeId });
    await runJobs(db.database);
    expect(await client.intakes.get({ intakeId })).toMatchObject({
      state: "taken",
      result: { links: 2_700 },
    });
    expect((await client.sites.list({})).items.length).toBeGreaterThan(0);
  });
});

describe("pasted text", () => {
  it("is read as a label where it is one: rows at once, decided like others", async () => {
    const { intakeId } = await client.intakes.startText({
      contractId: contract.contractId,
      about: { ...about, productIds: [...contract.productIds] },
      text: "Manufactured by one of the following: 1. Alpha Works Ltd, 1 Mill Road, Leeds, UK 2. Beta Works Ltd, 2 Mill Road, York, UK 3. Gamma Works Ltd, 3 Mill Road, Hull, UK",
    });
    await runJobs(db.database);
    const read = await client.intakes.get({ intakeId });
    expect(read).toMatchObject({
      state: "to_review",
      format: "label_text",
      counts: { read: 3 },
      can: { confirm: false, take: true },
    });
    const edited = await client.intakes.decideRow({
      intakeId,
      row: 2,
      decision: { ...none, edits: { name: "Beta Mills Ltd" } },
    });
    expect(edited).toMatchObject({ name: "Beta Mills Ltd", country: "GB", outcome: "corrected" });
    await client.intakes.decideRow({ intakeId, row: 3, decision: { ...none, leaveOut: true } });
    const { version } = await client.intakes.get({ intakeId });
    await client.intakes.take({ intakeId, version });
    await runJobs(db.database);
    const links = await db.asOwner(
      "select kind, alternatives_count from trace_links where contract_id = $1",
      [contract.contractId],
    );
    expect(links).toEqual([
      { kind: "one_of_n_possible", alternatives_count: 2 },
      { kind: "one_of_n_possible", alternatives_count: 2 },
    ]);
  });

  it("is read as a table where it is one", async () => {
    const { intakeId } = await client.intakes.startText({
      contractId: contract.contractId,
      about,
      text: hongKong.replaceAll(",", "\t").replaceAll('"', ""),
    });
    await runJobs(db.database);
    expect(await client.intakes.get({ intakeId })).toMatchObject({
      state: "to_confirm",
      format: "csv",
    });
    expect(
      await codeOf(client.intakes.startText({ contractId: contract.contractId, text: "x" })),
    ).toBe("input_invalid");
  });
});

describe("the record", () => {
  it("takes a list: what would change is shown first, nothing is written by looking", async () => {
    const sent = await sendList(server, await headers(), "/api/record/intakes", hongKong);
    await runJobs(db.database);
    const read = await client.intakes.get({ intakeId: sent });
    if (read.mapping === null) throw new Error("There is no mapping.");
    await client.intakes.confirmColumns({
      intakeId: sent,
      version: read.version,
      mapping: read.mapping,
    });
    await runJobs(db.database);
    const { changes, rowsCompared } = await client.intakes.changes({ intakeId: sent });
    expect(rowsCompared).toBe(2);
    expect(changes.map(({ subject, change, label }) => [subject, change, label])).toEqual([
      ["site", "added", "Kwun Tong Works Ltd"],
      ["site", "added", "Leeds Mill Ltd"],
    ]);
    expect((await client.record.listSites({})).total).toBe(0);
    const { version } = await client.intakes.get({ intakeId: sent });
    await client.intakes.take({ intakeId: sent, version });
    await runJobs(db.database);
    expect(await client.intakes.get({ intakeId: sent })).toMatchObject({
      state: "taken",
      target: "record",
      result: { added: 2, changed: 0 },
      stateSentence: { text: "The list was taken into the record." },
    });
    expect((await client.record.listSites({})).total).toBe(2);
  });

  it("takes its own workbook filled in: cell by cell", async () => {
    await client.record.addSites({
      sites: [
        {
          name: "Leeds Mill Ltd",
          address: "1 Mill Road, Leeds",
          country: "GB",
          latitude: null,
          longitude: null,
          osId: null,
          workers: 10,
          maskedAs: null,
        },
      ],
    });
    const workbook = await server.app.http.inject({
      url: "/api/record/workbook",
      headers: await headers(),
    });
    expect(workbook.statusCode).toBe(200);
    const intakeId = await sendList(
      server,
      await headers(),
      "/api/record/intakes",
      workbook.rawPayload,
      {
        name: "record.xlsx",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      },
    );
    await runJobs(db.database);
    expect(await client.intakes.get({ intakeId })).toMatchObject({
      state: "to_review",
      target: "record",
      counts: { read: 1 },
    });
    expect(await client.intakes.changes({ intakeId })).toEqual({
      changes: [],
      rowsCompared: 1,
      rowsTotal: 1,
    });
    const [site] = (await client.record.listSites({})).items;
    if (site === undefined) throw new Error("There is no site.");
    await client.record.reviseSite({ siteId: site.id, version: site.version, workers: 12 });
    expect((await client.intakes.changes({ intakeId })).changes).toMatchObject([
      { subject: "site", change: "changed", field: "workers", before: "12", after: "10" },
    ]);
    const { version } = await client.intakes.get({ intakeId });
    await client.intakes.take({ intakeId, version });
    await runJobs(db.database);
    expect(await client.intakes.get({ intakeId })).toMatchObject({
      state: "taken",
      result: { added: 0, changed: 1, removed: 0 },
    });
    expect((await client.record.listSites({})).items[0]?.workers).toBe(10);
  });
});
