import type { IsoDate, Money, Sentence } from "@throughline/domain";
import { canMeet, isWithin, type Situated } from "./compare-situations.ts";
import { isInForce, readyRow, significantCpv } from "./match-row.ts";
import type { PolicyRow, PolicyWhen, RiskLevel } from "./policy-row.ts";
import { sayPolicy } from "./policy-texts.ts";

/** What the table is laid over: categories × risks × value bands. */
export interface GapGrid {
  readonly categories: readonly { readonly cpvPrefix: string; readonly title: string }[];
  readonly risks: readonly RiskLevel[];
  /** At least one; `title` as a person says it: "below EUR 50,000". Empty for a single band without bounds. */
  readonly bands: readonly {
    readonly title: string;
    readonly from: Money | null;
    readonly to: Money | null;
  }[];
}

/** A cell of the grid that the table leaves open, or covers for some purchases only. */
export interface PolicyGap {
  readonly cpvPrefix: string;
  readonly risk: RiskLevel;
  readonly valueFrom: Money | null;
  readonly valueTo: Money | null;
  readonly covered: "none" | "partly";
  /** Rows about part of the cell: for a narrower category, one country, resellers only. */
  readonly rowIds: readonly string[];
  readonly sentence: Sentence;
}

const anything: Omit<PolicyWhen, "cpvPrefixes" | "risks" | "valueFrom" | "valueTo"> = {
  countries: [],
  procedures: [],
  bidderRoles: [],
  sizes: [],
};

function cellOf(
  cpvPrefix: string,
  risk: RiskLevel,
  from: Money | null,
  to: Money | null,
): Situated {
  const when = {
    ...anything,
    cpvPrefixes: [cpvPrefix],
    risks: [risk],
    valueFrom: from,
    valueTo: to,
  };
  return { row: { when }, prefixes: [significantCpv(cpvPrefix)] };
}

/**
 * Cells of the grid for which no row in force asks anything of every purchase in them. A row that is only about some of
 * them (one country, a narrower category) covers partly, and is named. Cost: cells × rows.
 *
 * @example findGaps(rows, "2026-11-20", { categories, risks: ["high"], bands: [{ title: "", from: null, to: null }] })
 */
export function findGaps(rows: readonly PolicyRow[], onDate: IsoDate, grid: GapGrid): PolicyGap[] {
  const inForce = rows.filter((row) => isInForce(row, onDate)).map(readyRow);
  const gaps: PolicyGap[] = [];
  for (const { cpvPrefix, title } of grid.categories) {
    const category = `${cpvPrefix}${title === "" ? "" : ` (${title})`}`;
    for (const risk of grid.risks) {
      for (const band of grid.bands) {
        const cell = cellOf(cpvPrefix, risk, band.from, band.to);
        const meeting = inForce.filter((row) => canMeet(cell, row));
        if (meeting.some((row) => isWithin(cell, row))) continue;
        const params = { category, risk, band: band.title };
        gaps.push({
          cpvPrefix,
          risk,
          valueFrom: band.from,
          valueTo: band.to,
          covered: meeting.length === 0 ? "none" : "partly",
          rowIds: meeting.map(({ row }) => row.id),
          sentence:
            meeting.length === 0
              ? sayPolicy("policy.gap.none", params)
              : sayPolicy("policy.gap.partly", {
                  ...params,
                  rows: meeting.map(({ row }) => `“${row.title}”`).join("; "),
                }),
        });
      }
    }
  }
  return gaps;
}
