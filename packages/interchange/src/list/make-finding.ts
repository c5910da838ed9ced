/** Makes a finding of a check of lists from the catalogue. */
import type { Finding, ListField } from "@throughline/domain";
import { listChecks } from "./list-checks.ts";
import type { ListCheckCode } from "./list-checks.ts";

/** A finding of a list check; `message` is a sentence. */
export function makeListFinding(
  check: ListCheckCode,
  message: string,
  about: { readonly field?: ListField; readonly otherRow?: number } = {},
): Finding {
  const { severity, whatToDo } = listChecks[check];
  return {
    check,
    severity,
    field: about.field ?? null,
    message,
    whatToDo,
    correction: null,
    otherRow: about.otherRow ?? null,
  };
}
