import { expect, test } from "vitest";
import { emptyDraft, linesOf, readDraft } from "./contract-draft.ts";

const nobody = new Map<string, string>();

test("takes a title and a reference as enough to begin", () => {
  const read = readDraft({ ...emptyDraft(), title: " Laptops ", reference: "FW-1" }, null, nobody);
  expect(read).toMatchObject({
    ok: true,
    input: { title: "Laptops", reference: "FW-1", value: null, followUp: null, brands: [] },
  });
});

test("names every field at fault at once, by the id of its input", () => {
  const read = readDraft(
    {
      ...emptyDraft(),
      kind: "call_off",
      cpv: "3021",
      countries: "Chnia",
      amount: "12",
      currency: "",
      startsOn: "2026-02-01",
      endsOn: "2026-01-01",
    },
    null,
    nobody,
  );
  expect(read.ok ? [] : read.faults.map((fault) => fault.field)).toEqual([
    "contract-title",
    "contract-reference",
    "contract-frameworkId",
    "contract-cpv",
    "contract-countries",
    "contract-currency",
    "contract-endsOn",
  ]);
});

test("reads CPV codes with their check digit, money, and who follows up", () => {
  const draft = {
    ...emptyDraft(),
    title: "A",
    reference: "B",
    cpv: "30213100-6, 30213000",
    amount: "1,200,000",
    currency: "gbp",
    followUp: "p1",
    hours: "4",
    brands: "Lenovo\n\n HP ",
  };
  const read = readDraft(draft, null, new Map([["p1", "Ana Day"]]));
  expect(read).toMatchObject({
    ok: true,
    input: {
      cpv: ["30213100", "30213000"],
      value: { minorUnits: 120_000_000, currency: "GBP" },
      followUp: { personId: "p1", name: "Ana Day", hoursPerMonth: 4 },
      brands: [{ name: "Lenovo" }, { name: "HP" }],
    },
  });
});

test("splits lines and leaves empty ones out", () => {
  expect(linesOf(" a \r\n\n b")).toEqual(["a", "b"]);
});
