/** Which characters a TrueType or OpenType font has signs for: its `cmap`, formats 4 and 12 (OpenType 1.9, "cmap"). */

function findTable(view: DataView, name: string): number | undefined {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const at = 12 + index * 16;
    const tag = [0, 1, 2, 3].map((n) => String.fromCharCode(view.getUint8(at + n))).join("");
    if (tag === name) return view.getUint32(at + 8);
  }
  return undefined;
}

function readSegments(view: DataView, at: number, covered: Set<number>): void {
  const segments = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + segments * 2 + 2;
  const deltas = starts + segments * 2;
  const ranges = deltas + segments * 2;
  for (let index = 0; index < segments; index += 1) {
    const start = view.getUint16(starts + index * 2);
    const end = view.getUint16(ends + index * 2);
    const delta = view.getUint16(deltas + index * 2);
    const range = view.getUint16(ranges + index * 2);
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const raw =
        range === 0 ? code : view.getUint16(ranges + index * 2 + range + (code - start) * 2);
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}

function readGroups(view: DataView, at: number, covered: Set<number>): void {
  for (let index = 0; index < view.getUint32(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    const end = view.getUint32(group + 4);
    for (let code = view.getUint32(group); code <= end; code += 1) covered.add(code);
  }
}

/**
 * The code points a font has a sign for.
 *
 * @param bytes of a `.ttf` or `.otf` we ship; another file may make it throw a RangeError
 * @example
 * readCoverage(await readFile("SourceSans3_400Regular.ttf")).has(0x0416); // true: Cyrillic Ж
 */
export function readCoverage(bytes: Uint8Array): ReadonlySet<number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const covered = new Set<number>();
  const cmap = findTable(view, "cmap");
  if (cmap === undefined) return covered;
  for (let index = 0; index < view.getUint16(cmap + 2); index += 1) {
    const at = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, covered);
    if (format === 12) readGroups(view, at, covered);
  }
  return covered;
}
