import type { NormalisedProcurement } from "@throughline/domain";
import { sayNoticeCode } from "@throughline/interchange";
import { choosePaint, plainText, wrapText, type Paint } from "./paint-text.ts";
import type { Terminal } from "./terminal.ts";

type Lot = NormalisedProcurement["lots"][number];
type Amount = NormalisedProcurement["value"];

const kinds: Readonly<Record<NormalisedProcurement["kind"], string>> = {
  planning: "Announced for later",
  tender: "Call for competition",
  award: "Award",
  contract: "Contract",
  modification: "Modification of a contract",
};

const sources: Readonly<Record<NormalisedProcurement["source"], string>> = {
  ocds: "OCDS",
  eforms: "eForms",
  short_form: "short notice",
};

const procedures: Readonly<Record<NonNullable<NormalisedProcurement["procedure"]>, string>> = {
  open: "open",
  restricted: "restricted",
  competitive_with_negotiation: "competitive, with negotiation",
  competitive_dialogue: "competitive dialogue",
  negotiated_without_call: "negotiated without a call",
  innovation_partnership: "innovation partnership",
  mini_competition: "mini-competition",
  other: "another one",
};

/** Fields as a person calls them, for what a lot has from the procedure or its group. */
const fieldNames: Readonly<Record<string, string>> = {
  cpv: "CPV codes",
  awardCriteria: "award criteria",
  selectionCriteria: "selection criteria",
  performanceTerms: "terms of performance",
  strategicProcurement: "strategic aims",
  strategicDescription: "strategic aims in words",
  socialObjectives: "social objectives",
  environmentalImpacts: "aims for the environment",
  innovations: "innovation",
  greenCriteria: "green criteria",
  accessibility: "accessibility",
  deadlineOn: "deadline",
};

function sayAmount(value: Amount): string | null {
  if (value === null) return null;
  const [whole = "", fraction] = value.amount.toFixed(2).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
  return `${grouped}${fraction === "00" ? "" : `.${fraction ?? ""}`} ${value.currency}`;
}

/** A page of lines, broken to the terminal's width. */
class Page {
  readonly lines: string[] = [];
  readonly #width: number;
  readonly #paint: Paint;

  constructor(width: number, paint: Paint) {
    this.#width = width;
    this.#paint = paint;
  }

  heading(text: string): void {
    this.lines.push("", this.#paint.strong(plainText(text)));
  }

  /** One thing said, under a word that is said once. */
  say(word: string, texts: string | null | readonly (string | null)[], indent = 2): void {
    const said = [texts].flat().filter((text) => text !== null && text !== "");
    const label = word.padEnd(14);
    said.forEach((text, index) => {
      const start = " ".repeat(indent) + (index === 0 ? label : " ".repeat(label.length));
      const lines = wrapText(plainText(text ?? ""), this.#width - start.length - 1);
      lines.forEach((line, at) =>
        this.lines.push(
          `${at === 0 ? this.#paint.faint(start) : " ".repeat(start.length)} ${line}`.trimEnd(),
        ),
      );
    });
  }
}

const codesSaid = (lot: Lot): string[] => [
  ...lot.strategicProcurement.map((code) => sayNoticeCode("strategic-procurement", code)),
  ...lot.socialObjectives.map((code) => sayNoticeCode("social-objective", code)),
  ...lot.environmentalImpacts.map((code) => sayNoticeCode("environmental-impact", code)),
  ...lot.innovations.map((code) => sayNoticeCode("innovative-acquisition", code)),
  ...lot.greenCriteria.map((code) => sayNoticeCode("gpp-criteria", code)),
];

/** A text with what its code means; a code alone by its meaning, with the code. */
function sayCoded(
  list: "selection-criterion" | "exclusion-ground",
  code: string,
  text: string,
): string {
  const meaning = sayNoticeCode(list, code);
  if (text !== code) return code === "" ? text : `${text} (${meaning})`;
  return meaning === code ? code : `${meaning} (${code})`;
}

function drawLot(page: Page, lot: Lot, sayCpv: (code: string) => string): void {
  page.heading(`Lot ${lot.id}${lot.title === "" ? "" : ` · ${lot.title}`}`);
  if (!lot.inherited.includes("cpv")) page.say("bought", lot.cpv.map(sayCpv));
  page.say("value", sayAmount(lot.value));
  if (!lot.inherited.includes("deadlineOn")) page.say("answer by", lot.deadlineOn);
  page.say(
    "must be",
    lot.selectionCriteria.map(({ type, name }) => sayCoded("selection-criterion", type, name)),
  );
  page.say(
    "scores",
    lot.awardCriteria.map(({ type, name, weight, description }) => {
      const kind = sayNoticeCode("award-criterion-type", type);
      const share = weight === null ? "" : `${weight} % `;
      const more = description === null || description === name ? "" : `: ${description}`;
      return name === type ? `${share}${kind}` : `${share}${kind}, ${name}${more}`;
    }),
  );
  page.say("aims", [codesSaid(lot).join("; "), lot.strategicDescription]);
  page.say(
    "accessibility",
    lot.accessibility === null ? null : sayNoticeCode("accessibility", lot.accessibility),
  );
  page.say(
    "is agreed",
    lot.performanceTerms.map(({ text }) => text),
  );
  page.say(
    "not its own",
    lot.inherited.length === 0
      ? null
      : `${lot.inherited.map((field) => fieldNames[field] ?? field).join(", ")}: told for the whole only`,
  );
}

/**
 * One notice as a page. `cpvNames` holds names of its codes.
 *
 * @example terminal.out(drawNotice(notice, new Map(), terminal));
 */
export function drawNotice(
  notice: NormalisedProcurement,
  cpvNames: ReadonlyMap<string, string>,
  terminal: Terminal,
): string {
  const paint = choosePaint(terminal.colour);
  const page = new Page(terminal.width, paint);
  const sayCpv = (code: string): string =>
    cpvNames.has(code) ? `${code} ${cpvNames.get(code) ?? ""}` : code;
  const title = notice.title === "" ? "(no title)" : plainText(notice.title);
  page.lines.push(...wrapText(title, terminal.width).map((line) => paint.strong(line)));
  const id = notice.ocid ?? notice.noticeId ?? notice.publicationId;
  page.lines.push(
    plainText(
      `${kinds[notice.kind]} · ${sources[notice.source]}${id === null ? "" : ` ${id}`}${notice.publicationId === null ? "" : ` · OJ ${notice.publicationId}`}`,
    ),
    "",
  );
  const { name, id: number } = notice.buyer;
  page.say("buyer", [
    name === ""
      ? "not named"
      : [name, number === null ? null : `(${number})`, notice.country]
          .filter((part) => part !== null)
          .join(" "),
  ]);
  page.say("bought", notice.cpv.map(sayCpv));
  page.say("value", sayAmount(notice.value));
  page.say("procedure", notice.procedure === null ? null : procedures[notice.procedure]);
  page.say("published", notice.publishedOn);
  page.say("answer by", notice.deadlineOn);
  page.say("awarded", notice.awardedOn);
  page.say(
    "excluded for",
    notice.exclusionGrounds.map(({ text, type }) => sayCoded("exclusion-ground", type, text)),
  );
  for (const lot of notice.lots) drawLot(page, lot, sayCpv);
  if (notice.suppliers.length > 0) {
    page.heading("Suppliers");
    for (const { name: supplier, id: company, country, lots } of notice.suppliers) {
      const where = [company === null ? null : `(${company})`, country].filter(
        (part) => part !== null,
      );
      page.say(
        "",
        [supplier, ...where, lots.length === 0 ? "" : `for ${lots.join(", ")}`].join(" ").trim(),
        0,
      );
    }
  }
  for (const contract of notice.contracts) {
    page.heading(`Contract ${contract.id}${contract.title === null ? "" : ` · ${contract.title}`}`);
    page.say("with", contract.suppliers.join(", "));
    page.say("for", contract.lots.join(", "));
    page.say("value", sayAmount(contract.value));
    page.say("awarded", contract.awardedOn);
    page.say("signed", contract.signedOn);
    const { startsOn, endsOn } = contract;
    page.say(
      "runs",
      startsOn === null && endsOn === null ? null : `${startsOn ?? "?"} to ${endsOn ?? "?"}`,
    );
    page.say("sites", contract.sites.length === 0 ? null : `${contract.sites.length} named`);
    page.say("to be read at", contract.uri);
  }
  for (const { reason, text, changedNotice } of notice.modifications) {
    page.heading(`Changed${changedNotice === null ? "" : ` (notice ${changedNotice})`}`);
    page.say("what", text);
    page.say("why", reason === text ? null : reason);
  }
  const unread = Object.keys(notice.unread).length;
  page.lines.push("");
  for (const note of notice.notes) page.say("note", note);
  if (unread > 0)
    page.say(
      "kept",
      `${unread} further ${unread === 1 ? "field" : "fields"} of the notice; --json shows them under "unread".`,
    );
  return `${page.lines.join("\n").trimEnd()}\n`;
}
