import { pinyin } from "pinyin-pro";
import { toRomaji } from "wanakana";
import anyAscii from "any-ascii";

/** Mandarin reading of a run of Han characters, syllables closed up: 欣旺达 → "xinwangda". */
export function readHan(run: string): string {
  return pinyin(run, { toneType: "none", type: "array", v: true })
    .map((syllable) => anyAscii(syllable).toLowerCase())
    .join("")
    .replaceAll(/[^a-z0-9]/g, "");
}

/** Hepburn reading of kana: ディスプレイ → "disupurei". */
export function readKana(run: string): string {
  return toRomaji(run.replaceAll("ー", ""))
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}

/** Names of Latin letters in Hangul; those marked are no common syllables, so they tell that letters are spelt. */
const hangulLetters: readonly (readonly [spelt: string, letter: string, telling: boolean])[] = [
  ["더블유", "w", true],
  ["에이치", "h", true],
  ["에이", "a", true],
  ["에프", "f", true],
  ["아이", "i", true],
  ["제이", "j", true],
  ["케이", "k", true],
  ["에스", "s", true],
  ["브이", "v", true],
  ["엑스", "x", true],
  ["와이", "y", true],
  ["제트", "z", true],
  ["엘", "l", true],
  ["엠", "m", true],
  ["엔", "n", true],
  // "And", as in T&C, is heard and written as n.
  ["앤", "n", true],
  ["큐", "q", true],
  ["알", "r", true],
  ["비", "b", false],
  ["씨", "c", false],
  ["디", "d", false],
  ["이", "e", false],
  ["지", "g", false],
  ["오", "o", false],
  ["피", "p", false],
  ["티", "t", false],
  ["유", "u", false],
];

/** Reads spelt letters at the start of a run: 엘지 → "lg" and 2 characters; null when none are spelt there. */
export function readHangulLetters(
  run: string,
): { readonly latin: string; readonly length: number } | null {
  let at = 0;
  let latin = "";
  let telling = 0;
  for (let found = true; found;) {
    found = false;
    for (const [spelt, letter, tells] of hangulLetters)
      if (run.startsWith(spelt, at)) {
        at += spelt.length;
        latin += letter;
        if (tells) telling += 1;
        found = true;
        break;
      }
  }
  return latin.length >= 2 && telling >= 1 ? { latin, length: at } : null;
}

/** Revised romanisation of Hangul, roughly. */
export function readHangul(run: string): string {
  return anyAscii(run)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "");
}

const thaiConsonants = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ";
const thaiSounds = [
  ..."k k k k k k ng ch ch ch s ch y d t th th th n d t th th th n b p ph f ph f ph m y r l w s s s h l".split(
    " ",
  ),
  "",
  "h",
];
const thaiVowels: Readonly<Record<string, string>> = {
  ะ: "a",
  "ั": "a",
  า: "a",
  ำ: "am",
  "ิ": "i",
  "ี": "i",
  "ึ": "ue",
  "ื": "ue",
  "ุ": "u",
  "ู": "u",
  เ: "e",
  แ: "ae",
  โ: "o",
  ใ: "ai",
  ไ: "ai",
};

/** Thai by sound, roughly: vowels written before their consonant are set behind it, silenced consonants are left out. */
export function readThai(run: string): string {
  let out = "";
  let waiting = "";
  const letters = [...run];
  letters.forEach((letter, at) => {
    const consonant = thaiConsonants.indexOf(letter);
    if (consonant !== -1) {
      const next = letters[at + 1];
      const silent =
        next === "์" ||
        (next !== undefined && letters[at + 2] === "์" && (next === "ิ" || next === "ุ"));
      if (!silent) out += thaiSounds[consonant] ?? "";
      out += waiting;
      waiting = "";
      return;
    }
    const vowel = thaiVowels[letter];
    if (vowel === undefined) {
      if (letter >= "๐" && letter <= "๙") out += String(letter.charCodeAt(0) - 0x0e50);
      return;
    }
    if ("เแโใไ".includes(letter)) waiting = vowel;
    else out += vowel;
  });
  return out + waiting;
}
