/** Criterion against clause: is what the tender asks agreed, and as much of it? */
import type { RequirementInstance } from "@throughline/domain";
import type { AlignmentFinding } from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import { draftInstance } from "./draft-instance.ts";
import {
  type AlignmentContext,
  binding,
  compareOf,
  joinInstances,
  labelsWhere,
  nameInstance,
  scoring,
  shareLot,
  uncoveredLots,
} from "./gather-context.ts";
import { makeFinding } from "./make-finding.ts";

function checkClauseThere(
  context: AlignmentContext,
  criterion: RequirementInstance,
  key: string,
  clauses: readonly RequirementInstance[],
): AlignmentFinding[] {
  const missing = uncoveredLots(criterion, clauses, context.facts);
  if (missing !== null && missing.length === 0) return [];
  const lots = missing ?? criterion.lots;
  const params = {
    criterion: nameInstance(criterion),
    title: context.titleOf(key, criterion.title),
    lots: missing === null ? null : lots.join("; "),
  };
  const clause = draftInstance(context, {
    id: `new:${criterion.id}:clause`,
    role: "clause",
    requirement: key,
    version: criterion.version,
    title: criterion.title,
    values: binding(criterion.values),
    lots,
    link: criterion.subjectMatterLink,
    labels: criterion.labels,
  });
  return [
    makeFinding({
      code: "criterion_without_clause",
      // A selection criterion asks what a bidder is; what it is need not be agreed to be performed.
      severity: criterion.role === "selection" ? "advice" : "blocking",
      instanceIds: [criterion.id],
      values: [key, criterion.values, lots],
      params,
      fix: context.open
        ? {
            kind: "add_instances",
            instances: [clause],
            sentence: sayAlignment("align.criterion_without_clause.fix", params),
            safe: true,
            needs: [],
          }
        : null,
    }),
  ];
}

function checkStrictness(
  context: AlignmentContext,
  criterion: RequirementInstance,
  key: string,
  clauses: readonly RequirementInstance[],
): AlignmentFinding[] {
  const here = clauses.filter((clause) => shareLot(clause, criterion));
  const [first] = here;
  if (first === undefined) return [];
  const parameters = context.newest(key)?.parameters ?? [];
  const agreed = context.agreedOf(key, here);
  const asked = binding(criterion.values);
  const comparison = compareOf(context, key, agreed, asked);
  const { relation } = comparison;
  if (relation !== "stricter" && relation !== "weaker" && relation !== "incomparable") return [];
  const code =
    relation === "incomparable"
      ? "clause_differs_from_scored"
      : (`clause_${relation}_than_scored` as const);
  const params = {
    clause: nameInstance(first),
    criterion: nameInstance(criterion),
    title: context.titleOf(key, criterion.title),
    parameters: labelsWhere(
      parameters,
      comparison,
      ...(relation === "incomparable" ? ["incomparable", "stricter", "weaker"] : [relation]),
    ),
  };
  // The clause first: where no order joins two values, the contract's stands, and nothing asked is ever lowered.
  const both = joinInstances(parameters, [agreed, asked]);
  const raised = {
    instanceId: criterion.id,
    values: { ...scoring(criterion.values), ...both },
  };
  const carried = { instanceId: first.id, values: { ...scoring(first.values), ...both } };
  return [
    makeFinding({
      code,
      // A criterion that names no values was scored in words: what they asked, values cannot say.
      severity: Object.keys(asked).length === 0 ? "advice" : "serious",
      instanceIds: [criterion.id, ...here.map(({ id }) => id)],
      values: [agreed, asked],
      params,
      fix: context.open
        ? {
            kind: "set_values",
            changes:
              relation === "stricter"
                ? [raised]
                : relation === "weaker"
                  ? [carried]
                  : [raised, carried],
            sentence: sayAlignment(`align.${code}.fix`, params),
            safe: relation === "weaker",
            needs: [],
          }
        : null,
    }),
  ];
}

/** Criteria without a clause, and clauses that ask more, less or other than what was scored or specified. */
export function checkCriteria(context: AlignmentContext): AlignmentFinding[] {
  return context.criteria.flatMap((criterion) => {
    const key = criterion.requirement;
    if (key === null) return [];
    const clauses = context.clausesOf.get(key) ?? [];
    const missing = checkClauseThere(context, criterion, key, clauses);
    // What a bidder must be is not scored against what it will do.
    const strictness =
      criterion.role === "selection" ? [] : checkStrictness(context, criterion, key, clauses);
    return [...missing, ...strictness];
  });
}
