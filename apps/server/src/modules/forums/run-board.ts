/** Opens the board and closes it for good; the host groups, merges, hides and answers; the summary is written and published. */
import type { PublicBoard } from "@throughline/contract";
import { AppError, listInstitutions, mayOpenBoard, orderEntries } from "@throughline/domain";
import { isoDate, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { queueMail } from "../mail/index.ts";
import {
  findEntries,
  findEntry,
  followMerge,
  settleEntries,
  updateEntry,
} from "./entries.store.ts";
import { writePublication } from "./forum-mails.en.ts";
import {
  deleteKeys,
  findInstitutions,
  findPrompts,
  lockForum,
  tellBoardChanged,
  type BoardWork,
  type ForumRow,
} from "./forums.store.ts";
import { changeForum, requireForum, stateOf, ticketsTold } from "./keep-forums.ts";
import { countSeats, findSeats, forgetTickets, setMailOfSeat } from "./seats.store.ts";

interface Versioned {
  readonly forumId: string;
  readonly version: number;
}

/** Opens it. The count of tickets told from here on is the one of this moment. */
export async function openBoard(work: Work, input: Versioned): Promise<{ version: number }> {
  const forum = await lockForum(work, input.forumId, "update");
  if (forum === undefined) throw new AppError("not_found");
  if (forum.state !== "preparing") throw new AppError("board_not_open", "It was opened before.");
  const tickets = (await countSeats(work)).get(forum.id)?.tickets ?? 0;
  const opening = mayOpenBoard(tickets);
  if (!opening.ok) throw new AppError("too_few_tickets", opening.reason);
  const version = await changeForum(work, input, {
    state: "open",
    opened_on: isoDate(work.now),
    tickets_at_opening: tickets,
  });
  await recordAudit(work, {
    action: "open-board",
    subjectKind: "forum",
    subjectId: forum.id,
    after: { tickets },
  });
  await tellBoardChanged(work, forum.id);
  return { version };
}

/**
 * Closes it for good: nothing admits any more, counts stay, the keys and what votes left behind are deleted, which seats
 * took tickets is forgotten, and what was said is written anew in random order under new ids.
 */
export async function closeBoard(work: Work, input: Versioned): Promise<{ version: number }> {
  const forum = await lockForum(work, input.forumId, "update");
  if (forum === undefined) throw new AppError("not_found");
  if (forum.state !== "open") throw new AppError("board_not_open", "The board is not open.");
  const tickets = (await countSeats(work)).get(forum.id)?.tickets ?? 0;
  await settleEntries(work, forum.id);
  await deleteKeys(work, forum.id);
  await forgetTickets(work, forum.id);
  const version = await changeForum(work, input, {
    state: "closed",
    closed_on: isoDate(work.now),
    tickets_at_closing: tickets,
    public_key: null,
  });
  await recordAudit(work, {
    action: "close-board",
    subjectKind: "forum",
    subjectId: forum.id,
    after: { tickets },
  });
  await tellBoardChanged(work, forum.id);
  return { version };
}

/** The board as everybody sees it; `host` also sees what is hidden. */
export async function assembleBoard(
  work: BoardWork,
  forum: ForumRow,
  { host }: { readonly host: boolean },
): Promise<PublicBoard> {
  const entries = await findEntries(work, forum.id, forum.state === "open");
  const counts = forum.state === "preparing" ? await countSeats(work) : null;
  return {
    title: forum.title,
    host: forum.host,
    state: stateOf(forum),
    prompts: await findPrompts(work, forum.id),
    institutions: listInstitutions(await findInstitutions(work, forum)),
    tickets: ticketsTold(forum, counts?.get(forum.id)),
    entries: orderEntries(
      host
        ? entries
        : entries.map((entry) => (entry.hiddenReason === null ? entry : { ...entry, text: null })),
    ),
  };
}

export async function showBoard(work: Work, forumId: string): Promise<PublicBoard> {
  return assembleBoard(work, await requireForum(work, forumId), { host: true });
}

/**
 * Groups, merges, hides or marks as answered. No audit entry is made of it: an entry has a time, and would say when what
 * it is about stood on the board. That it was done shows on the board itself, hiding with its reason.
 */
export async function moderateEntry(
  work: Work,
  input: {
    readonly forumId: string;
    readonly entryId: string;
    readonly theme?: string | null | undefined;
    readonly mergedInto?: string | null | undefined;
    readonly hiddenReason?: string | null | undefined;
    readonly answered?: boolean | undefined;
  },
): Promise<void> {
  const { forumId, entryId, theme, mergedInto, hiddenReason, answered } = input;
  const forum = await lockForum(work, forumId, "share");
  if (forum === undefined) throw new AppError("not_found");
  if (forum.publishedOn !== null)
    throw new AppError("board_not_open", "The board was published as it stands.");
  const entry = await findEntry(work, forumId, entryId);
  if (entry === undefined) throw new AppError("not_found");
  if (mergedInto !== undefined && mergedInto !== null) {
    const into = await findEntry(work, forumId, mergedInto);
    if (into === undefined) throw new AppError("reference_unknown");
    if (into.id === entry.id || into.mergedInto !== null || into.kind !== entry.kind)
      throw new AppError("input_invalid", undefined, [
        {
          path: "/mergedInto",
          message: "Choose another one of its kind that is not merged itself.",
        },
      ]);
    if (entry.kind === "comment")
      throw new AppError("input_invalid", undefined, [
        { path: "/mergedInto", message: "A comment stays where it was made." },
      ]);
    await followMerge(work, forumId, entryId, mergedInto);
  }
  await updateEntry(work, forumId, entryId, {
    ...(theme === undefined ? {} : { theme }),
    ...(mergedInto === undefined ? {} : { merged_into: mergedInto }),
    ...(hiddenReason === undefined ? {} : { hidden_reason: hiddenReason }),
    ...(answered === undefined ? {} : { answered }),
  });
  await tellBoardChanged(work, forumId);
}

export async function saveSummary(
  work: Work,
  input: Versioned & { readonly summary: string },
): Promise<{ version: number }> {
  const forum = await requireForum(work, input.forumId);
  if (forum.publishedOn !== null)
    throw new AppError("board_not_open", "The summary was published as it stands.");
  const version = await changeForum(work, input, { summary: input.summary });
  // Without its words: they may repeat what was said, and the audit has times.
  await recordAudit(work, {
    action: "write-forum-summary",
    subjectKind: "forum",
    subjectId: forum.id,
  });
  return { version };
}

/** Publishes summary and board; those with an address are told by mail. */
export async function publishSummary(
  work: Work,
  input: Versioned,
): Promise<{ version: number; mailed: number }> {
  const forum = await lockForum(work, input.forumId, "update");
  if (forum === undefined) throw new AppError("not_found");
  if (forum.state !== "closed")
    throw new AppError("board_not_open", "The board is published once it is closed.");
  if (forum.publishedOn !== null) throw new AppError("conflict", "It was published before.");
  if (forum.summary.trim() === "")
    throw new AppError("input_invalid", undefined, [
      { path: "/summary", message: "Write the summary first." },
    ]);
  const version = await changeForum(work, input, { published_on: isoDate(work.now) });
  let mailed = 0;
  for (const seat of await findSeats(work, forum.id)) {
    if (seat.withdrawn || seat.address === null) continue;
    const mailId = await queueMail(work, {
      kind: "forum-summary",
      toAddress: seat.address,
      toName: seat.name,
      deliveryId: null,
      ...writePublication(forum),
    });
    await setMailOfSeat(work, seat.id, mailId);
    mailed += 1;
  }
  await recordAudit(work, {
    action: "publish-forum-summary",
    subjectKind: "forum",
    subjectId: forum.id,
    after: { mailed },
  });
  return { version, mailed };
}
