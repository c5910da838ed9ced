/** Opens the KPIs of contracts: their dated facts, what was added and entered, the house's bands, the calendar of the buyer. */
import type { KpiContract } from "@throughline/contract";
import {
  AppError,
  defaultBandScheme,
  type BandScheme,
  type IsoDate,
  type KpiAssignment,
} from "@throughline/domain";
import {
  openContract,
  type GroupedKpiFacts,
  type MeasuredContract,
} from "@throughline/measurement";
import { loadWorkCalendar, weekdaysOnly } from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { gatherKpiFacts } from "../line/index.ts";
import {
  findBands,
  readAdded,
  readContractIds,
  readEntries,
  readMemberNames,
  type StoredEntry,
} from "./kpis.store.ts";

/** One contract of ours, opened as of a day. */
export interface OpenedKpis {
  readonly about: KpiContract;
  readonly facts: GroupedKpiFacts;
  readonly measured: MeasuredContract;
  readonly bands: BandScheme;
  readonly entries: readonly StoredEntry[];
  /** Who follows up an assignment, by name or role; `null`: nobody. */
  readonly ownerOf: (assignment: KpiAssignment) => string | null;
}

/** The day asked for; one to come is refused: nothing is known of it. */
export function readAsOf(work: Work, asOf: IsoDate | undefined): IsoDate {
  if (asOf !== undefined && asOf > work.today) throw new AppError("date_in_future");
  return asOf ?? work.today;
}

/** Names and thresholds of the bands: the house's own, else the law's names. */
export async function readBands(work: Work): Promise<BandScheme> {
  return (await findBands(work))?.scheme ?? defaultBandScheme;
}

/** Opens those of the contracts that are ours. A fixed number of queries for all of them. */
export async function openKpis(
  work: Work,
  contractIds: readonly string[],
  asOf: IsoDate,
): Promise<OpenedKpis[]> {
  const gathered = await gatherKpiFacts(work, contractIds);
  const ids = [...gathered.keys()];
  const added = Map.groupBy(await readAdded(work, ids), ({ contractId }) => contractId);
  const entries = Map.groupBy(await readEntries(work, ids), ({ contractId }) => contractId);
  const bands = await readBands(work);
  const members = await readMemberNames(work);
  const opened: OpenedKpis[] = [];
  for (const [id, some] of gathered) {
    const own = entries.get(id) ?? [];
    const facts: GroupedKpiFacts = {
      ...some,
      added: (added.get(id) ?? []).map(({ contractId: _contractId, ...one }) => one),
      entries: own.map(
        ({ contractId: _contractId, enteredAt: _at, replacedBy: _by, ...entry }) => entry,
      ),
    };
    const { contract } = facts;
    // Public holidays are read only where an answer is timed.
    const calendar =
      facts.requests.length === 0
        ? weekdaysOnly
        : await loadWorkCalendar(contract.buyer?.country ?? null);
    opened.push({
      about: {
        id,
        reference: contract.reference,
        title: contract.title,
        supplier: contract.supplier?.name ?? null,
        invented: contract.supplier?.invented ?? contract.buyer?.invented ?? false,
      },
      facts,
      measured: openContract(facts, { asOf, calendar, bands }),
      bands,
      entries: own,
      ownerOf: ({ personId, role }) =>
        members.get(personId ?? "") ?? role ?? contract.followUp?.person ?? null,
    });
  }
  return opened;
}

/** One contract of ours, or `not_found`: another's is as unknown as none. */
export async function openContractKpis(
  work: Work,
  contractId: string,
  asOf: IsoDate,
): Promise<OpenedKpis> {
  const [opened] = await openKpis(work, [contractId], asOf);
  if (opened === undefined) throw new AppError("not_found");
  return opened;
}

/** That the contract is ours, without gathering anything. */
export async function requireOwnContract(work: Work, contractId: string): Promise<void> {
  if ((await readContractIds(work, contractId)).length === 0) throw new AppError("not_found");
}
