import { expect, it } from "vitest";
import { nameFamily } from "./name-family.ts";

it("says the brand once", () => {
  expect(nameFamily({ brand: "Aster", family: "Aster 14" })).toBe("Aster 14");
  expect(nameFamily({ brand: "HP", family: "hp laptop" })).toBe("hp laptop");
  expect(nameFamily({ brand: "Aster", family: "Aster" })).toBe("Aster");
});

it("says it where the family only begins like it", () => {
  expect(nameFamily({ brand: "Lenovo", family: "IdeaPad 3" })).toBe("Lenovo IdeaPad 3");
  expect(nameFamily({ brand: "Aster", family: "Asterix 5" })).toBe("Aster Asterix 5");
});
