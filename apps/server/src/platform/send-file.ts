/** Files that are given out: their type, a plain name, their bytes. */

/** A file ready to be sent. */
export interface SentFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly mediaType: string;
}

export const mediaTypes = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
  json: "application/json; charset=utf-8",
  yaml: "application/yaml; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  pdf: "application/pdf",
  ics: "text/calendar; charset=utf-8",
} as const;

/** A text as part of a file name: letters, digits and hyphens; `otherwise` where nothing is left. */
export function asFileName(text: string, otherwise: string): string {
  return (
    text
      .normalize("NFKD")
      .replace(/[^A-Za-z0-9]+/gu, "-")
      .replace(/^-+|-+$/gu, "")
      .slice(0, 60)
      .toLowerCase() || otherwise
  );
}

/** What a reply needs of fastify's. */
interface FileReply {
  type(type: string): FileReply;
  header(name: string, value: string): FileReply;
  send(body: Buffer): unknown;
}

/** Sends it as a download. */
export function sendFile(reply: FileReply, { bytes, fileName, mediaType }: SentFile): unknown {
  return reply
    .type(mediaType)
    .header("content-disposition", `attachment; filename="${fileName}"`)
    .send(Buffer.from(bytes));
}
