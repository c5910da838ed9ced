/** Decodes a text that comes in pieces, and notices where it is not what it was taken for. */
import iconv from "iconv-lite";

/** Thrown where bytes said to be UTF-8 are not. `at`: the piece, counted in bytes from the beginning, it stands in. */
export class NotUtf8 extends Error {
  readonly at: number;

  constructor(at: number) {
    super("not UTF-8");
    this.name = "NotUtf8";
    this.at = at;
  }
}

/**
 * Text of the pieces, a mark of order at the beginning left off.
 *
 * @throws NotUtf8 when `strict` and the encoding is `utf-8`.
 */
export async function* decodeStream(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
  strict: boolean,
): AsyncGenerator<string> {
  if (encoding === "utf-8") {
    const decoder = new TextDecoder("utf-8", { fatal: strict });
    let at = 0;
    try {
      for await (const piece of pieces) {
        yield decoder.decode(piece, { stream: true });
        at += piece.length;
      }
      yield decoder.decode();
    } catch (error) {
      if (error instanceof TypeError && strict) throw new NotUtf8(at);
      throw error;
    }
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  let first = true;
  for await (const piece of pieces) {
    const text = decoder.write(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
    if (text === "") continue;
    yield first ? text.replace(/^\uFEFF/u, "") : text;
    first = false;
  }
  yield decoder.end() ?? "";
}
