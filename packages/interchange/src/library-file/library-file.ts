/**
 * The file of a library: `format: throughline-requirements/1` and a list of requirements in the shape of the domain. What may be
 * empty may be left out; keys that are not known are faults, so that a misspelt one is never lost.
 */
import { z } from "zod";
import { Parameter, Requirement } from "@throughline/domain";

/** Says what the file is, and for which reader. */
export const libraryFormat = "throughline-requirements/1";

const shape = Requirement.shape;

const VariantInFile = shape.variants.element.extend({
  bidderRole: shape.variants.element.shape.bidderRole.default(null),
  sizes: shape.variants.element.shape.sizes.default([]),
  values: shape.variants.element.shape.values.default({}),
  wordings: shape.variants.element.shape.wordings.default([]),
  note: shape.variants.element.shape.note.default(""),
});

const ReferenceInFile = shape.references.element.extend({
  place: shape.references.element.shape.place.default(null),
  note: shape.references.element.shape.note.default(""),
});

const ChangeInFile = shape.changes.element.extend({
  parameter: shape.changes.element.shape.parameter.default(null),
  lookAgain: shape.changes.element.shape.lookAgain.default(true),
});

const RequirementInFile = Requirement.extend({
  purpose: shape.purpose.default(""),
  parameters: z
    .array(Parameter.extend({ help: Parameter.shape.help.default("") }))
    .max(40)
    .default([]),
  evidenceTypes: shape.evidenceTypes.default([]),
  kpis: shape.kpis.default([]),
  issues: shape.issues.default([]),
  references: z.array(ReferenceInFile).max(60).default([]),
  variants: z.array(VariantInFile).max(20).default([]),
  changes: z.array(ChangeInFile).max(60).default([]),
});

/** The whole file, read. */
export const LibraryFile = z.strictObject({
  format: z.literal(libraryFormat),
  requirements: z.array(RequirementInFile).min(1).max(2000),
});
