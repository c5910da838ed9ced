/**
 * Legal forms of companies, as the end of a company name in running text. Compiled from company registers'
 * own lists; see also ISO 20275. Matching is meant for labels: generous in punctuation, strict in position.
 */
const afterName = [
  String.raw`(?:Pvt|Private|Pte|Pty|Sdn|Co|Company|Corp|Corporation)\.?[\s,]*\(?(?:Pvt\.?)?\)?[\s,]*(?:Ltd|Limited|Lmtd|Bhd|Inc|Incorporated|LLC)\b\.?`,
  String.raw`\(Pvt\.?\)\s*Ltd\b\.?`,
  String.raw`GmbH(?:\s*&\s*Co\.?\s*KG)?`,
  String.raw`Sp\.?\s*z\.?\s?o\.?\s?o\.?`,
  String.raw`S\.?\s?A\.?\s+de\s+C\.?\s?V\.?`,
  String.raw`S\.?\s?de\s+R\.?\s?L\.?(?:\s+de\s+C\.?\s?V\.?)?`,
  String.raw`(?:Limited|Ltd|Lmtd|Ltda|LTDA|Incorporated|Inc|Corporation|Corp|LLC|LLP|PLC|Tbk|JSC|KGaA|ApS|Oyj?|s\.r\.o\.|S\.r\.l\.|S\.p\.A\.|SpA|K\.K\.|A\.Ş\.|a\.s\.|A\/S|B\.V\.|N\.V\.|S\.A\.S\.?|S\.A\.|Kft\.?|Zrt\.?|d\.o\.o\.|EIRL|OOO)(?![\p{L}\p{N}])\.?`,
  String.raw`有限责任公司|股份有限公司|股份公司|有限公司|有限責任公司|株式会社|合同会社|주식회사|㈜`,
].join("|");
const afterNameExact = String.raw`(?:AG|AB|SA|BV|NV|SAS|SARL|KG|SE|AS)(?=\s*(?:$|[,;:\n]|\s[-–—]\s|\())|公司|工厂|厂(?=\s*[,，:：\n]|\s*$|\s)`;
const weak = String.raw`(?:Co\.|Company|Factory|Works|Manufactory|Mfg\.?|Plant)(?=\s*(?:$|[,;:\n(]|\s[-–—]\s))`;

/** One legal form found in a text. `end` includes a full stop and a note in brackets that belongs to the name. */
export interface LegalFormHit {
  readonly start: number;
  readonly end: number;
}

function scan(text: string, source: string, flags: string): LegalFormHit[] {
  const hits: LegalFormHit[] = [];
  for (const match of text.matchAll(new RegExp(source, flags))) {
    const before = text.slice(0, match.index);
    // A form needs a name before it, and must not begin inside a word.
    if (/[\p{L}\p{N}]$/u.test(before) && /^[A-Za-z]/u.test(match[0])) continue;
    if (before.trim() === "") continue;
    hits.push({ start: match.index, end: match.index + match[0].length });
  }
  return hits;
}

function extend(text: string, hit: LegalFormHit): LegalFormHit {
  // "Co., Ltd. (Foxlink)": a short note in brackets belongs to the name, unless it holds an address.
  const note = /^\s*\([^()\d]{2,40}\)/u.exec(text.slice(hit.end));
  return note ? { start: hit.start, end: hit.end + note[0].length } : hit;
}

/**
 * Legal forms in a text, in order, those that follow each other directly taken as one
 * ("Corp., Ltd.", "Inc. Vietnam Co., Ltd").
 *
 * @example findLegalForms("Tech-Com(Shanghai) Computer Co Ltd - No.6").length; // 1
 */
export function findLegalForms(text: string): LegalFormHit[] {
  const all = [
    ...scan(text, `(?:${afterName})`, "giu"),
    ...scan(text, `(?:${afterNameExact})`, "gu"),
    ...scan(text, `(?:${weak})`, "giu"),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  const merged: LegalFormHit[] = [];
  for (const hit of all) {
    const last = merged.at(-1);
    if (last !== undefined) {
      if (hit.start < last.end) {
        merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, hit.end) };
        continue;
      }
      const between = text.slice(last.end, hit.start);
      if (/^[\s.,()&-]*$/u.test(between) && !/[;\n]|\s[-–—]\s/u.test(between)) {
        merged[merged.length - 1] = { start: last.start, end: hit.end };
        continue;
      }
    }
    merged.push(hit);
  }
  return merged.map((hit) => extend(text, hit));
}

/** True when a name carries a legal form (before or after it). */
export function hasLegalForm(name: string): boolean {
  return (
    findLegalForms(name).length > 0 ||
    /^(?:PT\.?|CV\.?|Công ty|CÔNG TY|ООО|ЗАО|АО|ТОО|株式会社|บริษัท|\(주\)|㈜)[\s.]/iu.test(
      `${name} `,
    )
  );
}
