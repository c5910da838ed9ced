import { expect, test } from "vitest";
import { readCode } from "./read-code.ts";

test("six digits are the app's code, blanks or not", () => {
  expect(readCode("123456")).toEqual({ totp: "123456" });
  expect(readCode(" 123 456 ")).toEqual({ totp: "123456" });
});

test("a longer code is a backup code, a shorter one a slip of the hand", () => {
  expect(readCode("aB3dE-fG7hI")).toEqual({ backupCode: "aB3dE-fG7hI" });
  expect(readCode("12345")).toBeNull();
  expect(readCode("")).toBeNull();
});
