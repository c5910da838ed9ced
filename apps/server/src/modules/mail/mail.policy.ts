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

/**
 * Something a mail carries besides its text. `calendarMethod` is set for the one part that calendar programs act on; it is
 * sent as another form of the text, besides being attached. No part holds a link or code: they are filled in to texts alone.
 */
export interface MailPart {
  /** Letters, digits, dot, hyphen and underscore; it begins with a letter or digit. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly calendarMethod?: "REQUEST" | "CANCEL";
}

/** Many servers take no mail above 10 MB once it is encoded, which makes it a third larger. */
const mostBytes = 7_000_000;
const mostParts = 20;

/** Why parts cannot be sent, or `null`. */
export function faultOfParts(parts: readonly MailPart[]): string | null {
  if (parts.length > mostParts) return `A mail carries at most ${mostParts} files.`;
  if (parts.some(({ fileName }) => !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/u.test(fileName)))
    return "Name each file with letters, digits, dots, hyphens and underscores.";
  if (parts.some(({ mediaType }) => !/^[a-z]+\/[a-z0-9.+-]+$/u.test(mediaType)))
    return "Say of each file what it is, such as application/pdf.";
  if (parts.some(({ bytes }) => bytes.length === 0)) return "An empty file says nothing.";
  if (parts.filter(({ calendarMethod }) => calendarMethod !== undefined).length > 1)
    return "A mail carries one invitation.";
  const all = parts.reduce((sum, { bytes }) => sum + bytes.length, 0);
  return all > mostBytes ? "Together the files are larger than 7 MB." : null;
}
