import {
  areaWords,
  directionWords,
  fillerAddressWords,
  numberWords,
  streetWords,
  unitWords,
} from "../../data/address-words.ts";
import legalForms from "../../data/legal-forms.json" with { type: "json" };
import { hanPlaces, latinPlaces, localPlaces } from "../../data/place-words.ts";
import { tradeWords } from "../../data/trade-words.ts";
import { foldLatin } from "./fold-latin.ts";
import { readLines, readPair, readWords } from "./read-table.ts";
import { readHan } from "./romanise.ts";

/** What a word is known to be; bits of `WordFacts.kind`. */
export const kinds = {
  legal: 1,
  trade: 2,
  place: 4,
  filler: 8,
  street: 16,
  unit: 32,
  addressFiller: 64,
  area: 128,
  direction: 256,
  digits: 512,
  startsPhrase: 1024,
  prefixLegal: 2048,
} as const;

/** A word's kinds, and the form that is compared in names and in addresses (itself when it has no other). */
export interface WordFacts {
  readonly kind: number;
  readonly inName: string;
  readonly inAddress: string;
}

/** Looks words and phrases up. A phrase is two or three words with single blanks. */
export interface WordTables {
  word(word: string): WordFacts;
  phrase(words: string): WordFacts | undefined;
  /** Words of trades, places and legal forms that broken letter spacing is cut by. */
  readonly cutters: ReadonlySet<string>;
}

const nameFillers = new Set(
  "the of and und et y e ve for de da do del la le di el al an a in at off den der das dos des los las i ltee messrs m/s new no nr".split(
    " ",
  ),
);
const shortLegal = new Set(
  "sa ag ab as oy bv nv kg kk pt cv co ad lp sl rl sae sal spj spk jsc tnhh coltd company companies corp corporation corporate inc incorporated limited ltd private pvt pte pty sdn bhd berhad tbk perseroan terbatas llc llp plc gmbh cia sti ste srl spa sas sarl sro doo ood eood dooel zoo ooo oao zao pao jsc ojsc cjsc pjsc mtv cty congty share shares stock joint liability pubco public aps oyj ltda eireli lda unipessoal fze fzco fzc wll est establishment kft zrt nyrt rt ad ead uab sia ou as hf ehf asa kabushiki kaisha yugen gaisha gongsi youxian zeren gufen youxiangongsi jusik hoesa jusikhoesa chusik".split(
    " ",
  ),
);
const prefixLegal = new Set("ltd pt cv ooo oao zao pao tov cty congty pp ud".split(" "));
const longLegal = /^[a-z]{4,}$/;
const noLegal = new Set("cooperation charity moo nonprofit verein".split(" "));
const morePhrases =
  "tong cong ty,cong ty,cong ty tnhh,cong ty cp,cong ty co phan,co phan,tnhh mtv,mot thanh vien,trach nhiem huu han,joint stock company,joint stock,sp z o o,sp zoo,sp z oo,de c v,de cv,sa de cv,private limited,pvt ltd,sdn bhd,s de rl,sociedad anonima,anonim sirketi,limited sirketi,limited liability company,public company limited,public limited company,co ltd,co limited,l t d".split(
    ",",
  );

/**
 * Tables of known words. `equivalents` are groups of names of one maker, the first is compared.
 *
 * @example makeWordTables([]).word("electronics") // → { kind: 2, inName: "electronic", inAddress: "electronics" }
 */
export function makeWordTables(equivalents: readonly (readonly string[])[]): WordTables {
  const facts = new Map<string, { kind: number; inName?: string; inAddress?: string }>();
  const phrases = new Map<string, WordFacts>();
  const cutters = new Set<string>();

  function add(word: string, kind: number, inName?: string, inAddress?: string): void {
    if (word.includes(" ")) {
      if (!phrases.has(word))
        phrases.set(word, { kind, inName: inName ?? word, inAddress: inAddress ?? word });
      const first = word.slice(0, word.indexOf(" "));
      const known = facts.get(first);
      facts.set(first, { ...known, kind: (known?.kind ?? 0) | kinds.startsPhrase });
      return;
    }
    const known = facts.get(word) ?? { kind: 0 };
    known.kind |= kind;
    if (inName !== undefined) known.inName ??= inName;
    if (inAddress !== undefined) known.inAddress ??= inAddress;
    facts.set(word, known);
  }

  for (const [compared = "", ...forms] of equivalents)
    for (const form of forms)
      if (/^[ -~]+$/.test(form)) add(foldLatin(form), 0, foldLatin(compared));
  for (const word of shortLegal) {
    add(word, kinds.legal);
    if (word.length >= 3) cutters.add(word);
  }
  for (const word of prefixLegal) add(word, kinds.prefixLegal);
  for (const form of legalForms.latin) {
    if (form.includes(" ")) {
      const count = form.split(" ").length;
      if (count <= 3) add(form, kinds.legal);
    } else if (longLegal.test(form) && !noLegal.has(form)) add(form, kinds.legal);
  }
  for (const phrase of morePhrases) add(phrase, kinds.legal);
  for (const line of readLines(tradeWords)) {
    const [head = ""] = line.split("|");
    const concept = head.slice(0, head.indexOf(":"));
    for (const form of [concept, ...readWords(head.slice(head.indexOf(":") + 1))]) {
      add(form, kinds.trade, concept);
      if (form.length >= 4 && !form.includes(" ")) cutters.add(form);
    }
  }
  const place = (form: string, compared: string): void => {
    add(form, kinds.place, compared, compared);
    if (form.length >= 5 && !form.includes(" ")) cutters.add(form);
  };
  for (const entry of `${latinPlaces} ${localPlaces}`.split(/\s+/u)) {
    if (entry === "") continue;
    const [form, compared] = readPair(entry);
    const latin = foldLatin(form.replaceAll("-", " "));
    if (/^[ -~]+$/.test(form)) place(latin, compared ?? latin.replaceAll(" ", ""));
    if (compared !== null) place(compared, compared);
  }
  for (const entry of hanPlaces.split(/\s+/u)) {
    if (entry === "") continue;
    const [form, reading] = readPair(entry);
    const compared = reading ?? readHan(form);
    place(compared, compared);
  }
  for (const word of nameFillers) add(word, kinds.filler);
  const group = (table: string, kind: number): void => {
    for (const line of readLines(table)) {
      const [compared = "", ...forms] = readWords(line);
      for (const form of [compared, ...forms]) add(foldLatin(form), kind, undefined, compared);
    }
  };
  group(streetWords, kinds.street);
  group(unitWords, kinds.unit);
  group(areaWords, kinds.area);
  group(directionWords, kinds.direction);
  for (const word of fillerAddressWords.split(/\s+/u))
    if (word !== "") add(word, kinds.addressFiller);
  for (const [word, digits] of Object.entries(numberWords)) add(word, kinds.digits, digits, digits);

  return {
    cutters,
    phrase: (words) => phrases.get(words),
    word(word) {
      const known = facts.get(word);
      const digits = /\d/.test(word) ? kinds.digits : 0;
      const plain = digits === 0 ? word : word.replace(/^0+(?=\d)/, "");
      return {
        kind: (known?.kind ?? 0) | digits,
        // "m&v3" and "m&v 3": the letters before a number are not part of it.
        inName: known?.inName ?? plain.replace(/^[a-z]{1,2}(?=\d+[a-z]?$)/, ""),
        inAddress: known?.inAddress ?? plain,
      };
    },
  };
}
