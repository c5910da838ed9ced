/** What a reseller can meet only with its brands, and whether it gets the time or their word for it. */
import { addDays, type RequirementInstance } from "@throughline/domain";
import type { AlignmentFinding } from "./alignment-shapes.ts";
import { sayAlignment } from "./alignment-texts.ts";
import { draftInstance } from "./draft-instance.ts";
import { type AlignmentContext, nameInstance, shareLot } from "./gather-context.ts";
import { usualLeadTime } from "./lead-time.ts";
import { makeFinding } from "./make-finding.ts";

const undertaking = "brand_certificate";

/** Six weeks: two beyond the usual four. */
const enoughLeadDays = 42;

/** A clause that leaves four weeks or more after the contract is made: there is time to ask the brand then. */
function givesTime({ role, values }: RequirementInstance): boolean {
  const days = values["due_days"];
  return role === "clause" && typeof days === "number" && days >= usualLeadTime.to;
}

function sentenceParams(
  context: AlignmentContext,
  key: string,
  instances: readonly RequirementInstance[],
): Record<string, string | number | null> {
  return {
    instances: instances.map(nameInstance).join("; "),
    title: context.titleOf(key),
    days: context.leadTime.days,
  };
}

function checkShort(
  context: AlignmentContext,
  key: string,
  pressed: readonly RequirementInstance[],
): AlignmentFinding {
  const { from, days } = context.leadTime;
  const params = sentenceParams(context, key, pressed);
  const deadlineOn = from === null ? null : addDays(from, enoughLeadDays);
  return makeFinding({
    code: "brand_needed_in_short_tender",
    severity: "serious",
    instanceIds: pressed.map(({ id }) => id),
    values: days,
    params,
    fix:
      context.open && deadlineOn !== null
        ? {
            kind: "set_deadline",
            deadlineOn,
            sentence: sayAlignment("align.brand_needed_in_short_tender.fix", {
              deadline: deadlineOn,
            }),
            safe: false,
            needs: [],
          }
        : null,
  });
}

function checkUndertaking(
  context: AlignmentContext,
  key: string,
  pressed: readonly RequirementInstance[],
): AlignmentFinding[] {
  // Brands that bid themselves speak for themselves.
  const { expectedBidders } = context.facts;
  if (!expectedBidders.includes("reseller") || expectedBidders.includes("brand")) return [];
  const signed = context.instancesOf.get(undertaking) ?? [];
  const clauses = pressed.filter(
    (instance) =>
      instance.role === "clause" && !signed.some((certificate) => shareLot(certificate, instance)),
  );
  if (clauses.length === 0) return [];
  const params = sentenceParams(context, key, clauses);
  const lots = clauses.some((clause) => clause.lots.length === 0)
    ? []
    : [...new Set(clauses.flatMap((clause) => clause.lots))];
  return [
    makeFinding({
      code: "brand_not_bound",
      severity: "advice",
      instanceIds: clauses.map(({ id }) => id),
      params,
      fix:
        context.open && context.newest(undertaking) !== undefined
          ? {
              kind: "add_instances",
              instances: [
                draftInstance(context, {
                  id: `new:${key}:undertaking`,
                  role: "clause",
                  requirement: undertaking,
                  values: {},
                  lots,
                }),
              ],
              sentence: sayAlignment("align.brand_not_bound.fix"),
              safe: false,
              needs: [],
            }
          : null,
    }),
  ];
}

/** What depends on brands in a tender of four weeks or less, or without their word and without time after award. */
export function checkBrands(context: AlignmentContext): AlignmentFinding[] {
  const { expectedBidders } = context.facts;
  const resellers = expectedBidders.length === 0 || expectedBidders.includes("reseller");
  if (!resellers) return [];
  const unsaid: RequirementInstance[] = [];
  const findings = [...context.instancesOf].flatMap(([key, instances]) => {
    if (key === undertaking || context.newest(key)?.needsBrand !== true) return [];
    const pressed = instances.filter((instance) => !givesTime(instance));
    if (pressed.length === 0) return [];
    if (context.leadTime.days === null) unsaid.push(...pressed);
    return [
      ...(context.leadTime.short ? [checkShort(context, key, pressed)] : []),
      ...checkUndertaking(context, key, pressed),
    ];
  });
  if (unsaid.length > 0)
    findings.push(
      makeFinding({
        code: "lead_time_unknown",
        severity: "advice",
        instanceIds: unsaid.map(({ id }) => id),
        params: { instances: unsaid.map(nameInstance).join("; ") },
      }),
    );
  return findings;
}
