/** Conditions of a contract while they are typed, and how they become what the API takes. */
import {
  rhythmParameter,
  tiers,
  type Parameter,
  type ParameterValues,
  type Requirement,
} from "@throughline/domain";
import type { api } from "../../api/client.ts";
import {
  readFollowUp,
  startFollowUp,
  type FollowUpDraft,
} from "../../components/follow-up-draft.ts";
import type { FormFault } from "../../components/form-faults.tsx";
import {
  readParameters,
  startParameters,
  type ParameterDraft,
} from "../../components/parameter-draft.ts";
import { t } from "../../texts/t.ts";
import { type ContractDetail, linesOf } from "./contract-draft.ts";

type Condition = ContractDetail["conditions"][number];
type ConditionInput = Parameters<typeof api.contracts.setConditions>[0]["conditions"][number];

export const countedFrom = ["award", "signature", "request", "delivery"] as const;

export interface ConditionDraft {
  readonly key: number;
  /** Of the condition that stands; `null` for a new one. */
  readonly id: string | null;
  readonly requirement: string;
  readonly version: number | null;
  readonly clause: string;
  readonly summary: string;
  readonly dueDays: string;
  readonly dueFrom: "" | (typeof countedFrom)[number];
  readonly refresh: string;
  readonly gates: boolean;
  readonly tiers: readonly string[];
  readonly components: string;
  /** Values of parameters without a field above, as they stood. */
  readonly values: ParameterValues;
  /** What was typed of them; `null`: untouched. */
  readonly parameters: ParameterDraft | null;
  readonly followUp: FollowUpDraft;
}

/** What a condition that stands shows at first. */
export function startCondition(condition: Condition, key: number): ConditionDraft {
  return {
    key,
    id: condition.id,
    requirement: condition.requirement,
    version: condition.version ?? null,
    clause: condition.clause,
    summary: condition.summary,
    dueDays: condition.dueDays?.toString() ?? "",
    dueFrom: condition.dueFrom ?? "",
    refresh: condition.refreshEveryMonths?.toString() ?? "",
    gates: condition.gatesExtension,
    tiers: condition.tiers,
    components: condition.components.join("\n"),
    values: condition.values ?? {},
    parameters: null,
    followUp: startFollowUp(condition.followUp ?? null),
  };
}

/** A new condition, about nothing yet. */
export function newCondition(key: number): ConditionDraft {
  return {
    key,
    id: null,
    requirement: "disclose_sites",
    version: null,
    clause: "",
    summary: "",
    dueDays: "",
    dueFrom: "",
    refresh: "",
    gates: false,
    tiers: ["final_assembly"],
    components: "",
    values: {},
    parameters: null,
    followUp: startFollowUp(null),
  };
}

const text = (value: unknown): string => (typeof value === "number" ? String(value) : "");
const words = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** The draft about another requirement: version and values are those of our house, what was typed in words stays. */
export function aboutRequirement(
  draft: ConditionDraft,
  requirement: Requirement,
  house: ParameterValues,
): ConditionDraft {
  const rest = restOf(requirement.key, requirement.parameters);
  return {
    ...draft,
    requirement: requirement.key,
    version: requirement.version,
    dueDays: text(house["due_days"]),
    dueFrom: countedFrom.find((from) => from === house["due_from"]) ?? "",
    refresh: text(house[rhythmParameter(requirement.key)]),
    tiers: words(house["tiers"]),
    components: words(house["components"]).join("\n"),
    values: {},
    parameters: startParameters(rest, house),
  };
}

/** Parameters that have a field of their own in a clause. */
function fieldKeys(requirement: string): readonly string[] {
  return ["due_days", "due_from", "tiers", "components", rhythmParameter(requirement)];
}

/** Parameters of a requirement that have no field of their own in a clause. */
export function restOf(requirement: string, parameters: readonly Parameter[]): Parameter[] {
  const own = fieldKeys(requirement);
  return parameters.filter(({ key }) => !own.includes(key));
}

const isWhole = (typed: string): boolean =>
  typed.trim() === "" || (Number.isInteger(Number(typed)) && Number(typed) > 0);
const readWhole = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

/** Reads one, with its faults. `parameters`: those of its requirement, where it is in the library. */
export function readCondition(
  draft: ConditionDraft,
  parameters: readonly Parameter[],
): { readonly input: ConditionInput; readonly faults: readonly FormFault[] } {
  const { key } = draft;
  const rest = restOf(draft.requirement, parameters);
  const values =
    draft.parameters === null
      ? { values: draft.values, faults: [] }
      : readParameters(rest, draft.parameters, `value-${key}`, draft.values);
  const looked = readFollowUp(draft.followUp, `follow-${key}`);
  const faults: FormFault[] = [
    ...(draft.clause.trim() === ""
      ? [
          {
            field: `clause-${key}`,
            message: t("fault.required", { field: t("conditions.clause").toLowerCase() }),
          },
        ]
      : []),
    ...(draft.summary.trim() === ""
      ? [{ field: `summary-${key}`, message: t("conditions.summaryMissing") }]
      : []),
    ...(isWhole(draft.dueDays)
      ? []
      : [
          {
            field: `due-${key}`,
            message: t("fault.number", { field: t("conditions.dueDays").toLowerCase() }),
          },
        ]),
    ...(isWhole(draft.refresh)
      ? []
      : [
          {
            field: `refresh-${key}`,
            message: t("fault.number", { field: t("conditions.refresh").toLowerCase() }),
          },
        ]),
    ...values.faults,
    ...looked.faults,
  ];
  return {
    faults,
    input: {
      ...(draft.id === null ? {} : { id: draft.id }),
      clause: draft.clause.trim(),
      requirement: draft.requirement,
      version: draft.version,
      summary: draft.summary.trim(),
      dueDays: readWhole(draft.dueDays),
      dueFrom: draft.dueFrom === "" ? null : draft.dueFrom,
      refreshEveryMonths: readWhole(draft.refresh),
      gatesExtension: draft.gates,
      tiers: tiers.filter((tier) => draft.tiers.includes(tier)),
      components: linesOf(draft.components),
      values: values.values,
      followUp: looked.followUp,
    },
  };
}
