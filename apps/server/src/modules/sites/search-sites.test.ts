/** Searching by words: order, pages, filters, counts, slips, scripts, merged records, and nothing of another's. */
import { makeSiteId, type Actor } from "@throughline/domain";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { listSites } from "./list-sites.ts";
import { publishSite } from "./publish-site.ts";
import { nameKeyOf } from "./site-keys.ts";
import { suggestSites } from "./suggest-sites.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

async function as<T>(actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  return db.database.withActor(actor, (tx) => run(workOf(tx, actor)));
}

const label =
  "Acme, Manufactured by one of the following: 1. Zeta Compal Electronics Co., Ltd. No.15, Third Avenue, Kunshan, Jiangsu, China " +
  "2. Compal Optics Co., Ltd. 18#, Zongbao Road, Chongqing, China 3. Compal Compal Batteries Co., Ltd. No.7, First Avenue, Suzhou, Jiangsu, China " +
  "4. Yokai Compal K.K., 2-3 Honmachi, Osaka, Japan 5. Alpha Optics Ltd. 4 Mill Road, Leeds, United Kingdom";

async function plant(): Promise<Actor & { contractId: string }> {
  const actor = (await plantOrganisation(db.database)).actor();
  const contractId = await as(actor, async (work) => {
    const contract = await plantContract(work, [["Acme", "Book 3"]]);
    await takeText(work, contract.contractId, label);
    return contract.contractId;
  });
  return { ...actor, contractId };
}

/** A site straight into the tables: what is searched is the index, which follows the tables. */
async function plantSite(
  actor: Actor,
  site: { name: string; address?: string; country?: string; published?: boolean },
): Promise<string> {
  const id = randomUUID();
  await db.asOwner(
    `insert into sites (id, organisation_id, public_id, name, name_key, address, country, published_at, published_by)
     values ($1, $2, $3, $4, $5, $6, $7, case when $8 then now() end, case when $8 then gen_random_uuid() end)`,
    [
      id,
      actor.organisationId,
      makeSiteId(randomBytes(9)),
      site.name,
      nameKeyOf(site.name),
      site.address ?? null,
      site.country ?? "CN",
      site.published ?? false,
    ],
  );
  return id;
}

async function merge(actor: Actor, gone: string, kept: string): Promise<void> {
  await db.asOwner(
    `with act as (
       insert into site_acts (organisation_id, kind, site_id, other_id, from_day, done_at)
       values ($1, 'merge', $2, $3, '2026-11-01', now()) returning id
     ) insert into site_merges (act_id, organisation_id, gone_id, kept_id, from_day) select id, $1, $2, $3, '2026-11-01' from act`,
    [actor.organisationId, gone, kept],
  );
}

const list = (actor: Actor, wanted: Partial<Parameters<typeof listSites>[1]> = {}) =>
  as(actor, (work) => listSites(work, { limit: 50, ...wanted }));
const suggest = (actor: Actor, text: string) => as(actor, (work) => suggestSites(work, text));

async function namesOf(actor: Actor, wanted: Partial<Parameters<typeof listSites>[1]>) {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await list(actor, { ...wanted, ...(after === undefined ? {} : { after }) });
    names.push(...page.items.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return names;
}

const inOrder = [
  "Compal Optics Co., Ltd.",
  "Compal Compal Batteries Co., Ltd.",
  "Yokai Compal K.K.",
  "Zeta Compal Electronics Co., Ltd.",
];

describe("searching sites", () => {
  it.each([1, 2, 50])("finds each once, best first, in pages of %i", async (limit) => {
    const actor = await plant();
    const names = await namesOf(actor, { search: "compal", limit });
    expect(names.toSorted()).toEqual(inOrder.toSorted());
    // Names that begin so come first.
    expect(names.slice(0, 2).toSorted()).toEqual(inOrder.slice(0, 2).toSorted());
    expect(names).toEqual(await namesOf(actor, { search: "compal", limit: 50 }));
  });

  it("asks for every word, in any order, in names and addresses, with the filters", async () => {
    const actor = await plant();
    expect(await namesOf(actor, { search: "optics compal" })).toEqual(["Compal Optics Co., Ltd."]);
    expect(await namesOf(actor, { search: "compal kunshan" })).toEqual([
      "Zeta Compal Electronics Co., Ltd.",
    ]);
    expect(await namesOf(actor, { search: "compal", country: "JP" })).toEqual([
      "Yokai Compal K.K.",
    ]);
    expect((await namesOf(actor, { search: "compal", contractId: actor.contractId })).length).toBe(
      4,
    );
    expect(await namesOf(actor, { search: "compal", contractId: randomUUID() })).toEqual([]);
    expect(await namesOf(actor, { search: "compal", country: "DE" })).toEqual([]);
    expect(await namesOf(actor, { search: "compal", scope: "published" })).toEqual([]);
    expect(await namesOf(actor, { search: "compal", screening: "hit" })).toEqual([]);
    expect(await namesOf(actor, { search: "…" })).toEqual([]);
  });

  it("counts what it finds, with the filters", async () => {
    const actor = await plant();
    const count = async (wanted: Parameters<typeof list>[1]) => (await list(actor, wanted)).found;
    expect(await count({})).toBeNull();
    expect(await count({ search: "compal", limit: 1 })).toEqual({
      asTyped: 4,
      nearly: 0,
      nearlyFrom: null,
      exact: true,
    });
    expect(await count({ search: "compal", country: "CN" })).toMatchObject({ asTyped: 3 });
    expect(await count({ search: "copmal" })).toMatchObject({
      asTyped: 0,
      nearly: 4,
      nearlyFrom: 0,
    });
  });

  it("forgives slips behind what is as typed, and reads across scripts", async () => {
    const actor = await plant();
    await plantSite(actor, { name: "Copmal Displays" });
    await plantSite(actor, { name: "深圳市欣旺达电子有限公司", address: "广东省深圳市宝安区" });
    const page = await list(actor, { search: "compal" });
    expect(page.found).toMatchObject({ asTyped: 4, nearly: 1, nearlyFrom: 4 });
    expect(page.items.at(-1)?.name).toBe("Copmal Displays");
    for (const search of ["shenzhen", "深圳", "sunwoda", "欣旺达", "旺达", "xinwangda", "baoan"])
      expect(await namesOf(actor, { search })).toEqual(["深圳市欣旺达电子有限公司"]);
  });

  it("merges own and published sites in one order, each once, and nothing else", async () => {
    const [mine, theirs] = [await plant(), await plant()];
    const optics = (await list(theirs, { search: "compal optics" })).items[0];
    await as(theirs, (work) => publishSite(work, { id: optics?.id ?? "", ground: "Released." }));
    const names = await namesOf(mine, { search: "compal", limit: 2 });
    expect(names.toSorted()).toEqual([...inOrder, "Compal Optics Co., Ltd."].toSorted());
    expect(await namesOf(mine, { search: "compal", scope: "published" })).toEqual([
      "Compal Optics Co., Ltd.",
    ]);
    expect((await namesOf(mine, { search: "compal", scope: "own" })).length).toBe(4);
    // The publisher has it in both indexes, and sees it once.
    expect((await namesOf(theirs, { search: "compal" })).length).toBe(4);
    expect((await list(theirs, { search: "compal" })).found).toMatchObject({ asTyped: 4 });
  });

  it("finds a site by the names of what was merged into it, once, on whatever page", async () => {
    const actor = await plant();
    const kept = await plantSite(actor, { name: "Kepler Displays" });
    const gone = await plantSite(actor, { name: "Kepler Panel Works", address: "9 Dock Street" });
    await merge(actor, gone, kept);
    expect(await namesOf(actor, { search: "kepler", limit: 1 })).toEqual(["Kepler Displays"]);
    expect((await list(actor, { search: "kepler" })).found).toMatchObject({ asTyped: 1 });
    expect(await namesOf(actor, { search: "panel works" })).toEqual(["Kepler Displays"]);
    const [suggestion] = await suggest(actor, "panel");
    expect(suggestion).toMatchObject({
      id: kept,
      found: { name: [], otherName: { text: "Kepler Panel Works", marks: [[7, 12]] } },
    });
  });

  it("follows what changes: names, places, what is published and what is removed", async () => {
    const actor = await plant();
    const id = await plantSite(actor, { name: "Sirius Foundry" });
    expect(await namesOf(actor, { search: "sirius" })).toEqual(["Sirius Foundry"]);
    await db.asOwner("update sites set name = 'Vega Foundry' where id = $1", [id]);
    expect(await namesOf(actor, { search: "sirius" })).toEqual([]);
    expect(await namesOf(actor, { search: "vega" })).toEqual(["Vega Foundry"]);
    await db.asOwner("delete from sites where id = $1", [id]);
    expect(await namesOf(actor, { search: "vega" })).toEqual([]);
  });

  it("refuses a cursor that no search gave", async () => {
    const actor = await plant();
    const { next } = await list(actor, { search: "compal", limit: 1 });
    await expect(list(actor, { after: next ?? "" })).rejects.toMatchObject({
      code: "input_invalid",
    });
    await expect(list(actor, { search: "compal", after: "WzFd" })).rejects.toMatchObject({
      code: "input_invalid",
    });
  });
});

describe("suggesting sites", () => {
  it("says what was found where", async () => {
    const actor = await plant();
    const [first] = await suggest(actor, "kunshan compal");
    expect(first).toMatchObject({
      name: "Zeta Compal Electronics Co., Ltd.",
      found: { id: false, nearly: false, name: [[5, 11]], otherName: null },
    });
    const [from = 0, to = 0] = first?.found.address[0] ?? [];
    expect(first?.address?.slice(from, to)).toBe("Kunshan");
    const [byId] = await suggest(actor, first?.publicId ?? "");
    expect(byId).toMatchObject({ id: first?.id, found: { id: true } });
    expect((await suggest(actor, "zeat compal"))[0]?.found.nearly).toBe(true);
  });

  it("suggests ten at most, and nothing for signs alone", async () => {
    const actor = await plant();
    for (let n = 0; n < 12; n += 1) await plantSite(actor, { name: `Orion ${n} Works` });
    expect((await suggest(actor, "orion")).length).toBe(10);
    expect(await suggest(actor, "…")).toEqual([]);
  });
});

describe("another's confidential sites", () => {
  it("change nothing: not what is found, in which order, how many, or how words weigh", async () => {
    const [mine, theirs] = [await plant(), await plant()];
    const ask = async () => [
      await list(mine, { search: "compal", limit: 2 }),
      await list(mine, { search: "copmal", limit: 2 }),
      await list(mine, { search: "quasar" }),
      await suggest(mine, "comp"),
      await suggest(mine, "quasar"),
    ];
    const before = await ask();
    for (let n = 0; n < 60; n += 1) {
      await plantSite(theirs, { name: `Quasar Compal ${n}` });
      await plantSite(theirs, { name: `Copmal ${n}` });
    }
    expect(await ask()).toEqual(before);
    const [theirSite] = await suggest(theirs, "quasar compal 7");
    expect(theirSite).toBeDefined();
    expect(await suggest(mine, theirSite?.publicId ?? "")).toEqual([]);
  });
});
