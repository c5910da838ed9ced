import { beforeAll, describe, expect, it } from "vitest";
import { loadTexts } from "../../texts/t.ts";
import { draftFromEntry, newEntryDraft, readEntryDraft } from "./entry-draft.ts";

beforeAll(loadTexts);
const period = { from: "2026-07-01", to: "2026-09-30", months: 3 };
const draft = newEntryDraft(period, false, "2026-11-20");

function fieldsOf(read: ReturnType<typeof readEntryDraft>): string[] {
  return read.ok ? [] : read.faults.map(({ field }) => field);
}

describe("readEntryDraft", () => {
  it("wants both parts and what shows them", () => {
    expect(fieldsOf(readEntryDraft(draft))).toEqual([
      "entry-numerator",
      "entry-denominator",
      "entry-evidence",
    ]);
  });

  it("reads numbers as people type them", () => {
    const read = readEntryDraft({
      ...draft,
      numerator: "1 200",
      denominator: "1500,5",
      evidenceTitle: "Time records",
    });
    expect(read).toMatchObject({
      ok: true,
      entry: { numerator: 1200, denominator: 1500.5, value: null },
    });
  });

  it("keeps a zero denominator, which is no data and no fault", () => {
    const read = readEntryDraft({ ...draft, numerator: "0", denominator: "0", evidenceTitle: "x" });
    expect(read).toMatchObject({ ok: true, entry: { denominator: 0 } });
  });

  it("wants the reason of a judgement, and no number", () => {
    const judged = newEntryDraft(period, true, "2026-11-20");
    expect(fieldsOf(readEntryDraft(judged))).toEqual(["entry-judgement", "entry-note"]);
    const read = readEntryDraft({ ...judged, judgement: "good", note: "Said so.", value: "3" });
    expect(read).toMatchObject({ ok: true, entry: { judgement: "good", value: null } });
  });

  it("refuses a period that ends before it begins", () => {
    expect(fieldsOf(readEntryDraft({ ...draft, to: "2026-06-30" }))).toContain("entry-to");
  });
});

describe("draftFromEntry", () => {
  it("keeps the figure and asks anew for what shows it", () => {
    const read = draftFromEntry({
      from: period.from,
      to: period.to,
      numerator: 9,
      denominator: 12,
      value: null,
      judgement: null,
      note: "",
      evidence: { title: "Letter", reference: "" },
    });
    expect(read).toMatchObject({ kind: "parts", numerator: "9", denominator: "12" });
    expect(fieldsOf(readEntryDraft(read))).toEqual(["entry-evidence"]);
  });
});

describe("newEntryDraft", () => {
  it("ends today while the period still runs", () => {
    expect(newEntryDraft(period, false, "2026-08-15").to).toBe("2026-08-15");
    expect(newEntryDraft(period, false, "2026-10-01").to).toBe("2026-09-30");
  });
});
