/** What is open with one supplier at our tables, over contracts and years: series, promises of both sides, obstacles. */
import type { CommitmentSummary, SupplierDialogue } from "@throughline/contract";
import { countCommitments } from "@throughline/dialogue";
import { may, type Work } from "../../platform/api.ts";
import { gatherCommitments, selectObstacles } from "../commitments/index.ts";
import { describeSeries, readSittings } from "../dialogues/index.ts";
import { readSupplierSeries } from "./supplier-overview.store.ts";

const settled: ReadonlySet<CommitmentSummary["state"]> = new Set([
  "kept",
  "kept_late",
  "released",
  "refused",
]);

/** `null` for whoever may not read dialogue. Only tables of ours: where the supplier meets others is theirs. */
export async function gatherDialogue(
  work: Work,
  supplierId: string,
): Promise<SupplierDialogue | null> {
  if (!may(work, "dialogue.read")) return null;
  const ids = new Set(await readSupplierSeries(work.tx, work.actor.organisationId, supplierId));
  if (ids.size === 0) return { series: [], open: [], promises: [], obstacles: [] };
  const sittings = new Map([...(await readSittings(work))].filter(([id]) => ids.has(id)));
  const series = (await describeSeries(work, sittings)).map(({ summary }) => summary);
  const commitments = await gatherCommitments(work, { supplierId });
  const shared = commitments.filter(({ summary }) => summary.shared);
  const { bySide } = countCommitments(
    shared.map(({ fact }) => fact),
    { from: "0001-01-01", until: work.today, asOf: work.today },
  );
  const obstacles = (await selectObstacles(work, { open: true })).filter((obstacle) =>
    ids.has(obstacle.series.id),
  );
  return {
    series: series.toSorted((a, b) => (a.openedOn < b.openedOn ? 1 : -1)),
    open: shared
      .map(({ summary }) => summary)
      .filter(({ state }) => !settled.has(state))
      .toSorted((a, b) => compareDue(a, b)),
    promises: (["counterpart", "buyers"] as const).map((side) => ({
      side,
      due: bySide[side].due.length,
      keptByFirst: bySide[side].keptByFirst.length,
      keptByLater: bySide[side].keptByLater.length,
      slips: bySide[side].slips,
    })),
    obstacles,
  };
}

function compareDue(a: CommitmentSummary, b: CommitmentSummary): number {
  const [left, right] = [a.dueOn ?? "9999", b.dueOn ?? "9999"];
  return left === right ? (a.id < b.id ? -1 : 1) : left < right ? -1 : 1;
}
