import { expect, test } from "vitest";
import {
  fieldOfCode,
  fieldOfValue,
  findFaults,
  schemeOf,
  type OrganisationDraft,
} from "./organisation-draft.ts";

const sound: OrganisationDraft = {
  name: "Northbridge University",
  country: "GB",
  roles: ["buyer"],
  sizeClass: null,
  foiSubject: true,
  identifiers: [{ key: "1", scheme: "lei", code: "", value: "549300GFX6WN7JDUSN34" }],
};

test("a right check digit is no fault, a wrong one is said at its number", () => {
  expect(findFaults(sound)).toEqual([]);
  const faults = findFaults({
    ...sound,
    identifiers: [
      ...sound.identifiers,
      { key: "2", scheme: "lei", code: "", value: "549300GFX6WN7JDUSN35" },
    ],
  });
  expect(faults).toHaveLength(1);
  expect(faults[0]?.field).toBe(fieldOfValue(1));
});

test("another register is asked for by its code", () => {
  const other = { key: "3", scheme: "" as const, code: "companies house", value: "00445790" };
  expect(findFaults({ ...sound, identifiers: [other] })[0]?.field).toBe(fieldOfCode(0));
  expect(findFaults({ ...sound, identifiers: [{ ...other, code: " GB-COH " }] })).toEqual([]);
  expect(schemeOf({ ...other, code: " GB-COH " })).toBe("GB-COH");
});

test("a name is needed", () => {
  expect(findFaults({ ...sound, name: "  " }).map(({ field }) => field)).toEqual(["org-name"]);
});
