/** Pure decisions about mail. */
import type { mailStates } from "@throughline/contract";
import { z } from "zod";

export type MailState = (typeof mailStates)[number];

/** What is put in place of `{{link}}` and `{{code}}` at the last moment. */
export interface Secrets {
  readonly link: string;
  readonly code: string;
}

/** Fills in what is secret. `null`: it is not valid any more, and the text says so. */
export function fillIn(body: string, secrets: Secrets | null): string {
  const gone = "(not valid any more)";
  // A function: a `$` in a link would mean something in a replacement text.
  return body
    .replaceAll("{{link}}", () => secrets?.link ?? gone)
    .replaceAll("{{code}}", () => secrets?.code ?? gone);
}

/** Whether something secret belongs in the text. */
export function needsSecrets(body: string): boolean {
  return body.includes("{{link}}") || body.includes("{{code}}");
}

/** One address that a mail server takes; no list, no name, no line break. */
export const MailAddress = z.email().max(320);

/** States from which a mail may be sent again. */
export function maySendAgain(state: MailState, toAddress: string | null): boolean {
  return toAddress !== null && (state === "held" || state === "bounced" || state === "failed");
}

/** A mail that came back must have left, by us or by hand. */
export function mayComeBack(state: MailState): boolean {
  return state === "sent" || state === "held";
}
