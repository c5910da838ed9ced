import type { DocumentContent } from "./document-content.ts";

/**
 * Writes a document as PDF, A4. The same content gives the same bytes. Letters that the typeface lacks are marked where they
 * stand, kept as the marked text's meaning (`ActualText`: copied, searched, read aloud), and named in a note at the end.
 *
 * @returns the bytes, some 30 to 80 kB with the parts of the typeface it uses
 * @example
 * await writePdf({ kind: "letter", language: "en-GB", title: "Invitation", date: "2026-11-20",
 *   blocks: [{ kind: "paragraph", text: "Dear colleagues" }], drawnUp: { by: "Northbridge", from: "its records" } });
 */
export async function writePdf(content: DocumentContent): Promise<Uint8Array> {
  // The library takes a while to load; whoever writes no document does not wait for it.
  const { layPdf } = await import("./lay-pdf.ts");
  return layPdf(content);
}
