/** One series with its table: what each side wants, who sits there, threads, whether the channel is open. */
import type { ChannelState, Seat, SeriesAim, SeriesDetail } from "@throughline/contract";
import { AppError, otherSide } from "@throughline/domain";
import { may, type Work } from "../../platform/api.ts";
import { readAgreements, readAims, readThreads } from "./aims.store.ts";
import { describeSeries } from "./describe-series.ts";
import { sayDialogue } from "./dialogue-sentences.ts";
import { readOwnLinks } from "./links.store.ts";
import { readOccupants, readSeats } from "./seats.store.ts";
import { readSeriesContracts } from "./series.store.ts";
import { readStandingClosures, type Sitting } from "./sittings.store.ts";
import { requireSitting } from "./require-sitting.ts";

export async function showSeries(work: Work, id: string): Promise<SeriesDetail> {
  const sitting = await requireSitting(work, id);
  const [described] = await describeSeries(work, new Map([[id, sitting]]));
  if (described === undefined) throw new AppError("not_found", "There is no such series here.");
  const { row, summary } = described;
  const channel = await describeChannel(work, id);
  const aims = await describeAims(work, id);
  const write = may(work, "dialogue.write");
  const asked = aims.find(({ side }) => side === otherSide(sitting.side));
  return {
    ...summary,
    cpv: row.cpv,
    leadDays: row.lead_days,
    language: row.language,
    timeZone: row.time_zone,
    protection: row.protection,
    supplierId: sitting.hosts ? row.supplier_id : null,
    contracts: sitting.hosts
      ? (await readSeriesContracts(work, [id])).map(({ seriesId: _, ...contract }) => contract)
      : [],
    seats: await describeSeats(work, id, sitting),
    aims,
    threads: (await readThreads(work, id)).map((thread) => ({
      id: thread.id,
      title: thread.title,
      // The column's check constraint holds the vocabulary.
      kind: thread.kind as SeriesDetail["threads"][number]["kind"],
      openedOn: thread.opened_on,
      closedOn: thread.closed_on,
      outcome: thread.outcome,
      meetings: thread.meeting_ids.length,
      meetingIds: thread.meeting_ids,
      mine: thread.organisation_id === work.actor.organisationId,
      version: thread.version,
    })),
    channel,
    can: {
      host: write && sitting.hosts,
      write,
      plan: write && sitting.hosts && row.state === "open" && channel.open,
      agree: write && asked !== undefined && asked.agreed === null,
      leave: write && !sitting.hosts,
    },
  };
}

/**
 * Whether the one-to-one channel of a series is open, with what keeps it closed.
 *
 * @example (await describeChannel(work, seriesId)).open // false
 */
export async function describeChannel(work: Work, seriesId: string): Promise<ChannelState> {
  const closures = await readStandingClosures(work, [seriesId]);
  return {
    open: closures.length === 0,
    closures: closures.map(({ title, since, organisationId }) => {
      const byUs = organisationId === work.actor.organisationId;
      const code = byUs ? "channel.closed_by_us" : "channel.closed_by_others";
      return { title, since, byUs, says: sayDialogue(code, { title, since }) };
    }),
  };
}

async function describeSeats(work: Work, seriesId: string, sitting: Sitting): Promise<Seat[]> {
  const seats = await readSeats(work, [seriesId]);
  const links = sitting.hosts
    ? await readOwnLinks(
        work,
        seats.map(({ id }) => id),
      )
    : new Map<string, never>();
  const occupants = sitting.hosts
    ? await readOccupants(work, [seriesId])
    : new Map<string, never>();
  return seats.map((seat) => {
    const link = links.get(seat.id);
    return {
      id: seat.id,
      side: seat.side,
      kind: seat.kind,
      name: seat.name,
      sees: [...seat.sees],
      endedAt: seat.endedAt?.toISOString() ?? null,
      mine: seat.id === sitting.seatId,
      link:
        link === undefined
          ? null
          : {
              toAddress: link.toAddress,
              expiresOn: link.expiresOn,
              taken: occupants.has(seat.id),
              takenAs: occupants.get(seat.id) ?? null,
              shownAt: link.shownAt?.toISOString() ?? null,
              generation: link.generation,
            },
    };
  });
}

/** The standing one of each side first, earlier ones after, latest first. */
async function describeAims(work: Work, seriesId: string): Promise<SeriesAim[]> {
  const rows = await readAims(work, seriesId);
  const agreements = Map.groupBy(await readAgreements(work, seriesId), (row) => row.aim_id);
  const aims = rows.map((row): SeriesAim => {
    // The column's check constraint holds the vocabulary.
    const side = row.side as SeriesAim["side"];
    const agreed = agreements.get(row.id)?.find((one) => one.side !== side);
    return {
      id: row.id,
      side,
      by: row.told_by,
      purpose: row.purpose,
      hopedOutcome: row.hoped_outcome,
      brings: row.brings,
      saidAt: row.shared_at.toISOString(),
      agreed:
        agreed === undefined
          ? null
          : { by: agreed.told_by, at: agreed.shared_at.toISOString(), note: agreed.note },
    };
  });
  const standing = new Set(
    (["buyers", "counterpart"] as const).flatMap(
      (side) => aims.find((aim) => aim.side === side)?.id ?? [],
    ),
  );
  return [
    ...aims.filter(({ id }) => standing.has(id)),
    ...aims.filter(({ id }) => !standing.has(id)),
  ];
}
