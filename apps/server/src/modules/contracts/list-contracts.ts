/** Lists contracts with their line drawn small. */
import type { ContractSummary } from "@throughline/contract";
import { IsoDate } from "@throughline/domain";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { drawSmallLine, traceContracts } from "../line/index.ts";
import { listUsableFrameworks } from "./frameworks.store.ts";
import {
  countContracts,
  readContractPage,
  type ContractFilter,
  type ContractSort,
} from "./list.store.ts";

const TitleKey = z.tuple([z.string(), z.uuid()]);
const EndKey = z.tuple([IsoDate.nullable(), z.uuid()]);

/** One page. The lines of all its contracts are gathered together. */
export async function listContracts(
  work: Work,
  input: ContractFilter & {
    readonly sort: ContractSort;
    readonly limit: number;
    readonly after?: string | undefined;
  },
): Promise<{ items: ContractSummary[]; next: string | null; total: number }> {
  const { tx } = work;
  const { organisationId } = work.actor;
  const byTitle = input.sort.endsWith("title");
  const shape = byTitle ? TitleKey : EndKey;
  const after = input.after === undefined ? null : decodeCursor(input.after, shape);
  const usable = await listUsableFrameworks(tx, organisationId);
  const total = await countContracts(tx, organisationId, usable, input);
  const found = await readContractPage(tx, organisationId, usable, input, {
    sort: input.sort,
    after,
    limit: input.limit + 1,
  });
  const { rows, next } = cutPage(found, input.limit, (row) => [
    byTitle ? row.sort_title : row.ends_on,
    row.id,
  ]);
  const traced = await traceContracts(
    work,
    rows.map((row) => row.id),
    work.today,
  );
  const items = rows.flatMap((row): ContractSummary[] => {
    const one = traced.get(row.id);
    if (one === undefined) return [];
    const { line, facts, keptElsewhere } = one;
    const { contract } = facts;
    return [
      {
        id: row.id,
        // The column's check constraint holds the vocabulary.
        kind: row.kind as ContractSummary["kind"],
        reference: row.reference,
        title: row.title,
        supplier: contract.supplier?.name ?? null,
        buyer: contract.buyer?.name ?? contract.authority?.name ?? null,
        invented: row.invented,
        value: contract.value,
        startsOn: row.starts_on,
        endsOn: row.ends_on,
        frameworkId: row.framework_id,
        followUp: keptElsewhere ? null : (row.follow_up_member ?? row.follow_up_name),
        breaks: line.breaks.length,
        ready: line.readiness.ready,
        next: line.breaks[0]?.action.sentence.text ?? null,
        line: drawSmallLine(line),
      },
    ];
  });
  return { items, next, total };
}
