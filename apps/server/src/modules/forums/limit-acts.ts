/**
 * How often one ticket may act. Counts are kept in this process's memory under a hash with a salt of the process, and all
 * are forgotten each minute: nothing of who did how much is left.
 */
import { AppError } from "@throughline/domain";
import { createHmac, randomBytes } from "node:crypto";

const most = 120;
const windowMs = 60_000;

const salt = randomBytes(32);
let counts = new Map<string, number>();
let began = 0;

/**
 * Counts one act of a ticket.
 *
 * @param now milliseconds of a clock that only goes forward
 * @throws AppError `rate_limited`
 */
export function countAct(ticket: Uint8Array, now: number = performance.now()): void {
  if (now - began >= windowMs) {
    counts = new Map();
    began = now;
  }
  const key = createHmac("sha256", salt).update(ticket).digest("base64url");
  const count = (counts.get(key) ?? 0) + 1;
  if (count > most) throw new AppError("rate_limited");
  counts.set(key, count);
}
