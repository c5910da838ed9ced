/** Words for the flags of a row or site; an unknown flag is shown as it stands. */
import { en } from "../texts/en.ts";

const texts: Readonly<Record<string, string>> = en;

export function flagWords(flags: readonly string[]): string {
  return flags.map((flag) => texts[`flag.${flag}`] ?? flag.replaceAll("_", " ")).join(", ");
}
