/** Samples for the endpoints of KPIs. */
import { defaultBandScheme } from "@throughline/domain";
import type { ApiClient } from "@throughline/contract";
import type { Ids, Samples } from "./attack-ids.ts";

const nothing = (): unknown => undefined;
const figure = {
  from: "2026-01-01",
  to: "2026-03-31",
  numerator: 1,
  denominator: 2,
  note: "Attack",
};

export const kpiSamples: Pick<Samples, "kpis"> = {
  kpis: {
    catalogue: nothing,
    getBands: nothing,
    setBands: () => ({ version: 99, bands: defaultBandScheme }),
    list: (ids) => ({ section: "supplier_conduct", contractId: ids.contract }),
    ofContract: (ids) => ({ id: ids.contract }),
    get: (ids) => ({ id: ids.contract, kpi: "T1" }),
    series: (ids) => ({ id: ids.contract, kpi: "T1" }),
    assign: (ids) => ({
      id: ids.contract,
      kpi: "T1",
      target: { number: 1, words: null },
      everyMonths: 3,
      reason: "Attack",
      personId: ids.person,
    }),
    endAssignment: (ids) => ({ assignmentId: ids.kpiAssignment, reason: "Attack" }),
    enter: (ids) => ({ id: ids.contract, kpi: "L1", ...figure }),
    correct: (ids) => ({ entryId: ids.kpiEntry, ...figure }),
    takeBack: (ids) => ({ entryId: ids.kpiEntry, reason: "Attack" }),
    recordMeasured: (ids) => ({ id: ids.contract, kpi: "T1", on: "2026-03-31" }),
    listPublications: (ids) => ({ contractId: ids.contract }),
    draftPublication: (ids) => ({ id: ids.contract, year: 2025 }),
    publish: (ids) => ({
      id: ids.contract,
      year: 2025,
      draftDigest: "0".repeat(64),
      replaces: ids.kpiPublication,
      correction: "Attack",
    }),
    withdraw: (ids) => ({ publicationId: ids.kpiPublication, reason: "Attack" }),
    // A publication is for anybody: `kpis.test.ts` reads it so. What is none opens nothing, whosever it is.
    readPublication: (ids) => ({ publicationId: ids.contract }),
  },
};

export const openKpis = ["kpis.readPublication"] as const;

/** A KPI that was added to the contract, a figure that was entered, and the year published. */
export async function plantKpis(
  client: ApiClient,
  contractId: string,
): Promise<Pick<Ids, "kpiAssignment" | "kpiEntry" | "kpiPublication">> {
  const { assignmentId } = await client.kpis.assign({
    id: contractId,
    kpi: "L1",
    target: { number: 5, words: null },
    everyMonths: 3,
    reason: "Secretmarker",
  });
  const { entryId } = await client.kpis.enter({
    id: contractId,
    kpi: "L1",
    ...figure,
    from: "2025-01-01",
    to: "2025-03-31",
    note: "Secretmarker",
  });
  const { draftDigest } = await client.kpis.draftPublication({ id: contractId, year: 2025 });
  const { id } = await client.kpis.publish({ id: contractId, year: 2025, draftDigest });
  return { kpiAssignment: assignmentId, kpiEntry: entryId, kpiPublication: id };
}
