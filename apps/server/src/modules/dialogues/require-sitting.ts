/**
 * The door to a table. Whoever does not sit there, whoever got up, and a series that is nobody's get one answer.
 */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { sayDialogue } from "./dialogue-sentences.ts";
import {
  findSeriesState,
  findSitting,
  isOpenedLinkShown,
  readStandingClosures,
  wasTakenByShownLink,
  type SeatSees,
  type Sitting,
} from "./sittings.store.ts";

/**
 * Where the acting organisation sits, or `not_found`.
 *
 * @example const { side, hosts } = await requireSitting(work, input.seriesId);
 */
export async function requireSitting(work: Work, seriesId: string): Promise<Sitting> {
  const sitting = await findSitting(work, seriesId);
  if (sitting === undefined) throw new AppError("not_found", "There is no such series here.");
  return sitting;
}

/** The same, for what a joint buyer may have been left out of. */
export async function requireSeeing(
  work: Work,
  seriesId: string,
  wanted: SeatSees,
): Promise<Sitting> {
  const sitting = await requireSitting(work, seriesId);
  if (!seesAt(sitting, wanted))
    throw new AppError(
      "not_allowed",
      "Whoever leads this series has not opened this to your seat. Ask them.",
    );
  return sitting;
}

/** Whether the seat shows it: lead and counterpart see everything on the table. */
export function seesAt(sitting: Sitting, wanted: SeatSees): boolean {
  return sitting.kind !== "joint" || sitting.sees.includes(wanted);
}

/** The same for its host: who sits there without being it gets `not_allowed`. */
export async function requireHost(work: Work, seriesId: string): Promise<Sitting> {
  const sitting = await requireSitting(work, seriesId);
  if (!sitting.hosts)
    throw new AppError("not_allowed", "Whoever began the series does this; ask them.");
  return sitting;
}

/** Refuses what is not done where the series is paused or closed (`series_not_open`). */
export async function requireOpenSeries(work: Work, seriesId: string): Promise<void> {
  const series = await findSeriesState(work, seriesId);
  if (series === undefined) throw new AppError("not_found", "There is no such series here.");
  if (series.state !== "open")
    throw new AppError(
      "series_not_open",
      sayDialogue(`state.${series.state}`, { reason: series.reason }).text,
    );
}

/**
 * Refuses what is not done while a procurement on the subject is live (`channel_closed`, naming it) and where the series
 * is paused or closed (`series_not_open`). Confirming minutes that were sent, and promises, go on.
 */
export async function requireOpenChannel(work: Work, seriesId: string): Promise<void> {
  await requireOpenSeries(work, seriesId);
  await refuseWhileLive(work, seriesId);
}

/** Refuses free words to the other side while a procurement on the subject is live, whatever the series' own state. */
export async function refuseWhileLive(work: Work, seriesId: string): Promise<void> {
  const closures = await readStandingClosures(work, [seriesId]);
  if (closures.length === 0) return;
  throw new AppError(
    "channel_closed",
    closures
      .map(({ title, since }) => sayDialogue("channel.closed", { title, since }).text)
      .join(" "),
  );
}

/** How something is said: signed in as a member, or as the holder of link, code and word. */
export interface HowSaid {
  readonly via: "account" | "link";
  /** People of the host had been shown the link: before it was said, or, by a member, before the seat was taken. */
  readonly linkShown: boolean;
}

export async function howItIsSaid(work: Work, seriesId: string): Promise<HowSaid> {
  if (work.actor.role !== "guest")
    return { via: "account", linkShown: await wasTakenByShownLink(work, seriesId) };
  return { via: "link", linkShown: await isOpenedLinkShown(work) };
}
