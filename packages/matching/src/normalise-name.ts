import {
  compactLegalEndings,
  fillerWords,
  legalForms,
  legalPhrases,
  unspacedLegalForms,
} from "./word-lists.ts";

const specialLetters: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ħ: "h",
  ə: "e",
};

/**
 * Folds text for comparing: Unicode NFKC (full-width forms and parentheses become plain), lower case, diacritics
 * off, single letters with dots joined (`S.A.` → `sa`), everything but letters and digits a blank. Scripts other than
 * Latin are kept. A unit that a text tool wrote out inside a word is put back ("Infocomillimeters" → "infocomm").
 *
 * @example foldText("LCFC（Hefei) Électronics, S.A.") // → "lcfc hefei electronics sa"
 */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?<=\p{L})illimet(?:er|re)s?\b/gu, "m")
    .replace(/(?<=\p{L})entimet(?:er|re)s?\b/gu, "m")
    .normalize("NFD")
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, "")
    .normalize("NFC")
    .replace(/[øłđðþßæœıħə]/gu, (letter) => specialLetters[letter] ?? letter)
    .replace(/['’`´]/gu, "")
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.\s?(?=\p{L}(?![\p{L}\p{N}]))/gu, "$1")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Joins runs of single characters, the commonest trace of broken letter spacing ("m e r c u r y" → "mercury"). */
function joinSingleLetters(tokens: readonly string[]): string[] {
  const joined: string[] = [];
  let run = "";
  const close = (): void => {
    if (run !== "") joined.push(run);
    run = "";
  };
  for (const token of tokens) {
    if (/^\p{Script=Latin}$/u.test(token)) run += token;
    else {
      close();
      joined.push(token);
    }
  }
  close();
  return joined;
}

/**
 * Words of a name without legal forms and fillers, in their order. A name that is nothing but legal forms keeps its words.
 *
 * @example nameTokens("Compal information technology (kunshan) CO., LTD.") // → ["compal", "information", "technology", "kunshan"]
 */
export function nameTokens(name: string): readonly string[] {
  let folded = foldText(name);
  for (const form of unspacedLegalForms) folded = folded.replaceAll(form, " ");
  folded = ` ${joinSingleLetters(folded.split(" ").filter((token) => token !== "")).join(" ")} `;
  const all = folded
    .trim()
    .split(" ")
    .filter((token) => token !== "");
  for (const phrase of legalPhrases) folded = folded.replaceAll(` ${phrase} `, " ");
  const kept = folded
    .trim()
    .split(" ")
    // A legal form glued to a unit number: "ltdunit14".
    .flatMap((token) =>
      token
        .replace(/^(?:pvt)?ltd(?=unit|no)/u, "")
        .replace(/(\p{L})(\d)/gu, "$1 $2")
        .split(" "),
    )
    .filter((token) => token !== "" && !legalForms.has(token) && !fillerWords.has(token));
  return kept.length > 0 ? kept : all;
}

/**
 * A name as it is compared and grouped: folded, without legal forms.
 *
 * @example normaliseName("Tech-Com(Shanghai) Computer Co Ltd") // → "tech com shanghai computer"
 */
export function normaliseName(name: string): string {
  return nameTokens(name).join(" ");
}

/**
 * The name without blanks and legal endings: equal however the letters were spaced.
 *
 * @example compactName("ne o c o nc e pt fash i o n ( c am bo d i a) c o ltd") // → "neoconceptfashioncambodia"
 */
export function compactName(name: string): string {
  let folded = foldText(name);
  for (const form of unspacedLegalForms) folded = folded.replaceAll(form, " ");
  // Fillers only as whole words: inside broken spacing they are parts of words.
  const isBroken = looksBroken(folded.split(" "));
  let compact = isBroken ? folded.replaceAll(" ", "") : nameTokens(name).join("");
  for (let cut = true; cut;) {
    cut = false;
    for (const ending of compactLegalEndings) {
      if (compact.endsWith(ending) && compact.length > ending.length + 3) {
        compact = compact.slice(0, -ending.length);
        cut = true;
      }
    }
  }
  return compact;
}

/** True when most words are shorter than any real name has: letters were spaced apart by a PDF. */
export function looksBroken(tokens: readonly string[]): boolean {
  const letters = tokens.filter(
    (token) => /^\p{Script=Latin}+$/u.test(token) && !legalForms.has(token),
  );
  const short = letters.filter((token) => token.length <= 3);
  return (
    letters.length >= 4 &&
    short.length / letters.length >= 0.6 &&
    short.filter((token) => token.length <= 2).length >= 3
  );
}
