import type { DocumentContent } from "./document-content.ts";

/**
 * Writes a document as DOCX, A4. The same content gives the same bytes: the only date in the file is the one it bears.
 *
 * @returns the bytes of the package, some 10 to 30 kB
 * @example
 * await writeDocx({ kind: "letter", language: "en-GB", title: "Invitation", date: "2026-11-20",
 *   blocks: [{ kind: "paragraph", text: "Dear colleagues" }], drawnUp: { by: "Northbridge", from: "its records" } });
 */
export async function writeDocx(content: DocumentContent): Promise<Uint8Array> {
  // The library takes a while to load; whoever writes no document does not wait for it.
  const { layDocx } = await import("./lay-docx.ts");
  return layDocx(content);
}
