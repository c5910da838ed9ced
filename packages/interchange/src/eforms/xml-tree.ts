/**
 * An XML notice as a tree that knows where everything stands and what was read of it. Names carry the prefixes of the
 * eForms SDK whatever the file calls them: the namespace counts. No document type, no entities but the five of XML.
 */
import { SaxesParser, type SaxesTagNS } from "saxes";
import { noticeFault } from "../notice/notice-fault.ts";

/** An element. `name` is `cbc:Name`, or bare in the namespace of the notice itself. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[];
  readonly parent: XmlNode | null;
  readonly line: number;
  text: string;
  read: boolean;
}

const mostDepth = 100;
/** A notice of a thousand lots has some hundred thousand. It is read in one go, while others wait: two million took 22 s. */
const mostNodes = 400_000;

const prefixes: Readonly<Record<string, string>> = {
  "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2": "cac",
  "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2": "cbc",
  "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2": "ext",
  "http://data.europa.eu/p27/eforms-ubl-extensions/1": "efext",
  "http://data.europa.eu/p27/eforms-ubl-extension-aggregate-components/1": "efac",
  "http://data.europa.eu/p27/eforms-ubl-extension-basic-components/1": "efbc",
};

function nameOf(tag: SaxesTagNS): string {
  const prefix = Object.hasOwn(prefixes, tag.uri) ? prefixes[tag.uri] : undefined;
  if (prefix !== undefined) return `${prefix}:${tag.local}`;
  return tag.uri === "" || tag.uri.startsWith("urn:oasis:names:specification:ubl:schema:xsd:")
    ? tag.local
    : `{${tag.uri}}${tag.local}`;
}

/**
 * Parses XML into a tree.
 *
 * @throws AppError `notice_invalid` with the line, for XML that is not well formed, has a document type, or is nested
 * more than 100 deep
 * @example parseXml("<a xmlns='urn:x'><b>1</b></a>").children[0]?.text; // "1"
 */
export function parseXml(text: string): XmlNode {
  const parser = new SaxesParser({ xmlns: true });
  let root: XmlNode | null = null;
  let current: XmlNode | null = null;
  let depth = 0;
  let count = 0;
  parser.on("error", (error) => {
    throw noticeFault(
      `line ${parser.line}`,
      `is not well-formed XML: ${error.message.replace(/^[\d:]+\s*/u, "")}`,
    );
  });
  parser.on("doctype", () => {
    throw noticeFault(
      `line ${parser.line}`,
      "the file declares a document type; notices have none, and it is not read",
    );
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    count += 1;
    if (depth > mostDepth || count > mostNodes)
      throw noticeFault(
        `line ${parser.line}`,
        "the XML is nested too deeply or has too much in it",
      );
    const node: XmlNode = {
      name: nameOf(tag),
      attributes: Object.fromEntries(
        Object.values(tag.attributes).flatMap(({ prefix, local, value }) =>
          prefix === "xmlns" || local === "xmlns" ? [] : [[local, value]],
        ),
      ),
      children: [],
      parent: current,
      line: parser.line,
      text: "",
      read: false,
    };
    if (current === null) root = node;
    else current.children.push(node);
    current = node;
  });
  parser.on("closetag", () => {
    depth -= 1;
    current = current?.parent ?? null;
  });
  const addText = (part: string): void => {
    if (current !== null) current.text += part;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.write(text).close();
  if (root === null) throw noticeFault("line 1", "the XML has no element");
  return root;
}

/** All elements at a path of names below a node: `cac:Party/cac:PartyName/cbc:Name`. */
export function findAll(node: XmlNode | null, path: string): XmlNode[] {
  let found: XmlNode[] = node === null ? [] : [node];
  for (const name of path.split("/"))
    found = found.flatMap(({ children }) => children.filter((child) => child.name === name));
  return found;
}

/** The first element at a path, or `null`. */
export function findFirst(node: XmlNode | null, path: string): XmlNode | null {
  return findAll(node, path)[0] ?? null;
}

/** The text of an element, which counts as read; `null` for none and for an empty one. */
export function takeText(node: XmlNode | null): string | null {
  if (node === null) return null;
  node.read = true;
  const text = node.text.trim();
  return text === "" ? null : text;
}

/** The text at a path; see {@link takeText}. */
export function takeAt(node: XmlNode | null, path: string): string | null {
  return takeText(findFirst(node, path));
}

/** Takes back that an element and all in it were read. */
export function leaveUnread(node: XmlNode): void {
  node.read = false;
  node.children.forEach(leaveUnread);
}

/** Where an element stands, positions told where a parent has several of the name. */
export function pathOf(node: XmlNode): string {
  if (node.parent === null) return `/${node.name}`;
  const same = node.parent.children.filter(({ name }) => name === node.name);
  const position = same.length > 1 ? `[${same.indexOf(node) + 1}]` : "";
  return `${pathOf(node.parent)}/${node.name}${position}`;
}

/** Texts nobody read, by path; with their attributes, where they have any. */
export function listUnread(root: XmlNode): Record<string, unknown> {
  const kept: [string, unknown][] = [];
  const walk = (node: XmlNode, path: string): void => {
    const text = node.text.trim();
    if (!node.read && text !== "") {
      const hasAttributes = Object.keys(node.attributes).length > 0;
      kept.push([path, hasAttributes ? { text, ...node.attributes } : text]);
    }
    const counts = new Map<string, number>();
    for (const { name } of node.children) counts.set(name, (counts.get(name) ?? 0) + 1);
    const seen = new Map<string, number>();
    for (const child of node.children) {
      const position = (seen.get(child.name) ?? 0) + 1;
      seen.set(child.name, position);
      const several = (counts.get(child.name) ?? 0) > 1;
      walk(child, `${path}/${child.name}${several ? `[${position}]` : ""}`);
    }
  };
  walk(root, `/${root.name}`);
  return Object.fromEntries(kept);
}
