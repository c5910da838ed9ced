import { describe, expect, it } from "vitest";
import { fillTemplate, findUnknownPlaceholders } from "./fill-template.ts";

const values = {
  supplier: "Cedar IT",
  contracts: "Laptops",
  products: "Book 3",
  due: "3 March",
  clause: "8.2",
  sender: "Northbridge University",
};

describe("a template", () => {
  it("is filled in with blanks inside the braces or without, and what is not known stays", () => {
    expect(fillTemplate("Dear {{supplier}}, {{ due }}: {{\nsender\t}} {{link}} {{}}", values)).toBe(
      "Dear Cedar IT, 3 March: Northbridge University {{link}} {{}}",
    );
    expect(findUnknownPlaceholders({ subject: "{{ due }}", body: "{{ link }}" })).toEqual([
      { path: "/body", message: "{{ link }} is not known." },
    ]);
  });

  it("puts values in as they are, whatever stands in them", () => {
    expect(fillTemplate("{{supplier}}", { ...values, supplier: "$& {{sender}}" })).toBe(
      "$& {{sender}}",
    );
  });

  it("of nothing but an opened brace and blanks holds nobody up", () => {
    const began = performance.now();
    for (const body of [
      `{{${" ".repeat(19_990)}x`,
      "{{".repeat(9_999),
      `${"{{ ".repeat(6_000)}}`,
    ]) {
      expect(findUnknownPlaceholders({ subject: "S", body })).toEqual([]);
      expect(fillTemplate(body, values)).toBe(body);
    }
    // Before: over an hour.
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
