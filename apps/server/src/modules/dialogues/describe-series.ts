/** Series as whoever sits at their table sees them, with what was met about and promised there. */
import type { SeriesSummary } from "@throughline/contract";
import { standingOf, watchCadence } from "@throughline/dialogue";
import { readSeriesFacts, type FactsOfSeries } from "../dialogue-facts/index.ts";
import type { Work } from "../../platform/api.ts";
import { sayDialogue } from "./dialogue-sentences.ts";
import { readProgrammeTitles } from "./programmes.store.ts";
import { seesAt } from "./require-sitting.ts";
import { readSeats } from "./seats.store.ts";
import { readSeriesRows, type SeriesRow } from "./series.store.ts";
import { readStandingClosures, type Sitting } from "./sittings.store.ts";

export interface DescribedSeries {
  readonly row: SeriesRow;
  readonly sitting: Sitting;
  readonly summary: SeriesSummary;
}

/** Describes those at whose table we sit; a dozen queries, however many. */
export async function describeSeries(
  work: Work,
  sittings: ReadonlyMap<string, Sitting>,
): Promise<DescribedSeries[]> {
  const ids = [...sittings.keys()];
  const rows = await readSeriesRows(work, ids);
  const facts = await readSeriesFacts(work, ids, work.today);
  const leads = new Map(
    (await readSeats(work, ids)).flatMap((seat) =>
      seat.kind === "lead" ? [[seat.seriesId, seat.name] as const] : [],
    ),
  );
  const closed = new Set((await readStandingClosures(work, ids)).map(({ seriesId }) => seriesId));
  const programmes = await readProgrammeTitles(
    work,
    rows.flatMap((row) => row.programme_id ?? []),
  );
  return rows.flatMap((row) => {
    const sitting = sittings.get(row.id);
    if (sitting === undefined) return [];
    const hostName = leads.get(row.id) ?? "";
    const known = facts.get(row.id);
    const summary: SeriesSummary = {
      ...describeRow(row, sitting, hostName),
      programme:
        sitting.hosts && row.programme_id !== null
          ? { id: row.programme_id, title: programmes.get(row.programme_id) ?? "" }
          : null,
      ...(known === undefined ? nothingKnown() : sumUp(known, sitting, hostName, work.today)),
      channelOpen: !closed.has(row.id),
    };
    return [{ row, sitting, summary }];
  });
}

// Check constraints hold the vocabularies.
function describeRow(row: SeriesRow, sitting: Sitting, hostName: string) {
  return {
    id: row.id,
    title: row.title,
    counterpart: {
      name: row.counterpart_name,
      role: row.counterpart_role as SeriesSummary["counterpart"]["role"],
    },
    host: { name: hostName, ours: sitting.hosts },
    mySide: sitting.side,
    basis: row.basis as SeriesSummary["basis"],
    basisTold: row.basis_told,
    issues: row.issues,
    state: row.state as SeriesSummary["state"],
    stateReason: row.state_reason,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    cadenceMonths: row.cadence_months,
    invented: row.invented,
    version: row.version,
  };
}

type SummedUp = Pick<
  SeriesSummary,
  "meetingsHeld" | "lastMeetingOn" | "nextMeetingOn" | "commitments" | "says" | "lapsed"
>;

function nothingKnown(): SummedUp {
  return {
    meetingsHeld: 0,
    lastMeetingOn: null,
    nextMeetingOn: null,
    commitments: { open: 0, overdue: 0, waitingForUs: 0, kept: 0, slipped: 0 },
    says: sayDialogue("series.meetings_not_shown", {}),
    lapsed: false,
  };
}

const settled = new Set(["kept", "kept_late", "released", "refused"]);

function sumUp(known: FactsOfSeries, sitting: Sitting, hostName: string, today: string): SummedUp {
  const commitments = { open: 0, overdue: 0, waitingForUs: 0, kept: 0, slipped: 0 };
  for (const commitment of known.commitments) {
    const standing = standingOf(commitment, today);
    if (standing === null) continue;
    if (!settled.has(standing.state)) commitments.open += 1;
    if (standing.state === "overdue") commitments.overdue += 1;
    if (standing.state === "kept" || standing.state === "kept_late") commitments.kept += 1;
    if (standing.waitsFor === sitting.side) commitments.waitingForUs += 1;
    if (standing.slips.length > 0) commitments.slipped += 1;
  }
  if (!seesAt(sitting, "meetings")) return { ...nothingKnown(), commitments };
  // To the counterpart it is the buyers it meets.
  const series =
    sitting.side === "counterpart" ? { ...known.series, counterpart: hostName } : known.series;
  const cadence = watchCadence(series, known.meetings, today);
  return {
    meetingsHeld: known.meetings.filter(({ heldOn }) => heldOn !== null && heldOn <= today).length,
    lastMeetingOn: cadence.lastHeldOn,
    nextMeetingOn: cadence.planned?.on ?? null,
    commitments,
    says: cadence.sentence,
    lapsed: cadence.lapsedSince !== null,
  };
}
