/**
 * Reads published procurement notices, as Find a Tender and its mirrors give them in short form (one notice or a
 * list), into one shape, and from there into a draft of a contract file.
 */
import { z } from "zod";
import type { Money } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import type { ContractFileInput } from "../contract-file/contract-file.ts";
import { currencyDecimals, toMinorUnits } from "../contract-file/money-amount.ts";
import { toErrorDetails } from "../contract-file/parse-contract-file.ts";
import { recogniseCountry } from "../country/recognise-country.ts";

const Party = z.object({
  id: z.string().optional(),
  name: z.string().trim().min(1),
  address: z.object({ country: z.string().optional() }).optional(),
});
const oneOrMore = <Item extends z.ZodType>(item: Item): z.ZodUnion<[z.ZodArray<Item>, Item]> =>
  z.union([z.array(item), item]);
const DateText = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}/, "A date such as 2026-01-01 is expected.")
  .transform((text) => text.slice(0, 10))
  .pipe(z.iso.date());

const NoticeInput = z.object({
  ocid: z.string().trim().min(1),
  title: z.string().trim().min(1),
  buyer: Party,
  supplier: Party.optional(),
  suppliers: z.array(Party).optional(),
  lots: z
    .array(
      z.union([
        z.string().min(1),
        z.object({ id: z.union([z.string(), z.number()]).optional(), title: z.string().min(1) }),
      ]),
    )
    .optional(),
  cpv: oneOrMore(z.string().regex(/^\d{8}(-\d)?$/, "A CPV code has eight digits.")).optional(),
  value: z
    .object({ amount: z.union([z.string(), z.number()]), currency: z.string().regex(/^[A-Z]{3}$/) })
    .optional(),
  valueGBP: z.number().nonnegative().optional(),
  frameworkValueGBP: z.number().nonnegative().optional(),
  awardDate: DateText.optional(),
  contractPeriod: z
    .object({
      startDate: DateText.optional(),
      endDate: DateText.optional(),
      years: z.number().positive().optional(),
      extensionYears: z.number().nonnegative().optional(),
    })
    .optional(),
  category: z.string().optional(),
  method: z.string().optional(),
  participants: z.array(z.string()).optional(),
  releases: z.array(z.string()).optional(),
  source: z.string().optional(),
});
type NoticeInput = z.infer<typeof NoticeInput>;

export interface NoticeParty {
  readonly name: string;
  readonly country: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
}

export interface NoticeLot {
  readonly number: string;
  readonly title: string;
  /** Supplier named in brackets after the lot's title. */
  readonly supplier: string | null;
}

/** A notice in one shape, whoever published it. */
export interface Notice {
  /** Where it was published, with the licence, as the file says. */
  readonly source: string | null;
  readonly ocid: string;
  readonly title: string;
  readonly kind: "framework" | "call_off" | "stand_alone";
  readonly buyer: NoticeParty;
  /** Organisations that may use a framework. */
  readonly participants: readonly string[];
  readonly suppliers: readonly NoticeParty[];
  readonly lots: readonly NoticeLot[];
  readonly cpv: readonly string[];
  readonly value: Money | null;
  readonly awardedOn: string | null;
  readonly period: {
    readonly startsOn: string | null;
    readonly endsOn: string | null;
    readonly extensionYears: number | null;
  };
  readonly method: string | null;
  /** What the notice does not say or what was worked out, in sentences. */
  readonly notes: readonly string[];
}

function toParty(party: z.infer<typeof Party>): NoticeParty {
  const country =
    party.address?.country === undefined ? null : recogniseCountry(party.address.country);
  // "GB-PPON-PHMT-6197-NWNZ": an org-id scheme and the value within it.
  const parts = /^([A-Z]{2}-[A-Z]+)-(.+)$/u.exec(party.id ?? "");
  const identifiers =
    party.id === undefined ? [] : [{ scheme: parts?.[1] ?? "id", value: parts?.[2] ?? party.id }];
  return { name: party.name, country, identifiers };
}

function toLot(lot: NonNullable<NoticeInput["lots"]>[number], index: number): NoticeLot {
  if (typeof lot !== "string")
    return { number: String(lot.id ?? index + 1), title: lot.title, supplier: null };
  const numbered = /^lot\s*([\w.]+)\s*[:.–-]?\s+(.*)$/iu.exec(lot);
  const title = numbered?.[2] ?? lot;
  const supplier = /\(([^()]*\b(?:Ltd|Limited|PLC|LLP|GmbH|Inc|B\.?V)\b\.?[^()]*)\)\s*$/iu.exec(
    title,
  );
  return {
    number: numbered?.[1] ?? String(index + 1),
    title: supplier === null ? title : title.slice(0, supplier.index).trim(),
    supplier: supplier?.[1] ?? null,
  };
}

function readKind(notice: NoticeInput): Notice["kind"] {
  if (/call[\s-]?off/iu.test(notice.title)) return "call_off";
  const lots = notice.lots?.length ?? 0;
  if (
    notice.frameworkValueGBP !== undefined ||
    /\bframework\b/iu.test(notice.title) ||
    (lots > 0 && /\bagreement\b/iu.test(notice.title))
  )
    return "framework";
  return "stand_alone";
}

/** Last day of a period of whole years that starts on a day: 2022-11-01 and 3 years give 2025-10-31. */
function endOfYears(start: string, years: number): string {
  const date = new Date(`${start}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + Math.round(years * 12));
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

function readValue(notice: NoticeInput, path: PropertyKey[]): Money | null {
  const said =
    notice.value ??
    (notice.frameworkValueGBP !== undefined
      ? { amount: notice.frameworkValueGBP, currency: "GBP" }
      : notice.valueGBP !== undefined
        ? { amount: notice.valueGBP, currency: "GBP" }
        : null);
  if (said === null) return null;
  const converted = toMinorUnits(said.amount, said.currency);
  if (!converted.ok)
    throw new AppError(
      "notice_invalid",
      converted.reason,
      toErrorDetails([
        { code: "custom", path: [...path, "value"], message: converted.reason, input: said.amount },
      ]),
    );
  return { minorUnits: converted.minorUnits, currency: said.currency };
}

function toNotice(notice: NoticeInput, path: PropertyKey[]): Notice {
  const notes: string[] = [];
  const lots = (notice.lots ?? []).map(toLot);
  const named = [
    ...(notice.suppliers ?? []),
    ...(notice.supplier === undefined ? [] : [notice.supplier]),
  ].map(toParty);
  const fromLots = lots.flatMap((lot) =>
    lot.supplier === null || named.some((party) => party.name === lot.supplier)
      ? []
      : [{ name: lot.supplier, country: null, identifiers: [] }],
  );
  const suppliers = [...named, ...fromLots];
  const period = notice.contractPeriod;
  let endsOn = period?.endDate ?? null;
  if (endsOn === null && period?.startDate !== undefined && period.years !== undefined) {
    endsOn = endOfYears(period.startDate, period.years);
    notes.push(
      `The notice gives ${period.years} years from ${period.startDate}; the end was worked out as ${endsOn}.`,
    );
  }
  if (suppliers.length === 0) notes.push("The notice names no supplier.");
  if (lots.length === 0 && notice.cpv === undefined) notes.push("The notice gives no CPV code.");
  return {
    source: notice.source ?? null,
    ocid: notice.ocid,
    title: notice.title,
    kind: readKind(notice),
    buyer: toParty(notice.buyer),
    participants: notice.participants ?? [],
    suppliers,
    lots,
    cpv: (notice.cpv === undefined ? [] : [notice.cpv].flat()).map((code) => code.slice(0, 8)),
    value: readValue(notice, path),
    awardedOn: notice.awardDate ?? null,
    period: {
      startsOn: period?.startDate ?? null,
      endsOn,
      extensionYears: period?.extensionYears ?? null,
    },
    method: notice.method ?? null,
    notes,
  };
}

/**
 * Reads one notice or a list of them.
 *
 * @throws AppError `notice_invalid`; each detail carries a JSON pointer.
 * @example readNotice({ ocid: "ocds-1", title: "Laptops", buyer: { name: "A City" } })[0]?.kind; // "stand_alone"
 */
export function readNotice(json: unknown): Notice[] {
  const many = Array.isArray(json);
  if (many && json.length === 0) throw new AppError("notice_invalid", "The file holds no notice.");
  return (many ? json : [json]).map((one: unknown, index) => {
    const path = many ? [index] : [];
    const parsed = NoticeInput.safeParse(one);
    if (parsed.success) return toNotice(parsed.data, path);
    const details = toErrorDetails(
      parsed.error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })),
    );
    throw new AppError(
      "notice_invalid",
      `${details[0]?.path ?? ""}: ${details[0]?.message ?? "is not a notice"}`,
      details,
    );
  });
}

function toDecimal(money: Money): string {
  const decimals = currencyDecimals(money.currency);
  const digits = String(money.minorUnits).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  return decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`;
}

/** A draft of a contract file from a notice: what the notice says and nothing else. */
export function draftContractFile(notice: Notice): ContractFileInput {
  const party = (one: NoticeParty): NonNullable<ContractFileInput["buyer"]> => ({
    name: one.name,
    ...(one.country === null ? {} : { country: one.country }),
    identifiers: one.identifiers.map((identifier) => ({ ...identifier })),
  });
  const first = notice.suppliers[0];
  const lot = /\blot\s+(\w+)/iu.exec(notice.title)?.[1];
  const isFramework = notice.kind === "framework";
  return {
    reference: notice.ocid,
    title: notice.title,
    kind: notice.kind,
    ...(isFramework
      ? {
          authority: party(notice.buyer),
          lots: notice.lots.map(({ number, title }) => ({ number, title })),
        }
      : { buyer: party(notice.buyer) }),
    // Several suppliers hold a framework together; none of them is its one supplier.
    ...(first === undefined || notice.suppliers.length > 1 ? {} : { supplier: party(first) }),
    ...(notice.kind === "call_off" && lot !== undefined ? { lot } : {}),
    cpv: [...notice.cpv],
    ...(notice.value === null
      ? {}
      : { value: { amount: toDecimal(notice.value), currency: notice.value.currency } }),
    ...(notice.awardedOn === null ? {} : { awardedOn: notice.awardedOn }),
    ...(notice.period.startsOn === null ? {} : { startsOn: notice.period.startsOn }),
    ...(notice.period.endsOn === null ? {} : { endsOn: notice.period.endsOn }),
  };
}
