/** What the library of an organisation comes to. Pure. */
import type { Requirement } from "@throughline/domain";
import { checkRequirement } from "@throughline/requirements";
import type { HeldRequirement } from "./requirements.store.ts";

/**
 * The short name of an organisation in its URNs: its name in plain letters, and four signs of its id, so that two of one
 * name are not one.
 *
 * @example makeShortName("Aster Stad – Inköp", "3f9a…") // "aster-stad-inkop-3f9a"
 */
export function makeShortName(name: string, organisationId: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{Mn}+/gu, "")
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "")
    .slice(0, 30)
    .replace(/-+$/u, "");
  return `${plain === "" ? "house" : plain}-${organisationId.replaceAll("-", "").slice(0, 4)}`;
}

/** A canonical requirement in our own words: theirs stand, by language, where we have none. */
export function putWordings(
  requirement: Requirement,
  held: HeldRequirement | undefined,
): Requirement {
  if (held === undefined || held.wordings.length === 0) return requirement;
  if (held.base?.version !== requirement.version) return requirement;
  const ours = new Map(held.wordings.map((wording) => [wording.language, wording]));
  const kept = requirement.wordings.map((wording) => {
    const own = ours.get(wording.language) ?? wording;
    ours.delete(wording.language);
    return own;
  });
  return { ...requirement, wordings: [...kept, ...ours.values()] };
}

/** Keys an address would be confused by. */
const reserved = new Set(["export", "import"]);

/** What is wrong with a requirement of our own, by place in it. */
export function checkOwn(requirement: Requirement): { path: string; message: string }[] {
  const faults = checkRequirement(requirement).map(({ path, sentence }) => ({
    path,
    message: sentence.text,
  }));
  if (reserved.has(requirement.key))
    faults.push({ path: "/key", message: `“${requirement.key}” cannot be a key.` });
  return faults;
}
