/** Finds known sites that a place may be, in the indexes of the organisation's own sites and of the published ones. */
import type { FoundSite, SiteEngine, SiteToMatch } from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { matchStructure, siteOfRecord } from "./scope-index/match-structure.ts";
import { openScope } from "./scope-index/open-scope.ts";

/** The indexes as they stand now. What they name is read again under row security before it is used. */
export interface KnownAlike {
  /** Sites that this transaction itself has changed: the index of own sites does not know them as they are. */
  readonly changedHere: ReadonlySet<string>;
  /** Likeliest first in each scope; a site may be named several times, for several of its names. */
  find(record: SiteToMatch): readonly FoundSite[];
}

export async function openKnownAlike(work: Work): Promise<KnownAlike> {
  const own = await openScope(work, matchStructure, "own");
  const published = await openScope(work, matchStructure, "public");
  return {
    changedHere: own.changedHere,
    find: (record) => [
      ...findIn(own.structure.engine, record).filter(({ siteId }) => !own.changedHere.has(siteId)),
      ...findIn(published.structure.engine, record),
    ],
  };
}

/** Published sites that a record may be: what publishing another asks. */
export async function findPublishedAlike(
  work: Work,
  record: SiteToMatch,
): Promise<readonly FoundSite[]> {
  const published = await openScope(work, matchStructure, "public");
  return findIn(published.structure.engine, record);
}

function findIn(engine: SiteEngine, record: SiteToMatch): FoundSite[] {
  return engine.match(record).map(({ id, probability }) => ({
    siteId: siteOfRecord(id),
    probability,
    // Asked for soon afterwards; a record that went in between explains nothing.
    explain: () => engine.explainWith(record, id) ?? engine.explain(record, { ...record, id }),
  }));
}
