/**
 * The search index by itself, on invented sites with truth: time to build and reopen, memory, processor time of a search by kind,
 * and how often a site is found, first and among ten, by its own name with one slip in one word.
 *
 * Run: node --expose-gc bench/matching/search-sites.ts [sites, a million if left out; anything else is not kept]
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findSites } from "../../packages/matching/src/search/find-sites.ts";
import {
  buildSearchIndex,
  openSearchIndex,
  suggestSites,
} from "../../packages/matching/src/search/site-search.ts";
import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";
import { describeMachine, percentile } from "../run-server.ts";
import { misspell } from "./corrupt-record.ts";
import { Draw } from "./draw-random.ts";
import { generateSites } from "./generate-sites.ts";

const count = Number(process.argv[2] ?? 1_000_000);
const { records } = generateSites({ count, seed: 20_261_120 });
const buildFrom = performance.now();
const built = buildSearchIndex(records);
const buildSeconds = seconds(buildFrom);
const arrays = built.arrays();
const openFrom = performance.now();
const index = openSearchIndex(arrays);
const openSeconds = seconds(openFrom);

const kinds: Readonly<Record<string, readonly string[]>> = {
  oneLetter: [..."cshmy"],
  twoLetters: ["sh", "co", "el", "du", "an"],
  beginnings: ["elec", "shenz", "garm", "techn", "indus", "hua"],
  words: ["electronics", "shenzhen", "garments", "industrial road"],
  legalForm: ["co ltd", "ltd"],
  severalWords: ["shenzhen elec", "dhaka garments ltd", "precision dongguan road", "hua elec shen"],
  neverMeet: ["electronics garments", "batteries footwear"],
  oneSlip: ["shenzehn elec", "garmnets dhaka", "electronis"],
  twoSlips: ["elcetroincs", "precisoin donguan", "indsutiral"],
  chinese: ["深圳", "电子", "深圳电子", "欣", "东莞市精密"],
  acrossScripts: ["dianzi shenzhen", "huade", "dongguan jingmi"],
  names: records.slice(0, 200).map(({ name }) => name),
};
const byKind = Object.fromEntries(
  Object.entries(kinds).map(([kind, texts]) => [
    kind,
    {
      suggest: measure(texts, (text) => void suggestSites([index], text, 10)),
      list: measure(texts, (text) => void findSites([index], text, { limit: 50, nearly: false })),
    },
  ]),
);
const result = {
  program: "search-sites",
  machine: await describeMachine(),
  sites: count,
  buildSeconds,
  openSeconds,
  bytesASite: Math.round(index.bytes / count),
  distinctWords: index.words.size,
  processorMs: byKind,
  slips: recallWithSlips(records, 1000),
};
if (count === 1_000_000) {
  const folder = join(import.meta.dirname, "../results");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "search-sites.json"), `${JSON.stringify(result, null, 2)}\n`);
}
process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);

/** Processor time of this thread's work: what other programs of the machine take does not count. */
function measure(
  texts: readonly string[],
  search: (text: string) => void,
): { median: number; p95: number } {
  for (const text of texts) search(text);
  const samples: number[] = [];
  for (let n = 0; n < Math.max(40, texts.length); n += 1) {
    const before = process.threadCpuUsage();
    search(texts[n % texts.length] ?? "");
    const used = process.threadCpuUsage(before);
    samples.push((used.user + used.system) / 1000);
  }
  return { median: round(percentile(samples, 0.5)), p95: round(percentile(samples, 0.95)) };
}

/** Sites looked for by their name, one word of four letters or more misspelt once. */
function recallWithSlips(
  sites: readonly SiteToMatch[],
  wanted: number,
): { searched: number; first: number; amongTen: number; withoutSlip: number } {
  const draw = new Draw(7);
  const tally = { searched: 0, first: 0, amongTen: 0, withoutSlip: 0 };
  while (tally.searched < wanted) {
    const { id, name } = sites[draw.below(sites.length)] ?? { id: "", name: "" };
    const words = name.split(" ");
    const long = words.flatMap((word, at) => (/^[A-Za-z]{5,}$/.test(word) ? [at] : []));
    if (long.length === 0) continue;
    tally.searched += 1;
    if (findRank(name, id, name) !== -1) tally.withoutSlip += 1;
    const at = draw.pick(long);
    const misspelt = words.with(at, misspell(words[at] ?? "", draw)).join(" ");
    const rank = findRank(misspelt, id, name);
    if (rank === 0) tally.first += 1;
    if (rank !== -1) tally.amongTen += 1;
  }
  return tally;
}

/** Where the site, or another with the very same name, stands among ten; −1 when it does not. */
function findRank(text: string, id: string, name: string): number {
  return suggestSites([index], text, 10).findIndex(
    (hit) => hit.id === id || records[Number(hit.id.slice(1))]?.name === name,
  );
}

function seconds(from: number): number {
  return round((performance.now() - from) / 1000);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
