import { foldText } from "./normalise-name.ts";

/**
 * Strings under which a name is found while it is typed: the folded name from each of its words on (at most eight),
 * and the name without blanks. Store them beside the site and search by prefix (`key LIKE search || '%'`) with
 * {@link searchPrefix}. Legal forms stay in: people type them.
 *
 * @example searchKeys("Tech-Front (Chongqing)") // → ["tech front chongqing", "front chongqing", "chongqing", "techfrontchongqing"]
 */
export function searchKeys(name: string): readonly string[] {
  const tokens = foldText(name)
    .split(" ")
    .filter((token) => token !== "");
  const keys = new Set(tokens.slice(0, 8).map((_, index) => tokens.slice(index).join(" ")));
  if (tokens.length > 0) keys.add(tokens.join(""));
  return [...keys];
}

/**
 * What was typed, folded like the keys. A blank at the end is kept off, so that "compal " still finds "compal information".
 *
 * @example searchPrefix("  Compál Inf") // → "compal inf"
 */
export function searchPrefix(typed: string): string {
  return foldText(typed);
}
