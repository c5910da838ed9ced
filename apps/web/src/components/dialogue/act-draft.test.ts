import { beforeAll, describe, expect, it } from "vitest";
import { loadTexts } from "../../texts/t.ts";
import { readActDraft, type ActDraft } from "./act-draft.ts";

beforeAll(loadTexts);
const draft: ActDraft = { what: "", dueOn: "", reason: "", shownTitle: "", shownReference: "" };
const before = { what: "Name the cell makers", dueOn: "2026-12-01" };

function fieldsOf(read: ReturnType<typeof readActDraft>): string[] {
  return read.ok ? [] : read.faults.map(({ field }) => field);
}

describe("readActDraft", () => {
  it("takes a word of agreement as it is", () => {
    expect(readActDraft("confirmed", draft, before)).toEqual({
      ok: true,
      act: { kind: "confirmed", what: null, dueOn: null, reason: null, shownBy: null },
    });
  });

  it("wants another day and a reason for a new date, and keeps the words", () => {
    expect(fieldsOf(readActDraft("postponed", { ...draft, dueOn: "2026-12-01" }, before))).toEqual([
      "act-dueOn",
      "act-reason",
    ]);
    expect(
      readActDraft("postponed", { ...draft, dueOn: "2027-01-15", reason: "Audit moved" }, before),
    ).toMatchObject({ ok: true, act: { what: before.what, dueOn: "2027-01-15" } });
  });

  it("wants a reason for saying no", () => {
    for (const kind of ["refused", "disputed", "released"] as const)
      expect(fieldsOf(readActDraft(kind, draft, before))).toEqual(["act-reason"]);
  });

  it("takes that it is done without evidence, and evidence only with its name", () => {
    expect(readActDraft("fulfilled", draft, before)).toMatchObject({
      ok: true,
      act: { shownBy: null },
    });
    expect(
      fieldsOf(readActDraft("fulfilled", { ...draft, shownReference: "list.xlsx" }, before)),
    ).toEqual(["act-shownTitle"]);
  });
});
