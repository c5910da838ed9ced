/**
 * Keeps channels closed while a procurement of our own on the subject is live, and opens them again (2014/24/EU art. 18).
 * Each buyer at a table closes it for its own procurements. Called in the transaction of whatever changes a procurement
 * or a series, and each morning.
 */
import { channelOf } from "@throughline/dialogue";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  insertClosure,
  liftClosure,
  liftClosuresOfGone,
  readBuyersSeries,
  readLiveProcurements,
  readOwnClosures,
} from "./channels.store.ts";

/**
 * Brings what keeps channels closed into line with our procurements; answers how many were closed and opened.
 *
 * @example await settleChannels(work); // after a procurement was published
 */
export async function settleChannels(
  work: Work,
): Promise<{ readonly closed: number; readonly opened: number }> {
  const series = await readBuyersSeries(work);
  const standing = await readOwnClosures(work);
  if (series.length === 0 && standing.length === 0) return { closed: 0, opened: 0 };
  const live = await readLiveProcurements(work);
  const wanted = series.flatMap(({ id: seriesId, cpv }) =>
    live.flatMap((procurement) => {
      const channel = channelOf(cpv, [procurement], work.today);
      return channel.open
        ? []
        : [
            {
              seriesId,
              procurementId: procurement.id,
              title: channel.title,
              since: channel.since ?? work.today,
            },
          ];
    }),
  );
  const keyOf = (seriesId: string, procurementId: string): string => `${seriesId}:${procurementId}`;
  const wantedKeys = new Set(wanted.map((one) => keyOf(one.seriesId, one.procurementId)));
  const standingKeys = new Set(standing.map((one) => keyOf(one.series_id, one.procurement_id)));
  let closed = 0;
  for (const closure of wanted) {
    if (standingKeys.has(keyOf(closure.seriesId, closure.procurementId))) continue;
    if (!(await insertClosure(work, closure))) continue;
    closed += 1;
    await recordAudit(work, {
      action: "close-channel",
      subjectKind: "dialogue_series",
      subjectId: closure.seriesId,
      after: { procurementId: closure.procurementId, since: closure.since },
    });
  }
  let opened = 0;
  for (const { id, series_id: seriesId, procurement_id: procurementId } of standing) {
    if (wantedKeys.has(keyOf(seriesId, procurementId))) continue;
    await liftClosure(work, id);
    opened += 1;
    await recordAudit(work, {
      action: "open-channel",
      subjectKind: "dialogue_series",
      subjectId: seriesId,
      after: { procurementId, on: work.today },
    });
  }
  return { closed, opened };
}

/** Before one gets up: what one kept closed is open again. */
export async function liftOwnClosures(work: Work, seriesId: string): Promise<void> {
  for (const closure of await readOwnClosures(work)) {
    if (closure.series_id !== seriesId) continue;
    await liftClosure(work, closure.id);
    await recordAudit(work, {
      action: "open-channel",
      subjectKind: "dialogue_series",
      subjectId: seriesId,
      after: { procurementId: closure.procurement_id, on: work.today },
    });
  }
}

/** After buyers were made to get up from a table of ours: what they kept closed is open again. */
export async function liftClosuresOf(work: Work, seriesId: string): Promise<void> {
  const lifted = await liftClosuresOfGone(work, seriesId);
  if (lifted.length === 0) return;
  await recordAudit(work, {
    action: "open-channel",
    subjectKind: "dialogue_series",
    subjectId: seriesId,
    after: { closures: lifted.length, on: work.today },
  });
}

/** Each morning; the job queues itself for the next while we sit at any table with the buyers. */
export async function settleChannelsDaily(work: Work): Promise<void> {
  await settleChannels(work);
  if ((await readBuyersSeries(work)).length > 0) await planSettling(work);
}

/** Sees to it that channels are looked at tomorrow; said twice it is the same job. */
export async function planSettling(work: Work): Promise<void> {
  await work.enqueue(
    "settle-channels",
    {},
    { singletonKey: "daily", startAfter: nextMorning(work.now) },
  );
}

function nextMorning(now: Date): Date {
  const morning = new Date(now);
  morning.setUTCHours(5, 0, 0, 0);
  if (morning <= now) morning.setUTCDate(morning.getUTCDate() + 1);
  return morning;
}
