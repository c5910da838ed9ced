import { expect, test } from "vitest";
import { readOtpauthKey } from "./read-otpauth.ts";

test("the key is read in groups of four", () => {
  expect(
    readOtpauthKey("otpauth://totp/Throughline:a%40b.example?secret=JBSWY3DPEHPK3PXP&issuer=T"),
  ).toBe("JBSW Y3DP EHPK 3PXP");
  expect(readOtpauthKey("otpauth://totp/x?issuer=T&secret=abcdefg")).toBe("ABCD EFG");
});

test("an address without a key gives none", () => {
  expect(readOtpauthKey("otpauth://totp/x?issuer=T")).toBeNull();
});
