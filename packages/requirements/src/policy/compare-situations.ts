/** How the situations of two rows lie to each other: one within the other, overlapping, or apart. */
import type { Money } from "@throughline/domain";
import type { PolicyWhen } from "./policy-row.ts";

/** A situation with its categories made ready; a row of the table is one. */
export interface Situated {
  readonly row: { readonly when: PolicyWhen };
  readonly prefixes: readonly string[];
}

/** The days of a row. */
interface Dated {
  readonly row: { readonly effectiveFrom: string; readonly effectiveTo: string | null };
}

function listWithin(inner: readonly string[], outer: readonly string[]): boolean {
  return outer.length === 0 || (inner.length > 0 && inner.every((one) => outer.includes(one)));
}

function listsMeet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
}

/** Whether amounts stand in one currency; others are not ordered. Without allocations: it is asked of every pair of rows. */
function sameCurrency(a: PolicyWhen, b: PolicyWhen): boolean {
  let currency: string | null = null;
  const fits = (money: Money | null): boolean => {
    if (money === null) return true;
    currency ??= money.currency;
    return money.currency === currency;
  };
  return fits(a.valueFrom) && fits(a.valueTo) && fits(b.valueFrom) && fits(b.valueTo);
}

/** Whether the range of the one lies within the other's. */
function rangeWithin(inner: PolicyWhen, outer: PolicyWhen): boolean {
  if (outer.valueFrom === null && outer.valueTo === null) return true;
  return (
    sameCurrency(inner, outer) &&
    (outer.valueFrom === null || lowerEnd(inner.valueFrom) >= outer.valueFrom.minorUnits) &&
    (outer.valueTo === null || upperEnd(inner.valueTo) <= outer.valueTo.minorUnits)
  );
}

const lowerEnd = (money: Money | null): number => money?.minorUnits ?? -Infinity;
const upperEnd = (money: Money | null): number => money?.minorUnits ?? Infinity;

function rangesMeet(a: PolicyWhen, b: PolicyWhen): boolean {
  // In two currencies the same purchase may fall into both.
  if (!sameCurrency(a, b)) return true;
  return lowerEnd(a.valueFrom) < upperEnd(b.valueTo) && lowerEnd(b.valueFrom) < upperEnd(a.valueTo);
}

/** Whether every purchase the inner row is about is one the outer is about too. */
export function isWithin(inner: Situated, outer: Situated): boolean {
  const a = inner.row.when;
  const b = outer.row.when;
  return (
    (outer.prefixes.length === 0 ||
      (inner.prefixes.length > 0 &&
        inner.prefixes.every((one) => outer.prefixes.some((wide) => one.startsWith(wide))))) &&
    listWithin(a.risks, b.risks) &&
    listWithin(a.countries, b.countries) &&
    listWithin(a.procedures, b.procedures) &&
    listWithin(a.bidderRoles, b.bidderRoles) &&
    listWithin(a.sizes, b.sizes) &&
    rangeWithin(a, b)
  );
}

/**
 * Whether the first row is more specific: about some of the purchases of the second and no others. Two rows about the
 * very same purchases are not.
 */
export function isMoreSpecific(a: Situated, b: Situated): boolean {
  return isWithin(a, b) && !isWithin(b, a);
}

/** Whether one purchase can meet both rows. */
export function canMeet(a: Situated, b: Situated): boolean {
  const one = a.row.when;
  const other = b.row.when;
  return (
    (a.prefixes.length === 0 ||
      b.prefixes.length === 0 ||
      a.prefixes.some((left) =>
        b.prefixes.some((right) => left.startsWith(right) || right.startsWith(left)),
      )) &&
    listsMeet(one.risks, other.risks) &&
    listsMeet(one.countries, other.countries) &&
    listsMeet(one.procedures, other.procedures) &&
    listsMeet(one.bidderRoles, other.bidderRoles) &&
    listsMeet(one.sizes, other.sizes) &&
    rangesMeet(one, other)
  );
}

/** The days on which both are in force; `null` where there is none. `until` null: without end. */
export function sharedPeriod(
  a: Dated,
  b: Dated,
): { readonly from: string; readonly until: string | null } | null {
  const from =
    a.row.effectiveFrom > b.row.effectiveFrom ? a.row.effectiveFrom : b.row.effectiveFrom;
  const ends = [a.row.effectiveTo, b.row.effectiveTo].filter((end) => end !== null).sort();
  const until = ends[0] ?? null;
  return until !== null && until < from ? null : { from, until };
}
