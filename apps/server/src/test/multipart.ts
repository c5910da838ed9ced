/** A multipart message for tests that send files. */
const boundary = "----planted";

export interface MultipartPart {
  readonly name: string;
  readonly text: string | Buffer;
  /** Set for a file. */
  readonly fileName?: string;
  readonly type?: string;
}

/** Headers and body of a multipart request. */
export function multipart(parts: readonly MultipartPart[]): {
  readonly headers: Record<string, string>;
  readonly payload: Buffer;
} {
  const pieces = parts.flatMap(({ name, text, fileName, type }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? "" : `; filename="${fileName}"\r\nContent-Type: ${type ?? "text/csv"}`}\r\n\r\n`,
    ),
    Buffer.from(text),
    Buffer.from("\r\n"),
  ]);
  return {
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)]),
  };
}
