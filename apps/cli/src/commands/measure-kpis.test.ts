import { writeFileSync } from "node:fs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Line, SectionedStandings } from "@throughline/domain";
import { afterAll, describe, expect, it } from "vitest";
import { runThroughline } from "../testing/run-throughline.ts";

const folder = mkdtempSync(join(tmpdir(), "kpi-"));
afterAll(() => rmSync(folder, { recursive: true }));

const told = (out: string): SectionedStandings =>
  SectionedStandings.parse(Reflect.get(Object(JSON.parse(out)), "standings"));
const example = "examples/university-laptops/contract.json";

describe("throughline kpi", () => {
  it("tells what the facts of a contract file give, with numerator, denominator and rows", () => {
    const ran = runThroughline(["kpi", example, "--json"]);
    expect(ran.code).toBe(0);
    const standings = told(ran.out);
    expect(standings.workerOutcomes).toEqual([]);
    const traced = standings.supplierConduct.find(({ assignment }) => assignment.kpi === "T10");
    expect(traced?.computed?.rows).toHaveLength(traced?.computed?.denominator ?? -1);
    const line = Line.parse(JSON.parse(runThroughline(["trace", example, "--json"]).out));
    expect({
      numerator: traced?.computed?.numerator,
      denominator: traced?.computed?.denominator,
    }).toEqual({
      numerator: line.completeness.productsTraced.numerator,
      denominator: line.completeness.productsTraced.denominator,
    });
  });

  it("asks for any past day, and refuses one to come", () => {
    const { out } = runThroughline(["kpi", example, "--json", "--as-of", "2026-03-01"]);
    expect(JSON.parse(out)).toMatchObject({ asOf: "2026-03-01" });
    const refreshed = told(out).supplierConduct.find(({ assignment }) => assignment.kpi === "T7");
    expect(refreshed?.computed?.value).toBe(0);
    expect(runThroughline(["kpi", example, "--as-of", "2999-01-01"]).err).toContain(
      "later than today",
    );
  });

  it("draws cooperation and information apart from own practice", () => {
    const { out } = runThroughline(["kpi", example]);
    const [conduct = "", practice = ""] = out.split("\nOwn practice\n");
    expect(conduct).toContain("Cooperation and information");
    expect(conduct).toContain("T10 Product traceability");
    expect(conduct).not.toContain("P3 ");
    expect(practice).toContain("P3 Shared evidence reuse");
  });

  it("says what is wrong with a file", () => {
    const path = join(folder, "odd.json");
    writeFileSync(path, '{"format":"throughline-kpi-facts/1"}');
    const ran = runThroughline(["kpi", path]);
    expect(ran.code).toBe(2);
    expect(runThroughline(["kpi", "missing.json"]).err).toContain("missing.json");
  });
});
