/** Reads label text: "Manufactured by one of the following: 1. … 2. …", with or without numbers, packers, importers. */
import type { ReadDisclosure, RowFlag } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { countryName } from "../country/country-names.ts";
import { recogniseCountry } from "../country/recognise-country.ts";
import { finishDisclosure } from "./finish-disclosure.ts";
import { addressLabel, nameLabel, rolePhrases } from "./label-words.ts";
import type { LabelRole } from "./label-words.ts";
import { findLegalForms } from "./legal-forms.ts";
import { repairWhitespace } from "./repair-cell.ts";
import { settleRow } from "./settle-row.ts";
import type { SourceRow } from "./settle-row.ts";
import { joinsByOr, splitItems } from "./split-items.ts";

/** No label is longer; what is, is no label. */
export const longestLabel = 50_000;

interface Section {
  readonly role: LabelRole;
  readonly alternatives: boolean;
  readonly body: string;
  readonly intro: string;
}

/** Full-width letters, digits, brackets and signs made plain; Chinese commas stay. */
function makePlain(text: string): string {
  return text
    .replace(/[（）：；＃．／－＆０-９Ａ-Ｚａ-ｚ]/gu, (sign) => sign.normalize("NFKC"))
    .replace(/\u3000/gu, " ");
}

function findSections(text: string): { head: string; sections: Section[] } {
  const marks: {
    start: number;
    end: number;
    role: LabelRole;
    alternatives: boolean;
    intro: string;
  }[] = [];
  for (const { role, alternatives, pattern } of rolePhrases) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0].trim() === "" || marks.some((mark) => start < mark.end && mark.start < end))
        continue;
      marks.push({ start, end, role, alternatives, intro: match[0].trim() });
    }
  }
  marks.sort((a, b) => a.start - b.start);
  const sections = marks.map((mark, index) => ({
    role: mark.role,
    alternatives: mark.alternatives,
    intro: mark.intro,
    body: text.slice(mark.end, marks[index + 1]?.start ?? text.length),
  }));
  return { head: text.slice(0, marks[0]?.start ?? 0), sections };
}

function endsInTheMiddle(text: string): boolean {
  const end = text.trim();
  if (/(?:[-–—,，、:：/&(（]|\.\.\.|…|\b(?:and|or|the|of))$/iu.test(end)) return true;
  return (
    /(?:^|\s)\(?\d{1,2}[.)]$/u.test(end) ||
    (end.match(/[(（]/gu)?.length ?? 0) > (end.match(/[)）]/gu)?.length ?? 0)
  );
}

interface NamedPlace {
  readonly name: string;
  readonly address: string;
  readonly changes: readonly string[];
}

function splitNameAndAddress(item: string): NamedPlace {
  const changes: string[] = [];
  let text = item.replace(nameLabel, "").trim();
  const code = /^[A-Z]{1,4}\d{1,4}\s*[-–—:]\s+(?=\p{L})/u.exec(text);
  if (code) {
    changes.push(
      `The code '${code[0].replace(/\s*[-–—:]\s*$/u, "")}' before the name was left out of it.`,
    );
    text = text.slice(code[0].length);
  }
  const labelled = addressLabel.exec(text);
  const form = findLegalForms(text)[0];
  const line = text.indexOf("\n");
  const dash = /\s[-–—]\s/u.exec(text);
  const comma = text.search(/[,，]/u);
  const number = text.search(/\s(?=(?:No\.?\s?\d|#\d|\d+#|Lot\s|Plot\s|Km\s?\d))/iu);
  const bracket = text.indexOf("地址");
  let end = text.length;
  if (labelled && labelled.index > 0 && (form === undefined || form.end <= labelled.index + 2))
    end = labelled.index;
  else if (
    form !== undefined &&
    !(line > 0 && line < form.start && /\d/u.test(text.slice(line, form.start)))
  )
    end = form.end;
  else if (line > 0) end = line;
  else if (dash) end = dash.index;
  else if (comma > 0) end = comma;
  else if (number > 0) end = number;
  else if (bracket > 0) end = bracket;
  const name = text
    .slice(0, end)
    .replace(/[\s,;:，；：]+$/u, "")
    .replace(/\s[-–—]$/u, "");
  const rest = text.slice(end).replace(/^[\s,;:.，；：。]*(?:[-–—]\s*)?[\s,;:，；：]*/u, "");
  const label = /^\s*/u.exec(rest) && addressLabel.exec(rest);
  const address = label && label.index === 0 ? rest.slice(label[0].length) : rest;
  return {
    name,
    address: address
      .replace(/\s*\n\s*/gu, ", ")
      .replace(/,\s*,/gu, ",")
      .replace(/[\s;；]+$/u, ""),
    changes,
  };
}

const roleFlags: Readonly<Partial<Record<LabelRole, readonly RowFlag[]>>> = {
  packer: ["packer"],
  importer: ["not_manufacturing"],
  distributor: ["not_manufacturing"],
  warehouse: ["warehouse", "not_manufacturing"],
  office: ["head_office", "not_manufacturing"],
};

function toSource(item: string, row: number, role: LabelRole, cutOff: boolean): SourceRow {
  const widened = makePlain(item);
  const { name, address, changes } = splitNameAndAddress(widened);
  const said = [...changes];
  if (widened !== item) said.push("Full-width signs were written as plain ones.");
  const flags: RowFlag[] = [...(roleFlags[role] ?? [])];
  let where = address;
  if (cutOff) {
    flags.push("address_cut_off");
    where = address.replace(/[\s,，、:：/&(（–—-]+$|\s*(?:\.\.\.|…)$/u, "");
    said.push("The text ends here, so the address is cut off. Ask for the full text.");
  }
  return {
    row,
    name,
    address: where.trim(),
    country: "",
    flags,
    changes: said,
    cutOff,
    countryFromName: role !== "manufacturer" || /\bsales\b/iu.test(name),
    raw: item,
  };
}

function readBrand(head: string): string | null {
  const brand = repairWhitespace(
    head
      .replace(/\b(?:manufacturer|brand|marke|marque|marca|merk|品牌)\s*[:：]/giu, "")
      .replace(/[\s,:：;.–—-]+$/u, "")
      .replace(/^[\s,:：;.–—-]+/u, ""),
  );
  if (/^(?:this|the|these|our|your|product|model|item|note)\b/iu.test(brand)) return null;
  const words = brand.split(/\s+/u).length;
  return brand !== "" &&
    brand.length <= 40 &&
    words <= 4 &&
    !/\d{3}|\n/u.test(brand) &&
    findLegalForms(brand).length === 0
    ? brand
    : null;
}

/** A head that is neither a brand nor a sentence names a place of its own. */
function headSection(head: string): Section[] {
  return findLegalForms(head).length > 0
    ? [{ role: "manufacturer", alternatives: false, body: head, intro: "" }]
    : [];
}

/**
 * Reads label text into places. Every item becomes a row; importers, distributors and offices are flagged as not
 * manufacturing; a text that ends in the middle of an item says so. `foreignMarket` is the importer's country.
 *
 * @throws AppError `file_empty` when the text names nothing, `file_too_large` above 50,000 characters.
 * @example readLabelText("Acme, Made in one of these factories: a) Foo Ltd, 1 Road, Leeds, UK b) Bar Ltd, 2 Road, York, UK").alternatives; // true
 */
export function readLabelText(text: string): ReadDisclosure {
  if (text.length > longestLabel) {
    throw new AppError(
      "file_too_large",
      `A label text may have at most ${longestLabel} characters.`,
    );
  }
  // Long runs of blanks say nothing and cost much.
  const plain = text
    .replace(/^\uFEFF/u, "")
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]{9,}/gu, "        ");
  if (plain.trim() === "") throw new AppError("file_empty", "The text is empty.");
  const found = findSections(plain);
  const sections =
    found.sections.length === 0
      ? [{ role: "manufacturer" as const, alternatives: false, body: plain, intro: "" }]
      : [...headSection(found.head), ...found.sections];
  const brand = found.sections.length === 0 ? null : readBrand(found.head);
  const notes: string[] = [];
  if (
    found.sections.length > 0 &&
    brand === null &&
    headSection(found.head).length === 0 &&
    repairWhitespace(found.head) !== ""
  ) {
    notes.push(
      `The text begins with '${repairWhitespace(found.head)}', which was not read as a place.`,
    );
  }
  let truncated = endsInTheMiddle(plain);
  let foreignMarket: string | null = null;
  let joinedByOr = false;
  const sources: SourceRow[] = [];
  const pieces = sections.flatMap((section) => {
    if (section.role === "origin" || section.role === "market") {
      const end = section.role === "market" ? 0 : section.body.search(/[.;\n]|$/u);
      const said = repairWhitespace(
        section.role === "market" ? section.intro : section.body.slice(0, end),
      ).replace(/[.,;]+$/u, "");
      if (said !== "")
        notes.push(
          section.role === "origin"
            ? `The text gives '${said}' as the country of origin.`
            : `The text says '${said}'.`,
        );
      if (section.role === "market") {
        const country = said
          .replace(/^.*?\b(?:sale in|for the|outside)\s+/iu, "")
          .replace(/\s+(?:only|market.*)$/iu, "");
        foreignMarket ??= recogniseCountry(country);
      }
      // What follows such a statement may still name places.
      const rest = section.body.slice(end).replace(/^[.;\s]+/u, "");
      return splitItems(rest)
        .filter((item) => findLegalForms(item).length > 0)
        .map((item) => ({ item, role: "manufacturer" as const }));
    }
    const items = splitItems(section.body, section.alternatives);
    joinedByOr ||= section.role === "manufacturer" && joinsByOr(section.body, items);
    return items
      .filter((item) => /[\p{L}\p{N}]/u.test(item))
      .map((item) => ({ item, role: section.role }));
  });
  const settledCountries = pieces.map(
    (piece, index) => settleRow(toSource(piece.item, index + 1, piece.role, false)).country,
  );
  const makers = pieces.flatMap((piece, index) => (piece.role === "manufacturer" ? [index] : []));
  const lastMaker = makers.at(-1);
  if (
    !truncated &&
    makers.length >= 3 &&
    lastMaker === pieces.length - 1 &&
    settledCountries[lastMaker] === null &&
    makers.slice(0, -1).every((index) => settledCountries[index] !== null) &&
    !/[.。]\s*$/u.test(plain)
  ) {
    truncated = true;
    notes.push(
      "The last address names no country although all others do, so the text seems to be cut off.",
    );
  }
  pieces.forEach((piece, index) =>
    sources.push(
      toSource(piece.item, index + 1, piece.role, truncated && index === pieces.length - 1),
    ),
  );
  if (sources.length === 0) throw new AppError("file_empty", "The text names no place.");
  for (const [index, piece] of pieces.entries()) {
    const source = sources[index];
    if (source === undefined) continue;
    if (piece.role === "packer")
      notes.push(`The text calls '${source.name}' the packer, not the manufacturer.`);
    if (piece.role === "importer" || (piece.role !== "packer" && /\bsales\b/iu.test(source.name)))
      foreignMarket ??= settledCountries[index] ?? null;
  }
  if (foreignMarket !== null)
    notes.push(`The text was made for the market of ${countryName(foreignMarket)}.`);
  if (truncated)
    notes.push("The text ends in the middle of the list, so it may name more places than these.");
  return finishDisclosure(sources, {
    format: "label_text",
    alternatives: joinedByOr || sections.some((section) => section.alternatives),
    truncated,
    foreignMarket,
    brand,
    notes,
  });
}
