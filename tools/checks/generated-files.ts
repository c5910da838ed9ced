/**
 * The files that are written by a program and kept in git. Add one here and `npm test` compares it, and
 * `node tools/checks/check-generated.ts --write` writes it.
 */
import { errorCatalogue } from "@throughline/domain";
import { generateErrorDocs } from "./generate-error-docs.ts";

export interface GeneratedFile {
  /** Relative to the root of the repository. */
  readonly path: string;
  readonly generate: () => string | Promise<string>;
}

export const generatedFiles: readonly GeneratedFile[] = [
  { path: "docs/errors.md", generate: () => generateErrorDocs(errorCatalogue) },
];
