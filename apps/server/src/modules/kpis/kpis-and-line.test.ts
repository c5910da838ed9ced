/** What KPIs tell of a day is what the line tells of it, also where sites were merged, or moved, since. */
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantSites, lineSites } from "../../test/plant-sites.ts";
import { showContractLine } from "../line/index.ts";
import { startTestApp } from "../../test/start-test-app.ts";
import { showKpi } from "./show-kpis.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it("sites and products of each day are counted as the line counts them", async () => {
  const org = await plantOrganisation(db.database, "Own");
  const planted = await plantSites(db, org);
  const { as, contractId, site } = planted;
  const server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-10T09:00:00Z"),
  });
  await server.as(org.people.owner, org.organisationId).sites.merge({
    id: site["beta"] ?? "",
    otherId: site["alpha"] ?? "",
    keepId: site["alpha"] ?? "",
    reason: "one place",
    dryRun: false,
  });
  await server.close();
  const seen: number[] = [];
  for (const asOf of ["2026-10-31", "2026-11-01", "2026-11-09", "2026-11-10", "2026-11-20"]) {
    const line = await as((work) => showContractLine(work, { id: contractId, asOf }));
    const kpi = (id: string) =>
      as((work) => showKpi(work, { id: contractId, kpi: id, asOf, limit: 200 }));
    const quality = (await kpi("T6")).standing.computed;
    const names = (quality?.rows ?? []).map(({ id }) => id).toSorted();
    expect(names).toEqual((await lineSites(planted, asOf)).map(({ siteId }) => siteId));
    const { productsTraced, addressPrecision } = line.line.completeness;
    expect(quality?.numerator).toBe(
      (addressPrecision["street"] ?? 0) + (addressPrecision["locality"] ?? 0),
    );
    const traced = (await kpi("T10")).standing.computed;
    expect([traced?.numerator, traced?.denominator]).toEqual([
      productsTraced.numerator,
      productsTraced.denominator,
    ]);
    seen.push(names.length);
  }
  // None before the disclosure came; one fewer from the day of the merge on.
  expect(seen).toEqual([0, 4, 4, 3, 3]);
});
