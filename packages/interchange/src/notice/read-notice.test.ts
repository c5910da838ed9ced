import { AppError } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { parseContractFile } from "../contract-file/parse-contract-file.ts";
import { readRealInput } from "../real-input.fixture.ts";
import { draftContractFile, readNotice } from "./read-notice.ts";

function placeOfFault(input: unknown): string | undefined {
  try {
    readNotice(input);
    return undefined;
  } catch (error) {
    if (error instanceof AppError && error.code === "notice_invalid") return error.details[0]?.path;
    throw error;
  }
}

describe("readNotice", () => {
  it("reads the four real notices and drafts a contract file from each", () => {
    const text = readRealInput("data/notices/uk_notices.json");
    if (text === null) return;
    const notices = readNotice(JSON.parse(text));
    expect(notices.map((notice) => notice.kind)).toEqual([
      "stand_alone",
      "framework",
      "call_off",
      "framework",
    ]);
    expect(notices[0]).toMatchObject({
      buyer: {
        name: "Transport For London",
        country: "GB",
        identifiers: [{ scheme: "GB-PPON", value: "PHMT-6197-NWNZ" }],
      },
      period: { startsOn: "2026-01-01", endsOn: "2028-12-31" },
    });
    expect(notices[1]).toMatchObject({
      value: { minorUnits: 60_000_000_000, currency: "GBP" },
      period: { endsOn: "2025-10-31", extensionYears: 1 },
    });
    expect(notices[2]).toMatchObject({
      cpv: ["30210000"],
      value: { minorUnits: 100_000_000, currency: "GBP" },
    });
    expect(notices[3]?.suppliers.map((party) => party.name)).toEqual([
      "Getech Ltd",
      "Jigsaw Systems Limited",
    ]);
    const drafts = notices.map((notice) => parseContractFile(draftContractFile(notice)));
    expect(drafts[0]?.supplier?.name).toBe("Stichting Electronics Watch Foundation");
    expect(drafts[1]?.authority?.name).toBe("London Universities Purchasing Consortium");
    expect(drafts[1]?.lots).toHaveLength(3);
    expect(drafts[2]).toMatchObject({
      kind: "call_off",
      lot: "3",
      value: { minorUnits: 100_000_000, currency: "GBP" },
    });
    expect(drafts[3]?.supplier).toBeUndefined();
  });

  it("takes one notice, and says where a notice is wrong", () => {
    const good = { ocid: "ocds-1", title: "Laptops", buyer: { name: "A City" } };
    expect(readNotice(good)).toHaveLength(1);
    const cases: readonly [unknown, string][] = [
      [null, ""],
      [[good, { ...good, buyer: {} }], "/1/buyer/name"],
      [{ ...good, ocid: "" }, "/ocid"],
      [{ ...good, cpv: "3021" }, "/cpv"],
      [{ ...good, value: { amount: "1.234", currency: "GBP" } }, "/value"],
    ];
    expect(cases.map(([input]) => placeOfFault(input))).toEqual(cases.map(([, path]) => path));
    expect(() => readNotice([])).toThrow(expect.objectContaining({ code: "notice_invalid" }));
  });
});
