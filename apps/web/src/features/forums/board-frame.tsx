import type { ReactNode } from "react";
import { GuestFrame } from "../../components/guest-frame.tsx";

/** The frame around a board by ticket: nothing but the board. */
export function BoardFrame(): ReactNode {
  return <GuestFrame home="/forum" />;
}
