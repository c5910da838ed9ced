/** Offers the counterpart or another buyer a seat, and makes its link anew. */
import { AppError } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import type { LinkParts } from "../../platform/derive-link.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { queueMail } from "../mail/index.ts";
import { findStandingAim } from "./aims.store.ts";
import { requireHost, requireOpenChannel } from "./require-sitting.ts";
import { deriveSeatSecrets, expiryFrom } from "./seat-secrets.ts";
import { wordOffer, wordRenewal, type SeatWords } from "./seat-words.en.ts";
import { insertLink, insertSeatMail, readOwnLinks, replaceLink } from "./links.store.ts";
import { endSitting, insertSeat, lockOwnSeat, readSeats, type SeatRow } from "./seats.store.ts";
import { requireSeries } from "./series.store.ts";
import { liftClosuresOf } from "./settle-channels.ts";
import type { SeatSees } from "./sittings.store.ts";

export interface SeatOffer {
  readonly id: string;
  readonly kind: "joint" | "counterpart";
  readonly name: string;
  readonly toAddress: string;
  readonly sees: readonly SeatSees[];
  readonly letter: string;
}

/** Offers it; the letter with its link is queued. */
export async function offerSeat(
  work: Work,
  input: SeatOffer,
  parts: LinkParts,
): Promise<{ seatId: string; mailId: string }> {
  const lead = await requireHost(work, input.id);
  await requireOpenChannel(work, input.id);
  const series = await requireSeries(work, input.id);
  const standing = (await readSeats(work, [input.id])).filter(({ endedAt }) => endedAt === null);
  if (input.kind === "counterpart" && standing.some(({ kind }) => kind === "counterpart"))
    throw new AppError(
      "already_exists",
      "The counterpart's seat was offered already. Make its link anew, or end it first: there is one counterpart at a table.",
    );
  const sees = input.kind === "counterpart" ? undefined : input.sees;
  const seatId = await insertSeat(work, {
    seriesId: input.id,
    side: input.kind === "counterpart" ? "counterpart" : "buyers",
    kind: input.kind,
    name: input.name,
    ...(sees === undefined ? {} : { sees }),
  });
  const expiresOn = expiryFrom(work);
  await insertLink(work, {
    seatId,
    secretHash: deriveSeatSecrets(parts, seatId, 1).hash,
    toAddress: input.toAddress,
    expiresOn,
  });
  await recordAudit(work, {
    action: "offer-seat",
    subjectKind: "dialogue_seat",
    subjectId: seatId,
    after: {
      seriesId: input.id,
      kind: input.kind,
      // An organisation's as a rule, but nobody keeps a person's from being typed.
      name: await sealPersonal(work, subjectOf(work.actor), input.name),
      sees: sees ?? null,
      expiresOn,
      toAddress: await sealPersonal(work, subjectOf(work.actor), input.toAddress),
    },
  });
  const aim = await findStandingAim(work, input.id, "buyers");
  const mailId = await sendLetter(work, seatId, input.name, input.toAddress, "seat_offer", {
    ...wordOffer({
      kind: input.kind,
      host: lead.name,
      title: series.title,
      counterpart: series.counterpart_name,
      sees: input.sees,
      aim: aim === undefined ? null : { purpose: aim.purpose, hopedOutcome: aim.hoped_outcome },
      protection: series.protection,
      letter: input.letter,
      expiresOn,
    }),
  });
  return { seatId, mailId };
}

/** Makes the next link: the old one opens nothing, whoever sat there gets up, and the word is chosen anew. */
export async function renewSeat(
  work: Work,
  input: { readonly id: string; readonly seatId: string; readonly toAddress?: string | undefined },
  parts: LinkParts,
): Promise<{ mailId: string }> {
  const lead = await requireHost(work, input.id);
  await requireOpenChannel(work, input.id);
  const seat = await requireOffered(work, input.id, input.seatId);
  const series = await requireSeries(work, input.id);
  const link = (await readOwnLinks(work, [seat.id])).get(seat.id);
  const toAddress = input.toAddress ?? link?.toAddress ?? null;
  if (link === undefined || toAddress === null)
    throw new AppError("input_invalid", undefined, [
      { path: "/toAddress", message: "Give the address the new link goes to." },
    ]);
  const generation = link.generation + 1;
  const expiresOn = expiryFrom(work);
  const gotUp = await endSitting(work, seat.id);
  await replaceLink(work, {
    seatId: seat.id,
    generation,
    secretHash: deriveSeatSecrets(parts, seat.id, generation).hash,
    toAddress,
    expiresOn,
  });
  if (gotUp && seat.kind === "joint") await liftClosuresOf(work, input.id);
  await recordAudit(work, {
    action: "renew-seat",
    subjectKind: "dialogue_seat",
    subjectId: seat.id,
    before: { generation: link.generation, sat: gotUp },
    after: { generation, expiresOn, seriesId: input.id },
  });
  const words = wordRenewal({ host: lead.name, title: series.title, expiresOn });
  return { mailId: await sendLetter(work, seat.id, seat.name, toAddress, "seat_renewal", words) };
}

/** A seat of ours that stands and was offered to somebody; the lead's own is nobody's to open. */
export async function requireOffered(
  work: Work,
  seriesId: string,
  seatId: string,
): Promise<SeatRow> {
  const seat = await lockOwnSeat(work, seriesId, seatId);
  if (seat === undefined) throw new AppError("not_found", "There is no such seat at this table.");
  if (seat.kind === "lead")
    throw new AppError("conflict", "This is your own seat; it goes with the series.");
  if (seat.endedAt !== null)
    throw new AppError("conflict", "This seat was ended. Offer a new one where one is needed.");
  return seat;
}

async function sendLetter(
  work: Work,
  seatId: string,
  toName: string,
  toAddress: string,
  kind: "seat_offer" | "seat_renewal",
  words: SeatWords,
): Promise<string> {
  const mailId = await queueMail(work, { kind, toAddress, toName, ...words, deliveryId: null });
  await insertSeatMail(work, mailId, seatId);
  return mailId;
}
