/** Changes a site of the record: only the fields that were sent. Releases that hold it stay as they are. */
import type { OwnSiteInput } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { rowKeyOf } from "./record.policy.ts";
import { findSite, updateSite, type KeptSite, type SiteValues } from "./record-sites.store.ts";

type Given = { readonly [K in keyof OwnSiteInput]?: OwnSiteInput[K] | undefined };

/** @throws AppError `not_found`, `conflict`, `input_invalid` (a row that came masked cannot be released with a name). */
export async function reviseSite(
  work: Work,
  input: Given & { readonly siteId: string; readonly version: number },
): Promise<{ version: number }> {
  const site = await findSite(work, input.siteId);
  if (site === undefined || site.removed)
    throw new AppError("not_found", "There is no such site in the record.");
  const next = takeGiven(site, input);
  const named = site.attested !== null && next.address !== null;
  if (site.attested !== null && !named && next.maskedAs === null) {
    const message =
      "Whoever released this site keeps its identity. It can be released with a name once its name and address are known here.";
    throw new AppError("input_invalid", message, [{ path: "/maskedAs", message }]);
  }
  const version = await updateSite(
    work,
    {
      ...site,
      ...next,
      rowKey: rowKeyOf(next),
      // What another's release attested does not speak about an identity that was typed in here.
      attested: named ? null : site.attested,
      confirmedOn: work.today,
    },
    input.version,
  );
  if (version === undefined) throw new AppError("conflict");
  await recordAudit(work, {
    action: "revise-record-site",
    subjectKind: "record_site",
    subjectId: site.id,
    before: valuesOf(site),
    after: next,
  });
  return { version };
}

function takeGiven(site: KeptSite, input: Given): SiteValues {
  const take = <K extends keyof OwnSiteInput>(name: K): OwnSiteInput[K] => {
    const given = input[name];
    // The kept site has every field of the input.
    return given === undefined ? (site[name] as OwnSiteInput[K]) : (given as OwnSiteInput[K]);
  };
  return {
    name: take("name"),
    address: take("address"),
    country: take("country"),
    latitude: take("latitude"),
    longitude: take("longitude"),
    osId: take("osId"),
    workers: take("workers"),
    maskedAs: take("maskedAs"),
    flags: site.flags,
  };
}

function valuesOf(site: KeptSite): SiteValues {
  const { name, address, country, latitude, longitude, osId, workers, maskedAs, flags } = site;
  return { name, address, country, latitude, longitude, osId, workers, maskedAs, flags };
}
