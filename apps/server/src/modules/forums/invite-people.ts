/** Invites people, each by a link of its own; withdraws, and lets members take part like everybody else. */
import type { ForumInvitee, ForumSeat } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { randomUUID } from "node:crypto";
import { memberOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { queueMail } from "../mail/index.ts";
import { writeInvitation } from "./forum-mails.en.ts";
import { lockForum, type ForumRow } from "./forums.store.ts";
import { requireForum } from "./keep-forums.ts";
import { derivePersonalLink, type LinkParts } from "./personal-link.ts";
import {
  findSeatBy,
  findSeats,
  insertSeat,
  setMailOfSeat,
  withdrawSeatRow,
} from "./seats.store.ts";

/** A board for more is no conversation, and each ticket writes all seats anew. */
const mostSeats = 2000;

export async function listSeats(work: Work, forumId: string): Promise<{ seats: ForumSeat[] }> {
  await requireForum(work, forumId);
  return { seats: await findSeats(work, forumId) };
}

async function requireInviting(work: Work, forumId: string): Promise<ForumRow> {
  const forum = await lockForum(work, forumId, "update");
  if (forum === undefined) throw new AppError("not_found");
  if (forum.state === "closed") throw new AppError("board_not_open", "The board is closed.");
  return forum;
}

/** Invites each once: an address that has a seat already is counted as known and gets no second one. */
export async function invitePeople(
  work: Work,
  { forumId, people }: { readonly forumId: string; readonly people: readonly ForumInvitee[] },
  parts: LinkParts,
): Promise<{ invited: number; mailed: number; known: number }> {
  const forum = await requireInviting(work, forumId);
  const seats = await findSeats(work, forumId);
  if (seats.length + people.length > mostSeats)
    throw new AppError("input_invalid", `A session has at most ${mostSeats} seats.`);
  const addresses = new Set(seats.flatMap(({ address }) => address?.toLowerCase() ?? []));
  let invited = 0;
  let mailed = 0;
  for (const person of people) {
    const address = person.address?.toLowerCase() ?? null;
    if (address !== null && addresses.has(address)) continue;
    if (address !== null) addresses.add(address);
    const seatId = randomUUID();
    const { hash } = derivePersonalLink(parts, work.actor.organisationId, seatId);
    await insertSeat(work, forumId, { id: seatId, personId: null, ...person, linkHash: hash });
    invited += 1;
    if (person.address === null) continue;
    const mailId = await queueMail(work, {
      kind: "forum-invitation",
      toAddress: person.address,
      toName: person.name,
      deliveryId: null,
      ...writeInvitation(forum),
    });
    await setMailOfSeat(work, seatId, mailId);
    mailed += 1;
  }
  await recordAudit(work, {
    action: "invite-to-forum",
    subjectKind: "forum",
    subjectId: forumId,
    after: { invited, mailed },
  });
  return { invited, mailed, known: people.length - invited };
}

/** The link of somebody without an address, for whoever hands it over. */
export async function revealSeatLink(
  work: Work,
  { forumId, seatId }: { readonly forumId: string; readonly seatId: string },
  parts: LinkParts,
): Promise<{ link: string }> {
  await requireForum(work, forumId);
  const seat = (await findSeats(work, forumId)).find(({ id }) => id === seatId);
  if (seat === undefined || seat.withdrawn) throw new AppError("not_found");
  if (seat.member || seat.address !== null)
    throw new AppError("conflict", "This link was sent by mail. It is read in the outbox.");
  await recordAudit(work, {
    action: "reveal-forum-link",
    subjectKind: "forum",
    subjectId: forumId,
    after: { seatId },
  });
  return { link: derivePersonalLink(parts, work.actor.organisationId, seatId).link };
}

/** Withdraws an invitation. Whether its ticket was taken is not told: one that was still admits. */
export async function withdrawSeat(
  work: Work,
  { forumId, seatId }: { readonly forumId: string; readonly seatId: string },
): Promise<void> {
  // Held: somebody who joins meanwhile writes all seats anew.
  if ((await lockForum(work, forumId, "update")) === undefined) throw new AppError("not_found");
  if (!(await withdrawSeatRow(work, forumId, seatId))) throw new AppError("not_found");
  await recordAudit(work, {
    action: "withdraw-forum-invitation",
    subjectKind: "forum",
    subjectId: forumId,
    after: { seatId },
  });
}

/** A member's own link; the same each time. */
export async function takeOwnSeat(
  work: Work,
  forumId: string,
  parts: LinkParts,
): Promise<{ link: string }> {
  const { personId } = memberOf(work.actor);
  await requireInviting(work, forumId);
  const { organisationId } = work.actor;
  const known = await findSeatBy(work, { forumId, personId });
  if (known !== undefined)
    return { link: derivePersonalLink(parts, organisationId, known.id).link };
  const seatId = randomUUID();
  const { link, hash } = derivePersonalLink(parts, organisationId, seatId);
  await insertSeat(work, forumId, {
    id: seatId,
    personId,
    name: null,
    address: null,
    institution: null,
    linkHash: hash,
  });
  await recordAudit(work, {
    action: "take-own-forum-seat",
    subjectKind: "forum",
    subjectId: forumId,
  });
  return { link };
}

/** What a mail is filled in with; `null` when its seat was withdrawn, or the server's secret has changed. */
export async function revealInvitation(
  work: Work,
  mailId: string,
  parts: LinkParts,
): Promise<{ link: string; code: string } | null> {
  const seat = await findSeatBy(work, { mailId });
  if (seat === undefined) return null;
  const { link, hash } = derivePersonalLink(parts, work.actor.organisationId, seat.id);
  return hash === seat.linkHash ? { link, code: "" } : null;
}
