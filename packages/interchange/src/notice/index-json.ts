/**
 * Finds where every release and record of a JSON text stands, without holding the text: one JSON value, a package, an
 * array, or JSON Lines of any of these. Bytes in, positions out; what is inside the pieces is parsed later, by JSON.parse.
 */
import { noticeFault } from "./notice-fault.ts";
import { createPieceStore, type ListName, type PieceStore } from "./piece-store.ts";

/** A package without its list: `[start, listStart)` and `[listEnd, end)`, to be parsed for its syntax only. */
export interface JsonShell {
  readonly start: number;
  readonly listStart: number;
  readonly listEnd: number;
  readonly end: number;
  readonly line: number;
}

const mostDepth = 250;
const mostKey = 200;
const quote = 0x22;
const backslash = 0x5c;
const newline = 0x0a;
const openObject = 0x7b;
const closeObject = 0x7d;
const openList = 0x5b;
const closeList = 0x5d;
const comma = 0x2c;
const colon = 0x3a;

interface Started {
  start: number;
  line: number;
  ocid: string | null;
}
interface StartedDocument extends Started {
  /** Pieces known before it: those of its list are added behind them. */
  readonly before: number;
  listStart: number;
  listEnd: number;
  odd: { line: number; pointer: string } | null;
}

/** Takes the bytes of a JSON text in order. */
export interface JsonIndexer {
  /** Answers with the packages that ended in these bytes. */
  feed(bytes: Uint8Array): JsonShell[];
  end(): PieceStore;
}

/**
 * Makes an indexer for one text.
 *
 * @throws AppError `notice_invalid` from `feed` and `end`, naming the line, when brackets do not match, a text is not
 * closed, or values are nested more than 250 deep
 * @example
 * const indexer = indexJson(); indexer.feed(new TextEncoder().encode('{"ocid":"a"}\n{"ocid":"b"}'));
 * indexer.end().size; // 2
 */
export function indexJson(): JsonIndexer {
  const pieces = createPieceStore();
  let shells: JsonShell[] = [];
  let documents = 0;
  const stack = new Uint8Array(mostDepth + 2);
  let depth = 0;
  let offset = 0;
  let line = 1;
  let inText = false;
  let escaped = false;
  /** Depth documents stand at: 1 inside one array around all. */
  let base = 0;
  let position = 0;
  let closed = false;
  let separated = true;
  let found: StartedDocument | null = null;
  let child: Started | null = null;
  let listName: ListName = "";
  let childPosition = 0;
  let listSeparated = true;
  let expectKey = false;
  let key = "";
  let captured: number[] | null = null;

  const fail = (what: string): never => {
    throw noticeFault(`line ${line}`, what);
  };

  /** Whether a key at this depth belongs to the document or to a release in its list. */
  const owner = (): Started | null => {
    if (depth === base + 1) return found;
    return depth === base + 3 && child !== null ? child : null;
  };

  const startText = (): void => {
    inText = true;
    captured =
      owner() !== null && stack[depth] === openObject && (expectKey || key === "ocid") ? [] : null;
    if (depth === base) startPlain();
    else if (depth === base + 2 && listName !== "") startOddItem();
  };

  const startPlain = (): never =>
    fail("the text holds a value that is no notice; an object in { } is expected");

  const startOddItem = (): void => {
    if (!listSeparated) return;
    listSeparated = false;
    if (found !== null)
      found.odd ??= { line, pointer: `${documentPointer()}/${listName}/${childPosition}` };
    childPosition += 1;
  };

  const place = (): { document: number } => ({ document: base === 1 ? position : -1 });

  const documentPointer = (): string => (base === 1 ? `/${position}` : "");

  const endText = (): void => {
    inText = false;
    const text = captured === null ? null : Buffer.from(captured).toString("utf8");
    captured = null;
    if (text === null) return;
    const place = owner();
    if (place === null) return;
    if (expectKey) key = text;
    else if (key === "ocid" && place.ocid === null) place.ocid = unescape(text);
  };

  const open = (byte: number): void => {
    if (depth >= mostDepth) fail(`values are nested more than ${mostDepth} deep`);
    if (depth === base) {
      if (closed) fail("something follows the end of the list");
      if (byte === openList) {
        if (base === 1 || documents > 0) fail("a list stands where a notice is expected");
        base = 1;
        position = 0;
      } else {
        if (base === 1 && !separated) fail("a comma is missing");
        separated = false;
        found = {
          start: offset,
          line,
          ocid: null,
          before: pieces.size,
          listStart: -1,
          listEnd: -1,
          odd: null,
        };
      }
    } else if (
      depth === base + 1 &&
      byte === openList &&
      (key === "releases" || key === "records") &&
      found !== null &&
      found.listStart < 0
    ) {
      listName = key;
      childPosition = 0;
      listSeparated = true;
      found.listStart = offset;
    } else if (depth === base + 2 && listName !== "") {
      if (byte === openList) startOddItem();
      else {
        if (!listSeparated) fail("a comma is missing");
        listSeparated = false;
        child = { start: offset, line, ocid: null };
      }
    }
    depth += 1;
    stack[depth] = byte;
    expectKey = byte === openObject;
    key = "";
  };

  const endDocument = (document: StartedDocument): void => {
    const end = offset + 1;
    if (document.ocid === null && document.listStart >= 0) {
      if (document.odd !== null)
        throw noticeFault(
          `line ${document.odd.line}`,
          `${document.odd.pointer} is no release or record`,
        );
      const { start, listStart, listEnd } = document;
      shells.push({ start, listStart, listEnd, end, line: document.line });
    } else {
      // A record: what its list holds belongs to it.
      pieces.truncate(document.before);
      const { start, line: from, ocid } = document;
      pieces.add({ ...place(), start, end, line: from, list: "", position: 0, ocid });
    }
    documents += 1;
    position += 1;
    found = null;
  };

  const close = (byte: number): void => {
    if (depth === 0) fail("a bracket closes that was never opened");
    if (stack[depth] !== (byte === closeObject ? openObject : openList))
      fail("brackets do not match");
    depth -= 1;
    expectKey = false;
    key = "";
    if (byte === closeList && base === 1 && depth === 0) {
      if (separated && position > 0) fail("a comma stands before the end of the list");
      base = 0;
      closed = true;
    } else if (depth === base && found !== null) endDocument(found);
    else if (depth === base + 1 && listName !== "" && found !== null) {
      if (listSeparated && childPosition > 0) fail("a comma stands before the end of the list");
      found.listEnd = offset + 1;
      listName = "";
    } else if (depth === base + 2 && listName !== "") {
      if (child !== null && found !== null) {
        const { start, line: from, ocid } = child;
        const end = offset + 1;
        pieces.add({
          ...place(),
          start,
          end,
          line: from,
          list: listName,
          position: childPosition,
          ocid,
        });
        childPosition += 1;
      }
      child = null;
    }
  };

  const separate = (): void => {
    if (depth === base) {
      if (base === 0 || separated) fail("a comma stands where none is expected");
      separated = true;
    } else if (depth === base + 2 && listName !== "") {
      if (listSeparated) fail("a comma stands where none is expected");
      listSeparated = true;
    }
    expectKey = stack[depth] === openObject;
    key = "";
  };

  const takeByte = (byte: number): void => {
    switch (byte) {
      case quote:
        startText();
        break;
      case openObject:
      case openList:
        open(byte);
        break;
      case closeObject:
      case closeList:
        close(byte);
        break;
      case comma:
        separate();
        break;
      case colon:
        expectKey = false;
        break;
      case newline:
        line += 1;
        break;
      case 0x20:
      case 0x09:
      case 0x0d:
        break;
      default:
        if (byte === 0) fail("a byte that is no text stands here; the file must be in UTF-8");
        if (depth === base) startPlain();
        if (depth === base + 2 && listName !== "") startOddItem();
    }
  };

  return {
    feed(bytes) {
      let at = 0;
      // A mark of order that some programs write before UTF-8.
      if (offset === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
        at = 3;
        offset = 3;
      }
      for (; at < bytes.length; at += 1, offset += 1) {
        const byte = bytes[at] ?? 0;
        if (!inText) {
          takeByte(byte);
          continue;
        }
        if (escaped) escaped = false;
        else if (byte === backslash) escaped = true;
        else if (byte === quote) {
          endText();
          continue;
        } else if (byte === newline) fail("a text is not closed");
        if (captured !== null) {
          if (captured.length < mostKey) captured.push(byte);
          else captured = null;
        }
      }
      const ended = shells;
      shells = [];
      return ended;
    },
    end() {
      if (inText) fail("the file ends in the middle of a text");
      if (depth > 0) fail("the file ends in the middle of a value");
      return pieces;
    },
  };
}

/** The text of a captured string; one that is escaped wrongly is left as it stands, JSON.parse refuses it later. */
function unescape(raw: string): string {
  if (!raw.includes("\\")) return raw;
  try {
    const text: unknown = JSON.parse(`"${raw}"`);
    return typeof text === "string" ? text : raw;
  } catch {
    return raw;
  }
}
