/** Issues a dialogue is about: those that question packs and the library know go by a key, any other by its own words. */
import { en } from "../../texts/en.ts";

const begin = "issue.";
const byKey: ReadonlyMap<string, string> = new Map(
  Object.entries(en).flatMap(([key, text]) =>
    key.startsWith(begin) ? [[key.slice(begin.length), text] as const] : [],
  ),
);
const byName: ReadonlyMap<string, string> = new Map(
  [...byKey].map(([key, name]) => [name.toLowerCase(), key]),
);

/**
 * An issue in words.
 *
 * @example sayIssue("working_hours") // "Excessive hours, forced overtime"
 */
export function sayIssue(issue: string): string {
  return byKey.get(issue) ?? issue;
}

/** An issue as it is kept: the key of a known one, else what was typed. */
export function readIssue(typed: string): string {
  return byName.get(typed.trim().toLowerCase()) ?? typed.trim();
}

/** Names of the known ones, to choose from. */
export function issueNames(): readonly string[] {
  return [...new Set(byKey.values())];
}
