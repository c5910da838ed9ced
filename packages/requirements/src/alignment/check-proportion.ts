/** Against the policy and what small firms can do: nothing left out, nothing out of proportion. */
import type { RequirementInstance } from "@throughline/domain";
import { compareValues } from "../parameters/compare-values.ts";
import type { AskedItem } from "../policy/policy-row.ts";
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
} from "./gather-context.ts";
import { makeFinding } from "./make-finding.ts";

const roleWords = {
  selection: "a selection criterion",
  technical: "a specification",
  award: "an award criterion",
  clause: "a clause",
} as const;

function checkAbsent(context: AlignmentContext, item: AskedItem): AlignmentFinding {
  const { requirement: key, role, values, version } = item;
  const drafted = { requirement: key, values, version };
  const asked = draftInstance(context, {
    id: `new:${key}:${role}`,
    role,
    ...drafted,
    followUp: item.followUp,
  });
  // A criterion alone would bind nobody: what the policy asks in the tender goes into the contract with it.
  const clauses = context.clausesOf.get(key) ?? [];
  const carried =
    role === "clause" || clauses.some(({ lots }) => lots.length === 0)
      ? []
      : [
          draftInstance(context, {
            id: `new:${key}:carried`,
            role: "clause",
            ...drafted,
            values: binding(values),
            followUp: item.followUp,
          }),
        ];
  const params = { title: context.titleOf(key), role: roleWords[role] };
  return makeFinding({
    code: "asked_by_policy_and_absent",
    severity: "blocking",
    about: `${key} ${role}`,
    values,
    params,
    fix: context.open
      ? {
          kind: "add_instances",
          instances: [asked, ...carried],
          sentence: sayAlignment("align.asked_by_policy_and_absent.fix", params),
          safe: role !== "award",
          needs: [],
        }
      : null,
  });
}

function checkAgainstPolicy(
  context: AlignmentContext,
  item: AskedItem,
  instances: readonly RequirementInstance[],
): AlignmentFinding[] {
  const { requirement: key } = item;
  const parameters = context.newest(key)?.parameters ?? [];
  const asked = binding(item.values);
  return instances.flatMap((instance) => {
    const own = binding(instance.values);
    const comparison = compareOf(context, key, own, asked);
    const { relation } = comparison;
    if (relation === "equal" || relation === "missing") return [];
    const stricter = relation === "stricter";
    const params = {
      instance: nameInstance(instance),
      title: context.titleOf(key, instance.title),
      parameters: labelsWhere(
        parameters,
        comparison,
        ...(stricter ? ["stricter"] : ["weaker", "incomparable"]),
      ),
    };
    const code = stricter ? "stricter_than_policy" : "weaker_than_policy";
    // Nothing asked is lowered by raising the rest; where no order joins two values, the policy's counts.
    const values = {
      ...instance.values,
      ...(stricter ? {} : joinInstances(parameters, [asked, own])),
    };
    const lowered = { ...scoring(instance.values), ...asked };
    return [
      makeFinding({
        code,
        severity: stricter && context.facts.risk !== "low" ? "advice" : "serious",
        instanceIds: [instance.id],
        values: [own, asked],
        params,
        fix: context.open
          ? {
              kind: "set_values",
              changes: [{ instanceId: instance.id, values: stricter ? lowered : values }],
              sentence: sayAlignment(`align.${code}.fix`, params),
              safe: !stricter,
              needs: [],
            }
          : null,
      }),
    ];
  });
}

function checkPolicy(context: AlignmentContext): AlignmentFinding[] {
  const { policy } = context.options;
  if (policy === null) return [];
  const findings: AlignmentFinding[] = [];
  const absent = new Set<string>();
  for (const item of policy) {
    const instances = (context.instancesOf.get(item.requirement) ?? []).filter(
      ({ role }) => role === item.role,
    );
    const key = `${item.requirement} ${item.role}`;
    if (instances.length === 0) {
      // Asked of several kinds of bidder in several ways, it is absent once.
      if (!absent.has(key)) findings.push(checkAbsent(context, item));
      absent.add(key);
    } else if (item.bidders.length === 0)
      findings.push(...checkAgainstPolicy(context, item, instances));
  }
  if (context.facts.risk !== "low") return findings;
  const asked = new Set(policy.map(({ requirement }) => requirement));
  for (const [key, instances] of context.instancesOf) {
    if (asked.has(key)) continue;
    findings.push(
      ...instances.map((instance) =>
        makeFinding({
          code: "not_asked_by_policy",
          severity: "advice",
          instanceIds: [instance.id],
          params: { instance: nameInstance(instance), title: context.titleOf(key) },
        }),
      ),
    );
  }
  return findings;
}

/** Requirements that ask more of small firms than the library's own variant for them. */
function checkSmallFirms(context: AlignmentContext): AlignmentFinding[] {
  const { expectedBidders } = context.facts;
  return [...context.instancesOf].flatMap(([key, all]) => {
    const requirement = context.newest(key);
    if (requirement === undefined) return [];
    const variant = requirement.variants.find(
      ({ bidderRole, sizes }) =>
        (sizes.includes("micro") || sizes.includes("small")) &&
        (bidderRole === null ||
          expectedBidders.length === 0 ||
          expectedBidders.includes(bidderRole)),
    );
    if (variant === undefined || variant.note.trim() === "") return [];
    const keys = Object.keys(variant.values);
    const { parameters } = requirement;
    const asked = all.filter(
      ({ role, wording }) => role !== "award" && !wording.includes(variant.note),
    );
    const comparisons = asked.map(({ values }) => {
      const same = keys.flatMap((name) => {
        const value = values[name];
        return value === undefined ? [] : [[name, value] as const];
      });
      return compareValues(parameters, Object.fromEntries(same), variant.values);
    });
    const instances = asked.filter((_instance, at) =>
      Object.values(comparisons[at]?.byParameter ?? {}).includes("stricter"),
    );
    if (instances.length === 0) return [];
    const labels = comparisons
      .flatMap((one) => labelsWhere(parameters, one, "stricter").split("; "))
      .filter((label) => label !== "");
    const params = {
      instances: instances.map(nameInstance).join("; "),
      title: context.titleOf(key),
      parameters: [...new Set(labels)].join("; "),
    };
    return [
      makeFinding({
        code: "small_firms_not_provided_for",
        severity: "advice",
        instanceIds: instances.map(({ id }) => id),
        values: [variant.values, instances.map(({ values }) => values)],
        params,
        fix: context.open
          ? {
              kind: "add_wording",
              instanceIds: instances.map(({ id }) => id),
              text: sayAlignment("align.small_firms.wording", { note: variant.note }).text,
              sentence: sayAlignment("align.small_firms_not_provided_for.fix", params),
              safe: false,
              needs: [],
            }
          : null,
      }),
    ];
  });
}

/** What the policy asks and is not there or weaker; what is out of proportion to value, risk or the size of firms. */
export function checkProportion(context: AlignmentContext): AlignmentFinding[] {
  const known = new Set(context.facts.instances.map(({ id }) => id));
  const beyondLaw = (context.options.laws ?? []).filter(({ instanceId }) => known.has(instanceId));
  return [
    ...checkPolicy(context),
    ...checkSmallFirms(context),
    ...beyondLaw.map(({ instanceId, sentence }) =>
      makeFinding({
        code: "more_than_the_law",
        severity: "advice",
        instanceIds: [instanceId],
        values: sentence.params,
        sentence,
      }),
    ),
  ];
}
