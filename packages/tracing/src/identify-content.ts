/**
 * A stable id made from content: the same break of the same line has the same id on every run and machine, so
 * that "seen", "comment" and "done" can be kept on it. 53 bits (cyrb53, public domain, by bryc), base 36; not a
 * secret and not a signature.
 *
 * @example identifyContent("break", ["shown", "request-1"]) // "break-…"
 */
export function identifyContent(prefix: string, parts: readonly string[]): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const part of parts) {
    // A separator that no id holds, so that ["ab", "c"] and ["a", "bc"] differ.
    const text = `${part}\u0000`;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      high = Math.imul(high ^ unit, 2654435761);
      low = Math.imul(low ^ unit, 1597334677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const value = 4294967296 * (2097151 & low) + (high >>> 0);
  return `${prefix}-${value.toString(36).padStart(11, "0")}`;
}
