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
import { multipart } from "../../test/multipart.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let contract: PlantedContract;
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
  contract = await db.database.withActor(org.actor(), (tx) =>
    plantContract(workOf(tx, org.actor()), [["Acme", "Book 3", "AB3-100"]]),
  );
});

const about = { title: "Sites 2026", declaredBy: "Acme", receivedOn: "2020-01-01" };
const client = () => server.as(org.people.owner, org.organisationId);

async function send(
  text: string | Buffer,
  more: { name?: string; about?: object; unattended?: boolean; url?: string } = {},
): Promise<string> {
  const sent = multipart([
    { name: "about", text: JSON.stringify({ ...about, ...more.about }) },
    ...(more.unattended === true ? [{ name: "unattended", text: "true" }] : []),
    { name: "file", text, fileName: more.name ?? "sites.csv" },
  ]);
  const answer = await server.app.http.inject({
    method: "POST",
    url: more.url ?? `/api/contracts/${contract.contractId}/intakes`,
    headers: { ...(await server.headersOf(org.people.owner, org.organisationId)), ...sent.headers },
    payload: sent.payload,
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ intakeId: string }>().intakeId;
}

const csv = [
  "Name,Address,Country,Product,Part number,Valid from",
  '"Leeds Mill Ltd ","1 Mill Road, Leeds",GB,,AB3-100,2024-01-01',
  'York Mill Ltd,"2 Mill Road, York",GB,Book 3,,',
  ',"3 Mill Road, York",GB,,,',
  'Kwun Tong Works Ltd,"5 Hoi Yuen Road, Kwun Tong, Hong Kong",China,,,',
  'Kwun Tong Works Ltd,"5 Hoi Yuen Road, Kwun Tong, Hong Kong",China,,,',
  "",
].join("\n");

describe("a list", () => {
  it("is read, confirmed, checked, looked at and taken", async () => {
    const intakeId = await send(csv);
    expect(await client().intakes.get({ intakeId })).toMatchObject({
      state: "reading",
      stateSentence: { text: "The file is being read." },
      can: { confirm: false, take: false, cancel: true },
    });
    await runJobs(db.database);
    const read = await client().intakes.get({ intakeId });
    expect(read).toMatchObject({
      state: "to_confirm",
      format: "csv",
      mappingFrom: "certain",
      can: { confirm: true, take: false },
    });
    expect(read.proposals[0]?.columns.map(({ field }) => field)).toEqual([
      "name",
      "address",
      "country",
      "product",
      "partNumber",
      "validFrom",
    ]);

    const { mapping } = read;
    if (mapping === null) throw new Error("There is no mapping.");
    const confirmed = await client().intakes.confirmColumns({
      intakeId,
      version: read.version,
      mapping,
    });
    expect(
      await codeOf(client().intakes.confirmColumns({ intakeId, version: read.version, mapping })),
    ).toBe("conflict");
    await runJobs(db.database);
    const checked = await client().intakes.get({ intakeId });
    expect(checked.version).toBeGreaterThan(confirmed.version);
    expect(checked).toMatchObject({
      state: "to_review",
      counts: { read: 5, accepted: 1, corrected: 3, rejected: 1 },
      can: { decide: true, take: true },
    });
    expect(checked.findings.map(({ check, rows }) => [check, rows])).toContainEqual([
      "identical_rows",
      1,
    ]);

    const { items } = await client().intakes.listRows({ intakeId });
    expect(items.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, "corrected"],
      [3, "accepted"],
      [4, "rejected"],
      [5, "corrected"],
      [6, "corrected"],
    ]);
    expect(items[4]?.flags).toContain("duplicate_in_list");
    expect(
      (await client().intakes.listRows({ intakeId, check: "identical_rows" })).items,
    ).toHaveLength(1);
    expect((await client().intakes.listRows({ intakeId, search: "hoi yuen" })).items).toHaveLength(
      2,
    );
    expect((await client().intakes.listRows({ intakeId, outcome: "rejected" })).items).toHaveLength(
      1,
    );

    await client().intakes.take({ intakeId, version: checked.version });
    await runJobs(db.database);
    const taken = await client().intakes.get({ intakeId });
    expect(taken).toMatchObject({
      state: "taken",
      stateSentence: { text: "The list was taken as a disclosure." },
      result: { new: 3, same: 1, links: 3, hits: 0 },
      can: { confirm: false, decide: false, take: false, cancel: false, retry: false },
    });
    const disclosure = await client().disclosures.get({ disclosureId: taken.disclosureId ?? "" });
    expect(disclosure.counts).toEqual({ read: 5, accepted: 1, corrected: 3, rejected: 1 });
    expect(disclosure.rows.map(({ row, siteId }) => [row, siteId !== null])).toEqual([
      [2, true],
      [3, true],
      [4, false],
      [5, true],
      [6, true],
    ]);
    const links = await db.asOwner<{ kind: string; valid_from: string | null }>(
      "select kind, valid_from::text from trace_links where contract_id = $1 order by kind, valid_from",
      [contract.contractId],
    );
    expect(links).toEqual([
      { kind: "brand_level_only", valid_from: null },
      { kind: "confirmed", valid_from: "2024-01-01" },
      { kind: "confirmed", valid_from: null },
    ]);
    const [source] = await db.asOwner<{ bytes: Buffer }>(
      "select bytes from disclosure_sources where disclosure_id = $1",
      [taken.disclosureId],
    );
    expect(source?.bytes.toString("utf8")).toBe(csv);
    expect((await client().sites.list({ contractId: contract.contractId })).items).toHaveLength(3);
    const left = await db.asOwner("select outcome from intake_rows where intake_id = $1", [
      intakeId,
    ]);
    expect(left).toEqual([{ outcome: "rejected" }]);
    const audit = await db.asOwner<{ action: string }>(
      "select action from audit_entries where organisation_id = $1 order by at",
      [org.organisationId],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "start-intake",
      "confirm-columns",
      "take-intake",
      "take-disclosure",
    ]);
  });
});
