/**
 * A chain of three: a buyer asks a reseller, who asks a maker, and passes on masked what comes back. Then everything the
 * buyer can reach is searched for what was masked, through the API and in every table under its row security; and the
 * whole database is searched for what must stand in clear nowhere, or in one place only.
 */
import type { ApiClient } from "@throughline/contract";
import type { Tx } from "@throughline/db";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest, secretOf, type Guest } from "../test/as-guest.ts";
import { contractInput, party, product, siteClause } from "../test/contract-input.ts";
import { ownLink, ownSite } from "../test/plant-record.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { protectionQuery, type TableProtection } from "./find-unprotected-tables.ts";

const today = "2026-11-20";
const now = new Date(`${today}T09:00:00Z`);
/** What the buyer must never learn. Nothing else in the chain is written like any of it. */
const masked = {
  name: "Zyxwvorn Panels (Bac Ninh) Co., Ltd.",
  address: "Lot 7713, Zyxwvorn Park, Bac Ninh",
  country: "VN",
  latitude: 21.186523,
  longitude: 106.076311,
  osId: "VN2021250D1DTN7",
  workers: 41_173,
} as const;
const secretsOfChain = ["Zyxwvorn", "7713", "21.186523", "106.076311", "VN2021250D1DTN7", "41173"];
const maker = { name: "Quillbert Components", mail: "sites@quillbert.example" };
const draft = "Draughtonly Works Ltd";
const resellerMail = "csr@cedarmail.example";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;
let contractId: string;
let requestId: string;
let reseller: Guest;
let links: { link: string; code: string }[];
let released: { releaseId: string; code: string }[];
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
  await ask();
  await answerThroughTheChain();
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function ask(): Promise<void> {
  ({ id: contractId } = await owner.contracts.create(
    contractInput({
      title: "Laptops",
      supplier: party("Cedar IT"),
      products: [product("Aster", "Book 3"), product("Aster", "Book 5")],
      conditions: [siteClause()],
    }),
  ));
  ({ requestId } = await owner.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId }],
    subject: "Where are the laptops made?",
    body: "Please tell us.",
    dueOn: "2026-12-18",
  }));
  const sent = await owner.requests.send({
    requestId,
    toName: "Cedar IT",
    toAddress: resellerMail,
  });
  reseller = await openAsGuest(server, sent);
  const passed = await reseller.client.answering.passOn({
    deliveryId: reseller.deliveryId,
    toName: maker.name,
    toAddress: maker.mail,
    askedKeys: [],
    subject: "Where?",
    body: "Please tell us.",
    dueOn: "2026-12-11",
    nameRequester: false,
  });
  links = [sent, passed];
}

async function answerThroughTheChain(): Promise<void> {
  const [, passed] = links;
  if (passed === undefined) throw new Error("Nothing was passed on.");
  const made = await openAsGuest(server, passed);
  const asked = await made.client.answering.get({ deliveryId: made.deliveryId });
  await made.client.answering.setProducts({
    deliveryId: made.deliveryId,
    items: asked.products.map(({ key }) => ({ askedKey: key, productId: null, make: true })),
  });
  const { items } = await made.client.record.listProducts({});
  const idOf = (family: string): string => items.find((one) => one.family === family)?.id ?? "";
  const { ids } = await made.client.record.addSites({ sites: [ownSite(masked.name, masked)] });
  await made.client.record.setLinks({
    set: [ownLink(idOf("Book 3"), ids[0] ?? "", { tier: "component", component: "display" })],
  });
  await made.client.record.addAnswer({
    productId: idOf("Book 5"),
    answer: "cannot_because",
    saidBy: null,
    reason: "our own supplier changes by quarter",
    document: null,
    answeredOn: "2026-11-19",
    selfReported: false,
  });
  const release = (client: ApiClient, deliveryId: string) =>
    client.releases.release({ deliveryId, asOf: today, expiresOn: "2027-11-20" });
  const own = await release(made.client, made.deliveryId);
  await server.runJobs();
  await reseller.client.record.takeOver({
    releaseId: own.releaseId,
    maskAs: "the maker of the display",
  });
  await reseller.client.record.addSites({ sites: [ownSite(draft)] });
  const first = await release(reseller.client, reseller.deliveryId);
  await server.runJobs();
  // Of several releases, what stays the same must not tell more than one does.
  await reseller.client.record.confirm({ all: true });
  const second = await release(reseller.client, reseller.deliveryId);
  await server.runJobs();
  released = [own, first, second];
}

/** Tables of the product with an organisation's rows, and what one organisation sees of each, as text. */
async function seenInTables(organisationId: string | null): Promise<Map<string, string>> {
  const tables = (await db.asOwner<TableProtection>(protectionQuery))
    .map(({ table }) => table)
    .filter((table) => table.startsWith("public."));
  const seen = new Map<string, string>();
  for (const table of tables) {
    const { rows } = await db.database.withActor({ organisationId, personId: null }, (tx) =>
      sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(tx),
    );
    seen.set(table, rows.map(({ text }) => text).join("\n"));
  }
  return seen;
}

/** Names of the tables whose text holds one of the words. */
function holding(tables: ReadonlyMap<string, string>, words: readonly string[]): string[] {
  return [...tables].flatMap(([table, text]) =>
    words.some((word) => text.toLowerCase().includes(word.toLowerCase())) ? [table] : [],
  );
}

describe("the buyer at the end of a masked chain", () => {
  it("sees a masked site counted, and neither who it is nor who knows it, in no table of the database", async () => {
    const seen = await seenInTables(buyer.organisationId);
    expect(holding(seen, ["Masked site 1"])).toEqual(
      expect.arrayContaining([
        "public.sites",
        "public.disclosure_rows",
        "public.release_snapshots",
      ]),
    );
    expect(holding(seen, secretsOfChain)).toEqual([]);
    expect(holding(seen, ["Quillbert"])).toEqual([]);
    expect(holding(seen, [draft])).toEqual([]);
    // The search finds what is there.
    const [workspace] = await db.asOwner<{ id: string }>(
      "select answering_id as id from request_deliveries where id = $1",
      [reseller.deliveryId],
    );
    const resellers = await seenInTables(workspace?.id ?? null);
    expect(holding(resellers, secretsOfChain).length).toBeGreaterThanOrEqual(2);
    expect(holding(resellers, ["Quillbert"]).length).toBeGreaterThanOrEqual(2);
    expect(holding(resellers, [draft])).toContain("public.record_sites");
    expect(holding(await seenInTables(null), secretsOfChain)).toEqual([]);
  });

  it("is told none of it by any endpoint or file", async () => {
    const ids = (await owner.releases.listReceived({})).items.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    const [newest = "", before = ""] = ids;
    const { items: disclosures } = await owner.disclosures.list({ id: contractId });
    const { items: sites } = await owner.sites.list({ contractId });
    const { items: mails } = await owner.mails.list({});
    const { items: suppliers } = await owner.suppliers.list({});
    const answers: unknown[] = [
      sites,
      await owner.requests.get({ requestId }),
      await owner.releases.compare({ releaseId: newest, with: before }),
      await owner.contracts.line({ id: contractId }),
      await owner.screening.listHits({}),
      await owner.today.get(),
      await owner.organisations.listAudit({}),
      await Promise.all(ids.map((releaseId) => owner.releases.get({ releaseId }))),
      await Promise.all(disclosures.map(({ id }) => owner.disclosures.get({ disclosureId: id }))),
      await Promise.all(sites.map(({ id }) => owner.sites.get({ id }))),
      await Promise.all(mails.map(({ id }) => owner.mails.get({ mailId: id }))),
      await Promise.all(suppliers.map(({ id }) => owner.suppliers.get({ id }))),
    ];
    for (const text of ["Zyxw", "Zyxwvorn Panels", "Quillbert", draft])
      answers.push(await owner.sites.suggest({ text }));
    const headers = await server.headersOf(buyer.people.owner, buyer.organisationId);
    for (const format of ["csv", "json"]) {
      const file = await server.call({
        method: "GET",
        url: `/api/releases/${newest}/file?format=${format}`,
        headers,
      });
      expect(file.statusCode).toBe(200);
      answers.push(file.body);
    }
    const said = JSON.stringify(answers).toLowerCase();
    expect(said).toContain("masked site 1");
    const told = [...secretsOfChain, "Quillbert", draft].filter((word) =>
      said.includes(word.toLowerCase()),
    );
    expect(told).toEqual([]);
  });
});

describe("an organisation that has no part in the chain", () => {
  it("sees, changes and removes no row of those who have, in any table they filled", async () => {
    // A list on its way in, a template and a mail that waits: tables the chain itself does not fill.
    await reseller.client.intakes.startText({ text: "Name,Address\nAlder Works Ltd,1 Mill Road" });
    await owner.requests.saveTemplate({ name: "T", subject: "S", body: "B" });
    await server.runJobs();
    const stranger = await plantOrganisation(db.database, "Stranger");
    const within = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
      db.database.withActor(stranger.actor(), work);
    const tables = (await db.asOwner<TableProtection>(protectionQuery)).filter(
      ({ table, hasOrganisation }) => table.startsWith("public.") && hasOrganisation,
    );
    const digest = async (table: string): Promise<string> => {
      const [row] = await db.asOwner<{ digest: string | null }>(
        `select md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t where organisation_id <> $1`,
        [stranger.organisationId],
      );
      return row?.digest ?? "";
    };
    const filled: string[] = [];
    for (const { table, granted } of tables) {
      const before = await digest(table);
      if (before !== "") filled.push(table);
      const others = sql`${sql.table(table)} where organisation_id <> ${stranger.organisationId}`;
      const seen = await within((tx) =>
        sql<{ count: number }>`select count(*)::int as count from ${others}`.execute(tx),
      );
      expect(seen.rows[0]?.count, table).toBe(0);
      const snatch = sql`update ${sql.table(table)} set organisation_id = ${stranger.organisationId}`;
      if (granted.includes("update"))
        await within((tx) => snatch.execute(tx)).catch((error: unknown) => error);
      if (granted.includes("delete")) await within((tx) => sql`delete from ${others}`.execute(tx));
      expect(await digest(table), table).toBe(before);
    }
    const part = /record_|release|request_|intake|mails|suppliers|disclosure/u;
    expect(filled.filter((table) => part.test(table)).length).toBeGreaterThanOrEqual(22);
  });
});

describe("the whole database, as a backup holds it", () => {
  it("holds link and code of no request, and addresses and share codes where they belong alone", async () => {
    const tables = await db.asOwner<{ table: string }>(
      `select n.nspname || '.' || c.relname as table from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind = 'r' and n.nspname in ('public', 'auth', 'jobs', 'private')`,
    );
    const all = new Map<string, string>();
    for (const { table } of tables) {
      const [schema = "", name = ""] = table.split(".");
      const rows = await db.asOwner<{ text: string | null }>(
        `select string_agg(t::text, e'\\n') as text from "${schema}"."${name}" t`,
      );
      all.set(table, rows[0]?.text ?? "");
    }
    expect(all.size).toBeGreaterThanOrEqual(50);
    for (const { link, code } of links) {
      const plain = code.replace("-", "");
      expect(holding(all, [secretOf(link), code, plain])).toEqual([]);
    }
    for (const { code } of released)
      expect(holding(all, [code, code.replace("-", "")])).toEqual(["public.releases"]);
    const atHome = ["public.mails", "public.request_deliveries", "public.suppliers"];
    for (const address of [resellerMail, maker.mail])
      expect(holding(all, [address]).filter((table) => !atHome.includes(table))).toEqual([]);
    // What a job holds is ids: neither words of the chain nor anybody's address.
    const queue = [...all].filter(([table]) => table.startsWith("jobs."));
    expect(queue.map(([, text]) => text).join("")).toContain("receive-release");
    expect(holding(new Map(queue), [...secretsOfChain, "Quillbert", "Cedar", "@"])).toEqual([]);
    // The audit names sites of one's own record, and no address.
    expect(all.get("public.audit_entries")).not.toMatch(/@[a-z]+\.example/u);
  });
});
