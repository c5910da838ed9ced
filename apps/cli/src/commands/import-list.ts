/** `throughline import FILE …`: send a list to a server, see how far it is, look at what was found, take it. */
import { openAsBlob } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { IntakeDetail } from "@throughline/contract";
import { Problem } from "@throughline/contract";
import {
  AppError,
  errorCatalogue,
  ListField,
  Tier,
  type ColumnMapping,
  type ErrorCode,
} from "@throughline/domain";
import type { CommandAdder } from "../command-adder.ts";
import {
  connectServer,
  explainRefusal,
  withServerOptions,
  type ServerConnection,
  type ServerOptions,
} from "../server/connect-server.ts";
import { drawFindings, drawProposal, drawResult } from "../terminal/draw-intake.ts";
import { drawIntakeProgress } from "../terminal/draw-intake-progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { findContract } from "./find-contract.ts";

interface ImportOptions extends ServerOptions {
  readonly contract?: string;
  readonly record?: true;
  readonly resume?: string;
  readonly declaredBy?: string;
  readonly title?: string;
  readonly brand?: string;
  readonly received?: string;
  readonly asOf?: string;
  readonly tier?: string;
  readonly columns?: string;
  readonly rejects?: string;
  readonly yes?: true;
  readonly retry?: true;
  readonly giveUp?: true;
  readonly json?: true;
}

const lookEveryMs = 500;
/** A server that is restarted is waited for; the list goes on there by itself. */
const patienceMs = 120_000;

export const importListCommand: CommandAdder = (program, terminal, finish) => {
  withServerOptions(
    program
      .command("import")
      .description(
        "Send a list of sites to a server as the disclosure of a contract, or into the own record. Long lists are worked off there: this may be stopped and gone on with.",
      )
      .argument("[file]", "the list: CSV, XLSX or ODS; left out with --resume"),
  )
    .option("--contract <reference>", "the contract it is about, by reference or id")
    .option("--record", "take it into the own record instead")
    .option("--resume <id>", "go on with a list that was sent before")
    .option("--declared-by <name>", "who declared it; else the supplier of the contract")
    .option("--title <text>", "what to call it; else the name of the file")
    .option("--brand <name>", "the brand whose products it speaks about")
    .option("--received <date>", "when it came, YYYY-MM-DD; else today")
    .option("--as-of <date>", "the day it speaks about, YYYY-MM-DD")
    .option("--tier <tier>", "what its sites make, where the rows do not say; else final_assembly")
    .option("--columns <list>", "which column holds what, for instance 1=name,2=address,3=country")
    .option(
      "--rejects <file>",
      "save the rejected rows (.xlsx or .csv), to be mended and sent again",
    )
    .option("--yes", "take the columns as proposed, and the list as checked, without asking")
    .option("--retry", "with --resume: go on after a failure from where it stood")
    .option("--give-up", "with --resume: give the list up; nothing of it is kept")
    .option("--json", "print the end as JSON")
    .action(async (file: string | undefined, options: ImportOptions) => {
      const server = connectServer(options);
      const intakeId = options.resume ?? (await send(server, file, options, terminal));
      finish(await follow(server, intakeId, options, terminal));
    });
};

async function send(
  server: ServerConnection,
  file: string | undefined,
  options: ImportOptions,
  terminal: Terminal,
): Promise<string> {
  if (file === undefined) throw new AppError("input_invalid", "Name the file, or --resume a list.");
  if ((options.contract === undefined) === (options.record === undefined))
    throw new AppError("input_invalid", "Say what it is for: --contract REFERENCE or --record.");
  const form = new FormData();
  let path = "/api/record/intakes";
  if (options.contract !== undefined) {
    const { contract } = options;
    const id = await server.call((client) => findContract(client, contract));
    path = `/api/contracts/${id}/intakes`;
    form.set("about", JSON.stringify(await describeList(server, id, file, options, terminal)));
  }
  let blob: Blob;
  try {
    blob = await openAsBlob(file);
  } catch {
    throw new AppError("file_missing", `There is no file '${file}' that can be read.`);
  }
  form.set("file", blob, basename(file));
  const answer = await fetch(`${server.origin}${path}`, {
    method: "POST",
    headers: { authorization: `Bearer ${server.token}` },
    body: form,
  }).catch((error: unknown) => {
    throw explainRefusal(error, server.origin);
  });
  const said: unknown = await answer.json();
  if (!answer.ok) {
    const { code, detail, errors } = Problem.parse(said);
    throw new AppError(code, detail, errors);
  }
  return String(Reflect.get(Object(said), "intakeId"));
}

/** What is said about the list. Who declared it is the contract's supplier where nobody says otherwise. */
async function describeList(
  server: ServerConnection,
  contractId: string,
  file: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<object> {
  const { supplier } = await server.call((client) => client.contracts.get({ id: contractId }));
  const declaredBy = options.declaredBy ?? supplier?.name ?? null;
  if (declaredBy === null)
    throw new AppError("input_invalid", "Say who declared it: --declared-by NAME.");
  const tier = options.tier === undefined ? undefined : Tier.safeParse(options.tier);
  if (tier?.success === false)
    throw new AppError(
      "input_invalid",
      `“${options.tier}” is no tier. One of: ${Tier.options.join(", ")}.`,
    );
  return {
    title: options.title ?? basename(file),
    declaredBy,
    brand: options.brand ?? null,
    receivedOn: options.received ?? terminal.today,
    asOf: options.asOf ?? null,
    ...(tier === undefined ? {} : { tier: tier.data }),
  };
}

/** Follows the list until it is done, or until somebody needs to say how to go on. */
async function follow(
  server: ServerConnection,
  intakeId: string,
  options: ImportOptions,
  terminal: Terminal,
): Promise<number> {
  const again = `throughline import --resume ${intakeId}`;
  const progress = drawIntakeProgress(terminal);
  const interrupted = (): void => {
    progress.done();
    terminal.err(
      `It goes on at the server. To see how far it is:\n  ${again}\nTo give it up:\n  ${again} --give-up\n`,
    );
    process.exit(130);
  };
  process.once("SIGINT", interrupted);
  try {
    if (options.giveUp === true) {
      await server.call((client) => client.intakes.cancel({ intakeId }));
      terminal.out("The list was given up; nothing of it was kept.\n");
      return 0;
    }
    if (options.retry === true) await server.call((client) => client.intakes.retry({ intakeId }));
    for (;;) {
      const intake = await waitFor(server, intakeId, progress);
      if (intake.state === "to_confirm") {
        terminal.err(drawProposal(intake, terminal));
        const mapping = chooseMapping(intake, options);
        if (mapping === null)
          return stop(
            terminal,
            options,
            intake,
            `Say which column holds what, then go on:\n  ${again} --yes\n  ${again} --columns 1=name,2=address,3=country\n`,
          );
        await server.call((client) =>
          client.intakes.confirmColumns({ intakeId, version: intake.version, mapping }),
        );
        continue;
      }
      if (intake.state === "to_review") {
        terminal.err(drawFindings(intake, terminal));
        await saveRejects(server, intake, options, terminal);
        if (options.yes !== true)
          return stop(
            terminal,
            options,
            intake,
            `Look at it in the browser, or take it as it is:\n  ${again} --yes\n`,
          );
        await server.call((client) => client.intakes.take({ intakeId, version: intake.version }));
        continue;
      }
      if (intake.state === "failed") {
        if (intake.can.retry) terminal.err(`When it is mended, go on:\n  ${again} --retry\n`);
        throw refusalOf(intake);
      }
      await saveRejects(server, intake, options, terminal);
      terminal.out(
        options.json === true ? `${JSON.stringify(intake, null, 2)}\n` : drawResult(intake),
      );
      return 0;
    }
  } catch (error) {
    progress.done();
    if (isAway(error))
      terminal.err(`The list stays at the server. When it answers again, go on:\n  ${again}\n`);
    throw error;
  } finally {
    progress.done();
    process.off("SIGINT", interrupted);
  }
}

function isAway(error: unknown): boolean {
  return (
    error instanceof AppError &&
    (error.code === "server_not_reached" || error.code === "database_unavailable")
  );
}

/** Waits until no worker is busy with it. */
async function waitFor(
  server: ServerConnection,
  intakeId: string,
  progress: ReturnType<typeof drawIntakeProgress>,
): Promise<IntakeDetail> {
  let awaySince: number | null = null;
  for (;;) {
    let intake: IntakeDetail;
    try {
      intake = await server.call((client) => client.intakes.get({ intakeId }));
      awaySince = null;
    } catch (error) {
      awaySince ??= Date.now();
      if (!isAway(error) || Date.now() - awaySince > patienceMs) throw error;
      await wait(lookEveryMs);
      continue;
    }
    if (!["reading", "checking", "taking"].includes(intake.state)) {
      progress.done();
      return intake;
    }
    progress.show(intake);
    await wait(lookEveryMs);
  }
}

/** The refusal the server wrote down, as the coded error it names. */
function refusalOf({ failure }: IntakeDetail): AppError {
  const code = failure?.code ?? "internal";
  return new AppError(isCode(code) ? code : "internal", failure?.detail);
}

function isCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code);
}

function stop(
  terminal: Terminal,
  options: ImportOptions,
  intake: IntakeDetail,
  words: string,
): number {
  if (options.json === true) terminal.out(`${JSON.stringify(intake, null, 2)}\n`);
  else terminal.out(words);
  return 0;
}

/** The mapping to confirm; `null` where a person needs to say it. */
function chooseMapping(intake: IntakeDetail, options: ImportOptions): ColumnMapping | null {
  const { mapping } = intake;
  if (mapping === null) return null;
  if (options.columns !== undefined) return { ...mapping, columns: readColumns(options.columns) };
  const named = mapping.columns.some(({ field }) => field === "name");
  return options.yes === true && named ? mapping : null;
}

/** `1=name,2=address`: columns are counted from one, as people do. */
function readColumns(text: string): ColumnMapping["columns"] {
  return text.split(",").map((part) => {
    const [number = "", word = ""] = part.split("=").map((one) => one.trim());
    const field = ListField.safeParse(word);
    const index = Number(number) - 1;
    if (!field.success || !Number.isInteger(index) || index < 0)
      throw new AppError(
        "input_invalid",
        `“${part.trim()}” is no column: write for instance 1=name. What a column can hold: ${ListField.options.join(", ")}.`,
      );
    return { index, field: field.data };
  });
}

async function saveRejects(
  server: ServerConnection,
  intake: IntakeDetail,
  options: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  const { rejects } = options;
  if (rejects === undefined || (intake.counts?.rejected ?? 0) === 0) return;
  const format = /\.csv$/iu.test(rejects) ? "csv" : "xlsx";
  const answer = await fetch(`${server.origin}/api/intakes/${intake.id}/rejects?format=${format}`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  if (!answer.ok) {
    const { code, detail, errors } = Problem.parse(await answer.json());
    throw new AppError(code, detail, errors);
  }
  await writeFile(rejects, Buffer.from(await answer.arrayBuffer()));
  terminal.err(`The rejected rows are in ${rejects}.\n`);
}
