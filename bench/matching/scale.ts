/**
 * Measures the engine on invented sites with truth: building, memory, writing down and reopening, one record, 100,000 rows, dedupe of all.
 * Prints figures and, with `--json FILE`, writes them. Sizes are arguments; memory is that of the whole process, records and all.
 *
 * Run: `node --expose-gc bench/matching/scale.ts 10000 100000 1000000 [--without-dedupe] [--json FILE]`
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import { defaultBands } from "../../packages/matching/src/engine/band-of.ts";
import type { IndexArrays } from "../../packages/matching/src/engine/index-arrays.ts";
import { engineSettings } from "../../packages/matching/src/engine/site-engine.ts";
import { SiteIndex } from "../../packages/matching/src/engine/site-index.ts";
import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";
import {
  dedupeIndexInWorkers,
  linkToIndexInWorkers,
} from "../../packages/matching/src/workers/compare-in-workers.ts";
import { corruptRecord } from "./corrupt-record.ts";
import { agreementOf } from "./count-agreement.ts";
import { Draw } from "./draw-random.ts";
import { generateSites } from "./generate-sites.ts";
import { pairsOf } from "./read-sets.ts";

const collect = (): void => (globalThis as { gc?: () => void }).gc?.(); // there with --expose-gc
const megabytes = (): number => {
  collect();
  const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage();
  void external;
  void rss;
  return Math.round((heapUsed + arrayBuffers) / 1e6);
};
const seconds = (from: number): number => Math.round((performance.now() - from) / 10) / 100;
const bitsOfReview = Math.log2(defaultBands.review / (1 - defaultBands.review));
const workers = Math.min(2, availableParallelism());

interface Figures {
  readonly [what: string]: number | string;
}

/** Processor seconds of all threads since `from`: beside the seconds on the clock they tell what a busy machine cost. */
function processorSeconds(from: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(from);
  return Math.round((user + system) / 1e4) / 100;
}

/** Prints a figure as soon as it is known: a run at a million takes minutes. */
function note(into: Record<string, number | string>, what: string, value: number | string): void {
  into[what] = value;
  process.stdout.write(`${what.padEnd(26)} ${value}\n`);
}

async function measure(count: number): Promise<Figures> {
  const figures: Record<string, number | string> = {};
  note(figures, "records", count);
  note(figures, "load average", Math.round((loadavg()[0] ?? 0) * 10) / 10);
  const processor = process.cpuUsage();
  const { records, truth } = generateSites({ count, seed: 1 });
  const before = megabytes();
  let from = performance.now();
  let used = process.cpuUsage();
  const index = new SiteIndex(engineSettings());
  index.build(records);
  note(figures, "index built, s", seconds(from));
  note(figures, "index, processor, s", processorSeconds(used));
  note(figures, "index, MB", megabytes() - before);
  const folder = mkdtempSync(join(tmpdir(), "throughline-index-"));
  try {
    const file = join(folder, "index");
    const bytes = serialize(index.views());
    note(figures, "index file, MB", Math.round(bytes.length / 1e6));
    writeFileSync(file, bytes);
    from = performance.now();
    const reopened = new SiteIndex(
      engineSettings(),
      deserialize(readFileSync(file)) as IndexArrays,
    ); // as written above
    note(figures, "reopened, s", seconds(from));
    if (reopened.size !== index.size) throw new Error("The reopened index is another.");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  collect();
  // Rows of a new list: seven of ten are known sites, written otherwise.
  const draw = new Draw(3);
  const rows = Math.min(100_000, count);
  const fresh = generateSites({ count: rows, seed: 2 }).records;
  const known = new Map<string, number>();
  const list = fresh.map((record, at): SiteToMatch => {
    if (draw.chance(0.3)) return { ...record, id: `q${at}` };
    const which = draw.below(count);
    known.set(`q${at}`, which);
    return corruptRecord(records[which] ?? record, `q${at}`, draw, 0.7);
  });
  const single: number[] = [];
  for (const row of list.slice(0, 4000)) {
    const start = performance.now();
    index.readProbe(row);
    index.compareCandidates(index.probe, 0, -1, bitsOfReview);
    single.push(performance.now() - start);
  }
  // The first thousand warm the machine up.
  const warm = single.slice(1000).toSorted((a, b) => a - b);
  const milliseconds = (share: number): number =>
    Math.round((warm[Math.floor(warm.length * share)] ?? 0) * 1000) / 1000;
  note(figures, "one record, median ms", milliseconds(0.5));
  note(figures, "one record, p95 ms", milliseconds(0.95));
  from = performance.now();
  used = process.cpuUsage();
  const linked = await linkToIndexInWorkers(list, index, { workers });
  note(figures, "rows", rows);
  note(figures, "rows linked, s", seconds(from));
  note(figures, "rows, processor, s", processorSeconds(used));
  const truthOf = new Map(records.map((record, at) => [record.id, truth[at]]));
  let right = 0;
  let answered = 0;
  for (const { left, best } of linked) {
    if (best === null || best.probability <= 0.5) continue;
    answered += 1;
    const which = known.get(left);
    if (which !== undefined && truthOf.get(best.id) === truth[which]) right += 1;
  }
  note(
    figures,
    "rows linked, F1",
    Math.round(((2 * right) / (answered + known.size)) * 10_000) / 10_000,
  );
  if (!process.argv.includes("--without-dedupe")) {
    from = performance.now();
    used = process.cpuUsage();
    const { pairs } = await dedupeIndexInWorkers(index, { workers });
    note(figures, "dedupe of all, s", seconds(from));
    note(figures, "dedupe, processor, s", processorSeconds(used));
    note(figures, "load average, dedupe", Math.round((loadavg()[0] ?? 0) * 10) / 10);
    const groups = new Map<string, string[]>();
    records.forEach(({ id }, at) => {
      const site = truth[at] ?? "";
      const group = groups.get(site);
      if (group === undefined) groups.set(site, [id]);
      else group.push(id);
    });
    const found = agreementOf(
      pairs
        .filter(({ probability }) => probability > 0.5)
        .map(({ a, b }) => (a < b ? `${a}|${b}` : `${b}|${a}`)),
      pairsOf(groups.values()),
    );
    note(figures, "dedupe, F1", Math.round(found.f1 * 10_000) / 10_000);
  }
  note(figures, "processor time of all, s", processorSeconds(processor));
  note(figures, "process at most, MB", Math.round(process.resourceUsage().maxRSS / 1000));
  return figures;
}

const wanted = process.argv.indexOf("--json");
const file = wanted === -1 ? undefined : process.argv[wanted + 1];
const sizes = process.argv
  .slice(2)
  .map(Number)
  .filter((size) => size > 0);
const all: Figures[] = [];
for (const size of sizes) {
  all.push(await measure(size));
  process.stdout.write("\n");
}
if (file !== undefined)
  writeFileSync(
    file,
    `${JSON.stringify({ program: "matching/scale", machine: { cpu: cpus()[0]?.model ?? "", cores: cpus().length, memoryGiB: Math.round(totalmem() / 2 ** 30), node: process.version }, workers, figures: all }, null, 2)}\n`,
  );
