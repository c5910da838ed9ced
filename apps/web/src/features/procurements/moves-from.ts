import type { Procurement } from "./queries.ts";

type Stage = Procurement["facts"]["stage"];

const moves: Record<Stage, readonly Exclude<Stage, "awarded">[]> = {
  drafting: [],
  published: ["evaluating", "drafting", "closed"],
  evaluating: ["published", "drafting", "closed"],
  awarded: ["closed"],
  closed: [],
};

/** Where a procurement can be moved by hand from here; publishing and awarding are acts of their own. */
export function movesFrom(stage: Stage): readonly Exclude<Stage, "awarded">[] {
  return moves[stage];
}
