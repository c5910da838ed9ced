/** A criterion or clause while it is typed, and how it becomes what the API takes. */
import type { InstanceInput } from "@throughline/contract";
import type { Requirement, RequirementRole } from "@throughline/domain";
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
import type { Instance } from "./queries.ts";

export interface InstanceDraft {
  readonly role: RequirementRole;
  /** Empty: about something else. */
  readonly requirement: string;
  readonly version: number | null;
  readonly place: string;
  readonly title: string;
  readonly wording: string;
  readonly parameters: ParameterDraft;
  readonly lots: readonly string[];
  readonly weight: string;
  readonly link: string;
  readonly labels: string;
  readonly equivalents: "" | "yes" | "no";
  readonly announced: boolean;
  readonly followUp: FollowUpDraft;
}

/** What the dialog shows at first. */
export function startInstance(instance: Instance | null): InstanceDraft {
  return {
    role: instance?.role ?? "clause",
    requirement: instance?.requirement ?? "",
    version: instance?.version ?? null,
    place: instance?.place ?? "",
    title: instance?.title ?? "",
    wording: instance?.wording ?? "",
    parameters: {},
    lots: instance?.lots ?? [],
    weight: instance?.weight?.toString() ?? "",
    link: instance?.subjectMatterLink ?? "",
    labels: instance?.labels.join("\n") ?? "",
    equivalents:
      instance?.equivalentAccepted == null ? "" : instance.equivalentAccepted ? "yes" : "no",
    announced: instance?.announced ?? false,
    followUp: startFollowUp(instance?.followUp ?? null),
  };
}

/**
 * The draft once a requirement of the library is known: title and wording are filled in where nothing was typed, the
 * parameters with what stood there before, or with what our house asks.
 */
export function withRequirement(
  draft: InstanceDraft,
  requirement: Requirement,
  values: Instance["values"],
): InstanceDraft {
  const english =
    requirement.wordings.find(({ language }) => language === "en") ?? requirement.wordings[0];
  return {
    ...draft,
    requirement: requirement.key,
    version: draft.version ?? requirement.version,
    title: draft.title === "" ? requirement.title : draft.title,
    wording: draft.wording === "" ? (english?.text ?? "") : draft.wording,
    parameters: startParameters(requirement.parameters, values),
  };
}

function readWeight(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const weight = Number(text.replace(",", ".").replace(/\s*%$/, ""));
  return weight >= 0 && weight <= 100 ? weight : undefined;
}

type Read =
  | { readonly ok: true; readonly input: InstanceInput }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads it, or says which fields are at fault. `requirement`: what the draft names, `null` for something else. */
export function readInstance(
  draft: InstanceDraft,
  requirement: Requirement | null,
  before: Instance | null,
): Read {
  const faults: FormFault[] = [];
  if (draft.title.trim() === "")
    faults.push({
      field: "instance-title",
      message: t("fault.required", { field: t("instance.title").toLowerCase() }),
    });
  const weight = draft.role === "award" ? readWeight(draft.weight) : null;
  if (weight === undefined)
    faults.push({ field: "instance-weight", message: t("instance.fault.weight") });
  const keptValues =
    before !== null && before.requirement === (requirement?.key ?? null) ? before.values : {};
  const read = readParameters(
    requirement?.parameters ?? [],
    draft.parameters,
    "instance-value",
    keptValues,
  );
  const looked = readFollowUp(draft.followUp, "instance-follow");
  const clause = draft.role === "clause";
  faults.push(...read.faults, ...(clause ? looked.faults : []));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    input: {
      role: draft.role,
      requirement: requirement?.key ?? null,
      version: requirement === null ? null : draft.version,
      place: draft.place.trim(),
      title: draft.title.trim(),
      wording: draft.wording.trim(),
      values: read.values,
      lots: [...draft.lots],
      weight: weight ?? null,
      subjectMatterLink: draft.link.trim() === "" ? null : draft.link.trim(),
      labels: draft.labels
        .split("\n")
        .map((label) => label.trim())
        .filter((label) => label !== ""),
      equivalentAccepted: draft.equivalents === "" ? null : draft.equivalents === "yes",
      announced: draft.announced,
      // Criteria are not looked after; what somebody said of one is kept.
      followUp: clause ? looked.followUp : (before?.followUp ?? null),
    },
  };
}
