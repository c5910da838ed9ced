/** Draws a line in text: eight stations with an icon and a word each, two truths, breaks, readiness, the request. */
import type { Line, LineFacts, LineState, PartyRef, ProductTrace } from "@throughline/domain";
import type { ContractFile } from "@throughline/interchange";
import { whatCanBeAsked } from "@throughline/risk";
import { draftRequest, sayDate, sayMoney } from "@throughline/tracing";
import { choosePaint, plainText, wrapText, type Paint } from "./paint-text.ts";
import type { Terminal } from "./terminal.ts";

const stationTitles = {
  weighed: "Weighed",
  asked: "Asked",
  agreed: "Agreed",
  shown: "Shown",
  traced: "Traced",
  checked: "Checked",
  acted: "Acted on",
  remedied: "Remedied",
} as const;

interface Mark {
  readonly icon: string;
  readonly word: string;
  readonly paint: keyof Paint;
}

const marks: Readonly<Record<LineState, Mark>> = {
  whole: { icon: "●", word: "whole", paint: "good" },
  partly: { icon: "◐", word: "partly", paint: "caution" },
  broken: { icon: "✕", word: "broken", paint: "bad" },
  on_agreed_plan: { icon: "◷", word: "on an agreed plan", paint: "caution" },
  unknown: { icon: "◌", word: "unknown", paint: "faint" },
  not_applicable: { icon: "–", word: "does not apply", paint: "faint" },
};

const productMarks: Readonly<
  Record<ProductTrace["status"], readonly [string, string, keyof Paint]>
> = {
  traced: ["✓", "traced", "good"],
  imprecise: ["!", "imprecise", "caution"],
  brand_level_only: ["!", "brand level only", "caution"],
  refused: ["–", "refused", "caution"],
  cannot_because: ["–", "cannot say", "caution"],
  withdrawn: ["✕", "withdrawn", "bad"],
  shown_false: ["✕", "shown false", "bad"],
  silent: ["✕", "silent", "bad"],
  asked: ["…", "asked", "faint"],
  missing: ["✕", "missing", "bad"],
};

/** Longer lists are in `--json`; a terminal shows what a person can take in. */
const mostProducts = 40;
const mostSites = 40;
const mostBreaks = 15;

function nameParty(party: PartyRef): string {
  return party.invented ? `${party.name} (invented)` : party.name;
}

function describeContract(facts: LineFacts): string {
  const { buyer, authority, supplier, brands, value, endsOn, followUp } = facts.contract;
  const who = buyer ?? authority;
  const parts = [
    who === null ? "The buyer is not named" : nameParty(who),
    supplier === null ? "" : ` buys from ${nameParty(supplier)}`,
    brands.length === 0
      ? ""
      : `, made by ${new Intl.ListFormat("en-GB").format(brands.map(nameParty))}`,
  ];
  const more = [
    value === null ? null : sayMoney(value.minorUnits, value.currency),
    endsOn === null ? null : `ends ${sayDate(endsOn)}`,
    followUp === null
      ? "nobody is assigned to follow it up"
      : `followed up by ${followUp.person}${followUp.hoursPerMonth === null ? "" : `, ${followUp.hoursPerMonth} h a month`}`,
  ].filter((part) => part !== null);
  return [parts.join(""), ...more].join(" · ");
}

class DrawnPage {
  readonly lines: string[] = [];
  readonly paint: Paint;
  readonly #width: number;

  constructor(terminal: Terminal) {
    this.paint = choosePaint(terminal.colour);
    this.#width = terminal.width;
  }

  /** Adds wrapped text; later lines are set under the first one's text. */
  add(
    text: string,
    first = "",
    later = " ".repeat(first.length),
    paint: keyof Paint | null = null,
  ): void {
    wrapText(plainText(text), this.#width - later.length).forEach((line, index) => {
      this.lines.push(
        `${index === 0 ? first : later}${paint === null ? line : this.paint[paint](line)}`,
      );
    });
  }

  heading(text: string): void {
    this.lines.push("", this.paint.strong(text));
  }
}

function drawStations(page: DrawnPage, line: Line): void {
  line.stations.forEach((station, index) => {
    const mark = marks[station.state];
    const last = index === line.stations.length - 1;
    const unsure = station.state === "unknown" || line.stations[index + 1]?.state === "unknown";
    const rail = last ? " " : unsure ? "┊" : station.state === "broken" ? "╱" : "│";
    const detail = station.detail === null ? "" : `; ${station.detail.text}`;
    const title = stationTitles[station.name].padEnd(9);
    const icon = page.paint[mark.paint](mark.icon);
    page.lines.push(`${icon} ${page.paint.strong(title)} ${page.paint[mark.paint](mark.word)}`);
    page.add(`${station.headline.text}${detail}`, `${rail}   `, `${rail}   `);
    if (station.recorded) {
      for (const [name, truth] of [
        ["duty", station.duty],
        ["result", station.result],
      ] as const) {
        const own = marks[truth.state];
        page.add(
          `${own.word}. ${truth.sentence.text}`,
          `${rail}   ${own.icon} ${name}: `,
          `${rail}     `,
          "faint",
        );
      }
    }
    if (!last) page.lines.push(rail);
  });
}

function drawProducts(page: DrawnPage, line: Line): void {
  if (line.products.length === 0) return;
  page.heading("What was bought");
  for (const product of line.products.slice(0, mostProducts)) {
    const [icon, word, paint] = productMarks[product.status];
    const name =
      product.partNumber === null || product.family.includes(product.partNumber)
        ? product.family
        : `${product.family} ${product.partNumber}`;
    const bought = product.quantity === null ? "" : ` × ${product.quantity}`;
    page.lines.push(
      `${page.paint[paint](`${icon} ${word.padEnd(16)}`)} ${plainText(`${product.brand} · ${name}${bought}`)}`,
    );
    page.add(product.sentence.text, " ".repeat(19));
  }
  if (line.products.length > mostProducts)
    page.add(`and ${line.products.length - mostProducts} more (see --json)`);
}

function drawSites(page: DrawnPage, line: Line): void {
  if (line.sites.length === 0) return;
  page.heading("Sites");
  for (const site of line.sites.slice(0, mostSites)) {
    const icon =
      site.screening === "hit"
        ? page.paint.bad("◆")
        : site.toReview
          ? page.paint.caution("?")
          : "•";
    const notes = [
      site.standing.text,
      site.flags.includes("warehouse")
        ? "flagged as a warehouse, not manufacturing"
        : site.flags.includes("not_manufacturing")
          ? "flagged as not manufacturing"
          : null,
      site.flags.includes("packer") ? "named as the packer, not as the maker" : null,
      site.screening === "hit"
        ? "meets an official measure"
        : site.screening === "not_screened"
          ? "not screened"
          : null,
      site.toReview ? "perhaps the same as another: to review" : null,
    ].filter((note) => note !== null);
    page.lines.push(
      `${icon} ${plainText(site.name)}${site.country === null ? "" : ` (${site.country})`}`,
    );
    page.add(notes.join("; "), "  ");
  }
  if (line.sites.length > mostSites)
    page.add(`and ${line.sites.length - mostSites} more (see --json)`);
}

function drawBreaks(page: DrawnPage, line: Line): void {
  page.heading(
    line.breaks.length === 0
      ? "No breaks found. Unknown is not whole: see the stations above."
      : `Next, by urgency (${line.breaks.length} ${line.breaks.length === 1 ? "break" : "breaks"})`,
  );
  line.breaks.slice(0, mostBreaks).forEach((one, index) => {
    const paint =
      one.severity === "severe" ? "bad" : one.severity === "serious" ? "caution" : "faint";
    page.add(one.action.sentence.text, `${String(index + 1).padStart(2)}. `);
    page.add(`${one.sentence.text} ${one.action.why.text}`, "    ", "    ", "faint");
    const due =
      one.dueOn === null
        ? "no date set"
        : one.dueOn < line.asOf
          ? `due since ${sayDate(one.dueOn)}`
          : `due ${sayDate(one.dueOn)}`;
    page.add(
      `${one.severity}; ${due}; ${one.owner ?? "nobody is assigned"}`,
      "    ",
      "    ",
      paint,
    );
  });
  if (line.breaks.length > mostBreaks)
    page.add(`and ${line.breaks.length - mostBreaks} more (see --json)`);
}

/** Breaks that a request mends: nobody has asked, or the request has not left. */
const unasked: ReadonlySet<string> = new Set([
  "break.nothing_known",
  "break.not_asked",
  "break.draft",
]);

/** While nothing was disclosed, what can be asked and the request drafted. */
function drawRequest(page: DrawnPage, line: Line, facts: LineFacts, file: ContractFile): void {
  const first = line.breaks.find((one) => unasked.has(one.sentence.code));
  if (facts.disclosures.length > 0 || first === undefined) return;
  const components = [
    ...new Set([...file.components, ...facts.contract.conditions.flatMap((one) => one.components)]),
  ];
  const askable = whatCanBeAsked({
    cpv: facts.contract.cpv,
    components,
    brands: facts.contract.brands.map((brand) => brand.name),
    families: facts.products.map((product) => product.family),
  });
  page.heading("What can be asked");
  const parts = new Map<string, string[]>();
  const materials: string[] = [];
  for (const { component, tier, ask, why } of askable) {
    if (component === null) page.add(`${ask} ${why}`, "• ");
    else if (tier === "smelter_or_refiner") materials.push(component);
    else parts.set(why, [...(parts.get(why) ?? []), component]);
  }
  for (const [why, names] of parts)
    page.add(`Who makes, and where: ${names.join(", ")}. ${why}`, "• ");
  if (materials.length > 0) {
    page.add(
      `Where it comes from, and who smelts, refines or produces it: ${materials.join(", ")}.`,
      "• ",
    );
  }
  const addressee = String(first.action.sentence.params["addressee"] ?? "the supplier");
  const draft = draftRequest({
    contract: facts.contract,
    products: facts.products,
    addressee,
    dueOn: first.dueOn !== null && first.dueOn > line.asOf ? first.dueOn : null,
    items: askable,
  });
  page.heading(`The request, drafted: ${draft.subject}`);
  for (const paragraph of draft.text.split("\n\n")) {
    page.lines.push("");
    for (const one of paragraph.split("\n"))
      page.add(one, "  ", one.startsWith("- ") ? "    " : "  ");
  }
}

/** The whole drawing, ending in a line break. */
export function drawLine(
  line: Line,
  facts: LineFacts,
  file: ContractFile,
  linkNotes: readonly string[],
  terminal: Terminal,
): string {
  const page = new DrawnPage(terminal);
  page.lines.push(page.paint.strong(plainText(line.contract.title)));
  page.add(describeContract(facts));
  page.add(`${line.contract.reference} · as of ${sayDate(line.asOf)}`);
  if (line.asOf < terminal.today && line.sites.length > 0) {
    page.add(
      "The sites were screened just now, leaving out measures in force only after that day.",
      "",
      "",
      "faint",
    );
  }
  page.lines.push("");
  const paint = line.readiness.ready === "no" ? "bad" : "strong";
  page.add(line.readiness.sentence.text, "", "", paint);
  for (const gate of line.readiness.gates) page.add(gate.text, "  ✕ ");
  page.lines.push("");
  drawStations(page, line);
  drawProducts(page, line);
  drawSites(page, line);
  if (linkNotes.length > 0) page.heading("About the lists");
  for (const note of linkNotes) page.add(note, "• ");
  drawBreaks(page, line);
  drawRequest(page, line, facts, file);
  return `${page.lines.join("\n")}\n`;
}
