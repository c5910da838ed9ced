/** Instances and ways of follow-up as a fix proposes them: complete, so that adding one opens no new gap. */
import type {
  FollowUp,
  ParameterValues,
  RequirementInstance,
  RequirementRole,
} from "@throughline/domain";
import { fillWording } from "../library/fill-wording.ts";
import { sayAlignment } from "./alignment-texts.ts";
import type { AlignmentContext } from "./gather-context.ts";

const rhythms = ["refresh_months", "every_months", "report_months"];

/** How often a requirement is to be looked at: by its own rhythm, else yearly. */
function everyMonths(values: ParameterValues): number {
  for (const key of rhythms) {
    const value = values[key];
    if (typeof value === "number" && value >= 1 && value <= 60) return Math.round(value);
  }
  return 12;
}

/** Whether there is any way to look after it: an indicator, evidence that is named, or dialogue. */
export function hasWay(followUp: FollowUp | null): boolean {
  if (followUp === null) return false;
  const { ways, kpis, evidenceTypes } = followUp;
  return ways.includes("dialogue") || kpis.length > 0 || evidenceTypes.length > 0;
}

/**
 * A way to look after a requirement: the library's first indicator and its evidence; dialogue where it has neither. No
 * target is made up.
 */
export function draftFollowUp(
  { newest, options }: AlignmentContext,
  key: string | null,
  values: ParameterValues,
  current: FollowUp | null = null,
): FollowUp {
  const requirement = newest(key);
  const evidenceTypes = requirement?.evidenceTypes ?? [];
  const kpi = requirement?.kpis[0];
  const ways: FollowUp["ways"] = [
    ...(kpi === undefined ? [] : (["kpi"] as const)),
    ...(evidenceTypes.length === 0 ? [] : (["evidence"] as const)),
  ];
  const person = current?.personId != null || current?.role != null ? current : null;
  const named = person ?? options.suggestedFollowUp ?? null;
  return {
    ways: ways.length === 0 ? ["dialogue"] : ways,
    kpis:
      kpi === undefined
        ? []
        : [{ kpi, target: null, targetText: null, everyMonths: everyMonths(values) }],
    evidenceTypes: [...evidenceTypes],
    personId: named?.personId ?? null,
    role: named?.role ?? null,
    hoursPerMonth: current?.hoursPerMonth ?? named?.hoursPerMonth ?? null,
  };
}

/** How an instance is linked to what is bought, drafted for a person to look over. */
export function draftLink(context: AlignmentContext, key: string | null, title: string): string {
  return sayAlignment("align.link_text", { title: context.titleOf(key, title) }).text;
}

interface Drafted {
  readonly id: string;
  readonly role: RequirementRole;
  readonly requirement: string | null;
  readonly version?: number | null;
  readonly title?: string;
  readonly values: ParameterValues;
  readonly lots?: readonly string[];
  readonly wording?: string;
  readonly link?: string | null;
  readonly labels?: readonly string[];
  readonly followUp?: FollowUp | null;
  readonly weight?: number | null;
}

function followUpOf(
  context: AlignmentContext,
  { requirement, values, followUp }: Drafted,
): FollowUp {
  const given = followUp ?? null;
  return given !== null && hasWay(given)
    ? given
    : draftFollowUp(context, requirement, values, given);
}

/** A new instance, announced, linked, with follow-up where it is a clause. */
export function draftInstance(context: AlignmentContext, drafted: Drafted): RequirementInstance {
  const { requirement: key, role, values } = drafted;
  const requirement = context.newest(key);
  const title = drafted.title ?? requirement?.title ?? key ?? "";
  const wording =
    drafted.wording ??
    (requirement === undefined ? undefined : fillWording(requirement, "en", values)?.text) ??
    title;
  return {
    id: drafted.id,
    role,
    requirement: key,
    version: drafted.version ?? requirement?.version ?? null,
    place: "",
    title: title.slice(0, 400),
    wording: wording.slice(0, 20_000),
    values: { ...values },
    lots: [...(drafted.lots ?? [])],
    weight: drafted.weight ?? null,
    subjectMatterLink:
      (drafted.link ?? "").trim() === "" ? draftLink(context, key, title) : (drafted.link ?? null),
    labels: [...(drafted.labels ?? [])],
    equivalentAccepted:
      (drafted.labels ?? []).length > 0 || key === "label_or_equivalent" ? true : null,
    announced: true,
    followUp: role === "clause" ? followUpOf(context, drafted) : null,
  };
}
