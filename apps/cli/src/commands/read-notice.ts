import type { NormalisedProcurement } from "@throughline/domain";
import { cpvLabels, cpvLanguages, streamNoticeFile } from "@throughline/interchange";
import { InvalidArgumentError } from "commander";
import type { CommandAdder } from "../command-adder.ts";
import { drawNotice } from "../terminal/draw-notice.ts";
import { reportProgress } from "../terminal/report-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";

type CpvLanguage = (typeof cpvLanguages)[number];

function readLanguage(text: string): CpvLanguage {
  const language = cpvLanguages.find((one) => one === text.toLowerCase());
  if (language === undefined)
    throw new InvalidArgumentError(`There are names in ${cpvLanguages.join(", ")}.`);
  return language;
}

async function drawAll(
  notices: AsyncIterable<NormalisedProcurement>,
  language: CpvLanguage,
  terminal: Terminal,
): Promise<void> {
  let count = 0;
  for await (const notice of notices) {
    const codes = [...notice.cpv, ...notice.lots.flatMap(({ cpv }) => cpv)];
    const names = await cpvLabels(codes, language);
    if (count > 0) terminal.out(`\n${"─".repeat(Math.min(terminal.width, 60))}\n\n`);
    terminal.out(drawNotice(notice, names, terminal));
    count += 1;
  }
  if (count > 1) terminal.out(`\n${count} notices.\n`);
}

/** One notice as an object over several lines, several as JSON Lines: one never waits for the whole file. */
async function printJson(
  notices: AsyncIterable<NormalisedProcurement>,
  terminal: Terminal,
): Promise<void> {
  let first: NormalisedProcurement | null = null;
  let count = 0;
  for await (const notice of notices) {
    count += 1;
    if (count === 1) {
      first = notice;
      continue;
    }
    if (count === 2) terminal.out(`${JSON.stringify(first)}\n`);
    terminal.out(`${JSON.stringify(notice)}\n`);
  }
  if (count === 1) terminal.out(`${JSON.stringify(first, null, 2)}\n`);
}

/** `throughline read-notice FILE [--json]`: a public notice, whatever its format, in one shape. */
export const readNoticeCommand: CommandAdder = (program, terminal, finish) => {
  program
    .command("read-notice")
    .description(
      "Read public notices (OCDS releases, records and packages as JSON or JSON Lines; eForms as XML) and say what is bought, asked and agreed.",
    )
    .argument("<file>", "the notice; its format is told by what it holds")
    .option(
      "--json",
      "print JSON: an object for one notice, JSON Lines for several; what is not read into the fields stands under “unread”",
    )
    .option("--language <code>", "language of the names of CPV codes", readLanguage, "en")
    .action(async (file: string, options: { json?: true; language: CpvLanguage }) => {
      const progress = reportProgress(terminal);
      progress.say(`Reading ${file}`);
      try {
        const notices = withProgressGone(streamNoticeFile(file), () => progress.done());
        if (options.json === true) await printJson(notices, terminal);
        else await drawAll(notices, options.language, terminal);
      } finally {
        progress.done();
      }
      finish(0);
    });
};

/** Wipes the line of progress before anything is printed. */
async function* withProgressGone(
  notices: AsyncIterable<NormalisedProcurement>,
  wipe: () => void,
): AsyncGenerator<NormalisedProcurement, void, undefined> {
  let wiped = false;
  for await (const notice of notices) {
    if (!wiped) wipe();
    wiped = true;
    yield notice;
  }
}
