/**
 * Takes a seat as the organisation one is signed in for. A workspace that sits there without an account lets go of it to
 * whoever knows its word; what was said there stays said.
 */
import { changeOrganisation, holdRequest, type Tx } from "@throughline/db";
import { AppError } from "@throughline/domain";
import { act, memberOf, requireSession, type ApiContext, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { hashLinkAndCode, keepGuest } from "../../platform/guest.ts";
import { hasMembers, listMemberships } from "../organisations/index.ts";
import { countOpening, requireOpened, requireWord, takeSeatFor } from "./open-seat.ts";
import { setTakenBy } from "./links.store.ts";
import { endSitting, type SeatRow } from "./seats.store.ts";
import { findSitting, satOnOtherSide } from "./sittings.store.ts";

export interface SeatToTake {
  readonly secret: string;
  readonly code: string;
  readonly word?: string | undefined;
}

export async function takeSeat(
  context: ApiContext,
  input: SeatToTake,
): Promise<{ seriesId: string }> {
  // A token is bound to its own work and takes over nothing.
  requireSession(context);
  // Whether one may at all is no try at the link.
  await act(context, "dialogue.write", () => Promise.resolve());
  const hash = hashLinkAndCode(input.secret, input.code);
  const answer = await countOpening(context, input, () =>
    act(context, "dialogue.write", (work) => takeOpenedSeat(work, hash, input.word)),
  );
  keepGuest(context, null);
  return answer;
}

/** The same for whoever acts, by the hash of link and code. */
export async function takeOpenedSeat(
  work: Work,
  hash: string,
  word?: string,
): Promise<{ seriesId: string }> {
  const { tx, actor } = work;
  await holdRequest(tx, hash);
  const { link, seat } = await requireOpened(work, hash);
  const { seriesId } = seat;
  await refuseHostsPeople(work, seat.hostId);
  if (link.takenBy === actor.organisationId) {
    if ((await findSitting(work, seriesId)) !== undefined) return { seriesId };
    throw new AppError("seat_link_not_valid");
  }
  if ((await findSitting(work, seriesId)) !== undefined)
    throw new AppError("already_exists", "Your organisation sits at this table already.");
  await refuseOtherSidesPeople(tx, memberOf(actor).personId, seat);
  await changeOrganisation(tx, actor.organisationId);
  if (link.takenBy !== null) await letGo(work, link.takenBy, seat.id, word);
  await takeSeatFor(work, seat, link, "account");
  return { seriesId };
}

/** Who offers a seat knows link and code too, and must not become whoever sits there. */
async function refuseHostsPeople(work: Work, hostId: string): Promise<void> {
  const { personId } = memberOf(work.actor);
  const memberships = await listMemberships(work.tx, personId);
  if (memberships.some((one) => one.organisationId === hostId))
    throw new AppError("conflict", "This is a seat at your own organisation's table.");
}

/**
 * Whoever is a member where somebody speaks, or spoke, for the other side of the table would answer its own words from
 * here. It looks in the scope of each of the person's organisations: the caller changes back to its own.
 */
export async function refuseOtherSidesPeople(
  tx: Tx,
  personId: string,
  seat: Pick<SeatRow, "seriesId" | "side">,
): Promise<void> {
  for (const { organisationId } of await listMemberships(tx, personId)) {
    await changeOrganisation(tx, organisationId);
    if (await satOnOtherSide(tx, organisationId, seat))
      throw new AppError("conflict", "You are a member where the other side of this table sits.");
  }
}

/** In the scope of the workspace that sat there so far. */
async function letGo(
  work: Work,
  workspaceId: string,
  seatId: string,
  word: string | undefined,
): Promise<void> {
  const { tx, actor } = work;
  await changeOrganisation(tx, workspaceId);
  if (await hasMembers(tx, workspaceId)) throw new AppError("seat_taken");
  const there: Work = {
    ...work,
    actor: { ...actor, organisationId: workspaceId, personId: null, role: "guest" },
  };
  if (word === undefined)
    throw new AppError(
      "seat_taken",
      "Somebody opened this seat without an account and chose a word. Give the word to take it over.",
    );
  await requireWord(there, seatId, word);
  await endSitting(there, seatId);
  await setTakenBy(tx, seatId, null);
  await recordAudit(there, {
    action: "let-go-of-seat",
    subjectKind: "dialogue_seat",
    subjectId: seatId,
  });
  await changeOrganisation(tx, actor.organisationId);
}
