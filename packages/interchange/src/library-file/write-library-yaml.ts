import type { Requirement } from "@throughline/domain";
import { stringify } from "yaml";
import { libraryFormat } from "./library-file.ts";

/** Leaves out what reading fills in again: an empty list, and what `filledIn` names. */
function leaveOut(value: object, filledIn: Readonly<Record<string, unknown>>): object {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([key, held]) =>
        !(Array.isArray(held) && held.length === 0) &&
        !(Object.hasOwn(filledIn, key) && filledIn[key] === held),
    ),
  );
}

/**
 * Writes a library as the file {@link readLibraryYaml} reads. What is read from it is what was written.
 *
 * @example writeLibraryYaml(newestRequirements).startsWith("# Requirements") // true
 */
export function writeLibraryYaml(requirements: readonly Requirement[]): string {
  const text = stringify(
    {
      format: libraryFormat,
      requirements: requirements.map((requirement) =>
        leaveOut(
          {
            ...requirement,
            parameters: requirement.parameters.map((one) => leaveOut(one, { help: "" })),
            references: requirement.references.map((one) =>
              leaveOut(one, { place: null, note: "" }),
            ),
            variants: requirement.variants.map((one) =>
              leaveOut(one, { bidderRole: null, note: "" }),
            ),
            changes: requirement.changes.map((one) =>
              leaveOut(one, { parameter: null, lookAgain: true }),
            ),
          },
          { purpose: "" },
        ),
      ),
    },
    // Quotes what older readers would take for yes, no or a date.
    { compat: "yaml-1.1", lineWidth: 100, aliasDuplicateObjects: false },
  );
  return `# Requirements, written by Throughline. What the keys mean: README of packages/interchange, "Library file".\n${text}`;
}
