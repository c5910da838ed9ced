/** Clause against follow-up: is it looked after, by whom, with which time and evidence? */
import {
  type FollowUp,
  type RequirementInstance,
  type VerificationLevel,
  verificationLevels,
} from "@throughline/domain";
import type { AlignmentFinding } from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import { draftFollowUp, hasWay } from "./draft-instance.ts";
import { type AlignmentContext, nameInstance } from "./gather-context.ts";
import { makeFinding } from "./make-finding.ts";

const wayWords = { kpi: "an indicator", evidence: "evidence", dialogue: "dialogue" } as const;

function checkWay(context: AlignmentContext, clause: RequirementInstance): AlignmentFinding[] {
  if (hasWay(clause.followUp)) return [];
  const followUp = draftFollowUp(context, clause.requirement, clause.values, clause.followUp);
  const params = {
    clause: nameInstance(clause),
    ways: followUp.ways.map((way) => wayWords[way]).join("; "),
  };
  return [
    makeFinding({
      code: "clause_without_follow_up",
      severity: "blocking",
      instanceIds: [clause.id],
      values: clause.requirement,
      params,
      fix: {
        kind: "set_follow_up",
        instanceId: clause.id,
        followUp,
        sentence: sayAlignment("align.clause_without_follow_up.fix", params),
        safe: true,
        needs: [],
      },
    }),
  ];
}

const isNamed = (followUp: FollowUp | null): boolean =>
  followUp !== null && (followUp.personId !== null || (followUp.role ?? "").trim() !== "");

function checkPerson(context: AlignmentContext, clause: RequirementInstance): AlignmentFinding[] {
  const params = { clause: nameInstance(clause) };
  if (!isNamed(clause.followUp)) {
    const suggested = context.options.suggestedFollowUp ?? null;
    const known = suggested !== null && (suggested.personId !== null || suggested.role !== null);
    return [
      makeFinding({
        code: "nobody_follows_up",
        severity: "serious",
        instanceIds: [clause.id],
        params,
        fix: {
          kind: "assign_follow_up",
          instanceIds: [clause.id],
          personId: suggested?.personId ?? null,
          role: suggested?.role ?? null,
          hoursPerMonth: suggested?.hoursPerMonth ?? null,
          sentence: sayAlignment("align.nobody_follows_up.fix", params),
          safe: false,
          needs: known ? [] : ["person"],
        },
      }),
    ];
  }
  if (clause.followUp?.hoursPerMonth !== 0) return [];
  return [noHours([clause.id], params.clause)];
}

function noHours(instanceIds: readonly string[], clause: string): AlignmentFinding {
  return makeFinding({
    code: "no_hours_to_follow_up",
    severity: "serious",
    instanceIds,
    params: { clause },
    fix: {
      kind: "set_hours",
      instanceIds,
      hoursPerMonth: null,
      sentence: sayAlignment("align.no_hours_to_follow_up.fix", { clause }),
      safe: false,
      needs: ["number"],
    },
  });
}

/** Hours of the procurement as a whole: none planned, or never said. */
function checkHours({ facts, clauses }: AlignmentContext): AlignmentFinding[] {
  if (clauses.length === 0) return [];
  if (facts.hours.followUp === 0) return [noHours([], "the contract")];
  const said =
    facts.hours.followUp !== null ||
    clauses.some(({ followUp }) => (followUp?.hoursPerMonth ?? null) !== null);
  if (said) return [];
  return [
    makeFinding({
      code: "hours_not_said",
      severity: "advice",
      fix: {
        kind: "set_hours",
        instanceIds: [],
        hoursPerMonth: null,
        sentence: sayAlignment("align.hours_not_said.fix"),
        safe: false,
        needs: ["number"],
      },
    }),
  ];
}

/**
 * How far a kind of evidence can verify. By its kind alone: an audit still shows only what audits can see, and each
 * issue is verified on its own.
 */
const evidenceLevels: Readonly<Record<string, VerificationLevel>> = {
  "worker-driven monitoring report": "worker_verified",
  "trade-union statement": "worker_verified",
  "worker testimony (restricted)": "worker_verified",
  "social audit full": "third_party_audited",
  "social audit summary": "third_party_audited",
  "certificate/label": "third_party_audited",
  "official list or decision": "third_party_audited",
  "NGO/press report": "documented",
  "site visit": "documented",
  "remediation proof": "documented",
  "self-assessment": "self_declared",
  "company statement": "self_declared",
};

/** The rank of a kind of evidence; one nobody knows is what whoever hands it in says it is. */
function rankOf(evidence: string): number {
  return verificationLevels.indexOf(evidenceLevels[evidence] ?? "self_declared");
}

/** A level of verification as a word before a noun or after "is". */
const words = (level: string): string =>
  level === "self_declared" ? "self-declared" : level.replaceAll("_", " ");

function checkEvidence(context: AlignmentContext, clause: RequirementInstance): AlignmentFinding[] {
  const requirement = context.newest(clause.requirement);
  const named = clause.followUp?.evidenceTypes ?? [];
  // Dialogue or an indicator alone is a way of its own: no evidence is named, so none is too weak.
  if (requirement === undefined || named.length === 0) return [];
  const best = Math.max(...named.map(rankOf));
  const wanted = verificationLevels.indexOf(requirement.minimumVerification);
  if (best >= wanted) return [];
  const enough = requirement.evidenceTypes.filter((one) => rankOf(one) >= wanted).slice(0, 2);
  const params = {
    clause: nameInstance(clause),
    evidence: named.join("; "),
    level: words(verificationLevels[best] ?? "self_declared"),
    title: `“${requirement.title}”`,
    minimum: words(requirement.minimumVerification),
  };
  return [
    makeFinding({
      code: "evidence_below_minimum",
      severity: "serious",
      instanceIds: [clause.id],
      values: [named, requirement.minimumVerification],
      params,
      fix:
        enough.length === 0
          ? null
          : {
              kind: "add_evidence",
              instanceId: clause.id,
              evidenceTypes: enough,
              sentence: sayAlignment("align.evidence_below_minimum.fix", {
                evidence: enough.join("; "),
              }),
              safe: true,
              needs: [],
            },
    }),
  ];
}

/** Clauses nobody could look after, nobody does, or by evidence that cannot show it. */
export function checkClauses(context: AlignmentContext): AlignmentFinding[] {
  return [
    ...context.clauses.flatMap((clause) => [
      ...checkWay(context, clause),
      ...checkPerson(context, clause),
      ...checkEvidence(context, clause),
    ]),
    ...checkHours(context),
  ];
}
