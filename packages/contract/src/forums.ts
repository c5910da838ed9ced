/**
 * Forums: sessions under the Chatham House Rule. `forums` is the host's side, for its members. `board` is the participants'
 * side, without an account: a personal link takes one ticket by blind signature (RFC 9474, RSABSSA-SHA384-PSS-Randomized);
 * the ticket alone, in the header `throughline-ticket`, admits to the board. Calls of `board` are read without cookies and
 * tokens, and all that is said or voted goes to one address, so that addresses in a proxy's log tell nothing of it.
 */
import {
  Audience,
  BoardEntry,
  EntryKind,
  ForumPrompt,
  ForumRule,
  ForumState,
  IsoDate,
} from "@throughline/domain";
import { eventIterator } from "@orpc/contract";
import { z } from "zod";
import { Done, endpoint, RecordId } from "./endpoint.ts";

const tag = "Forums";
const boardTag = "Board of a forum";

/** Where a participant sends its ticket: `organisation.forum.message.signature`, the last two in base64url. */
export const ticketHeader = "throughline-ticket";

const ForumId = z.object({ forumId: RecordId });
const Base64Url = z.string().regex(/^[\w-]+$/u);

/** What a personal link carries behind `#`. */
export const PersonalLink = z.string().regex(/^[\w-]{22}\.[\w-]{43}$/u);

export const ForumSummary = z.object({
  id: RecordId,
  title: z.string(),
  heldOn: IsoDate,
  rule: ForumRule,
  state: ForumState,
  /** People invited, and not withdrawn. */
  invited: z.int(),
  /**
   * Tickets taken: as of now while people gather; once the board is open, as of its opening; as of its closing afterwards.
   * In between nobody is told, because whoever comes late would be seen coming.
   */
  tickets: z.int(),
  publishedOn: IsoDate.nullable(),
});
export type ForumSummary = z.infer<typeof ForumSummary>;

export const ForumDetail = ForumSummary.extend({
  host: z.string(),
  purpose: z.string(),
  openedOn: IsoDate.nullable(),
  closedOn: IsoDate.nullable(),
  /** Short form of the board's key; everybody should see the same one. */
  mark: z.string(),
  prompts: z.array(ForumPrompt),
  /** In the order of the alphabet; only those of which somebody agreed. */
  institutions: z.array(z.string()),
  /** Why the board cannot be opened yet; `null` when it can, or is. */
  notYet: z.string().nullable(),
  summary: z.string(),
  version: z.int(),
  can: z.object({
    write: z.boolean(),
    open: z.boolean(),
    close: z.boolean(),
    publish: z.boolean(),
    join: z.boolean(),
  }),
});
export type ForumDetail = z.infer<typeof ForumDetail>;

export const ForumSeat = z.object({
  id: RecordId,
  /** `null` for a member of the host, who is not named here, and once withdrawn. */
  name: z.string().nullable(),
  address: z.string().nullable(),
  institution: z.string().nullable(),
  member: z.boolean(),
  withdrawn: z.boolean(),
  mailId: RecordId.nullable(),
});
export type ForumSeat = z.infer<typeof ForumSeat>;

/** Somebody to invite. */
export const ForumInvitee = z
  .object({
    name: z.string().trim().min(1).max(200).nullable(),
    address: z.email().max(320).nullable(),
    institution: z.string().trim().min(1).max(200).nullable(),
  })
  .refine(({ name, address }) => name !== null || address !== null, "Give a name or an address.");
export type ForumInvitee = z.infer<typeof ForumInvitee>;

/** The board as everybody sees it. */
export const PublicBoard = z.object({
  title: z.string(),
  host: z.string(),
  state: ForumState,
  prompts: z.array(ForumPrompt),
  institutions: z.array(z.string()),
  tickets: z.int(),
  entries: z.array(BoardEntry),
});
export type PublicBoard = z.infer<typeof PublicBoard>;

/** What is sent while the board is open: all of it first, then what has changed since. `at` counts within one connection. */
export const BoardEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("whole"), at: z.int(), board: PublicBoard }),
  z.object({ kind: z.literal("changed"), at: z.int(), entries: z.array(BoardEntry) }),
]);
export type BoardEvent = z.infer<typeof BoardEvent>;

const Words = z.object({
  title: z.string().trim().min(1).max(200),
  purpose: z.string().trim().min(1).max(2000),
  heldOn: IsoDate,
});

export const forums = {
  list: endpoint("GET", "/forums", tag, "Sessions we host").output(
    z.object({ forums: z.array(ForumSummary), can: z.object({ create: z.boolean() }) }),
  ),
  create: endpoint("POST", "/forums", tag, "Prepare a session under the Chatham House Rule")
    .input(Words)
    .output(z.object({ forumId: RecordId })),
  get: endpoint("GET", "/forums/{forumId}", tag, "One session").input(ForumId).output(ForumDetail),
  revise: endpoint(
    "PATCH",
    "/forums/{forumId}",
    tag,
    "Change title, purpose or day, before it opens",
  )
    .input(ForumId.extend({ version: z.int(), ...Words.partial().shape }))
    .output(z.object({ version: z.int() })),
  setPrompts: endpoint("PUT", "/forums/{forumId}/prompts", tag, "Put questions, in this order")
    .input(
      ForumId.extend({
        version: z.int(),
        prompts: z
          .array(
            z.object({
              /** Left out for a new one. */
              id: RecordId.optional(),
              audience: Audience,
              text: z.string().trim().min(1).max(500),
            }),
          )
          .max(40),
      }),
    )
    .output(z.object({ version: z.int() })),
  listSeats: endpoint(
    "GET",
    "/forums/{forumId}/seats",
    tag,
    "Who is invited; who took a ticket is not told",
  )
    .input(ForumId)
    .output(z.object({ seats: z.array(ForumSeat) })),
  invite: endpoint(
    "POST",
    "/forums/{forumId}/seats",
    tag,
    "Invite people; each gets a personal link by mail, or by hand where there is no address",
  )
    .input(ForumId.extend({ people: z.array(ForumInvitee).min(1).max(300) }))
    .output(z.object({ invited: z.int(), mailed: z.int(), known: z.int() })),
  revealLink: endpoint(
    "POST",
    "/forums/{forumId}/seats/{seatId}/link",
    tag,
    "The link of somebody invited without an address, to hand over; that it was shown is audited",
  )
    .input(ForumId.extend({ seatId: RecordId }))
    .output(z.object({ link: z.string() })),
  withdrawSeat: endpoint(
    "DELETE",
    "/forums/{forumId}/seats/{seatId}",
    tag,
    "Withdraw an invitation and forget whose it was; a ticket already taken still admits",
  )
    .input(ForumId.extend({ seatId: RecordId }))
    .output(Done),
  takeOwnSeat: endpoint(
    "POST",
    "/forums/{forumId}/own-seat",
    tag,
    "A member's own link, to take part like everybody else",
  )
    .input(ForumId)
    .output(z.object({ link: z.string() })),
  open: endpoint(
    "POST",
    "/forums/{forumId}/open",
    tag,
    "Open the board, once five tickets are taken",
  )
    .input(ForumId.extend({ version: z.int() }))
    .output(z.object({ version: z.int() })),
  close: endpoint(
    "POST",
    "/forums/{forumId}/close",
    tag,
    "Close the board for good: counts stay, keys and what made votes count once are destroyed",
  )
    .input(ForumId.extend({ version: z.int() }))
    .output(z.object({ version: z.int() })),
  board: endpoint("GET", "/forums/{forumId}/board", tag, "The board, as the host sees it")
    .input(ForumId)
    .output(PublicBoard),
  moderate: endpoint(
    "PATCH",
    "/forums/{forumId}/entries/{entryId}",
    tag,
    "Group, merge, hide with a reason, or mark as answered",
  )
    .input(
      ForumId.extend({
        entryId: RecordId,
        theme: z.string().trim().min(1).max(120).nullable().optional(),
        mergedInto: RecordId.nullable().optional(),
        hiddenReason: z.string().trim().min(1).max(300).nullable().optional(),
        answered: z.boolean().optional(),
      }),
    )
    .output(Done),
  saveSummary: endpoint("PUT", "/forums/{forumId}/summary", tag, "Write the summary of discussion")
    .input(ForumId.extend({ version: z.int(), summary: z.string().max(40_000) }))
    .output(z.object({ version: z.int() })),
  publish: endpoint(
    "POST",
    "/forums/{forumId}/publish",
    tag,
    "Publish summary and board to the participants, by the links they have",
  )
    .input(ForumId.extend({ version: z.int() }))
    .output(z.object({ version: z.int(), mailed: z.int() })),
};

export const board = {
  look: endpoint("POST", "/board/look", boardTag, "What a personal link opens")
    .input(z.object({ link: PersonalLink }))
    .output(
      z.object({
        forumId: RecordId,
        /** Part of the ticket: who hosts. */
        hostId: RecordId,
        title: z.string(),
        purpose: z.string(),
        heldOn: IsoDate,
        host: z.string(),
        invented: z.boolean(),
        state: ForumState,
        rule: ForumRule,
        mark: z.string(),
        /** SPKI in base64url; `null` once closed. */
        publicKey: Base64Url.nullable(),
        /** A ticket was signed for this link; told until the board is opened, because afterwards it would say who comes when. */
        taken: z.boolean(),
        /** As the host wrote it when inviting; what would be listed. */
        institution: z.string().nullable(),
        tickets: z.int(),
        ticketsNeeded: z.int(),
        /** Once the host has published. */
        record: PublicBoard.extend({ summary: z.string(), publishedOn: IsoDate }).nullable(),
      }),
    ),
  join: endpoint(
    "POST",
    "/board/join",
    boardTag,
    "Sign a blinded ticket, once for each link; the same blinded ticket is signed again",
  )
    .input(
      z.object({
        link: PersonalLink,
        /** 256 bytes in base64url. */
        blinded: Base64Url.length(342),
        /** Somebody of the institution agrees that it is listed. */
        listInstitution: z.boolean(),
      }),
    )
    .output(z.object({ blindSignature: Base64Url })),
  read: endpoint("GET", "/board", boardTag, "The board, by ticket").output(
    PublicBoard.extend({ votedFor: z.array(RecordId) }),
  ),
  act: endpoint("POST", "/board/act", boardTag, "Say something or vote, by ticket")
    .input(
      z.discriminatedUnion("act", [
        z.object({
          act: z.literal("say"),
          /** Chosen by the sender, at random, so that sending twice says it once. */
          entryId: RecordId,
          kind: EntryKind,
          promptId: RecordId.nullable(),
          parentId: RecordId.nullable(),
          text: z.string().trim().min(1).max(2000),
        }),
        z.object({ act: z.literal("vote"), entryId: RecordId, for: z.boolean() }),
      ]),
    )
    .output(Done),
};

/** Outside the typed client: files and streams. */
export const forumFiles = {
  exportAppendix: endpoint(
    "GET",
    "/forums/{forumId}/appendix",
    tag,
    "The board as the appendix of the summary",
  )
    .input(ForumId.extend({ format: z.enum(["json", "csv", "xlsx", "docx", "pdf"]) }))
    .output(z.file()),
  follow: endpoint("GET", "/forums/{forumId}/live", tag, "The board as it changes, for the host")
    .input(ForumId)
    .output(eventIterator(BoardEvent)),
  followByTicket: endpoint(
    "GET",
    "/board/live",
    boardTag,
    "The board as it changes, by ticket",
  ).output(eventIterator(BoardEvent)),
};
