/** English sentences about the record, by code. The grammar of templates is that of the tracing engine's `say.ts`. */
import type { Sentence } from "@throughline/domain";
import { renderTemplate, type SentenceParams } from "@throughline/tracing";

const recordTexts = {
  "refresh.empty": "The record holds no site yet.",
  "refresh.never":
    "{unconfirmed:Words} {unconfirmed:plural:site has:sites have} never been confirmed, or not for a year. Look through them and confirm what is still right.",
  "refresh.due":
    "The yearly refresh has been due since {due:date}: {unconfirmed:words} {unconfirmed:plural:site waits:sites wait} to be confirmed.",
  "refresh.later":
    "Everything was confirmed on {confirmed:date} or later; the next refresh is due on {due:date}.",

  "answer.kept": "somebody whose identity is kept by {keeper}",
} as const;

/** Says a sentence of the catalogue. */
export function sayRecord(code: keyof typeof recordTexts, params: SentenceParams = {}): Sentence {
  return { code: `record.${code}`, params, text: renderTemplate(recordTexts[code], params) };
}
