/** Decisions about the record that need no database: what makes two rows one, when a refresh is due. */
import { createHash } from "node:crypto";
import type { IsoDate, Sentence } from "@throughline/domain";
import { sayRecord } from "./record-texts.en.ts";

/** An index entry may hold some 2,700 bytes; names and addresses may be longer than that. */
const longestKey = 400;

/**
 * Finds a site of the record again when a list names it once more: small letters, single blanks.
 *
 * @example rowKeyOf({ name: "Foo  Ltd", address: "1 Road", country: "GB" }) // "foo ltd|1 road|gb"
 */
export function rowKeyOf(site: {
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
}): string {
  const key = [site.name, site.address ?? "", site.country ?? ""]
    .map((part) => part.normalize("NFKC").toLowerCase().replace(/\s+/gu, " ").trim())
    .join("|");
  return [...key].length <= longestKey
    ? key
    : `${[...key].slice(0, 100).join("")}#${createHash("sha256").update(key).digest("hex")}`;
}

/** How old the record's rows are. */
export interface Freshness {
  readonly sites: number;
  /** Rows that were never confirmed, or not for a year. */
  readonly unconfirmed: number;
  /** `null` when a row never was confirmed, or there is none. */
  readonly oldestConfirmedOn: IsoDate | null;
}

/** A year later; 29 February becomes 28 February. */
export function addYear(date: IsoDate): IsoDate {
  return moveYears(date, 1);
}

/** The last day on which a confirmation of today a year ago still counts. */
export function yearBefore(date: IsoDate): IsoDate {
  return moveYears(date, -1);
}

function moveYears(date: IsoDate, years: number): IsoDate {
  const [year = "", month = "", day = ""] = date.split("-");
  const moved = `${String(Number(year) + years).padStart(4, "0")}-${month}-${day}`;
  const exists = new Date(`${moved}T00:00:00Z`).toISOString().slice(0, 10) === moved;
  return exists ? moved : `${moved.slice(0, 8)}28`;
}

/** Yearly refresh: due a year after the oldest confirmation; at once where a row never was confirmed. */
export function decideRefresh(
  { sites, unconfirmed, oldestConfirmedOn }: Freshness,
  today: IsoDate,
): { readonly dueOn: IsoDate | null; readonly due: boolean; readonly sentence: Sentence } {
  if (sites === 0) return { dueOn: null, due: false, sentence: sayRecord("refresh.empty") };
  if (oldestConfirmedOn === null)
    return { dueOn: today, due: true, sentence: sayRecord("refresh.never", { unconfirmed }) };
  const dueOn = addYear(oldestConfirmedOn);
  return dueOn <= today
    ? { dueOn, due: true, sentence: sayRecord("refresh.due", { unconfirmed, due: dueOn }) }
    : {
        dueOn,
        due: false,
        sentence: sayRecord("refresh.later", { confirmed: oldestConfirmedOn, due: dueOn }),
      };
}
