import type { AskedDetail } from "@throughline/contract";
import { describe, expect, test } from "vitest";
import { nextStep, stepState } from "./answer-steps.ts";

type Product = AskedDetail["products"][number];
const product = (key: string, answer: Product["answer"], mapped = true): Product => ({
  key,
  brand: "Aster",
  family: key,
  partNumber: null,
  productId: mapped ? "00000000-0000-4000-8000-000000000001" : null,
  sites: 0,
  answer,
  passedOnTo: [],
});
const asked = (...products: Product[]) => ({ products, releases: [] });
const record = { sites: 2, products: 2 };

describe("how far an answer is", () => {
  test("each step says whether it is done, begun or open", () => {
    const one = asked(product("a", "sites"), product("b", "nothing_yet", false));
    expect(stepState("products", one, record)).toBe("partly");
    expect(stepState("sites", one, record)).toBe("whole");
    expect(stepState("sites", one, { sites: 0, products: 0 })).toBe("unknown");
    expect(stepState("grid", one, record)).toBe("partly");
    expect(stepState("answers", one, record)).toBe("unknown");
    expect(stepState("release", one, record)).toBe("unknown");
  });

  test("a refusal with its reason is an answer: the grid asks no site of it", () => {
    const one = asked(product("a", "sites"), product("b", "asked_and_refused"));
    expect(stepState("grid", one, record)).toBe("whole");
    expect(stepState("answers", one, record)).toBe("whole");
  });

  test("the way leads to what is open, and in the end to the release", () => {
    expect(nextStep(asked(product("a", "nothing_yet", false)), { sites: 0, products: 0 })).toBe(
      "products",
    );
    expect(nextStep(asked(product("a", "nothing_yet")), { sites: 0, products: 1 })).toBe("sites");
    expect(nextStep(asked(product("a", "nothing_yet")), record)).toBe("grid");
    expect(nextStep(asked(product("a", "one_of_several")), record)).toBe("release");
    const released = {
      products: [product("a", "sites")],
      releases: [{ id: "x", number: 1, code: "", releasedAt: "", state: "valid" }],
    };
    expect(nextStep(released, record)).toBe("release");
  });
});
