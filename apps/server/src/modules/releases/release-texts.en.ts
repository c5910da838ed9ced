/** English sentences about releases, by code. The grammar of templates is that of the tracing engine's `say.ts`. */
import type { Sentence } from "@throughline/domain";
import { renderTemplate, type SentenceParams } from "@throughline/tracing";

const releaseTexts = {
  "state.valid": "This is the latest release; it is valid until {expires:date}.",
  "state.superseded": "A newer one was released on {on:date}. This one is no longer the latest.",
  "state.expired": "It expired on {expires:date}.",
  "state.withdrawn": "It was withdrawn on {on:date}[?reason:: {reason}].",

  "label.masked": "Masked site {n} (identity kept by {keptBy})",
  title: "Release {number} of {supplier}[?behalf: on behalf of {behalf}]",
  "cause.withdrawn": "The supplier withdrew the release[?reason:: {reason}]",
  "cause.replaced": "Release {number} took its place.",

  "note.empty": "There is nothing to release yet: no site, no product and no answer.",
  "note.unanswered":
    "{open:Words} of {asked:words} products asked about {open:plural:has:have} neither a site nor an answer.",
  "note.unmapped":
    "For {open:words} of {asked:words} products asked about nobody has said which product of the record it is.",
  "note.unlinked":
    "{sites:Words} {sites:plural:site of the record is:sites of the record are} not linked to what is released and {sites:plural:stays:stay} out.",
  "note.masked":
    "{sites:Words} {sites:plural:site goes:sites go} without name and address. The recipient counts {sites:plural:it:them} and cannot screen {sites:plural:it:them}.",
  "note.masked_assembly":
    "The final assembly of {products:list}[?more: and {more} more] is masked: the recipient will not count it as traced.",
  "note.unconfirmed":
    "{sites:Words} {sites:plural:site was:sites were} not confirmed within a year. Confirm what is still right before you release.",
  "note.named_before":
    "{names:list}[?more: and {more} more] stood with name and address in the release before. Masking now does not take that back.",
  "note.masked_name_elsewhere": "“{name}” is masked, and the same name stands in {where}.",
  "note.source_withdrawn":
    "{sites:Words} {sites:plural:site was:sites were} taken over from a release of {supplier} that was withdrawn on {on:date}.",

  leak: "“{name}” is masked, but {where} says it.",
  "where.answer": "an answer (“{text}”)",
  "where.kept_by": "the words for who keeps an identity (“{text}”)",
  "where.component": "the component “{text}”",
  "where.same_row": "another row of the record, released with its name,",
  "where.product": "the product {text}",
  "where.site": "the site {text}",
  "where.supplier": "the name of the supplier",
  "where.behalf": "the name you answer for",

  "take.product_unknown":
    "{products:list}[?more: and {more} more] {count:plural:is:are} not among the products of this contract: not linked.",
  "take.sites_left":
    "{sites:Words} {sites:plural:site makes:sites make} other products and {sites:plural:was:were} not taken.",
  "take.masked":
    "{sites:Words} {sites:plural:site comes:sites come} without name and address; the identity is kept by {keepers:list}. Counted, not screened.",
  "take.said_on": "{reason} (said on {on:date})",
} as const;

export type ReleaseTextCode = keyof typeof releaseTexts;

/** Says a sentence of the catalogue. */
export function sayRelease(code: ReleaseTextCode, params: SentenceParams = {}): Sentence {
  return { code: `release.${code}`, params, text: renderTemplate(releaseTexts[code], params) };
}
