import type { ScreeningFact } from "@throughline/domain";
import { datasets } from "./datasets.ts";
import type { ListScreening } from "./screen-site.ts";

/**
 * Screening results as the line reads them: one fact per hit, one per list without any. Every hit waits for a verdict.
 *
 * @example toScreeningFacts("s1", screenSite(site, "2026-11-20"), "2026-11-20")
 */
export function toScreeningFacts(
  siteId: string,
  screenings: readonly ListScreening[],
  screenedOn: string,
): readonly ScreeningFact[] {
  return screenings.flatMap(({ list, status, hits }): ScreeningFact[] => {
    const { title, edition, partial } = datasets[list];
    const fact = {
      siteId,
      listId: list,
      listTitle: title,
      listEdition: edition,
      partial,
      status,
      screenedOn: status === "not_screened" ? null : screenedOn,
    };
    if (hits.length === 0) return [{ ...fact, hit: null }];
    return hits.map((hit): ScreeningFact => ({
      ...fact,
      hit: {
        id: `${siteId}:${hit.measureId}`,
        ...hit,
        verdict: "waiting",
        verdictBy: null,
        verdictOn: null,
      },
    }));
  });
}
