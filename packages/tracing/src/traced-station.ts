/**
 * Traced: product → site. Duty: the disclosure and its refresh came in time, or the makers were formally asked in
 * time. Result: products with a confirmed final-assembly site, and the tiers the contract asks for.
 */
import type { Completeness, FactRef, LineFact, Station, StationTruth } from "@throughline/domain";
import { compareText } from "./compare-text.ts";
import type { ClauseDuty } from "./clause-duties.ts";
import { combineTruths } from "./combine-truths.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { makeFact } from "./make-fact.ts";
import { earliestOf } from "./reckon-dates.ts";
import { say } from "./say.ts";
import { takeStretch, type FactStretch } from "./take-stretch.ts";
import { nameProduct, type ProductStanding } from "./trace-products.ts";

function dutyOf(duties: readonly ClauseDuty[]): StationTruth {
  if (duties.length === 0) return { state: "not_applicable", sentence: say("traced.duty.none") };
  const due = earliestOf(duties.map((duty) => duty.dueOn));
  const missing = duties.filter((duty) => duty.overdue || duty.last === null);
  if (missing.length === 0) return { state: "whole", sentence: say("traced.duty.fresh", { due }) };
  const failed = missing
    .filter((duty) => duty.overdue && duty.askedInTime === null)
    .sort((a, b) => compareText(a.dueOn ?? "", b.dueOn ?? ""));
  const first = failed[0];
  if (first !== undefined) {
    const params = {
      due: first.dueOn,
      clause: first.condition.clause,
      overdue: failed.length,
      total: duties.length,
    };
    return failed.length < duties.length
      ? { state: "partly", sentence: say("traced.duty.partly", params) }
      : { state: "broken", sentence: say("traced.duty.overdue", params) };
  }
  const waiting = missing.filter((duty) => duty.askedInTime === null);
  if (waiting.length === 0) return { state: "whole", sentence: say("traced.duty.asked") };
  const next = earliestOf(waiting.map((duty) => duty.dueOn));
  if (waiting.length < duties.length) {
    const params = { waiting: waiting.length, total: duties.length, due: next };
    return { state: "partly", sentence: say("traced.duty.waiting_partly", params) };
  }
  return { state: "unknown", sentence: say("traced.duty.waiting", { due: next }) };
}

function resultOf(standings: readonly ProductStanding[], completeness: Completeness): StationTruth {
  const products = standings.length;
  const traced = completeness.productsTraced.numerator;
  if (products === 0) return { state: "unknown", sentence: say("traced.result.none") };
  if (traced === products) {
    const open = completeness.tiersCovered.asked.filter(
      (tier) => !completeness.tiersCovered.covered.includes(tier),
    );
    if (open.length === 0)
      return { state: "whole", sentence: say("traced.result.whole", { products }) };
    const tiers = open.map((tier) => say(`tier.${tier}`).text).join("; ");
    return { state: "partly", sentence: say("traced.result.tiers", { products, tiers }) };
  }
  if (traced > 0)
    return { state: "partly", sentence: say("traced.result.partly", { traced, products }) };
  const looked = standings.some(
    ({ trace }) => trace.status !== "missing" && trace.status !== "asked",
  );
  return looked
    ? { state: "broken", sentence: say("traced.result.broken") }
    : { state: "unknown", sentence: say("traced.result.unknown") };
}

function refsOf({ product, links, lastWord, disclosures, trace }: ProductStanding): FactRef[] {
  const refs: FactRef[] = [{ kind: "product", id: product.id }];
  for (const id of trace.finalAssembly.siteIds) refs.push({ kind: "site", id });
  for (const { linkIds } of [...links.confirmed, ...links.possible, ...links.brandLevel])
    for (const id of linkIds()) refs.push({ kind: "link", id });
  for (const disclosure of disclosures) refs.push({ kind: "disclosure", id: disclosure.id });
  if (lastWord.kind === "answer") refs.push({ kind: "answer", id: lastWord.answer.id });
  if (lastWord.kind === "silence" || lastWord.kind === "asked")
    refs.push({ kind: "request", id: lastWord.request.id });
  if (lastWord.kind === "withdrawal") refs.push({ kind: "disclosure", id: lastWord.disclosure.id });
  return refs;
}

function factOf(known: KnownFacts, standing: ProductStanding): LineFact {
  const newest = standing.disclosures[0];
  const { lastWord } = standing;
  const answer = lastWord.kind === "answer" ? lastWord.answer : null;
  return makeFact({
    sentence: say("fact.product", {
      product: nameProduct(standing.product),
      text: standing.trace.sentence.text,
    }),
    source: newest?.title ?? answer?.document ?? known.contract.reference,
    actor: newest?.declaredBy ?? answer?.answeredBy ?? null,
    date: newest?.receivedOn ?? answer?.answeredOn ?? null,
    refs: refsOf(standing),
  });
}

/** Computes the station; one fact per product, those of the stretch. */
export function tracedStation(
  known: KnownFacts,
  standings: readonly ProductStanding[],
  completeness: Completeness,
  duties: readonly ClauseDuty[],
  stretch: FactStretch,
): Station {
  const duty = dutyOf(duties);
  const result = resultOf(standings, completeness);
  const count = (...statuses: string[]): number =>
    standings.filter(({ trace }) => statuses.includes(trace.status)).length;
  const { numerator: traced, denominator: products } = completeness.productsTraced;
  const imprecise = count("imprecise");
  const brand = count("brand_level_only");
  const without = products - traced - imprecise - brand;
  return {
    name: "traced",
    recorded: true,
    state: combineTruths(duty.state, result.state),
    headline:
      products === 0 ? say("traced.headline.none") : say("traced.headline", { traced, products }),
    detail:
      imprecise + brand + without === 0
        ? null
        : say("traced.detail", { imprecise, brand, without }),
    duty,
    result,
    facts: takeStretch(standings, stretch).map((standing) => factOf(known, standing)),
  };
}
