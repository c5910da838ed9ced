/**
 * A structure of the published sites as a file, so that a start need not build it. One JSON line (format, token, where the
 * reading stood, each array's kind, length and checksum), then the arrays. Nothing of a file is trusted that does not add
 * up: the server builds from the database instead.
 */
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import { z } from "zod";
import type { FrozenStructure, NumberArray } from "./scope-structure.ts";

const makers = {
  Uint8Array,
  Uint16Array,
  Uint32Array,
  Int32Array,
  Float32Array,
  Float64Array,
} as const;
type Kind = keyof typeof makers;

/** Nobody writes for so long. */
const longestWritingMs = 3_600_000;

const Head = z.object({
  written: z.literal("throughline scope file 1"),
  format: z.string(),
  /** Which row of `site_index_tokens` vouches for it. */
  token: z.uuid(),
  tokenRow: z.string(),
  snapshot: z.string(),
  at: z.iso.datetime(),
  leftOut: z.array(z.string()),
  facts: z.unknown(),
  arrays: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(Object.keys(makers) as [Kind, ...Kind[]]), // the table's own keys
      bytes: z.int().nonnegative(),
      crc: z.int(),
    }),
  ),
});

export interface ScopeFile {
  readonly token: string;
  readonly tokenRow: string;
  readonly snapshot: string;
  readonly at: Date;
  /** Sites that were being changed when it was read: to be read anew. */
  readonly leftOut: readonly string[];
  readonly frozen: FrozenStructure;
}

function pathOf(folder: string, name: string): string {
  return join(folder, `${name}.public.index`);
}

/** Writes the file whole or not at all. */
export async function writeScopeFile(
  folder: string,
  name: string,
  format: string,
  file: ScopeFile,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeUnfinished(folder, name);
  const arrays = Object.entries(file.frozen.arrays).map(
    ([key, array]) => [key, array, bytesOf(array)] as const,
  );
  const head: z.infer<typeof Head> = {
    written: "throughline scope file 1",
    format,
    token: file.token,
    tokenRow: file.tokenRow,
    snapshot: file.snapshot,
    at: file.at.toISOString(),
    leftOut: [...file.leftOut],
    facts: file.frozen.facts,
    arrays: arrays.map(([key, array, bytes]) => ({
      name: key,
      kind: kindOf(array),
      bytes: bytes.byteLength,
      crc: crc32(bytes),
    })),
  };
  const temporary = `${pathOf(folder, name)}.${randomUUID()}`;
  const handle = await open(temporary, "wx", 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(head)}\n`);
    for (const [, , bytes] of arrays) await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await rename(temporary, pathOf(folder, name));
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}

/** What a process that was killed while it wrote has left. */
async function removeUnfinished(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry);
    if (!path.startsWith(`${pathOf(folder, name)}.`)) continue;
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > longestWritingMs)
      await rm(path, { force: true });
  }
}

/** The file, or `null` where there is none or it does not add up. */
export async function readScopeFile(
  folder: string,
  name: string,
  format: string,
): Promise<ScopeFile | null> {
  let handle;
  try {
    handle = await open(pathOf(folder, name), "r");
  } catch {
    return null;
  }
  try {
    const { size } = await handle.stat();
    const first = Buffer.alloc(Math.min(size, 1 << 20));
    await handle.read(first, 0, first.length, 0);
    const end = first.indexOf(10);
    if (end === -1) return null;
    const head = Head.parse(JSON.parse(first.toString("utf8", 0, end)));
    const total = head.arrays.reduce((sum, { bytes }) => sum + bytes, end + 1);
    if (head.format !== format || total !== size) return null;
    const arrays: Record<string, NumberArray> = {};
    let from = end + 1;
    for (const { name: key, kind, bytes, crc } of head.arrays) {
      const buffer = new ArrayBuffer(bytes);
      const view = new Uint8Array(buffer);
      for (let read = 0; read < bytes;) {
        const { bytesRead } = await handle.read(view, read, bytes - read, from + read);
        if (bytesRead === 0) return null;
        read += bytesRead;
      }
      if (crc32(view) !== crc) return null;
      arrays[key] = new makers[kind](buffer);
      from += bytes;
    }
    return {
      token: head.token,
      tokenRow: head.tokenRow,
      snapshot: head.snapshot,
      at: new Date(head.at),
      leftOut: head.leftOut,
      frozen: { facts: head.facts, arrays },
    };
  } catch {
    // Whatever is wrong with it: it is not what was written.
    return null;
  } finally {
    await handle.close();
  }
}

function bytesOf(array: NumberArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function kindOf(array: NumberArray): Kind {
  const kind = (Object.keys(makers) as Kind[]).find((name) => array instanceof makers[name]); // the table's own keys
  if (kind === undefined) throw new TypeError("This is no array that can be written down.");
  return kind;
}
