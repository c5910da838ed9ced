import { dedupeInWorkers } from "@throughline/matching";
import type { CommandAdder } from "../command-adder.ts";
import { countThreads } from "../facts/count-threads.ts";
import { readBands } from "../facts/read-bands.ts";
import { readEquivalentsFile } from "../facts/read-equivalents.ts";
import { readSitesToMatch } from "../facts/read-sites-to-match.ts";
import { choosePaint, plainText } from "../terminal/paint-text.ts";
import { progressBar } from "../terminal/progress-bar.ts";
import { reportProgress } from "../terminal/report-progress.ts";

interface Options {
  readonly json?: true;
  readonly equivalents?: string;
  readonly same?: string;
  readonly review?: string;
}

/** `throughline dedupe FILE [--json]`: which rows of a list are one site. */
export const dedupeListCommand: CommandAdder = (program, terminal, finish) => {
  program
    .command("dedupe")
    .description("Find rows of one list that are one site, and gather them into groups.")
    .argument("<file>", "the list: CSV, XLSX or JSON lines with name, address, country …")
    .option(
      "--json",
      "print JSON lines: a, b, probability, band for pairs, then id, cluster for every row",
    )
    .option("--equivalents <file>", "names of one maker, a line each, parted by semicolons")
    .option("--same <probability>", "from which probability on a pair is the same site (0.95)")
    .option("--review <probability>", "from which probability on a pair is for review (0.2)")
    .action(async (file: string, options: Options) => {
      const thresholds = readBands(options);
      const equivalents =
        options.equivalents === undefined ? [] : await readEquivalentsFile(options.equivalents);
      const progress = reportProgress(terminal);
      progress.say(`Reading ${file}`);
      const rows = await readSitesToMatch(file).finally(() => progress.done());
      const bar = progressBar(terminal, "Comparing", rows.length);
      const { pairs, clusters } = await dedupeInWorkers(
        rows.map(({ site }) => site),
        {
          thresholds,
          equivalents,
          workers: countThreads(rows.length),
          onProgress: (done) => bar.at(done),
        },
      );
      bar.done();
      const labels = new Map(rows.map(({ label, site }) => [site.id, label]));
      const nameOf = (id: string): string => labels.get(id) ?? id;
      if (options.json === true) {
        for (const { a, b, probability, band } of pairs)
          terminal.out(
            `${JSON.stringify({ a: nameOf(a), b: nameOf(b), probability: Math.round(probability * 10_000) / 10_000, band })}\n`,
          );
        for (const { id, cluster } of clusters)
          terminal.out(`${JSON.stringify({ id: nameOf(id), cluster: nameOf(cluster) })}\n`);
        finish(0);
        return;
      }
      const groups = new Map<string, string[]>();
      for (const { id, cluster } of clusters)
        groups.set(cluster, [...(groups.get(cluster) ?? []), id]);
      const sites = new Map(rows.map(({ site }) => [site.id, site]));
      const paint = choosePaint(terminal.colour);
      const several = [...groups.values()].filter((group) => group.length > 1);
      for (const group of several) {
        terminal.out(`${paint.strong(`${group.length} rows, one site`)}\n`);
        for (const id of group) {
          const site = sites.get(id);
          terminal.out(
            `  ${plainText(nameOf(id))}  ${plainText(site?.name ?? "")}${site?.address == null ? "" : ` · ${plainText(site.address)}`}\n`,
          );
        }
      }
      const review = pairs.filter(({ band }) => band === "review").length;
      terminal.out(
        `\n${rows.length} rows are ${groups.size} sites; ${several.length} of them are named more than once. ${review} pairs are for a person to look at.\n`,
      );
      finish(0);
    });
};
