/**
 * The rule for overlapping rows (ADR 0035). Among the rows of one requirement and role that fire: a row about some of
 * the purchases of another, and no others, takes its place; rows not so ordered are joined, the stricter value first;
 * values that no order joins are left to people.
 *
 * Looked at for each code of what is bought and each kind of bidder on its own, because a row for small resellers takes
 * the place of the general one for small resellers only. What one purchase of several categories asks is the strictest
 * of what each of them asks.
 */
import { strictest } from "../parameters/join-values.ts";
import { isMoreSpecific } from "./compare-situations.ts";
import { joinFollowUps } from "./join-follow-up.ts";
import { type ReadyRow, rowCoversCode } from "./match-row.ts";
import type { AskedItem, BidderKind, FindRequirement, PolicySituation } from "./policy-row.ts";

/** What one requirement in one role comes to. */
export interface ResolvedRows {
  readonly asked: readonly AskedItem[];
  /** For each row that nowhere counts, the rows that took its place. */
  readonly overridden: ReadonlyMap<string, readonly string[]>;
}

function orNull<Item>(items: readonly Item[]): readonly (Item | null)[] {
  return items.length === 0 ? [null] : items;
}

/** Every kind of bidder the situation expects. */
export function bidderKinds(situation: PolicySituation): BidderKind[] {
  return orNull(situation.bidderRoles).flatMap((bidderRole) =>
    orNull(situation.sizes).map((size) => ({ bidderRole, size })),
  );
}

function isForBidder({ row }: ReadyRow, { bidderRole, size }: BidderKind): boolean {
  const { bidderRoles, sizes } = row.when;
  return (
    (bidderRoles.length === 0 || (bidderRole !== null && bidderRoles.includes(bidderRole))) &&
    (sizes.length === 0 || (size !== null && sizes.includes(size)))
  );
}

function askTogether(
  rows: readonly ReadyRow[],
  bidders: readonly BidderKind[],
  find: FindRequirement,
): AskedItem | null {
  const [first] = rows;
  if (first === undefined) return null;
  const { requirement, role } = first.row.then;
  const versions = rows.flatMap(({ row }) => row.then.version ?? []);
  const version = versions.length === 0 ? null : Math.max(...versions);
  const joined = strictest(
    find(requirement, version)?.parameters ?? [],
    rows.map(({ row }) => row.then.values),
  );
  return {
    requirement,
    version,
    role,
    values: joined.values,
    followUp: joinFollowUps(rows.map(({ row }) => row.then.followUp)),
    rowIds: rows.map(({ row }) => row.id),
    bidders,
    undecided: joined.incomparable,
  };
}

/** Resolves the rows of one requirement in one role that fire. Cost: each pair of them is compared once. */
export function resolveRows(
  rows: readonly ReadyRow[],
  situation: PolicySituation,
  find: FindRequirement,
): ResolvedRows {
  const specific = new Map<ReadyRow, readonly ReadyRow[]>(
    rows.map((row) => [row, rows.filter((other) => other !== row && isMoreSpecific(other, row))]),
  );
  const counted = new Set<ReadyRow>();
  const replaced = new Map<ReadyRow, Set<string>>();
  const groups = new Map<string, { winners: readonly ReadyRow[]; bidders: BidderKind[] }>();
  const kinds = bidderKinds(situation);
  for (const bidder of kinds) {
    const here = rows.filter((row) => isForBidder(row, bidder));
    const winners = new Set<ReadyRow>();
    for (const code of orNull(situation.cpv)) {
      const onCode = new Set(here.filter((row) => rowCoversCode(row, code)));
      for (const row of onCode) {
        const over = (specific.get(row) ?? []).filter((other) => onCode.has(other));
        if (over.length === 0) winners.add(row);
        else {
          const known = replaced.get(row) ?? new Set();
          for (const other of over) known.add(other.row.id);
          replaced.set(row, known);
        }
      }
    }
    for (const row of winners) counted.add(row);
    const inOrder = rows.filter((row) => winners.has(row));
    const key = inOrder.map(({ row }) => row.id).join("\u0000");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { winners: inOrder, bidders: [bidder] });
    else group.bidders.push(bidder);
  }
  const asked = [...groups.values()].flatMap(
    ({ winners, bidders }) =>
      askTogether(winners, bidders.length === kinds.length ? [] : bidders, find) ?? [],
  );
  const overridden = new Map(
    [...replaced].flatMap(([row, by]): [string, string[]][] =>
      counted.has(row) ? [] : [[row.row.id, [...by]]],
    ),
  );
  return { asked, overridden };
}
