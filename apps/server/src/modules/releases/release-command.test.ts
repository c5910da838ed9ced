/** `throughline release` against a server that listens. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, product } from "../../test/contract-input.ts";
import { assembler, plantRecord } from "../../test/plant-record.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

const checkout = fileURLToPath(new URL("../../../../..", import.meta.url));
let db: TestDatabase;
let server: TestApp;
let origin: string;
let token: string;
let given: { releaseId: string; code: string };
let folder: string;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  origin = await server.app.http.listen({ port: 0, host: "127.0.0.1" });
  folder = await mkdtemp(join(tmpdir(), "throughline-release-command-"));
  const supplier = await plantOrganisation(db.database, "Cedar IT", ["reseller"]);
  const own = server.as(supplier.people.owner, supplier.organisationId);
  await plantRecord(own);
  given = await own.releases.release({
    deliveryId: null,
    recipientName: "Northbridge University",
    asOf: "2026-01-01",
  });
  const buyer = await plantOrganisation(db.database, "Northbridge University");
  token = await server.tokenFor(buyer.people.owner, buyer.organisationId, [
    "record.read",
    "disclosure.write",
    "contract.read",
  ]);
  await server
    .as(buyer.people.owner, buyer.organisationId)
    .contracts.create(contractInput({ reference: "NB-1", products: [product("Aster", "Book 3")] }));
});
afterAll(async () => {
  await server.close();
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

function run(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [join(checkout, "apps/cli/bin/throughline.mjs"), "release", ...args],
      { cwd: folder, env: { ...process.env, THROUGHLINE_URL: origin, THROUGHLINE_TOKEN: token } },
    );
    const said = { out: "", err: "" };
    child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, ...said }));
  });
}

describe("throughline release", () => {
  it("opens, shows, lists, takes, compares and exports", async () => {
    const wrong = await run("open", "2222-2222");
    expect(wrong.code).toBe(2);
    expect(wrong.err).toContain("This share code opens nothing.");

    const opened = await run("open", given.code);
    expect(opened.err).toBe("");
    expect(opened.out).toContain("Release 1 from Cedar IT (invented)");
    expect(opened.out).toContain(`Aster Book 3: final assembly at ${assembler.name}`);
    expect(opened.out).toContain("display panel at Masked site 1");
    expect(opened.out).not.toContain("Brightfield");

    const listed = await run("list", "--json");
    expect(JSON.parse(listed.out)).toMatchObject([{ id: given.releaseId, state: "valid" }]);

    const taken = await run("take", given.releaseId, "--contract", "NB-1");
    expect(taken.out).toMatch(/^Taken as disclosure [0-9a-f-]{36}: 2 links, 0 answers\.\n$/u);
    const again = await run("take", given.releaseId, "--contract", "NB-1");
    expect(again.err).toContain("taken for this contract before");

    const compared = await run("compare", given.releaseId, given.releaseId);
    expect(compared.out).toContain("Nothing differs.");

    const exported = await run("export", given.releaseId, "--format", "csv", "--out", "list.csv");
    expect(exported.out).toBe("Written: list.csv\n");
    expect(await readFile(join(folder, "list.csv"), "utf8")).toContain(assembler.name);
    const odd = await run("export", given.releaseId, "--format", "pdf");
    expect(odd.err).toContain("xlsx, csv or json");
  });
});
