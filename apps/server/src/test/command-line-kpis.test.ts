/** `throughline kpi` against a server that listens, and against what that server exports: one engine, one answer. */
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { defaultBandScheme, SectionedStandings } from "@throughline/domain";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { contractInput, party, product, siteClause } from "./contract-input.ts";
import { plantAct, plantCommitment, plantTable } from "./plant-dialogue.ts";
import { startTestApp, type TestApp } from "./start-test-app.ts";

const bin = join(import.meta.dirname, "../../../cli/bin/throughline.mjs");
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let url: string;
let token: string;
let folder: string;
let contractId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  url = await server.app.http.listen({ port: 0, host: "127.0.0.1" });
  folder = await mkdtemp(join(tmpdir(), "command-line-kpis-"));
  buyer = await plantOrganisation(db.database, "Northbridge University");
  const owner = server.as(buyer.people.owner, buyer.organisationId);
  const kpi = { target: 80, targetText: null, everyMonths: 12 };
  ({ id: contractId } = await owner.contracts.create(
    contractInput({
      reference: "NB-1",
      title: "Laptops",
      supplier: party("Cedar IT"),
      buyer: { ...party("Northbridge University"), country: "GB" },
      signedOn: "2024-02-01",
      startsOn: "2024-02-19",
      products: [product("Aster", "Book 3"), product("Aster", "Book 5")],
      conditions: [
        siteClause({
          dueFrom: "signature",
          components: ["display"],
          followUp: {
            ways: ["kpi"],
            kpis: ["T1", "T2", "T4", "T5", "T6", "T8", "R1", "R3", "P3"].map((id) => ({
              ...kpi,
              kpi: id,
            })),
            evidenceTypes: [],
            personId: null,
            role: null,
            hoursPerMonth: null,
          },
        }),
      ],
    }),
  ));
  const { products } = await owner.contracts.get({ id: contractId });
  await owner.disclosures.takeForm({
    id: contractId,
    title: "Sites of Aster",
    declaredBy: "Aster",
    brand: "Aster",
    receivedOn: "2026-03-10",
    productIds: products.slice(0, 1).map(({ id }) => id),
    kind: "confirmed",
    sites: [
      {
        name: "Aster Electronics (Suzhou) Co., Ltd.",
        address: "15 Third Avenue, Suzhou Industrial Park, Suzhou, Jiangsu",
        country: "China",
      },
    ],
  });
  await owner.requests.save({
    id: contractId,
    addressee: "Cedar IT",
    brand: null,
    subject: "Sites",
    body: "Which sites?",
    productIds: [],
    dueOn: "2026-02-20",
    sentOn: "2026-02-10",
  });
  await owner.kpis.assign({
    id: contractId,
    kpi: "L1",
    target: { number: 5, words: null },
    everyMonths: 12,
    reason: "agreed",
  });
  await owner.kpis.enter({
    id: contractId,
    kpi: "L1",
    from: "2026-01-01",
    to: "2026-03-31",
    numerator: 12,
    denominator: 300,
    note: "time records",
  });
  await owner.kpis.setBands({
    version: 0,
    bands: { ...defaultBandScheme, labels: { ...defaultBandScheme.labels, good: "On track" } },
  });
  const table = await plantTable(db.database, { host: buyer, contractIds: [contractId] });
  const commitmentId = await plantCommitment(db.database, table.seriesId, table.counterpart, {
    madeAt: "2026-02-01T10:00:00Z",
    dueOn: "2026-03-01",
  });
  await plantAct(db.database, table.seriesId, commitmentId, buyer, {
    kind: "confirmed",
    on: "2026-02-02",
  });
  await plantAct(db.database, table.seriesId, commitmentId, table.counterpart, {
    kind: "fulfilled",
    on: "2026-02-20",
    shownBy: { title: "Letter" },
  });
  token = await server.tokenFor(buyer.people.owner, buyer.organisationId, [
    "contract.read",
    "kpi.read",
  ]);
});
afterAll(async () => {
  await server.close();
  await db.close();
  await rm(folder, { recursive: true });
});

function run(args: readonly string[], more: Record<string, string> = {}) {
  return new Promise<{ code: number | null; out: string; err: string }>((done) => {
    const child = spawn(process.execPath, [bin, ...args], {
      env: { ...process.env, THROUGHLINE_URL: url, THROUGHLINE_TOKEN: token, ...more },
    });
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    child.on("close", (code) => done({ code, out, err }));
  });
}

const Told = z.object({ standings: SectionedStandings });

it("a contract of the server and its exported file give the same, to the last row", async () => {
  const exported = await server.app.http.inject({
    method: "GET",
    url: `/api/contracts/${contractId}/kpis/facts`,
    headers: { authorization: `Bearer ${token}` },
  });
  const path = join(folder, "export.json");
  await writeFile(path, exported.body);
  for (const day of ["2026-11-19", "2026-03-05"]) {
    const there = await run(["kpi", "nb-1", "--json", "--as-of", day]);
    expect(there.err).toBe("");
    // A file needs neither server nor token.
    const here = await run(["kpi", path, "--json", "--as-of", day], {
      THROUGHLINE_URL: "",
      THROUGHLINE_TOKEN: "",
    });
    expect(here.err).toBe("");
    expect(JSON.parse(here.out)).toEqual(JSON.parse(there.out));
  }
  const { standings } = Told.parse(
    JSON.parse((await run(["kpi", contractId, "--json", "--as-of", "2026-11-19"])).out),
  );
  const value = (kpi: string) =>
    standings.supplierConduct.find(({ assignment }) => assignment.kpi === kpi)?.computed?.value;
  expect([value("T1"), value("R1"), value("R3")]).toEqual([50, 20, 100]);
  // What was entered today was not known yesterday.
  expect(standings.workerOutcomes[0]?.entered ?? null).toBeNull();
}, 180_000);

it("says what the server refuses", async () => {
  expect((await run(["kpi", "NB-9"])).err).toContain("No contract has the reference NB-9.");
  const blind = await server.tokenFor(buyer.people.owner, buyer.organisationId, ["contract.read"]);
  const refused = await run(["kpi", "NB-1"], { THROUGHLINE_TOKEN: blind });
  expect(refused.code).toBe(2);
  expect(refused.err).toContain("kpi.read");
}, 180_000);
