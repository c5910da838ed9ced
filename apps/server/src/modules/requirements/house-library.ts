/** The library as it counts for one organisation: the canonical requirements, those it adapted, those of its own. */
import type { Requirement } from "@throughline/domain";
import { canonicalLibrary, findRequirement } from "@throughline/requirements";
import type { Work } from "../../platform/api.ts";
import { makeShortName, putWordings } from "./requirements.policy.ts";
import { readHeld, readShortName, type HeldRequirement } from "./requirements.store.ts";

export interface HouseLibrary {
  readonly shortName: string;
  /** Whether the short name stands in URNs already. */
  readonly shortNameStored: boolean;
  /** What is held now, by key. */
  readonly held: ReadonlyMap<string, HeldRequirement>;
  /** Every holding of all times, by key, newest first. */
  readonly history: ReadonlyMap<string, readonly HeldRequirement[]>;
  /** Keys that exist for us: canonical ones and our own that are held or stand in places. */
  readonly keys: readonly string[];
  /** A requirement by key and version; for `null` the version held, else the newest. */
  find(key: string, version: number | null): Requirement | undefined;
  /** All versions, newest first. */
  versions(key: string): readonly Requirement[];
  isCanonical(key: string): boolean;
}

const canonical = Map.groupBy(canonicalLibrary, ({ key }) => key);

/** Reads it. One query; the canonical part is data of the product. */
export async function openHouseLibrary(work: Work): Promise<HouseLibrary> {
  const { stored, name } = await readShortName(work);
  const history = Map.groupBy(await readHeld(work), ({ key }) => key);
  const held = new Map(
    [...history].flatMap(([key, all]) => {
      const current = all.find(({ until }) => until === null);
      return current === undefined ? [] : [[key, current] as const];
    }),
  );
  const ownVersions = (key: string): Requirement[] =>
    (history.get(key) ?? []).flatMap(({ content }) => (content === null ? [] : [content]));
  const versions = (key: string): readonly Requirement[] =>
    (canonical.get(key) ?? [])
      .map((one) => putWordings(one, held.get(key)))
      .toReversed()
      .concat(canonical.has(key) ? [] : ownVersions(key));
  return {
    shortName: stored ?? makeShortName(name, work.actor.organisationId),
    shortNameStored: stored !== null,
    held,
    history,
    keys: [...new Set([...canonical.keys(), ...history.keys()])],
    find(key, version) {
      const current = held.get(key);
      if (!canonical.has(key)) {
        const all = ownVersions(key);
        return version === null ? all[0] : all.find((one) => one.version === version);
      }
      const found = findRequirement(key, version ?? current?.base?.version ?? null);
      return found === undefined ? undefined : putWordings(found, current);
    },
    versions,
    isCanonical: (key) => canonical.has(key),
  };
}
