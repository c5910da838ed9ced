import { expect, test } from "vitest";
import { readDevice } from "./read-device.ts";

test("browsers are named as people name them", () => {
  expect(
    readDevice(
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
    ),
  ).toBe("Chrome on Linux");
  expect(
    readDevice(
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
    ),
  ).toBe("Edge on Windows");
  expect(
    readDevice(
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    ),
  ).toBe("Safari on iOS");
});

test("what cannot be recognised is shown as it stands", () => {
  expect(readDevice("curl/8.5.0")).toBe("curl/8.5.0");
  expect(readDevice("x".repeat(80))).toBe(`${"x".repeat(60)}…`);
  expect(readDevice(null)).toBeNull();
  expect(readDevice("  ")).toBeNull();
});
