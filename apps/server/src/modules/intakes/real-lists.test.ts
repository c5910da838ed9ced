/** Suppliers' real lists, each in the files suppliers send, through the server and its worker: every row is accounted for. */
import { openTableBytes } from "@throughline/interchange";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readRealInput } from "../../../../../packages/interchange/src/real-input.fixture.ts";
import {
  plantOdsParts,
  plantXlsxParts,
  plantZip,
} from "../../../../../packages/interchange/src/table/write-workbook.fixture.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { sendList } from "./testing.fixture.ts";

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

async function readRows(text: string): Promise<string[][]> {
  const source = await openTableBytes(Buffer.from(text));
  const rows: string[][] = [];
  for await (const batch of source.rows(0)) rows.push(...batch.map(({ cells }) => cells));
  await source.close();
  return rows;
}

function toCsv(rows: readonly (readonly string[])[], delimiter: string): string {
  const quote = (cell: string): string =>
    /["\r\n]/u.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => cells.map(quote).join(delimiter)).join("\r\n");
}

/** The same order on every run, and not the list's. */
function shuffle<Item>(items: readonly Item[]): Item[] {
  let seed = 20_181_120;
  return items
    .map((item) => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
      return { item, key: seed };
    })
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** The first column written once where it repeats, as people do by merging cells. */
function mergeFirstColumn(rows: readonly (readonly string[])[], above: number) {
  const merges: string[] = [];
  let from = 1;
  const merged = rows.map((cells, index): readonly (string | null)[] => {
    if (index > 1 && cells[0] !== "" && cells[0] === rows[index - 1]?.[0]) {
      if (cells[0] !== rows[index + 1]?.[0])
        merges.push(`A${from + above + 1}:A${index + above + 1}`);
      return [null, ...cells.slice(1)];
    }
    from = index;
    return cells;
  });
  return { rows: merged, merges };
}

function asWorkbook(rows: readonly (readonly string[])[]): Buffer {
  const merged = mergeFirstColumn(rows, 2);
  return plantZip(
    plantXlsxParts([
      { name: "Cover", rows: [["Supplier disclosure"], ["2018"]] },
      {
        name: "Sites",
        rows: [["Our production sites"], ["as of 2018"], ...merged.rows],
        merges: ["A1:B1", ...merged.merges],
      },
    ]),
  );
}

/** Western letters alone: what Windows-1252 and Latin-1 share. */
function toWestern(text: string): Buffer {
  return Buffer.from(text.replace(/[^\t\r\n\x20-\x7e\xa0-\xff]/gu, "?"), "latin1");
}

const files: readonly (readonly [
  string,
  string,
  (rows: string[][], text: string) => string | Buffer,
])[] = [
  ["as it came", "list.csv", (_, text) => text],
  ["with semicolons in Windows-1252", "list.csv", (rows) => toWestern(toCsv(rows, ";"))],
  [
    "in UTF-16 with tabs",
    "list.txt",
    (rows) => Buffer.from(`\uFEFF${toCsv(rows, "\t")}`, "utf16le"),
  ],
  ["as a workbook with a cover, titles and merged cells", "list.xlsx", asWorkbook],
  ["as ODS", "list.ods", (rows) => plantZip(plantOdsParts([{ name: "Sites", rows }]))],
  ["shuffled", "list.csv", ([head = [], ...body]) => toCsv([head, ...shuffle(body)], ",")],
];

interface Taken {
  readonly state: string;
  readonly read: number | undefined;
  readonly rows: number;
  /** Rows that are head offices by what the list says itself or by where they stand. */
  readonly headOffices: number;
  readonly rejected: number;
  readonly links: number;
}

async function take(
  name: string,
  list: string | Buffer,
): Promise<Taken & { org: PlantedOrganisation }> {
  const org = await plantOrganisation(db.database);
  const { contractId } = await db.database.withActor(org.actor(), (tx) =>
    plantContract(workOf(tx, org.actor()), [["Apple", "iPhone"]]),
  );
  const headers = await server.headersOf(org.people.owner, org.organisationId);
  const intakeId = await sendList(server, headers, `/api/contracts/${contractId}/intakes`, list, {
    name,
    unattended: true,
    about: { brand: "Apple" },
  });
  await runJobs(db.database);
  const client = server.as(org.people.owner, org.organisationId);
  const intake = await client.intakes.get({ intakeId });
  const disclosure = await client.disclosures.get({ disclosureId: intake.disclosureId ?? "" });
  const { counts } = disclosure;
  expect(counts.accepted + counts.corrected + counts.rejected).toBe(counts.read);
  return {
    org,
    state: intake.state,
    read: intake.counts?.read,
    rows: disclosure.rows.length,
    headOffices: disclosure.rows.filter(({ flags }) => flags.includes("head_office")).length,
    rejected: counts.rejected,
    links: intake.result?.["links"] ?? 0,
  };
}

const apple = readRealInput("data/suppliers/apple_supplier_list_2018_facilities.csv");
const siteLists = readRealInput("matching/site_lists.csv");

describe("Apple's list of 2018", () => {
  if (apple === null) return;
  it.each(files)(
    "%s: all 780 rows, the eight head offices at its end flagged",
    async (what, name, write) => {
      const taken = await take(name, write(await readRows(apple), apple));
      expect(taken).toMatchObject({ state: "taken", read: 780, rows: 780 });
      // Out of their order nobody can tell that they stood at the end.
      expect(taken.headOffices).toBe(what === "shuffled" ? 0 : 8);
    },
  );
});

describe("the site lists", () => {
  if (siteLists === null) return;
  it.each(files)("%s: all 640 rows", async (_, name, write) => {
    const taken = await take(name, write(await readRows(siteLists), siteLists));
    expect(taken).toMatchObject({ state: "taken", read: 640, rows: 640 });
  });
});
