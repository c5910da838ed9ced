/**
 * Every day on which the clauses asked for a disclosure, brand by brand, and what came of it: the first one, then each
 * refresh, counted from the disclosure before. The last of them is the one the line waits for.
 */
import {
  addMonths,
  type ContractCondition,
  type DisclosureFact,
  type IsoDate,
} from "@throughline/domain";
import {
  disclosuresByBrand,
  firstDueOn,
  isTracingClause,
  listBrands,
  listConditions,
} from "./clause-duties.ts";
import { compareText } from "./compare-text.ts";
import { gatherKnownFacts, type KnownFacts } from "./gather-known-facts.ts";
import type { GroupedFacts } from "./group-links.ts";

export interface DisclosureDue {
  /** Stable: clause, brand, which of them. */
  readonly key: string;
  readonly condition: ContractCondition;
  /** `null`: the contract as a whole. */
  readonly brand: string | null;
  readonly occurrence: number;
  readonly dueOn: IsoDate;
  /** The disclosure that met it, early or late; `null` where none came. */
  readonly metBy: DisclosureFact | null;
}

/** What it speaks about where it says so, else the day it came. */
const dateOf = (one: DisclosureFact): IsoDate => one.asOf ?? one.receivedOn;

// A contract of fifty years refreshed monthly: more is a mistake in the dates.
const mostDues = 600;

function duesOf(
  known: KnownFacts,
  condition: ContractCondition,
  brand: string | null,
  disclosures: readonly DisclosureFact[],
): DisclosureDue[] {
  const months = condition.refreshEveryMonths;
  const dues: DisclosureDue[] = [];
  let at = 0;
  const first = firstDueOn(known, condition, brand);
  let dueOn = first;
  if (dueOn === null) {
    const [given] = disclosures;
    if (given === undefined || months === null) return [];
    at = 1;
    dueOn = addMonths(dateOf(given), months);
  }
  for (let occurrence = 1; occurrence <= mostDues; occurrence += 1) {
    const day: IsoDate = dueOn;
    // Several may come before the day: the last of them is what there was on it. Otherwise the first one after it.
    let last = at - 1;
    for (let next = at; next < disclosures.length; next += 1)
      if ((disclosures[next]?.receivedOn ?? "") <= day) last = next;
    if (last < at) last = at;
    const metBy = disclosures[last] ?? null;
    const key = `${condition.id}/${brand ?? ""}/${occurrence}`;
    dues.push({ key, condition, brand, occurrence, dueOn: day, metBy });
    if (metBy === null || months === null) break;
    at = last + 1;
    dueOn = addMonths(dateOf(metBy), months);
  }
  return dues;
}

/**
 * Lists them as known on the facts' day, also those that are due later.
 *
 * @example listDisclosureDues(facts).filter(({ metBy, dueOn }) => metBy === null && dueOn < facts.asOf)
 */
export function listDisclosureDues(facts: GroupedFacts): DisclosureDue[] {
  const known = gatherKnownFacts(facts);
  const disclosuresFor = disclosuresByBrand(known);
  const brands = listBrands(known);
  return listConditions(known)
    .filter(isTracingClause)
    .flatMap((condition) =>
      brands.flatMap((brand) =>
        duesOf(
          known,
          condition,
          brand,
          [...disclosuresFor(brand)].sort(
            (a, b) =>
              compareText(dateOf(a), dateOf(b)) ||
              compareText(a.receivedOn, b.receivedOn) ||
              compareText(a.id, b.id),
          ),
        ),
      ),
    );
}
