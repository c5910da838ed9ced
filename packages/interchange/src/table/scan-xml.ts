/** Walks through the XML of a workbook's part. No document type, no entities of its own, no bottomless nesting. */
import { TextDecoder } from "node:util";
import { SaxesParser } from "saxes";
import type { SaxesTagPlain } from "saxes";
import { TableFault, damaged } from "./table-fault.ts";

/** What happens on the way. Names come without prefix. Attributes keep theirs. */
export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>, tag: SaxesTagPlain): void;
  close?(name: string): void;
  text?(text: string): void;
  /** Asked after each piece: true ends the walk. */
  done?(): boolean;
}

const deepest = 200;

function withoutPrefix(name: string): string {
  const at = name.indexOf(":");
  return at < 0 ? name : name.slice(at + 1);
}

/** UTF-16 is allowed by the standards, if rare; everything else is UTF-8. */
function decoderFor(first: Uint8Array): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder("utf-16le");
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder("utf-16be");
  return new TextDecoder("utf-8");
}

/**
 * Walks through XML that comes in pieces.
 *
 * @throws TableFault `file_damaged` where it is not well-formed or carries a document type; what the handlers throw.
 */
export async function scanXml(pieces: AsyncIterable<Uint8Array>, on: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on("error", () => {
    throw damaged("The file is damaged: its XML is not well-formed.");
  });
  parser.on("doctype", () => {
    throw new TableFault(
      "file_damaged",
      "The file's XML carries a document type, which no spreadsheet program writes.",
    );
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    if (depth > deepest) throw damaged("The file is damaged: its XML is nested without end.");
    on.open(withoutPrefix(tag.name), tag.attributes, tag);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    on.close?.(withoutPrefix(tag.name));
  });
  if (on.text !== undefined) parser.on("text", on.text.bind(on));
  if (on.text !== undefined) parser.on("cdata", on.text.bind(on));
  let decoder: TextDecoder | undefined;
  for await (const piece of pieces) {
    decoder ??= decoderFor(piece);
    parser.write(decoder.decode(piece, { stream: true }));
    if (on.done?.() === true) return;
  }
  if (decoder === undefined) throw damaged("The file is damaged: a part of it is empty.");
  parser.write(decoder.decode());
  parser.close();
}

/**
 * The value of an attribute, named with its usual prefix (`table:name`) and found under any other prefix too. Asked
 * some ten million times for a large ODS, mostly for attributes that are not there.
 */
export function attribute(
  attributes: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const usual = attributes[name];
  if (usual !== undefined) return usual;
  const colon = name.indexOf(":");
  const local = colon < 0 ? name : name.slice(colon + 1);
  for (const key of Object.keys(attributes)) {
    if (!key.endsWith(local)) continue;
    if (key.length === local.length || key[key.length - local.length - 1] === ":")
      return attributes[key];
  }
  return undefined;
}
