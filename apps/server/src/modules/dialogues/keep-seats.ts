/** What becomes of seats that were offered: opened to more or less, shown, ended, left. */
import { AppError } from "@throughline/domain";
import { isoDate, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import type { LinkParts } from "../../platform/derive-link.ts";
import { requireOffered } from "./offer-seat.ts";
import { requireHost, requireSitting } from "./require-sitting.ts";
import { deriveSeatSecrets, expiryFrom } from "./seat-secrets.ts";
import {
  endLink,
  findSeatOfMail,
  insertSeatMail,
  markShown,
  prolongLink,
  readOwnLinks,
  type LinkRow,
} from "./links.store.ts";
import { endSitting, readSeats, setSittingSees, updateSeat } from "./seats.store.ts";
import { liftClosuresOf, liftOwnClosures } from "./settle-channels.ts";
import type { SeatSees } from "./sittings.store.ts";

interface OfSeat {
  readonly id: string;
  readonly seatId: string;
}

/** Says what a joint buyer may see, from now on. */
export async function changeSeat(
  work: Work,
  input: OfSeat & { readonly sees: readonly SeatSees[] },
): Promise<void> {
  await requireHost(work, input.id);
  const seat = await requireOffered(work, input.id, input.seatId);
  if (seat.kind !== "joint")
    throw new AppError("conflict", "The counterpart sees everything that is put on its table.");
  await updateSeat(work, seat.id, { sees: input.sees });
  await setSittingSees(work, seat.id, input.sees);
  await recordAudit(work, {
    action: "change-seat",
    subjectKind: "dialogue_seat",
    subjectId: seat.id,
    before: { sees: seat.sees },
    after: { sees: input.sees },
  });
}

/** Shows link and code. That they were shown is audited, and stands with whatever is confirmed through them. */
export async function revealSeat(
  work: Work,
  input: OfSeat,
  parts: LinkParts,
): Promise<{ link: string; code: string }> {
  await requireHost(work, input.id);
  const seat = await requireOffered(work, input.id, input.seatId);
  const link = (await readOwnLinks(work, [seat.id])).get(seat.id);
  const secrets = link === undefined ? null : secretsOf(work, link, parts);
  if (secrets === null)
    throw new AppError(
      "conflict",
      "This link opens nothing any more: it is out of date, or the server's secret has changed. Make a new one.",
    );
  await markShown(work, seat.id);
  await recordAudit(work, {
    action: "reveal-seat",
    subjectKind: "dialogue_seat",
    subjectId: seat.id,
    after: { generation: link?.generation ?? null },
  });
  return secrets;
}

/** Ends a seat: its link opens nothing, and whoever sat there sees nothing of the table any more. */
export async function endSeat(work: Work, input: OfSeat): Promise<void> {
  await requireHost(work, input.id);
  const seat = await requireOffered(work, input.id, input.seatId);
  await updateSeat(work, seat.id, { endedAt: work.now });
  await endLink(work, seat.id);
  const gotUp = await endSitting(work, seat.id);
  if (gotUp && seat.kind === "joint") await liftClosuresOf(work, input.id);
  await recordAudit(work, {
    action: "end-seat",
    subjectKind: "dialogue_seat",
    subjectId: seat.id,
    after: { seriesId: input.id, kind: seat.kind, sat: gotUp },
  });
}

/** Gets up from a table that is another's. What one wrote there stays. */
export async function leaveTable(work: Work, seriesId: string): Promise<void> {
  const sitting = await requireSitting(work, seriesId);
  if (sitting.hosts)
    throw new AppError("conflict", "You host this series. Pause or close it instead.");
  await liftOwnClosures(work, seriesId);
  await endSitting(work, sitting.seatId);
  await recordAudit(work, {
    action: "leave-table",
    subjectKind: "dialogue_seat",
    subjectId: sitting.seatId,
    after: { seriesId },
  });
}

/**
 * What a letter about a seat is filled in with; `null` where it carries none, or its link opens nothing any more. Shown
 * to a member, or sent to an address that is one of our own people's or not the seat's, it counts as shown.
 */
export async function revealSeatOfMail(
  work: Work,
  mailId: string,
  parts: LinkParts,
): Promise<{ link: string; code: string } | null> {
  const found = await findSeatOfMail(work, mailId);
  if (found === undefined) return null;
  const secrets = secretsOf(work, found.link, parts);
  if (secrets !== null && (found.elsewhere || work.actor.role !== "system"))
    await markShown(work, found.link.seatId);
  return secrets;
}

/** Where the counterpart of a series gets its letters. Host only; `null` where no seat was offered, or its address was erased. */
export async function findCounterpartMailbox(
  work: Work,
  seriesId: string,
): Promise<{
  readonly seatId: string;
  readonly name: string;
  readonly toAddress: string;
  readonly expiresOn: string;
} | null> {
  const seat = (await readSeats(work, [seriesId])).find(
    ({ kind, endedAt }) => kind === "counterpart" && endedAt === null,
  );
  if (seat === undefined) return null;
  const link = (await readOwnLinks(work, [seat.id])).get(seat.id);
  if (link === undefined || link.toAddress === null) return null;
  const { toAddress, expiresOn } = link;
  return { seatId: seat.id, name: seat.name, toAddress, expiresOn };
}

/** Says that a letter's `{{link}}` and `{{code}}` are those of a seat of ours. They work as long again from then on. */
export async function carrySeatLink(work: Work, mailId: string, seatId: string): Promise<void> {
  await insertSeatMail(work, mailId, seatId);
  await prolongLink(work, seatId, expiryFrom(work));
}

function secretsOf(
  work: Work,
  link: LinkRow,
  parts: LinkParts,
): { link: string; code: string } | null {
  if (link.endedAt !== null || link.expiresOn < isoDate(work.now)) return null;
  const secrets = deriveSeatSecrets(parts, link.seatId, link.generation);
  return secrets.hash === link.secretHash ? { link: secrets.link, code: secrets.code } : null;
}
