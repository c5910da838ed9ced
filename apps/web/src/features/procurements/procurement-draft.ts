/** What the procurement form holds while it is typed, and how it becomes what the API takes. */
import type { ProcurementInput } from "@throughline/contract";
import type { Procedure } from "@throughline/domain";
import type { FormFault } from "../../components/form-faults.tsx";
import { minorDigits } from "../../texts/format.ts";
import { parseMoney } from "../../texts/parse-money.ts";
import { t } from "../../texts/t.ts";
import type { Procurement } from "./queries.ts";

export interface ProcurementDraft {
  readonly title: string;
  readonly reference: string;
  readonly procedure: Procedure;
  readonly frameworkId: string;
  readonly cpv: string;
  readonly amount: string;
  readonly currency: string;
  readonly country: string;
  readonly announcedOn: string;
  readonly deadlineOn: string;
  readonly bidders: readonly string[];
  readonly risk: "" | "high" | "medium" | "low" | "unknown";
  readonly riskReason: string;
  /** One lot a line: "1: Laptops". */
  readonly lots: string;
  readonly preparation: string;
  readonly followUp: string;
  readonly ocid: string;
  readonly noticeId: string;
}

export const emptyProcurement: ProcurementDraft = {
  title: "",
  reference: "",
  procedure: "open",
  frameworkId: "",
  cpv: "",
  amount: "",
  currency: "",
  country: "",
  announcedOn: "",
  deadlineOn: "",
  bidders: [],
  risk: "",
  riskReason: "",
  lots: "",
  preparation: "",
  followUp: "",
  ocid: "",
  noticeId: "",
};

/** The draft of a procurement that exists. */
export function draftOf(procurement: Procurement): ProcurementDraft {
  const { facts, risk } = procurement;
  const { value, hours } = facts;
  const digits = value === null ? 0 : minorDigits(value.currency);
  return {
    title: facts.title,
    reference: facts.reference,
    procedure: facts.procedure,
    frameworkId: procurement.framework?.id ?? "",
    cpv: facts.cpv.join(" "),
    amount: value === null ? "" : (value.minorUnits / 10 ** digits).toFixed(digits),
    currency: value?.currency ?? "",
    country: facts.country ?? "",
    announcedOn: facts.announcedOn ?? "",
    deadlineOn: facts.deadlineOn ?? "",
    bidders: facts.expectedBidders,
    risk: risk.overridden?.level ?? "",
    riskReason: risk.overridden?.reason ?? "",
    lots: facts.lots.map(({ id, title }) => `${id}: ${title}`).join("\n"),
    preparation: hours.preparation?.toString() ?? "",
    followUp: hours.followUp?.toString() ?? "",
    ocid: procurement.ocid ?? "",
    noticeId: procurement.noticeId ?? "",
  };
}

type Input = Omit<ProcurementInput, "instances">;
type Lots = Input["lots"];

function readLots(text: string, known: Lots): Lots | null {
  const lots: Lots = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    const [, id = "", title = ""] = /^([^:]{1,40}):\s*(.+)$/.exec(line) ?? [];
    const number = id.trim();
    if (number === "" || lots.some((lot) => lot.id === number)) return null;
    lots.push({
      id: number,
      title: title.trim(),
      cpv: known.find((lot) => lot.id === number)?.cpv ?? [],
    });
  }
  return lots;
}

function readHours(text: string): number | null | undefined {
  if (text.trim() === "") return null;
  const hours = Number(text.replace(",", "."));
  return hours >= 0 && hours <= 99_999 ? hours : undefined;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

type Read =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads the draft, or says which fields are at fault. Fields have the ids `procurement-<name>`. */
export function readProcurement(draft: ProcurementDraft, known: Lots = []): Read {
  const faults: FormFault[] = [];
  const fault = (field: keyof ProcurementDraft, message: string): number =>
    faults.push({ field: `procurement-${field}`, message });
  for (const [field, key] of [
    ["title", "field.title"],
    ["reference", "field.reference"],
  ] as const)
    if (draft[field].trim() === "")
      fault(field, t("fault.required", { field: t(key).toLowerCase() }));
  const cpv = draft.cpv
    .split(/[\s,;]+/)
    .filter((word) => word !== "")
    .map((code) => code.replace(/-\d$/, ""));
  const wrongCode = cpv.find((code) => !/^\d{8}$/.test(code));
  if (wrongCode !== undefined) fault("cpv", t("fault.cpv", { code: wrongCode }));
  const currencyFine = /^[a-z]{3}$/i.test(draft.currency.trim());
  const value =
    draft.amount.trim() === "" || !currencyFine ? null : parseMoney(draft.amount, draft.currency);
  if (draft.amount.trim() !== "" && !currencyFine) fault("currency", t("fault.currency"));
  if (draft.amount.trim() !== "" && currencyFine && value === null)
    fault("amount", t("fault.amount"));
  const lots = readLots(draft.lots, known);
  if (lots === null) fault("lots", t("procurement.fault.lots"));
  const preparation = readHours(draft.preparation);
  const followUp = readHours(draft.followUp);
  if (preparation === undefined) fault("preparation", t("followUp.fault.hours"));
  if (followUp === undefined) fault("followUp", t("followUp.fault.hours"));
  if (draft.risk !== "" && draft.riskReason.trim() === "")
    fault("riskReason", t("procurement.fault.riskReason"));
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    input: {
      title: draft.title.trim(),
      reference: draft.reference.trim(),
      procedure: draft.procedure,
      frameworkId: orNull(draft.frameworkId),
      cpv,
      value,
      country: orNull(draft.country),
      announcedOn: orNull(draft.announcedOn),
      deadlineOn: orNull(draft.deadlineOn),
      expectedBidders: (["reseller", "brand"] as const).filter((one) =>
        draft.bidders.includes(one),
      ),
      riskOverride:
        draft.risk === "" ? null : { level: draft.risk, reason: draft.riskReason.trim() },
      lots: lots ?? [],
      hours: { preparation: preparation ?? null, followUp: followUp ?? null },
      ocid: orNull(draft.ocid),
      noticeId: orNull(draft.noticeId),
    },
  };
}
