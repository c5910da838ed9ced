/**
 * Keyset list, type-ahead and id lookup of sites at 1,000,000 rows under row security, through the API. Target: p95
 * under 50 ms. The peer, in the same run, is the same list read as the database's owner without row security.
 *
 * Run: node bench/sites-at-a-million.ts
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { demonstrationPeople } from "../apps/server/src/demonstration/people.ts";
import { openAsOwner, plantSites } from "./plant-rows.ts";
import { describeMachine, percentile, runServer, signIn } from "./run-server.ts";

const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
await chmod(folder, 0o755);
const server = await runServer(folder, 44_102);
const owner = await openAsOwner(folder);
try {
  const person = demonstrationPeople[0];
  if (person === undefined) throw new Error("There is no demonstration sign-in.");
  const client = await signIn(server.origin, person.email, person.password);
  const me = await client.account.me();
  const size = { published: 800_000, others: 150_000, own: 50_000 };
  await plantSites(owner, me.acting?.organisationId ?? "", size);

  const ids: string[] = [];
  const list: number[] = [];
  const peer: number[] = [];
  let after: string | null | undefined;
  for (let page = 0; page < 100; page += 1) {
    const before = performance.now();
    const answer = await client.sites.list(after === undefined || after === null ? {} : { after });
    list.push(performance.now() - before);
    ids.push(...answer.items.map((site) => site.id));
    after = answer.next;
    const last = answer.items.at(-1)?.name ?? "";
    const between = performance.now();
    await owner.query(
      "select id, name, address, country from sites where name_key > $1 order by name_key, id limit 50",
      [last.toLowerCase()],
    );
    peer.push(performance.now() - between);
  }
  if (new Set(ids).size !== ids.length || ids.length !== 5_000)
    throw new Error("The pages overlap or fall short.");
  const lookup = await time(200, (n) => client.sites.get({ id: ids[(n * 17) % ids.length] ?? "" }));
  const words = ["aurora", "bri", "cedar w", "granite works", "lo"];
  const suggest = await time(100, (n) =>
    client.sites.suggest({ text: words[n % words.length] ?? "a" }),
  );
  const search = await time(100, (n) =>
    client.sites.list({ search: words[n % words.length] ?? "a" }),
  );
  const result = {
    program: "sites-at-a-million",
    machine: await describeMachine(),
    size,
    listMs: summary(list),
    lookupMs: summary(lookup),
    suggestMs: summary(suggest),
    searchMs: summary(search),
    withoutRowSecurityMs: summary(peer),
    ratioOfListMedians: round(percentile(list, 0.5) / percentile(peer, 0.5)),
    target: "list and lookup: p95 under 50 ms",
    met: percentile(list, 0.95) < 50 && percentile(lookup, 0.95) < 50,
  };
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(
    join(import.meta.dirname, "results/sites-at-a-million.json"),
    `${JSON.stringify(result, null, 2)}\n`,
  );
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  await owner.end();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function time(count: number, work: (n: number) => Promise<unknown>): Promise<number[]> {
  const samples: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const before = performance.now();
    await work(n);
    samples.push(performance.now() - before);
  }
  return samples;
}

function summary(samples: readonly number[]): { median: number; p95: number } {
  return { median: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
