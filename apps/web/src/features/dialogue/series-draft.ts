/** A series while it is typed, and reading it: what is missing, or what the API takes. */
import { CpvCode, type CounterpartRole, type SeriesBasis } from "@throughline/domain";
import type { api } from "../../api/client.ts";
import type { Series } from "../../api/dialogue.ts";
import type { FormFault } from "../../components/form-faults.tsx";
import { readersZone } from "../../components/dialogue/say-meeting-time.ts";
import { readIssue, sayIssue } from "../../components/dialogue/say-issue.ts";
import { t } from "../../texts/t.ts";

export interface SeriesDraft {
  readonly title: string;
  readonly counterpartRole: CounterpartRole;
  readonly programmeId: string;
  readonly basis: SeriesBasis;
  readonly basisTold: string;
  readonly contracts: readonly { readonly id: string; readonly title: string }[];
  readonly issues: readonly [string, string];
  readonly cpv: string;
  readonly cadenceMonths: string;
  readonly leadDays: string;
  readonly language: string;
  readonly timeZone: string;
  readonly protection: string;
}
export type SeriesFields = Omit<Parameters<typeof api.dialogues.update>[0], "id" | "version">;

/** What a new series begins with. */
export function startSeries(): SeriesDraft {
  return {
    title: "",
    counterpartRole: "supplier",
    programmeId: "",
    basis: "contract",
    basisTold: "",
    contracts: [],
    issues: ["", ""],
    cpv: "",
    cadenceMonths: "6",
    leadDays: "10",
    language: "en",
    timeZone: readersZone(),
    protection: "",
  };
}

export function draftOf(series: Series): SeriesDraft {
  return {
    title: series.title,
    counterpartRole: series.counterpart.role,
    programmeId: series.programme?.id ?? "",
    basis: series.basis,
    basisTold: series.basisTold,
    contracts: series.contracts,
    issues: [sayIssue(series.issues[0] ?? ""), sayIssue(series.issues[1] ?? "")],
    cpv: series.cpv.join(", "),
    cadenceMonths: series.cadenceMonths === null ? "" : String(series.cadenceMonths),
    leadDays: String(series.leadDays),
    language: series.language,
    timeZone: series.timeZone,
    protection: series.protection,
  };
}

function readWhole(typed: string, least: number, most: number): number | null {
  const value = Number(typed);
  return typed.trim() !== "" && Number.isInteger(value) && value >= least && value <= most
    ? value
    : null;
}

/** Reads a draft, or says which fields are at fault. */
export function readSeries(
  draft: SeriesDraft,
):
  | { readonly ok: true; readonly fields: SeriesFields }
  | { readonly ok: false; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const need = (field: string, message: string, missing: boolean): void => {
    if (missing) faults.push({ field, message });
  };
  const issues = [...new Set(draft.issues.map(readIssue).filter((one) => one !== ""))];
  const codes = draft.cpv
    .split(/[\s,;]+/u)
    .map((code) => code.replace(/-\d$/u, ""))
    .filter((code) => code !== "");
  const cadence = readWhole(draft.cadenceMonths, 1, 60);
  const lead = readWhole(draft.leadDays, 0, 90);
  need("series-title", t("dialogues.fault.title"), draft.title.trim() === "");
  need("series-issue-1", t("dialogues.fault.issue"), issues.length === 0);
  need(
    "series-issue-1",
    t("dialogues.fault.issueLong"),
    issues.some((issue) => issue.length > 60),
  );
  need(
    "series-cpv",
    t("dialogues.fault.cpv"),
    codes.length > 20 || codes.some((code) => !CpvCode.safeParse(code).success),
  );
  need(
    "series-cadence",
    t("dialogues.fault.cadence"),
    draft.cadenceMonths.trim() !== "" && cadence === null,
  );
  need("series-lead", t("dialogues.fault.lead"), lead === null);
  if (faults.length > 0 || lead === null) return { ok: false, faults };
  return {
    ok: true,
    fields: {
      title: draft.title.trim(),
      counterpartRole: draft.counterpartRole,
      programmeId: draft.programmeId === "" ? null : draft.programmeId,
      basis: draft.basis,
      basisTold: draft.basisTold.trim(),
      contractIds: draft.contracts.map(({ id }) => id),
      issues,
      cpv: codes,
      cadenceMonths: cadence,
      leadDays: lead,
      language: draft.language,
      timeZone: draft.timeZone,
      protection: draft.protection.trim(),
    },
  };
}
