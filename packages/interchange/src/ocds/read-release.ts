/** Reads one release of OCDS, single or compiled, into the shape all notices share. */
import type { IsoDate, NormalisedProcurement } from "@throughline/domain";
import { distinct, emptyProcurement, type NoticeValue } from "../notice/empty-procurement.ts";
import { JsonCursor } from "../notice/json-cursor.ts";
import { noticeFault } from "../notice/notice-fault.ts";
import type { OcdsRelease } from "./merge-releases.ts";
import { readAwards, readContracts, type Award, type Contract } from "./read-awards.ts";
import { readParties, readReference, readValue, type Party } from "./read-fields.ts";
import { readTender, type TenderRead } from "./read-tender.ts";

type Kind = NormalisedProcurement["kind"];

/** What is known of a release beside its own fields. */
export interface ReleaseOrigin {
  /** JSON pointer to it, for faults. */
  readonly path: string;
  /** Id and tags of the last release, where several were merged. */
  readonly last?: { readonly id: unknown; readonly tag: unknown };
  /** Date of the first release about the tender. */
  readonly publishedOn?: IsoDate | null;
  readonly notes: readonly string[];
}

const kindByTag: readonly (readonly [RegExp, Kind])[] = [
  [/^contractAmendment$/u, "modification"],
  [/^(?:contract|implementation)/u, "contract"],
  [/^award/u, "award"],
  [/^tender/u, "tender"],
  [/^planning/u, "planning"],
];

function readKind(tags: readonly string[], release: JsonCursor): Kind {
  for (const [pattern, kind] of kindByTag) if (tags.some((tag) => pattern.test(tag))) return kind;
  if (release.kindOf("contracts") === "list" && release.list("contracts").length > 0)
    return "contract";
  if (release.kindOf("awards") === "list" && release.list("awards").length > 0) return "award";
  return release.has("tender") ? "tender" : "planning";
}

function joinSuppliers(
  awards: readonly Award[],
  parties: readonly Party[],
): NormalisedProcurement["suppliers"] {
  const suppliers: NormalisedProcurement["suppliers"] = [];
  const add = ({ name, id, country }: Party, lots: readonly string[]): void => {
    const same = suppliers.find((one) => (id === null ? one.name === name : one.id === id));
    if (same === undefined) suppliers.push({ name, id, country, lots: [...lots] });
    else same.lots = distinct([...same.lots, ...lots]);
  };
  for (const award of awards)
    if (award.active) for (const supplier of award.suppliers) add(supplier, award.lots);
  if (suppliers.length === 0)
    for (const party of parties) if (party.roles.includes("supplier")) add(party, []);
  return suppliers;
}

/** A value for the whole: the tender's, else the planned budget, else that of the only award or contract. */
function chooseValue(
  tender: TenderRead | null,
  budget: NoticeValue | null,
  awards: readonly Award[],
  contracts: readonly Contract[],
): NoticeValue | null {
  if (tender?.value != null) return tender.value;
  if (awards.length === 1) return awards[0]?.value ?? contracts[0]?.value ?? budget;
  return contracts.length === 1 ? (contracts[0]?.value ?? budget) : budget;
}

/**
 * Reads a release (single or compiled) into the shape all notices share.
 *
 * @throws AppError `notice_invalid` with the JSON pointer, where something the standard requires is missing or of the
 * wrong type
 * @example readRelease({ ocid: "o", id: "1", date: "2026-01-01T00:00:00Z", tag: ["tender"], tender: { title: "Laptops" } },
 *   { path: "", notes: [] }).title; // "Laptops"
 */
export function readRelease(json: OcdsRelease, origin: ReleaseOrigin): NormalisedProcurement {
  const release = new JsonCursor(json, origin.path);
  const ocid = release.id("ocid");
  if (ocid === null) throw noticeFault(`${origin.path}/ocid`, "is missing; OCDS requires it");
  const date = release.day("date");
  if (date === null) throw noticeFault(`${origin.path}/date`, "is missing; OCDS requires it");
  const ownTags = release.texts("tag");
  if (ownTags.length === 0) throw noticeFault(`${origin.path}/tag`, "is missing; OCDS requires it");
  const noticeId = release.id("id");
  if (noticeId === null) throw noticeFault(`${origin.path}/id`, "is missing; OCDS requires it");
  const { last } = origin;
  const tags = Array.isArray(last?.tag)
    ? last.tag.filter((tag): tag is string => typeof tag === "string")
    : ownTags;
  const parties = readParties(release);
  const buyer = readReference(release.object("buyer"), parties);
  const tenderCursor = release.object("tender");
  const tender = tenderCursor === null ? null : readTender(tenderCursor, parties);
  const awards = readAwards(release, parties);
  const { contracts, cpv, modifications } = readContracts(release, awards);
  const planning = release.object("planning");
  const budget = readValue(planning?.object("budget") ?? null, "amount");
  const keeper =
    buyer ??
    parties.find(({ roles }) => roles.includes("buyer")) ??
    tender?.procuringEntity ??
    parties.find(({ roles }) => roles.includes("procuringEntity")) ??
    null;
  const kind = readKind(tags, release);
  const language = release.text("language");
  const initiation = release.text("initiationType");
  const read: NormalisedProcurement = {
    ...emptyProcurement("ocds", kind),
    ocid,
    noticeId: typeof last?.id === "string" ? last.id : noticeId,
    title:
      tender?.title ??
      contracts.find(({ title }) => title !== null)?.title ??
      awards.find(({ title }) => title !== null)?.title ??
      "",
    description: tender?.description ?? null,
    languages: language === null ? [] : [language.slice(0, 2).toLowerCase()],
    buyer: { name: keeper?.name ?? "", id: keeper?.id ?? null },
    country: keeper?.country ?? null,
    cpv: distinct([...(tender?.cpv ?? []), ...awards.flatMap((award) => award.cpv), ...cpv]),
    procedure: tender?.procedure ?? null,
    value: chooseValue(tender, budget, awards, contracts),
    publishedOn:
      origin.publishedOn ?? (ownTags.includes("compiled") ? (tender?.startsOn ?? date) : date),
    deadlineOn: tender?.deadlineOn ?? null,
    awardedOn: awards.flatMap((award) => award.date ?? []).toSorted()[0] ?? null,
    lots: tender?.lots ?? [],
    exclusionGrounds: tender?.exclusionGrounds ?? [],
    suppliers: joinSuppliers(awards, parties),
    contracts,
    modifications,
    notes: [
      ...origin.notes,
      ...(tender?.notes ?? []),
      ...(keeper === null ? ["The release names no buyer."] : []),
      ...(initiation === null && origin.last === undefined
        ? ["The release does not give initiationType, which OCDS requires."]
        : []),
    ],
  };
  return { ...read, unread: release.unread() };
}
