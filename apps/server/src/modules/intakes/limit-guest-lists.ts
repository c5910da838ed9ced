/** How much somebody without an account may send: enough for any answer, too little to fill a disk. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { countOwnLists } from "./guest-lists.store.ts";

const mostOpen = 10;
const mostADay = 100;

/** @throws AppError `rate_limited` for a guest whose lists on their way in are too many; members have no such limit. */
export async function refuseTooManyOfGuest({ tx, actor, now }: Work): Promise<void> {
  if (actor.role !== "guest") return;
  const since = new Date(now.getTime() - 86_400_000);
  const { open, recent } = await countOwnLists({ tx, actor }, since);
  if (open >= mostOpen)
    throw new AppError(
      "rate_limited",
      `${mostOpen} lists are on their way in. Take one of them or give it up, then send the next.`,
    );
  if (recent >= mostADay)
    throw new AppError(
      "rate_limited",
      `Without an account at most ${mostADay} lists a day are read. Go on tomorrow, or make this workspace an organisation.`,
    );
}
