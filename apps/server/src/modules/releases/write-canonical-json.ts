/**
 * One text for one value: keys sorted, no blanks, numbers as ECMAScript writes them (RFC 8785). What a digest is made of.
 *
 * @example writeCanonicalJson({ b: 1, a: [true] }) // '{"a":[true],"b":1}'
 */
export function writeCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeCanonicalJson).join(",")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${writeCanonicalJson(member)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
