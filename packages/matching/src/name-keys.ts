import { compactName, foldText, looksBroken, nameTokens } from "./normalise-name.ts";
import { isNumberWord, wordWeight } from "./word-weight.ts";

/**
 * Short strings that names of one company nearly always share: what screening against lists of names looks them up by.
 *
 * `n` the whole name, words sorted · `c` first letters without blanks · `k` consonants only · `w` pairs of words · `s` a
 * lone telling word.
 *
 * @example nameKeys("Hefei Bitland Information Technology Co.,Ltd").includes("s:bitlan") // → true
 */
export function nameKeys(name: string): readonly string[] {
  const broken = looksBroken(foldText(name).split(" "));
  const compact = compactName(name);
  const words = nameTokens(name).filter((token) => !isNumberWord(token, broken));
  const keys: string[] = [];
  if (words.length > 0) keys.push(`n:${words.toSorted().join("")}`);
  if (compact.length > 0) {
    keys.push(`c:${compact.slice(0, 8)}`);
    keys.push(`k:${skeleton(compact).slice(0, 7)}`);
  }
  if (broken) return keys;
  const telling = words.filter((word) => wordWeight(word) === 1);
  for (const word of telling.slice(0, 3)) keys.push(`s:${word.slice(0, 6)}`);
  const paired = [...new Set(words.map((word) => skeleton(word).slice(0, 4)))].slice(0, 4);
  for (const [index, left] of paired.entries()) {
    for (const right of paired.slice(index + 1))
      keys.push(`w:${left < right ? `${left} ${right}` : `${right} ${left}`}`);
  }
  return keys;
}

/** First letter and the consonants after it, doubled letters and weak n before a consonant dropped: Kushan and Kunshan fall together. */
function skeleton(word: string): string {
  const rest = word
    .slice(1)
    .replace(/[aeiouyhw]/gu, "")
    .replace(/(.)\1+/gu, "$1")
    .replace(/n(?=.)/gu, "");
  return (word.slice(0, 1) + rest).replace(/(.)\1+/gu, "$1");
}
