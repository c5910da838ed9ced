/** What Asked and Agreed rest on: the procurement a contract came of, aligned; what its conditions make due on the day. */
import type {
  ContractFact,
  Duty,
  IsoDate,
  ProcurementFacts,
  TenderFact,
} from "@throughline/domain";
import { deriveContractDuties, dutyRequestsOf, tenderOfContract } from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { readProcurementFacts } from "../procurement-facts/index.ts";
import { askPolicy, openPolicy, weighRisk } from "../policies/index.ts";
import { openHouseLibrary, type HouseLibrary } from "../requirements/index.ts";
import type { ContractRow } from "./line.store.ts";
import { readDutyEvents, readStandingWaivers } from "./tenders.store.ts";

/** A contract as far as it is gathered already. */
export interface GatheredContract {
  readonly row: ContractRow;
  readonly fact: ContractFact;
  readonly requests: readonly {
    readonly id: string;
    readonly addressee: string;
    readonly sentOn: IsoDate | null;
  }[];
}

/** Both, for one contract. */
export interface Agreement {
  readonly tender: TenderFact | null;
  readonly duties: Duty[];
}

/** The procurement behind a contract: its own, else the one its framework came of, where that is ours. */
const tenderIdOf = ({ procurement_id: own, framework_procurement_id: framework }: ContractRow) =>
  own ?? framework;

/** Gathers them for many contracts: a fixed number of queries, and the policy only where a procurement is behind one. */
export async function gatherAgreements(
  work: Work,
  contracts: readonly GatheredContract[],
  asOf: IsoDate,
): Promise<ReadonlyMap<string, Agreement>> {
  if (contracts.length === 0) return new Map();
  const library = await openHouseLibrary(work);
  const tenders = await alignTenders(work, library, contracts, asOf);
  const events = Map.groupBy(
    await readDutyEvents(
      work,
      contracts.map(({ row }) => row.id),
    ),
    ({ contractId }) => contractId,
  );
  const agreements = new Map<string, Agreement>();
  for (const { row, fact, requests } of contracts) {
    const duties = await deriveContractDuties({
      conditions: fact.conditions,
      find: (key, version) => library.find(key, version),
      dates: {
        awardedOn: fact.awardedOn,
        signedOn: fact.signedOn,
        deliveredOn: null,
        startsOn: fact.startsOn,
        endsOn: fact.endsOn,
      },
      requests: dutyRequestsOf(requests, fact.supplier?.name ?? null),
      events: (events.get(row.id) ?? []).map(({ event }) => event),
      country: fact.buyer?.country ?? null,
      today: asOf,
      since: row.created_at.toISOString().slice(0, 10),
    });
    agreements.set(row.id, { tender: tenders.get(row.id) ?? null, duties });
  }
  return agreements;
}

async function alignTenders(
  work: Work,
  library: HouseLibrary,
  contracts: readonly GatheredContract[],
  asOf: IsoDate,
): Promise<ReadonlyMap<string, TenderFact>> {
  const ids = [...new Set(contracts.flatMap(({ row }) => tenderIdOf(row) ?? []))];
  const tenders = new Map(
    (await readProcurementFacts(work, ids)).map((one) => [one.facts.id, one]),
  );
  if (tenders.size === 0) return new Map();
  const policy = await openPolicy(work, library);
  const waivers = Map.groupBy(
    await readStandingWaivers(work, ids, asOf),
    ({ procurementId }) => procurementId,
  );
  return new Map(
    contracts.flatMap(({ row, fact }): [string, TenderFact][] => {
      const tender = tenders.get(tenderIdOf(row) ?? "");
      if (tender === undefined) return [];
      const facts = putRisk(tender, asOf);
      const situation = {
        cpv: cpvOf(facts),
        risk: facts.risk,
        value: facts.value,
        country: facts.country,
        procedure: facts.procedure,
        bidderRoles: facts.expectedBidders,
        sizes: [],
      };
      const told = tenderOfContract({
        facts,
        find: (key, version) => library.find(key, version),
        trial:
          policy.rows.length === 0 ? null : askPolicy(policy, situation, facts.publishedOn ?? asOf),
        waivers: waivers.get(facts.id) ?? [],
        contract: { conditions: fact.conditions, lots: row.procurement_lots },
      });
      return [[row.id, told]];
    }),
  );
}

const cpvOf = ({ cpv, lots }: ProcurementFacts): string[] => [
  ...new Set([...cpv, ...lots.flatMap((lot) => lot.cpv)]),
];

type ReadProcurement = Awaited<ReturnType<typeof readProcurementFacts>>[number];

function putRisk({ facts, row }: ReadProcurement, asOf: IsoDate): ProcurementFacts {
  return row.risk_override !== null
    ? facts
    : { ...facts, risk: weighRisk(cpvOf(facts), [], asOf).level };
}
