/** Placing by the engine, through the database: scopes, names, decisions, rollback, crashes, several processes. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { openDatabase, type Database } from "@throughline/db";
import type { NamedPlace, Placement } from "@throughline/matching";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { aboutOf } from "../../test/take-planted-text.ts";
import { readDisclosureText } from "@throughline/interchange";
import { takeDisclosure } from "../disclosures/index.ts";
import {
  getSite,
  keepScopeFilesIn,
  listMatchReviews,
  lockSites,
  matchSite,
  placeSites,
  publishSite,
} from "../sites/index.ts";
import { decideMatchReview } from "./decide-match-review.ts";
import { mergeSites } from "./merge-sites.ts";
import { splitSite } from "./split-site.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

const about: Omit<NamedPlace, "name" | "address"> = {
  country: "CN",
  latitude: null,
  longitude: null,
  osId: null,
  flags: [],
};
const named = (name: string, address: string | null): NamedPlace => ({ ...about, name, address });

const jiuxiu = "No. 4088 Jiuxiu Road, Suqian, Jiangsu";
const xinghua = named("Xinghua Precision (Suqian) Co., Ltd.", jiuxiu);
const vaguely = named("Xinghua Precision (Suqian)", "Jiuxiu Road, Suqian, Jiangsu");
const chinese = named("宿迁市兴华精密有限公司", jiuxiu);

function as<T>(
  org: PlantedOrganisation,
  run: (work: Work) => Promise<T>,
  database: Database = db.database,
): Promise<T> {
  return database.withActor(org.actor(), (tx) => run(workOf(tx, org.actor())));
}

/** Places in a transaction of their own, as a list does that is taken. */
function placed(
  org: PlantedOrganisation,
  places: readonly NamedPlace[],
  database: Database = db.database,
): Promise<Placement[]> {
  return as(
    org,
    async (work) => {
      await lockSites(work);
      return placeSites(work, places);
    },
    database,
  );
}

/** Takes a list with one place a line, so that its rows are kept as well. */
async function taken(org: PlantedOrganisation, ...places: readonly NamedPlace[]): Promise<void> {
  await as(org, async (work) => {
    const { contractId } = await plantContract(work, [["Acme", "Book 3"]]);
    const quoted = (text: string | null): string => `"${text ?? ""}"`;
    const csv = `name,address,country\n${places.map((one) => `${quoted(one.name)},${quoted(one.address)},${one.country ?? ""}`).join("\n")}\n`;
    await takeDisclosure(work, contractId, aboutOf(), readDisclosureText(csv), {
      bytes: Buffer.from(csv, "utf8"),
      mediaType: "text/csv",
      fileName: "list.csv",
    });
  });
}

const openPairs = (org: PlantedOrganisation) =>
  as(org, async (work) => (await listMatchReviews(work, { limit: 50, state: "open" })).items);

async function decide(org: PlantedOrganisation, decision: "same" | "different"): Promise<void> {
  for (const { id } of await openPairs(org))
    await as(org, (work) => decideMatchReview(work, { reviewId: id, decision }));
}

describe("what placing knows", () => {
  it("is the next row of the same list, across the batches it works in, and nothing of a list that was rolled back", async () => {
    const org = await plantOrganisation(db.database);
    const many = Array.from({ length: 230 }, (_, n) =>
      named(`Maker ${n.toString(36)} Optics Ltd`, `${n} Mill Road, Suqian`),
    );
    await expect(
      as(org, async (work) => {
        await lockSites(work);
        const there = await placeSites(work, [xinghua, ...many, vaguely, xinghua]);
        expect(there.at(0)?.band).toBe("new");
        expect(there.at(-2)?.band).toBe("review");
        expect(there.at(-1)).toMatchObject({ band: "same", siteId: there[0]?.siteId });
        const again = await placeSites(work, [{ ...xinghua, name: "XINGHUA PRECISION SUQIAN" }]);
        expect(again[0]).toMatchObject({ band: "same", siteId: there[0]?.siteId });
        throw new Error("Never mind.");
      }),
    ).rejects.toThrow("Never mind.");
    expect(await placed(org, [vaguely])).toMatchObject([{ band: "new", probability: null }]);
  });

  it("is not changed by what another organisation keeps to itself: same candidates, probabilities, reasons", async () => {
    const before = await plantOrganisation(db.database, "Before");
    await placed(before, [xinghua]);
    const [first] = await placed(before, [vaguely]);

    const holder = await plantOrganisation(db.database, "Holder");
    await placed(holder, [
      { ...xinghua, osId: "LK20190859DHZ2R" },
      vaguely,
      ...Array.from({ length: 700 }, (_, n) =>
        named(`Xinghua Precision ${n} (Suqian)`, `${n} Jiuxiu Road, Suqian, Jiangsu`),
      ),
    ]);
    const after = await plantOrganisation(db.database, "After");
    await placed(after, [xinghua]);
    const [second] = await placed(after, [vaguely]);
    expect(first?.band).toBe("review");
    expect(second).toEqual({ ...first, siteId: second?.siteId });
    // Its own lists are weighed by its own sites: the measure above would see a difference.
    const [ofHolder] = await placed(holder, [vaguely]);
    expect(ofHolder?.probability).not.toBe(first?.probability);
    const pairs = await Promise.all([before, after].map(openPairs));
    expect(
      pairs.map((ofOrg) =>
        ofOrg.map(({ explanation, probability }) => ({ explanation, probability })),
      ),
    ).toEqual([
      pairs[0]?.map(({ explanation, probability }) => ({ explanation, probability })),
      pairs[0]?.map(({ explanation, probability }) => ({ explanation, probability })),
    ]);
  });

  it("is told to whoever asks before entering a place, under the ids that stand, and nothing is kept", async () => {
    const org = await plantOrganisation(db.database);
    const [site] = await placed(org, [xinghua]);
    const ask = (place: NamedPlace) => as(org, (work) => matchSite(work, place));
    expect(await ask(xinghua)).toMatchObject({
      candidates: [{ site: { id: site?.siteId, name: xinghua.name }, band: "same" }],
    });
    const bare = await ask(named(xinghua.name, null));
    expect(bare.candidates).toMatchObject([{ site: { id: site?.siteId }, band: "review" }]);
    expect(await ask(named("Nobody Knows This One", "1 Elsewhere Street"))).toEqual({
      candidates: [],
    });
    const [kept] = await placed(org, [named("Kept Castings Ltd", "7 Harbour Road, Suqian")]);
    await as(org, (work) =>
      mergeSites(work, {
        id: site?.siteId ?? "",
        otherId: kept?.siteId ?? "",
        keepId: kept?.siteId ?? "",
        reason: "So it is.",
        dryRun: false,
      }),
    );
    expect((await ask(xinghua)).candidates.map((one) => one.site.id)).toEqual([kept?.siteId]);
    expect(await openPairs(org)).toEqual([]);
  });

  it("explains itself: the bits sum to the probability, old reasons still show", async () => {
    const org = await plantOrganisation(db.database);
    await placed(org, [xinghua, vaguely]);
    const [pair] = await openPairs(org);
    const bits = (pair?.explanation ?? []).reduce((sum, one) => sum + one.bits, 0);
    expect(1 / (1 + 2 ** -bits)).toBeCloseTo(pair?.probability ?? 0, 9);
    expect(pair?.explanation.find(({ comparison }) => comparison === "name")?.agreed).toContain(
      "xinghua",
    );
    await db.asOwner(
      `update match_reviews set explanation = '[{"field":"house_number","outcome":"differ","weight":-1.5,"words":"The numbers differ."}]' where id = $1`,
      [pair?.id],
    );
    expect((await openPairs(org))[0]?.explanation).toEqual([
      {
        comparison: "house number",
        level: "The numbers differ.",
        bits: -1.5 / Math.LN2,
        agreed: [],
        differed: [],
      },
    ]);
  });
});

describe("names of a site", () => {
  it("find it again once a person has said 'same', in another script too, and nobody is asked any more", async () => {
    const org = await plantOrganisation(db.database);
    const unrelated = named("Brightstar Toys Factory", jiuxiu);
    await taken(org, xinghua);
    const [site] = await placed(org, [xinghua]);
    // Another name of the same door that no sound and no translation gives.
    const [other] = await placed(org, [unrelated]);
    expect(other?.siteId).not.toBe(site?.siteId);
    await as(org, (work) =>
      mergeSites(work, {
        id: other?.siteId ?? "",
        otherId: site?.siteId ?? "",
        keepId: site?.siteId ?? "",
        reason: "The operator says so.",
        dryRun: false,
      }),
    );
    expect(await placed(org, [unrelated])).toMatchObject([{ band: "same", siteId: site?.siteId }]);
    await placed(org, [chinese, vaguely]);
    await decide(org, "same");
    const again = await placed(org, [
      chinese,
      vaguely,
      { ...unrelated, name: "BRIGHTSTAR TOYS FACTORY CO LTD" },
    ]);
    expect(again.map(({ band, siteId }) => [band, siteId])).toEqual(
      again.map(() => ["same", site?.siteId]),
    );
    expect(await openPairs(org)).toEqual([]);
  });

  it("are those its records were given, and go with a record that is split off", async () => {
    const org = await plantOrganisation(db.database);
    const cut = named("Xinghua Precision Machinery", "4088 Jiuxiu Rd, Suqian");
    await taken(org, xinghua, cut);
    const [site] = await placed(org, [xinghua]);
    expect(await placed(org, [cut])).toMatchObject([{ band: "same", siteId: site?.siteId }]);
    const rows = await db.asOwner<{ id: string }>(
      "select id from disclosure_rows where organisation_id = $1 and name = $2",
      [org.organisationId, cut.name],
    );
    const { siteId } = await as(org, (work) =>
      splitSite(work, {
        id: site?.siteId ?? "",
        rowIds: rows.map(({ id }) => id),
        reason: "Two halls.",
        dryRun: false,
      }),
    );
    expect(await placed(org, [cut])).toMatchObject([{ band: "same", siteId }]);
    expect(await placed(org, [xinghua])).toMatchObject([{ band: "same", siteId: site?.siteId }]);
  });
});

describe("decisions and merges", () => {
  it("'different' is never asked again, whatever rows come later; a merged-away record is never served", async () => {
    const org = await plantOrganisation(db.database);
    await placed(org, [xinghua, vaguely]);
    const pairs = await openPairs(org);
    expect(pairs).toHaveLength(1);
    await decide(org, "different");
    await placed(org, [vaguely, xinghua, { ...vaguely, name: "XINGHUA PRECISION, SUQIAN" }]);
    expect(await openPairs(org)).toEqual([]);

    const [one, other] = [pairs[0]?.a.id ?? "", pairs[0]?.b.id ?? ""];
    const kept = await placed(org, [named("Kept Castings Ltd", "7 Harbour Road, Suqian")]);
    await as(org, (work) =>
      mergeSites(work, {
        id: one,
        otherId: kept[0]?.siteId ?? "",
        keepId: kept[0]?.siteId ?? "",
        reason: "So it is.",
        dryRun: false,
      }),
    );
    const after = await placed(org, [xinghua, vaguely]);
    expect(after.map(({ siteId }) => siteId)).not.toContain(one);
    expect(new Set(after.map(({ siteId }) => siteId))).toEqual(new Set([kept[0]?.siteId, other]));
    expect(await openPairs(org)).toEqual([]);
  });

  it("a published site is found by all, keeps to what is public, and is published once", async () => {
    const org = await plantOrganisation(db.database);
    const place = named(
      "Wanfeng Castings (Yancheng) Co., Ltd.",
      "No. 77 Kaifang Avenue, Yancheng, Jiangsu",
    );
    const secretName = named("Hidden Dragon Foundry", "No. 77 Kaifang Avenue, Yancheng, Jiangsu");
    await taken(org, place);
    const [site] = await placed(org, [place]);
    const [hidden] = await placed(org, [secretName]);
    await as(org, (work) =>
      mergeSites(work, {
        id: hidden?.siteId ?? "",
        otherId: site?.siteId ?? "",
        keepId: site?.siteId ?? "",
        reason: "One.",
        dryRun: false,
      }),
    );
    await as(org, (work) => publishSite(work, { id: site?.siteId ?? "", ground: "Agreed" }));
    const other = await plantOrganisation(db.database);
    const found = await placed(other, [
      { ...place, name: "Wanfeng Castings Yancheng" },
      secretName,
    ]);
    expect(found[0]).toMatchObject({ band: "same", siteId: site?.siteId });
    expect(found[1]?.siteId).not.toBe(site?.siteId);
    // What this organisation calls it stays with it.
    await taken(other, { ...place, name: "盐城万丰铸造有限公司" });
    expect((await as(other, (work) => getSite(work, site?.siteId ?? ""))).published).toBe(true);
    const third = await plantOrganisation(db.database);
    const [own] = await placed(third, [named("Wanfeng Castings", null)]);
    expect(own?.band).toBe("review");
  });
});

describe("servers and workers", () => {
  it("agree with one another and with an index built anew, whatever happened in which of them", async () => {
    const org = await plantOrganisation(db.database);
    const worker = openDatabase(db.login);
    const anew = openDatabase(db.login);
    const looks = async (database: Database) =>
      as(
        org,
        async (work) => {
          await lockSites(work);
          const found = await placeSites(work, [
            vaguely,
            xinghua,
            chinese,
            named("Delta Optics", "2 Mill Road"),
          ]);
          // Looking only: nothing of it is kept.
          return Promise.reject(
            Object.assign(new Error("seen"), {
              found: found.map(({ band, probability, explanation }) => ({
                band,
                probability,
                explanation,
              })),
            }),
          );
        },
        database,
      ).catch((error: unknown) => Reflect.get(error as object, "found") as unknown);
    try {
      await placed(org, [xinghua], worker);
      expect(await looks(db.database)).toEqual(await looks(worker));
      await placed(org, [named("Delta Optics Ltd", "2 Mill Road, Suqian")]);
      await taken(org, { ...xinghua, name: "Xinghua Precision Works" }, vaguely);
      const here = await looks(db.database);
      expect(await looks(worker)).toEqual(here);
      expect(await looks(anew)).toEqual(here);
      expect(here).toHaveLength(4);
    } finally {
      await worker.close();
      await anew.close();
    }
  });

  it("know what a process committed that was killed before it could tell anybody", async () => {
    const folder = mkdtempSync(join(tmpdir(), "throughline-index-"));
    const org = await plantOrganisation(db.database);
    const server = openDatabase(db.login);
    try {
      keepScopeFilesIn(server, folder);
      await placed(org, [xinghua], server);
      const url = (path: string): string =>
        JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href);
      const program = `
        import { openDatabase } from ${JSON.stringify(import.meta.resolve("@throughline/db"))};
        const { makeWork } = await import(${url("../../platform/api.ts")});
        const { lockSites, placeSites } = await import(${url("../sites/index.ts")});
        const actor = ${JSON.stringify(org.actor())};
        await openDatabase(${JSON.stringify(db.login)}).withActor(actor, async (tx) => {
          const work = makeWork({ tx, actor, tokenId: null, now: new Date() });
          await lockSites(work);
          await placeSites(work, [${JSON.stringify(named("Epsilon Motors (Suqian) Co., Ltd.", "9 Harbour Road, Suqian"))}]);
        });
        process.kill(process.pid, "SIGKILL");`;
      const child = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
        encoding: "utf8",
      });
      expect(child.signal, child.stderr).toBe("SIGKILL");
      expect(
        await placed(org, [named("EPSILON MOTORS SUQIAN", "9 Harbour Road, Suqian")], server),
      ).toMatchObject([{ band: "same" }]);
      // Own sites are never written to a file.
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
