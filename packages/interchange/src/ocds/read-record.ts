/** Reads releases and records of one contracting process, merging where there are several. */
import type { IsoDate, NormalisedProcurement } from "@throughline/domain";
import { IsoDate as IsoDateSchema } from "@throughline/domain";
import { noticeFault } from "../notice/notice-fault.ts";
import { compileReleases, lastVersions, type OcdsRelease } from "./merge-releases.ts";
import { readRelease } from "./read-release.ts";

/** A release with the JSON pointer to it. */
export interface PlacedRelease {
  readonly json: OcdsRelease;
  readonly path: string;
}

const isObject = (value: unknown): value is OcdsRelease =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const objectsOf = (value: unknown): readonly OcdsRelease[] =>
  Array.isArray(value) ? value.filter(isObject) : [];

/** A record: one contracting process with its releases, or what they come to. */
export function isRecord(json: OcdsRelease): boolean {
  return (
    isObject(json["compiledRelease"]) ||
    isObject(json["versionedRelease"]) ||
    (json["tag"] === undefined && objectsOf(json["releases"]).length > 0)
  );
}

const stages = ["tag", "date", "tender", "awards", "contracts", "planning", "parties"];

/** A release; a short notice with an ocid has none of its fields. */
export function isRelease(json: OcdsRelease): boolean {
  return stages.some((key) => Object.hasOwn(json, key));
}

function dayOf(release: OcdsRelease): IsoDate | null {
  const { date } = release;
  const day = IsoDateSchema.safeParse(typeof date === "string" ? date.slice(0, 10) : null);
  return day.success ? day.data : null;
}

/** The day of the first release about the tender. */
function firstTenderDay(releases: readonly OcdsRelease[]): IsoDate | null {
  const days = releases
    .filter(
      ({ tag }) =>
        Array.isArray(tag) &&
        tag.some((name: unknown) => typeof name === "string" && name.startsWith("tender")),
    )
    .flatMap((release) => dayOf(release) ?? []);
  return days.toSorted()[0] ?? null;
}

const textDate = ({ date }: OcdsRelease): string => (typeof date === "string" ? date : "");

/** The release published last; of two on one moment, the later in the file. */
function findLast(releases: readonly PlacedRelease[]): PlacedRelease | undefined {
  return releases
    .toSorted((one, other) => {
      const [before, after] = [textDate(one.json), textDate(other.json)];
      return before < after ? -1 : before > after ? 1 : 0;
    })
    .at(-1);
}

/**
 * Reads the releases of one contracting process: one as it is, several merged by the standard. The id and the kind are
 * those of the last.
 *
 * @throws AppError `notice_invalid` with the place in the release that is at fault
 */
export function readReleases(releases: readonly PlacedRelease[]): NormalisedProcurement {
  const [first] = releases;
  if (first === undefined) throw noticeFault("", "There is no release.");
  if (releases.length === 1) return readRelease(first.json, { path: first.path, notes: [] });
  // Each is read by itself first: a fault is then named where it stands, not in what merging made of it.
  for (const { json, path } of releases) readRelease(json, { path, notes: [] });
  const last = findLast(releases);
  const jsons = releases.map(({ json }) => json);
  const compiled = compileReleases(jsons);
  const days = jsons.flatMap((json) => dayOf(json) ?? []).toSorted();
  return readRelease(compiled, {
    path: first.path,
    publishedOn: firstTenderDay(jsons) ?? days[0] ?? null,
    ...(last === undefined ? {} : { last: { id: last.json["id"], tag: last.json["tag"] } }),
    notes: [
      `Merged from ${releases.length} releases of ${days[0] ?? "?"} to ${days.at(-1) ?? "?"}.`,
    ],
  });
}

function latestDate(value: unknown): string {
  if (Array.isArray(value)) return value.map(latestDate).toSorted().at(-1) ?? "";
  if (!isObject(value)) return "";
  const own = value["releaseDate"];
  return typeof own === "string" ? own : latestDate(Object.values(value));
}

const recordFields: ReadonlySet<string> = new Set([
  "ocid",
  "releases",
  "compiledRelease",
  "versionedRelease",
]);

/**
 * Reads a record: what it was compiled to, else its releases merged, else the last values of its versioned release.
 *
 * @throws AppError `notice_invalid`, also for a record that only links to its releases
 */
export function readRecord(record: OcdsRelease, path: string): NormalisedProcurement {
  const releases = objectsOf(record["releases"]);
  const compiled = record["compiledRelease"];
  const read = isObject(compiled)
    ? readRelease(compiled, {
        path: `${path}/compiledRelease`,
        publishedOn: firstTenderDay(releases),
        notes: [],
      })
    : readUncompiled(record, releases, path);
  const others = Object.entries(record).filter(([key]) => !recordFields.has(key));
  for (const [key, value] of others) read.unread[`record/${key}`] = value;
  return read;
}

function readUncompiled(
  record: OcdsRelease,
  releases: readonly OcdsRelease[],
  path: string,
): NormalisedProcurement {
  const held = releases.flatMap((json, index) =>
    Object.hasOwn(json, "ocid") ? [{ json, path: `${path}/releases/${index}` }] : [],
  );
  if (held.length > 0) return readReleases(held);
  const versioned = record["versionedRelease"];
  if (!isObject(versioned))
    throw noticeFault(
      `${path}/releases`,
      "the record links to its releases and holds none of them; send the releases themselves",
    );
  const values = lastVersions(versioned);
  const date = latestDate(versioned);
  const whole = {
    ...(isObject(values) ? values : {}),
    id: `${String(record["ocid"])}-${date}`,
    date,
    tag: ["compiled"],
  };
  return readRelease(whole, {
    path: `${path}/versionedRelease`,
    publishedOn: firstTenderDay(releases),
    notes: [],
  });
}
