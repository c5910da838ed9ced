/** Rows as the audit keeps them: without the words for whoever follows up, which may be a person's name or address. */
import type { PolicyRowInput } from "@throughline/contract";

export function describeForAudit(row: PolicyRowInput): Record<string, unknown> {
  const { title, when, ask, effectiveFrom, effectiveTo, announcedOn, noticeMonths } = row;
  const { followUp } = ask;
  return {
    title,
    when,
    ask: {
      ...ask,
      followUp:
        followUp === null ? null : { ...followUp, role: followUp.role === null ? null : "named" },
    },
    effectiveFrom,
    effectiveTo,
    announcedOn,
    noticeMonths,
  };
}
