/** Lays the recorded values of an entry side by side: what each was before, and what it became. */

export interface Change {
  /** Where the value stands, for instance `conditions › 2 › clause`. */
  readonly path: string;
  /** `undefined`: there was no such value on this side. */
  readonly before: unknown;
  readonly after: unknown;
}

const most = 400;

function isHolder(value: unknown): value is Readonly<Record<string, unknown>> | readonly unknown[] {
  return typeof value === "object" && value !== null && Object.keys(value).length > 0;
}

/** A list of plain values reads better in one line than in a row for each. */
function isPlainList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

function flatten(value: unknown, path: readonly string[], into: Map<string, unknown>): void {
  if (into.size >= most) return;
  if (!isHolder(value) || isPlainList(value)) {
    if (path.length > 0) into.set(path.join(" › "), value);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    const step = Array.isArray(value) ? String(Number(key) + 1) : key;
    flatten(inner, [...path, step], into);
  }
}

function collect(value: unknown): Map<string, unknown> {
  const into = new Map<string, unknown>();
  if (isHolder(value) && !isPlainList(value)) flatten(value, [], into);
  else if (value !== null && value !== undefined) into.set("", value);
  return into;
}

const asText = (value: unknown): string => JSON.stringify(value ?? null);

/** The values that differ, in the order they were recorded; at most some hundreds. */
export function listChanges(before: unknown, after: unknown): Change[] {
  const [was, became] = [collect(before), collect(after)];
  const paths = [...new Set([...was.keys(), ...became.keys()])];
  return (
    paths
      // Null and no value at all read alike: nothing.
      .filter((path) => asText(was.get(path)) !== asText(became.get(path)))
      .map((path) => ({ path, before: was.get(path), after: became.get(path) }))
  );
}
