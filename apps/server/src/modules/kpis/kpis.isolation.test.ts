import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantKpis } from "../../isolation/kpi-samples.ts";
import { contractInput, product, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let own: PlantedOrganisation;
let other: PlantedOrganisation;
let mine: ApiClient;
let theirs: ApiClient;
let contractId: string;
let planted: Awaited<ReturnType<typeof plantKpis>>;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  own = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
  mine = server.as(own.people.owner, own.organisationId);
  theirs = server.as(other.people.owner, other.organisationId);
  ({ id: contractId } = await mine.contracts.create(
    contractInput({ products: [product("Aster", "Book 3")], conditions: [siteClause()] }),
  ));
  planted = await plantKpis(mine, contractId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const figure = { from: "2026-01-01", to: "2026-03-31", value: 1, note: "n" };
const asked = { kpi: "T1", target: { number: 1, words: null }, everyMonths: 3, reason: "r" };

it("one's own are read; another's are as unknown as none", async () => {
  expect((await mine.kpis.ofContract({ id: contractId })).standings.workerOutcomes).toHaveLength(1);
  for (const id of [contractId, randomUUID()]) {
    await refuses("not_found", theirs.kpis.ofContract({ id }));
    await refuses("not_found", theirs.kpis.get({ id, kpi: "L1" }));
    await refuses("not_found", theirs.kpis.series({ id, kpi: "L1" }));
    await refuses("not_found", theirs.kpis.draftPublication({ id, year: 2025 }));
    expect((await theirs.kpis.listPublications({ contractId: id })).items).toEqual([]);
    expect((await theirs.kpis.list({ section: "worker_outcomes", contractId: id })).total).toBe(0);
  }
});

it("another's row is referenced neither on making nor on changing one's own", async () => {
  const { id } = await theirs.contracts.create(contractInput());
  for (const personId of [own.people.reader, randomUUID()])
    await refuses("reference_unknown", theirs.kpis.assign({ id, ...asked, personId }));
  for (const foreign of [contractId, randomUUID()]) {
    await refuses("not_found", theirs.kpis.assign({ id: foreign, ...asked }));
    await refuses("not_found", theirs.kpis.enter({ id: foreign, kpi: "T1", ...figure }));
    await refuses(
      "not_found",
      theirs.kpis.recordMeasured({ id: foreign, kpi: "T1", on: "2026-03-31" }),
    );
  }
  for (const entryId of [planted.kpiEntry, randomUUID()]) {
    await refuses("not_found", theirs.kpis.correct({ entryId, ...figure }));
    await refuses("not_found", theirs.kpis.takeBack({ entryId, reason: "r" }));
  }
  for (const assignmentId of [planted.kpiAssignment, randomUUID()])
    await refuses("not_found", theirs.kpis.endAssignment({ assignmentId, reason: "r" }));
  const { draftDigest } = await theirs.kpis.draftPublication({ id, year: 2025 });
  for (const replaces of [planted.kpiPublication, randomUUID()])
    await refuses(
      "reference_unknown",
      theirs.kpis.publish({ id, year: 2025, draftDigest, replaces, correction: "c" }),
    );
  for (const publicationId of [planted.kpiPublication, randomUUID()])
    await refuses("not_found", theirs.kpis.withdraw({ publicationId, reason: "r" }));
});

it("the database itself keeps them apart", async () => {
  const actor = other.actor();
  const seen = await db.database.withActor(actor, async (tx) => [
    ...(await tx.selectFrom("contract_kpis").select("id").execute()),
    ...(await tx.selectFrom("kpi_entries").select("id").execute()),
    ...(await tx.selectFrom("kpi_bands").select("organisation_id").execute()),
    ...(await tx.selectFrom("kpi_publications").select("id").execute()),
  ]);
  expect(seen).toEqual([]);
  // An entry of another's contract, or one that replaces another's.
  for (const [contract, replaces] of [
    [contractId, null],
    [(await theirs.contracts.create(contractInput())).id, planted.kpiEntry],
  ] as const)
    await refuses(
      "reference_unknown",
      db.database.withActor(actor, (tx) =>
        tx
          .insertInto("kpi_entries")
          .values({
            organisation_id: other.organisationId,
            contract_id: contract,
            kpi: "L1",
            kind: "figure",
            from_day: "2026-01-01",
            to_day: "2026-03-31",
            value: 1,
            replaces,
            entered_on: "2026-11-20",
            entered_at: new Date(),
          })
          .execute(),
      ),
    );
});
