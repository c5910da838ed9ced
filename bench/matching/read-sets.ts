import { existsSync, readFileSync } from "node:fs";
import type { SiteToMatch } from "../../packages/matching/src/engine/site-to-match.ts";

/** A labelled set: records, and which of them are one site. `lists` parts it into two lists that are linked. */
export interface LabelledSet {
  readonly name: string;
  readonly records: readonly SiteToMatch[];
  /** Pairs that are one site, `a|b` with a < b. */
  readonly same: ReadonlySet<string>;
  /** Only these pairs are labelled; without it every pair that is not `same` is distinct. */
  readonly labelled?: ReadonlySet<string>;
  /** Side of a record where two lists are linked. */
  readonly side?: ReadonlyMap<string, 0 | 1>;
}

const folder = new URL("../../../shared/matching/", import.meta.url);

/** True when the development data are beside the project. */
export function hasSets(): boolean {
  return existsSync(new URL("site_pairs.jsonl", folder));
}

function read(file: string): string {
  return readFileSync(new URL(file, folder), "utf8");
}

function readJsonLines(file: string): Record<string, unknown>[] {
  return read(file)
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>); // checked field by field below
}

/** A pair's key: the same whichever is named first. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

const text = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

export function readSitePairs(): LabelledSet {
  const records: SiteToMatch[] = [];
  const same = new Set<string>();
  const labelled = new Set<string>();
  const side = new Map<string, 0 | 1>();
  readJsonLines("site_pairs.jsonl").forEach((row, index) => {
    const ids = (["left", "right"] as const).map((which) => {
      const value = row[which] as Record<string, unknown>; // the file's format
      const id = `p${String(index).padStart(3, "0")}${which === "left" ? "l" : "r"}`;
      records.push({
        id,
        name: text(value["name"]),
        address: text(value["address"]),
        country: text(value["country"]).toUpperCase(),
      });
      side.set(id, which === "left" ? 0 : 1);
      return id;
    });
    const key = pairKey(ids[0] ?? "", ids[1] ?? "");
    labelled.add(key);
    if (row["label"] === 1) same.add(key);
  });
  return { name: "site pairs", records, same, labelled, side };
}

export function readChicago(): LabelledSet & { readonly clusterOf: ReadonlyMap<string, string> } {
  const records: SiteToMatch[] = [];
  const clusters = new Map<string, string[]>();
  const clusterOf = new Map<string, string>();
  readJsonLines("chicago_sites.jsonl").forEach((row, index) => {
    const id = `c${String(index).padStart(4, "0")}`;
    const zip = text(row["zip"]);
    const phone = text(row["phone"]);
    records.push({
      id,
      name: text(row["name"]),
      address: text(row["address"]),
      postalCode: zip === "" ? null : zip,
      phone: phone === "" ? null : phone,
      country: "US",
    });
    const cluster = text(row["cluster"]);
    clusterOf.set(id, cluster);
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), id]);
  });
  return { name: "Chicago", records, same: pairsOf(clusters.values()), clusterOf };
}

/** All pairs within groups. */
export function pairsOf(groups: Iterable<readonly string[]>): Set<string> {
  const same = new Set<string>();
  for (const group of groups)
    for (const [index, a] of group.entries())
      for (const b of group.slice(index + 1)) same.add(pairKey(a, b));
  return same;
}

/** Plain CSV with quotes; the first line names the columns. */
function readCsv(file: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let cell = "";
  let quoted = false;
  const content = read(file);
  for (let at = 0; at < content.length; at += 1) {
    const letter = content[at] ?? "";
    if (quoted) {
      if (letter === '"' && content[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (letter === '"') quoted = false;
      else cell += letter;
    } else if (letter === '"') quoted = true;
    else if (letter === "," || letter === "\n") {
      rows.at(-1)?.push(cell.trim());
      cell = "";
      if (letter === "\n") rows.push([]);
    } else if (letter !== "\r") cell += letter;
  }
  if (cell !== "") rows.at(-1)?.push(cell.trim());
  const [head = [], ...rest] = rows;
  return rest
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])));
}

export function readRestaurants(withPhone: boolean): LabelledSet {
  const records: SiteToMatch[] = [];
  const side = new Map<string, 0 | 1>();
  for (const [file, which] of [
    ["fodors.csv", 0],
    ["zagats.csv", 1],
  ] as const)
    for (const row of readCsv(file)) {
      const id = `${which === 0 ? "f" : "z"}${row["id"] ?? ""}`;
      records.push({
        id,
        name: row["name"] ?? "",
        address: row["addr"] ?? "",
        locality: row["city"] ?? null,
        country: "US",
        phone: withPhone ? (row["phone"] ?? null) : null,
      });
      side.set(id, which);
    }
  const same = new Set(
    readCsv("matches_fodors_zagats.csv").map((row) =>
      pairKey(`f${row["fodors_id"] ?? ""}`, `z${row["zagats_id"] ?? ""}`),
    ),
  );
  return { name: withPhone ? "restaurants" : "restaurants without phone", records, same, side };
}

/**
 * Invented people with addresses (FEBRL 1, 2, 3), as an outsider: no sites, nothing is learned from them. Only name and address
 * are taken; the date of birth and the number of the insurance would give them away. A record of a person is named by the number.
 */
export function readPeople(which: 1 | 2 | 3): LabelledSet {
  const people = new Map<string, string[]>();
  const records = readCsv(`febrl_dataset${which}.csv`).map((row): SiteToMatch => {
    const id = row["rec_id"] ?? "";
    const person = /^rec-\d+/u.exec(id)?.[0] ?? id;
    people.set(person, [...(people.get(person) ?? []), id]);
    const words = (...columns: readonly string[]): string =>
      columns.map((column) => row[column] ?? "").join(" ");
    return {
      id,
      name: words("given_name", "surname"),
      address: `${words("street_number", "address_1")}, ${row["address_2"] ?? ""}`,
      locality: words("suburb", "state"),
      postalCode: row["postcode"] ?? null,
      country: "AU",
    };
  });
  return { name: `FEBRL ${which}`, records, same: pairsOf(people.values()) };
}

export interface CrossScriptName {
  readonly local: string;
  readonly latin: string;
  readonly country: string;
}

export function readCrossScriptNames(): CrossScriptName[] {
  return readJsonLines("cross_script_names.jsonl").map((row) => ({
    local: text(row["local"]),
    latin: text(row["latin"]),
    country: text(row["country"]),
  }));
}

/**
 * Further makers in their own script and in Latin letters, written down from how they name themselves while the reading of scripts
 * was mended: development data, looked at. Country, own, Latin, parted by tabs.
 */
export function readFurtherNames(): CrossScriptName[] {
  return readFileSync(new URL("further-names.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const [country = "", local = "", latin = ""] = line.split("\t");
      return { local, latin, country };
    });
}

export function readSiteLists(): SiteToMatch[] {
  return readCsv("site_lists.csv").map((row, index) => ({
    id: `s${String(index).padStart(3, "0")}`,
    name: row["name"] ?? "",
    address: row["address"] ?? "",
    country: row["country"] ?? null,
    latitude: row["lat"] === undefined || row["lat"] === "" ? null : Number(row["lat"]),
    longitude: row["lng"] === undefined || row["lng"] === "" ? null : Number(row["lng"]),
  }));
}
