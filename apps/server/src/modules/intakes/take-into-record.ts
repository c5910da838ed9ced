/** Takes a checked list into the organisation's own record. */
import type { Step } from "./run-step.ts";

export async function takeIntoRecord(_step: Step): Promise<void> {
  throw new Error("not yet");
}
