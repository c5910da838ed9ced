/** Takes a requirement up, changes how it is held, gives it up, or holds it again as before. */
import type { OwnRequirementInput } from "@throughline/contract";
import {
  AppError,
  type ErrorDetail,
  type ParameterValues,
  type Requirement,
  type Wording,
} from "@throughline/domain";
import { checkValues, requirementUrn } from "@throughline/requirements";
import { subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { openHouseLibrary, type HouseLibrary } from "./house-library.ts";
import { checkOwn } from "./requirements.policy.ts";
import {
  endHeld,
  insertHeld,
  storeShortName,
  type HeldRequirement,
  type NewHolding,
} from "./requirements.store.ts";
import { readUses } from "./uses.store.ts";

/** What a holding is known by after it was made. */
export interface Held {
  readonly id: string;
  readonly version: number;
  readonly urn: string;
}

interface TakingUp {
  readonly key: string;
  readonly libraryVersion?: number | undefined;
  readonly values: ParameterValues;
  readonly version: number | null;
  readonly reason: string | null;
  /** `null`: in the library's words. */
  readonly wordings: Wording[] | null;
}

/** Adopts (no wordings, reason optional) or adapts (own wordings or values, with a reason) a canonical requirement. */
export async function takeUp(
  work: Work,
  standing: "adopted" | "adapted",
  input: TakingUp,
): Promise<Held> {
  const library = await openHouseLibrary(work);
  if (!library.isCanonical(input.key))
    throw new AppError("not_found", "There is no such requirement in the library.");
  const newest = library.versions(input.key)[0];
  const base = library.find(input.key, input.libraryVersion ?? newest?.version ?? null);
  if (base === undefined)
    throw new AppError("reference_unknown", "The library has no such version.", [
      { path: "/libraryVersion", message: "Choose a version that exists." },
    ]);
  refuseFaults(faultsOfValues(base, input.values));
  if (standing === "adapted") {
    const faults = checkOwn({ ...base, wordings: input.wordings ?? [] }).filter(({ path }) =>
      path.startsWith("/wordings"),
    );
    refuseFaults(faults);
  }
  const number = nextNumber(library, input.key);
  return hold(work, library, input.version, {
    key: input.key,
    standing,
    number,
    urn: standing === "adopted" ? base.urn : requirementUrn(input.key, number, library.shortName),
    base: { urn: requirementUrn(input.key, base.version), version: base.version },
    values: input.values,
    wordings: input.wordings ?? [],
    content: null,
    reason: input.reason,
  });
}

/** Adds a requirement of our own, or makes a new version of one. */
export async function holdOwn(
  work: Work,
  input: {
    readonly content: OwnRequirementInput;
    readonly values: ParameterValues;
    readonly reason: string;
    /** Version that was seen; `null` for a new one. */
    readonly version: number | null;
    readonly changes: Requirement["changes"];
  },
): Promise<Held> {
  const library = await openHouseLibrary(work);
  const { key } = input.content;
  if (library.isCanonical(key))
    throw new AppError(
      "already_exists",
      `“${key}” is a requirement of the library; adapt that one.`,
      [{ path: "/content/key", message: "Choose another key." }],
    );
  if (input.version === null && library.held.has(key))
    throw new AppError("already_exists", `You have a requirement “${key}”.`, [
      { path: "/content/key", message: "Change that one, or choose another key." },
    ]);
  const number = nextNumber(library, key);
  const content: Requirement = {
    ...input.content,
    urn: requirementUrn(key, number, library.shortName),
    version: number,
    changes: input.changes,
    publishedOn: work.today,
  };
  refuseFaults([
    ...checkOwn(content).map(({ path, message }) => ({ path: `/content${path}`, message })),
    ...faultsOfValues(content, input.values),
  ]);
  return hold(work, library, input.version, {
    key,
    standing: "own",
    number,
    urn: content.urn,
    base: null,
    values: input.values,
    wordings: [],
    content,
    reason: input.reason,
  });
}

/** Gives a requirement up. An own one stays while it stands anywhere. */
export async function drop(
  work: Work,
  input: { readonly key: string; readonly version: number },
): Promise<void> {
  const library = await openHouseLibrary(work);
  const held = library.held.get(input.key);
  if (held === undefined) throw new AppError("not_found", "You do not hold this requirement.");
  if (held.standing === "own") {
    const uses = await readUses(work, input.key);
    if (uses.length > 0)
      throw new AppError(
        "still_in_use",
        `It stands in ${uses.length === 1 ? "one place" : `${uses.length} places`}, first in “${uses[0]?.title ?? ""}”.`,
      );
  }
  if ((await endHeld(work, input.key, input.version)) === "changed_since")
    throw new AppError("conflict");
  await recordAudit(work, {
    action: "drop-requirement",
    subjectKind: "requirement",
    subjectId: held.id,
    before: describeForAudit(held),
  });
}

/** Holds a requirement again as in an earlier holding: a new one with the same content. */
export async function restore(
  work: Work,
  input: { readonly key: string; readonly adoptionId: string },
): Promise<Held> {
  const library = await openHouseLibrary(work);
  const all = library.history.get(input.key) ?? [];
  const former = all.find(({ id }) => id === input.adoptionId);
  if (former === undefined) throw new AppError("not_found", "You have not held it so.");
  const current = library.held.get(input.key);
  const number = nextNumber(library, input.key);
  const urn =
    former.standing === "adopted"
      ? former.urn
      : requirementUrn(input.key, number, library.shortName);
  return hold(work, library, current?.number ?? null, {
    ...former,
    number,
    urn,
    content:
      former.content === null
        ? null
        : { ...former.content, urn, version: number, publishedOn: work.today },
  });
}

async function hold(
  work: Work,
  library: HouseLibrary,
  version: number | null,
  holding: NewHolding,
): Promise<Held> {
  if (!library.shortNameStored) await storeShortName(work, library.shortName);
  if ((await endHeld(work, holding.key, version)) === "changed_since")
    throw new AppError("conflict");
  const id = await insertHeld(work, holding);
  const before = library.held.get(holding.key);
  await recordAudit(work, {
    action: `hold-requirement`,
    subjectKind: "requirement",
    subjectId: id,
    ...(before === undefined ? {} : { before: describeForAudit(before) }),
    after: {
      ...describeForAudit(holding),
      reason:
        holding.reason === null
          ? null
          : await sealPersonal(work, subjectOf(work.actor), holding.reason),
    },
  });
  return { id, version: holding.number, urn: holding.urn };
}

function describeForAudit(held: NewHolding | HeldRequirement): Record<string, unknown> {
  const { key, standing, number, urn, base, values, wordings, content } = held;
  return { key, standing, number, urn, base, values, wordings, content };
}

function nextNumber(library: HouseLibrary, key: string): number {
  return (library.history.get(key)?.[0]?.number ?? 0) + 1;
}

function faultsOfValues(requirement: Requirement, values: ParameterValues): ErrorDetail[] {
  return checkValues(requirement.parameters, values).map(({ parameter, sentence }) => ({
    path: `/values/${parameter}`,
    message: sentence.text,
  }));
}

function refuseFaults(details: readonly ErrorDetail[]): void {
  if (details.length > 0) throw new AppError("input_invalid", details[0]?.message, details);
}
