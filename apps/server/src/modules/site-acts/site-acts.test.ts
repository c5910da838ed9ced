import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../test/expect-code.ts";
import { plantContract } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { getSite } from "../sites/index.ts";
import { listMatchReviews } from "../sites/index.ts";
import { listSites } from "../sites/index.ts";
import { publishSite } from "../sites/index.ts";
import { suggestSites } from "../sites/index.ts";
import { acceptPairs } from "./accept-pairs.ts";
import { changeState } from "./change-state.ts";
import { decideMatchReview } from "./decide-match-review.ts";
import { listActs, listRecords } from "./list-acts.ts";
import { mergeSites } from "./merge-sites.ts";
import { moveRecords } from "./move-records.ts";
import { relocateSite } from "./relocate-site.ts";
import { lineSites, plantSites, type Planted } from "../../test/plant-sites.ts";
import { splitSite } from "./split-site.ts";
import { undoAccepted } from "./undo-accepted.ts";
import { undoAct } from "./undo-act.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

const reason = "Same gate, same register number";
const names = async ({ as }: Planted): Promise<string[]> =>
  (await as((work) => listSites(work, { limit: 50, scope: "own" }))).items.map(
    ({ name }) => name.split(" ")[0] ?? "",
  );

async function merge(planted: Planted, gone: string, kept: string, on = "2026-11-20") {
  const { as, site } = planted;
  return as(
    (work) =>
      mergeSites(work, {
        id: site[gone] ?? "",
        otherId: site[kept] ?? "",
        keepId: site[kept] ?? "",
        reason,
        dryRun: false,
      }),
    on,
  );
}

describe("merging", () => {
  it("says first what it would do and changes nothing; done, one site stands with what was said of both", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site } = planted;
    const input = {
      id: site["beta"] ?? "",
      otherId: site["alpha"] ?? "",
      keepId: site["alpha"] ?? "",
      reason,
    };
    const dry = await as((work) => mergeSites(work, { ...input, dryRun: true }));
    expect(dry).toMatchObject({ actId: null, siteId: site["alpha"] });
    expect(dry.effect).toMatchObject({ records: 1, links: 1, contracts: 1 });
    expect((await names(planted)).length).toBe(4);
    expect(
      await db.asOwner(
        "select 1 from audit_entries where action = 'merge-sites' and organisation_id = $1",
        [planted.org.organisationId],
      ),
    ).toEqual([]);

    const done = await as((work) => mergeSites(work, { ...input, dryRun: false }));
    expect(done.effect).toEqual(dry.effect);
    expect(await names(planted)).toEqual(["Alpha", "Delta", "Gamma"]);
    const kept = await as((work) => getSite(work, site["alpha"] ?? ""));
    expect(kept.merged).toMatchObject([{ id: site["beta"], since: "2026-11-20" }]);
    expect(
      kept.values
        .filter(({ field }) => field === "name")
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual(["Alpha Electronics (Kunshan) Co., Ltd.", "Beta Computer (Chongqing) Co., Ltd."]);
    expect(kept.links).toHaveLength(2);
    expect(kept.contracts).toBe(1);
    // Its name still finds it, its ids lead to the one that stands.
    expect((await as((work) => suggestSites(work, "beta comp"))).map(({ id }) => id)).toEqual([
      site["alpha"],
    ]);
    expect(
      (await as((work) => listSites(work, { limit: 5, search: "chongqing" }))).items.map(
        ({ id }) => id,
      ),
    ).toEqual([site["alpha"]]);
    expect((await as((work) => getSite(work, site["beta"] ?? ""))).id).toBe(site["alpha"]);
    expect(await codeOf(merge(planted, "beta", "alpha"))).toBe("already_exists");
  });

  it("counts from its day on, until it is undone; then all is as it was", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site } = planted;
    const before = await as((work) => getSite(work, site["alpha"] ?? ""));
    const { actId } = await merge(planted, "beta", "alpha", "2026-11-10");
    expect(await lineSites(planted, "2026-11-09")).toHaveLength(4);
    expect(await lineSites(planted, "2026-11-10")).toHaveLength(3);
    await as((work) => undoAct(work, actId ?? ""), "2026-11-15");
    expect(await lineSites(planted, "2026-11-14")).toHaveLength(3);
    expect(await lineSites(planted, "2026-11-20")).toHaveLength(4);
    expect((await names(planted)).length).toBe(4);
    expect((await as((work) => suggestSites(work, "beta"))).map(({ id }) => id)).toEqual([
      site["beta"],
    ]);
    // It was screened again under all its names, and that stays on record.
    expect(await as((work) => getSite(work, site["alpha"] ?? ""))).toEqual({
      ...before,
      screenings: before.screenings.map((one) => ({ ...one, screenedOn: "2026-11-10" })),
    });
    const { items } = await as((work) => listActs(work, site["beta"] ?? ""));
    expect(items).toMatchObject([
      { kind: "merge", on: "2026-11-10", reason, undone: { on: "2026-11-15" } },
    ]);
    // Undone once more: nothing to do.
    await as((work) => undoAct(work, actId ?? ""));
  });

  it("places what is disclosed later on the site that stands", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site, contractId } = planted;
    await merge(planted, "beta", "alpha");
    await as((work) =>
      takeText(
        work,
        contractId,
        "Acme, Made by: Beta Computer (Chongqing) Co., Ltd. 18#, Zongbao Road, Chongqing, China",
      ),
    );
    const rows = await db.asOwner<{ site_id: string }>(
      "select site_id from disclosure_rows where organisation_id = $1 and name like 'Beta%' order by site_id",
      [planted.org.organisationId],
    );
    expect(new Set(rows.map((row) => row.site_id))).toEqual(new Set([site["beta"], site["alpha"]]));
    expect((await names(planted)).length).toBe(3);
    const { items } = await as((work) => listRecords(work, site["alpha"] ?? ""));
    expect(items.filter(({ name }) => name.startsWith("Beta"))).toHaveLength(2);
    expect(items).toHaveLength(3);
  });

  it("counts a measure that meets both once, and keeps the verdict that was given", async () => {
    const planted = await plantSites(
      db,
      await plantOrganisation(db.database),
      "Acme, Manufactured by one of the following: 1. Hefei Bitland Information Technology Co., Ltd., No. 4088 Jinxiu Avenue, Hefei, Anhui, China 2. Bitland Hefei Information Technology Co., Ltd., Plant 9, Shushan, Hefei, Anhui, China",
    );
    const [hefei, bitland] = [planted.site["hefei"] ?? "", planted.site["bitland"] ?? ""];
    const hits = async (id: string) => (await planted.as((work) => getSite(work, id))).hits;
    const [before] = await hits(hefei);
    expect(before).toBeDefined();
    await db.asOwner(
      `insert into screening_hits (organisation_id, site_id, list_id, measure_id, entity, measure, effective_on, matched_on, explanation, probability, found_on)
       select organisation_id, $2, list_id, measure_id, entity, measure, effective_on, matched_on, explanation, probability, found_on from screening_hits where id = $1 on conflict do nothing`,
      [before?.id, bitland],
    );
    await planted.as((work) =>
      mergeSites(work, { id: bitland, otherId: hefei, keepId: hefei, reason, dryRun: false }),
    );
    const joined = await hits(hefei);
    expect(joined.filter(({ measureId }) => measureId === before?.measureId)).toHaveLength(1);
    const line = await lineSites(planted, "2026-11-20");
    expect(line).toHaveLength(1);
  });

  it("keeps the public id, and refuses what nobody may say", async () => {
    const planted = await plantSites(
      db,
      await plantOrganisation(db.database),
      "Acme, Manufactured by one of the following: 1. Alpha Mills Ltd, 3 Weaver Street, Halifax, UK 2. Beta Forge Ltd, 8 Hammer Lane, Sheffield, UK 3. Gamma Press Ltd, 2 Type Row, Derby, UK",
    );
    const { as, site } = planted;
    await as((work) => publishSite(work, { id: site["alpha"] ?? "", ground: "Agreed" }));
    expect(await codeOf(merge(planted, "alpha", "beta"))).toBe("input_invalid");
    const input = { id: site["gamma"] ?? "", otherId: site["gamma"] ?? "", reason, dryRun: false };
    expect(await codeOf(as((work) => mergeSites(work, input)))).toBe("already_exists");
    const third = { ...input, otherId: site["beta"] ?? "", keepId: site["alpha"] ?? "" };
    expect(await codeOf(as((work) => mergeSites(work, third)))).toBe("input_invalid");
    await merge(planted, "beta", "alpha");
    expect((await names(planted)).length).toBe(2);
  });
});

const kunshan =
  "Acme, Manufactured by one of the following: 1. Compal Information (Kunshan) Co., Ltd. No.15, Third Avenue, A Zone, Kunshan, Jiangsu, China " +
  "2. Compal information technology (kunshan) CO., LTD. Third Avenue, A Zone, Kunshan, Jiangsu, China";

describe("deciding pairs", () => {
  it("'same' merges, taking it back undoes; 'different' survives merges and is never asked again", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database), kunshan);
    const { as, contractId } = planted;
    const open = () => as((work) => listMatchReviews(work, { limit: 50, state: "open" }));
    const [pair] = (await open()).items;
    const reviewId = pair?.id ?? "";
    await as((work) => decideMatchReview(work, { reviewId, decision: "same" }));
    expect(await names(planted)).toHaveLength(1);
    expect((await open()).items).toEqual([]);
    await as((work) => decideMatchReview(work, { reviewId, decision: null }));
    expect(await names(planted)).toHaveLength(2);
    expect((await open()).items.map(({ id }) => id)).toEqual([reviewId]);

    await as((work) => decideMatchReview(work, { reviewId, decision: "different" }));
    const merging = as((work) =>
      mergeSites(work, {
        id: pair?.a.id ?? "",
        otherId: pair?.b.id ?? "",
        reason,
        dryRun: false,
      }),
    );
    expect(await codeOf(merging)).toBe("verdict_already_given");
    // A third record, merged into one of the two, carries the decision along.
    await as((work) =>
      takeText(work, contractId, "Acme, Made by: Yokai K.K., 2-3 Honmachi, Osaka, Japan"),
    );
    const [yokai] = (await as((work) => listSites(work, { limit: 5, search: "yokai" }))).items;
    const into = (otherId: string) =>
      as((work) =>
        mergeSites(work, {
          id: yokai?.id ?? "",
          otherId,
          keepId: yokai?.id ?? "",
          reason,
          dryRun: false,
        }),
      );
    await into(pair?.a.id ?? "");
    expect(await codeOf(into(pair?.b.id ?? ""))).toBe("verdict_already_given");
    expect((await open()).items).toEqual([]);
  });

  it("asks open pairs of a merged-away site with the one that stands, and as before once it is undone", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database), kunshan);
    const { as, contractId, site } = planted;
    await as((work) =>
      takeText(work, contractId, "Acme, Made by: Yokai K.K., 2-3 Honmachi, Osaka, Japan"),
    );
    const [yokai] = (await as((work) => listSites(work, { limit: 5, search: "yokai" }))).items;
    const pairs = async () =>
      (await as((work) => listMatchReviews(work, { limit: 50, state: "open" }))).items.map(
        ({ a, b }) => [a.id, b.id].toSorted(),
      );
    const before = await pairs();
    const [compal] = before[0] ?? [];
    const other = before[0]?.[1] ?? "";
    const { actId } = await as((work) =>
      mergeSites(work, {
        id: compal ?? "",
        otherId: yokai?.id ?? "",
        keepId: yokai?.id ?? "",
        reason,
        dryRun: false,
      }),
    );
    expect(await pairs()).toEqual([[other, yokai?.id ?? ""].toSorted()]);
    await as((work) => undoAct(work, actId ?? ""));
    expect(await pairs()).toEqual(before);
    expect(Object.keys(site).length).toBeGreaterThan(0);
  });

  it("accepts many after a dry run, leaves what needs a person, and undoes all of it", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database), kunshan);
    const { as } = planted;
    const dry = await as((work) => acceptPairs(work, { dryRun: true }));
    expect(dry).toMatchObject({ bulkId: null, pairs: 1, merges: 1, left: [], more: false });
    expect(dry.examples).toHaveLength(1);
    expect(await names(planted)).toHaveLength(2);
    expect(await codeOf(as((work) => acceptPairs(work, { dryRun: false, expected: 7 })))).toBe(
      "conflict",
    );
    const none = await as((work) => acceptPairs(work, { dryRun: false, minProbability: 1 }));
    expect(none).toMatchObject({ pairs: 0, merges: 0, bulkId: null });
    const done = await as((work) =>
      acceptPairs(work, { dryRun: false, expected: 1, country: "CN" }),
    );
    expect(done).toMatchObject({ pairs: 1, merges: 1, effect: dry.effect });
    expect(await names(planted)).toHaveLength(1);
    expect(await as((work) => undoAccepted(work, done.bulkId ?? ""))).toBe(1);
    expect(await as((work) => undoAccepted(work, done.bulkId ?? ""))).toBe(0);
    expect(await names(planted)).toHaveLength(2);
    expect(
      (await as((work) => listMatchReviews(work, { limit: 5, state: "open" }))).items,
    ).toHaveLength(1);
    expect(await codeOf(as((work) => undoAccepted(work, crypto.randomUUID())))).toBe("not_found");
  });
});

describe("splitting and moving records", () => {
  it("gives records a site of their own, links and values with them, from that day on; undone, the new id leads back", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site } = planted;
    const { actId: merged } = await merge(planted, "beta", "alpha", "2026-11-05");
    const rows = (await as((work) => listRecords(work, site["alpha"] ?? ""))).items;
    const betas = rows.filter(({ name }) => name.startsWith("Beta")).map(({ rowId }) => rowId);
    const split = (rowIds: string[], on = "2026-11-10") =>
      as((work) => splitSite(work, { id: site["alpha"] ?? "", rowIds, reason, dryRun: false }), on);
    expect(await codeOf(split(rows.map(({ rowId }) => rowId)))).toBe("input_invalid");
    expect(await codeOf(split([crypto.randomUUID()]))).toBe("reference_unknown");
    const done = await split(betas);
    expect(done.effect).toMatchObject({ records: 1, links: 1, contracts: 1 });
    const made = await as((work) => getSite(work, done.siteId ?? ""));
    expect(made.name).toBe("Beta Computer (Chongqing) Co., Ltd.");
    expect(made.links).toHaveLength(1);
    expect(made.values.some(({ field }) => field === "address")).toBe(true);
    expect((await as((work) => getSite(work, site["alpha"] ?? ""))).links).toHaveLength(1);
    expect(await lineSites(planted, "2026-11-09")).toHaveLength(3);
    expect((await lineSites(planted, "2026-11-10")).map(({ siteId }) => siteId)).toContain(
      done.siteId,
    );

    await as((work) => undoAct(work, done.actId ?? ""), "2026-11-15");
    expect(await lineSites(planted, "2026-11-14")).toHaveLength(4);
    expect(await lineSites(planted, "2026-11-20")).toHaveLength(3);
    expect((await as((work) => getSite(work, made.publicId))).id).toBe(site["alpha"]);
    expect((await as((work) => getSite(work, site["alpha"] ?? ""))).links).toHaveLength(2);
    await as((work) => undoAct(work, merged ?? ""));
    expect((await names(planted)).length).toBe(4);
  });

  it("moves records to a known site; a later move rests on it", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site } = planted;
    const [record] = (await as((work) => listRecords(work, site["beta"] ?? ""))).items;
    const move = (from: string, to: string) =>
      as((work) =>
        moveRecords(work, {
          id: site[from] ?? "",
          rowIds: [record?.rowId ?? ""],
          toId: site[to] ?? "",
          reason,
          dryRun: false,
        }),
      );
    const first = await move("beta", "alpha");
    expect((await as((work) => getSite(work, site["beta"] ?? ""))).links).toEqual([]);
    expect((await as((work) => getSite(work, site["alpha"] ?? ""))).links).toHaveLength(2);
    expect(await codeOf(move("beta", "gamma"))).toBe("reference_unknown");
    expect(await codeOf(move("alpha", "alpha"))).toBe("input_invalid");
    const second = await move("alpha", "gamma");
    expect(await codeOf(as((work) => undoAct(work, first.actId ?? "")))).toBe("still_in_use");
    await as((work) => undoAct(work, second.actId ?? ""));
    await as((work) => undoAct(work, first.actId ?? ""));
    expect((await as((work) => getSite(work, site["beta"] ?? ""))).links).toHaveLength(1);
  });
});

describe("closing, reopening, relocating", () => {
  it("are states with their day, and can be undone", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site } = planted;
    const id = site["alpha"] ?? "";
    const stateOf = async () => (await as((work) => getSite(work, id))).state;
    const set = (kind: "close" | "reopen", on: string) =>
      as((work) => changeState(work, kind, { id, on, reason }));
    expect(await codeOf(set("reopen", "2026-11-01"))).toBe("already_exists");
    expect(await codeOf(set("close", "2026-11-21"))).toBe("date_in_future");
    const closed = await set("close", "2026-10-01");
    expect(await stateOf()).toBe("closed");
    expect(await codeOf(set("close", "2026-11-01"))).toBe("already_exists");
    expect(await codeOf(set("reopen", "2026-09-01"))).toBe("input_invalid");
    const reopened = await set("reopen", "2026-11-01");
    expect(await stateOf()).toBe("open");
    await as((work) => undoAct(work, reopened.actId ?? ""));
    expect(await stateOf()).toBe("closed");
    await as((work) => undoAct(work, closed.actId ?? ""));
    expect(await stateOf()).toBe("open");
  });

  it("a site that moved is linked to where it went; both keep their ids", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site } = planted;
    const id = site["delta"] ?? "";
    const relocate = (more: { toId?: string; address?: string }) =>
      as((work) =>
        relocateSite(work, {
          id,
          toId: more.toId ?? null,
          address: more.address ?? null,
          country: null,
          on: "2026-09-01",
          reason,
        }),
      );
    expect(await codeOf(relocate({}))).toBe("input_invalid");
    expect(await codeOf(relocate({ toId: id }))).toBe("input_invalid");
    expect(await codeOf(relocate({ toId: crypto.randomUUID() }))).toBe("reference_unknown");
    const moved = await relocate({ address: "1 New Road, Bradford, UK" });
    const [from, to] = await Promise.all(
      [id, moved.siteId ?? ""].map((one) => as((work) => getSite(work, one))),
    );
    expect(from).toMatchObject({
      id,
      state: "relocated",
      movedTo: { id: moved.siteId, since: "2026-09-01" },
    });
    expect(to).toMatchObject({ name: "Delta Optics Ltd", movedFrom: [{ id }], state: "open" });
    expect(await codeOf(relocate({ toId: site["alpha"] ?? "" }))).toBe("already_exists");
    await as((work) => undoAct(work, moved.actId ?? ""));
    expect((await as((work) => getSite(work, to?.publicId ?? ""))).id).toBe(id);
    expect(await as((work) => getSite(work, id))).toMatchObject({ state: "open", movedTo: null });
    expect((await names(planted)).length).toBe(4);
  });
});

describe("a contract's list of sites", () => {
  it("shows the kept site where only the gone one is named", async () => {
    const planted = await plantSites(db, await plantOrganisation(db.database));
    const { as, site } = planted;
    const second = await as(async (work) => {
      const { contractId } = await plantContract(work, [["Acme", "Book 4"]]);
      await takeText(
        work,
        contractId,
        "Acme, Made by: Beta Computer (Chongqing) Co., Ltd. 18#, Zongbao Road, Chongqing, China",
      );
      return contractId;
    });
    await merge(planted, "beta", "alpha");
    const found = await as((work) => listSites(work, { limit: 9, contractId: second }));
    expect(found.items.map(({ id }) => id)).toEqual([site["alpha"]]);
    expect(found.items[0]?.contracts).toBe(2);
    expect(
      (await lineSites({ ...planted, contractId: second }, "2026-11-20")).map(
        ({ siteId }) => siteId,
      ),
    ).toEqual([site["alpha"]]);
  });
});
