/** Lists procurements with their open mismatches. */
import type { ProcurementSummary } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { z } from "zod";
import { may, type Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { alignFacts, describeAlignment, openGround } from "./align.ts";
import { putRisk } from "./load-procurement.ts";
import { readWaivers } from "./procurement-acts.store.ts";
import {
  countProcurements,
  readProcurementPage,
  type ProcurementFilter,
  type ProcurementSort,
} from "./procurement-list.store.ts";
import { sayStage } from "./procurements.policy.ts";
import { readContractsOf, readProcurements } from "./procurements.store.ts";

const Key = z.tuple([
  z.enum(["deadline", "-deadline", "title", "-title", "changed"]),
  z.string().max(500),
  z.uuid(),
]);

/** One page; the library and the policy are opened once for all of it. */
export async function listProcurements(
  work: Work,
  input: ProcurementFilter & {
    readonly sort: ProcurementSort;
    readonly after?: string | undefined;
    readonly limit: number;
  },
): Promise<{
  items: ProcurementSummary[];
  next: string | null;
  total: number;
  can: { write: boolean };
}> {
  const cursor = input.after === undefined ? null : decodeCursor(input.after, Key);
  if (cursor !== null && cursor[0] !== input.sort)
    throw new AppError("input_invalid", "The cursor is not one this list has given.", [
      { path: "/after", message: "Send the `next` of the page before, unchanged." },
    ]);
  const after = cursor === null ? null : ([cursor[1], cursor[2]] as const);
  const total = await countProcurements(work, input);
  const found = await readProcurementPage(work, input, {
    sort: input.sort,
    after,
    limit: input.limit + 1,
  });
  const { rows, next } = cutPage(found, input.limit, ({ key, id }) => [input.sort, key, id]);
  const ids = rows.map(({ id }) => id);
  const stored = new Map((await readProcurements(work, ids)).map((one) => [one.facts.id, one]));
  const waivers = Map.groupBy(await readWaivers(work, ids), (one) => one.procurementId);
  const contracts = Map.groupBy(await readContractsOf(work, ids), (row) => row.procurement_id);
  const ground = await openGround(work);
  const items = ids.flatMap((id): ProcurementSummary[] => {
    const one = stored.get(id);
    if (one === undefined) return [];
    const loaded = putRisk(work, one);
    const { facts } = loaded;
    const { open, waived } = describeAlignment(
      alignFacts(work, ground, loaded),
      waivers.get(id) ?? [],
      ground.members,
    );
    const clauses = facts.instances.filter(({ role }) => role === "clause").length;
    return [
      {
        id,
        reference: facts.reference,
        title: facts.title,
        stage: facts.stage,
        stageSays: sayStage(facts, work.today),
        procedure: facts.procedure,
        cpv: facts.cpv,
        value: facts.value,
        announcedOn: facts.announcedOn,
        publishedOn: facts.publishedOn,
        deadlineOn: facts.deadlineOn,
        awardedOn: facts.awardedOn,
        risk: facts.risk,
        invented: loaded.invented,
        criteria: facts.instances.length - clauses,
        clauses,
        open,
        waived,
        contracts: contracts.get(id)?.length ?? 0,
      },
    ];
  });
  return { items, next, total, can: { write: may(work, "procurement.write") } };
}
