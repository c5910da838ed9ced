/** The server's line of each demonstration and the command line's are one line: only ids are made anew. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Line } from "@throughline/domain";
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { showContractLine } from "../modules/line/index.ts";
import { workOf } from "../test/plant-contract.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";

const checkout = fileURLToPath(new URL("../../../..", import.meta.url));
// Today, as both clocks see it: the server records when it screened, the command line screens when it draws.
const now = new Date();
const today = now.toISOString().slice(0, 10);

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
  await loadDemonstrations(db.database, now);
});
afterAll(async () => {
  await db.close();
});

async function drawByServer(reference: string): Promise<Line> {
  const [owner] = await db.asOwner<{ id: string; organisation_id: string; person_id: string }>(
    "select c.id, c.organisation_id, m.person_id from contracts c join members m on m.organisation_id = c.organisation_id and m.role = 'owner' where c.reference = $1",
    [reference],
  );
  if (owner === undefined) throw new Error(`The demonstration ${reference} was not loaded.`);
  const actor = {
    organisationId: owner.organisation_id,
    personId: owner.person_id,
    role: "owner" as const,
    scopes: null,
    requestId: "parity",
  };
  return db.database.withActor(actor, async (tx) => {
    const { line } = await showContractLine(workOf(tx, actor, now), { id: owner.id, asOf: today });
    return Line.parse(line);
  });
}

function drawByCommandLine(folder: string): Line {
  const ran = spawnSync(
    process.execPath,
    [
      "apps/cli/bin/throughline.mjs",
      "trace",
      `examples/${folder}/contract.json`,
      "--as-of",
      today,
      "--json",
    ],
    // The local day is the server's day.
    { cwd: checkout, encoding: "utf8", env: { ...process.env, TZ: "UTC" } },
  );
  expect(ran.stderr).toBe("");
  return Line.parse(JSON.parse(ran.stdout));
}

/** What the line says, without the ids: sites by name and address, products by what they are called. */
function withoutIds(line: Line): unknown {
  const nameOf = new Map(line.sites.map((site) => [site.siteId, `${site.name}, ${site.address}`]));
  const byText = <T>(all: readonly T[]) =>
    all.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const names = (ids: readonly string[]) => byText(ids.map((id) => nameOf.get(id)));
  return {
    readiness: {
      ...line.readiness,
      gates: byText(line.readiness.gates),
      advice: byText(line.readiness.advice),
    },
    completeness: line.completeness,
    stations: line.stations.map(({ facts, ...station }) => ({
      ...station,
      facts: byText(facts.map(({ sentence, source, date }) => ({ sentence, source, date }))),
    })),
    products: line.products.map(({ productId: _, finalAssembly, ...product }) => ({
      ...product,
      finalAssembly: { ...finalAssembly, siteIds: names(finalAssembly.siteIds) },
    })),
    sites: byText(
      line.sites.map((site) => [
        `${site.name}, ${site.address}, ${site.country}, ${site.precision}`,
        site.standing.text,
        site.flags,
        site.screening,
        site.toReview,
        site.tiers,
      ]),
    ),
    breaks: byText(
      line.breaks.map(({ sentence, severity, dueOn, owner, action }) => [
        [sentence, severity, dueOn, owner],
        [action.kind, action.sentence, action.why],
      ]),
    ),
  };
}

describe("a demonstration's line", () => {
  it.each([
    ["university-laptops", "NBU-2026-EUC-1", 7, 15],
    ["city-buses", "LKH-BUS-2026-01", 0, 0],
    ["city-phones", "LKH-PHN-2025", 0, 0],
  ])(
    "is the same from the server and from the command line: %s",
    async (folder, reference, products, sites) => {
      const server = await drawByServer(reference);
      const commandLine = drawByCommandLine(folder);
      expect(withoutIds(server)).toEqual(withoutIds(commandLine));
      expect([server.products.length, server.sites.length]).toEqual([products, sites]);
      expect(server.completeness.productsTraced.numerator).toBe(0);
    },
  );
});
