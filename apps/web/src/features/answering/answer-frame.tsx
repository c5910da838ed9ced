import type { ReactNode } from "react";
import { GuestFrame } from "../../components/guest-frame.tsx";

/** The frame around an answer by link and code. */
export function AnswerFrame(): ReactNode {
  return <GuestFrame home="/answer" />;
}
