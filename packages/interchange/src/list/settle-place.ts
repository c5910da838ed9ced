/**
 * Decides what becomes of one row: accepted, corrected (what and why) or rejected (why, and what to do). The one
 * place where this is decided: rows of tables, labels and forms all pass here.
 */
import type { CheckedRow, ListField, RowDecision, RowFlag } from "@throughline/domain";
import { listFields } from "@throughline/domain";
import { flagPlace } from "../disclosure/flag-row.ts";
import { repairCell, unseenRepairs } from "../disclosure/repair-cell.ts";
import { checkAddress, checkName, checkPostcode, checkTyped } from "./check-texts.ts";
import type { PlaceSource } from "./place-source.ts";
import { rowChecks } from "./row-checks.ts";
import type { RowCheckCode } from "./row-checks.ts";
import { RowFindings } from "./row-findings.ts";
import { settleCountry } from "./settle-country.ts";
import {
  settleCoordinates,
  settleOsId,
  settlePartNumbers,
  settlePeriod,
  settleTier,
  settleWorkers,
} from "./settle-values.ts";
import { standExchanged } from "./stand-exchanged.ts";

const totals =
  /^(?:grand\s+|sub\s*-?\s*)?(?:totals?|sum|summe|gesamt(?:summe)?|totaal|totalt|summa|insgesamt|suma|合计|总计|合計|總計|小计)\b[\s:：.,=\d-]*(?:sites?|factories|facilities|suppliers?|rows?|entries)?$|^(?:合计|总计|合計|總計|小计)/iu;

const repairSentences: Readonly<Record<string, string>> = {
  stray_quotes: "stray quotation marks were removed",
  repeated_commas: "repeated or leading commas were made one",
  text_marker: "the apostrophe at the beginning was removed",
};

const fieldWords: Readonly<Partial<Record<ListField, string>>> = {
  osId: "OS ID",
  partNumber: "part number",
  validFrom: "beginning of the period",
  validTo: "end of the period",
  workers: "number of workers",
  kind: "kind of place",
};

function wordFor(field: ListField): string {
  return fieldWords[field] ?? field;
}

function repairText(
  field: ListField,
  raw: string,
  undo: ReadonlySet<string>,
  findings: RowFindings,
): string {
  const word = wordFor(field);
  const cell = repairCell(raw, undo);
  for (const { check, before, after } of cell.repairs) {
    const unseen = unseenRepairs.has(check);
    const title = rowChecks[check].title;
    const said =
      repairSentences[check] ??
      (check === "placeholder" || check === "spreadsheet_error"
        ? `the ${check === "placeholder" ? "placeholder" : "spreadsheet's error code"} '${before}' was read as empty`
        : title);
    const holds = findings.correct(
      check,
      { field, message: `In the ${word}, ${said}.`, correction: { before, after } },
      unseen
        ? `Blanks or invisible characters in the ${word} were repaired.`
        : `In the ${word}, ${said}.`,
    );
    if (holds && unseen) findings.flags.add("whitespace_repaired");
  }
  if (cell.unusual) {
    findings.flags.add("unusual_characters");
    findings.notice("unusual_characters", {
      field,
      message: `The ${word} holds characters that look damaged.`,
    });
  }
  return cell.text;
}

/** Flags of a place that are findings under the same name. */
const flagFindings: ReadonlyMap<RowFlag, ListField> = new Map<RowFlag, ListField>([
  ["head_office", "name"],
  ["warehouse", "name"],
  ["packer", "name"],
  ["po_box", "address"],
  ["short_name", "name"],
  ["short_address", "address"],
  ["address_cut_off", "address"],
]);

function isCheck(code: string): code is RowCheckCode {
  return Object.hasOwn(rowChecks, code);
}

function noticeFlags(findings: RowFindings): void {
  const flags = findings.flags;
  for (const flag of flags) {
    const field = flagFindings.get(flag);
    if (field !== undefined && isCheck(flag)) findings.notice(flag, { field });
  }
  if (flags.has("not_manufacturing") && !flags.has("head_office") && !flags.has("warehouse"))
    findings.notice("not_manufacturing", { field: "name" });
}

function reject(
  source: PlaceSource,
  name: string,
  address: string,
  country: string | null,
  findings: RowFindings,
): void {
  const [noName, noAddress] = [name.trim() === "", address.trim() === ""];
  if (source.repeatsHeadings === true) {
    findings.notice("repeated_heading", {
      message: "The heading is repeated here; this row is not a place.",
    });
  } else if (totals.test(name) && country === null) {
    findings.notice("totals_row", {
      field: "name",
      message: `This looks like a totals row ('${name}'), not a place.`,
    });
  } else if (noName && noAddress) {
    findings.notice("row_names_nothing", {
      message: "The row names neither a company nor an address.",
    });
  } else if (noName) {
    findings.notice("name_missing", {
      field: "name",
      message: "The row has an address but no name.",
    });
  } else if (noAddress && country === null && source.cutOff !== true) {
    findings.notice("no_address_no_country", {
      field: "address",
      message: `'${name}' stands with neither address nor country, so it does not point to a production site.`,
    });
  } else if (noAddress) {
    findings.notice("address_missing", { field: "address", message: "No address is given." });
  }
}

/** "518000.0": a postal code that a program took for a number. */
function mendPostcode(source: PlaceSource, address: string, findings: RowFindings): string {
  const code = (source.postcode ?? "").trim();
  const digits = code.replace(/\.0+$/u, "");
  if (digits === code || !/^\d{3,8}$/u.test(digits) || !address.includes(code)) return address;
  const holds = findings.correct("decimal_in_code", {
    field: "postcode",
    message: `The postal code '${code}' was read as ${digits}.`,
    correction: { before: code, after: digits },
  });
  return holds ? address.replace(code, digits) : address;
}

function settleAddress(source: PlaceSource, address: string, findings: RowFindings): string {
  const region = repairCell(source.region ?? "").text;
  if (address.trim() !== "" || region === "") return address;
  findings.flags.add("address_missing");
  const several = region.split(/[;|/]/u).filter((part) => part.trim() !== "").length;
  const message =
    several > 1
      ? `There is no street address; the ${several} regions named stand in its place. Several places may be meant: ask for the address of each.`
      : "There is no street address; the region named stands in its place. Ask for the address.";
  findings.change("region_for_address", { field: "address", message });
  return region;
}

function noticeEdits(
  decision: RowDecision,
  stoodBefore: (field: ListField) => string,
  findings: RowFindings,
): void {
  for (const field of listFields) {
    const after = decision.edits[field];
    if (after === undefined) continue;
    const before = stoodBefore(field);
    if (after === before) continue;
    const message =
      before === ""
        ? `The ${wordFor(field)} '${after}' was added by a person.`
        : `The ${wordFor(field)} was typed anew by a person; before it read '${before}'.`;
    findings.change("typed_anew", { field, message, correction: { before, after } });
  }
}

/**
 * Settles one row. `stoodBefore` says what stood in a cell that was typed anew. Pure: the same source and decision always give the same row.
 *
 * @example settlePlace({ row: 2, name: "A Ltd", address: "1 Main St, Leeds, UK", country: "", raw: "" }, null).country; // "GB"
 */
export function settlePlace(
  source: PlaceSource,
  decision: RowDecision | null,
  stoodBefore: (field: ListField) => string = () => "",
): CheckedRow {
  const undo: ReadonlySet<string> = new Set(decision?.undo);
  const findings = new RowFindings(undo);
  if (decision !== null) noticeEdits(decision, stoodBefore, findings);
  for (const flag of source.flags ?? []) findings.flags.add(flag);
  for (const change of source.changes ?? [])
    findings.change(/merged/iu.test(change) ? "merged_cells" : "read_differently", {
      message: change,
    });
  const text = (field: ListField, raw: string | undefined): string =>
    raw === undefined || raw === "" ? "" : repairText(field, raw, undo, findings);
  let name = text("name", source.name);
  let address = text("address", source.address);
  if (source.fromColumns === true && standExchanged(name, address)) {
    const holds = findings.correct("swapped_name_and_address", {
      field: "name",
      message: "Name and address stood exchanged and were put right.",
      correction: { before: `${name} / ${address}`, after: `${address} / ${name}` },
    });
    if (holds) [name, address] = [address, name];
  }
  address = settleAddress(source, mendPostcode(source, address, findings), findings);
  const country = settleCountry(source, name, address, findings);
  for (const flag of flagPlace(name, address, source.kind ?? "")) findings.flags.add(flag);
  const point = settleCoordinates(source, country, findings);
  const tier = settleTier(source, findings);
  const product = text("product", source.product);
  const component = text("component", source.component);
  const partNumber = settlePartNumbers(text("partNumber", source.partNumber), findings);
  const period = settlePeriod(source, findings);
  const workers = settleWorkers(source, findings);
  const osId = settleOsId(source, findings);
  noticeFlags(findings);
  if (source.repeatsHeadings !== true) {
    checkName(name, findings);
    checkAddress(address, source.addressParts ?? 1, findings);
    checkPostcode(source.postcode ?? "", country, findings);
    checkTyped({ product, component, partNumber: partNumber ?? "" }, findings);
  }
  if (decision?.leaveOut === true)
    findings.notice("left_out", { message: "Somebody left this row out." });
  else reject(source, name, address, country, findings);
  const { outcome, reason } = findings.settle();
  return {
    row: source.row,
    outcome,
    name,
    address,
    country,
    flags: [...findings.flags],
    reason,
    ...point,
    osId,
    product: product === "" ? null : product,
    component: component === "" ? null : component,
    tier,
    raw: source.raw,
    findings: findings.findings,
    partNumber,
    ...period,
    workers,
  };
}
