/** Rows and situations of a policy for tests: about everything, asking for sites within 28 days, unless overridden. */
import type { PolicyRow, PolicySituation, PolicyThen, PolicyWhen } from "../policy/policy-row.ts";

type Over = Partial<Omit<PolicyRow, "when" | "then">> & {
  when?: Partial<PolicyWhen>;
  asks?: Partial<PolicyThen>;
};

/** @example buildPolicyRow({ id: "laptops", when: { cpvPrefixes: ["3021"] } }) */
export function buildPolicyRow({ when, asks, ...over }: Over = {}): PolicyRow {
  const id = over.id ?? "row";
  return {
    id,
    title: id,
    when: {
      cpvPrefixes: [],
      risks: [],
      valueFrom: null,
      valueTo: null,
      countries: [],
      procedures: [],
      bidderRoles: [],
      sizes: [],
      ...when,
    },
    // oxlint-disable-next-line unicorn/no-thenable -- because a row of a decision table says when and then; nobody awaits it
    then: {
      requirement: "sites",
      version: null,
      role: "clause",
      values: { days: 28 },
      followUp: null,
      ...asks,
    },
    effectiveFrom: "2026-01-01",
    effectiveTo: null,
    announcedOn: null,
    noticeMonths: null,
    reason: "",
    proportionality: "",
    ...over,
  };
}

/** @example buildSituation({ risk: "low" }) */
export function buildSituation(over: Partial<PolicySituation> = {}): PolicySituation {
  return {
    cpv: ["30213100"],
    risk: "high",
    value: { minorUnits: 50_000_000, currency: "EUR" },
    country: "SE",
    procedure: "open",
    bidderRoles: ["reseller"],
    sizes: ["large"],
    ...over,
  };
}
