/**
 * Merges the releases of one contracting process, by the merging rules of OCDS 1.1: in order of their dates, objects
 * field by field, arrays of objects by `id`, other arrays whole; `null` removes. **Compiled**: what holds now.
 * **Versioned**: every field with all its values and the releases that gave them.
 */
import { AppError } from "@throughline/domain";
import type { MergeRules } from "./derive-merge-rules.ts";
import { ocdsMergeRules } from "./ocds-merge-rules.ts";

/** A release as JSON; only `ocid` and `date` are needed for merging. */
export type OcdsRelease = { readonly [key: string]: unknown };

/** One value of a field of a versioned release. */
interface FieldVersion {
  readonly releaseID: unknown;
  readonly releaseDate: unknown;
  readonly releaseTag: unknown;
  readonly value: unknown;
}

/** What a field holds while releases are laid over each other. */
type Held = Branch | Rows | Leaf;
interface Leaf {
  readonly kind: "leaf";
  readonly versions: FieldVersion[];
}
interface Branch {
  readonly kind: "branch";
  readonly fields: Map<string, Held>;
}
interface Rows {
  readonly kind: "rows";
  readonly rows: { readonly id: unknown; readonly row: Branch }[];
  readonly byId: Map<string, Branch>;
}

const isObject = (value: unknown): value is OcdsRelease =>
  value !== null && typeof value === "object" && !Array.isArray(value);

const isRows = (value: unknown): value is readonly OcdsRelease[] =>
  Array.isArray(value) && value.every(isObject);

const newBranch = (): Branch => ({ kind: "branch", fields: new Map() });

function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  return typeof one === "object" && JSON.stringify(one) === JSON.stringify(other);
}

interface Laying {
  readonly rules: MergeRules;
  /** Of the release being laid: everything but the value. */
  readonly from: Omit<FieldVersion, "value">;
}

function layValue(branch: Branch, key: string, value: unknown, { from }: Laying): void {
  const held = branch.fields.get(key);
  if (held?.kind !== "leaf") {
    // An object or a list of objects that became something else: what it held is gone with it.
    branch.fields.set(key, { kind: "leaf", versions: [{ ...from, value }] });
    return;
  }
  const last = held.versions.at(-1);
  if (last === undefined || !isSame(last.value, value)) held.versions.push({ ...from, value });
}

function layRows(rows: Rows, list: readonly OcdsRelease[], path: string, laying: Laying): void {
  for (const item of list) {
    const id = item["id"];
    const name = typeof id === "string" || typeof id === "number" ? String(id) : null;
    // Rows without an id are never the same as another: each is added.
    const known = name === null ? undefined : rows.byId.get(name);
    const row = known ?? newBranch();
    if (known === undefined) {
      rows.rows.push({ id, row });
      if (name !== null) rows.byId.set(name, row);
    }
    layObject(row, item, path, laying, true);
  }
}

function layObject(
  branch: Branch,
  object: OcdsRelease,
  path: string,
  laying: Laying,
  isRow = false,
): void {
  for (const [key, value] of Object.entries(object)) {
    const at = path === "" ? key : `${path}/${key}`;
    if (laying.rules.omit.has(at) || (isRow && key === "id")) continue;
    const whole = laying.rules.wholeList.has(at) && Array.isArray(value);
    if (!whole && isRows(value)) {
      if (value.length === 0) continue;
      const held = branch.fields.get(key);
      const rows: Rows = held?.kind === "rows" ? held : { kind: "rows", rows: [], byId: new Map() };
      branch.fields.set(key, rows);
      layRows(rows, value, at, laying);
    } else if (!whole && isObject(value)) {
      if (Object.keys(value).length === 0) continue;
      const held = branch.fields.get(key);
      const inner = held?.kind === "branch" ? held : newBranch();
      branch.fields.set(key, inner);
      layObject(inner, value, at, laying);
    } else layValue(branch, key, value, laying);
  }
}

type Leaves = (leaf: Leaf) => unknown;

/** Back to JSON. `Object.fromEntries` defines fields, so that a key named `__proto__` is data like any other. */
function toJson(held: Held, leaves: Leaves): unknown {
  if (held.kind === "leaf") return leaves(held);
  if (held.kind === "rows")
    return held.rows.map(({ id, row }) => ({
      ...(id === undefined || id === null ? {} : { id }),
      ...fieldsOf(row, leaves),
    }));
  return fieldsOf(held, leaves);
}

function fieldsOf(branch: Branch, leaves: Leaves): { [key: string]: unknown } {
  const fields: [string, unknown][] = [];
  for (const [key, held] of branch.fields) {
    const value = toJson(held, leaves);
    if (value === undefined) continue;
    // An object all of whose fields were removed is not there any more.
    if (held.kind === "branch" && isObject(value) && Object.keys(value).length === 0) continue;
    fields.push([key, value]);
  }
  return Object.fromEntries(fields);
}

interface Laid {
  readonly root: Branch;
  readonly ocid: unknown;
  readonly last: string;
}

function layReleases(releases: readonly OcdsRelease[], rules: MergeRules): Laid {
  const first = releases[0];
  if (first === undefined) throw new AppError("notice_invalid", "There is no release to merge.");
  const root = newBranch();
  const dated = releases.map((release, index) => {
    const date = release["date"];
    if (typeof date !== "string" || date === "")
      throw new AppError("notice_invalid", "A release without a date cannot be merged.", [
        { path: `/${index}/date`, message: "is not a date" },
      ]);
    if (release["ocid"] !== first["ocid"])
      throw new AppError("notice_invalid", "Releases of two contracting processes do not merge.", [
        { path: `/${index}/ocid`, message: "is another ocid than that of the first release" },
      ]);
    return { date, release };
  });
  // Equal dates keep the order of the file.
  const ordered = dated.toSorted((one, other) =>
    one.date < other.date ? -1 : one.date > other.date ? 1 : 0,
  );
  for (const { release, date } of ordered) {
    const { ocid: _ocid, tag: _tag, ...fields } = release;
    const from = { releaseID: release["id"], releaseDate: date, releaseTag: release["tag"] };
    layObject(root, fields, "", { rules, from });
  }
  return { root, ocid: first["ocid"], last: ordered.at(-1)?.date ?? "" };
}

/**
 * What holds after all releases: the compiled release.
 *
 * @throws AppError `notice_invalid` when a release has no date or another ocid
 * @example compileReleases([{ ocid: "o", date: "2026-01-01", a: 1 }, { ocid: "o", date: "2026-01-02", a: null }]);
 * // { tag: ["compiled"], id: "o-2026-01-02", date: "2026-01-02", ocid: "o" }
 */
export function compileReleases(
  releases: readonly OcdsRelease[],
  rules: MergeRules = ocdsMergeRules,
): OcdsRelease {
  const { root, ocid, last } = layReleases(releases, rules);
  return {
    tag: ["compiled"],
    id: `${String(ocid)}-${last}`,
    date: last,
    ocid,
    ...fieldsOf(root, (leaf) => leaf.versions.at(-1)?.value ?? undefined),
  };
}

/** Every field with its history: the versioned release. See {@link compileReleases}. */
export function versionReleases(
  releases: readonly OcdsRelease[],
  rules: MergeRules = ocdsMergeRules,
): OcdsRelease {
  const { root, ocid } = layReleases(releases, rules);
  return { ocid, ...fieldsOf(root, (leaf) => leaf.versions) };
}

const isVersion = (value: unknown): value is FieldVersion =>
  isObject(value) && "releaseID" in value && "releaseDate" in value && "value" in value;

/** The last values of a versioned release, for records that give nothing else. */
export function lastVersions(value: unknown): unknown {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    if (list.length > 0 && list.every(isVersion)) {
      const last = list.at(-1);
      return isVersion(last) ? last.value : undefined;
    }
    return list.map(lastVersions);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const last = lastVersions(inner);
      return last === null || last === undefined ? [] : [[key, last]];
    }),
  );
}
