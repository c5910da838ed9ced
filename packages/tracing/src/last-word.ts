/**
 * The last thing that happened about a product that has no site to show: an answer, a withdrawal, or a request
 * that nobody has answered. Refused, cannot-because, silent, asked, withdrawn and shown-false are different
 * things, and none of them is "missing" (nobody has asked).
 */
import type { AnswerFact, DisclosureFact, RequestFact } from "@throughline/domain";
import type { KnownFacts } from "./gather-known-facts.ts";
import type { Subject } from "./scope-events.ts";

/** See the file's head. */
export type LastWord =
  | { readonly kind: "answer"; readonly answer: AnswerFact }
  | { readonly kind: "withdrawal"; readonly disclosure: DisclosureFact }
  | { readonly kind: "silence"; readonly request: RequestFact }
  | { readonly kind: "asked"; readonly request: RequestFact }
  | { readonly kind: "nothing" };

/** Status without a standing site, by the last word. */
export type AnswerStatus =
  | "refused"
  | "cannot_because"
  | "withdrawn"
  | "shown_false"
  | "silent"
  | "asked"
  | "missing";

/** True when the request's due date lies before the date and nothing has come. */
export function isOverdue(request: RequestFact, asOf: string): boolean {
  return request.dueOn !== null && request.dueOn < asOf;
}

/** The last word about a subject; on one day an answer counts as after the request, and before a withdrawal. */
export function findLastWord(
  known: KnownFacts,
  subject: Subject,
  withdrawn: DisclosureFact | null,
): LastWord {
  const answer = known.events.latestAnswer(subject);
  const request = known.events.latestRequest(subject);
  const withdrawnOn = withdrawn?.withdrawnOn ?? "";
  const answeredOn = answer?.answeredOn ?? "";
  const answered =
    request !== null &&
    answer !== null &&
    (answer.requestId === request.id || answeredOn >= (request.sentOn ?? ""));
  if (request !== null && !answered && (request.sentOn ?? "") > withdrawnOn) {
    return { kind: isOverdue(request, known.asOf) ? "silence" : "asked", request };
  }
  if (withdrawn !== null && withdrawnOn >= answeredOn)
    return { kind: "withdrawal", disclosure: withdrawn };
  return answer === null ? { kind: "nothing" } : { kind: "answer", answer };
}

/** The status a last word gives. An answer that says "disclosed" but names no site leaves it missing. */
export function statusOfLastWord(word: LastWord): AnswerStatus {
  switch (word.kind) {
    case "nothing":
      return "missing";
    case "withdrawal":
      return "withdrawn";
    case "silence":
      return "silent";
    case "asked":
      return "asked";
    case "answer":
      switch (word.answer.answer) {
        case "asked_and_refused":
          return "refused";
        case "disclosed":
          return "missing";
        default:
          return word.answer.answer;
      }
  }
}
