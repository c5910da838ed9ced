/**
 * The line of a contract with 1,000 products, 5 tiers and 50,000 links, through the API. Target: p95 under 100 ms.
 * The peer, in the same run, is reading the same links with plain SQL as the database's owner.
 *
 * Run: node bench/line-of-large-contract.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demonstrationPeople } from "../apps/server/src/demonstration/people.ts";
import { openAsOwner, plantLargeContract } from "./plant-rows.ts";
import { describeMachine, percentile, runServer, signIn } from "./run-server.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
await chmod(folder, 0o755);
const server = await runServer(folder, 44_101);
const owner = await openAsOwner(folder);
try {
  const person = demonstrationPeople[0];
  if (person === undefined) throw new Error("There is no demonstration sign-in.");
  const client = await signIn(server.origin, person.email, person.password);
  const me = await client.account.me();
  const organisationId = me.acting?.organisationId ?? "";
  const size = {
    products: 1_000,
    tiers: [
      "raw_material_extraction",
      "smelter_or_refiner",
      "component",
      "sub_assembly",
      "final_assembly",
    ],
    links: 50_000,
    sites: 2_000,
  };
  const id = await plantLargeContract(owner, organisationId, size);

  const first = await client.contracts.line({ id });
  if (first.line.products.length !== size.products)
    throw new Error(`The line shows ${first.line.products.length} products.`);
  const line: number[] = [];
  const peer: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const before = performance.now();
    await client.contracts.line({ id });
    line.push(performance.now() - before);
    const between = performance.now();
    await owner.query(
      "select product_line_id, site_id, tier, component, kind from trace_links where contract_id = $1",
      [id],
    );
    peer.push(performance.now() - between);
  }
  const result = {
    program: "line-of-large-contract",
    machine: await describeMachine(),
    size: { ...size, tiers: size.tiers.length },
    lineMs: { median: round(percentile(line, 0.5)), p95: round(percentile(line, 0.95)) },
    plainSqlMs: { median: round(percentile(peer, 0.5)), p95: round(percentile(peer, 0.95)) },
    ratioOfMedians: round(percentile(line, 0.5) / percentile(peer, 0.5)),
    target: "p95 under 100 ms",
    met: percentile(line, 0.95) < 100,
  };
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(
    join(import.meta.dirname, "results/line-of-large-contract.json"),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  await owner.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
