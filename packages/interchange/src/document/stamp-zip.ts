/**
 * Gives each part of a ZIP the same time of change, so that a package made twice from the same content is the same bytes.
 * Times stand in plain fields beside each part's checksum (APPNOTE 4.3.7 and 4.3.12) and are no part of it.
 */

const endRecord = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/** MS-DOS date and time of midnight on a day: years from 1980, two-second steps. */
function dosTime(day: string): number {
  const [year = 1980, month = 1, date = 1] = day.split("-").map(Number);
  const dosDate = (Math.min(Math.max(year - 1980, 0), 127) << 9) | (month << 5) | date;
  return (dosDate << 16) >>> 0;
}

/**
 * Stamps a ZIP in place and returns it.
 *
 * @param day `2026-11-20`
 * @throws RangeError when the bytes are no ZIP with a directory at its end; the writer made them, so that would be a bug.
 * @example
 * stampZip(packed, "2026-11-20");
 */
export function stampZip(bytes: Uint8Array, day: string): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endRecord) end -= 1;
  if (end < 0) throw new RangeError("not a ZIP");
  const time = dosTime(day);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new RangeError("not a ZIP directory");
    view.setUint32(at + 12, time, true);
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(local, true) !== localHeader) throw new RangeError("not a ZIP entry");
    view.setUint32(local + 10, time, true);
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return bytes;
}
