/** How a requirement is looked after, while it is typed, and how it becomes what the API takes. */
import type { FollowUp } from "@throughline/domain";
import { t } from "../texts/t.ts";
import type { FormFault } from "./form-faults.tsx";
import { kpiName } from "./kpi-name.ts";

const allWays = ["kpi", "evidence", "dialogue"] as const;

export interface KpiDraft {
  readonly kpi: string;
  /** A number or words. */
  readonly target: string;
  readonly everyMonths: string;
}

export interface FollowUpDraft {
  readonly ways: FollowUp["ways"];
  readonly kpis: readonly KpiDraft[];
  readonly evidenceTypes: readonly string[];
  readonly personId: string;
  readonly role: string;
  readonly hours: string;
}

/** What the fields show at first. A way that has its indicators or evidence named is chosen. */
export function startFollowUp(followUp: FollowUp | null): FollowUpDraft {
  const named = {
    kpi: (followUp?.kpis.length ?? 0) > 0,
    evidence: (followUp?.evidenceTypes.length ?? 0) > 0,
    dialogue: false,
  };
  return {
    ways: allWays.filter((way) => named[way] || followUp?.ways.includes(way) === true),
    kpis: (followUp?.kpis ?? []).map(({ kpi, target, targetText, everyMonths }) => ({
      kpi,
      target: targetText ?? target?.toString() ?? "",
      everyMonths: everyMonths.toString(),
    })),
    evidenceTypes: followUp?.evidenceTypes ?? [],
    personId: followUp?.personId ?? "",
    role: followUp?.role ?? "",
    hours: followUp?.hoursPerMonth?.toString() ?? "",
  };
}

function readTarget(text: string): { target: number | null; targetText: string | null } {
  const trimmed = text.trim();
  const number = Number(trimmed.replace(",", ".").replace(/\s*%$/, ""));
  if (trimmed === "") return { target: null, targetText: null };
  return Number.isNaN(number)
    ? { target: null, targetText: trimmed }
    : { target: number, targetText: null };
}

/** Reads it; `null` where nothing at all is said. What belongs to a way that is not chosen is left out. */
export function readFollowUp(
  draft: FollowUpDraft,
  id: string,
): { readonly followUp: FollowUp | null; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const { ways, personId } = draft;
  const chosen = ways.includes("kpi") ? draft.kpis : [];
  const kpis = chosen.map(({ kpi, target, everyMonths }) => {
    const months = Number(everyMonths);
    if (!(Number.isInteger(months) && months >= 1 && months <= 60))
      faults.push({
        field: `${id}-every-${kpi}`,
        message: t("followUp.fault.every", { kpi: kpiName(kpi) }),
      });
    return { kpi, ...readTarget(target), everyMonths: months };
  });
  const hours = draft.hours.trim() === "" ? null : Number(draft.hours.replace(",", "."));
  if (hours !== null && !(hours >= 0 && hours <= 9999))
    faults.push({ field: `${id}-hours`, message: t("followUp.fault.hours") });
  const evidenceTypes = (ways.includes("evidence") ? draft.evidenceTypes : [])
    .map((type) => type.trim())
    .filter((type) => type !== "");
  const role = draft.role.trim();
  const nothing =
    ways.length === 0 &&
    kpis.length === 0 &&
    evidenceTypes.length === 0 &&
    personId === "" &&
    role === "" &&
    hours === null;
  return {
    faults,
    followUp: nothing
      ? null
      : {
          ways: allWays.filter((way) => ways.includes(way)),
          kpis,
          evidenceTypes,
          personId: personId === "" ? null : personId,
          role: role === "" ? null : role,
          hoursPerMonth: hours,
        },
  };
}
