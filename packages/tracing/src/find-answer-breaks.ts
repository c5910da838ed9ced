/**
 * Breaks in asking and answering: never asked, drafted, silent, refused, cannot-because, withdrawn, shown false.
 * One break per answer, request or brand, not per product: that is what a person acts on.
 */
import type { FactRef } from "@throughline/domain";
import { earliestClauseDue, isTracingClause, listConditions } from "./clause-duties.ts";
import { distinctSorted } from "./compare-text.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { groupByKey } from "./group-by-key.ts";
import type { AskedSubject } from "./list-subjects.ts";
import { makeBreak, type BreakDraft, type RankedBreak } from "./make-break.ts";
import { listNames, say, type SentenceParams } from "./say.ts";
import { scopeEvents } from "./scope-events.ts";
import { nameProduct } from "./trace-products.ts";

/** Whom a question goes to: the supplier, who passes it on; without one, the brand; else whoever supplies. */
export function nameAddressee(known: KnownFacts, brand: string | null): string {
  return known.contract.supplier?.name ?? brand ?? "the supplier";
}

function refsOf(known: KnownFacts, subjects: readonly AskedSubject[]): FactRef[] {
  const products = subjects.flatMap(({ productId }): FactRef[] =>
    productId === null ? [] : [{ kind: "product", id: productId }],
  );
  return products.length > 0 ? products : [{ kind: "contract", id: known.contract.id }];
}

function notAsked(
  known: KnownFacts,
  subjects: readonly AskedSubject[],
  nameOf: (id: string) => string,
): BreakDraft[] {
  const drafted = scopeEvents(known.drafts, []);
  const open = subjects.filter(
    (one) =>
      !one.disclosed &&
      one.lastWord.kind === "nothing" &&
      drafted.latestRequest({ id: one.productId, brand: one.brand }) === null,
  );
  const due = earliestClauseDue(known);
  const conditions = listConditions(known).filter(isTracingClause);
  const clause = conditions[0]?.clause ?? null;
  const refs = conditions
    .slice(0, 1)
    .map((condition): FactRef => ({ kind: "condition", id: condition.id }));
  return groupByKey(open, (one) => one.brand ?? "").map(([brand, group]): BreakDraft => {
    const addressee = nameAddressee(known, brand === "" ? null : brand);
    const why = say("why.not_asked", { clause });
    const station = "shown";
    const base = {
      station,
      severity: "serious",
      rank: 0,
      dueOn: due,
      refs: [...refsOf(known, group), ...refs],
    } as const;
    if (group[0].productId === null) {
      const named = conditions.flatMap((condition) => condition.components);
      const components = distinctSorted(named).join("; ");
      // Several brands without products share the contract's reference: the brand tells their breaks apart.
      return {
        ...base,
        key: brand,
        sentence: say("break.nothing_known", { brand }),
        action: {
          kind: "draft_request",
          sentence: say("action.nothing_known", { addressee, components }),
          why,
        },
      };
    }
    const names = listNames(group.map((one) => nameOf(one.productId ?? "")));
    const params = { addressee, products: names.list, more: names.more, count: group.length };
    return {
      ...base,
      sentence: say("break.not_asked", params),
      action: { kind: "draft_request", sentence: say("action.not_asked", params), why },
    };
  });
}

function silent(
  known: KnownFacts,
  subjects: readonly AskedSubject[],
  nameOf: (id: string) => string,
): BreakDraft[] {
  // Silence shows even where something was disclosed before: the question came after it.
  const open = subjects.filter((one) => one.lastWord.kind === "silence");
  return groupByKey(open, (one) =>
    one.lastWord.kind === "silence" ? one.lastWord.request.id : null,
  ).flatMap(([, group]) => {
    const word = group[0].lastWord;
    if (word.kind !== "silence") return [];
    const { request } = word;
    const names = listNames(
      group.flatMap((one) => (one.productId === null ? [] : [nameOf(one.productId)])),
    );
    const params = {
      addressee: request.addressee,
      sent: request.sentOn,
      due: request.dueOn,
      products: names.list,
      more: names.more,
    };
    return [
      {
        station: "shown",
        severity: "serious",
        rank: 1,
        sentence: say("break.silent", params),
        dueOn: request.dueOn,
        refs: [{ kind: "request", id: request.id }, ...refsOf(known, group)],
        action: {
          kind: "send_reminder",
          sentence: say("action.silent", params),
          why: say("why.silent"),
        },
      } satisfies BreakDraft,
    ];
  });
}

/** What each kind of answer without a site asks for next. */
function answerDraft(
  known: KnownFacts,
  group: readonly [AskedSubject, ...AskedSubject[]],
  nameOf: (id: string) => string,
): BreakDraft | null {
  const word = group[0].lastWord;
  const names = listNames(
    group.flatMap((one) => (one.productId === null ? [] : [nameOf(one.productId)])),
  );
  const none = names.list === "";
  const about: SentenceParams = {
    products: none ? "what is bought" : names.list,
    more: names.more,
    count: none ? 1 : group.length,
  };
  const refs = refsOf(known, group);
  if (word.kind === "withdrawal") {
    const { id, declaredBy: by, withdrawnOn: on, replaced } = word.disclosure;
    const params = { ...about, by, on, reason: null };
    return {
      station: "shown",
      severity: "serious",
      rank: 2,
      sentence: say(replaced === true ? "break.replaced" : "break.withdrawn", params),
      dueOn: null,
      refs: [{ kind: "disclosure", id }, ...refs],
      action: {
        kind: "add_disclosure",
        sentence: say("action.withdrawn", params),
        why: say("why.withdrawn"),
      },
    };
  }
  if (word.kind !== "answer") return null;
  const { answer } = word;
  const params = {
    ...about,
    by: answer.answeredBy,
    on: answer.answeredOn,
    reason: answer.reason,
    self: answer.selfReported ? 1 : 0,
  };
  const base = {
    station: "shown",
    severity: "serious",
    rank: 2,
    dueOn: null,
    refs: [{ kind: "answer", id: answer.id }, ...refs],
  } as const;
  switch (answer.answer) {
    case "asked_and_refused":
      return {
        ...base,
        sentence: say(none ? "break.refused_all" : "break.refused", params),
        action: {
          kind: "draft_request",
          sentence: say("action.refused", params),
          why: say("why.refused"),
        },
      };
    case "cannot_because":
      // An honest obstacle is no failing: it is the lightest of the answers without a site.
      return {
        ...base,
        severity: "minor",
        sentence: say(none ? "break.cannot_all" : "break.cannot", params),
        action: {
          kind: "draft_request",
          sentence: say("action.cannot", params),
          why: say("why.cannot"),
        },
      };
    case "withdrawn":
      return {
        ...base,
        sentence: say("break.withdrawn", params),
        action: {
          kind: "add_disclosure",
          sentence: say("action.withdrawn", params),
          why: say("why.withdrawn"),
        },
      };
    case "shown_false":
      // Candour is protected: what a supplier reports itself is not scored like what was discovered.
      return {
        ...base,
        severity: answer.selfReported ? "minor" : "severe",
        sentence: say("break.shown_false", params),
        action: {
          kind: "add_disclosure",
          sentence: say("action.shown_false", params),
          why: say("why.shown_false", params),
        },
      };
    case "silent": {
      const sent = { ...params, addressee: answer.answeredBy, sent: answer.answeredOn, due: null };
      return {
        ...base,
        rank: 1,
        sentence: say("break.recorded_silent", sent),
        action: {
          kind: "send_reminder",
          sentence: say("action.recorded_silent", sent),
          why: say("why.silent"),
        },
      };
    }
    case "disclosed":
      return {
        ...base,
        sentence: say("break.no_site_in_answer", params),
        action: {
          kind: "add_disclosure",
          sentence: say("action.no_site_in_answer", params),
          why: say("why.no_site_in_answer"),
        },
      };
  }
}

/** Finds the breaks in asking and answering. */
export function findAnswerBreaks(
  known: KnownFacts,
  subjects: readonly AskedSubject[],
): RankedBreak[] {
  const products = new Map(known.products.map((product) => [product.id, product]));
  const nameOf = (id: string): string => {
    const product = products.get(id);
    return product === undefined ? id : nameProduct(product);
  };
  const answered = groupByKey(
    subjects.filter(
      (one) =>
        !one.disclosed ||
        (one.status !== "traced" &&
          one.lastWord.kind === "answer" &&
          one.lastWord.answer.answer !== "disclosed"),
    ),
    ({ lastWord }) =>
      lastWord.kind === "answer"
        ? `answer:${lastWord.answer.id}`
        : lastWord.kind === "withdrawal"
          ? `disclosure:${lastWord.disclosure.id}`
          : null,
  ).flatMap(([, group]) => answerDraft(known, group, nameOf) ?? []);
  const drafts = known.drafts.map((draft): BreakDraft => ({
    station: "shown",
    severity: "serious",
    rank: 0,
    sentence: say("break.draft", { addressee: draft.addressee }),
    dueOn: draft.dueOn ?? earliestClauseDue(known),
    refs: [{ kind: "request", id: draft.id }],
    action: {
      kind: "draft_request",
      sentence: say("action.draft", { addressee: draft.addressee }),
      why: say("why.draft"),
    },
  }));
  return [
    ...notAsked(known, subjects, nameOf),
    ...drafts,
    ...silent(known, subjects, nameOf),
    ...answered,
  ].map((draft) => makeBreak(known, draft));
}
