import { en } from "../../texts/en.ts";

const known: Readonly<Record<string, string | undefined>> = en;

/** An issue in words: one of the library's by its name, any other as it was written. */
export function sayIssue(issue: string): string {
  return known[`issue.${issue}`] ?? issue;
}
