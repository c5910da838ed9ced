/**
 * The participants' side. A personal link takes one ticket, signed blindly; from then on the ticket alone speaks and votes.
 * Nothing here writes an audit entry or a time, and nothing keeps a ticket.
 */
import type { PublicBoard } from "@throughline/contract";
import type { Database } from "@throughline/db";
import { AppError, fewestTickets, type EntryKind } from "@throughline/domain";
import { createHash } from "node:crypto";
import {
  isGood,
  nullifierOf,
  openBoardKeys,
  readTicket,
  signBlinded,
  type BoardKeys,
  type Ticket,
} from "./board-keys.ts";
import { noteGoodTicket } from "./board-calls.ts";
import { countEntries, findEntry, findVotedFor, insertEntry, setVote } from "./entries.store.ts";
import {
  findForum,
  findSealedKeys,
  lockForum,
  tellBoardChanged,
  type BoardWork,
  type ForumRow,
} from "./forums.store.ts";
import { stateOf, ticketsTold } from "./keep-forums.ts";
import { countAct } from "./limit-acts.ts";
import { readPersonalLink } from "./personal-link.ts";
import { assembleBoard } from "./run-board.ts";
import { countSeats, findSeatByLink, noteTicket, type OpenedSeat } from "./seats.store.ts";

/** What the server lends to participants: its database and its secret. */
export interface BoardParts {
  readonly database: Database;
  readonly secret: string;
}

/** More than a session says in a day; it keeps one ticket from filling the disk. */
const mostEntries = 3000;

/** Runs work in the scope of the host, for somebody who is nobody there. */
function within<T>(
  { database }: Pick<BoardParts, "database">,
  organisationId: string,
  use: (work: BoardWork) => Promise<T>,
): Promise<T> {
  return database.withActor({ organisationId, personId: null }, (tx) =>
    use({ tx, actor: { organisationId } }),
  );
}

async function openLink(
  work: BoardWork,
  hash: string,
): Promise<{ seat: OpenedSeat; forum: ForumRow }> {
  const seat = await findSeatByLink(work, hash);
  const forum = seat === undefined ? undefined : await findForum(work, seat.forumId);
  if (seat === undefined || forum === undefined) throw new AppError("invitation_not_valid");
  return { seat, forum };
}

/** What a personal link opens: where one is invited, and, once published, the record. */
export async function lookAtInvitation(parts: BoardParts, link: string) {
  const { organisationId, hash } = readPersonalLink(link);
  return within(parts, organisationId, async (work) => {
    const { seat, forum } = await openLink(work, hash);
    const counts = forum.state === "preparing" ? await countSeats(work) : null;
    return {
      forumId: forum.id,
      hostId: organisationId,
      title: forum.title,
      purpose: forum.purpose,
      heldOn: forum.heldOn,
      host: forum.host,
      invented: forum.invented,
      state: stateOf(forum),
      rule: "chatham_house" as const,
      mark: forum.mark,
      publicKey: forum.publicKey,
      // Whoever holds somebody's link, as the host does, could watch when that person comes.
      taken: forum.state === "preparing" && seat.blindedHash !== null,
      institution: seat.institution,
      tickets: ticketsTold(forum, counts?.get(forum.id)),
      ticketsNeeded: fewestTickets,
      record:
        forum.publishedOn === null
          ? null
          : {
              ...(await assembleBoard(work, forum, { host: false })),
              summary: forum.summary,
              publishedOn: forum.publishedOn,
            },
    };
  });
}

/**
 * Signs a blinded ticket, once for each link. The same blinded ticket is signed again, so that an answer that was lost on
 * its way costs nobody the seat; its hash is all that is kept, and is independent of the ticket.
 *
 * @throws AppError `invitation_not_valid`, `ticket_already_taken`, `board_not_open` once closed
 */
export async function joinBoard(
  parts: BoardParts,
  input: { readonly link: string; readonly blinded: string; readonly listInstitution: boolean },
): Promise<{ blindSignature: string }> {
  const { organisationId, hash } = readPersonalLink(input.link);
  const blinded = Buffer.from(input.blinded, "base64url");
  const blindedHash = createHash("sha256").update(blinded).digest("base64url");
  return within(parts, organisationId, async (work) => {
    const opened = await openLink(work, hash);
    // Seats are written anew as a whole, so one person after the other.
    await lockForum(work, opened.forum.id, "update");
    const { seat, forum } = await openLink(work, hash);
    if (forum.state === "closed") throw new AppError("board_not_open", "The board is closed.");
    if (seat.blindedHash !== null && seat.blindedHash !== blindedHash)
      throw new AppError("ticket_already_taken");
    const keys = await keysOf(work, parts, forum.id);
    const blindSignature = signBlinded(keys.signing, blinded).toString("base64url");
    if (seat.blindedHash === null)
      await noteTicket(
        work,
        seat,
        blindedHash,
        input.listInstitution && seat.institution !== null
          ? { name: seat.institution, late: forum.state === "open" }
          : null,
      );
    return { blindSignature };
  });
}

async function keysOf(
  work: BoardWork,
  { secret }: Pick<BoardParts, "secret">,
  forumId: string,
): Promise<BoardKeys> {
  const sealed = await findSealedKeys(work, forumId);
  if (sealed === null) throw new AppError("board_not_open", "The board is closed.");
  return openBoardKeys(secret, forumId, sealed);
}

/** The forum a ticket admits to. One that is malformed, forged or of a closed board is one answer. */
async function admit(work: BoardWork, ticket: Ticket): Promise<ForumRow> {
  const forum = await findForum(work, ticket.forumId);
  if (forum === undefined || forum.publicKey === null || !isGood(forum.publicKey, ticket))
    throw new AppError("ticket_not_valid");
  return forum;
}

/** Runs work for the holder of a ticket. */
export async function withTicket<T>(
  parts: Pick<BoardParts, "database">,
  header: string | null,
  use: (work: BoardWork, forum: ForumRow, ticket: Ticket) => Promise<T>,
): Promise<T> {
  const ticket = readTicket(header);
  if (header === null || ticket === null) throw new AppError("ticket_not_valid");
  return within(parts, ticket.organisationId, async (work) => {
    const forum = await admit(work, ticket);
    noteGoodTicket(header);
    return use(work, forum, ticket);
  });
}

/** The board, and which entries this ticket voted for. */
export async function readBoard(
  parts: BoardParts,
  header: string | null,
): Promise<PublicBoard & { votedFor: string[] }> {
  return withTicket(parts, header, async (work, forum, ticket) => {
    const board = await assembleBoard(work, forum, { host: false });
    const keys = await keysOf(work, parts, forum.id);
    const votedFor = await findVotedFor(
      work,
      forum.id,
      board.entries.map(({ id }) => nullifierOf(keys, ticket, id)),
    );
    return { ...board, votedFor };
  });
}

export type BoardAct =
  | {
      readonly act: "say";
      readonly entryId: string;
      readonly kind: EntryKind;
      readonly promptId: string | null;
      readonly parentId: string | null;
      readonly text: string;
    }
  | { readonly act: "vote"; readonly entryId: string; readonly for: boolean };

/** Says something or votes. */
export async function actOnBoard(
  parts: BoardParts,
  header: string | null,
  input: BoardAct,
): Promise<void> {
  await withTicket(parts, header, async (work, admitted, ticket) => {
    countAct(ticket.message);
    // Held, so that nothing is said while the board is being closed.
    const forum = await lockForum(work, admitted.id, "share");
    if (forum?.state !== "open")
      throw new AppError("board_not_open", "The host has not opened the board yet.");
    const changed =
      input.act === "say"
        ? await say(work, forum.id, input)
        : await vote(work, parts, forum.id, ticket, input);
    if (changed) await tellBoardChanged(work, forum.id);
  });
}

async function say(
  work: BoardWork,
  forumId: string,
  input: Extract<BoardAct, { act: "say" }>,
): Promise<boolean> {
  if ((input.kind === "comment") !== (input.parentId !== null))
    throw new AppError("input_invalid", undefined, [
      { path: "/parentId", message: "A comment stands under something; nothing else does." },
    ]);
  let { promptId } = input;
  if (input.parentId !== null) {
    const parent = await findEntry(work, forumId, input.parentId);
    if (parent === undefined || parent.kind === "comment") throw new AppError("reference_unknown");
    promptId = parent.promptId;
  }
  if ((await countEntries(work, forumId)) >= mostEntries)
    throw new AppError("rate_limited", "The board is full.");
  if (!(await insertEntry(work, forumId, { ...input, id: input.entryId, promptId })))
    throw new AppError("conflict");
  return true;
}

async function vote(
  work: BoardWork,
  parts: BoardParts,
  forumId: string,
  ticket: Ticket,
  input: Extract<BoardAct, { act: "vote" }>,
): Promise<boolean> {
  const entry = await findEntry(work, forumId, input.entryId);
  if (entry === undefined || entry.kind === "comment") throw new AppError("reference_unknown");
  if (input.for && (entry.hidden || entry.mergedInto !== null))
    throw new AppError("board_not_open", "This was hidden or merged by the host.");
  const keys = await keysOf(work, parts, forumId);
  const nullifier = nullifierOf(keys, ticket, input.entryId);
  return setVote(work, forumId, input.entryId, nullifier, input.for);
}
