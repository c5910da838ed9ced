/** `throughline kpi CONTRACT|EXPORT.json`: the KPIs of a contract with numerator, denominator and rows. */
import { existsSync } from "node:fs";
import {
  AppError,
  KpiFacts,
  type BandScheme,
  type KpiStanding,
  type SectionedStandings,
} from "@throughline/domain";
import { parseContractFile } from "@throughline/interchange";
import {
  groupKpiFacts,
  kpiCatalogue,
  lookAt,
  openContract,
  periodOf,
  sectionStandings,
} from "@throughline/measurement";
import { loadWorkCalendar } from "@throughline/requirements";
import type { CommandAdder } from "../command-adder.ts";
import { assembleKpiFacts } from "../facts/assemble-kpi-facts.ts";
import { readDeclared, readJson } from "../facts/read-contract.ts";
import {
  connectServer,
  withServerOptions,
  type ServerConnection,
  type ServerOptions,
} from "../server/connect-server.ts";
import { drawKpis } from "../terminal/draw-kpis.ts";
import { readAsOf } from "../terminal/read-as-of.ts";
import { reportProgress } from "../terminal/report-progress.ts";
import { findContract } from "./find-contract.ts";

/** What the command tells: the same from a server as from a file. */
export interface MeasuredKpis {
  readonly contract: { readonly id: string; readonly reference: string; readonly title: string };
  readonly asOf: string;
  readonly bands: BandScheme;
  readonly standings: SectionedStandings;
}

/** A quarter, for what is looked at although nobody asked for it. */
const lookedAtMonths = 3;

/** What facts can tell besides what applies: all of it where nothing applies, or where it is asked for. */
function besides(applying: readonly string[], all: boolean): string[] {
  if (applying.length > 0 && !all) return [];
  return kpiCatalogue.flatMap(({ id, computed }) =>
    computed && !applying.includes(id) ? [id] : [],
  );
}

/** A file that says what it is: dated facts as the server exports them. Anything else is a contract file. */
function isExported(content: unknown): boolean {
  const format: unknown = Reflect.get(Object(content), "format");
  return format === "throughline-kpi-facts/1";
}

async function readFacts(
  path: string,
  today: string,
  progress: { say(text: string): void },
): Promise<KpiFacts> {
  const content = await readJson(path);
  if (isExported(content)) {
    const facts = KpiFacts.safeParse(content);
    if (facts.success) return facts.data;
    throw new AppError(
      "contract_file_invalid",
      `'${path}' says that it holds KPI facts, and does not hold all of them.`,
      facts.error.issues.map(({ path: at, message }) => ({
        path: `/${at.map(String).join("/")}`,
        message,
      })),
    );
  }
  const file = parseContractFile(content);
  const sources = await readDeclared(path, file, progress);
  progress.say("Matching");
  return assembleKpiFacts(file, sources, today);
}

async function measureFile(facts: KpiFacts, asOf: string, all: boolean): Promise<MeasuredKpis> {
  const { bands } = facts;
  const calendar = await loadWorkCalendar(facts.contract.buyer?.country ?? null);
  const measured = openContract(groupKpiFacts(facts), { asOf, calendar, bands });
  const { id, reference, title } = facts.contract;
  const applying = measured.assignments.map(({ kpi }) => kpi);
  return {
    contract: { id, reference, title },
    asOf,
    bands,
    standings: sectionStandings(
      [
        ...measured.assignments,
        ...besides(applying, all).map((kpi) => lookAt(kpi, lookedAtMonths, asOf)),
      ].map((one) => measured.standing(one, periodOf(asOf, one.everyMonths), "rows")),
    ),
  };
}

/** All rows of one figure, page by page. */
async function readWithRows(
  server: ServerConnection,
  contractId: string,
  {
    kpi,
    everyMonths,
    asOf,
  }: { readonly kpi: string; readonly everyMonths: number; readonly asOf: string },
): Promise<KpiStanding> {
  const ask = (after: string | null) =>
    server.call((client) =>
      client.kpis.get({
        id: contractId,
        kpi,
        months: everyMonths,
        on: asOf,
        asOf,
        limit: 200,
        ...(after === null ? {} : { after }),
      }),
    );
  const first = await ask(null);
  const { standing } = first;
  const rows = [...(standing.computed?.rows ?? [])];
  for (let { next } = first; next !== null;) {
    const page = await ask(next);
    rows.push(...(page.standing.computed?.rows ?? []));
    next = page.next;
  }
  return withRows(standing, rows, standing.entered?.rows ?? []);
}

async function measureThere(
  server: ServerConnection,
  given: string,
  asOf: string | undefined,
  looksAtAll: boolean,
): Promise<MeasuredKpis> {
  const id = await server.call((client) => findContract(client, given));
  const shown = await server.call((client) =>
    client.kpis.ofContract({ id, back: 0, ...(asOf === undefined ? {} : { asOf }) }),
  );
  const { supplierConduct, workerOutcomes, ownPractice } = shown.standings;
  const all: KpiStanding[] = [];
  const told = [...supplierConduct, ...workerOutcomes, ...ownPractice];
  for (const standing of told) {
    const { kpi, everyMonths } = standing.assignment;
    const { computed, entered } = await readWithRows(server, id, {
      kpi,
      everyMonths,
      asOf: shown.asOf,
    });
    // Rows are put to the figure they are of; the rest is as the contract's own list tells it.
    all.push(withRows(standing, computed?.rows ?? [], entered?.rows ?? []));
  }
  const applying = told.map(({ assignment }) => assignment.kpi);
  for (const kpi of besides(applying, looksAtAll))
    all.push(
      await readWithRows(server, id, { kpi, everyMonths: lookedAtMonths, asOf: shown.asOf }),
    );
  const { reference, title } = shown.contract;
  return {
    contract: { id, reference, title },
    asOf: shown.asOf,
    bands: shown.bands,
    standings: sectionStandings(all),
  };
}

type Rows = NonNullable<KpiStanding["computed"]>["rows"];

function put<M extends { readonly rows: Rows }>(measurement: M | null, rows: Rows): M | null {
  return measurement === null ? null : { ...measurement, rows };
}

function withRows(standing: KpiStanding, computed: Rows, entered: Rows): KpiStanding {
  // One branch a section: none of them may hold another's measurement.
  switch (standing.section) {
    case "supplier_conduct":
      return {
        ...standing,
        computed: put(standing.computed, computed),
        entered: put(standing.entered, entered),
      };
    case "worker_outcomes":
      return {
        ...standing,
        computed: put(standing.computed, computed),
        entered: put(standing.entered, entered),
      };
    case "own_practice":
      return {
        ...standing,
        computed: put(standing.computed, computed),
        entered: put(standing.entered, entered),
      };
  }
}

/** A path, where there is such a file or it ends like one; else the id or reference of a contract of the server. */
const isFile = (given: string): boolean => given.endsWith(".json") || existsSync(given);

interface Options extends ServerOptions {
  readonly asOf?: string;
  readonly all?: true;
  readonly json?: true;
}

/** `throughline kpi` */
export const measureKpisCommand: CommandAdder = (program, terminal, finish) => {
  withServerOptions(
    program
      .command("kpi")
      .description(
        "Tell the KPIs of one contract: each with numerator, denominator and the rows behind it.",
      )
      .argument(
        "<contract>",
        "id or reference of a contract of the server; or a file: a contract file, or exported KPI facts",
      )
      .option("--as-of <date>", "as known on this day (default: today)")
      .option("--all", "also what can be computed although nobody asked for it")
      .option("--json", "print JSON, every figure with its rows"),
  ).action(async (given: string, options: Options) => {
    const all = options.all === true;
    const progress = reportProgress(terminal);
    try {
      const measured = isFile(given)
        ? await measureFile(
            await readFacts(given, terminal.today, progress),
            readAsOf(options.asOf, terminal.today),
            all,
          )
        : await measureThere(
            connectServer(options),
            given,
            options.asOf === undefined ? undefined : readAsOf(options.asOf, terminal.today),
            all,
          );
      progress.done();
      terminal.out(
        options.json === true
          ? `${JSON.stringify(measured, null, 2)}\n`
          : drawKpis(measured, terminal),
      );
      finish(0);
    } finally {
      progress.done();
    }
  });
};
