/**
 * Which requests and answers speak about which product. A request or answer names products, or a brand, or
 * neither: then it speaks about the whole contract. An answer that names nothing takes the scope of the request
 * it answers.
 */
import type { AnswerFact, IsoDate, ProductLine, RequestFact } from "@throughline/domain";
import { foldName } from "./fold-name.ts";

/** What a product is to requests and answers: its own id and its brand. `id: null` stands for a brand without listed products. */
export interface Subject {
  readonly id: string | null;
  readonly brand: string | null;
}

/** Requests and answers, found by what they speak about. */
export interface EventScope {
  latestAnswer(subject: Subject): AnswerFact | null;
  latestRequest(subject: Subject): RequestFact | null;
  /** The last day on which a declaration about it was taken back or shown false. */
  voidedOn(product: Pick<ProductLine, "id" | "brand">): IsoDate | null;
}

interface Slot<T> {
  readonly products: Map<string, T>;
  readonly brands: Map<string, T>;
  whole: T | null;
}

function newSlot<T>(): Slot<T> {
  return { products: new Map(), brands: new Map(), whole: null };
}

/** Puts a fact where it belongs. Facts arrive oldest first, so a later one replaces an earlier one. */
function put<T>(
  slot: Slot<T>,
  scope: { productIds: readonly string[]; brand: string | null },
  fact: T,
): void {
  if (scope.productIds.length > 0) for (const id of scope.productIds) slot.products.set(id, fact);
  else if (scope.brand !== null) slot.brands.set(foldName(scope.brand), fact);
  else slot.whole = fact;
}

function latest<T>(slot: Slot<T>, subject: Subject, isLater: (a: T, b: T) => boolean): T | null {
  const found = [
    subject.id === null ? undefined : slot.products.get(subject.id),
    // Folding costs more than the rest; most contracts have no event about a brand.
    subject.brand === null || slot.brands.size === 0
      ? undefined
      : slot.brands.get(foldName(subject.brand)),
    slot.whole ?? undefined,
  ];
  let best: T | null = null;
  for (const fact of found)
    if (fact !== undefined && (best === null || isLater(fact, best))) best = fact;
  return best;
}

function laterBy<T extends { readonly id: string }>(
  dateOf: (fact: T) => string,
): (a: T, b: T) => boolean {
  return (a, b) => {
    const left = dateOf(a);
    const right = dateOf(b);
    return left === right ? a.id > b.id : left > right;
  };
}

/** Indexes requests (sent) and answers, both sorted oldest first. */
export function scopeEvents(
  requests: readonly RequestFact[],
  answers: readonly AnswerFact[],
): EventScope {
  const requestById = new Map(requests.map((request) => [request.id, request]));
  const asked = newSlot<RequestFact>();
  const answered = newSlot<AnswerFact>();
  const voided = newSlot<AnswerFact>();
  for (const request of requests) put(asked, request, request);
  for (const answer of answers) {
    const own = answer.productIds.length > 0 || answer.brand !== null;
    const scope = own ? answer : (requestById.get(answer.requestId ?? "") ?? answer);
    put(answered, scope, answer);
    if (answer.answer === "shown_false" || answer.answer === "withdrawn")
      put(voided, scope, answer);
  }
  const laterAnswer = laterBy<AnswerFact>((answer) => answer.answeredOn);
  const laterRequest = laterBy<RequestFact>((request) => request.sentOn ?? "");
  return {
    latestAnswer: (subject) => latest(answered, subject, laterAnswer),
    latestRequest: (subject) => latest(asked, subject, laterRequest),
    voidedOn: (product) => latest(voided, product, laterAnswer)?.answeredOn ?? null,
  };
}
