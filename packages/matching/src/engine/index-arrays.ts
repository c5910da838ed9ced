import type { LexiconArrays } from "./lexicon.ts";
import type { PostingArrays } from "./postings.ts";

/**
 * An index as plain arrays: what is written down to be reopened, or shared with other threads. Whoever keeps it keeps it as it is;
 * `format` tells whether this build can read it.
 */
export interface IndexArrays {
  readonly format: typeof indexFormat;
  readonly size: number;
  readonly live: number;
  readonly end: number;
  readonly data: Int32Array;
  readonly offsets: Float64Array;
  readonly removed: Uint8Array;
  readonly ranks: Float64Array;
  readonly nameCounts: Float32Array;
  readonly addressCounts: Float32Array;
  readonly lexicon: LexiconArrays;
  readonly postings: PostingArrays;
  /** Ids in UTF-8, one behind the other, and where each begins. */
  readonly idBytes: Uint8Array;
  readonly idStarts: Uint32Array;
}

export const indexFormat = "throughline sites 2";

/** Ids as bytes. */
export function encodeIds(ids: readonly string[]): {
  readonly idBytes: Uint8Array;
  readonly idStarts: Uint32Array;
} {
  const encoder = new TextEncoder();
  const idStarts = new Uint32Array(ids.length + 1);
  let idBytes = new Uint8Array(Math.max(64, ids.length * 12));
  let end = 0;
  ids.forEach((id, index) => {
    idStarts[index] = end;
    // At most three bytes a UTF-16 unit.
    if (end + id.length * 3 > idBytes.length) {
      const larger = new Uint8Array(idBytes.length * 2 + id.length * 3);
      larger.set(idBytes);
      idBytes = larger;
    }
    end += encoder.encodeInto(id, idBytes.subarray(end)).written;
  });
  idStarts[ids.length] = end;
  return { idBytes: idBytes.slice(0, end), idStarts };
}

/** The ids that `encodeIds` made bytes of. */
export function decodeIds({
  idBytes,
  idStarts,
}: Pick<IndexArrays, "idBytes" | "idStarts">): string[] {
  const decoder = new TextDecoder();
  // A decoder takes no shared memory.
  const plain = idBytes.buffer instanceof ArrayBuffer ? idBytes : idBytes.slice();
  const ids: string[] = [];
  const isAscii = plain.every((byte) => byte < 128);
  const whole = isAscii ? decoder.decode(plain) : "";
  for (let index = 0; index + 1 < idStarts.length; index += 1) {
    const [from, to] = [idStarts[index] ?? 0, idStarts[index + 1] ?? 0];
    ids.push(isAscii ? whole.slice(from, to) : decoder.decode(plain.subarray(from, to)));
  }
  return ids;
}

/** The same arrays in shared memory; those that are there already stay. */
export function shareArrays(arrays: IndexArrays): IndexArrays {
  const { lexicon, postings } = arrays;
  return {
    ...arrays,
    data: share(arrays.data, Int32Array),
    offsets: share(arrays.offsets, Float64Array),
    removed: share(arrays.removed, Uint8Array),
    ranks: share(arrays.ranks, Float64Array),
    nameCounts: share(arrays.nameCounts, Float32Array),
    addressCounts: share(arrays.addressCounts, Float32Array),
    idBytes: new Uint8Array(0),
    idStarts: new Uint32Array(1),
    lexicon: {
      ...lexicon,
      bytes: share(lexicon.bytes, Uint8Array),
      starts: share(lexicon.starts, Uint32Array),
      table: share(lexicon.table, Int32Array),
      hashes: share(lexicon.hashes, Uint32Array),
      kind: share(lexicon.kind, Uint16Array),
      inName: share(lexicon.inName, Int32Array),
      inAddress: share(lexicon.inAddress, Int32Array),
      letters: share(lexicon.letters, Uint32Array),
    },
    postings: {
      keys: share(postings.keys, Uint32Array),
      starts: share(postings.starts, Uint32Array),
      records: share(postings.records, Uint32Array),
      prefixes: share(postings.prefixes, Uint32Array),
    },
  };
}

type Numbers = Int32Array | Uint32Array | Uint16Array | Uint8Array | Float32Array | Float64Array;

function share<Kind extends Numbers>(
  array: Kind,
  Maker: new (buffer: SharedArrayBuffer) => Kind,
): Kind {
  if (array.buffer instanceof SharedArrayBuffer) return array;
  const shared = new Maker(new SharedArrayBuffer(array.byteLength));
  shared.set(array);
  return shared;
}
