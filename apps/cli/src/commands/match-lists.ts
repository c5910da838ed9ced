import {
  buildIndex,
  type CandidateMatch,
  linkInWorkers,
  type PairExplanation,
} from "@throughline/matching";
import type { CommandAdder } from "../command-adder.ts";
import { countThreads } from "../facts/count-threads.ts";
import { readBands } from "../facts/read-bands.ts";
import { readEquivalentsFile } from "../facts/read-equivalents.ts";
import { type ListedSite, readSitesToMatch } from "../facts/read-sites-to-match.ts";
import { choosePaint, plainText } from "../terminal/paint-text.ts";
import { progressBar } from "../terminal/progress-bar.ts";
import { reportProgress } from "../terminal/report-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

interface Options {
  readonly json?: true;
  readonly allCandidates?: true;
  readonly oneToOne?: true;
  readonly equivalents?: string;
  readonly same?: string;
  readonly review?: string;
}

const mostReasons = 8;

/** The weightiest comparisons as sentences: "name: all words agree (+4.4 bits: foo, kunshan)". */
export function sayWhy({ comparisons }: PairExplanation): string[] {
  return comparisons
    .filter(({ bits }) => Math.abs(bits) >= 0.05)
    .toSorted((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .slice(0, mostReasons)
    .map(({ comparison, level, bits, agreed, differed }) => {
      const words = [
        ...(agreed.length > 0 ? [`agree: ${agreed.slice(0, 8).join(", ")}`] : []),
        ...(differed.length > 0 ? [`differ: ${differed.slice(0, 8).join(", ")}`] : []),
      ].join("; ");
      const amount = `${bits >= 0 ? "+" : "−"}${Math.abs(bits).toFixed(1)} bits`;
      return `${comparison}: ${level} (${amount}${words === "" ? "" : `; ${words}`})`;
    });
}

function roundProbability(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}

/** `throughline match LEFT RIGHT [--json]`: which row of one list is which of the other. */
export const matchListsCommand: CommandAdder = (program, terminal, finish) => {
  program
    .command("match")
    .description(
      "Find the sites of one list in another: same, for review, or new, with the reasons.",
    )
    .argument(
      "<left>",
      "the list whose sites are looked for: CSV, XLSX or JSON lines with name, address, country …",
    )
    .argument("<right>", "the list they are looked for in")
    .option("--json", "print JSON lines: left, right (null when new), probability, band, why")
    .option(
      "--all-candidates",
      "list every candidate from the band review on, not only the likeliest",
    )
    .option("--one-to-one", "take no row of the right list twice: the likelier pair has it")
    .option("--equivalents <file>", "names of one maker, a line each, parted by semicolons")
    .option("--same <probability>", "from which probability on a pair is the same site (0.95)")
    .option("--review <probability>", "from which probability on a pair is for review (0.2)")
    .action(async (left: string, right: string, options: Options) => {
      const thresholds = readBands(options);
      const equivalents =
        options.equivalents === undefined ? [] : await readEquivalentsFile(options.equivalents);
      const [ofLeft, ofRight] = await readBoth(left, right, terminal);
      const progress = reportProgress(terminal);
      progress.say(`Building the index of ${ofRight.length} sites`);
      const engine = buildIndex(
        ofRight.map(({ site }) => site),
        { thresholds, equivalents },
      );
      progress.done();
      const bar = progressBar(terminal, "Matching", ofLeft.length);
      const linked = await linkInWorkers(
        ofLeft.map(({ site }) => site),
        engine,
        {
          equivalents,
          oneToOne: options.oneToOne === true,
          workers: countThreads(ofLeft.length),
          onProgress: (done) => bar.at(done),
        },
      );
      bar.done();
      const labels = new Map(ofRight.map(({ label, site }) => [site.id, label]));
      const sites = new Map(ofRight.map(({ site }) => [site.id, site]));
      const counts = { same: 0, review: 0, new: 0 };
      linked.forEach(({ best, others }, index) => {
        const row = ofLeft[index];
        if (row === undefined) return;
        counts[best === null ? "new" : best.band] += 1;
        const shown =
          best === null ? [null] : options.allCandidates === true ? [best, ...others] : [best];
        for (const candidate of shown) {
          const explained =
            candidate === null
              ? undefined
              : engine.explainWith({ ...row.site, id: "" }, candidate.id);
          const why =
            explained === undefined ? ["no site of the right list comes near"] : sayWhy(explained);
          terminal.out(
            options.json === true
              ? `${JSON.stringify({
                  left: row.label,
                  right: candidate === null ? null : (labels.get(candidate.id) ?? candidate.id),
                  probability: candidate === null ? 0 : roundProbability(candidate.probability),
                  band: candidate?.band ?? "new",
                  why,
                })}\n`
              : drawPair(row, candidate, sites, labels, why, terminal),
          );
        }
      });
      if (options.json !== true)
        terminal.out(
          `\n${linked.length} sites: ${counts.same} are the same as one of the right list, ${counts.review} are for review, ${counts.new} are new.\n`,
        );
      finish(0);
    });
};

async function readBoth(
  left: string,
  right: string,
  terminal: Terminal,
): Promise<readonly [readonly ListedSite[], readonly ListedSite[]]> {
  const progress = reportProgress(terminal);
  try {
    progress.say(`Reading ${left}`);
    const ofLeft = await readSitesToMatch(left);
    progress.say(`Reading ${right}`);
    return [ofLeft, await readSitesToMatch(right)];
  } finally {
    progress.done();
  }
}

function drawPair(
  { label, site }: ListedSite,
  candidate: CandidateMatch | null,
  sites: ReadonlyMap<string, ListedSite["site"]>,
  labels: ReadonlyMap<string, string>,
  why: readonly string[],
  terminal: Terminal,
): string {
  const paint = choosePaint(terminal.colour);
  const words = {
    same: paint.good("✓ same  "),
    review: paint.caution("? review"),
    new: paint.faint("+ new   "),
  };
  const head = `${words[candidate?.band ?? "new"]} ${plainText(label)}  ${paint.strong(plainText(site.name))}`;
  if (candidate === null) return `${head}\n`;
  const other = sites.get(candidate.id);
  return [
    head,
    `         ${plainText(labels.get(candidate.id) ?? candidate.id)}  ${plainText(other?.name ?? "")}  ${(candidate.probability * 100).toFixed(1)} %`,
    ...why.slice(0, 4).map((reason) => `           ${paint.faint(plainText(reason))}`),
    "",
  ].join("\n");
}
