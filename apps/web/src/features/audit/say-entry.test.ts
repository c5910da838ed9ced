import { expect, test } from "vitest";
import { sayAction, sayActor, sayPath, sayValue } from "./say-entry.ts";

test("known actions are said, new ones by their own name", () => {
  expect(sayAction("create-contract")).toBe("Contract recorded");
  expect(sayAction("freeze-line")).toBe("Freeze line");
});

test("who it was", () => {
  expect(sayActor({ kind: "person", personId: "1", name: "Mara" })).toBe("Mara");
  expect(sayActor({ kind: "token", personId: "1", name: "Mara" })).toContain("API token");
  expect(sayActor({ kind: "person", personId: "1", name: null })).toBe("a former member");
  expect(sayActor({ kind: "system", personId: null, name: null })).toBe("the server");
});

test("fields and values are read by people", () => {
  expect(sayPath("value › minorUnits")).toBe("value › minor units");
  expect(sayPath("site_id")).toBe("site id");
  expect(sayValue(null)).toBe("nothing");
  expect(sayValue(true)).toBe("yes");
  expect(sayValue([])).toBe("none");
  expect(sayValue(["buyer", "brand"])).toBe("buyer, brand");
  expect(sayValue("2026-03-03")).toMatch(/2026/);
});
