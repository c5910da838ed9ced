import type { DisclosureAbout } from "@throughline/contract";
import type { Actor } from "@throughline/domain";
import { readDisclosure } from "@throughline/interchange";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { codeOf } from "../../test/expect-code.ts";
import { plantContract, workOf, type PlantedContract } from "../../test/plant-contract.ts";
import { aboutOf, takeText } from "../../test/take-planted-text.ts";
import { getDisclosure, listDisclosures } from "./show-disclosures.ts";
import { takeDisclosure } from "./take-disclosure.ts";
import { withdrawDisclosure } from "./withdraw-disclosure.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

const label =
  "Acme, Manufactured by one of the following: 1. Alpha Electronics (Kunshan) Co., Ltd. No.15, Third Avenue, Kunshan, Jiangsu, 215300, China " +
  "2. Beta Computer (Chongqing) Co., Ltd. 18#, Zongbao Road, Shapingba District, Chongqing, China 3. Gamma Storage Warehouse Co., Ltd. No. 88 Xinxiang Road, Kunshan, China 4. Delta Precision Ltd -";

async function as<T>(actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  return db.database.withActor(actor, (tx) => run(workOf(tx, actor)));
}

async function plant(
  products?: Parameters<typeof plantContract>[1],
): Promise<PlantedContract & { org: PlantedOrganisation; actor: Actor }> {
  const org = await plantOrganisation(db.database);
  const actor = org.actor("contributor");
  return { org, actor, ...(await as(actor, (work) => plantContract(work, products))) };
}

async function takeCsv(
  actor: Actor,
  contractId: string,
  csv: string,
  more: Partial<DisclosureAbout> = {},
) {
  const bytes = Buffer.from(csv);
  const read = await readDisclosure({ kind: "file", bytes });
  return as(actor, (work) =>
    takeDisclosure(work, contractId, aboutOf(more), read, {
      bytes,
      mediaType: "text/csv",
      fileName: "sites.csv",
    }),
  );
}

interface LinkSeen {
  product_line_id: string;
  site_id: string | null;
  kind: string;
  alternatives_id: string | null;
  alternatives_count: number | null;
  caveat: string | null;
  name: string | null;
}

async function linksOf(contractId: string): Promise<LinkSeen[]> {
  return db.asOwner<LinkSeen & Record<string, unknown>>(
    "select l.*, s.name from trace_links l left join sites s on s.id = l.site_id where l.contract_id = $1 order by s.name",
    [contractId],
  );
}

describe("taking a label that names alternatives", () => {
  it("keeps every row and the source, and links each product to each possible place", async () => {
    const { org, actor, contractId, productIds } = await plant([
      ["Acme", "Book 3"],
      ["Acme", "Book 5"],
      ["Other", "Pad"],
    ]);
    // "confirmed" is asked for, but the source says "one of the following": that stands.
    const taken = await as(actor, (work) =>
      takeText(work, contractId, label, { kind: "confirmed" }),
    );
    expect(taken.counts.read).toBe(4);
    expect(taken.counts.accepted + taken.counts.corrected + taken.counts.rejected).toBe(4);
    expect(taken.sites).toEqual({ same: 0, review: 0, new: 4 });
    expect(taken.links).toBe(8);

    const links = await linksOf(contractId);
    expect(links.map(({ kind }) => kind)).toEqual(Array(8).fill("one_of_n_possible"));
    expect(new Set(links.map((link) => link.alternatives_count))).toEqual(new Set([4]));
    expect(new Set(links.map((link) => link.product_line_id))).toEqual(
      new Set(productIds.slice(0, 2)),
    );
    expect(new Set(links.map((link) => link.alternatives_id)).size).toBe(2);
    expect(links[0]?.caveat).toBe(
      "The source text ends in the middle of the list, so there may be more places.",
    );

    const shown = await as(org.actor("reader"), (work) =>
      getDisclosure(work, { disclosureId: taken.disclosureId }),
    );
    expect(shown.rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(shown.rows.every(({ siteId }) => siteId !== null)).toBe(true);
    expect(shown.counts).toEqual(taken.counts);
    expect(shown).toMatchObject({ brand: "Acme", truncated: true, alternatives: true });

    const [source] = await db.asOwner<{ bytes: Buffer; sha256: string }>(
      "select bytes, sha256 from disclosure_sources where disclosure_id = $1",
      [taken.disclosureId],
    );
    expect(source?.bytes.toString("utf8")).toBe(label);
    expect(source?.sha256).toMatch(/^[0-9a-f]{64}$/);

    const sites = await db.asOwner<{ name: string; flags: string[]; precision: string }>(
      "select name, flags, precision from sites where organisation_id = $1 order by name",
      [org.organisationId],
    );
    expect(sites.map(({ precision }) => precision)).toEqual(["street", "street", "none", "street"]);
    expect(sites.at(-1)?.flags).toContain("warehouse");

    const values = await db.asOwner<{ field: string; said_by: string; source: string }>(
      "select field, said_by, source from site_values where organisation_id = $1",
      [org.organisationId],
    );
    expect(values.filter(({ field }) => field === "name").length).toBe(4);
    expect(new Set(values.map((value) => `${value.said_by}: ${value.source}`))).toEqual(
      new Set([
        "Acme: Label of the laptop",
        "Throughline, from the address: GeoNames, centre of Chongqing",
        "Throughline, from the address: GeoNames, centre of Kunshan",
      ]),
    );
    const audit = await db.asOwner<{ action: string }>(
      "select action from audit_entries where organisation_id = $1",
      [org.organisationId],
    );
    expect(audit).toEqual([{ action: "take-disclosure" }]);
  });

  it("does not double anything when the same text is sent again, not even the place without an address", async () => {
    const { org, actor, contractId } = await plant([["Acme", "Book 3"]]);
    await as(actor, (work) => takeText(work, contractId, label));
    const again = await as(actor, (work) => takeText(work, contractId, label));
    expect(again.sites).toEqual({ same: 4, review: 0, new: 0 });
    const [count] = await db.asOwner<{ sites: number; reviews: number }>(
      "select (select count(*)::int from sites where organisation_id = $1) as sites, (select count(*)::int from match_reviews where organisation_id = $1) as reviews",
      [org.organisationId],
    );
    expect(count).toEqual({ sites: 4, reviews: 0 });
  });

  it("does not double sites when the same list is taken twice at once", async () => {
    const { org, actor, contractId } = await plant([["Acme", "Book 3"]]);
    const taken = await Promise.all(
      [1, 2, 3].map(() => as(actor, (work) => takeText(work, contractId, label))),
    );
    expect(taken.map(({ sites }) => sites.new).toSorted((a, b) => a - b)).toEqual([0, 0, 4]);
    const [count] = await db.asOwner<{ sites: number }>(
      "select count(*)::int as sites from sites where organisation_id = $1",
      [org.organisationId],
    );
    expect(count?.sites).toBe(4);
  });

  it("screens the new sites in the same breath", async () => {
    const { actor, contractId } = await plant([["Lenovo", "IdeaPad 3"]]);
    const taken = await as(actor, (work) =>
      takeText(
        work,
        contractId,
        "Lenovo, One of the below: Hefei Bitland Information Technology Co.,Ltd - No.4088 Jiuxiu Road, Hefei Anhui China Alpha Ltd - 5 Main Road, Hefei, China",
      ),
    );
    // It stands on two lists.
    expect(taken.hits).toBe(2);
    const hits = await db.asOwner<{ verdict: string; effective_on: string | null }>(
      "select h.verdict, h.effective_on::text from screening_hits h join disclosure_rows r on r.site_id = h.site_id where r.disclosure_id = $1 order by h.list_id",
      [taken.disclosureId],
    );
    expect(hits).toEqual([
      { verdict: "waiting", effective_on: "2020-09-08" },
      { verdict: "waiting", effective_on: null },
    ]);
  });
});

describe("taking a table", () => {
  const csv = (rows: string): string => `name,address,country,product\n${rows}`;

  it("links the products named in its rows, as confirmed, and says which rows speak about something else", async () => {
    const { org, actor, contractId, productIds } = await plant([
      ["Acme", "Book 3", "AB3-2026"],
      ["Acme", "Book 3 Pro"],
    ]);
    const taken = await takeCsv(
      actor,
      contractId,
      csv(
        'Alpha Ltd,"1 Mill Road, Leeds",GB,Acme Book 3\nBeta Ltd,"2 Mill Road, York",GB,Book 3 Pro 14\nGamma Ltd,"3 Mill Road, Hull",GB,AB3-2026\nDelta Ltd,"4 Mill Road, Bath",GB,Toaster',
      ),
    );
    const links = await linksOf(contractId);
    expect(links.map((link) => [link.name, link.product_line_id, link.kind])).toEqual([
      ["Alpha Ltd", productIds[0], "confirmed"],
      ["Beta Ltd", productIds[1], "confirmed"],
      ["Gamma Ltd", productIds[0], "confirmed"],
    ]);
    const shown = await as(org.actor(), (work) => getDisclosure(work, taken));
    expect(shown.notes).toContain(
      "Rows about 'Toaster' were not linked: no product it speaks about is called that.",
    );
    expect(shown.fileName).toBe("sites.csv");
  });

  it("takes a list of a brand's sites for no more than that", async () => {
    const { actor, contractId } = await plant([["Acme", "Book 3"]]);
    await takeCsv(actor, contractId, 'name,address,country\nAlpha Ltd,"1 Mill Road, Leeds",GB\n', {
      brand: "ACME Inc.",
    });
    expect((await linksOf(contractId)).map(({ kind }) => kind)).toEqual(["brand_level_only"]);
  });

  it("does as asked: confirmed when said, else several places for the product chosen are an OR", async () => {
    const { actor, contractId, productIds } = await plant([
      ["Acme", "Book 3"],
      ["Acme", "Book 5"],
    ]);
    const rows =
      'name,address,country\nAlpha Ltd,"1 Mill Road, Leeds",GB\nBeta Ltd,"2 Mill Road, York",GB\n';
    const [first = ""] = productIds;
    await takeCsv(actor, contractId, rows, { productIds: [first], kind: "confirmed" });
    expect((await linksOf(contractId)).map((link) => [link.product_line_id, link.kind])).toEqual([
      [first, "confirmed"],
      [first, "confirmed"],
    ]);
    await takeCsv(actor, contractId, rows, { productIds: [first] });
    const possible = (await linksOf(contractId)).filter((link) => link.alternatives_id !== null);
    expect(possible.map((link) => link.alternatives_count)).toEqual([2, 2]);
  });

  it("links nothing when the brand is another one, and says so", async () => {
    const { org, actor, contractId } = await plant([["Acme", "Book 3"]]);
    const taken = await takeCsv(
      actor,
      contractId,
      'name,address,country\nAlpha Ltd,"1 Mill Road, Leeds",GB\n',
      { brand: "Other" },
    );
    expect(taken).toMatchObject({ links: 0, sites: { new: 1 } });
    const shown = await as(org.actor(), (work) => getDisclosure(work, taken));
    expect(shown.notes.join(" ")).toContain("No product of this contract carries the brand Other");
  });

  it("keeps rejected rows, without a site", async () => {
    const { org, actor, contractId } = await plant();
    const taken = await takeCsv(
      actor,
      contractId,
      'name,address,country,latitude,longitude,os id\n,"1 Mill Road, Leeds",GB,,,\nBeta Ltd,"2 Mill Road, York",GB,53.9,-1.08,LK20190859DHZ2R\n',
    );
    expect(taken.counts).toMatchObject({ read: 2, rejected: 1 });
    const { rows } = await as(org.actor(), (work) => getDisclosure(work, taken));
    expect(rows[0]).toMatchObject({ outcome: "rejected", siteId: null, band: null });
    expect(rows[1]).toMatchObject({
      latitude: 53.9,
      longitude: -1.08,
      osId: "LK20190859DHZ2R",
      band: "new",
    });
  });

  it("takes a contract without products: the sites are known, nothing is linked", async () => {
    const { actor, contractId } = await plant([]);
    const taken = await as(actor, (work) => takeText(work, contractId, label));
    expect(taken).toMatchObject({ links: 0, sites: { new: 4 } });
  });

  it("records a brand named without a place as that, and makes no site of it", async () => {
    const { actor, contractId, productIds } = await plant([["HP", "245 G7"]]);
    const taken = await as(actor, (work) =>
      takeText(work, contractId, "Manufacturer: HP Inc., USA"),
    );
    expect(taken).toMatchObject({ links: 1, sites: { same: 0, review: 0, new: 0 } });
    expect(await linksOf(contractId)).toMatchObject([
      { product_line_id: productIds[0], site_id: null, kind: "brand_level_only" },
    ]);
  });
});

describe("what matching learns", () => {
  it("matches each row against the rows before it, fills gaps, and keeps conflicting values", async () => {
    const { org, actor, contractId } = await plant();
    const taken = await takeCsv(
      actor,
      contractId,
      'name,address,country,os id,latitude,longitude\nAlpha Electronics (Kunshan) Co. Ltd,"15 Third Avenue, Kunshan, Jiangsu",CN,,,\nALPHA ELECTRONICS (KUNSHAN),"No. 15, Third Avenue, Kunshan, Jiangsu",CN,LK20190859DHZ2R,31.4,120.9\n',
    );
    expect(taken.sites).toEqual({ same: 1, review: 0, new: 1 });
    const sites = await db.asOwner<{ os_id: string; latitude: number }>(
      "select os_id, latitude from sites where organisation_id = $1",
      [org.organisationId],
    );
    expect(sites).toEqual([{ os_id: "LK20190859DHZ2R", latitude: 31.4 }]);
    const names = await db.asOwner<{ value: string }>(
      "select value from site_values where organisation_id = $1 and field = 'name' order by value",
      [org.organisationId],
    );
    expect(names.length).toBe(2);
  });

  it("offers the same company on the same street for review, once", async () => {
    const { org, actor, contractId } = await plant();
    const list =
      'name,address,country\nCompal Information (Kunshan) Co. Ltd,"No.15, Third Avenue, A Zone, Kunshan, Jiangsu",CN\nCompal information technology (kunshan) CO. LTD.,"Third Avenue, A Zone, Kunshan, Jiangsu",CN\n';
    expect((await takeCsv(actor, contractId, list)).sites).toEqual({ same: 0, review: 1, new: 1 });
    expect((await takeCsv(actor, contractId, list)).sites).toEqual({ same: 2, review: 0, new: 0 });
    const reviews = await db.asOwner("select id from match_reviews where organisation_id = $1", [
      org.organisationId,
    ]);
    expect(reviews.length).toBe(1);
  });

  it("takes two thousand rows in a few seconds", async () => {
    const { actor, contractId } = await plant([
      ["Acme", "Book 3"],
      ["Acme", "Book 5"],
    ]);
    // Names as different from each other as real ones, from a generator that always gives the same.
    let state = 7;
    const pick = <T>(choices: readonly T[]): T | undefined => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return choices[Math.floor(state / 65_536) % choices.length];
    };
    const syllables = "ba ko lim tar ne vos ri dan quel mu shi fen gor pel ax tho".split(" ");
    const word = (): string => [1, 2, 3].map(() => pick(syllables) ?? "").join("");
    const towns = ["Leeds", "York", "Hull", "Bath", "Derby", "Truro", "Ely"];
    const rows = Array.from(
      { length: 2000 },
      (_, index) =>
        `${word()} ${word()} ${pick(["Textiles", "Electronics", "Plastics"]) ?? ""} Ltd,"${index + 1} ${word()} Road, ${pick(towns) ?? ""}",GB`,
    );
    const begun = performance.now();
    const taken = await takeCsv(actor, contractId, `name,address,country\n${rows.join("\n")}\n`, {
      kind: "one_of",
    });
    const seconds = (performance.now() - begun) / 1000;
    console.info(`2,000 rows took ${seconds.toFixed(1)} s: ${JSON.stringify(taken.sites)}`);
    expect(taken.counts.read).toBe(2000);
    expect(taken.sites.same + taken.sites.review + taken.sites.new).toBe(2000);
    expect(seconds).toBeLessThan(30);
  });
});

describe("refusals", () => {
  it("leave nothing behind", async () => {
    const { org, actor, contractId } = await plant();
    const tries: [string, Partial<DisclosureAbout>][] = [
      ["date_in_future", { receivedOn: "2026-11-21" }],
      ["date_in_future", { asOf: "2027-01-01" }],
      ["reference_unknown", { productIds: [contractId] }],
    ];
    for (const [code, more] of tries)
      expect(await codeOf(as(actor, (work) => takeText(work, contractId, label, more)))).toBe(code);
    const written = await db.asOwner(
      "select id from sites where organisation_id = $1 union all select id from disclosures where organisation_id = $1",
      [org.organisationId],
    );
    expect(written).toEqual([]);
  });

  it("roll back what was written when the last step fails", async () => {
    const { org, actor, contractId } = await plant();
    const failing = as(actor, async (work) => {
      await takeText(work, contractId, label);
      throw new Error("The very last step failed.");
    });
    await expect(failing).rejects.toThrow("last step");
    const written = await db.asOwner("select id from sites where organisation_id = $1", [
      org.organisationId,
    ]);
    expect(written).toEqual([]);
  });
});

describe("withdrawing", () => {
  it("is recorded once, with its date and reason, and keeps what was disclosed", async () => {
    const { org, actor, contractId } = await plant([["Acme", "Book 3"]]);
    const { disclosureId } = await as(actor, (work) => takeText(work, contractId, label));
    const withdraw = (withdrawnOn: string) =>
      as(actor, (work) =>
        withdrawDisclosure(work, { disclosureId, withdrawnOn, reason: "Jane said it is wrong" }),
      );
    expect(await codeOf(withdraw("2026-12-01"))).toBe("date_in_future");
    expect(await codeOf(withdraw("2026-10-31"))).toBe("input_invalid");
    expect(await codeOf(withdraw("2026-11-10"))).toBe("done");
    expect(await codeOf(withdraw("2026-11-11"))).toBe("conflict");
    const { items } = await as(org.actor("reader"), (work) =>
      listDisclosures(work, { id: contractId }),
    );
    expect(items).toMatchObject([
      { id: disclosureId, withdrawnOn: "2026-11-10", withdrawnReason: "Jane said it is wrong" },
    ]);
    expect((await linksOf(contractId)).length).toBe(4);
    const audit = JSON.stringify(
      await db.asOwner("select * from audit_entries where organisation_id = $1", [
        org.organisationId,
      ]),
    );
    expect(audit).toContain("withdraw-disclosure");
    expect(audit).not.toContain("Jane");
  });
});
