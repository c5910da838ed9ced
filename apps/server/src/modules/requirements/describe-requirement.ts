/** Requirements, holdings and places as the API tells them. */
import type {
  Adoption,
  LibraryEntry,
  LibraryStanding,
  RequirementUse,
} from "@throughline/contract";
import type { ParameterValues, Requirement, Sentence } from "@throughline/domain";
import { compareValues, describeValues } from "@throughline/requirements";
import type { HouseLibrary } from "./house-library.ts";
import { sayRequirement } from "./requirement-sentences.ts";
import type { HeldRequirement } from "./requirements.store.ts";
import type { StoredUse } from "./uses.store.ts";

/** Values in words a person reads. */
export function sayValues(requirement: Requirement | undefined, values: ParameterValues): Sentence {
  return sayRequirement("requirement.asks", {
    values: describeValues(requirement?.parameters ?? [], values),
  });
}

/** How the organisation holds a key. */
export function standingOf(library: HouseLibrary, key: string): LibraryStanding {
  return library.held.get(key)?.standing ?? "available";
}

const nowhere = { procurements: 0, contracts: 0, policyRows: 0 };

/** A requirement as a list tells it. */
export function describeEntry(
  requirement: Requirement,
  library: HouseLibrary,
  uses: LibraryEntry["uses"] | undefined,
): LibraryEntry {
  const { key } = requirement;
  return {
    key,
    urn: library.held.get(key)?.urn ?? requirement.urn,
    version: requirement.version,
    newestVersion: library.isCanonical(key) ? (library.versions(key)[0]?.version ?? null) : null,
    standing: standingOf(library, key),
    title: requirement.title,
    purpose: requirement.purpose,
    roles: requirement.roles,
    issues: requirement.issues,
    minimumVerification: requirement.minimumVerification,
    needsBrand: requirement.needsBrand,
    uses: uses ?? nowhere,
  };
}

/** A holding as it is told. */
export function describeHeld(held: HeldRequirement): Adoption {
  return {
    id: held.id,
    version: held.number,
    standing: held.standing,
    urn: held.urn,
    base: held.base,
    values: held.values,
    wordings: held.wordings,
    reason: held.reason,
    since: held.since,
    by: held.by,
    until: held.until,
  };
}

/** A place, with its values against those of the house. */
export function describeUse(use: StoredUse, library: HouseLibrary, key: string): RequirementUse {
  const requirement = library.find(key, use.version);
  const house = library.held.get(key)?.values ?? {};
  return {
    ...use,
    asks: sayValues(requirement, use.values),
    againstHouse: compareValues(requirement?.parameters ?? [], use.values, house).relation,
  };
}
