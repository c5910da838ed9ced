import { expect, test } from "vitest";
import { groupValues, type SaidValue } from "./group-values.ts";

function said(field: string, value: string, saidBy = "Lenovo"): SaidValue {
  return {
    field,
    value,
    saidBy,
    source: "Label",
    asOf: null,
    verification: "self_declared",
    disclosureId: null,
  };
}

test("fields come in the order a person asks, each with how many values differ", () => {
  const groups = groupValues([
    said("os_id", "CN2021250D1DTN7"),
    said("address", "No. 58, 1st Street, Kunshan"),
    said("name", "Compal"),
    said("address", "No. 15, Third Avenue, Kunshan", "HP"),
  ]);
  expect(groups.map(({ field, distinct }) => [field, distinct])).toEqual([
    ["name", 1],
    ["address", 2],
    ["os_id", 1],
  ]);
});

test("case and blanks are no contradiction, and nothing said by two is lost", () => {
  const [group] = groupValues([
    said("name", "COMPAL  Electronics"),
    said("name", "Compal Electronics", "HP"),
    said("name", "Compal Electronics", "HP"),
  ]);
  expect(group?.distinct).toBe(1);
  expect(group?.values).toHaveLength(2);
});
