/** A board that is followed while it is on screen. */
import type { PublicBoard } from "@throughline/contract";
import { useEffect, useState } from "react";
import { followBoard, type FollowedBoard, type Following } from "./follow-board.ts";

export interface ShownBoard {
  readonly board: PublicBoard | null;
  readonly following: Following;
  /** Nothing admits any more. */
  readonly ended: boolean;
}

export type BoardSource = Pick<FollowedBoard, "path" | "headers" | "credentials" | "read">;

/** Follows `source`, which must stay the same object while it is meant to be the same board. */
export function useBoard(source: BoardSource): ShownBoard {
  const [board, setBoard] = useState<PublicBoard | null>(null);
  const [following, setFollowing] = useState<Following>("asking");
  const [ended, setEnded] = useState(false);
  useEffect(
    () =>
      followBoard({
        ...source,
        onBoard: setBoard,
        onFollowing: setFollowing,
        onEnd: () => setEnded(true),
      }),
    [source],
  );
  return { board, following, ended };
}
