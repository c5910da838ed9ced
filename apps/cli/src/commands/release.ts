/** `throughline release …`: releases given and received, opened by code, compared, taken and exported, over the API of a server. */
import { writeFile } from "node:fs/promises";
import type { ReleaseDetail, ReleaseSummary } from "@throughline/contract";
import { AppError, nameFamily, type RecordChange } from "@throughline/domain";
import { sayDate } from "@throughline/tracing";
import type { Command } from "commander";
import type { CommandAdder } from "../command-adder.ts";
import {
  connectServer,
  explainRefusal,
  withServerOptions,
  type ServerConnection,
  type ServerOptions,
} from "../server/connect-server.ts";
import { choosePaint, plainText, wrapText } from "../terminal/paint-text.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { findContract } from "./find-contract.ts";

type Reporting = ServerOptions & { readonly json?: true };

/** Enough for a terminal; the rest is in the browser and in the API. */
const mostListed = 200;

export const releaseCommand: CommandAdder = (program, terminal, finish) => {
  const release = program
    .command("release")
    .description(
      "Look at what suppliers released, take it, compare it, and see what you released.",
    );

  const add = <O extends ServerOptions>(
    name: string,
    description: string,
    options: (command: Command) => Command,
    run: (server: ServerConnection, args: readonly string[], options: O) => Promise<void>,
  ): void => {
    options(withServerOptions(release.command(name).description(description))).action(
      async (...given: unknown[]) => {
        // Commander gives the arguments, then the options, then the command; options are as declared beside.
        const args = given.slice(0, -2).map(String);
        const chosen = given.at(-2) as O;
        await run(connectServer(chosen), args, chosen);
        finish(0);
      },
    );
  };

  add<Reporting & { given?: true }>(
    "list",
    "list the releases you hold; with --given, those you gave",
    (command) => command.option("--given", "those you gave").option("--json", "print JSON"),
    async (server, _args, options) => {
      const items = await listReleases(server, options.given === true);
      terminal.out(
        options.json === true
          ? asJson(items)
          : items.map((one) => drawRelease(one, terminal)).join("") || "No releases.\n",
      );
    },
  );

  add<Reporting>(
    "show <id>",
    "show one release: what it holds, whether it is the latest, who has seen it",
    (command) => command.option("--json", "print JSON"),
    async (server, [releaseId = ""], options) => {
      const found = await server.call((client) => client.releases.get({ releaseId }));
      terminal.out(options.json === true ? asJson(found) : drawDetail(found, terminal));
    },
  );

  add<Reporting>(
    "open <code>",
    "open a release by the code you were given",
    (command) => command.option("--json", "print JSON"),
    async (server, [code = ""], options) => {
      const found = await server.call(async (client) => {
        const { releaseId } = await client.releases.open({ code });
        return client.releases.get({ releaseId });
      });
      terminal.out(options.json === true ? asJson(found) : drawDetail(found, terminal));
    },
  );

  add<ServerOptions & { contract: string }>(
    "take <id>",
    "take a release as a disclosure of one of your contracts",
    (command) =>
      command.requiredOption("--contract <reference>", "the contract, by reference or id"),
    async (server, [releaseId = ""], { contract }) => {
      const taken = await server.call(async (client) =>
        client.releases.take({ releaseId, contractId: await findContract(client, contract) }),
      );
      terminal.out(
        `Taken as disclosure ${taken.disclosureId}: ${count(taken.links, "link")}, ${count(taken.answers, "answer")}.\n`,
      );
    },
  );

  add<Reporting>(
    "compare <one> <other>",
    "two versions of one supplier, or two suppliers on the products both speak about",
    (command) => command.option("--json", "print JSON"),
    async (server, [releaseId = "", other = ""], options) => {
      const found = await server.call((client) =>
        client.releases.compare({ releaseId, with: other }),
      );
      terminal.out(options.json === true ? asJson(found) : drawComparison(found, terminal));
    },
  );

  add<ServerOptions & { format: string; out?: string }>(
    "export <id>",
    "write a release into a file",
    (command) =>
      command
        .option("--format <format>", "xlsx, csv or json", "xlsx")
        .option("--out <file>", "where to; else release-<id>.<format>"),
    async (server, [releaseId = ""], { format, out }) => {
      const bytes = await download(server, releaseId, format);
      const path = out ?? `release-${releaseId.slice(0, 8)}.${format}`;
      await writeFile(path, bytes);
      terminal.out(`Written: ${path}\n`);
    },
  );
};

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

async function listReleases(server: ServerConnection, given: boolean): Promise<ReleaseSummary[]> {
  const items: ReleaseSummary[] = [];
  await server.call(async (client) => {
    let after: string | undefined;
    do {
      const page = { limit: 100, ...(after === undefined ? {} : { after }) };
      const found = given
        ? await client.releases.list(page)
        : await client.releases.listReceived(page);
      items.push(...found.items);
      after = found.next ?? undefined;
    } while (after !== undefined && items.length < mostListed);
  });
  return items;
}

async function download(
  server: ServerConnection,
  releaseId: string,
  format: string,
): Promise<Uint8Array> {
  const url = `${server.origin}/api/releases/${encodeURIComponent(releaseId)}/file?format=${encodeURIComponent(format)}`;
  let answer: Response;
  try {
    answer = await fetch(url, { headers: { authorization: `Bearer ${server.token}` } });
  } catch (error) {
    throw explainRefusal(error, server.origin);
  }
  if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
  // The release itself says in the client's own words what is wrong with it; else it is the format.
  await server.call((client) => client.releases.get({ releaseId }));
  throw new AppError("input_invalid", "A release is written as xlsx, csv or json.");
}

function drawRelease(release: ReleaseSummary, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const mark =
    release.state === "valid"
      ? paint.good("✓")
      : release.state === "superseded"
        ? paint.caution("~")
        : paint.bad("✕");
  const who = release.own
    ? `to ${release.recipientName}`
    : `from ${release.supplier.name}${release.supplier.invented ? " (invented)" : ""}`;
  const behalf = release.onBehalfOf === null ? "" : ` on behalf of ${release.onBehalfOf}`;
  const holds = [
    count(release.sites, "site"),
    ...(release.masked === 0 ? [] : [`${release.masked} of them masked`]),
    count(release.products, "product"),
    count(release.answers, "answer"),
  ].join(", ");
  return [
    `${mark} ${plainText(`Release ${release.number} ${who}${behalf}`)}  ${paint.faint(`as of ${sayDate(release.asOf)}`)}`,
    ...wrapText(plainText(release.stateSentence.text), terminal.width - 2).map(
      (line) => `  ${line}`,
    ),
    `  ${holds}`,
    `  ${paint.faint(release.id)}`,
    "",
  ].join("\n");
}

function drawDetail(release: ReleaseDetail, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint.strong(title), ...lines.map((line) => `  ${line}`)];
  const content = release.snapshot?.content ?? null;
  const products = new Map(content?.products.map((product) => [product.key, nameFamily(product)]));
  const sites = new Map(content?.sites.map((site) => [site.key, site]));
  return plainText(
    [
      drawRelease(release, terminal).trimEnd(),
      ...section("Share code", release.code === null ? [] : [release.code]),
      ...section(
        "Made where",
        (content?.links ?? []).map((link) => {
          const site = sites.get(link.siteKey);
          const where = [site?.address, site?.country].filter((part) => (part ?? "") !== "");
          const what = link.component ?? link.tier.replaceAll("_", " ");
          const several = link.kind === "confirmed" ? "" : " (one of several)";
          return `${products.get(link.productKey) ?? link.productKey}: ${what} at ${[site?.name, ...where].join(", ")}${several}`;
        }),
      ),
      ...section(
        "Answers",
        (content?.answers ?? []).map(
          ({ productKey, answer, saidBy, answeredOn, reason }) =>
            `${products.get(productKey ?? "") ?? "Everything asked"}: ${answer.replaceAll("_", " ")}${saidBy === null ? "" : ` by ${saidBy}`}, ${sayDate(answeredOn)}. ${reason}`,
        ),
      ),
      ...section(
        "Seen by",
        release.seenBy.map(
          ({ name, lastSeenAt, times }) =>
            `${name}, ${count(times, "time")}, last on ${sayDate(lastSeenAt.slice(0, 10))}`,
        ),
      ),
      ...section(
        "Taken for",
        release.takenAs.map(
          ({ contractTitle, disclosureId }) => `${contractTitle}  ${disclosureId}`,
        ),
      ),
      ...section(
        "Other versions",
        release.versions.map(
          ({ number, releasedAt, id }) =>
            `Release ${number} of ${sayDate(releasedAt.slice(0, 10))}  ${id}`,
        ),
      ),
      ...section("SHA-256", [release.digest]),
      "",
    ].join("\n"),
  );
}

interface Comparison {
  readonly left: ReleaseSummary;
  readonly right: ReleaseSummary;
  readonly kind: "versions" | "side_by_side";
  readonly changes: readonly RecordChange[];
  readonly products: readonly {
    readonly brand: string;
    readonly family: string;
    readonly leftOnly: readonly string[];
    readonly rightOnly: readonly string[];
    readonly both: readonly string[];
  }[];
}

function drawComparison(found: Comparison, terminal: Terminal): string {
  const paint = choosePaint(terminal.colour);
  const lines: string[] = [];
  if (found.kind === "versions") {
    lines.push(
      `${found.left.supplier.name}: release ${found.left.number} and release ${found.right.number}`,
      ...(found.changes.length === 0 ? ["Nothing differs."] : found.changes.map(drawChange)),
    );
  } else {
    const [left, right] = [found.left.supplier.name, found.right.supplier.name];
    lines.push(`${left} and ${right}, on the products both speak about`);
    if (found.products.length === 0) lines.push("They speak about no product in common.");
    for (const product of found.products) {
      lines.push("", paint.strong(nameFamily(product)));
      for (const [who, sites] of [
        ["both", product.both],
        [`only ${left}`, product.leftOnly],
        [`only ${right}`, product.rightOnly],
      ] as const)
        for (const site of sites) lines.push(`  ${who}: ${site}`);
    }
    if (found.changes.length > 0)
      lines.push(
        "",
        paint.strong("Where they differ about sites both name"),
        ...found.changes.map(drawChange),
      );
  }
  return plainText(`${lines.join("\n")}\n`);
}

function drawChange({
  subject,
  change,
  label,
  field,
  before,
  after,
  perhaps,
}: RecordChange): string {
  const guess = perhaps === null ? "" : ` (perhaps ${perhaps})`;
  if (change !== "changed") return `${change === "added" ? "+" : "-"} ${subject} ${label}${guess}`;
  return `~ ${subject} ${label}: ${field ?? ""} ${before ?? "nothing"} → ${after ?? "nothing"}${guess}`;
}
