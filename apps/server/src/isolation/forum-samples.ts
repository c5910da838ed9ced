/** Samples for the endpoints of forums and their boards. */
import type { Samples } from "./attack-ids.ts";

const nothing = (): unknown => undefined;
/** A link of the shape links have; the host of nobody. */
const link = `${"A".repeat(22)}.${"A".repeat(43)}`;

export const forumSamples: Pick<Samples, "forums" | "board"> = {
  forums: {
    list: nothing,
    create: () => ({ title: "Attack", purpose: "Attack", heldOn: "2026-11-20" }),
    get: (ids) => ({ forumId: ids.forum }),
    revise: (ids) => ({ forumId: ids.forum, version: 99, title: "Attack" }),
    setPrompts: (ids) => ({
      forumId: ids.forum,
      version: 99,
      prompts: [{ audience: "all", text: "Attack" }],
    }),
    listSeats: (ids) => ({ forumId: ids.forum }),
    invite: (ids) => ({
      forumId: ids.forum,
      people: [{ name: "Attack", address: "attack@example.org", institution: "Attack" }],
    }),
    revealLink: (ids) => ({ forumId: ids.forum, seatId: ids.forumSeat }),
    withdrawSeat: (ids) => ({ forumId: ids.forum, seatId: ids.forumSeat }),
    takeOwnSeat: (ids) => ({ forumId: ids.forum }),
    open: (ids) => ({ forumId: ids.forum, version: 99 }),
    close: (ids) => ({ forumId: ids.forum, version: 99 }),
    board: (ids) => ({ forumId: ids.forum }),
    moderate: (ids) => ({ forumId: ids.forum, entryId: ids.forumEntry, theme: "Attack" }),
    saveSummary: (ids) => ({ forumId: ids.forum, version: 99, summary: "Attack" }),
    publish: (ids) => ({ forumId: ids.forum, version: 99 }),
  },
  board: {
    look: () => ({ link }),
    join: () => ({ link, blinded: "A".repeat(342), listInstitution: true }),
    read: nothing,
    act: (ids) => ({ act: "vote", entryId: ids.forumEntry, for: true }),
  },
};

/** What participants need, who have no account. */
export const openBoards = ["board.look", "board.join", "board.read", "board.act"];
