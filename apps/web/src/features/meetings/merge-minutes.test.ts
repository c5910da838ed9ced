import fc from "fast-check";
import { expect, test } from "vitest";
import { contentOf, mergeMinutes } from "./merge-minutes.ts";

const agenda = [
  { id: "a", title: "Sites of the battery" },
  { id: "b", title: "Working hours" },
];

test("what is written stands beside its item, in the order of the agenda", () => {
  const rows = mergeMinutes(agenda, {
    summary: "",
    items: [
      { agendaItemId: "b", title: "Hours", text: "60 hours in peak weeks." },
      { agendaItemId: "gone", title: "Wages", text: "Next time." },
      { agendaItemId: null, title: "Any other", text: "  " },
    ],
  });
  expect(rows.map(({ title, text }) => [title, text])).toEqual([
    ["Sites of the battery", ""],
    ["Working hours", "60 hours in peak weeks."],
    ["Wages", "Next time."],
  ]);
  expect(contentOf("", rows).items).toHaveLength(2);
});

test("nothing that was written is lost by loading and saving again", () => {
  const item = fc.record({
    agendaItemId: fc.constantFrom("a", "b", "c", null),
    title: fc.string({ minLength: 1 }),
    text: fc.string(),
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(item, { selector: ({ agendaItemId }) => agendaItemId, maxLength: 4 }),
      (items) => {
        const kept = contentOf("s", mergeMinutes(agenda, { summary: "s", items }));
        const texts = items.map(({ text }) => text).filter((text) => text.trim() !== "");
        expect(kept.items.map(({ text }) => text).toSorted()).toEqual(texts.toSorted());
      },
    ),
  );
});
