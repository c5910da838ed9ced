import { expect, test } from "vitest";
import { emptyParameter, makeKey, readOwn, type OwnDraft } from "./own-draft.ts";

const begun: OwnDraft = {
  title: "Meet the works council",
  purpose: "",
  text: "The supplier meets the works council.",
  checked: true,
  roles: ["clause"],
  minimumVerification: "documented",
  needsBrand: false,
  kept: [],
  added: [],
};

test("a key is made of the title, plain and short", () => {
  expect(makeKey("Meet the works council")).toBe("meet_the_works_council");
  expect(makeKey("2 × Café!")).toBe("cafe");
  expect(makeKey("深圳")).toBe("");
});

test("parameters of each kind are read; the options of a choice are a ladder from the first on", () => {
  const { content, faults } = readOwn(
    {
      ...begun,
      added: [
        { ...emptyParameter, label: "Days" },
        { ...emptyParameter, label: "Days", kind: "flag", stricter: "no" },
        {
          ...emptyParameter,
          label: "Who",
          kind: "choice",
          stricter: "first",
          options: "everybody\nmost\n\nsome",
        },
        { ...emptyParameter, label: "Which", kind: "set", stricter: "more" },
      ],
    },
    null,
  );
  expect(faults).toEqual([]);
  expect(content.parameters.map(({ key }) => key)).toEqual(["days", "days_2", "who", "which"]);
  expect(content.parameters[1]?.type).toEqual({ kind: "flag", stricter: "no" });
  expect(content.parameters[2]?.type).toMatchObject({
    order: [
      ["everybody", "most"],
      ["most", "some"],
    ],
  });
  expect(content.parameters[3]?.type).toMatchObject({ options: null });
});

test("faults name their fields", () => {
  const { faults } = readOwn(
    {
      ...begun,
      title: " ",
      text: "",
      roles: [],
      added: [
        { ...emptyParameter, minimum: "9", maximum: "2" },
        { ...emptyParameter, label: "Who", kind: "choice", options: "one" },
      ],
    },
    null,
  );
  expect(faults.map(({ field }) => field)).toEqual([
    "own-title",
    "own-text",
    "own-roles",
    "own-label-0",
    "own-minimum-0",
    "own-options-1",
  ]);
});
