/** Looks at the directory of a ZIP before anything is unpacked: is it a spreadsheet, and how large would it grow? */

/** What the directory says. Sizes are as declared; the reading process has limits of its own in case they lie. */
export interface ZipDirectory {
  readonly names: readonly string[];
  readonly unpackedBytes: number;
  readonly encrypted: boolean;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Reads the central directory, or `null` when the bytes are no whole ZIP. */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 65_557); at -= 1) {
    if (view.getUint32(at, true) === endSignature) {
      end = at;
      break;
    }
  }
  if (end < 0) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names: string[] = [];
  let unpackedBytes = 0;
  let encrypted = false;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== entrySignature) return null;
    const nameLength = view.getUint16(at + 28, true);
    encrypted ||= (view.getUint16(at + 8, true) & 1) === 1;
    unpackedBytes += view.getUint32(at + 24, true);
    names.push(new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return { names, unpackedBytes, encrypted };
}
