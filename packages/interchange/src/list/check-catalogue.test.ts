import { describe, expect, it } from "vitest";
import { readRealInput } from "../real-input.fixture.ts";
import { checkCatalogue, findCheck } from "./check-catalogue.ts";
import type { ListCheckEntry } from "./list-check-entry.ts";

const entries: readonly (readonly [string, ListCheckEntry])[] = Object.entries(checkCatalogue);

describe("catalogue of checks", () => {
  it("covers each of the peer's 42 checks, none twice", () => {
    const text = readRealInput("matching/list_checks.json");
    if (text === null) return;
    // The file is a list of objects with a code; it is read here only.
    const peers = (JSON.parse(text) as { code: string }[]).map(({ code }) => code);
    expect(peers).toHaveLength(42);
    const ours = entries.flatMap(([, entry]) => [
      ...(entry.peer === null ? [] : [entry.peer]),
      ...(entry.alsoPeer ?? []),
    ]);
    expect(ours.toSorted()).toEqual(peers.toSorted());
  });

  it("says of every check what it notices and what to do, each in its own words", () => {
    for (const [code, entry] of entries) {
      expect(code).toMatch(/^[a-z_]+$/);
      expect(entry.title).not.toMatch(/\.$/);
      expect(entry.whatToDo).toMatch(/\.$/);
      // What corrects by itself never rejects.
      expect(entry.corrects && entry.severity === "error").toBe(false);
      expect(entry.scope === "file").toBe(entry.error !== undefined);
    }
    const titles = entries.map(([, entry]) => entry.title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it("answers null for a code it does not know, also for names every object has", () => {
    expect(findCheck("po_box")?.peer).toBe("C0009");
    expect(findCheck("toString")).toBeNull();
  });
});
