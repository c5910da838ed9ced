/**
 * Whether several rows together leave nothing of another. What the row is about is cut into cells along every bound the
 * others set (categories, risks, values, countries, procedures, bidders, sizes, days); each cell is then wholly in or
 * wholly out of each of them, so looking at one purchase per cell is exact.
 */
import {
  addDays,
  bidderRoles,
  procedures,
  sizeClasses,
  type IsoDate,
  type Money,
} from "@throughline/domain";
import type { ReadyRow } from "./match-row.ts";

// Beyond this many cells nothing is claimed: a row is called dead only when it was looked at in full.
const mostCells = 20_000;

const risks = ["high", "medium", "low", "unknown"] as const;

interface Point {
  readonly cpv: string;
  readonly risk: string;
  readonly value: number;
  readonly country: string;
  readonly procedure: string;
  readonly bidder: string;
  readonly size: string;
  readonly day: IsoDate;
}

const includes = (list: readonly string[], one: string): boolean =>
  list.length === 0 || list.includes(one);

function holds({ row, prefixes }: ReadyRow, point: Point): boolean {
  const { when } = row;
  return (
    (prefixes.length === 0 || prefixes.some((prefix) => point.cpv.startsWith(prefix))) &&
    includes(when.risks, point.risk) &&
    (when.valueFrom === null || point.value >= when.valueFrom.minorUnits) &&
    (when.valueTo === null || point.value < when.valueTo.minorUnits) &&
    includes(when.countries, point.country) &&
    includes(when.procedures, point.procedure) &&
    includes(when.bidderRoles, point.bidder) &&
    includes(when.sizes, point.size) &&
    row.effectiveFrom <= point.day &&
    (row.effectiveTo === null || point.day <= row.effectiveTo)
  );
}

/** Values of a list that the cells are made along: those named, and one that stands for all others. */
function cutOpen(own: readonly string[], others: readonly (readonly string[])[]): string[] {
  return own.length > 0 ? [...own] : [...new Set(others.flat()), "other"];
}

function cutClosed(
  own: readonly string[],
  others: readonly (readonly string[])[],
  all: readonly string[],
): string[] {
  if (own.length > 0) return [...own];
  // Nobody distinguishes: any one stands for all.
  return others.every((list) => list.length === 0) ? all.slice(0, 1) : [...all];
}

function cutValues(row: ReadyRow, others: readonly ReadyRow[]): number[] {
  const ends = (when: ReadyRow["row"]["when"]): number[] =>
    [when.valueFrom, when.valueTo].flatMap((money: Money | null) => money?.minorUnits ?? []);
  const { valueFrom, valueTo } = row.row.when;
  const low = valueFrom?.minorUnits ?? 0;
  const cuts = [low, ...others.flatMap((other) => ends(other.row.when))];
  return [...new Set(cuts)].filter(
    (cut) => cut >= low && (valueTo === null || cut < valueTo.minorUnits),
  );
}

function cutDays(row: ReadyRow, others: readonly ReadyRow[]): IsoDate[] {
  const { effectiveFrom, effectiveTo } = row.row;
  const starts = [
    effectiveFrom,
    ...others.flatMap(({ row: other }) => [
      other.effectiveFrom,
      ...(other.effectiveTo === null ? [] : [addDays(other.effectiveTo, 1)]),
    ]),
  ];
  return [...new Set(starts)].filter(
    (day) => day >= effectiveFrom && (effectiveTo === null || day <= effectiveTo),
  );
}

function cutCategories(row: ReadyRow, others: readonly ReadyRow[]): string[] {
  const inner = [...new Set(others.flatMap(({ prefixes }) => prefixes))];
  // "x" stands for the rest of a category: no prefix of digits goes on with it.
  const rest = row.prefixes.length === 0 ? ["x"] : row.prefixes.map((prefix) => `${prefix}x`);
  return [...new Set([...rest, ...inner.map((prefix) => `${prefix}x`)])].filter(
    (code) => row.prefixes.length === 0 || row.prefixes.some((prefix) => code.startsWith(prefix)),
  );
}

/**
 * Whether every purchase and every day the row is about is one that some of the others is about. False where it would
 * take too many cells to know, or where values stand in several currencies.
 */
export function isFullyCovered(row: ReadyRow, others: readonly ReadyRow[]): boolean {
  const whens = others.map((other) => other.row.when);
  const own = row.row.when;
  const currencies = new Set(
    [own, ...whens].flatMap(({ valueFrom, valueTo }) => [
      ...(valueFrom === null ? [] : [valueFrom.currency]),
      ...(valueTo === null ? [] : [valueTo.currency]),
    ]),
  );
  if (currencies.size > 1) return false;
  const cuts = {
    cpv: cutCategories(row, others),
    risk: cutClosed(
      own.risks,
      whens.map((when) => when.risks),
      risks,
    ),
    value: cutValues(row, others),
    country: cutOpen(
      own.countries,
      whens.map((when) => when.countries),
    ),
    procedure: cutClosed(
      own.procedures,
      whens.map((when) => when.procedures),
      procedures,
    ),
    bidder: cutClosed(
      own.bidderRoles,
      whens.map((when) => when.bidderRoles),
      bidderRoles,
    ),
    size: cutClosed(
      own.sizes,
      whens.map((when) => when.sizes),
      sizeClasses,
    ),
    day: cutDays(row, others),
  };
  const cells = Object.values(cuts).reduce((count, list) => count * list.length, 1);
  if (cells > mostCells) return false;
  for (const cpv of cuts.cpv)
    for (const risk of cuts.risk)
      for (const value of cuts.value)
        for (const country of cuts.country)
          for (const procedure of cuts.procedure)
            for (const bidder of cuts.bidder)
              for (const size of cuts.size)
                for (const day of cuts.day) {
                  const point = { cpv, risk, value, country, procedure, bidder, size, day };
                  if (!others.some((other) => holds(other, point))) return false;
                }
  return true;
}
