import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";
import type { Draw } from "./draw-random.ts";

const legalEndings =
  /[,\s(]*\b(?:co\.?,?\s*ltd\.?|company limited|limited company|limited|ltd\.?|co\.?|inc\.?|corp\.?|pvt\.?|private|llc|s\.?a\.?|gmbh|srl|jsc)\)?\.?\s*$/iu;
const exchanges: readonly (readonly [RegExp, string])[] = [
  [/\bRoad\b/giu, "Rd"],
  [/\bRd\b\.?/giu, "Road"],
  [/\bStreet\b/giu, "St."],
  [/\bSt\b\.?/giu, "Street"],
  [/\bAvenue\b/giu, "Ave"],
  [/\bNo\.?\s*(?=\d)/giu, "#"],
  [/\bIndustrial\b/giu, "Ind."],
  [/\bDistrict\b/giu, "Dist."],
  [/\bProvince\b/giu, ""],
  [/\bCity\b/giu, ""],
  [/\bPlot\b/giu, "Lot"],
  [/\bBuilding\b/giu, "Bldg"],
  [/\band\b/giu, "&"],
  [/\bManufacturing\b/giu, "Mfg"],
  [/\bInternational\b/giu, "Intl"],
  [/\bTechnology\b/giu, "Tech"],
  [/\bGarments?\b/giu, "Apparel"],
];

/** The same site as somebody else's list would have it. `hard` 0..1: how much is changed. */
export function corruptRecord(
  record: SiteToMatch,
  id: string,
  draw: Draw,
  hard: number,
): SiteToMatch {
  let name = record.name;
  let address = record.address ?? "";
  if (draw.chance(0.35)) name = name.replace(legalEndings, "");
  if (draw.chance(0.2)) name = name.replace(/\s*(?:-|Unit|Factory)\s*\d+\b/u, "");
  if (draw.chance(0.25)) name = draw.chance(0.5) ? name.toUpperCase() : name.toLowerCase();
  if (draw.chance(0.3)) address = draw.chance(0.5) ? address.toUpperCase() : address.toLowerCase();
  for (const [from, to] of exchanges) {
    if (draw.chance(0.3)) address = address.replace(from, to);
    if (draw.chance(0.15)) name = name.replace(from, to);
  }
  if (draw.chance(0.3 * hard)) name = misspell(name, draw);
  if (draw.chance(0.35 * hard)) address = misspell(address, draw);
  if (draw.chance(0.25 * hard)) address = misspell(address, draw);
  if (draw.chance(0.15 * hard)) name = dropWord(name, draw);
  if (draw.chance(0.1 * hard)) name = joinWords(name, draw);
  if (draw.chance(0.08 * hard)) name = spaceLetters(name, draw);
  if (draw.chance(0.35)) address = changeParts(address, draw, hard);
  if (draw.chance(0.2 * hard)) address = joinWords(address, draw);
  if (draw.chance(0.05 * hard)) address = changeNumber(address, draw);
  if (draw.chance(0.03 * hard)) address = dropNumbers(address);
  return {
    ...record,
    id,
    name: name.trim() === "" ? record.name : name.trim(),
    address: address.trim() === "" ? (record.address ?? null) : address.trim(),
    ...(draw.chance(0.5) ? { latitude: null, longitude: null } : {}),
    ...(draw.chance(0.4) ? { postalCode: null } : {}),
    ...(draw.chance(0.4) ? { phone: null } : {}),
  };
}

export function misspell(text: string, draw: Draw): string {
  if (text.length < 5) return text;
  const at = 1 + draw.below(text.length - 2);
  switch (draw.below(4)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + (text[at] ?? "") + text.slice(at);
    case 2:
      return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
    default:
      return /[a-z]/iu.test(text[at] ?? "")
        ? text.slice(0, at) + draw.pick([..."aeiounrslt"]) + text.slice(at + 1)
        : text;
  }
}

function dropWord(text: string, draw: Draw): string {
  const words = text.split(" ");
  if (words.length < 3) return text;
  words.splice(1 + draw.below(words.length - 1), 1);
  return words.join(" ");
}

function joinWords(text: string, draw: Draw): string {
  const words = text.split(" ");
  if (words.length < 2) return text;
  const at = draw.below(words.length - 1);
  words.splice(at, 2, `${words[at] ?? ""}${words[at + 1] ?? ""}`);
  return words.join(" ");
}

/** As PDFs do: blanks inside words. */
export function spaceLetters(text: string, draw: Draw): string {
  return [...text]
    .map((letter) => (/[a-z]/iu.test(letter) && draw.chance(0.45) ? `${letter} ` : letter))
    .join("")
    .replaceAll(/\s+/gu, " ");
}

function changeParts(address: string, draw: Draw, hard: number): string {
  const parts = address.split(",").map((part) => part.trim());
  if (parts.length < 2) return address;
  if (draw.chance(0.5 * hard + 0.2)) parts.splice(1 + draw.below(parts.length - 1), 1);
  if (draw.chance(0.25 * hard)) parts.reverse();
  return parts.join(draw.chance(0.5) ? ", " : " ");
}

function changeNumber(address: string, draw: Draw): string {
  return address.replace(/\d+/u, (digits) => `${digits.slice(0, -1)}${String(draw.below(10))}`);
}

function dropNumbers(address: string): string {
  return address.replaceAll(/(?:no\.?|#)?\s*\d+/giu, "");
}
