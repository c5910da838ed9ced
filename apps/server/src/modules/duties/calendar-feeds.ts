/** Calendar feeds: an address with a secret of 256 bits, shown once, that reads what its owner may read and nothing else. */
import type { CalendarFeed } from "@throughline/contract";
import { changeOrganisation, openCalendar, type Tx } from "@throughline/db";
import { AppError, permits, type Actor, type MemberRole } from "@throughline/domain";
import { createHash, randomBytes } from "node:crypto";
import { makeWork, memberOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  endFeed,
  findOpenedFeed,
  insertFeed,
  noteRead,
  readFeeds,
  readRole,
  type StoredFeed,
} from "./calendar-feeds.store.ts";
import { writeCalendar } from "./write-calendar.ts";

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

function describeFeed({ id, scope, madeAt, lastReadAt }: StoredFeed): CalendarFeed {
  return { id, scope, madeAt: madeAt.toISOString(), lastReadAt: lastReadAt?.toISOString() ?? null };
}

/** My own feeds that still work. */
export async function listFeeds(work: Work): Promise<{ feeds: CalendarFeed[] }> {
  return { feeds: (await readFeeds(work, memberOf(work.actor).personId)).map(describeFeed) };
}

/** Makes one; the address is told here and never again. */
export async function createFeed(
  work: Work,
  { scope }: { readonly scope: StoredFeed["scope"] },
  publicUrl: string,
): Promise<{ feed: CalendarFeed; url: string }> {
  const { personId } = memberOf(work.actor);
  const secret = randomBytes(32).toString("base64url");
  const feed = await insertFeed(work, { personId, scope, secretHash: hashOf(secret) });
  await recordAudit(work, {
    action: "create-calendar-feed",
    subjectKind: "calendar_feed",
    subjectId: feed.id,
    after: { scope, personId },
  });
  return {
    feed: describeFeed(feed),
    url: `${publicUrl.replace(/\/$/, "")}/api/calendar/${secret}.ics`,
  };
}

/** Ends one of mine: its address opens nothing from now on. */
export async function revokeFeed(
  work: Work,
  { feedId }: { readonly feedId: string },
): Promise<void> {
  const { personId } = memberOf(work.actor);
  if (!(await endFeed(work, personId, feedId))) throw new AppError("not_found");
  await recordAudit(work, {
    action: "revoke-calendar-feed",
    subjectKind: "calendar_feed",
    subjectId: feedId,
  });
}

/**
 * The feed under an address, read as the member it belongs to: somebody who left, or may not read contracts any more,
 * reads nothing.
 *
 * @throws AppError `not_found`: unknown, revoked, and no right any more are one answer
 */
export async function readFeed(
  tx: Tx,
  secret: string,
  at: { readonly now: Date; readonly requestId: string; readonly host: string },
): Promise<string> {
  await openCalendar(tx, hashOf(secret));
  const feed = await findOpenedFeed(tx, hashOf(secret));
  if (feed === undefined) throw new AppError("not_found");
  await changeOrganisation(tx, feed.organisationId);
  const role: MemberRole | undefined = await readRole(tx, feed.organisationId, feed.personId);
  if (role === undefined) throw new AppError("not_found");
  const actor: Actor = {
    organisationId: feed.organisationId,
    personId: feed.personId,
    role,
    scopes: null,
    requestId: at.requestId,
  };
  if (!permits(actor, "contract.read").ok) throw new AppError("not_found");
  const work = makeWork({ tx, actor, tokenId: null, now: at.now });
  await noteRead(work, feed.id);
  return writeCalendar(work, feed.scope, at.host);
}
