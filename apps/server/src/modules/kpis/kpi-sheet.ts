/** KPIs as a spreadsheet for those who keep one: laid out, read back, shown as what would change, then taken. */
import type { KpiEntryInput, KpiSheetResult, KpiSheetRow } from "@throughline/contract";
import {
  AppError,
  kpiBands,
  type BandScheme,
  type KpiBand,
  type KpiStanding,
} from "@throughline/domain";
import {
  readKpiWorkbook,
  writeKpiWorkbook,
  type KpiLine,
  type ReadKpiRow,
} from "@throughline/interchange";
import { findKpi, periodBefore, periodOf, sayValue } from "@throughline/measurement";
import { sectionOfDimension } from "@throughline/domain";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Work } from "../../platform/api.ts";
import { findStanding, keepEntry, performByEntry, replaceEntry } from "./enter-figure.ts";
import { checkEntry } from "./kpis.policy.ts";
import { readEntries, type NewEntry, type StoredEntry } from "./kpis.store.ts";
import { openContractKpis, readBands, requireOwnContract } from "./open-kpis.ts";

/** The bands as the house calls them, for a person's judgement. */
const labelOf = (bands: BandScheme, band: KpiBand): string => bands.labels[band];

function lineOf(
  standing: KpiStanding,
  entry: StoredEntry | null,
  bands: BandScheme,
): KpiLine | null {
  const kpi = findKpi(standing.assignment.kpi);
  if (kpi === undefined) return null;
  const { target } = standing.assignment;
  return {
    section: standing.section,
    kpi: kpi.id,
    name: kpi.name,
    unit: kpi.unit,
    formula: kpi.formula,
    target: target.words ?? (target.number === null ? null : sayValue(target.number, kpi.unit)),
    from: entry?.from ?? standing.period.from,
    to: entry?.to ?? standing.period.to,
    computed: standing.computed?.value ?? null,
    numerator: entry?.numerator ?? null,
    denominator: entry?.denominator ?? null,
    value: entry?.value ?? null,
    judgement: entry?.judgement == null ? null : labelOf(bands, entry.judgement),
    evidence: entry?.evidence?.title ?? null,
    reference: entry?.evidence?.reference ?? null,
    note: entry?.note ?? null,
  };
}

/** The workbook: each KPI that applies in its last period that is over and in the one that runs, with what stands. */
export async function writeSheet(
  work: Work,
  contractId: string,
  asOf: string,
): Promise<{ readonly bytes: Uint8Array; readonly reference: string }> {
  const { measured, entries, bands, about } = await openContractKpis(work, contractId, asOf);
  const standing = entries.filter(
    ({ replacedBy, kind, enteredOn }) =>
      replacedBy === null && kind !== "taken_back" && enteredOn <= asOf,
  );
  const lines = measured.assignments.flatMap((assignment) => {
    const running = periodOf(asOf, assignment.everyMonths);
    return [periodBefore(running), running].flatMap((period) => {
      const told = measured.standing(assignment, period);
      const own = standing.filter(
        ({ kpi, to }) => kpi === assignment.kpi && to >= period.from && to <= period.to,
      );
      return (own.length === 0 ? [null] : own).flatMap((entry) => lineOf(told, entry, bands) ?? []);
    });
  });
  // The same KPI asked for with two targets is one line to fill in.
  const once = new Map(
    lines.map((line) => [`${line.kpi} ${line.from} ${line.to} ${line.judgement ?? ""}`, line]),
  );
  return { bytes: await writeKpiWorkbook([...once.values()]), reference: about.reference };
}

type Change =
  | { readonly outcome: "new"; readonly entry: NewEntry }
  | { readonly outcome: "corrects"; readonly entry: NewEntry; readonly before: StoredEntry }
  | { readonly outcome: "unchanged" }
  | { readonly outcome: "rejected"; readonly note: string };

interface Planned {
  readonly row: KpiSheetRow;
  readonly change: Change;
}

function sayEntry(
  {
    numerator,
    denominator,
    value,
    judgement,
    kpi,
  }: Pick<NewEntry, "numerator" | "denominator" | "value" | "judgement" | "kpi">,
  bands: BandScheme,
): string {
  if (judgement !== null) return labelOf(bands, judgement);
  const said = value === null ? null : sayValue(value, findKpi(kpi)?.unit ?? "");
  const parts =
    numerator === null || denominator === null ? null : `${numerator} of ${denominator}`;
  return [parts, said].filter((one) => one !== null).join(" = ");
}

/** To the digits a spreadsheet keeps. */
const same = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= Math.abs(b) * 1e-12);

function isSame(entry: NewEntry, before: StoredEntry): boolean {
  return (
    same(entry.numerator, before.numerator) &&
    same(entry.denominator, before.denominator) &&
    same(entry.value, before.value) &&
    entry.judgement === before.judgement &&
    entry.note === before.note &&
    (entry.evidence?.title ?? "") === (before.evidence?.title ?? "") &&
    (entry.evidence?.reference ?? "") === (before.evidence?.reference ?? "")
  );
}

function readBand(text: string | null, bands: BandScheme): KpiBand | null | undefined {
  if (text === null) return null;
  const plain = text.trim().toLowerCase();
  return kpiBands.find((band) => band === plain || bands.labels[band].toLowerCase() === plain);
}

/** What one row comes to. What stands is what the rows before it leave. */
function planRow(
  read: ReadKpiRow,
  {
    entries,
    bands,
    today,
  }: {
    readonly entries: readonly StoredEntry[];
    readonly bands: BandScheme;
    readonly today: string;
  },
): Change {
  const reject = (note: string): Change => ({ outcome: "rejected", note });
  if (read.faults.length > 0 || read.from === null || read.to === null)
    return reject(read.faults.join(" "));
  const kpi = findKpi(read.kpi);
  if (kpi === undefined) return reject(`'${read.kpi}' is not in the catalogue.`);
  if (read.section !== null && read.section !== sectionOfDimension[kpi.dimension])
    return reject(`${kpi.id} belongs on another sheet: what it speaks about is not told here.`);
  const judgement = readBand(read.judgement, bands);
  if (judgement === undefined)
    return reject(`'${read.judgement ?? ""}' is not the name of a band.`);
  const given: Omit<KpiEntryInput, "kpi"> = {
    from: read.from,
    to: read.to,
    numerator: read.numerator,
    denominator: read.denominator,
    value: read.value,
    judgement,
    note: read.note ?? "",
    evidence:
      read.evidence === null ? null : { title: read.evidence, reference: read.reference ?? "" },
  };
  const faults = checkEntry(kpi.id, given);
  if (faults.length > 0) return reject(faults.map(({ message }) => message).join(" "));
  if (read.to > today) return reject("The last day lies in the future.");
  const kind = judgement === null ? "figure" : "judgement";
  const before = findStanding(entries, { kpi: kpi.id, kind, from: read.from, to: read.to });
  const entry: NewEntry = { kpi: kpi.id, kind, ...given, replaces: before?.id ?? null };
  if (before === undefined) return { outcome: "new", entry };
  return isSame(entry, before) ? { outcome: "unchanged" } : { outcome: "corrects", entry, before };
}

/** Plans all rows. The same KPI and days twice in one sheet: which of them is meant is not guessed. */
function planRows(
  rows: readonly ReadKpiRow[],
  given: {
    readonly entries: readonly StoredEntry[];
    readonly bands: BandScheme;
    readonly today: string;
  },
): Planned[] {
  const keyOf = (read: ReadKpiRow): string =>
    [read.kpi, read.from, read.to, read.judgement === null ? "figure" : "judgement"].join(" ");
  const times = Map.groupBy(rows, keyOf);
  return rows.map((read) => {
    const twice = read.faults.length === 0 && (times.get(keyOf(read))?.length ?? 0) > 1;
    const change: Change = twice
      ? { outcome: "rejected", note: "These days stand in the file more than once." }
      : planRow(read, given);
    return { row: tellRow(read, change, given.bands), change };
  });
}

function tellRow(read: ReadKpiRow, change: Change, bands: BandScheme): KpiSheetRow {
  return {
    sheet: read.sheet,
    row: read.row,
    kpi: read.kpi,
    name: findKpi(read.kpi)?.name ?? "",
    from: read.from,
    to: read.to,
    outcome: change.outcome,
    before: change.outcome === "corrects" ? sayEntry(change.before, bands) : null,
    after:
      change.outcome === "new" || change.outcome === "corrects"
        ? sayEntry(change.entry, bands)
        : null,
    note: change.outcome === "rejected" ? change.note : null,
  };
}

/** SHA-256 of the file and of what stood when it was looked at: what is taken is what was shown. */
async function digestOf(path: string, entries: readonly StoredEntry[]): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  for (const { id } of entries) hash.update(id);
  return hash.digest("hex");
}

async function plan(
  work: Work,
  contractId: string,
  path: string,
  rows: readonly ReadKpiRow[],
): Promise<{ readonly planned: Planned[]; readonly digest: string }> {
  await requireOwnContract(work, contractId);
  const entries = await readEntries(work, [contractId]);
  const bands = await readBands(work);
  return {
    planned: planRows(rows, { entries, bands, today: work.today }),
    digest: await digestOf(path, entries),
  };
}

function resultOf(planned: readonly Planned[], digest: string, taken: boolean): KpiSheetResult {
  const counts = { new: 0, corrects: 0, unchanged: 0, rejected: 0 };
  for (const { change } of planned) counts[change.outcome] += 1;
  return { rows: planned.map(({ row }) => row), counts, digest, taken };
}

/** Reads the file to its end before anything is asked of the database. */
export const readSheetFile = readKpiWorkbook;

/** Says exactly what it would change. */
export async function trySheet(
  work: Work,
  given: {
    readonly contractId: string;
    readonly path: string;
    readonly rows: readonly ReadKpiRow[];
  },
): Promise<KpiSheetResult> {
  const { planned, digest } = await plan(work, given.contractId, given.path, given.rows);
  return resultOf(planned, digest, false);
}

/** Takes it: every row that is not rejected, in one transaction. `conflict` where something else stands by now. */
export async function takeSheet(
  work: Work,
  given: {
    readonly contractId: string;
    readonly path: string;
    readonly rows: readonly ReadKpiRow[];
    readonly digest: string;
  },
): Promise<KpiSheetResult> {
  const { contractId } = given;
  const { planned, digest } = await plan(work, contractId, given.path, given.rows);
  if (digest !== given.digest)
    throw new AppError(
      "conflict",
      "The file or what stands here has changed since it was looked at.",
    );
  for (const { change } of planned) {
    if (change.outcome === "new") {
      const id = await keepEntry(work, contractId, change.entry);
      await performByEntry(work, contractId, id, change.entry);
    } else if (change.outcome === "corrects") await replaceEntry(work, change.before, change.entry);
  }
  return resultOf(planned, digest, true);
}
