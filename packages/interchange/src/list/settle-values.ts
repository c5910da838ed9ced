/** The columns beside name, address and country: coordinates, identifiers, tiers, dates, numbers, lists of values. */
import type { ListField, Tier } from "@throughline/domain";
import { parseOsId } from "@throughline/domain";
import { repairCell } from "../disclosure/repair-cell.ts";
import { readTier } from "../disclosure/read-tier.ts";
import { fitsCountry } from "./country-boxes.ts";
import type { PlaceSource } from "./place-source.ts";
import { readListDate } from "./read-list-date.ts";
import type { RowFindings } from "./row-findings.ts";

/** What a cell says after repair, or `null` when it is empty. */
export function readCell(text: string | undefined): string | null {
  const cell = repairCell(text ?? "").text;
  return cell === "" ? null : cell;
}

interface Point {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

function readNumber(cell: string): number {
  const plain = /^[+-]?\d+,\d+$/u.test(cell) ? cell.replace(",", ".") : cell;
  return /^[+-]?\d+(?:\.\d+)?(?:e-?\d+)?$/iu.test(plain) ? Number(plain) : Number.NaN;
}

function isWithin(value: number, limit: number): boolean {
  return Number.isFinite(value) && Math.abs(value) <= limit;
}

/** Latitude and longitude in degrees, both or neither. Exchanged ones are put right where that can be told. */
export function settleCoordinates(
  source: PlaceSource,
  country: string | null,
  findings: RowFindings,
): Point {
  const none: Point = { latitude: null, longitude: null };
  const north = readCell(source.latitude);
  const east = readCell(source.longitude);
  if (north === null && east === null) return none;
  let latitude = north === null ? Number.NaN : readNumber(north);
  let longitude = east === null ? Number.NaN : readNumber(east);
  if (isExchanged(latitude, longitude, country)) {
    const swapped = findings.correct("swapped_coordinates", {
      field: "latitude",
      message: `Latitude ${north} and longitude ${east} stood exchanged and were put right.`,
      correction: { before: `${north}, ${east}`, after: `${east}, ${north}` },
    });
    if (swapped) [latitude, longitude] = [longitude, latitude];
  }
  let whole = true;
  for (const [field, cell, value, limit] of [
    ["latitude", north, latitude, 90],
    ["longitude", east, longitude, 180],
  ] as const) {
    if (isWithin(value, limit)) continue;
    whole = false;
    if (cell === null) continue;
    findings.change("coordinate_not_read", {
      field,
      message: `The ${field} '${cell}' is not a number between -${limit} and ${limit} and was left out.`,
    });
  }
  if (!whole) {
    const oneGiven = (north === null) !== (east === null);
    if (oneGiven && (isWithin(latitude, 90) || isWithin(longitude, 180)))
      findings.change("coordinates_incomplete", {
        field: north === null ? "latitude" : "longitude",
        message: "Only one of latitude and longitude is given; it was left out.",
      });
    return none;
  }
  if (latitude === 0 && longitude === 0) {
    findings.change("coordinates_zero", {
      field: "latitude",
      message: "The coordinates 0, 0 lie in the Atlantic and were left out.",
    });
    return none;
  }
  return { latitude, longitude };
}

function isExchanged(latitude: number, longitude: number, country: string | null): boolean {
  if (!isWithin(latitude, 180) || !isWithin(longitude, 90)) return false;
  if (Math.abs(latitude) > 90) return true;
  return (
    country !== null &&
    fitsCountry(country, latitude, longitude) === false &&
    fitsCountry(country, longitude, latitude) === true
  );
}

/** The tier a row names, or `null`. */
export function settleTier(source: PlaceSource, findings: RowFindings): Tier | null {
  const said = readCell(source.tier);
  const tier = said === null ? null : readTier(said);
  if (said !== null && tier === null)
    findings.change("tier_not_recognised", {
      field: "tier",
      message: `The tier '${said}' was not recognised and was left empty.`,
    });
  return tier;
}

/** The OS ID as it stands; one that cannot be right is said so. */
export function settleOsId(source: PlaceSource, findings: RowFindings): string | null {
  const said = readCell(source.osId);
  if (said === null) return null;
  const checked = parseOsId(said);
  if (!checked.ok)
    findings.notice("os_id_not_valid", {
      field: "osId",
      message: `The OS ID '${said}' cannot be right: ${checked.explanation}`,
    });
  return said;
}

interface Period {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** Both ends of the period a row speaks about. */
export function settlePeriod(source: PlaceSource, findings: RowFindings): Period {
  const read = (field: "validFrom" | "validTo", edge: "begin" | "end"): string | null => {
    const said = readCell(source[field]);
    const date = said === null ? null : readListDate(said, edge);
    if (said !== null && date === null)
      findings.change("date_not_read", {
        field,
        message: `The date '${said}' cannot be read, or can be read two ways, and was left empty.`,
      });
    return date;
  };
  const validFrom = read("validFrom", "begin");
  const validTo = read("validTo", "end");
  if (validFrom === null || validTo === null || validFrom <= validTo) return { validFrom, validTo };
  findings.change("period_reversed", {
    field: "validTo",
    message: `The period ends (${validTo}) before it begins (${validFrom}), so neither date was taken.`,
  });
  return { validFrom: null, validTo: null };
}

/** Number of workers, or `null`. "1,200" and "1 200" are read; "about 300" and "200-300" are not. */
export function settleWorkers(source: PlaceSource, findings: RowFindings): number | null {
  const said = readCell(source.workers);
  if (said === null) return null;
  const digits = /^\d{1,3}(?:[,.' ’]\d{3})+$/u.test(said)
    ? said.replace(/\D/gu, "")
    : said.replace(/\.0+$/u, "");
  if (/^\d{1,9}$/u.test(digits)) return Number(digits);
  findings.change("workers_not_read", {
    field: "workers",
    message: `The number of workers '${said}' is no whole number and was left empty.`,
  });
  return null;
}

/** Part numbers, separated by " | " in the end. */
export function settlePartNumbers(text: string, findings: RowFindings): string | null {
  let cell = text;
  const field: ListField = "partNumber";
  if (cell.includes("|")) {
    const tidy = cell
      .replace(/(?<![\s,])[\s,]*\|[\s,|]*/gu, " | ")
      .replace(/^[\s,|]+|[\s,|]+$/gu, "");
    if (/,/u.test(cell) && tidy.replaceAll(" ", "") !== cell.replaceAll(" ", "")) {
      const holds = findings.correct("commas_beside_bars", {
        field,
        message: "Commas beside the vertical bars between part numbers were removed.",
        correction: { before: cell, after: tidy },
      });
      if (holds) cell = tidy;
    }
  } else if (/^[^\s,]+(?:\s*,\s*[^\s,]+)+$/u.test(cell) && !/^\d+,\d+$/u.test(cell)) {
    const split = cell.split(/\s*,\s*/u).join(" | ");
    const holds = findings.correct("values_separated_by_commas", {
      field,
      message: `'${cell}' was read as several part numbers.`,
      correction: { before: cell, after: split },
    });
    if (holds) cell = split;
  } else if (cell.includes(",")) {
    findings.notice("perhaps_several_values", { field });
  }
  return cell === "" ? null : cell;
}
