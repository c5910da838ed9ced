/** Reads a contract file, or says place by place what is wrong with it. */
import { z } from "zod";
import type { ErrorDetail } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { ContractFile } from "./contract-file.ts";

/** A path of keys as a JSON pointer (RFC 6901). */
export function toJsonPointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}

/** What zod found, as places and sentences; every unknown key is its own place. */
export function toErrorDetails(issues: readonly z.core.$ZodIssue[]): ErrorDetail[] {
  return issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: toJsonPointer([...issue.path, key]),
          message: `'${key}' is not a key of the schema.`,
        }))
      : [{ path: toJsonPointer(issue.path), message: issue.message }],
  );
}

/**
 * Parses what `JSON.parse` gave.
 *
 * @throws AppError `contract_file_invalid`; each detail carries a JSON pointer.
 * @example parseContractFile({ reference: "C-1", title: "Laptops", kind: "stand_alone" }).products; // []
 */
export function parseContractFile(input: unknown): ContractFile {
  const parsed = ContractFile.safeParse(input);
  if (parsed.success) return parsed.data;
  const details = toErrorDetails(parsed.error.issues);
  const first = details[0];
  const message =
    first === undefined
      ? undefined
      : `${first.path === "" ? "The file" : first.path}: ${first.message}${details.length > 1 ? ` (and ${details.length - 1} more)` : ""}`;
  throw new AppError("contract_file_invalid", message, details);
}

/** JSON Schema (2020-12) of the contract file as written; published as `contract-file.schema.json`. */
export function contractFileJsonSchema(): Record<string, unknown> {
  return {
    title: "Throughline contract file",
    ...z.toJSONSchema(ContractFile, { io: "input", target: "draft-2020-12" }),
  };
}
