/** Short notices, as Find a Tender and its mirrors give them, in the shape all notices share. */
import type { NormalisedProcurement } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { currencyDecimals } from "../contract-file/money-amount.ts";
import { emptyLot, emptyProcurement } from "./empty-procurement.ts";
import { readNotice } from "./read-notice.ts";
import { readProcedureWords } from "./read-procedure.ts";

const readFields: ReadonlySet<string> = new Set(
  "ocid title buyer supplier suppliers lots cpv value valueGBP frameworkValueGBP awardDate method".split(
    " ",
  ),
);

const toId = (identifiers: readonly { scheme: string; value: string }[]): string | null => {
  const [first] = identifiers;
  if (first === undefined) return null;
  return first.scheme === "id" ? first.value : `${first.scheme}-${first.value}`;
};

function readOne(json: object, path: string): ReturnType<typeof readNotice>[number] | undefined {
  try {
    return readNotice(json)[0];
  } catch (error) {
    if (!(error instanceof AppError) || path === "") throw error;
    const details = error.details.map((detail) => ({ ...detail, path: `${path}${detail.path}` }));
    const [first] = details;
    throw new AppError(
      "notice_invalid",
      first === undefined ? error.message : `${first.path}: ${first.message}`,
      details,
    );
  }
}

/**
 * Reads one short notice.
 *
 * @throws AppError `notice_invalid`; each detail carries a JSON pointer
 * @example readShortNotice({ ocid: "ocds-1", title: "Laptops", buyer: { name: "A City" } }, "").title; // "Laptops"
 */
export function readShortNotice(
  json: { readonly [key: string]: unknown },
  path: string,
): NormalisedProcurement {
  const notice = readOne(json, path);
  if (notice === undefined) throw new AppError("notice_invalid", "The file holds no notice.");
  const { value, period } = notice;
  const amount =
    value === null
      ? null
      : {
          amount: Number(`${value.minorUnits}e-${currencyDecimals(value.currency)}`),
          currency: value.currency,
        };
  const awarded = notice.suppliers.length > 0 || notice.awardedOn !== null;
  const hasDates = period.startsOn !== null || period.endsOn !== null;
  return {
    ...emptyProcurement("short_form", awarded ? (hasDates ? "contract" : "award") : "tender"),
    ocid: notice.ocid,
    title: notice.title,
    buyer: { name: notice.buyer.name, id: toId(notice.buyer.identifiers) },
    country: notice.buyer.country,
    cpv: [...notice.cpv],
    procedure: readProcedureWords(null, notice.method),
    value: amount,
    awardedOn: notice.awardedOn,
    lots: notice.lots.map((lot) => ({
      ...emptyLot(lot.number),
      title: lot.title,
      cpv: [...notice.cpv],
      inherited: notice.cpv.length > 0 ? ["cpv"] : [],
    })),
    suppliers: notice.suppliers.map((supplier) => ({
      name: supplier.name,
      id: toId(supplier.identifiers),
      country: supplier.country,
      lots: notice.lots.flatMap((lot) => (lot.supplier === supplier.name ? [lot.number] : [])),
    })),
    contracts: hasDates
      ? [
          {
            id: notice.ocid,
            title: notice.title,
            uri: null,
            lots: [],
            suppliers: notice.suppliers.map(({ name }) => name),
            awardedOn: notice.awardedOn,
            signedOn: null,
            startsOn: period.startsOn,
            endsOn: period.endsOn,
            value: amount,
            sites: [],
          },
        ]
      : [],
    notes: [...notice.notes],
    unread: Object.fromEntries(
      Object.entries(json).flatMap(([key, inner]) =>
        readFields.has(key) ? [] : [[`/${key}`, inner]],
      ),
    ),
  };
}
