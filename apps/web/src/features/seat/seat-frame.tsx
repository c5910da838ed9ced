import type { ReactNode } from "react";
import { GuestFrame } from "../../components/guest-frame.tsx";

/** The frame around a seat that was opened by its link. */
export function SeatFrame(): ReactNode {
  return <GuestFrame home="/seat" />;
}
