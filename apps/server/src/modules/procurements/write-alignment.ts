/** The alignment of a procurement as a table: thread by thread, and every mismatch with who let it stand. */
import type { ProcurementDetail } from "@throughline/contract";
import {
  writeCsvTable,
  writeXlsxTables,
  type TableCell,
  type WrittenTable,
} from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import { showProcurement } from "./show-procurement.ts";

const words = (code: string): string => code.replaceAll("_", " ");

/** As a workbook of three sheets, or as one CSV of the mismatches. */
export async function writeAlignment(
  work: Work,
  id: string,
  format: "xlsx" | "csv",
): Promise<{ readonly bytes: Uint8Array; readonly reference: string }> {
  const detail = await showProcurement(work, id);
  const findings = layFindings(detail);
  const bytes =
    format === "csv"
      ? writeCsvTable(findings)
      : await writeXlsxTables([layThreads(detail), findings, layInstances(detail)]);
  return { bytes, reference: detail.facts.reference };
}

function nameInstances(detail: ProcurementDetail, ids: readonly string[]): string {
  const byId = new Map(detail.facts.instances.map((one) => [one.id, one]));
  return ids
    .flatMap((id) => {
      const one = byId.get(id);
      return one === undefined ? [] : [one.place === "" ? one.title : `${one.place} ${one.title}`];
    })
    .join("; ");
}

function layFindings(detail: ProcurementDetail): WrittenTable {
  return {
    name: "Mismatches",
    titles: [
      "Severity",
      "Mismatch",
      "Criteria and clauses",
      "Why",
      "Fix",
      "Let stand because",
      "By",
      "On",
    ],
    rows: detail.alignment.findings.map((finding): TableCell[] => [
      finding.severity,
      finding.sentence.text,
      nameInstances(detail, finding.instanceIds),
      finding.why.text,
      finding.fix?.sentence.text ?? null,
      finding.waiver?.reason ?? null,
      finding.waiver?.by ?? null,
      finding.waiver?.on ?? null,
    ]),
  };
}

function layThreads(detail: ProcurementDetail): WrittenTable {
  return {
    name: "Threads",
    titles: [
      "Requirement",
      "Criteria",
      "Clauses",
      "KPIs",
      "Evidence",
      "Dialogue",
      "Who follows up",
      "Hours a month",
      "Open mismatches",
    ],
    rows: detail.alignment.threads.map((thread): TableCell[] => {
      const open = new Set(
        detail.alignment.findings.filter(({ waiver }) => waiver === null).map(({ key }) => key),
      );
      return [
        thread.title,
        nameInstances(detail, thread.criteria),
        nameInstances(detail, thread.clauses),
        thread.kpis.join("; "),
        thread.evidenceTypes.join("; "),
        thread.dialogue ? "yes" : "no",
        thread.person?.name ?? thread.person?.role ?? null,
        thread.person?.hoursPerMonth ?? null,
        thread.findings.filter((key) => open.has(key)).length,
      ];
    }),
  };
}

function layInstances(detail: ProcurementDetail): WrittenTable {
  const asks = new Map(detail.asks.map(({ instanceId, sentence }) => [instanceId, sentence.text]));
  return {
    name: "Criteria and clauses",
    titles: [
      "Place",
      "Role",
      "Title",
      "Requirement",
      "Version",
      "Asks",
      "Lots",
      "Weight",
      "Wording",
    ],
    rows: detail.facts.instances.map((one): TableCell[] => [
      one.place,
      words(one.role),
      one.title,
      one.requirement,
      one.version,
      asks.get(one.id) ?? null,
      one.lots.join("; "),
      one.weight,
      one.wording,
    ]),
  };
}
