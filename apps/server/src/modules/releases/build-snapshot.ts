/**
 * The one place where a release is made of a record: what preview shows is what is released.
 *
 * A masked site keeps its country, flags that say whether things are made there, day of confirmation, verification and
 * what is attested of it. Its name, address, coordinates, OS ID, number of workers and key do not leave, nor does its
 * place in the order: masked sites stand last, by their new keys, and links are ordered by keys.
 */
import {
  readAddressPrecision,
  RowFlag,
  type MaskedSite,
  type RecordLink,
  type RecordSite,
  type ReleaseSnapshot,
} from "@throughline/domain";
import { hasLegalForm } from "@throughline/interchange";
import type { OwnRecord } from "../record/index.ts";
import { sayRelease } from "./release-texts.en.ts";

/** What a release is made of. */
export interface SnapshotQuestion extends Omit<ReleaseSnapshot, "format" | "content"> {
  readonly record: OwnRecord;
  /** Sites masked in this release besides those the record masks. */
  readonly maskSiteIds: ReadonlySet<string>;
  /** Key of a masked site for this recipient; the same for each of its releases. */
  readonly keyOf: (siteId: string) => string;
  /** The numbers masked sites had in the release before, by key. */
  readonly numbers: ReadonlyMap<string, number>;
}

/** Flags that say whether things are made at a place: they count, and name nobody. */
const flagsKept: ReadonlySet<string> = new Set([
  "head_office",
  "warehouse",
  "not_manufacturing",
  "packer",
]);

/** Ids of the record's sites that go out masked. */
export function maskedSiteIds({
  record,
  maskSiteIds,
}: Pick<SnapshotQuestion, "record" | "maskSiteIds">): Set<string> {
  return new Set(
    record.content.sites
      .filter(
        ({ key, masked }) => masked !== null || record.maskedAs.has(key) || maskSiteIds.has(key),
      )
      .map(({ key }) => key),
  );
}

/** Builds the snapshot. Pure: the same question gives the same bytes. */
export function buildSnapshot(question: SnapshotQuestion): ReleaseSnapshot {
  const { record, maskSiteIds: _, keyOf, numbers, answersFor, ...about } = question;
  const masked = maskedSiteIds(question);
  const keys = new Map(
    record.content.sites.map(({ key }) => [key, masked.has(key) ? keyOf(key) : key]),
  );
  const products = new Set(record.content.products.map(({ key }) => key));
  return {
    format: "throughline-release/1",
    ...about,
    answersFor: answersFor
      .filter(({ productKey }) => products.has(productKey))
      .toSorted((a, b) => compare(a.askedKey, b.askedKey)),
    content: {
      sites: [
        ...record.content.sites.filter(({ key }) => !masked.has(key)),
        ...maskSites(question, masked, keys, numbers),
      ],
      products: record.content.products,
      links: record.content.links
        .map((link) => ({ ...link, siteKey: keys.get(link.siteKey) ?? link.siteKey }))
        .toSorted(compareLinks),
      answers: record.content.answers,
    },
  };
}

function maskSites(
  { record, supplier, onBehalfOf }: SnapshotQuestion,
  masked: ReadonlySet<string>,
  keys: ReadonlyMap<string, string>,
  numbers: ReadonlyMap<string, number>,
): RecordSite[] {
  const sites = record.content.sites
    .filter(({ key }) => masked.has(key))
    .map((site) => ({
      ...site,
      key: keys.get(site.key) ?? "",
      masked: attest(site, record.maskedAs.get(site.key) ?? onBehalfOf ?? supplier.name),
    }))
    .toSorted((a, b) => compare(a.key, b.key));
  let next = Math.max(0, ...numbers.values()) + 1;
  return sites.map((site): RecordSite => {
    const n = numbers.get(site.key) ?? next++;
    return {
      key: site.key,
      name: sayRelease("label.masked", { n, keptBy: site.masked.keptBy }).text,
      address: null,
      country: site.country,
      latitude: null,
      longitude: null,
      osId: null,
      workers: null,
      flags: site.flags.filter((flag) => flagsKept.has(flag)).toSorted(),
      confirmedOn: site.confirmedOn,
      verification: site.verification,
      masked: site.masked,
    };
  });
}

/** What is attested: as it came where it came masked, else as the record has it. */
function attest(site: RecordSite, keptBy: string): MaskedSite {
  if (site.masked !== null) return site.masked;
  const flags = site.flags.filter((flag): flag is RowFlag => RowFlag.safeParse(flag).success);
  const precision = readAddressPrecision(site.address, site.country, flags);
  return {
    keptBy,
    legalName: hasLegalForm(site.name),
    fullAddress: precision === "street",
    precision,
  };
}

function compareLinks(a: RecordLink, b: RecordLink): number {
  return (
    compare(a.productKey, b.productKey) ||
    compare(a.tier, b.tier) ||
    compare(a.component ?? "", b.component ?? "") ||
    compare(a.siteKey, b.siteKey)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const labelPattern = /^Masked site (\d+) \(/u;

/** The numbers masked sites have in a release, by key. */
export function numbersOf(snapshot: ReleaseSnapshot | null): Map<string, number> {
  return new Map(
    (snapshot?.content.sites ?? []).flatMap(({ key, name, masked }) => {
      const found = masked === null ? null : labelPattern.exec(name);
      return found === null ? [] : [[key, Number(found[1])]];
    }),
  );
}
