import { expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

test("keeps a place of this app", () => {
  expect(safePath("/contracts?search=bus#next")).toBe("/contracts?search=bus#next");
});

test("never leads to another site", () => {
  for (const wanted of [
    null,
    "",
    "https://example.org/",
    "//example.org/x",
    "/\\example.org",
    "javascript:alert(1)",
    "\\\\example.org",
  ]) {
    expect(safePath(wanted)).toBe("/");
  }
});
