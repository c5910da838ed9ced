import { addDays } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadWorkCalendar } from "./load-work-calendar.ts";
import { fieldsOfValues, valuesOfCondition } from "./values-of-condition.ts";
import { addWorkdays, weekdaysOnly } from "./work-calendar.ts";

describe("working days", () => {
  it("knows public holidays and weekends of a country", async () => {
    const sweden = await loadWorkCalendar("SE");
    expect(sweden.country).toBe("SE");
    const off = [
      "2026-01-01",
      "2026-01-06",
      "2026-04-03",
      "2026-04-06",
      "2026-05-01",
      "2026-05-14",
    ];
    expect(off.map((day) => sweden.isWorkday(day))).toEqual(off.map(() => false));
    expect(sweden.isWorkday("2026-05-15")).toBe(true);
    // Christmas on Friday, the weekend, then Monday.
    expect(addWorkdays("2026-12-24", 1, sweden)).toBe("2026-12-28");
  });

  it("moves a British holiday that falls on a weekend, and leaves regional ones out", async () => {
    const britain = await loadWorkCalendar("GB");
    expect(britain.isWorkday("2026-12-28")).toBe(false);
    const germany = await loadWorkCalendar("DE");
    // Corpus Christi is a holiday in some Länder only.
    expect(germany.isWorkday("2026-06-04")).toBe(true);
    expect(germany.isWorkday("2025-10-03")).toBe(false);
  });

  it("leaves out only the weekend where the country is not known", async () => {
    expect((await loadWorkCalendar(null)).country).toBeNull();
    expect((await loadWorkCalendar("XX")).country).toBeNull();
    expect(addWorkdays("2026-04-30", 1, weekdaysOnly)).toBe("2026-05-01");
  });

  it("loads a country once", () => {
    expect(loadWorkCalendar("NO")).toBe(loadWorkCalendar("NO"));
  });

  it("never ends on a day off, and counts each working day once", async () => {
    const norway = await loadWorkCalendar("NO");
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1500 }),
        fc.integer({ min: 1, max: 60 }),
        (at, count) => {
          const from = addDays("2025-01-01", at);
          const end = addWorkdays(from, count, norway);
          expect(norway.isWorkday(end)).toBe(true);
          let worked = 0;
          for (let day = addDays(from, 1); day <= end; day = addDays(day, 1))
            if (norway.isWorkday(day)) worked += 1;
          expect(worked).toBe(count);
        },
      ),
    );
  });
});

describe("values of a clause", () => {
  it("go into the fields of a clause and back without loss", () => {
    const value = fc.oneof(
      fc.integer({ min: -5, max: 400 }),
      fc.boolean(),
      fc.constantFrom("award", "request", "x"),
      fc.array(fc.constantFrom("final_assembly", "component", "x"), { maxLength: 3 }),
    );
    const keys = fc.constantFrom(
      "due_days",
      "due_from",
      "refresh_months",
      "every_months",
      "report_months",
      "tiers",
      "components",
      "confidentiality",
    );
    fc.assert(
      fc.property(
        fc.dictionary(keys, value),
        fc.constantFrom("disclose_sites", "kpi_report", "wages", "own"),
        (dictionary, requirement) => {
          const values = { ...dictionary };
          const fields = fieldsOfValues(requirement, values);
          expect(valuesOfCondition({ requirement, ...fields })).toEqual(values);
        },
      ),
    );
  });

  it("gives a rhythm the name the requirement has for it", () => {
    const fields = {
      dueDays: null,
      dueFrom: null,
      refreshEveryMonths: 6,
      tiers: [],
      components: [],
    };
    expect(valuesOfCondition({ requirement: "kpi_report", ...fields })).toEqual({
      every_months: 6,
    });
    expect(valuesOfCondition({ requirement: "disclose_sites", ...fields })).toEqual({
      refresh_months: 6,
    });
  });
});
