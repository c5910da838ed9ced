/** A requirement for tests, with one parameter of each kind; what a test is about is overridden. */
import type { Requirement } from "@throughline/domain";

/** @example buildRequirement({ key: "site_access", needsBrand: false }) */
export function buildRequirement(over: Partial<Requirement> = {}): Requirement {
  const key = over.key ?? "sites";
  const version = over.version ?? 1;
  return {
    urn: `urn:throughline:requirement:${key}:${version}`,
    key,
    version,
    title: "Say where it is made",
    purpose: "So that somebody can look.",
    wordings: [{ language: "en", text: "Name the sites.", status: "drafted" }],
    parameters: [
      {
        key: "days",
        label: "days to answer",
        help: "",
        type: { kind: "number", unit: "days", stricter: "lower", minimum: 1, maximum: 365 },
      },
      {
        key: "counted_from",
        label: "counted from",
        help: "",
        type: {
          kind: "choice",
          options: [
            { key: "award", label: "award" },
            { key: "request", label: "request" },
          ],
          order: [],
        },
      },
      {
        key: "tiers",
        label: "tiers",
        help: "",
        type: { kind: "set", options: null, stricter: "more" },
      },
      { key: "public", label: "public", help: "", type: { kind: "flag", stricter: "yes" } },
    ],
    minimumVerification: "self_declared",
    evidenceTypes: ["self-assessment"],
    kpis: ["T1"],
    issues: ["disclosure"],
    references: [],
    needsBrand: false,
    roles: ["selection", "technical", "award", "clause"],
    variants: [],
    changes: [],
    publishedOn: "2026-01-01",
    ...over,
  };
}
