/** Notices what a person should see about a place: head office, warehouse, PO box, too short to be found. */
import type { RowFlag } from "@throughline/domain";

const headOffice =
  /\bhead\s*-?offices?\b|\bhead\s*-?quarters?\b|\bHQ\b|\b(?:registered|corporate|central|main|regional)\s+office\b|\bHauptsitz\b|\bFirmensitz\b|\bZentrale\b|\bsi[eè]ge\s+social\b|\bsede\s+(?:social|central|legale|principal)\b|\boficinas?\s+central|\bhoofdkantoor\b|\bhuvudkontor\b|\bhovedkontor\b|总部|總部|總公司|总公司|本社|본사/iu;
const dataStorage =
  /\b(?:data|digital|cloud|energy|battery|memory|global|information|solid|hydrogen|thermal|power)\s+storage\b|\bstorage\s+(?:tech|device|system|product|solution|media|network|batter|electronic|memory)/iu;
const warehouseWord =
  /\bware\s?hous(?:e|es|ing)\b|\bstorage\b|\bdistribution\s+cent(?:er|re)\b|\bfulfil+ment\s+cent(?:er|re)\b|\blagerhaus\b|\blagerhalle\b|\bzentrallager\b|\bentrep[oô]t\b|\balmac[eé]n(?:es)?\b|\bmagazijn\b|\bdistributiecentrum\b|\bf[oö]rr[aå]d\b|\bcentrallager\b|\bmagazzino\b|仓库|倉庫|仓储|倉儲|物流|창고/iu;
const logistics =
  /\blogisti(?:cs?|k|que|ca)\b|\bfreight\b|\bforwarding\b|\bfreight\s*forwarders?\b|\bshipping\s+(?:co|line|agent)/iu;
const notMaking =
  /\bsales\s+(?:office|branch|company|subsidiary)\b|\b(?:design|r\s*&\s*d|research|service|call|training)\s+cent(?:er|re)\b|\bshowroom\b|\bliaison\s+office\b|\bsales\s+(?:pvt|private|ltd|limited|inc|gmbh|b\.?v|s\.?a)\b|\bVertriebsgesellschaft\b/iu;
const poBox =
  /\bp\s*\.?\s*o\s*\.?\s*-?\s*box\b|\bpost(?:al)?\s+(?:office\s+)?box\b|\bpostfach\b|\bbo[iî]te\s+postale\b|\bB\.?\s?P\.?\s?\d{1,6}\b|\bapartado(?:\s+(?:postal|de\s+correos))?\s+\d+|\bapdo\b|\bpostbus\b|\bpostboks\b|\bpostbox\b|(?:^|,\s*)box\s+\d+\b|\bcasella\s+postale\b|\bcaixa\s+postal\b|\bskrytka\b|邮政信箱|郵政信箱|信箱|私書箱|사서함/iu;

/** Open Supply Hub's own list check calls an address under 25 characters too short to place (its code C0018). */
const shortAddressLength = 25;
const shortNameLength = 6;

/** Length as a reader sees it: a Han, Kana or Hangul character says as much as about 2.5 Latin letters. */
function weight(text: string): number {
  const wide =
    text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)
      ?.length ?? 0;
  return text.length + wide * 1.5;
}

/** True when a name or note says the place is an office from which a company is led. */
export function saysHeadOffice(text: string): boolean {
  return headOffice.test(text);
}

/** True when a name says the place stores or ships, and does not make storage devices. */
export function saysWarehouse(text: string): boolean {
  return warehouseWord.test(text.replace(dataStorage, " "));
}

/**
 * Flags of one place, from its name, its address and whatever a kind column says of it.
 *
 * @example flagPlace("Wujiang Hichain warehousing LTD", "", ""); // ["warehouse", "not_manufacturing", "address_missing"]
 */
export function flagPlace(name: string, address: string, kind: string): RowFlag[] {
  const flags = new Set<RowFlag>();
  const who = `${name} | ${kind}`;
  if (saysHeadOffice(`${who} | ${address}`)) flags.add("head_office").add("not_manufacturing");
  if (saysWarehouse(who)) flags.add("warehouse").add("not_manufacturing");
  else if (saysWarehouse(address)) flags.add("warehouse");
  if (logistics.test(who) || notMaking.test(who)) flags.add("not_manufacturing");
  if (poBox.test(address)) flags.add("po_box");
  if (name === "") flags.add("name_missing");
  else if (weight(name) < shortNameLength) flags.add("short_name");
  if (address === "") flags.add("address_missing");
  else if (weight(address) < shortAddressLength) flags.add("short_address");
  if (/\p{L}\s*[,\-–—]\s*$/u.test(address)) flags.add("address_cut_off");
  return [...flags];
}
