import type {
  ContractCondition,
  Parameter,
  ParameterValue,
  ParameterValues,
  Requirement,
} from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { newestRequirements } from "../library/canonical-library.ts";
import { deriveDuties } from "./derive-duties.ts";
import { fieldsOfValues } from "./values-of-condition.ts";
import { weekdaysOnly } from "./work-calendar.ts";

/** A value of each parameter, as a contract might have it. */
function usualValue({ type }: Parameter): ParameterValue {
  switch (type.kind) {
    case "number":
      return Math.round(Math.min(type.maximum, Math.max(type.minimum, 12)));
    case "choice":
      return type.options[0]?.key ?? "";
    case "set":
      return type.options === null ? ["battery"] : type.options.map(({ key }) => key);
    case "flag":
      return false;
    case "text":
      return "as agreed";
  }
}

function usualValues(requirement: Requirement): ParameterValues {
  return Object.fromEntries(requirement.parameters.map((one) => [one.key, usualValue(one)]));
}

function dutiesOf(requirement: Requirement, values: ParameterValues) {
  const condition: ContractCondition = {
    id: "c",
    clause: "1",
    requirement: requirement.key,
    summary: requirement.title,
    inheritedFrom: null,
    gatesExtension: false,
    ...fieldsOfValues(requirement.key, values),
  };
  return deriveDuties({
    condition,
    requirement,
    dates: {
      awardedOn: "2026-01-10",
      signedOn: "2026-01-20",
      deliveredOn: null,
      startsOn: "2026-02-01",
      endsOn: "2030-01-31",
    },
    requests: [],
    events: [],
    calendar: weekdaysOnly,
    today: "2026-01-20",
    ahead: 1,
  });
}

describe("duties of the library", () => {
  it("makes at least one of each requirement, whatever its values, each with its own key", () => {
    for (const requirement of newestRequirements) {
      for (const values of [{}, usualValues(requirement)]) {
        const keys = dutiesOf(requirement, values).map(({ key }) => key);
        expect(keys.length).toBeGreaterThan(0);
        expect(new Set(keys).size).toBe(keys.length);
      }
    }
  });

  it("reads every time the library knows", () => {
    const parts = Object.fromEntries(
      newestRequirements.map((requirement) => [
        requirement.key,
        [
          ...new Set(
            dutiesOf(requirement, usualValues(requirement)).map(({ key }) => key.split(":")[1]),
          ),
        ].toSorted((a = "", b = "") => (a < b ? -1 : 1)),
      ]),
    );
    expect(parts).toMatchObject({
      disclose_sites: ["first", "on_change_days", "refresh"],
      disclose_findings: ["breach", "first"],
      report_severe: ["event"],
      respond_query: ["answer"],
      corrective_plan: ["fix_days_critical", "fix_days_major", "fix_days_minor", "plan_days"],
      remedy: ["agreed_days"],
      meeting: ["per_year"],
      kpi_report: ["every_months"],
      continuous_improvement: ["report_months"],
      working_hours: ["report_months"],
      wages: ["gap_closure", "report_months"],
      stakeholder_engagement: ["per_year"],
      no_retaliation: ["whole"],
    });
  });
});
