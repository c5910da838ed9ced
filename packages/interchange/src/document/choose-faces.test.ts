import { describe, expect, it } from "vitest";
import { breakOffsets } from "./break-offsets.ts";
import { createFaceChooser } from "./choose-faces.ts";
import { documentTextsFor } from "./document-texts.ts";
import { layLines } from "./lay-lines.ts";
import { readTypefaces } from "./typefaces.ts";
import type { Typeface } from "./typefaces.ts";

const house = await readTypefaces("");
const texts = documentTextsFor("en");

function faceFor(name: Typeface["name"], text: string): Typeface {
  return {
    name,
    bytes: new Uint8Array(),
    covers: new Set([...text].map((one) => one.codePointAt(0) ?? 0)),
  };
}

describe("faces", () => {
  it("are those asked for where they have the sign", () => {
    const { choose, unprinted } = createFaceChooser(house, texts);
    expect(choose("Łódź Київ", "bold")).toEqual([{ text: "Łódź Київ", face: "bold" }]);
    expect(unprinted).toEqual([]);
  });

  it("of another script are taken where they are there, and nothing is said of them", () => {
    const faces = { ...house, han: faceFor("han", "深圳市"), thai: faceFor("thai", "บริษัท") };
    const { choose, unprinted } = createFaceChooser(faces, texts);
    expect(choose("A 深圳市 บริษัท", "semibold")).toEqual([
      { text: "A ", face: "semibold" },
      { text: "深圳市", face: "han" },
      { text: " ", face: "semibold" },
      { text: "บริษัท", face: "thai" },
    ]);
    expect(unprinted).toEqual([]);
  });

  it("that are nowhere leave a mark that stands for the words", () => {
    const { choose, unprinted } = createFaceChooser(house, texts);
    expect(choose("ក្រុម ហ៊ុន, Phnom Penh", "regular")).toEqual([
      { text: "[1:\u00A0Khmer]", face: "regular", actual: "ក្រុម ហ៊ុន" },
      { text: ", Phnom Penh", face: "regular" },
    ]);
    expect(unprinted).toEqual([{ number: 1, script: "Khmer" }]);
  });
});

describe("lines", () => {
  it.each<readonly [string, readonly string[]]>([
    ["one two-three", ["one ", "two-", "three"]],
    ["3-4 and/or", ["3-4 ", "and/", "or"]],
    ["（深圳）有限公司。", ["（深", "圳）", "有", "限", "公", "司。"]],
    ["a\u00A0b", ["a\u00A0b"]],
    ["", []],
  ])("of %s may end where they should", (text, parts) => {
    const offsets = [0, ...breakOffsets(text)];
    expect(offsets.slice(1).map((to, index) => text.slice(offsets[index], to))).toEqual(parts);
  });

  it("hold what fits, keep every letter, and break what fits nowhere", () => {
    const text = "ab cdefghijkl m\n\nno";
    const lines = layLines([{ text, face: "regular", color: "000000" }], 5, (one) => one.length);
    expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(""))).toEqual([
      "ab ",
      "cdefg",
      "hijkl ",
      "m",
      "",
      "no",
    ]);
    expect(lines.every((line) => line.width <= 5)).toBe(true);
  });
});
