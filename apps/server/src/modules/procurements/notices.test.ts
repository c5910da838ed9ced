/** Public notices in: read, shown, taken, added to what is there; and a contract as open data out. */
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { join } from "node:path";
import type { ApiClient, NoticePreview } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { multipart } from "../../test/multipart.ts";
import { party, product, siteClause } from "../../test/contract-input.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { clauseOf, followedUp, makeTender } from "./make-tender.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  city = await plantOrganisation(db.database, "Notice City");
  client = server.as(city.people.owner, city.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function read(text: string | Buffer, fileName = "notice.json") {
  const sent = multipart([{ name: "file", text, fileName }]);
  const headers = await server.headersOf(city.people.owner, city.organisationId);
  return server.app.http.inject({
    method: "POST",
    url: "/api/procurements/read-notices",
    headers: { ...headers, ...sent.headers },
    payload: sent.payload,
  });
}

const release = {
  ocid: "ocds-213czf-000-00009",
  id: "tender-1",
  date: "2026-10-05T00:00:00Z",
  tag: ["tender"],
  initiationType: "tender",
  language: "en",
  parties: [{ id: "GB-1", name: "Aster Council", roles: ["buyer"] }],
  buyer: { id: "GB-1", name: "Aster Council" },
  tender: {
    id: "T1",
    title: "Laptops for schools",
    procurementMethod: "open",
    datePublished: "2026-10-05T00:00:00Z",
    value: { amount: 250000.5, currency: "GBP" },
    tenderPeriod: { endDate: "2026-11-16T12:00:00Z" },
    items: [{ id: "1", classification: { scheme: "CPV", id: "30213100" } }],
    lots: [
      { id: "1", title: "Laptops" },
      { id: "2", title: "Tablets" },
    ],
  },
};
const packageOf = (releases: readonly object[]): string =>
  JSON.stringify({
    uri: "https://example.org/1",
    version: "1.1",
    publishedDate: "2026-10-05T00:00:00Z",
    publisher: { name: "Aster Council" },
    releases,
  });

describe("a notice of OCDS", () => {
  it("is shown before it is taken, and becomes a procurement", async () => {
    const answer = await read(packageOf([release]));
    expect(answer.statusCode).toBe(200);
    const preview = answer.json<NoticePreview>();
    expect(preview).toMatchObject({
      leftOut: 0,
      notices: [
        {
          existing: null,
          notice: { ocid: release.ocid, buyer: { name: "Aster Council" } },
          cpvLabels: [{ code: "30213100", label: "Portable computers" }],
        },
      ],
    });
    expect((await client.procurements.list({})).total).toBe(0);
    const taken = await client.procurements.takeNotices({
      notices: preview.notices.map(({ notice }) => notice),
    });
    expect(taken.items).toMatchObject([{ what: "new", title: "Laptops for schools" }]);
    const id = taken.items[0]?.id ?? "";
    const detail = await client.procurements.get({ id });
    expect(detail).toMatchObject({
      ocid: release.ocid,
      facts: {
        reference: release.ocid,
        stage: "published",
        procedure: "open",
        publishedOn: "2026-10-05",
        deadlineOn: "2026-11-16",
        value: { minorUnits: 25_000_050, currency: "GBP" },
        lots: [{ id: "1" }, { id: "2" }],
      },
      notice: { source: "ocds", kind: "tender", buyer: { name: "Aster Council" } },
    });
    // The same again says nothing new, whoever looks.
    const again = (await read(packageOf([release]))).json<NoticePreview>();
    expect(again.notices[0]?.existing?.id).toBe(id);
    const same = await client.procurements.takeNotices({
      notices: again.notices.map(({ notice }) => notice),
    });
    expect(same.items).toMatchObject([{ id, what: "same" }]);
  });

  it("of the award moves it on, never back, and names the winner", async () => {
    const award = {
      ...release,
      id: "award-1",
      date: "2026-11-18T00:00:00Z",
      tag: ["award"],
      parties: [
        ...release.parties,
        { id: "GB-2", name: "Cedar IT", roles: ["supplier"], address: { countryName: "GB" } },
      ],
      awards: [
        {
          id: "A1",
          title: "Laptops",
          status: "active",
          date: "2026-11-18T00:00:00Z",
          suppliers: [{ id: "GB-2", name: "Cedar IT" }],
        },
      ],
    };
    const { notices } = (await read(packageOf([award]))).json<NoticePreview>();
    const { items } = await client.procurements.takeNotices({
      notices: notices.map(({ notice }) => notice),
    });
    expect(items).toMatchObject([{ what: "changed" }]);
    expect(items[0]?.notes.map(({ text }) => text).join(" ")).toContain("Cedar IT");
    const id = items[0]?.id ?? "";
    expect((await client.procurements.get({ id })).facts).toMatchObject({
      stage: "awarded",
      awardedOn: "2026-11-18",
    });
    const early = (await read(packageOf([release]))).json<NoticePreview>();
    await client.procurements.takeNotices({ notices: early.notices.map(({ notice }) => notice) });
    expect((await client.procurements.get({ id })).facts.stage).toBe("awarded");
  });

  it("that cannot be read is refused with the place, and nothing is taken", async () => {
    const before = (await client.procurements.list({})).total;
    const answer = await read('{"releases": [{"ocid": 7}');
    expect(answer.statusCode).toBe(422);
    expect(answer.json()).toMatchObject({ code: "notice_invalid" });
    expect((await read("")).json()).toMatchObject({ code: "file_empty" });
    expect((await client.procurements.list({})).total).toBe(before);
  });

  it("belongs to whoever took it: another organisation's is not known", async () => {
    const other = await plantOrganisation(db.database, "Other Notice City");
    const theirs = server.as(other.people.owner, other.organisationId);
    const sent = multipart([{ name: "file", text: packageOf([release]), fileName: "n.json" }]);
    const answer = await server.app.http.inject({
      method: "POST",
      url: "/api/procurements/read-notices",
      headers: {
        ...(await server.headersOf(other.people.owner, other.organisationId)),
        ...sent.headers,
      },
      payload: sent.payload,
    });
    const { notices } = answer.json<NoticePreview>();
    expect(notices[0]?.existing).toBeNull();
    const { items } = await theirs.procurements.takeNotices({
      notices: notices.map(({ notice }) => notice),
    });
    expect(items).toMatchObject([{ what: "new" }]);
  });
});

const real = join(import.meta.dirname, "../../../../../../shared/standards/eforms/ted-notices");

describe("real notices of eForms", () => {
  it("are read, taken and shown with their criteria", async (context) => {
    if (!existsSync(real)) {
      if (process.env["CI"] === "true") throw new Error(`The notices are not there: ${real}`);
      context.skip("The real notices are not there: not run.");
    }
    let criteria = 0;
    for (const name of readdirSync(real).filter((one) => one.endsWith(".xml"))) {
      const answer = await read(readFileSync(join(real, name)), name);
      expect(answer.statusCode, name).toBe(200);
      const { notices } = answer.json<NoticePreview>();
      const { items } = await client.procurements.takeNotices({
        notices: notices.map(({ notice }) => notice),
      });
      const detail = await client.procurements.get({ id: items[0]?.id ?? "" });
      expect(detail.facts.title, name).not.toBe("");
      expect(detail.notice?.source, name).toBe("eforms");
      criteria += detail.facts.instances.length;
    }
    expect(criteria).toBeGreaterThan(0);
  });
});

describe("files out", () => {
  it("give the alignment as a spreadsheet and as CSV, with who let what stand", async () => {
    const id = await makeTender(client, {
      title: "=Laptops",
      instances: [clauseOf({ due_days: 28 }, null)],
    });
    const { alignment } = await client.procurements.get({ id });
    await client.procurements.waive({
      id,
      findingKey: alignment.findings[0]?.key ?? "",
      reason: "Agreed with the union.",
    });
    const headers = await server.headersOf(city.people.reader, city.organisationId);
    const get = (format: string) =>
      server.call({
        method: "GET",
        url: `/api/procurements/${id}/alignment?format=${format}`,
        headers,
      });
    const csv = await get("csv");
    expect(csv.statusCode).toBe(200);
    expect(csv.body).toContain("Agreed with the union.");
    expect(csv.body).toContain("owner of Notice City");
    const xlsx = await get("xlsx");
    expect(xlsx.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect((await get("pdf")).statusCode).toBe(422);
  });

  it("give a contract as an OCDS release that names nobody of the house and no site that is not published", async () => {
    const { id } = await client.contracts.create({
      kind: "stand_alone",
      reference: "OCDS-1",
      title: "Laptops",
      buyer: party("Notice City"),
      supplier: party("Cedar IT"),
      cpv: ["30213100"],
      value: { minorUnits: 1_000_00, currency: "EUR" },
      products: [product("Aster", "Book 3")],
      conditions: [
        siteClause({
          followUp: { ...followedUp(city.people.manager), role: "somebody@notice.example" },
        }),
      ],
    });
    const [line] = (await client.contracts.get({ id })).products;
    await client.disclosures.takeForm({
      id,
      title: "Sites",
      declaredBy: "Cedar IT",
      receivedOn: "2026-11-01",
      productIds: [line?.id ?? ""],
      sites: [{ name: "Confidential Works Ltd", address: "1 Mill Road, Leeds", country: "GB" }],
    });
    const answer = await server.call({
      method: "GET",
      url: `/api/contracts/${id}/ocds`,
      headers: await server.headersOf(city.people.reader, city.organisationId),
    });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["content-disposition"]).toContain("ocds-ocds-1.json");
    expect(answer.json()).toMatchObject({
      version: "1.1",
      publisher: { name: "Notice City" },
      releases: [{ ocid: `ocds-throughline-${id}`, contracts: [{ title: "Laptops" }] }],
    });
    for (const secret of ["Confidential Works", "notice.example", city.people.manager])
      expect(answer.body).not.toContain(secret);
    expect(answer.body).toContain("confidential");
  });
});
