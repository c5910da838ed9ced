/** The tender of a release with its lots; a lot has from the tender what is told there only, and says so. */
import type { IsoDate, NormalisedProcurement } from "@throughline/domain";
import {
  distinct,
  emptyLot,
  type NoticeLotRead,
  type NoticeValue,
} from "../notice/empty-procurement.ts";
import type { JsonCursor } from "../notice/json-cursor.ts";
import { readProcedureWords } from "../notice/read-procedure.ts";
import { readAsked, type Asked } from "./read-criteria.ts";
import { readCpvs, readReference, readValue, type Party } from "./read-fields.ts";

const askedFields = [
  "awardCriteria",
  "selectionCriteria",
  "strategicProcurement",
  "socialObjectives",
  "environmentalImpacts",
  "innovations",
  "performanceTerms",
] as const satisfies readonly (keyof Asked)[];

/** Gives a lot what the notice tells for the whole only, and says which fields these are. */
function inherit(lot: NoticeLotRead, whole: Asked, cpv: readonly string[]): NoticeLotRead {
  const inherited = askedFields.filter((key) => lot[key].length === 0 && whole[key].length > 0);
  const filled = { ...lot, inherited: [...inherited] as string[] }; // names of fields, as the shape has them
  for (const key of inherited) Object.assign(filled, { [key]: whole[key] });
  if (lot.cpv.length === 0 && cpv.length > 0) {
    filled.cpv = [...cpv];
    filled.inherited.push("cpv");
  }
  return filled;
}

export interface TenderRead {
  readonly title: string | null;
  readonly description: string | null;
  readonly procuringEntity: Party | null;
  readonly cpv: readonly string[];
  readonly value: NoticeValue | null;
  readonly procedure: NormalisedProcurement["procedure"];
  readonly startsOn: IsoDate | null;
  readonly deadlineOn: IsoDate | null;
  readonly lots: NoticeLotRead[];
  readonly exclusionGrounds: NormalisedProcurement["exclusionGrounds"];
  readonly notes: readonly string[];
}

/** Reads a tender. */
export function readTender(tender: JsonCursor, parties: readonly Party[]): TenderRead {
  const notes: string[] = [];
  const cpv = readCpvs(tender);
  const byLot = new Map<string, string[]>();
  for (const item of tender.list("items")) {
    const codes = readCpvs(item);
    const lots = [item.id("relatedLot"), ...item.texts("relatedLots")].filter((id) => id !== null);
    cpv.push(...codes);
    for (const lot of lots) byLot.set(lot, [...(byLot.get(lot) ?? []), ...codes]);
  }
  const whole = readAsked(tender);
  const period = tender.object("tenderPeriod");
  const deadlineOn = period?.day("endDate") ?? null;
  const codes = distinct(cpv);
  const title = tender.text("title");
  const lots = tender.list("lots").map((lot, index) => {
    const id = lot.id("id") ?? String(index + 1);
    const read: NoticeLotRead = {
      ...emptyLot(id),
      ...readAsked(lot),
      title: lot.text("title") ?? "",
      cpv: distinct([...readCpvs(lot), ...(byLot.get(id) ?? [])]),
      value: readValue(lot, "value"),
      deadlineOn: lot.object("tenderPeriod")?.day("endDate") ?? null,
    };
    const filled = inherit(read, whole, codes);
    if (filled.deadlineOn === null && deadlineOn !== null) {
      filled.deadlineOn = deadlineOn;
      filled.inherited.push("deadlineOn");
    }
    return filled;
  });
  if (lots.length === 0 && askedFields.some((key) => whole[key].length > 0)) {
    notes.push("The notice has no lots; what it asks stands under one lot for the whole.");
    lots.push({ ...emptyLot("1"), ...whole, title: title ?? "", cpv: codes, deadlineOn });
  }
  return {
    title,
    description: tender.text("description"),
    procuringEntity: readReference(tender.object("procuringEntity"), parties),
    cpv: codes,
    value: readValue(tender, "value"),
    procedure: readProcedureWords(
      tender.text("procurementMethod"),
      tender.text("procurementMethodDetails"),
    ),
    startsOn: period?.day("startDate") ?? null,
    deadlineOn,
    lots,
    exclusionGrounds: (tender.object("exclusionGrounds")?.list("criteria") ?? []).map((ground) => {
      const type = ground.text("type") ?? "";
      return { type, text: ground.text("description") ?? type };
    }),
    notes,
  };
}
