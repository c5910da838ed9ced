import { Requirement, type RequirementKey } from "@throughline/domain";
import { disclosureRequirements } from "./canonical/disclosure.ts";
import { dialogueRequirements } from "./canonical/dialogue.ts";
import { labourRequirements } from "./canonical/labour.ts";
import { remedyRequirements } from "./canonical/remedy.ts";
import { systemRequirements } from "./canonical/system.ts";
import type { CanonicalRequirement } from "./canonical/canonical-requirement.ts";
import { wordingsDe } from "./wordings/de.ts";
import { wordingsEn } from "./wordings/en.ts";
import { wordingsNb } from "./wordings/nb.ts";
import { wordingsNl } from "./wordings/nl.ts";
import { wordingsSv } from "./wordings/sv.ts";

const wordings: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ["en", wordingsEn],
  ["nb", wordingsNb],
  ["sv", wordingsSv],
  ["de", wordingsDe],
  ["nl", wordingsNl],
];

/** The URN of a requirement; an organisation's own carry its short name. */
export function requirementUrn(
  key: RequirementKey,
  version: number,
  organisation?: string,
): string {
  const owner = organisation === undefined ? "" : `${organisation}:`;
  return `urn:throughline:requirement:${owner}${key}:${version}`;
}

function complete({ variants, ...rest }: CanonicalRequirement): Requirement {
  const { key, version } = rest;
  return Requirement.parse({
    ...rest,
    urn: requirementUrn(key, version),
    wordings: wordings.flatMap(([language, texts]) => {
      const text = texts[`${key}:${version}`] ?? texts[key];
      return text === undefined ? [] : [{ language, text, status: "drafted" }];
    }),
    variants: variants.map((variant) => ({ ...variant, wordings: [] })),
  });
}

/** The library as it ships, every version of every requirement, by key and version. Parsed once, when the package is loaded. */
export const canonicalLibrary: readonly Requirement[] = [
  ...disclosureRequirements,
  ...dialogueRequirements,
  ...labourRequirements,
  ...remedyRequirements,
  ...systemRequirements,
]
  .map(complete)
  .sort((a, b) => (a.key === b.key ? a.version - b.version : a.key < b.key ? -1 : 1));

const versions = Map.groupBy(canonicalLibrary, ({ key }) => key);

/** The newest version of each requirement, by key. */
export const newestRequirements: readonly Requirement[] = [...versions.values()].flatMap(
  (all) => all.at(-1) ?? [],
);

/**
 * A requirement of the shipped library; without a version the newest.
 *
 * @example findRequirement("disclose_sites")?.version // 2
 */
export function findRequirement(key: string, version?: number | null): Requirement | undefined {
  const all = versions.get(key);
  return version === undefined || version === null
    ? all?.at(-1)
    : all?.find((one) => one.version === version);
}
