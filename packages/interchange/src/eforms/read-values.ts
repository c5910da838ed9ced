/** Values as eForms write them: texts in several languages, days with a time zone, amounts, codes. */
import { IsoDate } from "@throughline/domain";
import { currencyName } from "../notice/currency-name.ts";
import type { NoticeValue } from "../notice/empty-procurement.ts";
import { noticeFault } from "../notice/notice-fault.ts";
import { readCpv } from "../notice/read-cpv.ts";
import { findAll, findFirst, pathOf, takeText, type XmlNode } from "./xml-tree.ts";

/** Where the SDK puts what UBL has no element for, below the notice, terms, processes and criteria. */
export const extension: string =
  "ext:UBLExtensions/ext:UBLExtension/ext:ExtensionContent/efext:EformsExtension";

/** ISO 639-2 codes of the official languages → ISO 639-1 (EU Vocabularies, language; CC BY 4.0). */
const languageCodes: Readonly<Record<string, string>> = Object.fromEntries(
  (
    "BUL bg CES cs DAN da DEU de ELL el ENG en EST et FIN fi FRA fr GLE ga HRV hr HUN hu ISL is ITA it LAV lv LIT lt " +
    "MLT mt NLD nl NOR no POL pl POR pt RON ro SLK sk SLV sl SPA es SWE sv MKD mk SRP sr SQI sq TUR tr UKR uk CAT ca"
  )
    .split(" ")
    .flatMap((code, index, all) => (index % 2 === 0 ? [[code, all[index + 1] ?? ""]] : [])),
);

/** ISO 639-1 of a language of the notice; one that is not known stays as it is written, in small letters. */
export function toLanguage(code: string): string {
  return (
    (Object.hasOwn(languageCodes, code) ? languageCodes[code] : undefined) ?? code.toLowerCase()
  );
}

/** Of one text in several languages, the one in the notice's own; the others stay unread and are kept there. */
export function takeInLanguage(nodes: readonly XmlNode[], language: string | null): string | null {
  const own = nodes.find(({ attributes }) => attributes["languageID"] === language);
  return takeText(own ?? nodes[0] ?? null);
}

/** See {@link takeInLanguage}: the texts at a path. */
export function takeWords(
  node: XmlNode | null,
  path: string,
  language: string | null,
): string | null {
  return takeInLanguage(findAll(node, path), language);
}

/** Written in place of what is withheld from publication for now (BT-195 to BT-198). */
const withheldDay = "1970-01-01";
const withheldNumber = -1;

/** A day: `2024-03-19Z`, `2023-03-23+01:00`. */
export function takeDay(node: XmlNode | null): IsoDate | null {
  const text = takeText(node);
  if (node === null || text === null) return null;
  const match = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2}|T.*)?$/u.exec(text);
  const day = IsoDate.safeParse(match?.[1]);
  if (!day.success)
    throw noticeFault(
      pathOf(node),
      `'${text.slice(0, 40)}' is not a date such as 2024-03-19Z (line ${node.line})`,
    );
  if (day.data !== withheldDay) return day.data;
  node.read = false;
  return null;
}

/** A number such as a weight. */
export function takeNumber(node: XmlNode | null): number | null {
  const text = takeText(node);
  if (node === null || text === null) return null;
  const value = /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value))
    throw noticeFault(pathOf(node), `'${text.slice(0, 40)}' is not a number (line ${node.line})`);
  if (value === withheldNumber) {
    node.read = false;
    return null;
  }
  return value;
}

/** An amount with its currency. */
export function takeAmount(node: XmlNode | null): NoticeValue | null {
  const amount = takeNumber(node);
  if (node === null || amount === null) return null;
  const currency = currencyName(node.attributes["currencyID"] ?? null);
  if (currency === null)
    throw noticeFault(pathOf(node), `the amount has no currency (line ${node.line})`);
  return { amount, currency };
}

/** Texts of the codes at a path that are from one list (`listName`). */
export function takeCodes(node: XmlNode | null, path: string, list: string): string[] {
  return findAll(node, path)
    .filter(({ attributes }) => attributes["listName"] === list)
    .flatMap((code) => takeText(code) ?? []);
}

/** CPV codes of a project, the main one first (BT-262, BT-263). */
export function takeCpvs(project: XmlNode | null): string[] {
  return ["cac:MainCommodityClassification", "cac:AdditionalCommodityClassification"].flatMap(
    (place) =>
      findAll(project, `${place}/cbc:ItemClassificationCode`).flatMap((node) => {
        const { listName } = node.attributes;
        const text = takeText(node);
        if (text === null) return [];
        const code = readCpv(text);
        if (code !== null) return [code];
        if (listName !== undefined && listName !== "cpv") {
          node.read = false;
          return [];
        }
        throw noticeFault(
          pathOf(node),
          `'${text.slice(0, 40)}' is not a CPV code of eight digits (line ${node.line})`,
        );
      }),
  );
}

/** A text that has to be there. */
export function requireText(parent: XmlNode, path: string, what: string): string {
  const node = findFirst(parent, path);
  const text = takeText(node);
  if (text !== null) return text;
  throw noticeFault(
    node === null ? `${pathOf(parent)}/${path}` : pathOf(node),
    `${what} is ${node === null ? "missing" : "empty"} (line ${(node ?? parent).line})`,
  );
}
