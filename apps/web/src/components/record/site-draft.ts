/** A site of our record while it is typed, and how it becomes what the API takes. */
import type { OwnSite } from "@throughline/contract";
import type { FormFault } from "../form-faults.tsx";
import { t } from "../../texts/t.ts";

export interface SiteDraft {
  readonly name: string;
  readonly address: string;
  readonly country: string;
  readonly osId: string;
  readonly workers: string;
  readonly latitude: string;
  readonly longitude: string;
  /** The identity stays with us, or with whoever is named. */
  readonly masked: boolean;
  readonly maskedAs: string;
}

export type SiteValues = Pick<
  OwnSite,
  "name" | "address" | "country" | "latitude" | "longitude" | "osId" | "workers" | "maskedAs"
>;

type SiteRead =
  | { readonly ok: true; readonly site: SiteValues }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

export const emptySite: SiteDraft = {
  name: "",
  address: "",
  country: "",
  osId: "",
  workers: "",
  latitude: "",
  longitude: "",
  masked: false,
  maskedAs: "",
};

const said = (value: string | number | null): string => (value === null ? "" : String(value));

/** The draft an existing site begins with. */
export function startSite(site: SiteValues): SiteDraft {
  return {
    name: site.name,
    address: said(site.address),
    country: said(site.country),
    osId: said(site.osId),
    workers: said(site.workers),
    latitude: said(site.latitude),
    longitude: said(site.longitude),
    masked: site.maskedAs !== null,
    maskedAs: said(site.maskedAs),
  };
}

/** True where nothing was typed: such a row is no site. */
export function isEmpty(draft: SiteDraft): boolean {
  return [draft.name, draft.address, draft.country, draft.osId, draft.workers].every(
    (text) => text.trim() === "",
  );
}

function readNumber(text: string, from: number, to: number): number | null | undefined {
  const typed = text.trim().replace(",", ".");
  if (typed === "") return null;
  const value = Number(typed);
  return Number.isFinite(value) && value >= from && value <= to ? value : undefined;
}

/** Whole numbers as people type them: "1,200", "1.200", "1 200". */
function readWorkers(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === "") return null;
  const digits = typed.replace(/[\s.,'’]/gu, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : undefined;
}

const orNull = (text: string): string | null => (text.trim() === "" ? null : text.trim());

/**
 * Reads it, or says which fields are at fault; their ids begin with `prefix`.
 *
 * @example readSite({ ...emptySite, name: "Foo Ltd" }, "site").ok // true: what is not known may stay empty
 */
export function readSite(draft: SiteDraft, prefix: string): SiteRead {
  const faults: FormFault[] = [];
  if (draft.name.trim() === "")
    faults.push({ field: `${prefix}-name`, message: t("ownSite.nameFault") });
  const workers = readWorkers(draft.workers);
  if (workers === undefined)
    faults.push({ field: `${prefix}-workers`, message: t("ownSite.workersFault") });
  const latitude = readNumber(draft.latitude, -90, 90);
  const longitude = readNumber(draft.longitude, -180, 180);
  if (
    latitude === undefined ||
    longitude === undefined ||
    (latitude === null) !== (longitude === null)
  )
    faults.push({ field: `${prefix}-latitude`, message: t("ownSite.placeFault") });
  if (draft.masked && draft.maskedAs.trim() === "")
    faults.push({ field: `${prefix}-masked-as`, message: t("ownSite.maskedFault") });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    site: {
      name: draft.name.trim(),
      address: orNull(draft.address),
      country: orNull(draft.country),
      latitude: latitude ?? null,
      longitude: longitude ?? null,
      osId: orNull(draft.osId),
      workers: workers ?? null,
      maskedAs: draft.masked ? draft.maskedAs.trim() : null,
    },
  };
}
