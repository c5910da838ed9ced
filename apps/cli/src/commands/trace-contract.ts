import { basename } from "node:path";
import { traceLine } from "@throughline/tracing";
import type { CommandAdder } from "../command-adder.ts";
import { assembleLineFacts } from "../facts/assemble-line-facts.ts";
import { readContract, readDeclared } from "../facts/read-contract.ts";
import { readListFile } from "../facts/read-list-file.ts";
import { readAsOf } from "../terminal/read-as-of.ts";
import { drawLine } from "../terminal/draw-line.ts";
import { reportProgress } from "../terminal/report-progress.ts";

/** `throughline trace CONTRACT.json [DISCLOSURE…]`: draws the line without a server. */
export const traceContractCommand: CommandAdder = (program, terminal, finish) => {
  program
    .command("trace")
    .description(
      "Draw the line of one contract: eight stations, where it is broken, what to do next.",
    )
    .argument("<contract>", "the contract file (JSON); its own disclosures are read with it")
    .argument("[disclosures...]", "further disclosures: CSV, XLSX or label text")
    .option("--as-of <date>", "draw the line as it stood on this day (default: today)")
    .option("--json", "print the line as JSON, every figure with the facts behind it")
    .option("--strict", "end with exit code 1 when the line has breaks")
    .action(
      async (
        path: string,
        extra: string[],
        options: { asOf?: string; json?: true; strict?: true },
      ) => {
        const asOf = readAsOf(options.asOf, terminal.today);
        const progress = reportProgress(terminal);
        try {
          const file = await readContract(path);
          const sources = await readDeclared(path, file, progress);
          for (const one of extra) {
            progress.say(`Reading ${one}`);
            sources.push({
              read: await readListFile(one),
              fileName: basename(one),
              declared: null,
            });
          }
          progress.say("Matching, screening, weighing");
          const { facts, notes } = await assembleLineFacts(file, sources, {
            asOf,
            today: terminal.today,
          });
          const line = traceLine(facts);
          progress.done();
          terminal.out(
            options.json === true
              ? `${JSON.stringify(line, null, 2)}\n`
              : drawLine(line, facts, file, notes, terminal),
          );
          finish(options.strict === true && line.breaks.length > 0 ? 1 : 0);
        } finally {
          progress.done();
        }
      },
    );
};
