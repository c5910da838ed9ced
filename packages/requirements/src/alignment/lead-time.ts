import { daysFrom, type IsoDate, type ProcurementFacts, type Sentence } from "@throughline/domain";
import { sayAlignment } from "./alignment-texts.ts";

/** Two to four weeks: what bidders usually have from the invitation on (dialogue of buyers and resellers, October 2024). */
export const usualLeadTime = { from: 14, to: 28 } as const;

export interface LeadTime {
  /** `null` where one of the two days is not recorded, or the deadline lies before the announcement. */
  readonly days: number | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly comparison: "unknown" | "shorter" | "usual" | "longer";
  /** Four weeks or less: too short for what depends on a brand. */
  readonly short: boolean;
  readonly sentence: Sentence;
}

/**
 * Days from when the market first heard of it (an early announcement, else publication) to the first deadline.
 *
 * @example leadTime({ announcedOn: null, publishedOn: "2026-03-02", deadlineOn: "2026-03-23" }).days // 21
 */
export function leadTime(
  facts: Pick<ProcurementFacts, "announcedOn" | "publishedOn" | "deadlineOn">,
): LeadTime {
  const { announcedOn, publishedOn, deadlineOn: to } = facts;
  const from =
    announcedOn !== null && (publishedOn === null || announcedOn < publishedOn)
      ? announcedOn
      : publishedOn;
  const days = from === null || to === null || to < from ? null : daysFrom(from, to);
  const comparison =
    days === null
      ? "unknown"
      : days < usualLeadTime.from
        ? "shorter"
        : days <= usualLeadTime.to
          ? "usual"
          : "longer";
  return {
    days,
    from,
    to,
    comparison,
    short: days !== null && days <= usualLeadTime.to,
    sentence: sayAlignment(`lead_time.${comparison}`, { days }),
  };
}
