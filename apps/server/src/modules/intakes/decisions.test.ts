import type { ApiClient, IntakeDetail } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf } from "../../test/expect-code.ts";
import { plantContract, workOf, type PlantedContract } from "../../test/plant-contract.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { sendList, type SendOptions } from "./testing.fixture.ts";

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

describe("a decision about a row", () => {
  it("undoes a correction, and taking it back restores it; the counts follow", async () => {
    const { id: intakeId, counts, findings } = await toReview(hongKong);
    expect(counts).toEqual({ read: 3, accepted: 1, corrected: 1, rejected: 1 });
    const [row] = (await client.intakes.listRows({ intakeId })).items;
    expect(row).toMatchObject({ country: "HK", outcome: "corrected" });
    const check = row?.findings.find(({ correction }) => correction !== null)?.check ?? "";
    const undone = await client.intakes.decideRow({
      intakeId,
      row: 2,
      decision: { ...none, undo: [check] },
    });
    expect(undone).toMatchObject({
      country: "CN",
      outcome: "accepted",
      decision: { undo: [check] },
    });
    expect((await client.intakes.get({ intakeId })).counts).toEqual({
      read: 3,
      accepted: 2,
      corrected: 0,
      rejected: 1,
    });
    const back = await client.intakes.decideRow({ intakeId, row: 2, decision: none });
    expect(back).toMatchObject({ country: "HK", decision: null });
    expect(await client.intakes.get({ intakeId })).toMatchObject({ counts, findings });
  });

  it("mends a rejected row by typing a cell, leaves another out, and both go into the disclosure so", async () => {
    const { id: intakeId } = await toReview(hongKong);
    const mended = await client.intakes.decideRow({
      intakeId,
      row: 4,
      decision: { ...none, edits: { name: "York Mill Ltd" } },
    });
    expect(mended).toMatchObject({ name: "York Mill Ltd", outcome: "corrected" });
    await client.intakes.decideRow({ intakeId, row: 3, decision: { ...none, leaveOut: true } });
    const { version } = await client.intakes.get({ intakeId });
    await client.intakes.take({ intakeId, version });
    await runJobs(db.database);
    const { disclosureId } = await client.intakes.get({ intakeId });
    const { rows, counts } = await client.disclosures.get({ disclosureId: disclosureId ?? "" });
    expect(counts).toEqual({ read: 3, accepted: 0, corrected: 2, rejected: 1 });
    expect(rows.map(({ name, outcome, reason }) => [name, outcome, reason])).toEqual([
      ["Kwun Tong Works Ltd", "corrected", expect.stringContaining("Hong Kong")],
      ["Leeds Mill Ltd", "rejected", expect.stringContaining("left this row out")],
      ["York Mill Ltd", "corrected", expect.stringContaining("added by a person")],
    ]);
  });

  it("a row that was typed anew is not called a repeat any more", async () => {
    const { id: intakeId } = await toReview(
      'Name,Address,Country\nLeeds Mill Ltd,"1 Mill Road, Leeds",GB\nLeeds Mill Ltd,"1 Mill Road, Leeds",GB\n',
    );
    const repeat = (await client.intakes.listRows({ intakeId, check: "identical_rows" })).items[0];
    expect(repeat).toMatchObject({ row: 3 });
    expect(repeat?.flags).toContain("duplicate_in_list");
    await client.intakes.decideRow({
      intakeId,
      row: 3,
      decision: { ...none, edits: { address: "7 Other Road, York" } },
    });
    expect((await client.intakes.listRows({ intakeId, check: "identical_rows" })).items).toEqual(
      [],
    );
    expect(
      (await client.intakes.get({ intakeId })).findings.map(({ check }) => check),
    ).not.toContain("identical_rows");
    await client.intakes.decideRow({ intakeId, row: 3, decision: none });
    expect(
      (await client.intakes.listRows({ intakeId, check: "identical_rows" })).items,
    ).toHaveLength(1);
  });

  it("refuses what is not there: another check, another row, a list that is not being looked at", async () => {
    const { id: intakeId, version } = await toReview(hongKong);
    const decide = (row: number, undo: string[]) =>
      codeOf(client.intakes.decideRow({ intakeId, row, decision: { ...none, undo } }));
    expect(await decide(2, ["no_such_check"])).toBe("input_invalid");
    expect(await decide(99, [])).toBe("not_found");
    expect(await decide(1, [])).toBe("not_found");
    expect(
      await codeOf(client.intakes.decideCheck({ intakeId, check: "no_such", act: "leave_out" })),
    ).toBe("input_invalid");
    expect(
      await codeOf(
        client.intakes.decideCheck({ intakeId, check: "name_missing", act: "undo_correction" }),
      ),
    ).toBe("input_invalid");
    expect(await codeOf(client.intakes.changes({ intakeId }))).toBe("input_invalid");
    expect(await codeOf(client.intakes.retry({ intakeId }))).toBe("conflict");
    expect(await codeOf(client.intakes.take({ intakeId, version: version + 1 }))).toBe("conflict");
    await client.intakes.cancel({ intakeId });
    expect(await decide(2, [])).toBe("conflict");
    expect(await codeOf(client.intakes.take({ intakeId, version: version + 1 }))).toBe("conflict");
    // Giving up twice changes nothing.
    await client.intakes.cancel({ intakeId });
  });
});

describe("a decision about all rows of one check", () => {
  const rows = (count: number) =>
    `Name,Address,Country\n${Array.from({ length: count }, (_, n) => `Works ${n} Ltd,"${n} Hoi Yuen Road, Kwun Tong, Hong Kong",China`).join("\n")}\n`;

  it.each([
    ["at once for few", 30],
    ["by a worker for many", 1_300],
  ])("is carried out %s, and taken back", async (_, count) => {
    const { id: intakeId } = await toReview(rows(count));
    const [row] = (await client.intakes.listRows({ intakeId, limit: 1 })).items;
    const check = row?.findings.find(({ correction }) => correction !== null)?.check ?? "";
    const settled = async () => {
      await runJobs(db.database);
      const { state, counts } = await client.intakes.get({ intakeId });
      return { state, counts };
    };
    expect(await client.intakes.decideCheck({ intakeId, check, act: "undo_correction" })).toEqual({
      rows: count,
    });
    expect(await settled()).toEqual({
      state: "to_review",
      counts: { read: count, accepted: count, corrected: 0, rejected: 0 },
    });
    expect(await client.intakes.decideCheck({ intakeId, check, act: "take_back" })).toEqual({
      rows: count,
    });
    expect(await settled()).toEqual({
      state: "to_review",
      counts: { read: count, accepted: 0, corrected: count, rejected: 0 },
    });
    await client.intakes.decideCheck({ intakeId, check, act: "leave_out" });
    expect(await settled()).toMatchObject({ counts: { rejected: count } });
    await client.intakes.decideCheck({ intakeId, check: "left_out", act: "take_back" });
    expect(await settled()).toMatchObject({ counts: { corrected: count, rejected: 0 } });
  });
});

describe("rejected rows", () => {
  it("come back as a file that is mended and sent again", async () => {
    const { id: intakeId, version } = await toReview(hongKong);
    const fetchRejects = async (format: string) =>
      server.app.http.inject({
        url: `/api/intakes/${intakeId}/rejects?format=${format}`,
        headers: await headers(),
      });
    const csv = await fetchRejects("csv");
    expect(csv.headers["content-disposition"]).toBe('attachment; filename="sites-rejected.csv"');
    expect(csv.body).toContain("What is wrong");
    const workbook = await fetchRejects("xlsx");
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect((await fetchRejects("pdf")).statusCode).toBe(422);

    const lines = csv.body.split(/\r?\n/u);
    const mended = [lines[0], (lines[1] ?? "").replace(/^,/u, "York Mill Ltd,")].join("\n");
    const again = await toReview(`${mended}\n`);
    expect(again.counts).toEqual({ read: 1, accepted: 1, corrected: 0, rejected: 0 });

    // Still to be had when the rest is taken.
    await client.intakes.take({ intakeId, version });
    await runJobs(db.database);
    expect((await fetchRejects("csv")).body).toBe(csv.body);
  });
});
