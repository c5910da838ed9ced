/** Reads people out of a pasted list: one a line, name, address and institution in any order of writing. */
import type { ForumInvitee } from "@throughline/contract";

export interface ReadInvitees {
  readonly people: readonly ForumInvitee[];
  /** Lines that name nobody, with their numbers from one. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

const address = /<?([\w.!#$%&'*+/=?^`{|}~-]+@[\w-]+(?:\.[\w-]+)+)>?/u;

/**
 * A line is split at tabs, semicolons or commas. The part with an address is the address; before it stands the name, after
 * it the institution. A line without an address is a name and, behind it, an institution: its link is handed over by hand.
 *
 * @example readInvitees("Kari Nordmann <kari@oslo.example>; City of Oslo").people[0]
 *   // { name: "Kari Nordmann", address: "kari@oslo.example", institution: "City of Oslo" }
 */
export function readInvitees(text: string): ReadInvitees {
  const people: ForumInvitee[] = [];
  const unread: { line: number; text: string }[] = [];
  for (const [at, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === "") continue;
    const found = address.exec(line)?.[1] ?? null;
    const [before = "", after = ""] =
      found === null ? splitOnce(line) : line.split(address).filter((_, part) => part !== 1);
    const name = tidy(before);
    const institution = tidy(after);
    if (found === null && name === null) unread.push({ line: at + 1, text: line.trim() });
    else people.push({ name, address: found, institution });
  }
  return { people, unread };
}

function splitOnce(line: string): [string, string] {
  const at = line.search(/[\t;,]/u);
  return at < 0 ? [line, ""] : [line.slice(0, at), line.slice(at + 1)];
}

function tidy(text: string): string | null {
  const clean = text.replaceAll(/^[\s;,"]+|[\s;,"]+$/gu, "").slice(0, 200);
  return clean === "" ? null : clean;
}
