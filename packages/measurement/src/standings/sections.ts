/**
 * The only functions that take several standings. Each takes those of one section: a list that mixes what a supplier does with
 * what workers got does not compile, and none is made here.
 */
import {
  kpiBands,
  type ConductStanding,
  type KpiBand,
  type KpiSection,
  type KpiStanding,
  type OutcomeStanding,
  type PracticeStanding,
  type SectionedStandings,
} from "@throughline/domain";

/** Lays standings into their sections. */
export function sectionStandings(standings: readonly KpiStanding[]): SectionedStandings {
  const sections: SectionedStandings = {
    supplierConduct: [],
    workerOutcomes: [],
    ownPractice: [],
  };
  for (const standing of standings) {
    switch (standing.section) {
      case "supplier_conduct":
        sections.supplierConduct.push(standing);
        break;
      case "worker_outcomes":
        sections.workerOutcomes.push(standing);
        break;
      case "own_practice":
        sections.ownPractice.push(standing);
        break;
    }
  }
  return sections;
}

/** How many standings of one section are in each band. */
export interface BandCounts<S extends KpiSection> {
  readonly section: S;
  readonly counts: Readonly<Record<KpiBand, number>>;
}

/**
 * Counts the bands of one section.
 *
 * @example countBands("supplier_conduct", sections.supplierConduct).counts.good
 */
export function countBands(
  section: "supplier_conduct",
  standings: readonly ConductStanding[],
): BandCounts<"supplier_conduct">;
/** Of what workers got. */
export function countBands(
  section: "worker_outcomes",
  standings: readonly OutcomeStanding[],
): BandCounts<"worker_outcomes">;
/** Of our own practice. */
export function countBands(
  section: "own_practice",
  standings: readonly PracticeStanding[],
): BandCounts<"own_practice">;
/** Of one of them, whichever. */
export function countBands(
  section: KpiSection,
  standings: readonly KpiStanding[],
): BandCounts<KpiSection> {
  const counts: Record<KpiBand, number> = {
    good: 0,
    approaching_target: 0,
    requires_improvement: 0,
    inadequate: 0,
    other: 0,
  };
  for (const one of standings) {
    if (one.section !== section)
      throw new Error("Standings of two sections are never counted together.");
    counts[one.rating.band] += 1;
  }
  return { section, counts };
}

/** Worst first, and what is not rated last: what needs a look comes before what does not. */
export function rankOfBand(band: KpiBand): number {
  const worstFirst = kpiBands.toReversed();
  return band === "other" ? worstFirst.length : worstFirst.indexOf(band);
}
