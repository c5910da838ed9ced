/** Texts of answering a request: by link and code, or as an organisation. */
export const answeringTexts = {
  "requestParts.asked": "We are asked",

  "asked.title": "Requests to us",
  "asked.what": "Who asks us where our products are made, by when, and how far our answer is.",
  "asked.show": "Show",
  "asked.showOpen": "Waiting for an answer",
  "asked.showAll": "All requests",
  "asked.shown": "{n} {n|request|requests}",
  "asked.noneOpen": "Nobody waits for an answer.",
  "asked.empty": "We have not been asked yet.",
  "asked.emptyWhat":
    "A request that came by link and code appears here once somebody opens it and answers as this organisation.",
  "asked.col.request": "Request",
  "asked.col.stands": "Where it stands",
  "asked.col.products": "Products answered",
  "asked.col.due": "Answer by",
  "asked.everything": "asks about everything",
  "asked.answeredOf": "{n} of {all}",
  "asked.noDue": "no day named",
  "asked.asks": "asks {answerer}.",
  "asked.asksBy": "asks {answerer} for an answer by {date}.",
  "asked.withdrawn": "Nobody waits for an answer any more. What you typed stays in your record.",
  "asked.letter": "What {name} writes",
  "asked.contracts": "About:",
  "asked.clauses": "What the contracts say",
  "asked.products": "Products asked about",
  "asked.productsAll": "No product is named: it is about everything you supply to them.",
  "asked.showAllProducts": "Show all {n} products",
  "asked.product": "Product",
  "asked.soFar": "So far",
  "asked.passedTo": "passed on to {names}",
  "asked.given": "What you have released for it",
  "asked.begin": "Begin",
  "asked.goOn": "Go on: {step}",
  "asked.again": "Look it over and release anew",
  "asked.counts": "What counts as an answer",
  "asked.counts.sites": "The sites where each product is made: name, address, country.",
  "asked.counts.several": "“One of these sites”, where you do not know which.",
  "asked.counts.masked":
    "A site whose identity you keep: it counts, and the reader sees that it is kept.",
  "asked.counts.refused":
    "That you were refused, or cannot say, with the reason. It is no silence and no fault.",
  "asked.counts.others": "Passing it on to whoever knows: a brand, a component maker.",
  "asked.tiers": "Tiers asked about:",
  "asked.components": "Components asked about:",
  "asked.seen":
    "Until you release, {name} sees that it was opened and how many products have an answer, and nothing you typed.",

  "askedState.new": "new",
  "askedState.opened": "opened",
  "askedState.part_filled": "begun",
  "askedState.passed_on": "passed on",
  "askedState.answered": "answered",
  "askedState.overdue": "overdue",
  "askedState.withdrawn": "withdrawn",

  "askedAnswer.nothing_yet": "nothing yet",
  "askedAnswer.sites": "{n} {n|site|sites}",
  "askedAnswer.one_of_several": "one of {n} {n|site|sites}",
  "askedAnswer.asked_and_refused": "refused",
  "askedAnswer.cannot_because": "cannot be said",
  "askedAnswer.shown_false": "shown to be false",

  "answerStep.label": "Steps of the answer",
  "answerStep.request": "The request",
  "answerStep.products": "Products",
  "answerStep.sites": "Sites",
  "answerStep.grid": "Made where",
  "answerStep.answers": "No site to name",
  "answerStep.release": "Look over and release",
  "answerStep.done": "done",
  "answerStep.partly": "begun",
  "answerStep.open": "open",
  "answerStep.next": "Next: {step}",
  "answerStep.back": "Back: {step}",

  "mapping.title": "Which of your products is it?",
  "mapping.what":
    "A product is a model family; part numbers map to it. What you say here is kept in your record and found again in the next request.",
  "mapping.everything":
    "The request names no product: it is about everything you supply to them. Add the model families it is about.",
  "mapping.allSaid": "Said for all {n} {n|product|products}.",
  "mapping.open": "{n} of {all} {all|product|products} not said yet.",
  "mapping.makeAll": "Add {n} {n|product|products} under the names used here",
  "mapping.ours": "In your record",
  "mapping.notSaid": "Not said yet",
  "mapping.make": "Add it under this name",
  "mapping.edit": "Family and part numbers",
  "mapping.editOne": "Family and part numbers of {name}",

  "sitesStep.title": "Where are things made?",
  "sitesStep.what":
    "Name the production sites you know, yours or others'. Head offices and warehouses are no answer. Which product is made where comes next.",
  "gridStep.title": "Which product is made where?",
  "gridStep.what":
    "Choose a tier, then tick. Begin with final assembly; components and materials come after, each as a tier of its own. It is saved as you tick.",
  "answersStep.title": "Is there something you cannot name a site for?",
  "answersStep.what":
    "Say so, and why. “We asked and were refused” and “cannot be said, because …” are answers; leaving it open is silence.",
  "answersStep.allAnswered": "Every product asked about has an answer.",
  "answersStep.open":
    "{n} of {all} {all|product|products} {n|has|have} neither a site nor another answer yet:",
  "answersStep.more": "and {n} more",
  "releaseStep.mayNot":
    "Your role fills in and does not release. Ask a manager of your organisation to look it over and release it.",

  "passOn.title": "Does somebody else know?",
  "passOn.what":
    "Pass the request on: to the brand, a component maker, your own supplier. What they release to you, you take over and release further, with names or without.",
  "passOn.do": "Pass it on …",
  "passOn.takeOver": "Take over what came back",
  "passOn.heading": "Pass the request on",
  "passOn.long":
    "They get a link and a code and answer to you, without an account. The requester sees that you passed it on and whether they answered, not to whom.",
  "passOn.to": "To whom?",
  "passOn.toHelp": "The organisation that knows.",
  "passOn.toFault": "Say to whom it goes.",
  "passOn.addressHelp": "Without one, you get link and code to hand over yourself.",
  "passOn.products": "About which products?",
  "passOn.productsAll": "All that were asked about",
  "passOn.nameRequester": "Say in the letter that {name} asks",
  "passOn.draft": "Draft the letter",
  "passOn.send": "Send it",
  "passOn.makeLink": "Make link and code",
  "passOn.subjectFault": "Write a subject.",
  "passOn.bodyFault": "Write the letter.",
  "passOn.done": "Passed on to {to}.",
  "passOn.doneMail":
    "The mail with link and code is on its way, or waits in the outbox where no mail server is set up.",
  "passOn.doneLink":
    "Hand these over, best by two different ways: the link by mail, the code by telephone.",
  "passOn.back": "Back to the answer",
  "passOn.mayNot": "Your role reads requests and does not pass them on.",

  "released.title": "Released to {name}.",
  "released.what":
    "They have it now. Keep the receipt; you may change your record and release anew at any time.",
  "released.open": "Who has seen it, and withdrawing it",
  "released.back": "Back to the request",

  "door.noAccount": "No account needed",
  "door.title": "Answer a request",
  "door.what":
    "Somebody asks you where products are made. With the link and its code you can read the request and answer it; no account is needed.",
  "door.code": "Code",
  "door.codeHelp":
    "Eight letters and digits, such as ABCD-EFGH. It came with the link, or from the person who sent it.",
  "door.codeFault": "Enter the eight letters and digits of the code.",
  "door.open": "Open the request",
  "door.haveAccount": "Does your organisation have an account here?",
  "door.signInFirst": "Sign in and answer as your organisation",
  "door.noLink": "This address carries no request.",
  "door.noLinkWhat":
    "Open the whole link from the message, up to its last character. A link that was withdrawn opens nothing any more.",
  "door.goOn": "Open in this browser",
  "door.asWhom": "As whom do you answer?",
  "door.asWhomWhat":
    "As your organisation, the answer goes into its record and colleagues can go on with it.",
  "door.asOrganisation": "As {name}",
  "door.asGuest": "Without an account",
  "door.notOpen": "This request is not open in this browser.",
  "door.notOpenWhat":
    "Link and code are remembered for half a day. Open the link again; what was typed is still there. If an organisation answers it by now, sign in.",
  "door.openAgain": "To the entrance",

  "guest.title": "Without an account",
  "guest.what":
    "What you type is saved as you go. Come back with the same link and code, or hand them to a colleague.",
  "guest.keep": "Keep it as your organisation's record …",
  "guest.leave": "Close it on this computer",

  "keep.title": "Keep it as your organisation's record",
  "keep.what":
    "The next request then begins with what you said this time, colleagues can join in, and you see who holds your releases. Link and code stop working: from then on one signs in.",
  "keep.signIn":
    "Sign in first. Who has no account yet is invited by whoever runs this installation, or by an organisation on it.",
  "keep.signedIn": "You are signed in as {name} and become its owner.",
  "keep.do": "Make it our record",
  "keep.cannot": "This record belongs to an organisation already.",
} as const;
