import type {
  FollowUp,
  IsoDate,
  ParameterValues,
  ProcurementFacts,
  RequirementInstance,
} from "@throughline/domain";
import type { FixAct } from "./alignment-shapes.ts";

/** What a person says where a fix needs it, or instead of what it proposes. Left out: as proposed. */
export interface FixGiven {
  readonly personId?: string | null;
  readonly role?: string | null;
  readonly hoursPerMonth?: number | null;
  readonly text?: string | null;
  readonly number?: number | null;
  readonly date?: IsoDate | null;
}

const noFollowUp: FollowUp = {
  ways: [],
  kpis: [],
  evidenceTypes: [],
  personId: null,
  role: null,
  hoursPerMonth: null,
};

function change(
  facts: ProcurementFacts,
  ids: readonly string[],
  to: (instance: RequirementInstance) => RequirementInstance,
): ProcurementFacts {
  return {
    ...facts,
    instances: facts.instances.map((instance) =>
      ids.includes(instance.id) ? to(instance) : instance,
    ),
  };
}

/**
 * Labels that come with the values come with their equivalents, and what accepted equivalents goes on to: without them
 * labels may not be asked for, whatever is stricter.
 */
function revalue(instance: RequirementInstance, values: ParameterValues): RequirementInstance {
  const names = (one: ParameterValues): boolean =>
    instance.requirement === "label_or_equivalent" &&
    Array.isArray(one["labels"]) &&
    one["labels"].length > 0;
  const added = names(values) && !names(instance.values) && instance.labels.length === 0;
  const accepted = (instance.equivalentAccepted ?? instance.values["equivalent_accepted"]) === true;
  return {
    ...instance,
    values: { ...values },
    equivalentAccepted: added || accepted ? true : instance.equivalentAccepted,
  };
}

const union = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/**
 * Does one fix, as one act; the facts given stay as they are. A fix that needs something a person says and is not given
 * it changes nothing there.
 *
 * @example
 * const [finding] = alignProcurement(facts, find, options).findings;
 * if (finding?.fix) facts = applyFix(facts, finding.fix, { personId });
 */
export function applyFix(
  facts: ProcurementFacts,
  fix: FixAct,
  given: FixGiven = {},
): ProcurementFacts {
  switch (fix.kind) {
    case "add_instances":
      return { ...facts, instances: [...facts.instances, ...fix.instances] };
    case "set_values": {
      const values = new Map(fix.changes.map((one) => [one.instanceId, one.values]));
      return change(facts, [...values.keys()], (instance) =>
        revalue(instance, values.get(instance.id) ?? instance.values),
      );
    }
    case "set_follow_up":
      return change(facts, [fix.instanceId], (instance) => ({
        ...instance,
        followUp: fix.followUp,
      }));
    case "assign_follow_up":
      return change(facts, fix.instanceIds, (instance) => {
        const followUp = instance.followUp ?? noFollowUp;
        return {
          ...instance,
          followUp: {
            ...followUp,
            personId: given.personId ?? fix.personId,
            role: given.role ?? fix.role,
            hoursPerMonth:
              given.hoursPerMonth ?? given.number ?? fix.hoursPerMonth ?? followUp.hoursPerMonth,
          },
        };
      });
    case "set_hours": {
      const hours = given.hoursPerMonth ?? given.number ?? fix.hoursPerMonth;
      if (hours === null) return facts;
      if (fix.instanceIds.length === 0)
        return { ...facts, hours: { ...facts.hours, followUp: hours } };
      return change(facts, fix.instanceIds, (instance) => ({
        ...instance,
        followUp: { ...(instance.followUp ?? noFollowUp), hoursPerMonth: hours },
      }));
    }
    case "link_to_subject":
      return change(facts, [fix.instanceId], (instance) => ({
        ...instance,
        subjectMatterLink: given.text ?? fix.text,
      }));
    case "accept_equivalents":
      return change(facts, [fix.instanceId], (instance) => ({
        ...instance,
        equivalentAccepted: true,
      }));
    case "announce":
      return change(facts, [fix.instanceId], (instance) => ({ ...instance, announced: true }));
    case "set_weights": {
      const weights = new Map(fix.weights.map((one) => [one.instanceId, one.weight]));
      return change(facts, [...weights.keys()], (instance) => ({
        ...instance,
        weight: weights.get(instance.id) ?? instance.weight,
      }));
    }
    case "set_deadline":
      return { ...facts, deadlineOn: given.date ?? fix.deadlineOn };
    case "set_version":
      return change(facts, [fix.instanceId], (instance) => ({
        ...instance,
        version: fix.version,
        values: { ...fix.values },
      }));
    case "add_wording":
      return change(facts, fix.instanceIds, (instance) => ({
        ...instance,
        wording: [instance.wording, given.text ?? fix.text]
          .filter((text) => text !== "")
          .join("\n\n"),
      }));
    case "add_evidence":
      return change(facts, [fix.instanceId], (instance) => {
        const followUp = instance.followUp ?? noFollowUp;
        return {
          ...instance,
          followUp: {
            ...followUp,
            ways: followUp.ways.includes("evidence")
              ? followUp.ways
              : [...followUp.ways, "evidence"],
            evidenceTypes: union(followUp.evidenceTypes, fix.evidenceTypes),
          },
        };
      });
  }
}
