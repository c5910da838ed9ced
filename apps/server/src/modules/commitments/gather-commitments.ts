/** Commitments as whoever reads them sees them: folded to the day, in their words, with what is ours alone. */
import type { CommitmentSummary } from "@throughline/contract";
import { standingOf, type CommitmentStanding, type SideNames } from "@throughline/dialogue";
import { ShownBy, type CommitmentAct, type CommitmentFact } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { readSittings, seesAt, type Sitting } from "../dialogues/index.ts";
import {
  readActs,
  readCommitments,
  readLeads,
  type ActRow,
  type CommitmentRow,
  type CommitmentWhere,
} from "./commitments.store.ts";

/** A commitment with all that is needed to show it and to speak of it. */
export interface GatheredCommitment {
  readonly row: CommitmentRow;
  readonly sitting: Sitting;
  readonly fact: CommitmentFact;
  readonly acts: readonly ActRow[];
  readonly standing: CommitmentStanding;
  readonly summary: CommitmentSummary;
  /** Both sides by name, as a sentence to either would call them. */
  readonly names: SideNames;
}

/** Those at the tables at which we sit now, in any order; four queries, however many. */
export async function gatherCommitments(
  work: Work,
  where: CommitmentWhere = {},
): Promise<GatheredCommitment[]> {
  const sittings = await readSittings(work);
  const tables = [...sittings.values()]
    .filter((sitting) => seesAt(sitting, "commitments"))
    .map(({ seriesId }) => seriesId)
    .filter((id) => where.seriesId === undefined || id === where.seriesId);
  const rows = await readCommitments(work, tables, where);
  if (rows.length === 0) return [];
  const series = [...new Set(rows.map((row) => row.series_id))];
  const acts = Map.groupBy(await readActs(work.tx, series, where.id), (row) => row.commitment_id);
  const leads = await readLeads(work.tx, series);
  return rows.flatMap((row): GatheredCommitment[] => {
    const sitting = sittings.get(row.series_id);
    const said = acts.get(row.id) ?? [];
    if (sitting === undefined) return [];
    const fact: CommitmentFact = {
      id: row.id,
      seriesId: row.series_id,
      meetingId: row.meeting_id,
      // Check constraints hold the vocabularies.
      debtor: row.debtor as CommitmentFact["debtor"],
      debtorName: row.debtor_name,
      debtorRole: row.debtor_role,
      about: row.about,
      acts: said.map(actOf),
    };
    const names = {
      buyers: leads.get(row.series_id) ?? "the buyers",
      counterpart: row.counterpart_name,
    };
    const standing = standingOf(fact, work.today, { ...names, [sitting.side]: "we" });
    return standing === null
      ? []
      : [
          {
            row,
            sitting,
            fact,
            acts: said,
            standing,
            names,
            summary: summarise(row, sitting, said, standing),
          },
        ];
  });
}

/** An act as the engine reads it. */
export function actOf(row: ActRow): CommitmentAct {
  return {
    id: row.id,
    kind: row.kind as CommitmentAct["kind"],
    side: row.side as CommitmentAct["side"],
    on: row.on_day,
    what: row.what,
    dueOn: row.due_on,
    reason: row.reason,
    shownBy: row.shown_by === null ? null : ShownBy.parse(row.shown_by),
    via: row.via as CommitmentAct["via"],
  };
}

function summarise(
  row: CommitmentRow,
  sitting: Sitting,
  acts: readonly ActRow[],
  standing: CommitmentStanding,
): CommitmentSummary {
  return {
    id: row.id,
    label: `${acts[0]?.side === "counterpart" ? "C" : "B"}${row.number}`,
    series: { id: row.series_id, title: row.series_title },
    meeting:
      row.meeting_id === null || row.meeting_number === null
        ? null
        : { id: row.meeting_id, number: row.meeting_number, title: row.meeting_title ?? "" },
    thread:
      row.thread_id === null || row.thread_title === null
        ? null
        : { id: row.thread_id, title: row.thread_title },
    counterpart: row.counterpart_name,
    mySide: sitting.side,
    debtor: {
      side: row.debtor as CommitmentFact["debtor"],
      name: row.debtor_name,
      role: row.debtor_role,
    },
    what: standing.what,
    dueOn: standing.dueOn,
    firstDueOn: standing.firstDueOn,
    about: row.about,
    state: standing.state,
    says: standing.sentence,
    slips: standing.slips.length,
    daysLate: standing.dueOn === null ? null : standing.daysLate,
    waitsFor: standing.waitsFor,
    shared: row.shared_at !== null,
    contract:
      row.contract_id === null || row.contract_reference === null
        ? null
        : { id: row.contract_id, reference: row.contract_reference },
  };
}
