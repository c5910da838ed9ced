/** The command line against a server that listens: asks, sends, reminds, extends, withdraws. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, party, product, siteClause } from "./contract-input.ts";
import { startTestApp, type TestApp } from "./start-test-app.ts";

const bin = join(import.meta.dirname, "../../../cli/bin/throughline.mjs");
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let url: string;
let token: string;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  url = await server.app.http.listen({ port: 0, host: "127.0.0.1" });
  buyer = await plantOrganisation(db.database, "Northbridge University");
  const owner = server.as(buyer.people.owner, buyer.organisationId);
  for (const reference of ["NB-1", "NB-2"])
    await owner.contracts.create(
      contractInput({
        reference,
        title: `Laptops ${reference}`,
        supplier: party("Cedar IT"),
        products: [product("Aster", "Book 3")],
        conditions: [siteClause()],
      }),
    );
  token = await server.tokenFor(buyer.people.owner, buyer.organisationId, [
    "contract.read",
    "request.write",
  ]);
});
afterAll(async () => {
  await server.close();
  await db.close();
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

describe("throughline request", () => {
  it("goes from a draft to a withdrawal", async () => {
    const drafted = await run(["request", "draft", "--contract", "NB-1", "nb-2", "--keep"]);
    expect(drafted.err).toBe("");
    expect(drafted.out).toContain("To: Cedar IT");
    expect(drafted.out).toContain("Laptops NB-2 (NB-2)");
    const id = /Written down as (\S+)/u.exec(drafted.out)?.[1] ?? "";
    const sent = await run(["request", "send", id, "--to", "Cedar IT", "--due", "2999-01-31"]);
    expect(sent.out).toMatch(
      /Hand these over:\n {2}http:\/\/localhost\/answer#\S+\n {2}\w{4}-\w{4}\n/u,
    );
    const listed = await run(["request", "list", "--open", "--contract", "NB-1"]);
    expect(listed.out).toContain("Cedar IT  NB-1, NB-2");
    expect(listed.out).toContain("never opened");
    expect((await run(["request", "remind", id])).out).toContain("remind them yourself");
    const later = ["--due", "2999-03-31", "--reason", "they asked for it"];
    expect((await run(["request", "extend", id, ...later])).out).toContain("31 March 2999");
    const shown = await run(["request", "show", id]);
    expect(shown.out).toContain("until 31 March 2999: they asked for it");
    expect(shown.out).toContain("Aster Book 3");
    await run(["request", "withdraw", id, "--reason", "bought no more"]);
    const json = await run(["request", "show", id, "--json"]);
    expect(JSON.parse(json.out)).toMatchObject({
      state: "withdrawn",
      withdrawnReason: "bought no more",
    });
    expect((await run(["request", "list", "--open"])).out).toBe("No requests.\n");
  });

  it("says in a sentence what is wrong, and ends with 2", async () => {
    const nobody = await run(["request", "list"], { THROUGHLINE_TOKEN: "" });
    expect(nobody.code).toBe(2);
    expect(nobody.err).toContain("THROUGHLINE_TOKEN");
    const away = await run(["request", "list", "--server", "http://127.0.0.1:9"]);
    expect(away.code).toBe(2);
    expect(away.err).toContain("Nothing answers at http://127.0.0.1:9.");
    const unknown = await run(["request", "draft", "--contract", "NB-9"]);
    expect(unknown.err).toContain("No contract has the reference NB-9.");
    const state = await run(["request", "list", "--state", "sleeping"]);
    expect(state.err).toContain("state");
    expect((await run(["request", "list"], { THROUGHLINE_TOKEN: "tl_wrong" })).code).toBe(2);
  });
});
