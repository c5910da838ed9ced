/** Prepares sessions, changes them before they open, and shows them to the host's members. */
import type { ForumDetail, ForumSummary } from "@throughline/contract";
import { AppError, listInstitutions, mayOpenBoard, type ForumState } from "@throughline/domain";
import { randomUUID } from "node:crypto";
import { may, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { makeBoardKeys } from "./board-keys.ts";
import {
  deletePrompts,
  findForum,
  findForums,
  findInstitutions,
  findPrompts,
  insertForum,
  lockForum,
  putPrompt,
  tellBoardChanged,
  updateForum,
  type BoardWork,
  type ForumChange,
  type ForumRow,
} from "./forums.store.ts";
import { countSeats, type SeatCounts } from "./seats.store.ts";

/** A forum of the acting organisation; another's and nobody's are one answer. */
export async function requireForum(work: BoardWork, forumId: string): Promise<ForumRow> {
  const forum = await findForum(work, forumId);
  if (forum === undefined) throw new AppError("not_found");
  return forum;
}

/** The column's check holds the vocabulary. */
export function stateOf({ state }: Pick<ForumRow, "state">): ForumState {
  return state as ForumState;
}

/**
 * How many tickets are told: as of now while people gather, as of the opening while the board is open, as of the closing
 * afterwards. A count that went up in between would show when somebody came, and the idea that follows would be theirs.
 */
export function ticketsTold(forum: ForumRow, counts: SeatCounts | undefined): number {
  return forum.ticketsAtClosing ?? forum.ticketsAtOpening ?? counts?.tickets ?? 0;
}

function summarise(forum: ForumRow, counts: SeatCounts | undefined): ForumSummary {
  return {
    id: forum.id,
    title: forum.title,
    heldOn: forum.heldOn,
    rule: "chatham_house",
    state: stateOf(forum),
    invited: counts?.invited ?? 0,
    tickets: ticketsTold(forum, counts),
    publishedOn: forum.publishedOn,
  };
}

export async function listForums(
  work: Work,
): Promise<{ forums: ForumSummary[]; can: { create: boolean } }> {
  const forums = await findForums(work);
  const counts = await countSeats(work);
  return {
    forums: forums.map((forum) => summarise(forum, counts.get(forum.id))),
    can: { create: may(work, "dialogue.write") },
  };
}

export async function getForum(work: Work, forumId: string): Promise<ForumDetail> {
  const forum = await requireForum(work, forumId);
  const counts = (await countSeats(work)).get(forumId);
  const write = may(work, "dialogue.write");
  const opening = mayOpenBoard(counts?.tickets ?? 0);
  const state = stateOf(forum);
  return {
    ...summarise(forum, counts),
    host: forum.host,
    purpose: forum.purpose,
    openedOn: forum.openedOn,
    closedOn: forum.closedOn,
    mark: forum.mark,
    prompts: await findPrompts(work, forumId),
    institutions: listInstitutions(await findInstitutions(work, forum)),
    notYet: state === "preparing" && !opening.ok ? opening.reason : null,
    summary: forum.summary,
    version: forum.version,
    can: {
      write,
      open: write && state === "preparing" && opening.ok,
      close: write && state === "open",
      publish: write && state === "closed",
      join: write && state !== "closed",
    },
  };
}

export interface ForumWords {
  readonly title: string;
  readonly purpose: string;
  readonly heldOn: string;
}

/** Prepares a session and makes the keys of its board; `secret` is the server's. */
export async function prepareForum(
  work: Work,
  input: ForumWords,
  secret: string,
): Promise<{ forumId: string }> {
  const forumId = randomUUID();
  const keys = await makeBoardKeys(secret, forumId);
  await insertForum(work, {
    id: forumId,
    title: input.title,
    purpose: input.purpose,
    heldOn: input.heldOn,
    ...keys,
  });
  await recordAudit(work, {
    action: "prepare-forum",
    subjectKind: "forum",
    subjectId: forumId,
    after: { title: input.title, heldOn: input.heldOn, rule: "chatham_house" },
  });
  return { forumId };
}

/** Changes what the session is about. Once the board is open, people rely on what it said. */
export async function reviseForum(
  work: Work,
  input: {
    readonly forumId: string;
    readonly version: number;
    readonly title?: string | undefined;
    readonly purpose?: string | undefined;
    readonly heldOn?: string | undefined;
  },
): Promise<{ version: number }> {
  const forum = await requireForum(work, input.forumId);
  if (forum.state !== "preparing")
    throw new AppError("board_not_open", "The board was opened; its heading stays as it is.");
  const version = await changeForum(work, input, {
    ...(input.title === undefined ? {} : { title: input.title }),
    ...(input.purpose === undefined ? {} : { purpose: input.purpose }),
    ...(input.heldOn === undefined ? {} : { held_on: input.heldOn }),
  });
  await recordAudit(work, {
    action: "revise-forum",
    subjectKind: "forum",
    subjectId: forum.id,
    before: { title: forum.title, heldOn: forum.heldOn },
    after: { title: input.title ?? forum.title, heldOn: input.heldOn ?? forum.heldOn },
  });
  return { version };
}

/** Writes a change if nobody else has in the meantime. */
export async function changeForum(
  work: BoardWork,
  { forumId, version }: { readonly forumId: string; readonly version: number },
  change: ForumChange,
): Promise<number> {
  if (!(await updateForum(work, { id: forumId, version }, change))) throw new AppError("conflict");
  return version + 1;
}

/** Puts the questions in this order. One that somebody has answered stays. */
export async function setPrompts(
  work: Work,
  input: {
    readonly forumId: string;
    readonly version: number;
    readonly prompts: readonly {
      readonly id?: string | undefined;
      readonly audience: string;
      readonly text: string;
    }[];
  },
): Promise<{ version: number }> {
  const { forumId } = input;
  const forum = await lockForum(work, forumId, "update");
  if (forum === undefined) throw new AppError("not_found");
  if (forum.state === "closed") throw new AppError("board_not_open", "The board is closed.");
  const kept = new Set(input.prompts.map(({ id }) => id));
  const gone = (await findPrompts(work, forumId)).filter(({ id }) => !kept.has(id));
  const removed = await deletePrompts(
    work,
    forumId,
    gone.map(({ id }) => id),
  );
  if (removed < gone.length)
    throw new AppError("still_in_use", "Somebody has answered a question you take out. Keep it.");
  for (const [place, prompt] of input.prompts.entries())
    if (!(await putPrompt(work, forumId, prompt, place))) throw new AppError("reference_unknown");
  const version = await changeForum(work, input, {});
  await recordAudit(work, {
    action: "set-forum-prompts",
    subjectKind: "forum",
    subjectId: forumId,
    after: { prompts: input.prompts.length },
  });
  await tellBoardChanged(work, forumId);
  return { version };
}
