import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";
import { loadRequestDemonstration } from "./requests.ts";
import { loadSupplierRecord } from "./supplier-record.ts";

const now = new Date();
let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
  const parts = { secret: server.secret, publicUrl: "http://localhost" };
  for (let start = 0; start < 2; start += 1) {
    await loadDemonstrations(db.database, now);
    await loadRequestDemonstration(db.database, parts, now);
    await loadSupplierRecord(db.database, parts, now);
    await server.runJobs();
  }
});
afterAll(async () => {
  await server.close();
  await db.close();
});

async function clientOf(name: string) {
  const [owner] = await db.asOwner<{ organisation_id: string; person_id: string }>(
    "select m.organisation_id, m.person_id from members m join organisations o on o.id = m.organisation_id where o.name = $1 and m.role = 'owner' order by o.created_at limit 1",
    [name],
  );
  return server.as(owner?.person_id ?? "", owner?.organisation_id ?? "");
}

it("shows the reseller's record, two releases and what changed, loaded once however often it starts", async () => {
  const cedar = await clientOf("Cedar IT");
  expect(await cedar.record.get()).toMatchObject({
    sites: 4,
    products: 5,
    links: 6,
    answers: 2,
    masked: 1,
    holders: [{ name: "Westmere Hospitals", number: 2, changes: 0 }],
  });
  const { items } = await cedar.releases.list({});
  expect(items.map(({ number, state }) => [number, state])).toEqual([
    [2, "valid"],
    [1, "superseded"],
  ]);
});

it("shows the buyer a line with a masked site, a refusal and an answer that cannot be given", async () => {
  const hospital = await clientOf("Westmere Hospitals");
  const { items } = await hospital.contracts.list({ search: "WH-2026-21" });
  const { line } = await hospital.contracts.line({ id: items[0]?.id ?? "" });
  expect(line.products.map(({ family, status }) => [family, status])).toEqual([
    ["Cable kit C1", "cannot_because"],
    ["Dock A40", "imprecise"],
    ["Hub H2", "refused"],
    ["View 24", "traced"],
    ["View 27", "traced"],
  ]);
  expect(line.sites.filter(({ flags }) => flags.includes("identity_masked"))).toHaveLength(1);
  expect(JSON.stringify(line)).not.toContain("Halden");
  const shown = line.stations.find(({ name }) => name === "shown");
  const said = shown?.facts.map(({ sentence }) => sentence.text).join("\n");
  expect(said).toContain("was replaced on");
  expect(said).toContain("One of its sites comes without name and address");
});
