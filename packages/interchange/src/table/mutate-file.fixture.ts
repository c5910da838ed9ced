/**
 * For tests and measurements only: damages files as transport, programs and people with ill will do. The same seed
 * number gives the same file.
 */
import iconv from "iconv-lite";
import type { PlantedPart } from "./write-workbook.fixture.ts";
import { plantZip } from "./write-workbook.fixture.ts";

/** A sound file to begin from: text, or the parts of a workbook. */
export type SeedFile =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "workbook"; readonly parts: readonly PlantedPart[] };

/** A source of numbers that is the same on every run (mulberry32). */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** An integer from 0 to below `end`. */
  below(end: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let value = this.#state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return Math.floor((((value ^ (value >>> 14)) >>> 0) / 4_294_967_296) * end);
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error("There is nothing to pick from.");
    return item;
  }
}

const oddBytes = [0x00, 0xff, 0xfe, 0x22, 0x2c, 0x3b, 0x0a, 0x0d, 0x3c, 0x3e, 0x50, 0x4b, 0x80];

/** One damage to bytes: bits turned, stretches lost, doubled, overwritten, the end cut off. */
function damageBytes(bytes: Buffer, dice: Dice): Buffer {
  if (bytes.length === 0) return Buffer.from([dice.pick(oddBytes)]);
  const at = dice.below(bytes.length);
  const length = dice.below(Math.min(400, bytes.length - at) + 1);
  switch (dice.below(6)) {
    case 0: {
      const turned = Buffer.from(bytes);
      for (let count = 1 + dice.below(8); count > 0; count -= 1) {
        const place = dice.below(turned.length);
        turned[place] = (turned[place] ?? 0) ^ (1 << dice.below(8));
      }
      return turned;
    }
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
    case 4: {
      const written = Buffer.from(bytes);
      written.fill(dice.pick(oddBytes), at, at + length);
      return written;
    }
    default:
      return Buffer.concat([
        bytes.subarray(0, at),
        Buffer.from(Array.from({ length: 1 + dice.below(20) }, () => dice.below(256))),
        bytes.subarray(at),
      ]);
  }
}

const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "macintosh",
  "gb18030",
  "big5",
  "shift_jis",
  "euc-kr",
  "cp850",
] as const;
const oddSigns = [
  '"',
  '""',
  ",",
  ";",
  "\t",
  "|",
  "\n",
  "\r",
  "\r\n",
  "\0",
  "\uFEFF",
  "\uD800",
  "=",
  "'",
  "  ",
  "\u2028",
  "中",
  "é",
];

function damageText(text: string, dice: Dice): string {
  const at = dice.below(text.length + 1);
  switch (dice.below(8)) {
    case 0:
      return text.slice(0, at) + dice.pick(oddSigns) + text.slice(at);
    case 1:
      return text.replaceAll(dice.pick([",", '"', "\n"]), dice.pick(oddSigns));
    case 2:
      return `sep=${dice.pick([";", ",", "\t", "x", ""])}\n${text}`;
    case 3:
      return text.slice(0, at) + text.slice(dice.below(text.length + 1));
    case 4:
      return text.slice(0, at) + dice.pick(oddSigns).repeat(1 + dice.below(3_000)) + text.slice(at);
    case 5:
      return text
        .split("\n")
        .toSorted(() => dice.below(3) - 1)
        .join("\n");
    case 6:
      return text.repeat(1 + dice.below(4));
    default:
      return text.replace(/[^,\n]{3,}/gu, (cell) => (dice.below(6) === 0 ? `"${cell}` : cell));
  }
}

const oddNumbers = [
  "-1",
  "0",
  "999999999",
  "1e999",
  "NaN",
  "",
  "4294967296",
  "16385",
  "1048577",
  "3.5",
];
const oddXml = [
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  "&b;",
  "&#0;",
  "&#xD800;",
  "<![CDATA[x]]>",
  "<!-- -->",
  "<?x y?>",
  "<a>",
  "</a>",
  "<row>",
  "<c/>",
  "<t>x</t>",
  "]]>",
  "<table:table>",
  "\uFEFF",
];

const elements =
  /<(row|c|si|table:table-row|table:table-cell|table:table|sheet|Relationship|mergeCell)\b[^>]*?(?:\/>|>.*?<\/\1>)/gsu;

/** Doubles, drops or moves a whole element, so that the XML stays well-formed and says something impossible. */
function moveElement(xml: string, dice: Dice): string {
  const found = [...xml.matchAll(elements)];
  if (found.length === 0) return xml;
  const from = dice.pick(found);
  const to = dice.pick(found);
  const without = dice.below(2) === 0;
  if (dice.below(4) === 0) return xml.slice(0, from.index) + xml.slice(from.index + from[0].length);
  const put = xml.slice(0, to.index) + from[0] + xml.slice(to.index);
  return without && to.index > from.index
    ? put.slice(0, from.index) + put.slice(from.index + from[0].length)
    : put;
}

function damageXml(xml: string, dice: Dice): string {
  const at = dice.below(xml.length + 1);
  switch (dice.below(8)) {
    case 6:
    case 7:
      return moveElement(xml, dice);
    case 0: {
      // A number of an attribute becomes one that cannot be.
      const numbers = [...xml.matchAll(/="(\d+)"/gu)];
      if (numbers.length === 0) return xml.slice(0, at);
      const hit = dice.pick(numbers);
      return `${xml.slice(0, hit.index)}="${dice.pick(oddNumbers)}"${xml.slice(hit.index + hit[0].length)}`;
    }
    case 1:
      return xml.slice(0, at) + dice.pick(oddXml) + xml.slice(at);
    case 2: {
      const tags = [...xml.matchAll(/<[^>]*>/gu)];
      if (tags.length === 0) return xml;
      const hit = dice.pick(tags);
      const again = dice.below(2) === 0 ? "" : hit[0].repeat(2);
      return xml.slice(0, hit.index) + again + xml.slice(hit.index + hit[0].length);
    }
    case 3:
      return xml.replaceAll(
        dice.pick(["<row", "<c ", "<v>", "table:", "r=", "</"]),
        dice.pick(["<x", "<row", "a:", "", "</"]),
      );
    case 4:
      return xml.slice(0, at) + "<a>".repeat(dice.below(400)) + xml.slice(at);
    default:
      return xml.slice(0, at) + xml.slice(dice.below(xml.length + 1));
  }
}

function damageParts(parts: readonly PlantedPart[], dice: Dice): PlantedPart[] {
  const changed = [...parts];
  const index = dice.below(changed.length);
  const part = changed[index];
  if (part === undefined) return changed;
  const other = dice.below(changed.length);
  switch (dice.below(10)) {
    case 0:
      changed.splice(index, 1);
      break;
    case 1:
      changed.splice(other, 0, part);
      break;
    case 2:
      changed.splice(index, 1);
      changed.splice(other, 0, part);
      break;
    case 3:
      changed[index] = {
        ...part,
        name: dice.pick([
          "../a",
          "/a",
          "a\\b",
          "",
          "xl/vbaProject.bin",
          "mimetype",
          "word/document.xml",
          part.name.toUpperCase(),
        ]),
      };
      break;
    case 4:
      changed[index] = { ...part, bytes: changed[other]?.bytes ?? "" };
      break;
    case 5:
      changed[index] = { ...part, statedSize: dice.pick([0, 1, 100, 0xffffffff, 0x7fffffff]) };
      break;
    case 6:
      changed[index] = { ...part, flags: dice.below(0x10000) };
      break;
    case 7:
      if (index > other) changed[index] = { ...part, sharesDataWith: other };
      break;
    default:
      changed[index] = {
        ...part,
        bytes:
          dice.below(4) === 0
            ? damageBytes(Buffer.from(part.bytes), dice)
            : damageXml(Buffer.from(part.bytes).toString("utf8"), dice),
      };
  }
  return changed;
}

/** Which damage was done, for counting. */
export type Damage = "bytes" | "structure" | "encoding" | "splice";

/**
 * A damaged file: one to four damages to a seed picked by the dice.
 *
 * @example mutateFile([{ kind: "text", text: "name,address\nFoo,1 Road\n" }], 7).bytes; // always the same
 */
export function mutateFile(
  seeds: readonly SeedFile[],
  number: number,
): { bytes: Buffer; damage: Damage } {
  const dice = new Dice(number);
  const seed = dice.pick(seeds);
  const times = 1 + dice.below(4);
  const sort = dice.below(10);
  const whole = (file: SeedFile): Buffer =>
    file.kind === "text" ? Buffer.from(file.text) : plantZip(file.parts);
  if (sort === 0) {
    const first = whole(seed);
    const second = whole(dice.pick(seeds));
    const cut = dice.below(first.length + 1);
    return {
      bytes: Buffer.concat([
        first.subarray(0, cut),
        second.subarray(dice.below(second.length + 1)),
      ]),
      damage: "splice",
    };
  }
  if (sort <= 3) {
    let bytes = whole(seed);
    for (let count = 0; count < times; count += 1) bytes = damageBytes(bytes, dice);
    return { bytes, damage: "bytes" };
  }
  if (seed.kind === "workbook") {
    let parts = [...seed.parts];
    for (let count = 0; count < times; count += 1)
      if (parts.length > 0) parts = damageParts(parts, dice);
    return { bytes: plantZip(parts), damage: "structure" };
  }
  let text = seed.text;
  if (sort >= 6)
    for (let count = 0; count < times; count += 1) text = damageText(text, dice).slice(0, 200_000);
  const encoding = dice.pick(encodings);
  return {
    bytes: iconv.encode(text, encoding, { addBOM: dice.below(2) === 0 }),
    damage: sort >= 6 ? "structure" : "encoding",
  };
}
