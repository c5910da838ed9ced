import type { ApiClient } from "@throughline/contract";
import { KpiPublication } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { Tx } from "@throughline/db";
import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { figure, outcome, plantKpiContract } from "./plant-kpi-contract.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let client: ApiClient;
const now = new Date("2026-11-20T09:00:00Z");

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  org = await plantOrganisation(db.database, "Northbridge University");
  client = server.as(org.people.owner, org.organisationId);
});

const plant = (): Promise<string> => plantKpiContract(client);

describe("a publication", () => {
  async function publish(
    id: string,
    over: Partial<Parameters<ApiClient["kpis"]["publish"]>[0]> = {},
  ) {
    const { draftDigest } = await client.kpis.draftPublication({ id, year: 2025 });
    return client.kpis.publish({ id, year: 2025, draftDigest, ...over });
  }

  it("is what the draft showed, once a year, and anybody reads it", async () => {
    const id = await plant();
    await client.kpis.assign({ id, ...outcome });
    await client.kpis.enter({ id, ...figure });
    const draft = await client.kpis.draftPublication({ id, year: 2025 });
    expect(draft.content.workerOutcomes).toMatchObject([{ kpi: "L1", value: 4, heldBack: false }]);
    const made = await publish(id);
    const read = await server.anonymous().kpis.readPublication({ publicationId: made.id });
    expect(read.publication).toMatchObject(draft.content);
    expect(read.digest).toBe(made.digest);
    expect(JSON.stringify(read)).not.toMatch(/DMS 4711|Time records|owner@/);
    await refuses("already_exists", publish(id));
    await refuses("conflict", publish(id, { draftDigest: "0".repeat(64) }));
    await refuses("date_in_future", client.kpis.draftPublication({ id, year: 2027 }));
    const { items } = await client.kpis.listPublications({ contractId: id });
    expect(items.map(({ year, digest }) => [year, digest])).toEqual([[2025, made.digest]]);
  });

  it("is never changed: a correction is a new one that names it", async () => {
    const id = await plant();
    await client.kpis.assign({ id, ...outcome });
    const entry = await client.kpis.enter({ id, ...figure });
    const first = await publish(id);
    const { kpi: _kpi, ...again } = figure;
    await client.kpis.correct({ entryId: entry.entryId, ...again, numerator: 30 });
    await refuses("input_invalid", publish(id, { replaces: first.id }));
    const second = await publish(id, { replaces: first.id, correction: "A site was missing." });
    const [one, other] = await Promise.all(
      [first, second].map(({ id: publicationId }) =>
        server.anonymous().kpis.readPublication({ publicationId }),
      ),
    );
    expect(one).toMatchObject({ digest: first.digest, replacedBy: second.id });
    expect(one?.publication?.workerOutcomes[0]?.value).toBe(4);
    expect(other?.publication).toMatchObject({
      replaces: first.digest,
      correction: "A site was missing.",
      workerOutcomes: [{ value: 10 }],
    });
    // Row security gives nobody the right to change or remove what was published.
    const attempt = (run: (tx: Tx) => Promise<unknown>) => db.database.withActor(org.actor(), run);
    await refuses(
      "reference_unknown",
      attempt((tx) => tx.updateTable("kpi_publications").set({ content: "{}" }).execute()),
    );
    await refuses(
      "reference_unknown",
      attempt((tx) => tx.deleteFrom("kpi_publications").execute()),
    );
  });

  it("is withdrawn once, and leaves a marked stub", async () => {
    const id = await plant();
    const made = await publish(id);
    await client.kpis.withdraw({ publicationId: made.id, reason: "The wrong contract." });
    await refuses("conflict", client.kpis.withdraw({ publicationId: made.id, reason: "again" }));
    const read = await server.anonymous().kpis.readPublication({ publicationId: made.id });
    expect(read).toEqual({
      publication: null,
      year: 2025,
      digest: made.digest,
      withdrawn: { on: "2026-11-20", reason: "The wrong contract." },
      replacedBy: null,
    });
    expect((await publish(id)).replaces).toBeNull();
  });

  it("stays readable when its contract is removed", async () => {
    const id = await plant();
    const made = await publish(id);
    await client.contracts.remove({ id, version: 1 });
    const read = await server.anonymous().kpis.readPublication({ publicationId: made.id });
    expect(read.publication?.contract.title).toBe("Laptops");
  });

  it("has the digest of its exact JSON", async () => {
    const id = await plant();
    const made = await publish(id);
    const { text } = await db.database.withActor(org.actor(), (tx) =>
      tx
        .selectFrom("kpi_publications")
        .where("id", "=", made.id)
        .select("content as text")
        .executeTakeFirstOrThrow(),
    );
    expect(createHash("sha256").update(text).digest("hex")).toBe(made.digest);
    expect(KpiPublication.safeParse(JSON.parse(text)).success).toBe(true);
  });
});
