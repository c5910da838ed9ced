/** Reads a library of requirements from YAML, or says line by line what is wrong with the text. */
import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  visit,
} from "yaml";
import type { z } from "zod";
import type { Requirement } from "@throughline/domain";
import { toJsonPointer } from "../contract-file/parse-contract-file.ts";
import { LibraryFile } from "./library-file.ts";

/** One fault. `line` counts from 1; `path` is a JSON pointer into the file, empty where the text is no YAML. */
export interface LibraryFault {
  readonly line: number;
  readonly path: string;
  readonly message: string;
}

/** What a file holds: all of it or none. `lineOf` places what is found later, by JSON pointer. */
export type ReadLibrary =
  | {
      readonly ok: true;
      readonly requirements: readonly Requirement[];
      readonly lineOf: (pointer: string) => number;
    }
  | { readonly ok: false; readonly faults: readonly LibraryFault[] };

const maximumCharacters = 5_000_000;
// More than a library has, less than what stalls a server.
const maximumNodes = 200_000;
const maximumDepth = 40;
const maximumFaults = 200;

/** Faults that are placed: looking up a line walks through what stands beside it. */
const placedFaults = 1000;

type LineOf = (offset: number | undefined) => number;

function refuse(line: number, message: string): ReadLibrary {
  return { ok: false, faults: [{ line, path: "", message }] };
}

/**
 * True when what parts values stands there more often than a library has values: the parser would take seconds and
 * gigabytes to find that out.
 */
function hasTooManyParts(text: string): boolean {
  let parts = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    // Line feed, comma, square and curly bracket.
    if (code === 10 || code === 44 || code === 91 || code === 123) parts += 1;
  }
  return parts > maximumNodes;
}

/** The first key that stands twice in a mapping. The parser's own look compares each key with each. */
function findRepeated(document: Document, lineOf: LineOf): LibraryFault | null {
  let fault: LibraryFault | null = null;
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) {
          const message = `This is not YAML: the key '${name.slice(0, 60)}' stands there twice.`;
          fault = { line: lineOf(key.range?.[0]), path: "", message };
          return visit.BREAK;
        }
        seen.add(name);
      }
      return undefined;
    },
  });
  return fault;
}

/** Tags, anchors and aliases have no use in a library, and each has been a way to trouble a reader. */
function findForbidden(document: Document, lineOf: LineOf): LibraryFault | null {
  let nodes = 0;
  let fault: LibraryFault | null = null;
  visit(document, (_key, node, path) => {
    if (!isNode(node)) return undefined;
    nodes += 1;
    const told =
      nodes > maximumNodes
        ? `The file holds more than ${maximumNodes} values.`
        : path.length > 2 * maximumDepth
          ? "The file is nested too deeply."
          : isAlias(node) || node.anchor !== undefined
            ? "Anchors and aliases (& and *) are not read: write it out."
            : node.tag !== undefined
              ? "Tags (!) are not read: leave them out."
              : undefined;
    if (told === undefined) return undefined;
    fault = { line: lineOf(node.range?.[0]), path: "", message: told };
    return visit.BREAK;
  });
  return fault;
}

/** The node at a path, or the deepest there is on the way to it; for a key that should not be there the key itself. */
function findNode(document: Document, path: readonly PropertyKey[]): Node | null {
  let node: unknown = document.contents;
  for (const [at, key] of path.entries()) {
    if (isMap(node)) {
      const pair = node.items.find(
        (item) => isScalar(item.key) && String(item.key.value) === String(key),
      );
      if (pair === undefined) break;
      if (at === path.length - 1 && isScalar(pair.key)) return pair.key;
      node = pair.value;
    } else {
      const next = document.getIn(path.slice(0, at + 1), true);
      if (!isNode(next)) break;
      node = next;
    }
  }
  return isNode(node) ? node : null;
}

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
};

/** A sentence for whoever wrote the file; what zod says stands in where we have none. */
function explain(issue: z.core.$ZodIssue): string {
  const last = issue.path.at(-1);
  const name =
    last === undefined
      ? "The file"
      : typeof last === "number"
        ? `Entry ${last + 1} of '${String(issue.path.at(-2) ?? "the file")}'`
        : `'${String(last)}'`;
  if (issue.code === "invalid_type") {
    if (issue.input === undefined) return `${name} is missing.`;
    const kind = kinds[issue.expected];
    if (kind !== undefined) return `${name} has to be ${kind}.`;
  }
  if (issue.code === "invalid_value")
    return `${name} has to be ${issue.values.length === 1 ? "" : "one of "}${issue.values.map(String).join(", ")}.`;
  return `${name}: ${issue.message}.`.replace(/\.\.$/, ".");
}

function listFaults(
  issues: readonly z.core.$ZodIssue[],
  lineAt: (path: readonly PropertyKey[]) => number,
): LibraryFault[] {
  return issues
    .slice(0, placedFaults)
    .flatMap((issue): LibraryFault[] =>
      issue.code === "unrecognized_keys"
        ? issue.keys.slice(0, maximumFaults).map((key) => {
            const path = [...issue.path, key];
            return {
              line: lineAt(path),
              path: toJsonPointer(path),
              message: `'${key}' is not a key of the format.`,
            };
          })
        : [{ line: lineAt(issue.path), path: toJsonPointer(issue.path), message: explain(issue) }],
    )
    .toSorted((a, b) => a.line - b.line)
    .slice(0, maximumFaults);
}

function readPointer(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * Reads a library file. Nothing is taken from a file with a fault.
 *
 * @example
 * const read = readLibraryYaml(text);
 * if (!read.ok) read.faults.map(({ line, message }) => `line ${line}: ${message}`);
 */
export function readLibraryYaml(text: string): ReadLibrary {
  if (text.length > maximumCharacters)
    return refuse(1, `The file is longer than ${maximumCharacters} characters.`);
  if (hasTooManyParts(text)) return refuse(1, `The file holds more than ${maximumNodes} values.`);
  const lines = new LineCounter();
  const lineOf: LineOf = (offset) => (offset === undefined ? 1 : lines.linePos(offset).line || 1);
  let document: Document;
  try {
    document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      merge: false,
      // Looked at below.
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: lines,
      logLevel: "error",
    });
  } catch {
    // Brackets nested by the thousand end the parser's stack.
    return refuse(1, "The file cannot be read: it is nested too deeply.");
  }
  const [broken] = document.errors;
  if (broken !== undefined)
    return refuse(lineOf(broken.pos[0]), `This is not YAML: ${broken.message}`);
  if (document.directives?.yaml.explicit === true)
    return refuse(1, "Leave out the line %YAML: the file is read as YAML 1.2.");
  const forbidden = findForbidden(document, lineOf) ?? findRepeated(document, lineOf);
  if (forbidden !== null) return { ok: false, faults: [forbidden] };
  const lineAt = (path: readonly PropertyKey[]): number =>
    lineOf(findNode(document, path)?.range?.[0]);
  const parsed = LibraryFile.safeParse(document.toJS({ maxAliasCount: 0 }), { reportInput: true });
  if (!parsed.success) return { ok: false, faults: listFaults(parsed.error.issues, lineAt) };
  const seen = new Set<string>();
  const twice = parsed.data.requirements.flatMap(({ urn }, at): LibraryFault[] => {
    const path = ["requirements", at, "urn"];
    const again = seen.has(urn);
    seen.add(urn);
    return again
      ? [{ line: lineAt(path), path: toJsonPointer(path), message: `${urn} stands there twice.` }]
      : [];
  });
  return twice.length > 0
    ? { ok: false, faults: twice }
    : {
        ok: true,
        requirements: parsed.data.requirements,
        lineOf: (pointer) => lineAt(readPointer(pointer)),
      };
}
