/**
 * Opens a seat by link, code and word, without an account. Whoever opens it first chooses the word, and a workspace is
 * laid that sits there. A link that is unknown, renewed, ended or out of date, a wrong code and a wrong word get one
 * answer.
 */
import { randomUUID } from "node:crypto";
import { changeOrganisation } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { isoDate, makeWork, type ApiContext, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { hashLinkAndCode, keepGuest } from "../../platform/guest.ts";
import { countTries, seatPerAddress, seatPerLink } from "../../platform/limit-tries.ts";
import { hashPassword, verifyPassword } from "../../platform/sign-in.ts";
import { hasMembers, layWorkspace } from "../organisations/index.ts";
import { markInvented } from "./series.store.ts";
import { findWord, insertWord, lockOpenedLink, setTakenBy, type LinkRow } from "./links.store.ts";
import { findOpenedSeat, insertSitting, type SeatRow } from "./seats.store.ts";

export interface SeatToOpen {
  /** What the link carries behind `#`. */
  readonly secret: string;
  readonly code: string;
  readonly word: string;
}

export async function openSeat(
  context: ApiContext,
  input: SeatToOpen,
): Promise<{ seriesId: string; first: boolean }> {
  return countOpening(context, input, async () => {
    const hash = hashLinkAndCode(input.secret, input.code);
    const opened = await enterSeat(context, hash, input.word);
    keepGuest(context, input);
    return opened;
  });
}

/** Counts one try at the link and from the address; a failed one stays counted. */
export function countOpening<T>(
  context: ApiContext,
  input: { readonly secret: string },
  attempt: () => Promise<T>,
): Promise<T> {
  return countTries(
    context,
    [
      [seatPerLink, input.secret],
      [seatPerAddress, context.clientAddress],
    ],
    attempt,
  );
}

/** Sits down by the hash of link and code, or finds the workspace that sits there. */
export async function enterSeat(
  context: Pick<ApiContext, "database" | "now" | "requestId">,
  hash: string,
  word: string,
): Promise<{ seriesId: string; first: boolean }> {
  const { now, requestId } = context;
  return context.database.withActor(
    { organisationId: null, personId: null, requestHash: hash },
    async (tx) => {
      const { link, seat } = await requireOpened({ tx, now }, hash);
      const organisationId = link.takenBy ?? randomUUID();
      await changeOrganisation(tx, organisationId);
      const actor = { organisationId, personId: null, role: "guest", scopes: null, requestId };
      const work = makeWork({ tx, actor: { ...actor, role: "guest" }, tokenId: null, now });
      if (link.takenBy === null) {
        await layWorkspace(work, { name: seat.name, invented: false });
        await takeSeatFor(work, seat, link, "link");
        await insertWord(work, seat.id, await hashPassword(plainWord(word)));
        await markInvented(work, seat.seriesId);
        return { seriesId: seat.seriesId, first: true };
      }
      if (await hasMembers(tx, organisationId))
        throw new AppError(
          "not_signed_in",
          "An organisation with members sits there. Sign in to go on.",
        );
      await requireWord(work, seat.id, word);
      return { seriesId: seat.seriesId, first: false };
    },
  );
}

/** The link and its seat, or one answer for everything that opens none. */
export async function requireOpened(
  { tx, now }: Pick<Work, "tx" | "now">,
  hash: string,
): Promise<{ readonly link: LinkRow; readonly seat: SeatRow & { readonly hostId: string } }> {
  const link = await lockOpenedLink(tx, hash);
  if (link === undefined || link.expiresOn < isoDate(now))
    throw new AppError("seat_link_not_valid");
  const seat = await findOpenedSeat(tx, link.seatId);
  if (seat === undefined || seat.endedAt !== null) throw new AppError("seat_link_not_valid");
  return { link, seat };
}

/** Refuses whoever does not know the word, in the scope of the workspace that chose it. */
export async function requireWord(work: Work, seatId: string, word: string): Promise<void> {
  const chosen = await findWord(work, seatId);
  if (chosen === undefined || !(await verifyPassword(chosen, plainWord(word))))
    throw new AppError("seat_link_not_valid");
}

/** The acting organisation sits down on a seat that nobody has taken. */
export async function takeSeatFor(
  work: Work,
  seat: SeatRow & { readonly hostId: string },
  link: Pick<LinkRow, "shownAt">,
  via: "account" | "link",
): Promise<void> {
  await setTakenBy(work.tx, seat.id, work.actor.organisationId);
  await insertSitting(work, { ...seat, via, linkShown: link.shownAt !== null });
  await recordAudit(work, {
    action: "take-seat",
    subjectKind: "dialogue_seat",
    subjectId: seat.id,
    after: { seriesId: seat.seriesId, side: seat.side, kind: seat.kind, via },
  });
}

/** As people type it: blanks around it and the way letters are composed do not matter. */
function plainWord(word: string): string {
  return word.normalize("NFKC").trim();
}
