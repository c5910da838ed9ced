/** Fills in a downloaded workbook as a supplier would: texts of its cells are replaced, everything else stays. */
import { inflateRawSync } from "node:zlib";
import { zip } from "./make-workbook.ts";

/** The parts of an XLSX, by their place in its central directory. */
function unzip(file: Buffer): (readonly [string, string])[] {
  const end = file.lastIndexOf("PK\u0005\u0006");
  const parts: (readonly [string, string])[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let entry = 0; entry < file.readUInt16LE(end + 10); entry += 1) {
    const nameLength = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    const begin = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const bytes = file.subarray(begin, begin + file.readUInt32LE(at + 20));
    parts.push([
      file.toString("utf8", at + 46, at + 46 + nameLength),
      (file.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString("utf8"),
    ]);
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return parts;
}

/** The workbook with `before` replaced by `after` in its texts; throws where it does not stand there. */
export function fillWorkbook(file: Buffer, before: string, after: string): Buffer {
  const parts = unzip(file);
  const filled = parts.map(([path, text]) => [path, text.replaceAll(before, after)] as const);
  if (filled.every(([, text], index) => text === parts[index]?.[1]))
    throw new Error(`“${before}” does not stand in the workbook.`);
  return zip(filled);
}
