/** The one door to public notices: what is in the file is told by what it holds, not by what it is called. */
import { open } from "node:fs/promises";
import type { NormalisedProcurement } from "@throughline/domain";
import { AppError } from "@throughline/domain";
import { readEformsNotice } from "../eforms/read-eforms-notice.ts";
import { fromFile, fromMemory, type NoticeBytes } from "./notice-bytes.ts";
import { noticeFault } from "./notice-fault.ts";
import { readJsonNotices } from "./read-json-notices.ts";

/** An XML notice is held whole: the largest of the Official Journal have a few MB. */
const largestXml = 32 * 1024 * 1024;
const headBytes = 4096;

/** The first byte that is no blank and no mark of order; of UTF-16, which is refused by name, its mark. */
async function findFirst(bytes: NoticeBytes): Promise<number | null> {
  const head = await bytes.read(0, headBytes);
  if (head.length === 0) throw new AppError("file_empty", "The file is empty.");
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    throw noticeFault("line 1", "the file is in UTF-16; save it in UTF-8");
  const start = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for (const byte of head.subarray(start))
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return byte;
  return null;
}

async function* readBytes(
  bytes: NoticeBytes,
): AsyncGenerator<NormalisedProcurement, void, undefined> {
  const first = await findFirst(bytes);
  if (first === 0x3c) {
    if (bytes.size > largestXml) throw new AppError("file_too_large", "The XML has over 32 MB.");
    yield readEformsNotice(await bytes.read(0, bytes.size));
  } else if (first === 0x7b || first === 0x5b) yield* readJsonNotices(bytes);
  else
    throw noticeFault(
      "line 1",
      "neither JSON nor XML begins here; a notice of OCDS or of eForms is expected",
    );
}

/**
 * Reads notices one after the other: OCDS releases, records and packages (JSON or JSON Lines, any size), eForms notices
 * (XML), short notices. Releases of one contracting process are merged.
 *
 * @param source path of a file, or its bytes
 * @throws AppError `notice_invalid` with line, pointer or path of the fault, `file_not_readable`, `file_empty`,
 * `file_too_large`; a fault of syntax comes before the first notice, one inside a release when its turn comes
 * @example for await (const notice of streamNoticeFile("releases.jsonl")) console.log(notice.title);
 */
export async function* streamNoticeFile(
  source: string | Uint8Array,
): AsyncGenerator<NormalisedProcurement, void, undefined> {
  if (typeof source !== "string") {
    yield* readBytes(fromMemory(source));
    return;
  }
  const handle = await open(source).catch((error: unknown) => {
    const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
    throw missing
      ? new AppError("file_missing", `There is no file '${source}' that can be read.`)
      : new AppError("file_not_readable", `'${source}' cannot be read.`);
  });
  try {
    const about = await handle.stat();
    if (!about.isFile()) throw new AppError("file_not_readable", `'${source}' is not a file.`);
    yield* readBytes(fromFile(handle, about.size));
  } finally {
    await handle.close();
  }
}

/**
 * All notices of a file that is not large. See {@link streamNoticeFile}.
 *
 * @example (await readNoticeFile(new TextEncoder().encode('{"ocid":"o","title":"Laptops","buyer":{"name":"A City"}}'))).length; // 1
 */
export async function readNoticeFile(
  source: string | Uint8Array,
): Promise<NormalisedProcurement[]> {
  const notices: NormalisedProcurement[] = [];
  for await (const notice of streamNoticeFile(source)) notices.push(notice);
  return notices;
}
