import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { writePolicyFile, type PolicyRowToWrite } from "./write-policy-file.ts";

const row: PolicyRowToWrite = {
  title: "=Laptops",
  state: "in_force",
  when: {
    cpvPrefixes: ["302"],
    risks: ["high"],
    valueFrom: { minorUnits: 5_000_050, currency: "EUR" },
    valueTo: null,
    countries: [],
    procedures: ["open", "restricted"],
    bidderRoles: [],
    sizes: [],
  },
  requirement: "disclose_sites",
  requirementTitle: "Name the sites",
  version: null,
  role: "clause",
  values: { due_days: 28 },
  asks: "within 28 days",
  followUp: {
    ways: ["dialogue"],
    kpis: [],
    evidenceTypes: [],
    personId: null,
    role: "somebody@example.org",
    hoursPerMonth: 2,
  },
  effectiveFrom: "2026-01-01",
  effectiveTo: null,
  announcedOn: null,
  noticeMonths: 6,
  reason: "",
  proportionality: "",
};
const text = (format: "csv" | "yaml"): string =>
  new TextDecoder().decode(writePolicyFile("Policy", [row], format));

describe("a policy as a file", () => {
  it("is a table that runs no formula and names no person", () => {
    const [head, first] = text("csv").split("\r\n");
    expect(head).toContain("Title,State,CPV");
    expect(first).toContain("'=Laptops,in_force,302,high,50000.5,,EUR");
    expect(text("csv")).not.toContain("example.org");
  });
  it("is YAML with the values by parameter, and names no person", () => {
    expect(parse(text("yaml"))).toMatchObject({
      policy: "Policy",
      rows: [{ title: "=Laptops", values: { due_days: 28 }, followUp: { ways: ["dialogue"] } }],
    });
    expect(text("yaml")).not.toContain("example.org");
  });
});
