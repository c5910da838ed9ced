import type { ApiClient, KpiSheetResult } from "@throughline/contract";
import { defaultBandScheme, KpiFacts } from "@throughline/domain";
import { readKpiWorkbook } from "@throughline/interchange";
import { groupKpiFacts, openContract, periodOf } from "@throughline/measurement";
import { weekdaysOnly } from "@throughline/requirements";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { multipart } from "../../test/multipart.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let client: ApiClient;
let headers: Record<string, string>;
let id: string;
let folder = "";

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  folder = await mkdtemp(join(tmpdir(), "kpi-files-"));
});
afterAll(async () => {
  await server.close();
  await db.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  org = await plantOrganisation(db.database, "Northbridge University");
  client = server.as(org.people.owner, org.organisationId);
  headers = await server.headersOf(org.people.owner, org.organisationId);
  ({ id } = await client.contracts.create(
    contractInput({
      title: "Laptops",
      supplier: party("Cedar IT"),
      signedOn: "2024-02-01",
      startsOn: "2024-02-19",
      products: [product("Aster", "Book 3")],
      conditions: [
        siteClause({
          followUp: {
            ways: ["kpi"],
            kpis: [{ kpi: "T10", target: 90, targetText: null, everyMonths: 3 }],
            evidenceTypes: [],
            personId: null,
            role: null,
            hoursPerMonth: null,
          },
        }),
      ],
    }),
  ));
  await client.kpis.assign({
    id,
    kpi: "L1",
    target: { number: 5, words: null },
    everyMonths: 3,
    reason: "agreed",
  });
});

async function get(url: string, as = headers) {
  return server.app.http.inject({ method: "GET", url, headers: as });
}

async function send(
  text: string,
  digest: string | null,
): Promise<{ status: number; body: KpiSheetResult & { code?: string } }> {
  const sent = multipart([
    ...(digest === null ? [] : [{ name: "digest", text: digest }]),
    { name: "file", text, fileName: "kpis.csv" },
  ]);
  const answer = await server.app.http.inject({
    method: "POST",
    url: `/api/contracts/${id}/kpis/workbook${digest === null ? "/read" : ""}`,
    headers: { ...headers, ...sent.headers },
    payload: sent.payload,
  });
  return { status: answer.statusCode, body: answer.json() };
}

const heading = "KPI,From,To,Numerator,Denominator,Value,Judgement,Evidence,Note";

it("a filled-in workbook says exactly what it would change, and then changes that", async () => {
  const text = [
    heading,
    "L1,2026-07-01,2026-09-30,12,300,,,Time records,",
    "L1,2026-04-01,2026-06-30,9,300,,,,",
    "X9,2026-07-01,2026-09-30,,,1,,,n",
    "L2,2026-10-01,2026-12-31,,,1,,,n",
    "L3,2026-07-01,2026-09-30,,,48,,,told by the site",
    "L3,2026-07-01,2026-09-30,,,50,,,told by the site",
  ].join("\n");
  const tried = await send(text, null);
  expect(
    tried.body.rows.map(({ row, outcome, after, note }) => [row, outcome, after ?? note]),
  ).toEqual([
    [2, "new", "12 of 300"],
    [3, "rejected", "Name what shows it, or say in the note where it comes from."],
    [4, "rejected", "'X9' is not in the catalogue."],
    [5, "rejected", "The last day lies in the future."],
    [6, "rejected", "These days stand in the file more than once."],
    [7, "rejected", "These days stand in the file more than once."],
  ]);
  expect(tried.body.taken).toBe(false);
  const entries = async () => (await client.kpis.get({ id, kpi: "L1" })).entries;
  expect(await entries()).toEqual([]);
  const taken = await send(text, tried.body.digest);
  expect(taken.body).toMatchObject({ taken: true, counts: { new: 1, rejected: 5 } });
  expect(await entries()).toMatchObject([{ numerator: 12, denominator: 300 }]);
  // What was looked at does not stand any more.
  expect(await send(text, tried.body.digest)).toMatchObject({
    status: 409,
    body: { code: "conflict" },
  });
  expect((await send(text, null)).body.counts).toEqual({
    new: 0,
    corrects: 0,
    unchanged: 1,
    rejected: 5,
  });
  const mended = text.replace("12,300", "15,300");
  const again = await send(mended, null);
  expect(again.body.rows[0]).toMatchObject({
    outcome: "corrects",
    before: "12 of 300",
    after: "15 of 300",
  });
  await send(mended, again.body.digest);
  expect(await entries()).toHaveLength(2);
});

it("the workbook keeps sections on sheets of their own, and comes back unchanged", async () => {
  await client.kpis.enter({
    id,
    kpi: "L1",
    from: "2026-07-01",
    to: "2026-09-30",
    numerator: 10,
    denominator: 301,
    evidence: { title: "Time records", reference: "DMS 1" },
  });
  await client.kpis.enter({
    id,
    kpi: "T10",
    from: "2026-07-01",
    to: "2026-09-30",
    value: 70,
    note: "told",
  });
  const answer = await get(`/api/contracts/${id}/kpis/workbook`);
  const path = join(folder, "kpis.xlsx");
  await writeFile(path, answer.rawPayload);
  const rows = await readKpiWorkbook(path);
  expect(rows.map(({ section, kpi }) => [section, kpi])).toEqual([
    ["supplier_conduct", "T10"],
    ["worker_outcomes", "L1"],
  ]);
  const sent = multipart([{ name: "file", text: answer.rawPayload, fileName: "kpis.xlsx" }]);
  const tried = await server.app.http.inject({
    method: "POST",
    url: `/api/contracts/${id}/kpis/workbook/read`,
    headers: { ...headers, ...sent.headers },
    payload: sent.payload,
  });
  expect(tried.json<KpiSheetResult>().counts).toEqual({
    new: 0,
    corrects: 0,
    unchanged: 2,
    rejected: 0,
  });
});

it("a KPI on the sheet of another section is refused", async () => {
  const { writeXlsxTables } = await import("@throughline/interchange");
  const bytes = await writeXlsxTables([
    {
      name: "Cooperation, information",
      titles: heading.split(","),
      rows: [["L1", "2026-07-01", "2026-09-30", 1, 2, null, null, "e", null]],
    },
  ]);
  const sent = multipart([{ name: "file", text: Buffer.from(bytes), fileName: "kpis.xlsx" }]);
  const tried = await server.app.http.inject({
    method: "POST",
    url: `/api/contracts/${id}/kpis/workbook/read`,
    headers: { ...headers, ...sent.headers },
    payload: sent.payload,
  });
  expect(tried.json<KpiSheetResult>().rows[0]).toMatchObject({ outcome: "rejected" });
});

it("the list is given out as it is shown", async () => {
  const shown = await client.kpis.list({ section: "supplier_conduct" });
  const csv = (await get("/api/kpis/export?section=supplier_conduct&format=csv")).body;
  expect(csv.trim().split("\r\n")).toHaveLength(shown.total + 1);
  expect(csv).toContain("T10");
  expect(csv).not.toContain("L1");
  const none = (await get("/api/kpis/export?section=supplier_conduct&format=csv&band=good")).body;
  expect(none.trim().split("\r\n")).toHaveLength(1);
});

it("the exported facts give the same figures as the server", async () => {
  const file = await get(`/api/contracts/${id}/kpis/facts`);
  const facts = KpiFacts.parse(file.json());
  const opened = openContract(groupKpiFacts(facts), {
    asOf: "2026-11-20",
    calendar: weekdaysOnly,
    bands: defaultBandScheme,
  });
  const { standings } = await client.kpis.ofContract({ id });
  expect(
    opened.assignments.map((one) => opened.standing(one, periodOf("2026-11-20", one.everyMonths))),
  ).toEqual([...standings.supplierConduct, ...standings.workerOutcomes]);
});

it("a publication is read by anybody as JSON, DOCX and PDF; withdrawn, as none of them", async () => {
  await client.kpis.enter({
    id,
    kpi: "L1",
    from: "2025-01-01",
    to: "2025-12-31",
    numerator: 12,
    denominator: 300,
    note: "time records",
  });
  const { draftDigest } = await client.kpis.draftPublication({ id, year: 2025 });
  const made = await client.kpis.publish({ id, year: 2025, draftDigest });
  const read = (format: string) => get(`${made.address}/document?format=${format}`, {});
  const json = await read("json");
  expect(createHash("sha256").update(json.rawPayload).digest("hex")).toBe(made.digest);
  expect((await read("pdf")).rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
  expect((await read("docx")).rawPayload.subarray(0, 2).toString()).toBe("PK");
  await client.kpis.withdraw({ publicationId: made.id, reason: "wrong" });
  expect((await read("json")).statusCode).toBe(404);
  expect((await get(made.address, {})).json()).toMatchObject({
    publication: null,
    withdrawn: { reason: "wrong" },
  });
});
