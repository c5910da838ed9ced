/** What is wrong with a table as such, whatever is bought. */
import { addMonths, type Sentence } from "@throughline/domain";
import { compareValues } from "../parameters/compare-values.ts";
import { strictest } from "../parameters/join-values.ts";
import { canMeet, isMoreSpecific, isWithin, sharedPeriod } from "./compare-situations.ts";
import { isFullyCovered } from "./cover-row.ts";
import { readyRow, type ReadyRow } from "./match-row.ts";
import type { FindRequirement, PolicyRow } from "./policy-row.ts";
import { sayPolicy } from "./policy-texts.ts";

/**
 * - `clash`: two rows can apply to one purchase, neither is more specific, and a value of theirs cannot be joined;
 * - `dead_row`: a row that never counts;
 * - `overlapping_dates`: the same purchases asked twice at the same time;
 * - `short_notice`: in force earlier than the promised notice allows.
 */
export type PolicyConflictKind = "clash" | "dead_row" | "overlapping_dates" | "short_notice";

export interface PolicyConflict {
  readonly kind: PolicyConflictKind;
  readonly rowIds: readonly string[];
  readonly sentence: Sentence;
}

function checkNotice(row: PolicyRow): PolicyConflict[] {
  if (row.noticeMonths === null || row.noticeMonths === 0) return [];
  const params = { one: row.title, months: row.noticeMonths, from: row.effectiveFrom };
  if (row.announcedOn === null)
    return [
      {
        kind: "short_notice",
        rowIds: [row.id],
        sentence: sayPolicy("policy.conflict.not_announced", params),
      },
    ];
  const earliest = addMonths(row.announcedOn, row.noticeMonths);
  if (row.effectiveFrom >= earliest) return [];
  return [
    {
      kind: "short_notice",
      rowIds: [row.id],
      sentence: sayPolicy("policy.conflict.short_notice", {
        ...params,
        announced: row.announcedOn,
        earliest,
      }),
    },
  ];
}

function parametersOf(find: FindRequirement, a: ReadyRow, b: ReadyRow) {
  const version = Math.max(a.row.then.version ?? 0, b.row.then.version ?? 0);
  return find(a.row.then.requirement, version === 0 ? null : version);
}

function covers(outer: ReadyRow, inner: ReadyRow): boolean {
  return (
    outer.row.effectiveFrom <= inner.row.effectiveFrom &&
    (outer.row.effectiveTo === null ||
      (inner.row.effectiveTo !== null && outer.row.effectiveTo >= inner.row.effectiveTo))
  );
}

/** Two rows about the very same purchases, in force together. */
function checkTwins(a: ReadyRow, b: ReadyRow, find: FindRequirement): PolicyConflict | null {
  const period = sharedPeriod(a, b);
  if (period === null) return null;
  const requirement = parametersOf(find, a, b);
  const { relation } = compareValues(
    requirement?.parameters ?? [],
    a.row.then.values,
    b.row.then.values,
  );
  const [dead, over] =
    (relation === "stricter" || relation === "equal") && covers(a, b)
      ? [b, a]
      : (relation === "weaker" || relation === "equal") && covers(b, a)
        ? [a, b]
        : [null, null];
  if (dead !== null)
    return {
      kind: "dead_row",
      rowIds: [dead.row.id, over.row.id],
      sentence: sayPolicy("policy.conflict.covered_by_equal", {
        one: dead.row.title,
        other: over.row.title,
      }),
    };
  return {
    kind: "overlapping_dates",
    rowIds: [a.row.id, b.row.id],
    sentence: sayPolicy("policy.conflict.overlapping_dates", {
      one: a.row.title,
      other: b.row.title,
      requirement: `“${requirement?.title ?? a.row.then.requirement}”`,
      from: period.from,
      until: period.until,
    }),
  };
}

function checkClash(a: ReadyRow, b: ReadyRow, find: FindRequirement): PolicyConflict | null {
  if (isMoreSpecific(a, b) || isMoreSpecific(b, a)) return null;
  if (sharedPeriod(a, b) === null || !canMeet(a, b)) return null;
  const requirement = parametersOf(find, a, b);
  const { incomparable } = strictest(requirement?.parameters ?? [], [
    a.row.then.values,
    b.row.then.values,
  ]);
  if (incomparable.length === 0) return null;
  const labels = new Map(requirement?.parameters.map(({ key, label }) => [key, label]));
  return {
    kind: "clash",
    rowIds: [a.row.id, b.row.id],
    sentence: sayPolicy("policy.conflict.clash", {
      one: a.row.title,
      other: b.row.title,
      requirement: `“${requirement?.title ?? a.row.then.requirement}”`,
      parameters: incomparable.map((key) => labels.get(key) ?? key).join("; "),
    }),
  };
}

/** Rows that more specific ones leave nothing to ask. */
function checkCovered(row: ReadyRow, group: readonly ReadyRow[]): PolicyConflict[] {
  const specific = group.filter((other) => other !== row && isMoreSpecific(other, row));
  if (specific.length === 0 || !isFullyCovered(row, specific)) return [];
  return [
    {
      kind: "dead_row",
      rowIds: [row.row.id, ...specific.map((other) => other.row.id)],
      sentence: sayPolicy("policy.conflict.covered_by_specific", {
        one: row.row.title,
        rows: specific.map((other) => `“${other.row.title}”`).join("; "),
      }),
    },
  ];
}

/**
 * Looks at the table itself: rows that clash, rows that never count, the same purchases asked twice at the same time,
 * notice shorter than promised. Cost: each pair of rows of one requirement and role.
 *
 * @example findConflicts(rows, find).filter(({ kind }) => kind === "dead_row")
 */
export function findConflicts(
  rows: readonly PolicyRow[],
  findRequirement: FindRequirement,
): PolicyConflict[] {
  const conflicts = rows.flatMap(checkNotice);
  const groups = Map.groupBy(
    rows.map(readyRow),
    ({ row }) => `${row.then.requirement} ${row.then.role}`,
  );
  for (const group of groups.values()) {
    for (const [at, a] of group.entries()) {
      conflicts.push(...checkCovered(a, group));
      for (const b of group.slice(at + 1)) {
        const twins = isWithin(a, b) && isWithin(b, a);
        const found =
          checkClash(a, b, findRequirement) ?? (twins ? checkTwins(a, b, findRequirement) : null);
        if (found !== null) conflicts.push(found);
      }
    }
  }
  return conflicts;
}
