/** Whatever is merged, split and undone in whatever order: one survivor, no circle, and undone is as before. */
import { randomUUID } from "node:crypto";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { sql } from "kysely";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract } from "../../test/plant-contract.ts";
import { findSurvivors, lockOrganisationSites, makeSite } from "../sites/index.ts";
import { getSite } from "../sites/index.ts";
import { joinSites } from "./join-sites.ts";
import { listRecords } from "./list-acts.ts";
import { plantSites, type Planted } from "../../test/plant-sites.ts";
import { splitSite } from "./split-site.ts";
import { undoAct } from "./undo-act.ts";
import { takeText } from "../../test/take-planted-text.ts";

let db: TestDatabase;
let planted: Planted;
beforeAll(async () => {
  db = await openTestDatabase();
  planted = await plantSites(db, await plantOrganisation(db.database));
});
afterAll(async () => {
  await db.close();
});

/** Runs and takes everything back, so that each try begins alike. */
async function tried<T>(run: (work: Work) => Promise<T>): Promise<T> {
  const enough = new Error("enough");
  let found: { value: T } | undefined;
  try {
    await planted.as(async (work) => {
      found = { value: await run(work) };
      throw enough;
    });
  } catch (error) {
    if (error !== enough) throw error;
  }
  if (found === undefined) throw new Error("Nothing was found.");
  return found.value;
}

async function makeSites(work: Work, count: number): Promise<string[]> {
  await lockOrganisationSites(work);
  const ids: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const { id } = await makeSite(work, {
      name: `Works ${randomUUID()}`,
      address: null,
      country: null,
      latitude: null,
      longitude: null,
      osId: null,
      flags: [],
    });
    ids.push(id);
  }
  return ids;
}

const many = 7;
const site = fc.nat({ max: many - 1 });
const step = fc.oneof(
  fc.record({ kind: fc.constant("merge" as const), one: site, other: site }),
  fc.record({ kind: fc.constant("undo" as const), which: fc.nat({ max: 20 }) }),
);

describe("any order of merges and undoings", () => {
  it("leads every site to one survivor of the sites it was merged with, and never in a circle", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        await tried(async (work) => {
          const ids = await makeSites(work, many);
          const acts = new Map<string, readonly [string, string]>();
          for (const one of steps) {
            if (one.kind === "undo") {
              const [actId] = [...acts.keys()].slice(one.which % Math.max(acts.size, 1));
              if (actId === undefined) continue;
              await undoAct(work, actId);
              acts.delete(actId);
              continue;
            }
            const [a, b] = [ids[one.one] ?? "", ids[one.other] ?? ""];
            const joined = await joinSites(work, { one: a, other: b, reason: null });
            expect(joined).toMatchObject(
              joined.kind === "joined" ? {} : { reason: "joined_already" },
            );
            if (joined.kind === "joined") acts.set(joined.actId, [joined.goneId, joined.keptId]);
          }
          const leads = await findSurvivors(work.tx, ids);
          // The same groups as the edges that stand make, walked here by hand.
          const up = new Map(acts.values());
          for (const id of ids) {
            let root = id;
            for (let seen = 0; up.has(root); seen += 1) {
              expect(seen).toBeLessThan(many);
              root = up.get(root) ?? root;
            }
            expect(leads.get(id) ?? id).toBe(root);
          }
          const survivors = new Set(ids.map((id) => leads.get(id) ?? id));
          expect(survivors.size).toBe(many - acts.size);
          const { rows } = await sql<{ survivor_id: string; site_id: string }>`
            select * from private.members_of(${[...survivors]}::uuid[], 'infinity')`.execute(
            work.tx,
          );
          expect(rows.map((row) => row.site_id).toSorted()).toEqual(ids.toSorted());
          for (const row of rows)
            expect(leads.get(row.site_id) ?? row.site_id).toBe(row.survivor_id);
        });
      }),
      { numRuns: 25 },
    );
  });
});

async function pictureOf(work: Work): Promise<unknown> {
  const ids = Object.values(planted.site);
  const pairs = await sql`
    select site_a, site_b, decision, settled_by from match_reviews order by site_a, site_b`.execute(
    work.tx,
  );
  const sites = [];
  for (const id of ids.toSorted()) {
    const { screenings: _, ...seen } = await getSite(work, id);
    sites.push(seen);
  }
  return { pairs: pairs.rows, sites };
}

describe("undone", () => {
  it("is as before: sites, pairs, records and links, whatever was merged", async () => {
    const pairs = fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 })), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(pairs, fc.boolean(), async (wanted, lastFirst) => {
        await tried(async (work) => {
          const ids = Object.values(planted.site).toSorted();
          const before = await pictureOf(work);
          const acts: string[] = [];
          for (const [one, other] of wanted) {
            const joined = await joinSites(work, {
              one: ids[one] ?? "",
              other: ids[other] ?? "",
              reason: null,
            });
            if (joined.kind === "joined") acts.push(joined.actId);
          }
          for (const actId of lastFirst ? acts.toReversed() : acts) await undoAct(work, actId);
          expect(await pictureOf(work)).toEqual(before);
        });
      }),
      { numRuns: 12 },
    );
  });

  it("is as before for a split too, and a split that is merged again shows the same records", async () => {
    await tried(async (work) => {
      const { contractId } = await plantContract(work, [["Acme", "Book 9"]]);
      await takeText(
        work,
        contractId,
        "Acme, Made by: Alpha Electronics (Kunshan) Co., Ltd. No.15, Third Avenue, Kunshan, Jiangsu, China",
      );
      const id = planted.site["alpha"] ?? "";
      const recordsOf = async (of: string): Promise<string[]> =>
        (await listRecords(work, of)).items.map(({ rowId }) => rowId).toSorted();
      const [before, seen] = [await recordsOf(id), await pictureOf(work)];
      expect(before).toHaveLength(2);
      const split = () =>
        splitSite(work, { id, rowIds: before.slice(0, 1), reason: "Another gate", dryRun: false });

      const first = await split();
      expect(await recordsOf(id)).toHaveLength(1);
      await undoAct(work, first.actId ?? "");
      expect(await recordsOf(id)).toEqual(before);
      expect(await pictureOf(work)).toMatchObject({ pairs: (seen as { pairs: unknown }).pairs });

      const second = await split();
      expect(await recordsOf(second.siteId ?? "")).toHaveLength(1);
      // Splitting said that the two differ: that is undone, not merged over.
      expect(
        await joinSites(work, { one: id, other: second.siteId ?? "", reason: null }),
      ).toMatchObject({ kind: "refused", reason: "decided_different" });
    });
  });
});
