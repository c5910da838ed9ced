/** An act that is tried before it is done: the dry run's answer counts as long as nothing was changed since. */
import { useState } from "react";

export interface DryRun<Answer> {
  /** What the dry run of the present choice answered; `null` before it, and after a change. */
  readonly seen: Answer | null;
  readonly note: (answer: Answer, choice: string) => void;
}

/** `choice` is the present choice as one text. */
export function useDryRun<Answer>(choice: string): DryRun<Answer> {
  const [tried, setTried] = useState<{ answer: Answer; choice: string } | null>(null);
  return {
    seen: tried !== null && tried.choice === choice ? tried.answer : null,
    note: (answer, of) => setTried({ answer, choice: of }),
  };
}
