/** Makes some of a site's records a site of their own: two places had been taken for one. */
import type { ActDone } from "@throughline/contract";
import { AppError, type RowFlag } from "@throughline/domain";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { screenSitesNow } from "../screening/index.ts";
import { lockOrganisationSites, makeSite } from "../sites/index.ts";
import { chooseRecords, placeRecords } from "./place-records.ts";
import { requireStanding } from "./require-standing.ts";
import { insertAct, wasScreened } from "./site-acts.store.ts";
import type { RowAt } from "./site-placements.store.ts";
import { tryOut } from "./try-out.store.ts";

/**
 * The new site takes name and address from the first of the records, and from the others what that one lacks.
 *
 * @throws AppError `not_found`, `reference_unknown` (a record that does not stand there), `input_invalid` when all
 * records of an own site were chosen (nothing would be left), or the site is masked.
 */
export async function splitSite(
  work: Work,
  input: {
    readonly id: string;
    readonly rowIds: readonly string[];
    readonly reason: string;
    readonly dryRun: boolean;
  },
): Promise<ActDone> {
  await lockOrganisationSites(work);
  const site = await requireStanding(work, input.id);
  const records = await chooseRecords(work, site.id, input.rowIds);
  if (site.flags.includes("identity_masked"))
    throw refuse("The supplier keeps the identity of this site: it cannot be split.");
  if (site.own && records.chosen.length === records.all.length)
    throw refuse("These are all its records: nothing would be left at this site.");
  return tryOut(work, input.dryRun, async () => {
    const screened = await wasScreened(work, [site.id]);
    const made = await makeSite(work, placeOf(records.chosen));
    const act = await insertAct(work, {
      kind: "split",
      siteId: site.id,
      otherId: made.id,
      fromDay: work.today,
      reason: input.reason,
      madeSite: true,
    });
    const placed = await placeRecords(work, act, site.id, made.id, records);
    const screening = screened ? await screenSitesNow(work, [made.id]) : { hits: 0 };
    const effect = {
      records: records.chosen.length,
      ...placed,
      hits: screening.hits,
      pairs: 0,
    };
    await recordAudit(work, {
      action: "split-site",
      subjectKind: "site",
      subjectId: site.id,
      after: {
        actId: act.id,
        newSiteId: made.id,
        publicId: made.publicId,
        rowIds: records.chosen.map(({ rowId }) => rowId),
        ...effect,
        reason: await sealPersonal(work, subjectOf(work.actor), input.reason),
      },
    });
    return {
      actId: input.dryRun ? null : act.id,
      siteId: input.dryRun ? null : made.id,
      effect,
    };
  });
}

function placeOf(rows: readonly RowAt[]) {
  const first = <T>(read: (row: RowAt) => T | null): T | null => {
    for (const row of rows) {
      const value = read(row);
      if (value !== null && value !== "") return value;
    }
    return null;
  };
  const withPlace = rows.find((row) => row.latitude !== null && row.longitude !== null);
  return {
    name: first((row) => row.name) ?? "",
    address: first((row) => row.address),
    country: first((row) => row.country),
    latitude: withPlace?.latitude ?? null,
    longitude: withPlace?.longitude ?? null,
    osId: first((row) => row.osId),
    // Flags were checked when the row was written.
    flags: [...new Set(rows.flatMap((row) => row.flags))] as RowFlag[],
  };
}

function refuse(message: string): AppError {
  return new AppError("input_invalid", message, [{ path: "/rowIds", message }]);
}
