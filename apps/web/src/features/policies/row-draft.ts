/** A row of the policy while it is typed, and how it becomes what the API takes. */
import {
  RequirementRole,
  type BidderRole,
  type Money,
  type Procedure,
  type SizeClass,
} from "@throughline/domain";
import type { FormFault } from "../../components/form-faults.tsx";
import { minorDigits } from "../../texts/format.ts";
import { parseMoney } from "../../texts/parse-money.ts";
import { t } from "../../texts/t.ts";
import type { Row, RowInput } from "./queries.ts";

type Risk = RowInput["when"]["risks"][number];

/** What is typed beside values and follow-up, which have drafts of their own. */
export interface RowDraft {
  readonly title: string;
  readonly cpv: string;
  readonly risks: readonly Risk[];
  readonly valueFrom: string;
  readonly valueTo: string;
  readonly countries: string;
  readonly procedures: readonly Procedure[];
  readonly bidderRoles: readonly BidderRole[];
  readonly sizes: readonly SizeClass[];
  readonly requirement: string;
  /** Empty: the version held at the time. */
  readonly version: string;
  readonly role: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly announcedOn: string;
  readonly noticeMonths: string;
  readonly reason: string;
  readonly proportionality: string;
}

/** "500000" or "12.5": an amount as a field shows it. */
export function typeMoney(money: Money | null): string {
  return money === null ? "" : String(money.minorUnits / 10 ** minorDigits(money.currency));
}

/** Words separated by commas, semicolons, spaces or lines. */
export function splitWords(text: string): string[] {
  return [...new Set(text.split(/[\s,;]+/).filter((word) => word !== ""))];
}

/** What the form shows at first; `from` is the day a new row or a change begins. */
export function startRow(row: Row | null, from: string): RowDraft {
  return {
    title: row?.title ?? "",
    cpv: row?.when.cpvPrefixes.join(", ") ?? "",
    risks: row?.when.risks ?? [],
    valueFrom: typeMoney(row?.when.valueFrom ?? null),
    valueTo: typeMoney(row?.when.valueTo ?? null),
    countries: row?.when.countries.join(", ") ?? "",
    procedures: row?.when.procedures ?? [],
    bidderRoles: row?.when.bidderRoles ?? [],
    sizes: row?.when.sizes ?? [],
    requirement: row?.ask.requirement ?? "",
    version: row?.ask.version?.toString() ?? "",
    role: row?.ask.role ?? "clause",
    effectiveFrom: from,
    effectiveTo: row?.effectiveTo ?? "",
    announcedOn: row?.announcedOn ?? "",
    noticeMonths: row?.noticeMonths?.toString() ?? "",
    reason: row?.reason ?? "",
    proportionality: row?.proportionality ?? "",
  };
}

/** Reads it all but values and follow-up; faults carry the ids of their fields. */
export function readRow(
  draft: RowDraft,
  currency: string,
): { readonly row: RowInput; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const fault = (field: string, message: string): void =>
    void faults.push({ field: `row-${field}`, message });
  if (draft.title.trim() === "") fault("title", t("policyForm.fault.title"));
  const cpvPrefixes = splitWords(draft.cpv).map((code) => code.replace(/-\d$/, ""));
  const badCode = cpvPrefixes.find((code) => !/^\d{2,8}$/.test(code));
  if (badCode !== undefined) fault("cpv", t("policyForm.fault.cpv", { code: badCode }));
  function amount(field: "valueFrom" | "valueTo"): Money | null {
    if (draft[field].trim() === "") return null;
    const money = parseMoney(draft[field], currency);
    if (money === null) fault(field, t("policyForm.fault.money"));
    return money;
  }
  const valueFrom = amount("valueFrom");
  const valueTo = amount("valueTo");
  const countries = splitWords(draft.countries).map((code) => code.toUpperCase());
  const badCountry = countries.find((code) => !/^[A-Z]{2}$/.test(code));
  if (badCountry !== undefined)
    fault("countries", t("policyForm.fault.country", { code: badCountry }));
  if (draft.requirement === "") fault("requirement", t("policyForm.fault.requirement"));
  if (draft.effectiveFrom === "") fault("effectiveFrom", t("policyForm.fault.from"));
  const months = draft.noticeMonths.trim() === "" ? null : Number(draft.noticeMonths);
  if (months !== null && !(Number.isInteger(months) && months >= 0 && months <= 120))
    fault("noticeMonths", t("policyForm.fault.notice"));
  return {
    faults,
    row: {
      title: draft.title.trim(),
      when: {
        cpvPrefixes,
        risks: [...draft.risks],
        valueFrom,
        valueTo,
        countries,
        procedures: [...draft.procedures],
        bidderRoles: [...draft.bidderRoles],
        sizes: [...draft.sizes],
      },
      ask: {
        requirement: draft.requirement,
        version: draft.version === "" ? null : Number(draft.version),
        role: RequirementRole.catch("clause").parse(draft.role),
        values: {},
        followUp: null,
      },
      effectiveFrom: draft.effectiveFrom,
      effectiveTo: draft.effectiveTo === "" ? null : draft.effectiveTo,
      announcedOn: draft.announcedOn === "" ? null : draft.announcedOn,
      noticeMonths: months,
      reason: draft.reason.trim(),
      proportionality: draft.proportionality.trim(),
    },
  };
}
