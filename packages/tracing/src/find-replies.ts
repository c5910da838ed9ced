/**
 * What came back to each request that was sent: the first answer about it, or the first disclosure. That something was
 * withdrawn or shown false is no reply.
 */
import type { AnswerFact, DisclosureFact, IsoDate, RequestFact } from "@throughline/domain";
import { compareText } from "./compare-text.ts";
import { foldName } from "./fold-name.ts";
import { gatherKnownFacts } from "./gather-known-facts.ts";
import type { GroupedFacts } from "./group-links.ts";

export interface RequestReply {
  readonly request: RequestFact;
  readonly sentOn: IsoDate;
  /** `null` while nobody answered. */
  readonly reply: {
    readonly on: IsoDate;
    readonly by: string;
    readonly what: AnswerFact["answer"];
    /** Title of the disclosure, where it was one. */
    readonly disclosure: string | null;
  } | null;
  /** The first disclosure about it, also where something else was answered before. */
  readonly disclosed: { readonly on: IsoDate; readonly title: string } | null;
}

type Scope = { readonly brand: string | null; readonly productIds: readonly string[] };
type Reply = NonNullable<RequestReply["reply"]>;

/** Whether two scopes have a product in common; a brand stands for its products, nothing for the whole contract. */
function overlaps(brandOf: ReadonlyMap<string, string>, a: Scope, b: Scope): boolean {
  const brandsOf = (scope: Scope): Set<string> | null =>
    scope.productIds.length > 0
      ? new Set(scope.productIds.flatMap((id) => brandOf.get(id) ?? []))
      : scope.brand === null
        ? null
        : new Set([foldName(scope.brand)]);
  if (a.productIds.length > 0 && b.productIds.length > 0)
    return a.productIds.some((id) => b.productIds.includes(id));
  const [left, right] = [brandsOf(a), brandsOf(b)];
  if (left === null || right === null) return true;
  for (const brand of left) if (right.has(brand)) return true;
  return false;
}

function isReply(answer: AnswerFact): boolean {
  return (
    answer.answer !== "withdrawn" && answer.answer !== "shown_false" && answer.answer !== "silent"
  );
}

function ofAnswer(answer: AnswerFact): Reply {
  return { on: answer.answeredOn, by: answer.answeredBy, what: answer.answer, disclosure: null };
}

function ofDisclosure(one: DisclosureFact): Reply {
  return { on: one.receivedOn, by: one.declaredBy, what: "disclosed", disclosure: one.title };
}

/**
 * Finds them as known on the facts' day, oldest request first. A disclosure counts from the day it came, also when it was
 * withdrawn since.
 *
 * @example findReplies(facts).filter(({ reply }) => reply === null).map(({ request }) => request.addressee)
 */
export function findReplies(facts: GroupedFacts): RequestReply[] {
  const known = gatherKnownFacts(facts);
  const brandOf = new Map(known.products.map((product) => [product.id, foldName(product.brand)]));
  const came = [...known.disclosures.values(), ...known.withdrawnDisclosures];
  return known.sentRequests.map((request): RequestReply => {
    const sentOn = request.sentOn ?? "";
    const replies = [
      ...known.answers.flatMap((answer) => {
        if (!isReply(answer) || answer.answeredOn < sentOn) return [];
        if (answer.requestId !== null)
          return answer.requestId === request.id ? [ofAnswer(answer)] : [];
        return overlaps(brandOf, request, answer) ? [ofAnswer(answer)] : [];
      }),
      ...came.flatMap((one) =>
        one.receivedOn >= sentOn && overlaps(brandOf, request, { brand: one.brand, productIds: [] })
          ? [ofDisclosure(one)]
          : [],
      ),
    ].sort((a, b) => compareText(a.on, b.on));
    const disclosed = replies.find(({ disclosure }) => disclosure !== null);
    return {
      request,
      sentOn,
      reply: replies[0] ?? null,
      disclosed:
        disclosed === undefined ? null : { on: disclosed.on, title: disclosed.disclosure ?? "" },
    };
  });
}
