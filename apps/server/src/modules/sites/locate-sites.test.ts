import type { Actor } from "@throughline/domain";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { getSite } from "./get-site.ts";
import { listSites } from "./list-sites.ts";
import { placeSites } from "./place-sites.ts";
import { publishSite } from "./publish-site.ts";

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

async function plant(label: string): Promise<Actor> {
  const actor = (await plantOrganisation(db.database)).actor();
  await as(actor, async (work) => {
    const { contractId } = await plantContract(work, [["Acme", "Book 3"]]);
    await takeText(work, contractId, `Acme, Manufactured by one of the following: ${label}`);
  });
  return actor;
}

const detail = (actor: Actor, search: string) =>
  as(actor, async (work) => {
    const { items } = await listSites(work, { limit: 2, search });
    return getSite(work, items[0]?.id ?? "");
  });

const kunshan =
  "1. Alpha Electronics Co., Ltd. No.15, Third Avenue, Kunshan, Jiangsu, China 2. Beta Computer Co., Ltd. 18#, Nowhere Known Road, China 3. Gamma Works Co., Ltd. Jiangsu Province, China";

describe("placing sites by their address", () => {
  it("takes the town's centre, and tells where that comes from", async () => {
    const actor = await plant(kunshan);
    const site = await detail(actor, "alpha");
    expect(site).toMatchObject({
      latitude: 31.3776,
      longitude: 120.9543,
      located: { place: "Kunshan", precision: "locality" },
    });
    expect(site.values.filter(({ field }) => field === "coordinates")).toEqual([
      {
        field: "coordinates",
        value: "31.3776, 120.9543",
        saidBy: "Throughline, from the address",
        source: "GeoNames, centre of Kunshan",
        asOf: null,
        verification: "self_declared",
        disclosureId: null,
      },
    ]);
  });

  it("places a region in its middle, and an unknown address nowhere", async () => {
    const actor = await plant(kunshan);
    expect((await detail(actor, "gamma")).located).toEqual({
      place: "Jiangsu",
      precision: "region",
    });
    expect(await detail(actor, "beta")).toMatchObject({
      latitude: null,
      longitude: null,
      located: null,
    });
  });

  it("gives way to coordinates that a disclosure gives", async () => {
    const actor = await plant(kunshan);
    await as(actor, (work) =>
      placeSites(work, [
        {
          name: "Alpha Electronics Co., Ltd.",
          address: "No.15, Third Avenue, Kunshan, Jiangsu, China",
          country: "CN",
          latitude: 31.4,
          longitude: 121,
          osId: null,
          flags: [],
        },
      ]),
    );
    const site = await detail(actor, "alpha");
    expect(site).toMatchObject({ latitude: 31.4, longitude: 121, located: null });
    expect(site.values.some(({ source }) => source.startsWith("GeoNames"))).toBe(true);
  });

  it("says to everyone who sees a published site that the town's centre is meant", async () => {
    const actor = await plant(kunshan);
    const site = await detail(actor, "alpha");
    await as(actor, (work) => publishSite(work, { id: site.id, ground: "Released." }));
    const other = (await plantOrganisation(db.database)).actor();
    const seen = await as(other, (work) => getSite(work, site.id));
    expect(seen).toMatchObject({ latitude: 31.3776, located: { place: "Kunshan" }, values: [] });
  });
});
