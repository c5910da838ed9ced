/**
 * Where a text stops being JSON. Only for texts JSON.parse has refused: its message names a place for some faults and
 * not for others.
 */

const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-]))/uy;

/** What may come next: a value, a key or the end of an object, a colon, a comma or the end of what is open. */
type Expected = "value" | "firstValue" | "key" | "firstKey" | "colon" | "next";

/**
 * Position of the first character that does not belong, counted in UTF-16 units; the length of the text when it ends too
 * early; `null` when nothing is wrong.
 *
 * @example findJsonFault('{"a": }'); // 6
 */
export function findJsonFault(text: string): number | null {
  const open: ("{" | "[")[] = [];
  let expected: Expected = "value";
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) {
      const rest = /[^ \t\r\n]/u.exec(text.slice(at));
      if (rest === null) break;
      return at + rest.index;
    }
    const [whole, sign, string] = match;
    const start = at + whole.search(/[^ \t\r\n]/u);
    at = token.lastIndex;
    if (expected === "next" && open.length === 0) return start;
    if (sign === undefined) {
      const isKey: boolean = expected === "key" || expected === "firstKey";
      if (isKey ? string === undefined : expected !== "value" && expected !== "firstValue")
        return start;
      expected = isKey ? "colon" : "next";
    } else if (sign === "{" || sign === "[") {
      if (expected !== "value" && expected !== "firstValue") return start;
      open.push(sign);
      expected = sign === "{" ? "firstKey" : "firstValue";
    } else if (sign === "}" || sign === "]") {
      const fits = expected === "next" || expected === (sign === "}" ? "firstKey" : "firstValue");
      if (!fits || open.pop() !== (sign === "}" ? "{" : "[")) return start;
      expected = "next";
    } else if (sign === ":") {
      if (expected !== "colon") return start;
      expected = "value";
    } else {
      if (expected !== "next") return start;
      expected = open.at(-1) === "{" ? "key" : "value";
    }
  }
  return expected === "next" && open.length === 0 ? null : text.length;
}
