/** What duties are derived from: contracts with their conditions, dates and the requests made. Far less than a line needs. */
import type { ContractCondition, CountryCode, IsoDate } from "@throughline/domain";
import { dutyRequestsOf, type ContractDates, type DutyRequest } from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { conditionsOf } from "./describe-contract.ts";
import { requestOf } from "./describe-facts.ts";
import { readContractHeads } from "./duty-facts.store.ts";
import { groupRows } from "./group-rows.ts";
import { readConditions, readContracts, readParties, readRequests } from "./line.store.ts";

export interface DutyFacts {
  readonly contractId: string;
  readonly reference: string;
  readonly title: string;
  readonly supplier: string | null;
  /** Where the buyer is: its holidays count where days are working days. */
  readonly country: CountryCode | null;
  /** Grows with every change of the contract or its framework. */
  readonly version: number;
  readonly followUp: { readonly personId: string | null; readonly name: string | null };
  readonly conditions: readonly ContractCondition[];
  readonly dates: ContractDates;
  /** Requests about production sites; other clauses are not asked about by these. */
  readonly requests: readonly DutyRequest[];
  /** Since when the contract is looked after here. */
  readonly since: IsoDate;
}

/** Reads them for many contracts at once, a fixed number of queries. Contracts one may not see are left out. */
export async function readDutyFacts(
  work: Work,
  contractIds: readonly string[],
  asOf: IsoDate,
): Promise<DutyFacts[]> {
  if (contractIds.length === 0) return [];
  const { tx } = work;
  const contracts = await readContracts(tx, contractIds);
  const frameworkIds = contracts.flatMap(({ framework_id: id }) => (id === null ? [] : [id]));
  const all = [...new Set([...contracts.map(({ id }) => id), ...frameworkIds])];
  if (all.length === 0) return [];
  const heads = new Map((await readContractHeads(tx, all)).map((row) => [row.id, row]));
  const parties = groupRows(await readParties(tx, all), (row) => row.contract_id);
  const conditions = groupRows(await readConditions(tx, all), (row) => row.contract_id);
  const requests = groupRows(
    await readRequests(
      tx,
      contracts.map(({ id }) => id),
      asOf,
    ),
    (row) => row.contract_id,
  );
  return contracts.flatMap((contract): DutyFacts[] => {
    const head = heads.get(contract.id);
    if (head === undefined) return [];
    const frameworkId = contract.framework_id ?? "";
    const named = [...(parties.get(contract.id) ?? []), ...(parties.get(frameworkId) ?? [])];
    const supplier = named.find(({ role }) => role === "supplier")?.name ?? null;
    return [
      {
        contractId: contract.id,
        reference: contract.reference,
        title: contract.title,
        supplier,
        country: named.find(({ role }) => role === "buyer")?.country ?? null,
        version: head.version + (heads.get(frameworkId)?.version ?? 0),
        followUp: {
          personId: contract.follow_up_member === null ? null : head.follow_up_person_id,
          name: contract.follow_up_member ?? contract.follow_up_name,
        },
        conditions: conditionsOf({
          contract,
          parties: [],
          frameworkParties: [],
          conditions: conditions.get(contract.id) ?? [],
          frameworkConditions: conditions.get(frameworkId) ?? [],
        }),
        dates: {
          awardedOn: contract.awarded_on,
          signedOn: contract.signed_on,
          deliveredOn: null,
          startsOn: contract.starts_on,
          endsOn: contract.ends_on,
        },
        requests: dutyRequestsOf((requests.get(contract.id) ?? []).map(requestOf), supplier),
        since: head.created_at.toISOString().slice(0, 10),
      },
    ];
  });
}
