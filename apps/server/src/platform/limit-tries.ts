/**
 * Limits on tries at secrets (passwords, codes, invitation links), beside the general limit on requests.
 *
 * - A try is counted before it is made and given back when it succeeds: only failures use the allowance up, and tries
 *   sent at the same moment are all counted.
 * - Counts are kept in the sign-in schema, so that several servers count together and a restart forgives nothing.
 * - What is counted (an e-mail address, a network address) is kept only as a keyed hash, for an hour at most.
 *
 * Limit: behind a proxy that `TRUST_PROXY` does not name, all people share the proxy's network address; the allowance per
 * address is therefore wide.
 */
import { createHmac } from "node:crypto";
import { AppError } from "@throughline/domain";
import type { ApiContext } from "./api.ts";

/** How many failed tries are allowed in how many seconds, counted from the first. */
export interface TryLimit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
}

/** Failed sign-ins of one account. */
export const signInPerAccount: TryLimit = { name: "sign-in-account", most: 10, seconds: 60 };
/** Failed sign-ins from one network address. */
export const signInPerAddress: TryLimit = { name: "sign-in-address", most: 60, seconds: 60 };
/** Wrong passwords or codes given by somebody who is signed in. */
export const confirmPerPerson: TryLimit = { name: "confirm-person", most: 10, seconds: 60 };
/** Invitation links tried from one network address that do not work. */
export const invitationPerAddress: TryLimit = { name: "invitation-address", most: 30, seconds: 60 };
/** Codes tried at one link of a request that do not open it. */
export const requestPerLink: TryLimit = { name: "request-link", most: 20, seconds: 3600 };
/** Links and codes of requests tried from one network address that open nothing. */
export const requestPerAddress: TryLimit = { name: "request-address", most: 30, seconds: 60 };
/** Codes and words tried at one link of a seat that do not open it. */
export const seatPerLink: TryLimit = { name: "seat-link", most: 20, seconds: 3600 };
/** Links, codes and words of seats tried from one network address that open nothing. */
export const seatPerAddress: TryLimit = { name: "seat-address", most: 30, seconds: 60 };

/** A one-time code that was used: it is good for the 30 seconds before and after its own, and for once. */
const codeOnce: TryLimit = { name: "code-once", most: 1, seconds: 120 };

const keptMs = 3_600_000;

/** One try per limit and subject. */
export type CountedTry = readonly [limit: TryLimit, subject: string];

/**
 * Runs `attempt` as one try. When an allowance is used up, throws `rate_limited` without attempting and says in
 * `retry-after` how many seconds to wait. A failed attempt stays counted.
 */
export async function countTries<T>(
  context: ApiContext,
  tries: readonly CountedTry[],
  attempt: () => Promise<T>,
): Promise<T> {
  const keys: string[] = [];
  for (const [limit, subject] of tries) {
    const key = await keyOf(context, limit, subject);
    const waitMs = await takeTry(context, key, limit);
    if (waitMs > 0) {
      context.resHeaders.set("retry-after", String(Math.ceil(waitMs / 1000)));
      throw new AppError("rate_limited");
    }
    keys.push(key);
  }
  const result = await attempt();
  await giveBack(context, keys);
  return result;
}

/**
 * Takes a one-time code for this account, whether it turns out right or wrong; `false` when it was taken before. Who
 * looked over a shoulder cannot sign in by the same code (RFC 6238, section 5.2).
 */
export async function takeCode(
  context: ApiContext,
  account: string,
  code: string,
): Promise<boolean> {
  const key = await keyOf(context, codeOnce, JSON.stringify([account, code]));
  return (await takeTry(context, key, codeOnce)) === 0;
}

async function keyOf(context: ApiContext, limit: TryLimit, subject: string): Promise<string> {
  const { secret } = await context.signIn.library.$context;
  return `${limit.name}:${createHmac("sha256", secret).update(subject).digest("base64url")}`;
}

/** Counts one try; answers how long to wait, in milliseconds, when there were too many. */
async function takeTry(context: ApiContext, key: string, limit: TryLimit): Promise<number> {
  const now = context.now.getTime();
  const windowMs = limit.seconds * 1000;
  const counted = await context.database.signInPool.query<{ count: number; started: number }>(
    `insert into auth."rateLimit" as kept (key, count, "lastRequest") values ($1, 1, $2)
     on conflict (key) do update set
       count = case when kept."lastRequest" <= $2::bigint - $3::bigint then 1 else kept.count + 1 end,
       "lastRequest" = case when kept."lastRequest" <= $2::bigint - $3::bigint then $2 else kept."lastRequest" end
     returning count, "lastRequest" as started`,
    [key, now, windowMs],
  );
  const row = counted.rows[0];
  if (row === undefined) throw new Error("A try could not be counted.");
  if (row.count === 1) {
    await context.database.signInPool.query(
      `delete from auth."rateLimit" where "lastRequest" < $1`,
      [now - keptMs],
    );
  }
  return row.count > limit.most ? Math.max(1000, row.started + windowMs - now) : 0;
}

async function giveBack(context: ApiContext, keys: readonly string[]): Promise<void> {
  await context.database.signInPool.query(
    `update auth."rateLimit" set count = greatest(count - 1, 0) where key = any($1)`,
    [keys],
  );
}
