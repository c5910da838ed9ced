/**
 * Scope before registry: two organisations disclose the same factory. Everything the second can ask is asked twice, for
 * the factory the first keeps confidential and for one that nobody has, and the answers must be the same.
 */
import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../test/expect-code.ts";
import { plantContract, workOf, type PlantedContract } from "../../test/plant-contract.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { listSites } from "./list-sites.ts";
import { placeSites } from "./place-sites.ts";
import { suggestSites } from "./suggest-sites.ts";

let db: TestDatabase;
let server: TestApp;
let holder: PlantedOrganisation;
let seeker: PlantedOrganisation;
let asHolder: ApiClient;
let asSeeker: ApiClient;
let held: PlantedContract;
let own: PlantedContract;

// Both have the same form; only the first is known to anyone. Both OS IDs have a right check digit.
const secret = {
  name: "Xinghua Precision (Suqian) Co., Ltd.",
  address: "No. 4088 Jiuxiu Road, Suqian, Jiangsu",
  osId: "LK20190859DHZ2R",
  typed: "xinghua prec",
};
const unheard = {
  name: "Qiangbao Precision (Suqian) Co., Ltd.",
  address: "No. 2177 Weiyang Road, Suqian, Jiangsu",
  osId: "",
  typed: "qiangbao prec",
};
const about = { title: "List of sites", declaredBy: "Acme", receivedOn: "2020-01-01" };

async function disclose(client: ApiClient, contractId: string, place: typeof secret) {
  return client.disclosures.takeForm({
    id: contractId,
    ...about,
    sites: [{ name: place.name, address: place.address, country: "China", osId: place.osId }],
  });
}

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  holder = await plantOrganisation(db.database, "Holder");
  seeker = await plantOrganisation(db.database, "Seeker");
  asHolder = server.as(holder.people.owner, holder.organisationId);
  asSeeker = server.as(seeker.people.owner, seeker.organisationId);
  held = await db.database.withActor(holder.actor(), (tx) =>
    plantContract(workOf(tx, holder.actor())),
  );
  own = await db.database.withActor(seeker.actor(), (tx) =>
    plantContract(workOf(tx, seeker.actor())),
  );
  await disclose(asHolder, held.contractId, secret);
  // A review pair and a hit of the holder's, to be asked for.
  await asHolder.disclosures.takeForm({
    id: held.contractId,
    ...about,
    sites: [
      { name: secret.name, address: "No. 4090 Jiuxiu Road, Suqian, Jiangsu", country: "China" },
      {
        name: "Hefei Bitland Information Technology Co., Ltd.",
        address: "1 Road, Hefei",
        country: "China",
      },
    ],
  });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function heldSite(): Promise<{ id: string; publicId: string; osId: string | null }> {
  const { items } = await asHolder.sites.list({ search: secret.osId });
  const [site] = items;
  if (site === undefined) throw new Error("The holder lost its site.");
  return site;
}

describe("what the second organisation may not learn", () => {
  it("by type-ahead, search, or count", async () => {
    for (const text of [secret.typed, secret.name, secret.osId, "xing", "suqian", "x"])
      expect((await asSeeker.sites.suggest({ text })).items, text).toEqual([]);
    for (const search of [secret.typed, secret.name, secret.osId, (await heldSite()).publicId])
      expect(await asSeeker.sites.list({ search }), search).toEqual({
        items: [],
        next: null,
        found: { asTyped: 0, nearly: 0, nearlyFrom: null, exact: true },
      });
    for (const one of [secret, unheard])
      expect(
        await asSeeker.sites.match({
          name: one.name,
          address: one.address,
          country: "CN",
          osId: one.osId === "" ? null : one.osId,
        }),
      ).toEqual({ candidates: [] });
    expect(await asSeeker.sites.list({})).toEqual({ items: [], next: null, found: null });
    expect(await asSeeker.sites.list({ contractId: held.contractId })).toEqual(
      await asSeeker.sites.list({ contractId: randomUUID() }),
    );
    expect(await asSeeker.sites.listReviews({})).toEqual({ items: [], next: null });
    expect(await asSeeker.sites.listReviews({ contractId: held.contractId })).toEqual({
      items: [],
      next: null,
    });
    expect(await asSeeker.screening.listHits({})).toEqual({ items: [], next: null });
  });

  it("by id: UUID, printed id, OS ID answer as ids that nobody has", async () => {
    const site = await heldSite();
    const nobody = await refusalOf(asSeeker.sites.get({ id: randomUUID() }));
    expect(nobody?.code).toBe("not_found");
    expect(await refusalOf(asSeeker.sites.get({ id: site.id }))).toEqual(nobody);
    expect(await refusalOf(asSeeker.sites.get({ id: site.publicId }))).toEqual(nobody);
    expect(await refusalOf(asSeeker.sites.get({ id: secret.osId }))).toEqual(nobody);
    expect(await refusalOf(asSeeker.sites.publish({ id: site.id, ground: "Mine" }))).toEqual(
      await refusalOf(asSeeker.sites.publish({ id: randomUUID(), ground: "Mine" })),
    );
  });

  it("by deciding what is not its own: pairs and hits", async () => {
    const [pair] = (await asHolder.sites.listReviews({})).items;
    const [hit] = (await asHolder.screening.listHits({})).items;
    if (pair === undefined || hit === undefined) throw new Error("Nothing was planted to ask for.");
    const decide = (reviewId: string) =>
      refusalOf(asSeeker.sites.decideReview({ reviewId, decision: "same" }));
    expect(await decide(pair.id)).toEqual(await decide(randomUUID()));
    const judge = (hitId: string) =>
      refusalOf(asSeeker.screening.decide({ hitId, verdict: "confirmed", reason: "Yes" }));
    expect(await judge(hit.id)).toEqual(await judge(randomUUID()));
    expect((await judge(hit.id))?.code).toBe("not_found");
  });

  it("by disclosing it too: matched as new, with an id of its own, and nothing in the answer differs", async () => {
    const known = await disclose(asSeeker, own.contractId, secret);
    const unknown = await disclose(asSeeker, own.contractId, unheard);
    expect({ ...known, disclosureId: "" }).toEqual({ ...unknown, disclosureId: "" });
    expect(known.sites).toEqual({ same: 0, review: 0, new: 1 });
    const [row] = (await asSeeker.disclosures.get({ disclosureId: known.disclosureId })).rows;
    const site = await heldSite();
    expect(row).toMatchObject({ band: "new", probability: null });
    expect(row?.siteId).not.toBe(site.id);
    // The same OS ID in another scope is no conflict, and each finds its own by it.
    const found = await asSeeker.sites.get({ id: secret.osId });
    expect(found.id).toBe(row?.siteId);
    expect(found.publicId).not.toBe(site.publicId);
    expect(found.reviewWith).toEqual([]);
    expect((await asSeeker.sites.listReviews({})).items).toEqual([]);
    expect(await refusalOf(asSeeker.sites.publish({ id: found.id, ground: "Agreed" }))).toBeNull();
  });

  it("by reference: products and contracts of the holder answer as random ids", async () => {
    const [product = ""] = held.productIds;
    const refer = (productId: string) =>
      refusalOf(
        asSeeker.disclosures.takeForm({
          id: own.contractId,
          ...about,
          productIds: [productId],
          sites: [{ name: "A Ltd", address: "1 Road, Leeds", country: "UK" }],
        }),
      );
    expect(await refer(product)).toEqual(await refer(randomUUID()));
    const into = (contractId: string) => refusalOf(disclose(asSeeker, contractId, unheard));
    expect(await into(held.contractId)).toEqual(await into(randomUUID()));
  });

  it("by the database itself: a row that names the holder's site is refused like one that names none", async () => {
    const site = await heldSite();
    const point = (siteId: string) =>
      refusalOf(
        db.database.withActor(seeker.actor(), (tx) =>
          tx
            .insertInto("site_values")
            .values({
              site_id: siteId,
              organisation_id: seeker.organisationId,
              field: "name",
              value: "x",
              said_by: "x",
              source: "x",
              verification: "self_declared",
            })
            .execute(),
        ),
      );
    expect(await point(site.id)).toEqual(await point(randomUUID()));
    expect((await point(site.id))?.code).toBe("reference_unknown");
  });
});

describe("time", () => {
  it("is not spent on another scope: not one site or change of the holder is walked over", async () => {
    // Twenty thousand confidential sites that share every beginning with what is asked for.
    await db.asOwner(
      `insert into sites (organisation_id, public_id, name, name_key, country, os_id)
       select $1, 'TLPLANTED' || n, 'Zhongtai Works ' || n, 'zhongtai works ' || n, 'CN', null from generate_series(1, 20000) n`,
      [holder.organisationId],
    );
    await db.asOwner("analyze sites");
    const newcomer = await plantOrganisation(db.database, "Newcomer");
    const found = await readsOf(newcomer);
    expect(found.suggested).toEqual([]);
    expect(found.listed).toEqual([]);
    // The newcomer's own single site may be read back; the holder's twenty thousand may not.
    expect(found.reads).toBeLessThan(50);
    // The measure sees what it should see: the holder's own search does read them.
    expect((await readsOf(holder)).reads).toBeGreaterThan(1000);
  });
});

async function readsOf(
  org: PlantedOrganisation,
): Promise<{ reads: number; suggested: unknown[]; listed: unknown[] }> {
  return db.database.withActor(org.actor(), async (tx) => {
    const work = workOf(tx, org.actor());
    const before = await countReads();
    const suggested = await suggestSites(work, "zhongtai");
    const { items: listed } = await listSites(work, { limit: 50, search: "zhongtai works" });
    await placeSites(work, [
      {
        name: "Zhongtai Works",
        address: null,
        country: "CN",
        latitude: null,
        longitude: null,
        osId: null,
        flags: [],
      },
    ]);
    return { reads: (await countReads()) - before, suggested, listed };

    async function countReads(): Promise<number> {
      const found = await sql<{ reads: number }>`
        select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::int as reads from pg_stat_xact_all_tables where relname in ('sites', 'site_changes', 'disclosure_rows')`.execute(
        tx,
      );
      return found.rows[0]?.reads ?? 0;
    }
  });
}
