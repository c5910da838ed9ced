/** Draws KPIs in text: what the supplier does and what workers got under headings of their own, never in one table. */
import type {
  BandScheme,
  KpiBand,
  KpiStanding,
  Measurement,
  SectionedStandings,
} from "@throughline/domain";
import { sayValue } from "@throughline/measurement";
import { sayDate } from "@throughline/tracing";
import { choosePaint, plainText, wrapText, type Paint } from "./paint-text.ts";
import type { Terminal } from "./terminal.ts";

/** What is drawn. */
interface Measured {
  readonly contract: { readonly reference: string; readonly title: string };
  readonly asOf: string;
  readonly bands: BandScheme;
  readonly standings: SectionedStandings;
}

const marks: Readonly<Record<KpiBand, readonly [icon: string, paint: keyof Paint]>> = {
  good: ["●", "good"],
  approaching_target: ["◐", "caution"],
  requires_improvement: ["◔", "caution"],
  inadequate: ["✕", "bad"],
  other: ["–", "faint"],
};

const counted = { numerator: "+", denominator: "·", left_out: " " } as const;

/** Longer lists are in `--json`; a terminal shows what a person can take in. */
const mostRows = 30;

/** Draws all sections that hold something. */
export function drawKpis(measured: Measured, terminal: Terminal): string {
  const { contract, asOf, standings } = measured;
  const paint = choosePaint(terminal.colour);
  const lines = [
    paint.strong(plainText(`${contract.title} (${contract.reference})`)),
    `As known on ${sayDate(asOf)}.`,
    ...(isAsked(standings)
      ? []
      : ["No clause names a KPI and none was added; this is what the facts tell."]),
  ];
  const sections: readonly (readonly [string, readonly KpiStanding[]])[] = [
    ["Cooperation and information", standings.supplierConduct],
    ["Outcomes for workers", standings.workerOutcomes],
    ["Own practice", standings.ownPractice],
  ];
  for (const [heading, some] of sections) {
    if (some.length === 0) continue;
    lines.push("", paint.strong(heading));
    for (const standing of some)
      lines.push("", ...drawStanding(standing, measured.bands, terminal));
  }
  lines.push(
    "",
    paint.faint(
      "+ in the numerator and the denominator, · in the denominator only, else left out.",
    ),
  );
  return `${lines.join("\n")}\n`;
}

/** Whether any of them was asked for, and not only looked at. */
function isAsked({ supplierConduct, workerOutcomes, ownPractice }: SectionedStandings): boolean {
  return [...supplierConduct, ...workerOutcomes, ...ownPractice].some(({ assignment }) =>
    assignment.reasons.some((reason) => reason.kind === "clause" || reason.assignmentId !== ""),
  );
}

function drawStanding(standing: KpiStanding, bands: BandScheme, terminal: Terminal): string[] {
  const paint = choosePaint(terminal.colour);
  const { assignment, rating, period, computed, entered, differs } = standing;
  const [icon, colour] = marks[rating.band];
  const { number, words } = assignment.target;
  const unit = computed?.unit ?? entered?.unit ?? "";
  const target = words ?? (number === null ? "none" : sayValue(number, unit));
  const lines = [
    `${paint[colour](`${icon} ${bands.labels[rating.band]}`)}  ${paint.strong(`${assignment.kpi} ${standing.name}`)}`,
    `  ${sayDate(period.from)} to ${sayDate(period.to)}; target: ${plainText(target)}`,
  ];
  const say = (text: string): void =>
    void lines.push(...wrapText(plainText(text), terminal.width - 4).map((line) => `  ${line}`));
  if (computed === null && entered === null)
    say("No figure: it is not computed, and nobody has entered one for this period.");
  for (const one of [computed, entered]) if (one !== null) drawFigure(one, say);
  if (differs !== null) say(differs.text);
  say(rating.says.text);
  return lines;
}

function drawFigure(measurement: Measurement, say: (text: string) => void): void {
  const { basis, value, unit, numerator, denominator, says, besides, rows } = measurement;
  const parts =
    numerator === null || denominator === null ? "" : ` (${numerator} of ${denominator})`;
  say(`${basis}: ${value === null ? "no data" : sayValue(value, unit)}${parts}. ${says.text}`);
  for (const one of besides) say(one.text);
  for (const row of rows.slice(0, mostRows))
    say(
      `${counted[row.counts]} ${row.label}${row.date === null ? "" : ` (${sayDate(row.date)})`}: ${row.says.text}`,
    );
  if (rows.length > mostRows) say(`… and ${rows.length - mostRows} more; see --json.`);
}
