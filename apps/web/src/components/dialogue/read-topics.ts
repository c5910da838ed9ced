/** Topics somebody should know, as they are typed and kept. */
import { sayIssue } from "./say-issue.ts";

/**
 * Topics as typed, one between semicolons. They stay words: letters carry them.
 *
 * @example readTopics("Traceability; audits") // ["Traceability", "audits"]
 */
export function readTopics(text: string): string[] {
  return text
    .split(";")
    .map((topic) => topic.trim())
    .filter((topic) => topic !== "");
}

/** Topics to be typed on; known ones by their names, which hold commas. */
export function writeTopics(topics: readonly string[]): string {
  return topics.map(sayIssue).join("; ");
}
