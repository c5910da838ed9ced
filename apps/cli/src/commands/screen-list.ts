import type { ScreeningFact } from "@throughline/domain";
import { screenSite, toScreeningFacts } from "@throughline/risk";
import { sayDate } from "@throughline/tracing";
import type { CommandAdder } from "../command-adder.ts";
import { readListFile } from "../facts/read-list-file.ts";
import { choosePaint, plainText, wrapText } from "../terminal/paint-text.ts";
import { reportProgress } from "../terminal/report-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** One site of the list, with what each list of measures says about it. */
interface ScreenedSite {
  readonly row: number;
  readonly name: string;
  readonly address: string;
  readonly country: string | null;
  /** Over all lists: a hit wins, and "no hit" needs every list to be complete and searched. */
  readonly status: ScreeningFact["status"];
  readonly screenings: readonly ScreeningFact[];
}

function sumUp(screenings: readonly ScreeningFact[]): ScreeningFact["status"] {
  const statuses = new Set(screenings.map((one) => one.status));
  if (statuses.has("hit")) return "hit";
  if (statuses.size === 0 || (statuses.size === 1 && statuses.has("not_screened")))
    return "not_screened";
  return statuses.size === 1 && statuses.has("no_hit") ? "no_hit" : "no_hit_on_partial_list";
}

function drawSites(sites: readonly ScreenedSite[], terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const words = {
    hit: paint.bad("◆ hit"),
    no_hit_on_partial_list: paint.faint("○ no hit on a partial list"),
    no_hit: paint.good("✓ no hit"),
    not_screened: paint.caution("? not screened"),
  };
  const lines: string[] = [];
  for (const site of sites) {
    lines.push(`${String(site.row).padStart(4)}  ${words[site.status]}  ${plainText(site.name)}`);
    for (const { hit, listTitle, listEdition } of site.screenings) {
      if (hit === null) continue;
      const since = hit.effectiveOn === null ? "" : `, in force since ${sayDate(hit.effectiveOn)}`;
      lines.push(
        ...wrapText(
          plainText(
            `${hit.measure}${since}. ${hit.explanation} (${listTitle}, ${listEdition}; waits for a person’s verdict)`,
          ),
          terminal.width - 6,
        ).map((line) => `      ${line}`),
      );
    }
  }
  const count = (status: ScreeningFact["status"]): number =>
    sites.filter((site) => site.status === status).length;
  lines.push(
    "",
    `${sites.length} sites: ${count("hit")} meet an official measure, ${count("no_hit_on_partial_list")} were not found on lists that are partial, ${count("no_hit")} were not found, ${count("not_screened")} could not be screened.`,
    "A measure is not a finding, and not being found on a partial list does not mean that nothing is there.",
  );
  return `${lines.join("\n")}\n`;
}

/** `throughline screen FILE [--json]`: screens every site of a list against the official measures. */
export const screenListCommand: CommandAdder = (program, terminal, finish) => {
  program
    .command("screen")
    .description(
      "Screen every site of a list against official trade measures (withhold-release orders and the like).",
    )
    .argument("<file>", "the list: CSV, XLSX or label text")
    .option("--json", "print JSON: one entry per site, with every list that was searched")
    .action(async (file: string, options: { json?: true }) => {
      const progress = reportProgress(terminal);
      progress.say(`Reading ${file}`);
      const read = await readListFile(file).finally(() => progress.done());
      const named = read.rows.filter((row) => row.outcome !== "rejected" && row.name !== "");
      const sites = named.map((row, index): ScreenedSite => {
        if (index % 500 === 0) progress.say(`Screening ${index} of ${named.length}`);
        const { name, address, country } = row;
        const screenings = toScreeningFacts(
          `row-${row.row}`,
          screenSite(
            { name, aliases: [], owners: [], country, address: address === "" ? null : address },
            terminal.today,
          ),
          terminal.today,
        );
        return { row: row.row, name, address, country, status: sumUp(screenings), screenings };
      });
      progress.done();
      const screened = new Set(named);
      const rejected = read.rows
        .filter((row) => !screened.has(row))
        .map(({ row, name, reason }) => ({ row, name, reason }));
      terminal.out(
        options.json === true
          ? `${JSON.stringify({ screenedOn: terminal.today, sites, notScreened: rejected }, null, 2)}\n`
          : drawSites(sites, terminal) +
              (rejected.length > 0 ? `${rejected.length} rejected rows were not screened.\n` : ""),
      );
      finish(0);
    });
};
