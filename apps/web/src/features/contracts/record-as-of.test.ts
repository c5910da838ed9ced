import { expect, test } from "vitest";
import { disclosuresAsOf } from "./record-as-of.ts";

const received = { receivedOn: "2026-03-12", withdrawnOn: "2026-09-01" };

test("leaves out what came later", () => {
  expect(disclosuresAsOf([received], "2026-03-11")).toEqual([]);
  expect(disclosuresAsOf([received], "2026-03-12")).toHaveLength(1);
});

test("shows as standing what was withdrawn later, and as withdrawn what was withdrawn by then", () => {
  expect(disclosuresAsOf([received], "2026-08-31")[0]?.withdrawnOn).toBeNull();
  expect(disclosuresAsOf([received], "2026-09-01")[0]?.withdrawnOn).toBe("2026-09-01");
  expect(disclosuresAsOf([received], null)).toEqual([received]);
});
