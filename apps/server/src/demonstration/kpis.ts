/**
 * The demonstration of KPIs: what the invented university measures of its laptops. Figures about cooperation and
 * information are computed from what is recorded; one about working hours was entered with its (invented) evidence and
 * corrected once; a target told in words is judged.
 */
import type { KpiAssignmentInput, KpiEntryInput } from "@throughline/contract";
import type { Database } from "@throughline/db";
import type { Work } from "../platform/api.ts";
import { assignKpi, correctEntry, enterFigure, readAdded } from "../modules/kpis/index.ts";
import { actorsOf } from "./act-as.ts";

const reference = "NBU-2026-EUC-1";
const role = "contract manager, end-user computing";
const agreedOn = new Date("2026-03-02T09:00:00Z");
const enteredOn = new Date("2026-10-08T09:00:00Z");
const correctedOn = new Date("2026-10-15T09:00:00Z");

const assigned: readonly Omit<KpiAssignmentInput, "role" | "personId">[] = [
  {
    kpi: "T10",
    target: { number: 90, words: null },
    everyMonths: 3,
    reason: "Clause 14.2 asks where each model is assembled.",
  },
  {
    kpi: "T4",
    target: { number: 100, words: null },
    everyMonths: 3,
    reason: "Clause 14.2 gives 28 days.",
  },
  {
    kpi: "R3",
    target: { number: 80, words: null },
    everyMonths: 3,
    reason: "Agreed in the first meeting with Cedar IT.",
  },
  {
    kpi: "R4",
    target: { number: 5, words: null },
    everyMonths: 3,
    reason: "Agreed in the first meeting with Cedar IT.",
  },
  {
    kpi: "L1",
    target: { number: 10, words: null },
    everyMonths: 3,
    reason: "Working hours is the issue that the dialogue is about.",
  },
  {
    kpi: "W1",
    target: { number: null, words: "Workers' representatives take part where a case is open" },
    everyMonths: 6,
    reason: "Whether they take part matters more than how many cases there are.",
  },
  {
    kpi: "P1",
    target: { number: 4, words: null },
    everyMonths: 12,
    reason: "We look at our own orders, too.",
  },
];

const quarter = { from: "2026-07-01", to: "2026-09-30" };
const excessHours: Omit<KpiEntryInput, "note" | "numerator"> = {
  kpi: "L1",
  ...quarter,
  denominator: 1240,
  value: null,
  judgement: null,
  evidence: {
    title: "Time records of one assembly site, third quarter (invented)",
    reference: "CIT-2026-31.xlsx, sheet Hours",
  },
};

async function findContract(work: Work): Promise<string | undefined> {
  const found = await work.tx
    .selectFrom("contracts")
    .select("id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("reference", "=", reference)
    .executeTakeFirst();
  return found?.id;
}

/** Loads it once; each part is there as a whole or not at all. */
export async function loadKpiDemonstration(database: Database): Promise<void> {
  const actAs = await actorsOf(database);
  const contractId = await actAs("university", agreedOn, async (work) => {
    const id = await findContract(work);
    if (id === undefined || (await readAdded(work, [id])).length > 0) return null;
    for (const one of assigned) await assignKpi(work, { id, ...one, personId: null, role });
    return id;
  });
  if (contractId === null) return;
  await actAs("university", enteredOn, async (work) => {
    const { entryId } = await enterFigure(work, {
      id: contractId,
      ...excessHours,
      numerator: 118,
      note: "",
    });
    await enterFigure(work, {
      id: contractId,
      kpi: "P1",
      from: "2026-01-01",
      to: "2026-09-30",
      numerator: null,
      denominator: null,
      value: 3,
      judgement: null,
      evidence: {
        title: "Our own check of lead times and changed orders (invented)",
        reference: "",
      },
      note: "Orders before term begins still come late.",
    });
    return entryId;
  }).then(async (entryId) => {
    if (entryId === null) return;
    const { kpi: _kpi, ...figure } = excessHours;
    await actAs("university", correctedOn, (work) =>
      correctEntry(work, {
        entryId,
        ...figure,
        numerator: 186,
        note: "The first count left out the night shift.",
      }),
    );
  });
}
