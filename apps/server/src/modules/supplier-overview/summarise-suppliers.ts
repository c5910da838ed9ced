/** Suppliers with the sum of the lines of their running contracts and where the requests to them stand. */
import type { ContractSummary, SupplierSummary } from "@throughline/contract";
import { sumLines } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { drawSmallLine, traceContracts } from "../line/index.ts";
import { gatherPage, openStates, type GatheredRequest } from "../requests/index.ts";
import type { SupplierRow } from "../suppliers/index.ts";
import {
  readLastAnswers,
  readSupplierContracts,
  type SupplierContract,
} from "./supplier-overview.store.ts";

type Traced = Awaited<ReturnType<typeof traceContracts>>;

/** A supplier with what its page shows besides. */
export interface SummarisedSupplier {
  readonly row: SupplierRow;
  readonly summary: SupplierSummary;
  readonly contractList: ContractSummary[];
  readonly requests: readonly GatheredRequest[];
}

/** The newest of them say how suppliers stand; all are listed under Requests. */
const mostRequests = 2000;

export async function summariseSuppliers(
  work: Work,
  rows: readonly SupplierRow[],
): Promise<SummarisedSupplier[]> {
  const { tx, today } = work;
  const { organisationId } = work.actor;
  const ids = rows.map((row) => row.id);
  const contracts = await readSupplierContracts(tx, organisationId, ids, today);
  const traced = await traceContracts(
    work,
    [...new Set(contracts.map((contract) => contract.contract_id))],
    today,
  );
  const lastAnswers = await readLastAnswers(tx, organisationId, ids);
  const { requests } = await gatherPage(work, {
    supplierIds: ids,
    sort: "drafted",
    limit: mostRequests,
  });
  return rows.map((row) =>
    summarise(
      row,
      contracts.filter((contract) => contract.supplier_id === row.id),
      traced,
      requests.filter(({ summary }) => summary.supplierId === row.id),
      lastAnswers.get(row.id) ?? null,
    ),
  );
}

function summarise(
  row: SupplierRow,
  contracts: readonly SupplierContract[],
  traced: Traced,
  requests: readonly GatheredRequest[],
  lastAnswer: string | null,
): SummarisedSupplier {
  const byId = new Map(contracts.map((contract) => [contract.contract_id, contract]));
  const lines = [...byId.values()].flatMap((contract) => {
    const one = traced.get(contract.contract_id);
    return one === undefined ? [] : [{ contract, ...one }];
  });
  const running = lines.filter(({ contract }) => contract.runs);
  const breaks = running.flatMap(({ line }) => line.breaks);
  const answered = [lastAnswer, ...requests.map(answeredOn)]
    .filter((day) => day !== null)
    .toSorted()
    .at(-1);
  return {
    row,
    requests,
    contractList: lines.map((one) => describeContract(one.contract, one)),
    summary: {
      id: row.id,
      name: row.name,
      country: row.country,
      invented: row.invented,
      roles: [...new Set(contracts.map((contract) => contract.role))].toSorted().toReversed(),
      contracts: byId.size,
      openRequests: requests.filter(({ summary }) => openStates.has(summary.state)).length,
      overdueRequests: requests.filter(({ summary }) => summary.state === "overdue").length,
      lastAnswerOn: answered ?? null,
      breaks: breaks.length,
      next: breaks[0]?.action.sentence.text ?? null,
      line: sumLines(running.map(({ line }) => line)).map(({ name, state, headline }) => ({
        name,
        state,
        headline: headline.text,
      })),
    },
  };
}

/** The day a request was answered, if it was. */
export function answeredOn({ summary, facts }: GatheredRequest): string | null {
  return summary.state === "answered"
    ? (facts.delivery?.progress?.answeredOn ?? facts.answer?.on ?? null)
    : null;
}

function describeContract(
  contract: SupplierContract,
  { line, facts }: NonNullable<ReturnType<Traced["get"]>>,
): ContractSummary {
  const fact = facts.contract;
  return {
    id: contract.contract_id,
    kind: fact.kind,
    reference: fact.reference,
    title: fact.title,
    supplier: fact.supplier?.name ?? null,
    buyer: fact.buyer?.name ?? fact.authority?.name ?? null,
    invented: contract.invented,
    value: fact.value,
    startsOn: fact.startsOn,
    endsOn: fact.endsOn,
    frameworkId: contract.framework_id,
    followUp: fact.followUp?.person ?? null,
    breaks: line.breaks.length,
    ready: line.readiness.ready,
    next: line.breaks[0]?.action.sentence.text ?? null,
    line: drawSmallLine(line),
  };
}
