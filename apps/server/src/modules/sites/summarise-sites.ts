/** Turns rows into what lists show, with screening and contracts looked up for the whole page at once. */
import type { SiteSummary } from "@throughline/contract";
import { printSiteId } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { summariseScreenings } from "../screening/index.ts";
import { findStates } from "./site-life.store.ts";
import { countContracts, type SiteRow } from "./site-pages.store.ts";

/** Summaries in the order of the rows. */
export async function summariseSites(work: Work, rows: readonly SiteRow[]): Promise<SiteSummary[]> {
  const ids = rows.map(({ id }) => id);
  const screenings = await summariseScreenings(work, ids);
  const contracts = await countContracts(work, ids);
  const states = await findStates(work, ids);
  return rows.map((row) => ({
    id: row.id,
    publicId: printSiteId(row.public_id),
    osId: row.os_id,
    name: row.name,
    address: row.address,
    country: row.country,
    precision: row.precision,
    flags: row.flags,
    published: row.published,
    screening: screenings.get(row.id) ?? "not_screened",
    contracts: contracts.get(row.id) ?? 0,
    state: states.get(row.id)?.state ?? "open",
    stateSince: states.get(row.id)?.since ?? null,
  }));
}
