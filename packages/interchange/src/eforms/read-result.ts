/** What came of a procedure: winners, contracts, values (BT-150, 145, 151, 161, 720, 1451) and modifications (BT-1501, 200 to 202). */
import type { IsoDate, NormalisedProcurement } from "@throughline/domain";
import { distinct, type NoticeValue } from "../notice/empty-procurement.ts";
import type { Organisation } from "./read-organisations.ts";
import { extension, takeAmount, takeDay, takeWords } from "./read-values.ts";
import { findAll, findFirst, takeAt, takeText, type XmlNode } from "./xml-tree.ts";

interface Tender {
  readonly id: string;
  readonly amount: NoticeValue | null;
  readonly winners: readonly Organisation[];
  readonly lots: readonly string[];
}

export interface ResultRead {
  readonly value: NoticeValue | null;
  readonly suppliers: NormalisedProcurement["suppliers"];
  readonly contracts: NormalisedProcurement["contracts"];
  readonly awardedOn: IsoDate | null;
  readonly notes: readonly string[];
}

const takeIds = (node: XmlNode, path: string): string[] =>
  findAll(node, path).flatMap((id) => takeText(id) ?? []);

function readTenders(
  result: XmlNode,
  lotResults: readonly LotResult[],
  organisations: ReadonlyMap<string, Organisation>,
): ReadonlyMap<string, Tender> {
  const parties = new Map<string, readonly Organisation[]>();
  for (const party of findAll(result, "efac:TenderingParty")) {
    const id = takeAt(party, "cbc:ID");
    const members = takeIds(party, "efac:Tenderer/cbc:ID");
    if (id !== null)
      parties.set(
        id,
        members.flatMap((member) => organisations.get(member) ?? []),
      );
  }
  const tenders = new Map<string, Tender>();
  for (const tender of findAll(result, "efac:LotTender")) {
    const id = takeAt(tender, "cbc:ID");
    if (id === null) continue;
    const winners = takeIds(tender, "efac:TenderingParty/cbc:ID");
    const own = takeIds(tender, "efac:TenderLot/cbc:ID");
    const told = lotResults.flatMap(({ tenders: ids, lots }) => (ids.includes(id) ? lots : []));
    tenders.set(id, {
      id,
      amount: takeAmount(findFirst(tender, "cac:LegalMonetaryTotal/cbc:PayableAmount")),
      winners: winners.flatMap((party) => parties.get(party) ?? []),
      lots: own.length > 0 ? own : told,
    });
  }
  return tenders;
}

/** A sum only where all are given, in one currency. */
function sumAmounts(amounts: readonly (NoticeValue | null)[]): NoticeValue | null {
  const [first] = amounts;
  if (first == null || amounts.some((amount) => amount?.currency !== first.currency)) return null;
  const cents = amounts.reduce(
    (sum, amount) => sum + Math.round((amount?.amount ?? 0) * 10_000),
    0,
  );
  return { amount: cents / 10_000, currency: first.currency };
}

/** What became of one lot. */
interface LotResult {
  readonly lots: readonly string[];
  readonly tenders: readonly string[];
  readonly contracts: readonly string[];
  /** `selec-w`: a winner was chosen; `clos-nw`: closed without one; `open-nw`: not yet. */
  readonly status: string | null;
}

function readLotResults(result: XmlNode): LotResult[] {
  return findAll(result, "efac:LotResult").map((lot) => ({
    lots: takeIds(lot, "efac:TenderLot/cbc:ID"),
    tenders: takeIds(lot, "efac:LotTender/cbc:ID"),
    contracts: takeIds(lot, "efac:SettledContract/cbc:ID"),
    status: takeAt(lot, "cbc:TenderResultCode"),
  }));
}

const noWinner: Readonly<Record<string, string>> = {
  "clos-nw": "was closed without a winner",
  "open-nw": "has no winner yet",
};

function readContracts(
  result: XmlNode,
  tenders: ReadonlyMap<string, Tender>,
  lotResults: readonly LotResult[],
  language: string | null,
): { contracts: NormalisedProcurement["contracts"]; tenderIds: string[] } {
  const tenderIds: string[] = [];
  const contracts = findAll(result, "efac:SettledContract").map((contract, index) => {
    const ids = takeIds(contract, "efac:LotTender/cbc:ID");
    tenderIds.push(...ids);
    const own = ids.flatMap((id) => tenders.get(id) ?? []);
    const local = takeAt(contract, "cbc:ID");
    const lots = own.flatMap((tender) => tender.lots);
    const told = lotResults.flatMap((lot) =>
      local !== null && lot.contracts.includes(local) ? lot.lots : [],
    );
    return {
      // BT-150 is the buyer's own reference; without it, the id within the notice.
      id: takeAt(contract, "efac:ContractReference/cbc:ID") ?? local ?? String(index + 1),
      title: takeWords(contract, "cbc:Title", language),
      uri: takeAt(contract, "cbc:URI"),
      lots: distinct(lots.length > 0 ? lots : told),
      suppliers: distinct(own.flatMap(({ winners }) => winners.map(({ name }) => name))),
      awardedOn: takeDay(findFirst(contract, "cbc:AwardDate")),
      signedOn: takeDay(findFirst(contract, "cbc:IssueDate")),
      startsOn: null,
      endsOn: null,
      value: sumAmounts(own.map(({ amount }) => amount)),
      sites: [],
    };
  });
  return { contracts, tenderIds };
}

/** Notices without a date of award carry this one, which the SDK prescribes for a field UBL requires. */
const noDate = "2000-01-01";

/** Winners, contracts and values of a result notice. */
export function readResult(
  notice: XmlNode,
  organisations: ReadonlyMap<string, Organisation>,
  language: string | null,
): ResultRead {
  const result = findFirst(notice, `${extension}/efac:NoticeResult`);
  const dates = findAll(notice, "cac:TenderResult/cbc:AwardDate").flatMap((node) => {
    const day = takeDay(node);
    return day === null || day === noDate ? [] : [day];
  });
  if (result === null) {
    const awardedOn = dates.toSorted()[0] ?? null;
    return { value: null, suppliers: [], contracts: [], awardedOn, notes: [] };
  }
  const lotResults = readLotResults(result);
  const tenders = readTenders(result, lotResults, organisations);
  const { contracts, tenderIds } = readContracts(result, tenders, lotResults, language);
  // Tenders that no contract is reported for yet win where a winner was chosen.
  const won = lotResults.flatMap(({ status, tenders: ids }) =>
    status === null || status === "selec-w" ? ids : [],
  );
  const suppliers: NormalisedProcurement["suppliers"] = [];
  for (const id of distinct(tenderIds.length > 0 ? tenderIds : won)) {
    const tender = tenders.get(id);
    for (const { name, id: company, country } of tender?.winners ?? []) {
      const same = suppliers.find((supplier) => supplier.id === company && supplier.name === name);
      const lots = tender?.lots ?? [];
      if (same === undefined) suppliers.push({ name, id: company, country, lots: [...lots] });
      else same.lots = distinct([...same.lots, ...lots]);
    }
  }
  const awarded = contracts.flatMap(({ awardedOn }) => awardedOn ?? []);
  return {
    value:
      takeAmount(findFirst(result, "cbc:TotalAmount")) ??
      takeAmount(findFirst(result, "efbc:OverallMaximumFrameworkContractsAmount")) ??
      takeAmount(findFirst(result, "efbc:OverallApproximateFrameworkContractsAmount")),
    suppliers,
    contracts,
    awardedOn: (awarded.length > 0 ? awarded : dates).toSorted()[0] ?? null,
    notes: lotResults.flatMap(({ status, lots }) => {
      const said = Object.hasOwn(noWinner, status ?? "") ? noWinner[status ?? ""] : undefined;
      return said === undefined
        ? []
        : [`${lots.length === 0 ? "A lot" : lots.join(", ")} ${said}.`];
    }),
  };
}

/** What a contract modification changes, why, and in which notice; of a changed notice likewise. */
export function readChanges(
  notice: XmlNode,
  kind: "efac:ContractModification" | "efac:Changes",
  language: string | null,
): NormalisedProcurement["modifications"] {
  return findAll(notice, `${extension}/${kind}`).flatMap((change) => {
    const changedNotice = takeAt(change, "efbc:ChangedNoticeIdentifier");
    const reason = findFirst(change, "efac:ChangeReason");
    const why = takeWords(reason, "efbc:ReasonDescription", language);
    const code = takeAt(reason, "cbc:ReasonCode");
    const what = findAll(change, "efac:Change").flatMap(
      (part) => takeWords(part, "efbc:ChangeDescription", language) ?? [],
    );
    if (changedNotice === null && code === null && why === null && what.length === 0) return [];
    const texts = distinct([...what, ...(why === null ? [] : [why])]);
    return [{ reason: code, text: texts.join("\n"), changedNotice }];
  });
}
