/** How much of the time of a meeting its agenda takes. Minutes throughout. */
export interface AgendaBudget {
  readonly length: number;
  readonly planned: number;
  /** Items that say no time. */
  readonly without: number;
  /** Minutes planned beyond the end; 0 where it fits. */
  readonly over: number;
}

/**
 * Adds up what items say they take.
 *
 * @example agendaBudget({ startsAt: "2026-12-03T09:00:00Z", endsAt: "2026-12-03T10:00:00Z" }, [{ minutes: 40 }]).planned // 40
 */
export function agendaBudget(
  { startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string },
  items: readonly { readonly minutes: number | null }[],
): AgendaBudget {
  const length = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  const planned = items.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return {
    length,
    planned,
    without: items.filter(({ minutes }) => minutes === null).length,
    over: Math.max(0, planned - length),
  };
}
