/** `throughline request …`: ask suppliers for disclosure and see why nothing is happening, over the API of a server. */
import type { RequestDetail, RequestSummary } from "@throughline/contract";
import { AppError, nameFamily } from "@throughline/domain";
import { sayDate } from "@throughline/tracing";
import type { Command } from "commander";
import type { CommandAdder } from "../command-adder.ts";
import {
  connectServer,
  withServerOptions,
  type ServerConnection,
  type ServerOptions,
} from "../server/connect-server.ts";
import { choosePaint, plainText, wrapText } from "../terminal/paint-text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { findContract } from "./find-contract.ts";

type Reporting = ServerOptions & { readonly json?: true };

/** Enough for a terminal; the rest is found with a filter. */
const mostListed = 200;

export const requestCommand: CommandAdder = (program, terminal, finish) => {
  const request = program
    .command("request")
    .description("Ask suppliers where what was bought is made, and see where each request stands.");

  const add = <O extends ServerOptions>(
    name: string,
    description: string,
    options: (command: Command) => Command,
    run: (server: ServerConnection, args: readonly string[], options: O) => Promise<void>,
  ): void => {
    options(withServerOptions(request.command(name).description(description))).action(
      async (...given: unknown[]) => {
        // Commander gives the arguments, then the options, then the command; options are as declared beside.
        const args = given.slice(0, -2).map(String);
        const chosen = given.at(-2) as O;
        await run(connectServer(chosen), args, chosen);
        finish(0);
      },
    );
  };

  add<Reporting & { open?: true; state?: string; contract?: string }>(
    "list",
    "list requests with where each stands and why",
    (command) =>
      command
        .option("--open", "only those that wait for somebody")
        .option("--state <state>", "only those of one state, for instance overdue")
        .option("--contract <reference>", "only those about one contract")
        .option("--json", "print JSON"),
    async (server, _args, options) => {
      const items = await listRequests(server, options);
      terminal.out(
        options.json === true
          ? asJson(items)
          : items.map((one) => drawRequest(one, terminal)).join("") || "No requests.\n",
      );
    },
  );

  add<Reporting>(
    "show <id>",
    "show one request: words, delivery, progress, reminders, answers",
    (command) => command.option("--json", "print JSON"),
    async (server, [requestId = ""], options) => {
      const found = await server.call((client) => client.requests.get({ requestId }));
      terminal.out(options.json === true ? asJson(found) : drawDetail(found, terminal));
    },
  );

  add<
    ServerOptions & {
      contract: string[];
      brand?: string;
      template?: string;
      to?: string;
      keep?: true;
    }
  >(
    "draft",
    "draft a request about one or many contracts; with --keep it is written down, to be sent later",
    (command) =>
      command
        .requiredOption("--contract <reference...>", "the contracts, by reference or id")
        .option("--brand <name>", "ask about the products of one brand")
        .option("--template <name>", "in the words of one of your templates")
        .option("--to <name>", "who is asked, when not the supplier of the contracts")
        .option("--keep", "write it down and print its id"),
    async (server, _args, options) => draft(server, options, terminal),
  );

  add<ServerOptions & { to: string; mail?: string; due?: string }>(
    "send <id>",
    "send a request by link and code; without --mail, print them to hand over",
    (command) =>
      command
        .requiredOption("--to <name>", "whom the letter addresses")
        .option("--mail <address>", "where it is sent")
        .option("--due <date>", "by when an answer is asked for, YYYY-MM-DD"),
    async (server, [requestId = ""], options) => {
      const sent = await server.call((client) =>
        client.requests.send({
          requestId,
          toName: options.to,
          toAddress: options.mail ?? null,
          ...(options.due === undefined ? {} : { dueOn: options.due }),
        }),
      );
      terminal.out(
        `${sent.mailId === null ? "Hand these over:" : "The mail is on its way. Link and code in it:"}\n  ${sent.link}\n  ${sent.code}\n`,
      );
    },
  );

  add<ServerOptions>(
    "remind <id>",
    "send a reminder now",
    (command) => command,
    async (server, [requestId = ""]) => {
      const { mailId } = await server.call((client) => client.requests.remind({ requestId }));
      terminal.out(
        mailId === null
          ? "No address is known: remind them yourself.\n"
          : "The reminder is on its way.\n",
      );
    },
  );

  add<ServerOptions & { due: string; reason: string }>(
    "extend <id>",
    "give more time, with the reason; the addressee is told",
    (command) =>
      command
        .requiredOption("--due <date>", "the new day, YYYY-MM-DD")
        .requiredOption("--reason <words>", "why; the addressee reads it"),
    async (server, [requestId = ""], { due, reason }) => {
      const { version } = await server.call((client) => client.requests.get({ requestId }));
      await server.call((client) =>
        client.requests.extend({ requestId, version, dueOn: due, reason }),
      );
      terminal.out(`The answer is now asked for by ${sayDate(due)}.\n`);
    },
  );

  add<ServerOptions & { reason: string }>(
    "withdraw <id>",
    "withdraw a request, with the reason; its link stops working, the addressee is told",
    (command) => command.requiredOption("--reason <words>", "why; the addressee reads it"),
    async (server, [requestId = ""], { reason }) => {
      const { version } = await server.call((client) => client.requests.get({ requestId }));
      await server.call((client) => client.requests.withdraw({ requestId, version, reason }));
      terminal.out("Withdrawn. Its link does not work any more.\n");
    },
  );
};

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

async function listRequests(
  server: ServerConnection,
  options: { readonly open?: true; readonly state?: string; readonly contract?: string },
): Promise<RequestSummary[]> {
  const items: RequestSummary[] = [];
  await server.call(async (client) => {
    const contractId =
      options.contract === undefined ? undefined : await findContract(client, options.contract);
    let after: string | undefined;
    do {
      const page = await client.requests.list({
        limit: 100,
        ...(options.open === true ? { open: "true" } : {}),
        // What is no state is refused by the server, in words.
        ...(options.state === undefined ? {} : { state: options.state as RequestSummary["state"] }),
        ...(contractId === undefined ? {} : { contractId }),
        ...(after === undefined ? {} : { after }),
      });
      items.push(...page.items);
      after = page.next ?? undefined;
    } while (after !== undefined && items.length < mostListed);
  });
  return items;
}

async function draft(
  server: ServerConnection,
  options: {
    readonly contract: readonly string[];
    readonly brand?: string;
    readonly template?: string;
    readonly to?: string;
    readonly keep?: true;
  },
  terminal: Terminal,
): Promise<void> {
  await server.call(async (client) => {
    const contracts: { contractId: string }[] = [];
    for (const reference of options.contract)
      contracts.push({ contractId: await findContract(client, reference) });
    const { template } = options;
    const templates = template === undefined ? [] : (await client.requests.listTemplates()).items;
    const chosen = templates.find((one) => one.name.toLowerCase() === template?.toLowerCase());
    if (template !== undefined && chosen === undefined)
      throw new AppError("not_found", `You have no template “${template}”.`);
    const brand = options.brand ?? null;
    const letter = await client.requests.draftForMany({
      contracts,
      brand,
      templateId: chosen?.id ?? null,
    });
    const addressee = options.to ?? letter.addressee;
    const due =
      letter.dueOn === null ? "" : `Due: ${sayDate(letter.dueOn)}. ${letter.dueBecause}\n`;
    terminal.out(
      plainText(`To: ${addressee}\nSubject: ${letter.subject}\n${due}\n${letter.body}\n`),
    );
    if (options.keep !== true) return;
    const { requestId } = await client.requests.write({
      addressee,
      brand,
      contracts,
      subject: letter.subject,
      body: letter.body,
      dueOn: letter.dueOn,
      dueBecause: letter.dueBecause,
    });
    terminal.out(`\nWritten down as ${requestId}\n`);
  });
}

function drawRequest(request: RequestSummary, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const late = request.state === "overdue" || request.state === "bounced";
  const mark = late
    ? paint.bad("◆")
    : request.state === "answered"
      ? paint.good("✓")
      : paint.faint("○");
  const contracts = request.contracts.map((contract) => contract.reference).join(", ");
  const about = request.brand === null ? contracts : `${contracts}, ${request.brand}`;
  return [
    `${mark} ${plainText(request.addressee)}  ${paint.faint(plainText(about))}`,
    ...wrapText(plainText(request.stateSentence.text), terminal.width - 2).map(
      (line) => `  ${line}`,
    ),
    `  ${paint.faint(request.id)}`,
    "",
  ].join("\n");
}

function drawDetail(request: RequestDetail, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint.strong(title), ...lines.map((line) => `  ${line}`)];
  const words = {
    due_in_30: "thirty days before",
    due_in_7: "a week before",
    due_in_1: "the day before",
    overdue: "the day after",
    by_hand: "by hand",
  };
  return plainText(
    [
      drawRequest(request, terminal).trimEnd(),
      ...section("Subject", [request.subject]),
      ...section(
        "Due",
        request.dueOn === null
          ? []
          : [
              `${sayDate(request.dueOn)}${request.dueBecause === null ? "" : `. ${request.dueBecause}`}`,
            ],
      ),
      ...section("Products", request.products.map(nameFamily)),
      ...section(
        "Reminders",
        request.reminders.map(
          ({ on, kind, sent }) => `${sayDate(on)}, ${words[kind]}${sent ? "" : " (to come)"}`,
        ),
      ),
      ...section(
        "More time was given",
        request.extensions.map(({ after, reason }) => `until ${sayDate(after)}: ${reason}`),
      ),
      ...section(
        "Answers",
        request.answers.map(
          ({ answeredBy, answeredOn, answer, reason }) =>
            `${sayDate(answeredOn)}, ${answeredBy}: ${answer.replaceAll("_", " ")}${reason === null ? "" : ` (${reason})`}`,
        ),
      ),
      ...section("Releases", request.releaseIds),
      "",
    ].join("\n"),
  );
}
