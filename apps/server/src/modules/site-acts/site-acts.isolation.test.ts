/** What became of sites, over HTTP: old ids lead on for those who may see, and for nobody else; another's site is nobody's to change. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ApiClient } from "@throughline/contract";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../../test/expect-code.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { lineSites, plantSites, type Planted } from "../../test/plant-sites.ts";

let db: TestDatabase;
let server: TestApp;
let ours: Planted;
let theirs: Planted;
let asOurs: ApiClient;
let asTheirs: ApiClient;
beforeAll(async () => {
  db = await openTestDatabase();
  const webFolder = mkdtempSync(join(tmpdir(), "throughline-web-"));
  writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>The page</title>");
  server = await startTestApp({ database: db.database, webFolder });
  ours = await plantSites(db, await plantOrganisation(db.database));
  theirs = await plantSites(db, await plantOrganisation(db.database));
  asOurs = server.as(ours.org.people.owner, ours.org.organisationId);
  asTheirs = server.as(theirs.org.people.owner, theirs.org.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const reason = "Seen on site";
async function get(url: string, planted: Planted | null) {
  const headers =
    planted === null
      ? {}
      : await server.headersOf(planted.org.people.owner, planted.org.organisationId);
  const answer = await server.call({ method: "GET", url, headers });
  const { location, "cache-control": kept } = answer.headers;
  return { status: answer.statusCode, location, kept };
}

describe("an id whose site was merged away", () => {
  it("moves for good to the one that stands, on the page and the API, for those who may see it only", async () => {
    const { beta = "", alpha = "" } = ours.site;
    const { publicId } = await asOurs.sites.get({ id: beta });
    const { publicId: keptId } = await asOurs.sites.get({ id: alpha });
    const nobody = await get(`/api/sites/${randomUUID()}`, theirs);
    expect((await get(`/api/sites/${beta}`, ours)).status).toBe(200);
    const done = await asOurs.sites.merge({ id: beta, otherId: alpha, keepId: alpha, reason });
    for (const id of [beta, publicId]) {
      expect(await get(`/api/sites/${id}`, ours), id).toMatchObject({
        status: 308,
        location: `/api/sites/${alpha}`,
        kept: "no-store",
      });
      expect(await get(`/sites/${id}`, ours), id).toMatchObject({
        status: 308,
        location: `/sites/${keptId}`,
        kept: "no-store",
      });
      expect(await get(`/api/sites/${id}`, theirs), id).toEqual(nobody);
      expect((await get(`/api/sites/${id}`, null)).status, id).toBe(401);
      // The page itself says what there is; it is the same for everybody.
      expect((await get(`/sites/${id}`, theirs)).status, id).toBe(200);
      expect((await get(`/sites/${id}`, null)).status, id).toBe(200);
    }
    expect((await get(`/api/sites/${alpha}`, ours)).status).toBe(200);
    await asOurs.sites.undoAct({ actId: done.actId ?? "" });
    expect((await get(`/api/sites/${beta}`, ours)).status).toBe(200);
  });
});

describe("another organisation's site", () => {
  it("is not found by any act, and none refers to it, like no site at all", async () => {
    const own = ours.site["alpha"] ?? "";
    const [record] = (await asTheirs.sites.listRecords({ id: theirs.site["alpha"] ?? "" })).items;
    const [ownRecord] = (await asOurs.sites.listRecords({ id: own })).items;
    const closed = await asTheirs.sites.close({
      id: theirs.site["delta"] ?? "",
      on: "2026-11-01",
      reason,
    });
    const tries = (id: string, rowId: string, actId: string): (() => Promise<unknown>)[] => [
      () => asOurs.sites.listActs({ id }),
      () => asOurs.sites.listRecords({ id }),
      () => asOurs.sites.merge({ id, otherId: own, reason }),
      () => asOurs.sites.merge({ id: own, otherId: id, reason }),
      () => asOurs.sites.split({ id, rowIds: [ownRecord?.rowId ?? ""], reason }),
      () => asOurs.sites.split({ id: own, rowIds: [rowId], reason }),
      () =>
        asOurs.sites.moveRecords({ id: own, rowIds: [ownRecord?.rowId ?? ""], toId: id, reason }),
      () =>
        asOurs.sites.moveRecords({
          id: own,
          rowIds: [rowId],
          toId: ours.site["beta"] ?? "",
          reason,
        }),
      () => asOurs.sites.relocate({ id, toId: own, on: "2026-11-01", reason }),
      () => asOurs.sites.relocate({ id: own, toId: id, on: "2026-11-01", reason }),
      () => asOurs.sites.close({ id, on: "2026-11-01", reason }),
      () => asOurs.sites.reopen({ id, on: "2026-11-01", reason }),
      () => asOurs.sites.undoAct({ actId }),
    ];
    const real = tries(theirs.site["alpha"] ?? "", record?.rowId ?? "", closed.actId ?? "");
    const none = tries(randomUUID(), randomUUID(), randomUUID());
    for (const [at, attempt] of real.entries()) {
      const refusal = await refusalOf(attempt());
      expect(refusal, `try ${at}`).not.toBeNull();
      expect(refusal, `try ${at}`).toEqual(await refusalOf(none[at]?.() ?? Promise.resolve()));
    }
    expect((await asTheirs.sites.listActs({ id: theirs.site["alpha"] ?? "" })).items).toEqual([]);
  });

  it("where it is published, is joined to one's own record in one's own scope only", async () => {
    const delta = theirs.site["gamma"] ?? "";
    await asTheirs.sites.publish({ id: delta, ground: "Agreed" });
    const own = ours.site["beta"] ?? "";
    const before = await asTheirs.sites.get({ id: delta });
    expect(
      await refusalOf(asOurs.sites.merge({ id: own, otherId: delta, keepId: delta, reason })),
    ).toMatchObject({
      code: "input_invalid",
    });
    expect(
      (await refusalOf(asOurs.sites.close({ id: delta, on: "2026-11-01", reason })))?.code,
    ).toBe("not_allowed");
    const done = await asOurs.sites.merge({ id: own, otherId: delta, reason });
    expect(done.siteId).toBe(own);
    expect((await get(`/api/sites/${delta}`, ours)).status).toBe(308);
    expect((await asOurs.sites.list({ scope: "published" })).items).toEqual([]);
    expect(
      (await asOurs.sites.suggest({ text: "gamma prec" })).items.map(({ id }) => id),
    ).toContain(own);
    // The keeper sees nothing of it.
    expect((await get(`/api/sites/${delta}`, theirs)).status).toBe(200);
    expect(await asTheirs.sites.get({ id: delta })).toEqual(before);
    expect((await asTheirs.sites.listActs({ id: delta })).items).toEqual([]);
    await asOurs.sites.undoAct({ actId: done.actId ?? "" });
    expect((await asOurs.sites.list({ scope: "published" })).items.map(({ id }) => id)).toContain(
      delta,
    );
  });

  it("where its keeper merges two published sites, leads on for everybody", async () => {
    const { alpha = "", beta = "" } = theirs.site;
    await asTheirs.sites.publish({ id: alpha, ground: "Agreed" });
    await asTheirs.sites.publish({ id: beta, ground: "Agreed" });
    const done = await asTheirs.sites.merge({ id: beta, otherId: alpha, keepId: alpha, reason });
    expect(await get(`/api/sites/${beta}`, ours)).toMatchObject({
      status: 308,
      location: `/api/sites/${alpha}`,
    });
    expect(
      (await asOurs.sites.list({ scope: "published" })).items.map(({ id }) => id),
    ).not.toContain(beta);
    expect((await asOurs.sites.suggest({ text: "beta comp" })).items.map(({ id }) => id)).toContain(
      alpha,
    );
    expect((await asOurs.sites.listActs({ id: alpha })).items).toEqual([]);
    await asTheirs.sites.undoAct({ actId: done.actId ?? "" });
    expect((await get(`/api/sites/${beta}`, ours)).status).toBe(200);
    expect((await lineSites(theirs, "2026-11-20")).length).toBe(4);
  });
});
