/** Breaks between product and site: imprecise, at brand level only, further tiers, components, refresh, rejected rows. */
import { addDays, type FactRef, type LineSite } from "@throughline/domain";
import { isTracingClause, listConditions, type ClauseDuty } from "./clause-duties.ts";
import { distinctSorted } from "./compare-text.ts";
import { nameAddressee } from "./find-answer-breaks.ts";
import { foldName } from "./fold-name.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { groupByKey } from "./group-by-key.ts";
import { makeBreak, type BreakDraft, type RankedBreak } from "./make-break.ts";
import { listNames, say } from "./say.ts";
import { nameProduct, type ProductStanding } from "./trace-products.ts";

/** Our own habit, not a law: two weeks to go back to whoever sent something imprecise. */
const daysToAskBack = 14;

function askBackOn(standing: ProductStanding): string | null {
  const received = standing.disclosures[0]?.receivedOn;
  return received === undefined ? null : addDays(received, daysToAskBack);
}

const kinds = ["possible", "masked", "not_making", "other_tiers", "brand_level"] as const;

/** Where the question has already been put, the next action is to wait for the answer or to remind, not to ask again. */
function waitingAction(
  group: readonly [ProductStanding, ...ProductStanding[]],
): BreakDraft["action"] | null {
  const word = group[0].lastWord;
  if (word.kind !== "asked" && word.kind !== "silence") return null;
  const { request } = word;
  const same = group.every(
    ({ lastWord: other }) =>
      (other.kind === "asked" || other.kind === "silence") && other.request.id === request.id,
  );
  if (!same) return null;
  const params = { addressee: request.addressee, sent: request.sentOn, due: request.dueOn };
  return word.kind === "asked"
    ? {
        kind: "record_answer",
        sentence: say("action.waiting", params),
        why: say("why.waiting", params),
      }
    : { kind: "send_reminder", sentence: say("action.silent", params), why: say("why.silent") };
}

function imprecise(
  known: KnownFacts,
  standings: readonly ProductStanding[],
  hits: ReadonlySet<string>,
): BreakDraft[] {
  const keyOf = ({ trace, links, product }: ProductStanding): string | null => {
    switch (trace.status) {
      case "imprecise": {
        const possible = trace.finalAssembly.kind === "one_of_n_possible";
        const sources = possible
          ? links.possible.flatMap((group) => group.alternativesId ?? group.linkIds())
          : trace.finalAssembly.siteIds;
        return [
          possible
            ? "possible"
            : trace.sentence.code === "product.confirmed_masked"
              ? "masked"
              : "not_making",
          foldName(product.brand),
          ...distinctSorted(sources),
        ].join("\u0000");
      }
      case "missing":
        return links.hasSite ? ["other_tiers", foldName(product.brand)].join("\u0000") : null;
      case "brand_level_only":
        return ["brand_level", foldName(product.brand)].join("\u0000");
      default:
        return null;
    }
  };
  return groupByKey(standings, keyOf).map(([key, group]): BreakDraft => {
    const { trace, product } = group[0];
    const kind = kinds.find((one) => key.startsWith(one)) ?? "brand_level";
    const names = listNames(group.map((one) => nameProduct(one.product)));
    const siteIds = distinctSorted(group.flatMap((one) => one.trace.finalAssembly.siteIds));
    const hit = siteIds.filter((id) => hits.has(id)).length;
    const disclosures = group.flatMap((one) => one.disclosures);
    const n = trace.finalAssembly.alternativesCount;
    const params = {
      addressee: nameAddressee(known, product.brand),
      products: names.list,
      more: names.more,
      count: group.length,
      brand: product.brand,
      n,
      hit,
      cut: trace.finalAssembly.truncated ? 1 : 0,
      market: disclosures.find((one) => one.foreignMarket !== null)?.foreignMarket ?? null,
    };
    const named = kind === "possible" && n === null ? "possible_unknown" : kind;
    return {
      station: "traced",
      severity: hit > 0 ? "severe" : "serious",
      rank: 3,
      sentence: say(`break.${named}`, params),
      dueOn: askBackOn(group[0]),
      refs: [
        ...group.map((one): FactRef => ({ kind: "product", id: one.product.id })),
        ...siteIds.map((id): FactRef => ({ kind: "site", id })),
        ...disclosures.map((one): FactRef => ({ kind: "disclosure", id: one.id })),
      ],
      action: waitingAction(group) ?? {
        kind: "ask_which_site",
        sentence: say(`action.${named}`, params),
        why: say(`why.${kind}`, params),
      },
    };
  });
}

function noProducts(known: KnownFacts): BreakDraft[] {
  if (known.products.length > 0) return [];
  return [
    {
      station: "traced",
      severity: "serious",
      rank: 5,
      sentence: say("break.no_products"),
      dueOn: null,
      refs: [{ kind: "contract", id: known.contract.id }],
      action: {
        kind: "add_products",
        sentence: say("action.no_products", { title: known.contract.title }),
        why: say("why.no_products"),
      },
    },
  ];
}

/** Tiers and components a clause names without a confirmed site; only once there is something to go further from. */
function furtherUp(known: KnownFacts): BreakDraft[] {
  if (known.disclosures.size === 0) return [];
  const addressee = nameAddressee(known, null);
  return listConditions(known)
    .filter(isTracingClause)
    .flatMap((condition): BreakDraft[] => {
      const { clause } = condition;
      const found: BreakDraft[] = [];
      const base = {
        station: "traced",
        severity: "minor",
        rank: 6,
        dueOn: null,
        refs: [{ kind: "condition", id: condition.id }],
      } as const;
      // Final assembly has breaks of its own, product by product.
      const open = condition.tiers.filter(
        (tier) => tier !== "final_assembly" && !known.confirmedTiers.has(tier),
      );
      if (open.length > 0) {
        const tiers = distinctSorted(open.map((tier) => say(`tier.${tier}`).text)).join("; ");
        const params = { clause, tiers, addressee };
        found.push({
          ...base,
          sentence: say("break.tiers", params),
          action: {
            kind: "draft_request",
            sentence: say("action.tiers", params),
            why: say("why.tiers", params),
          },
        });
      }
      const missing = condition.components.filter(
        (component) => !known.confirmedComponents.has(foldName(component)),
      );
      if (missing.length > 0) {
        const params = { clause, components: distinctSorted(missing).join("; "), addressee };
        found.push({
          ...base,
          sentence: say("break.components", params),
          action: {
            kind: "draft_request",
            sentence: say("action.components", params),
            why: say("why.components", params),
          },
        });
      }
      return found;
    });
}

function refreshes(known: KnownFacts, duties: readonly ClauseDuty[]): BreakDraft[] {
  return duties
    .filter((duty) => duty.overdue && duty.last !== null)
    .map((duty): BreakDraft => {
      const { condition, brand, dueOn, lastOn, last } = duty;
      const params = {
        clause: condition.clause,
        brand,
        due: dueOn,
        last: lastOn,
        gates: condition.gatesExtension ? 1 : 0,
        addressee: nameAddressee(known, brand),
      };
      return {
        station: "traced",
        severity: condition.gatesExtension ? "severe" : "serious",
        rank: 4,
        key: brand ?? "",
        sentence: say("break.refresh", params),
        dueOn,
        refs: [
          { kind: "condition", id: condition.id },
          ...(last === null ? [] : [{ kind: "disclosure", id: last.id } as const]),
        ],
        action: {
          kind: "ask_refresh",
          sentence: say("action.refresh", params),
          why: say("why.refresh", params),
        },
      };
    });
}

function rejectedRows(known: KnownFacts): BreakDraft[] {
  return [...known.disclosures.values()]
    .filter((one) => one.rows.rejected > 0)
    .map((one): BreakDraft => {
      const params = { title: one.title, by: one.declaredBy, rejected: one.rows.rejected };
      return {
        station: "shown",
        severity: "minor",
        rank: 7,
        sentence: say("break.rejected", params),
        dueOn: addDays(one.receivedOn, daysToAskBack),
        refs: [{ kind: "disclosure", id: one.id }],
        action: {
          kind: "add_disclosure",
          sentence: say("action.rejected", params),
          why: say("why.rejected"),
        },
      };
    });
}

/** Finds the breaks between product and site. */
export function findTracingBreaks(
  known: KnownFacts,
  standings: readonly ProductStanding[],
  sites: readonly LineSite[],
  duties: readonly ClauseDuty[],
): RankedBreak[] {
  const hits = new Set(sites.filter((site) => site.screening === "hit").map((site) => site.siteId));
  return [
    ...imprecise(known, standings, hits),
    ...noProducts(known),
    ...furtherUp(known),
    ...refreshes(known, duties),
    ...rejectedRows(known),
  ].map((draft) => makeBreak(known, draft));
}
