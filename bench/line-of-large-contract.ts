/**
 * The line of a contract with 1,000 products, 5 tiers and 50,000 links, through the API. Target: p95 under 100 ms.
 * The line is computed each time it is read; it is measured right after a commit.
 * The peer, in the same run, is reading the same links with plain SQL as the database's owner.
 *
 * Run: node bench/line-of-large-contract.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
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
  if (first.part.products.total !== size.products)
    throw new Error(`The line has ${first.part.products.total} products.`);
  const afterWrite: number[] = [];
  const peer: number[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    // So that nothing anybody may keep between two requests can help.
    await owner.query("update organisations set version = version + 1 where id = $1", [
      organisationId,
    ]);
    afterWrite.push(await time(() => client.contracts.line({ id })));
    peer.push(
      await time(() =>
        owner.query(
          "select product_line_id, site_id, tier, component, kind from trace_links where contract_id = $1",
          [id],
        ),
      ),
    );
  }
  const result = {
    program: "line-of-large-contract",
    machine: await describeMachine(),
    // One minute; more than the cores means that others were waiting too.
    loadAverage: round(loadavg()[0] ?? Number.NaN),
    size: { ...size, tiers: size.tiers.length },
    afterAWriteMs: summary(afterWrite),
    plainSqlMs: summary(peer),
    ratioOfMediansAfterAWrite: round(percentile(afterWrite, 0.5) / percentile(peer, 0.5)),
    target: "p95 under 100 ms",
    met: percentile(afterWrite, 0.95) < 100,
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

async function time(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function summary(samples: readonly number[]): { median: number; p95: number } {
  return { median: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
