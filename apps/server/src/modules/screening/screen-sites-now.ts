/** Screens sites against the official measures and records what each list says, in the caller's transaction. */
import { setImmediate } from "node:timers/promises";
import { datasets, screenSites } from "@throughline/risk";
import type { Work } from "../../platform/api.ts";
import {
  findNames,
  writeHits,
  writeScreenings,
  type NewHit,
  type NewScreening,
} from "./screening.store.ts";

const sitesAtOnce = 500;

export interface ScreeningDone {
  readonly sites: number;
  /** Hits that stand: those a person called the wrong entity are not among them. */
  readonly hits: number;
  readonly newHits: number;
}

/** A site whose names no list can be searched by stays "not screened": nothing is recorded for it. */
export async function screenSitesNow(
  work: Work,
  siteIds: readonly string[],
): Promise<ScreeningDone> {
  const done = { sites: 0, hits: 0, newHits: 0 };
  for (let start = 0; start < siteIds.length; start += sitesAtOnce) {
    const sites = await findNames(work, siteIds.slice(start, start + sitesAtOnce));
    const screenings: NewScreening[] = [];
    const hits: NewHit[] = [];
    for (const [siteId, lists] of screenSites(
      sites.map((site) => ({ ...site, owners: [] })),
      work.today,
    )) {
      for (const { list, status, hits: found } of lists) {
        if (status === "not_screened") continue;
        const { title, edition, partial } = datasets[list];
        screenings.push({
          siteId,
          listId: list,
          listTitle: title,
          listEdition: edition,
          partial,
          status,
        });
        for (const hit of found) hits.push({ siteId, listId: list, ...hit });
      }
    }
    await writeScreenings(work, screenings);
    const written = await writeHits(work, hits);
    done.sites += new Set(screenings.map(({ siteId }) => siteId)).size;
    done.hits += written.standing;
    done.newHits += written.added;
    await setImmediate();
  }
  return done;
}
