/** Tries the table on a situation, a procurement or a contract; over time it is the scale-up plan. */
import type { policies, PolicyTrial } from "@throughline/contract";
import { ProcurementFacts, AppError, type IsoDate } from "@throughline/domain";
import { ecbRatesOn, listTurningDays, scaleUp } from "@throughline/requirements";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { requirePermission, type Work } from "../../platform/api.ts";
import { openHouseLibrary } from "../requirements/index.ts";
import { askPolicy, openPolicy, type Situation } from "./ask-policy.ts";
import { describeAsked } from "./describe-row.ts";
import { findContractSituation, findProcurementSituation } from "./situations.store.ts";
import { weighRisk } from "./weigh-risk.ts";

type Outputs = InferContractRouterOutputs<typeof policies>;
type Inputs = InferContractRouterInputs<typeof policies>;

/** Tries it. Of a procurement or contract the day is its publication or award, else today. */
export async function tryOut(work: Work, input: Inputs["tryOut"]): Promise<PolicyTrial> {
  const { situation, day } = await readSituation(work, input);
  const on = input.on ?? day;
  const library = await openHouseLibrary(work);
  const trial = askPolicy(await openPolicy(work, library), situation, on);
  return {
    on,
    situation,
    fires: trial.fires.map(({ row, because, overriddenBy }) => ({
      rowId: row.id,
      title: row.title,
      because: [...because],
      overriddenBy: [...overriddenBy],
    })),
    doesNotFire: trial.doesNotFire.map(({ row, because }) => ({
      rowId: row.id,
      title: row.title,
      because,
    })),
    doesNotFireLeftOut: trial.doesNotFireLeftOut,
    asked: trial.asked.map((item) => describeAsked(item, library)),
    conflicts: trial.conflicts.map(({ rowIds, sentence }) => ({ rowIds: [...rowIds], sentence })),
    unknowns: trial.unknowns.map(({ row, sentence }) => ({ rowId: row.id, sentence })),
  };
}

async function readSituation(
  work: Work,
  input: Inputs["tryOut"],
): Promise<{ readonly situation: Situation; readonly day: IsoDate }> {
  const { situation, procurementId, contractId } = input;
  const given = [situation, procurementId, contractId].filter((one) => one !== undefined);
  if (given.length !== 1)
    throw new AppError(
      "input_invalid",
      "Say one thing to try: a situation, a procurement or a contract.",
      [{ path: "/situation", message: "Exactly one of the three is expected." }],
    );
  if (procurementId !== undefined) {
    requirePermission(work, "procurement.read");
    return situationOfProcurement(work, procurementId);
  }
  if (contractId !== undefined) {
    requirePermission(work, "contract.read");
    return situationOfContract(work, contractId);
  }
  return {
    situation: {
      cpv: situation?.cpv ?? [],
      risk: situation?.risk ?? "unknown",
      value: situation?.value ?? null,
      country: situation?.country ?? null,
      procedure: situation?.procedure ?? null,
      bidderRoles: situation?.bidderRoles ?? [],
      sizes: situation?.sizes ?? [],
    },
    day: work.today,
  };
}

const Lots = ProcurementFacts.shape.lots;

async function situationOfProcurement(work: Work, id: string) {
  const row = await findProcurementSituation(work, id);
  if (row === undefined) throw new AppError("not_found", "There is no such procurement here.");
  const cpv = [...new Set([...row.cpv, ...Lots.parse(row.lots).flatMap((lot) => lot.cpv)])];
  const situation: Situation = {
    cpv,
    // The column's check constraint holds the vocabulary.
    risk: (row.risk_override as Situation["risk"] | null) ?? weighRisk(cpv, [], work.today).level,
    value:
      row.value_minor === null || row.currency === null
        ? null
        : { minorUnits: row.value_minor, currency: row.currency },
    country: row.country,
    procedure: row.procedure,
    bidderRoles: row.expected_bidders,
    sizes: [],
  };
  return { situation, day: row.published_on ?? work.today };
}

async function situationOfContract(work: Work, id: string) {
  const row = await findContractSituation(work, id);
  if (row === undefined) throw new AppError("not_found", "There is no such contract here.");
  const situation: Situation = {
    cpv: row.cpv,
    risk: weighRisk(row.cpv, row.known_countries, work.today).level,
    value:
      row.value_minor === null || row.currency === null
        ? null
        : { minorUnits: row.value_minor, currency: row.currency },
    country: row.country ?? row.home_country,
    procedure: row.procedure,
    bidderRoles: row.expected_bidders,
    sizes: [],
  };
  return { situation, day: row.awarded_on ?? work.today };
}

/** The same table over time, on the days given or on every day on which the answer can change. */
export async function showScaleUp(
  work: Work,
  input: Inputs["scaleUp"],
): Promise<Outputs["scaleUp"]> {
  const library = await openHouseLibrary(work);
  const policy = await openPolicy(work, library);
  const { situation } = await readSituation(work, { situation: input.situation });
  const dates = input.dates ?? listTurningDays(policy).slice(-60);
  return {
    steps: scaleUp(policy, situation, dates, { rates: ecbRatesOn(work.today) }).map((step) => ({
      on: step.on,
      asked: step.asked.map((item) => describeAsked(item, library)),
      changes: step.changes.map(({ requirement, role, what, sentence }) => ({
        requirement,
        role,
        what,
        sentence,
      })),
    })),
  };
}
