/** The words of the letters, by language. `{name}` is filled in; a language not listed gets English. */
import { fillText } from "../document-texts.ts";

const english = {
  // Invitation
  "invitation.title": "Invitation to talk about {issues}",
  "invitation.parties": "{buyers} and {counterpart}",
  "invitation.greeting": "Dear colleagues at {counterpart},",
  "invitation.basis.contract":
    "What connects us is {about}. We would like to begin a regular conversation with you about it.",
  "invitation.basis.framework":
    "What connects us is {about}, which several public buyers use. We would like to begin a regular conversation with you about it.",
  "invitation.basis.group":
    "We belong to a group of public buyers that works on the same questions: {about}. We would like to begin a regular conversation with you.",
  "invitation.basis.shared_priorities":
    "No contract obliges you to answer this letter. We write because the people who make what we buy matter to us, and we think that they do to you.",
  "invitation.together":
    "We, {buyers}, write to you together, so that you are asked once and not by each of us. {lead} leads the conversation.",
  "invitation.why": "Why we write",
  "invitation.issues.one": "One issue",
  "invitation.issues.two": "Two issues",
  "invitation.issues.more": "The issues",
  "invitation.issues.keep.one":
    "We keep to one issue, so that there is something to work towards and not only much to talk about.",
  "invitation.issues.keep.more":
    "We keep to these, so that there is something to work towards and not only much to talk about.",
  "invitation.hopes": "What each side hopes for",
  "invitation.hopes.buyers": "What we hope for",
  "invitation.hopes.counterpart": "What we think you may gain, for you to correct",
  "invitation.hopes.none":
    "We have not guessed what you would like to come of this. Please tell us with your reply; it goes on the agenda.",
  "invitation.brings": "What each side brings",
  "invitation.brings.buyers": "We bring",
  "invitation.brings.counterpart": "We ask you to bring",
  "invitation.attend": "Who should attend",
  "invitation.attend.ask":
    "Please send somebody who knows the subject and may speak for {counterpart} on it:",
  "invitation.attend.pass":
    "If that is somebody else than this letter has reached, please pass it on and tell us to which role mailbox we should write.",
  "invitation.protect": "How information is protected",
  "invitation.protect.alone":
    "We meet you alone: no competitor of yours takes part, and none reads the record.",
  "invitation.protect.record": "The record of our meetings is read by {readers}.",
  "invitation.protect.prices":
    "We do not ask for prices, quantities or bids, and you should not tell us any.",
  "invitation.protect.tender":
    "Nothing said here counts in a procurement. While one on this subject is live the conversation pauses, so that all bidders are treated alike.",
  "invitation.protect.foi.one":
    "{buyers} is subject to freedom-of-information law: what it holds may be asked for. Please mark what is sensitive, and why; before anything of yours is given out you are asked.",
  "invitation.protect.foi.more":
    "{buyers} are subject to freedom-of-information law: what they hold may be asked for. Please mark what is sensitive, and why; before anything of yours is given out you are asked.",
  "invitation.when": "When",
  "invitation.when.choose": "We propose one of these times, {minutes}:",
  "invitation.when.open": "Please propose a time that suits you.",
  "invitation.when.cadence": "After that we suggest to meet about every {months} months.",
  "invitation.when.reply": "Please reply by {day} to {mailbox}.",
  "invitation.when.reply_undated": "Please reply to {mailbox}.",
  "invitation.close": "We look forward to talking with you.",

  // Meetings
  "form.online": "Online",
  "form.in_person": "In person",
  "form.telephone": "By telephone",
  "meeting.when": "When",
  "meeting.where": "Where",
  "meeting.with": "With",
  "meeting.parties": "{buyers}; {counterpart}",
  "meeting.purpose": "Purpose",
  "meeting.focus": "Focus",
  "meeting.number": "{series}, meeting {number}",
  "meeting.attending": "Who attends",
  "meeting.took_part": "Who took part",
  "attendee.organisation": "Organisation",
  "attendee.role": "Role",
  "attendee.topics": "Speaks on",
  "attendee.none": "Nobody has been named yet.",
  minutes: "{number} minutes",

  // Agenda
  "agenda.title": "Agenda: {title}",
  "agenda.hopes": "What each side hopes for",
  "agenda.topics": "Topics",
  "agenda.topics.none": "There are no topics yet.",
  "agenda.topic": "{number}. {title}",
  "agenda.about": "About",
  "agenda.why": "Why",
  "agenda.brought_by": "Brought by",
  "agenda.brings": "{who} brings",
  "agenda.time": "Time",
  "agenda.questions": "Questions to prepare",
  "agenda.papers": "Papers",
  "agenda.papers.none": "There are no papers.",
  "agenda.paper": "Paper",
  "agenda.paper.from": "From",
  "agenda.later": "Kept for next time",
  "agenda.later.item": "{title}: {why}",
  "agenda.add": "Add what you would like to talk about",
  "agenda.add.text":
    "This agenda is both sides’. Please add topics and correct what is not right by {day}, to {mailbox}.",
  "agenda.add.undated":
    "This agenda is both sides’. Please add topics and correct what is not right, to {mailbox}.",

  // Confirmation
  "confirmation.title": "Our meeting of {day}, for you to confirm",
  "confirmation.greeting": "Dear colleagues at {counterpart},",
  "confirmation.thanks":
    "Thank you for the meeting of {day}. This letter says what was talked about and what each side promised, as we understood it. Please confirm it, or correct it.",
  "confirmation.minutes": "What was talked about",
  "confirmation.agreed": "Agreed: {what}",
  "confirmation.promises": "What each side promised",
  "confirmation.promises.who": "Who",
  "confirmation.promises.what": "What",
  "confirmation.promises.when": "By when",
  "confirmation.promises.none": "Neither side promised anything.",
  "confirmation.promises.about": "{what} ({about})",
  "confirmation.earlier": "How earlier promises stand",
  "confirmation.earlier.stands": "How it stands",
  "confirmation.obstacles": "What stands in the way",
  "confirmation.obstacles.who": "Who in the chain",
  "confirmation.obstacles.what": "What is not said, and why",
  "confirmation.next": "Next meeting",
  "confirmation.confirm": "How to confirm or correct",
  "confirmation.confirm.link": "By this link, with the code sent to you separately: ",
  "confirmation.confirm.link_label": "confirm or correct the promises",
  "confirmation.confirm.mail": "Or by writing to {mailbox}.",
  "confirmation.confirm.mail_only": "By writing to {mailbox}.",
  "confirmation.confirm.by": "Please do so by {day}.",
  "confirmation.confirm.rule":
    "A promise counts once the other side has confirmed it. What nobody confirms is shown as put forward by one side, not as agreed.",
  "confirmation.close": "With kind regards",

  // Forum
  "forum.title": "Summary: {title}",
  "forum.held": "Held",
  "forum.hosts": "Convened by",
  "forum.taking_part": "Taking part",
  "forum.people.one": "1 person, besides the convenors",
  "forum.people.more": "{number} persons, besides the convenors",
  "forum.rule.title": "Chatham House Rule",
  "forum.rule":
    "Participants may use what was said here. Neither who said it nor what they belong to may be told, and this summary does not hold it: the record never did.",
  "forum.institutions": "Institutions that agreed to be named",
  "forum.institutions.none": "No institution is named: none agreed to it.",
  "forum.institutions.rest.one": "One more institution took part and is not named.",
  "forum.institutions.rest.more": "{number} more institutions took part and are not named.",
  "forum.points.none": "Nothing was noted on this.",
  "forum.next": "What follows",
  "forum.ideas": "Appendix: idea board",
  "forum.ideas.about":
    "Ideas by votes, as the board stood when it closed. Nobody is named on it: it does not know who wrote or voted.",
  "forum.ideas.none": "No ideas were put on the board.",
  "forum.idea.votes.one": "1 vote",
  "forum.idea.votes.more": "{number} votes",
  "forum.idea.comment": "Comment: {text}",
  "forum.idea.question": "Question: {text}",

  // KPI publication
  "kpis.title": "Indicators {year}: {contract}",
  "kpis.publisher": "Published by",
  "kpis.contract": "Contract",
  "kpis.buyer": "Buyer",
  "kpis.supplier": "Supplier",
  "kpis.as_of": "As known on",
  "kpis.published": "Published on",
  "kpis.invented.title": "Invented",
  "kpis.invented": "This contract and its parties are invented, for demonstration.",
  "kpis.correction.title": "Correction",
  "kpis.correction": "This takes the place of an earlier publication. {why}",
  "kpis.read.title": "How to read this",
  "kpis.read":
    "How well a supplier cooperates and informs is told apart from what workers got, and neither is added to the other. “No data” means that nobody counted, or that there was nothing to count; it is neither good nor bad.",
  "kpis.supplierConduct": "Cooperation and information",
  "kpis.workerOutcomes": "What workers got",
  "kpis.ownPractice": "The buyer’s own practice",
  "kpis.supplierConduct.about":
    "What the supplier does, tells and how soon. It says nothing about how people are treated at work.",
  "kpis.workerOutcomes.about": "What changed for the people who make what was bought.",
  "kpis.ownPractice.about": "What the buyer itself does or leaves undone.",
  "kpis.none": "No indicator of this kind applies to the contract.",
  "kpis.column.indicator": "Indicator",
  "kpis.column.counted": "Counted",
  "kpis.column.value": "Value",
  "kpis.column.target": "Target",
  "kpis.column.rating": "Rating",
  "kpis.counted": "{numerator} of {denominator}",
  "kpis.no_data": "No data",
  "kpis.held_back": "Held back: fewer than three persons",
  "kpis.no_target": "None set",
  "kpis.entered": "entered with evidence",
  "kpis.period": "{from} to {to}",
  "kpis.formulas": "How each is worked out",
  "kpis.bands": "Ratings",
  "kpis.bands.good": "The target is reached.",
  "kpis.bands.approaching_target": "From {approaching} of the target.",
  "kpis.bands.requires_improvement": "From {improvement} of the target.",
  "kpis.bands.inadequate": "Below that.",
  "kpis.bands.other":
    "No rating can be given: no target, no data, or a target in words not judged yet.",
  "kpis.bands.law":
    "The five ratings are those of regulation 39(5) of the Procurement Regulations 2024 (United Kingdom); where they begin is the publisher’s choice.",

  "list.and": "{items} and {last}",
} as const;

export type LetterTextKey = keyof typeof english;

const byLanguage: Readonly<Record<string, Readonly<Record<LetterTextKey, string>>>> = {
  en: english,
};

/** Says a text of the letters in a language. */
export type SayLetter = (key: LetterTextKey, values?: Readonly<Record<string, string>>) => string;

/**
 * Binds a language.
 *
 * @example
 * sayLetterIn("en-GB")("minutes", { number: "30" }); // "30 minutes"
 */
export function sayLetterIn(language: string): SayLetter {
  const texts = byLanguage[language.split("-")[0] ?? ""] ?? english;
  return (key, values = {}) => fillText(texts[key], values);
}

/**
 * "a, b and c".
 *
 * @example
 * sayAll(["a", "b", "c"], sayLetterIn("en")); // "a, b and c"
 */
export function sayAll(items: readonly string[], say: SayLetter): string {
  const last = items.at(-1) ?? "";
  return items.length < 2 ? last : say("list.and", { items: items.slice(0, -1).join(", "), last });
}
