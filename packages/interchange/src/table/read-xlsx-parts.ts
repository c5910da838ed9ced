/** Reads the parts of an XLSX that say what its sheets are and how its cells look: workbook, relations, styles. */
import { posix } from "node:path";
import type { ZipParts } from "./open-zip.ts";
import type { NumberLook } from "./read-number-format.ts";
import { readNumberFormat } from "./read-number-format.ts";
import { attribute, scanXml } from "./scan-xml.ts";
import { damaged } from "./table-fault.ts";

/** One worksheet: its name and where it is kept. */
export interface XlsxSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface XlsxBook {
  readonly sheets: readonly XlsxSheet[];
  readonly from1904: boolean;
  /** Part of the shared strings, `null` when there are none. */
  readonly strings: string | null;
  /** How numbers look, by the index of the cell's style. */
  readonly looks: readonly NumberLook[];
}

interface Relation {
  readonly type: string;
  readonly part: string;
}

const mostSheets = 1_000;
const mostStyles = 100_000;

async function readRelations(zip: ZipParts, part: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(part);
  const path = posix.join(folder, "_rels", `${posix.basename(part)}.rels`);
  const relations = new Map<string, Relation>();
  if (!zip.has(path)) return relations;
  await scanXml(zip.read(path), {
    open(name, attributes) {
      if (name !== "Relationship" || attributes["TargetMode"] === "External") return;
      const target = attributes["Target"] ?? "";
      relations.set(attributes["Id"] ?? "", {
        type: (attributes["Type"] ?? "").split("/").at(-1) ?? "",
        // A target is looked up among the parts and never on a disk.
        part: target.startsWith("/")
          ? posix.normalize(target).slice(1)
          : posix.normalize(posix.join(folder, target)),
      });
    },
  });
  return relations;
}

async function readLooks(zip: ZipParts, part: string): Promise<NumberLook[]> {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCells = false;
  await scanXml(zip.read(part), {
    open(name, attributes) {
      if (name === "numFmt")
        codes.set(Number(attributes["numFmtId"] ?? "0"), attributes["formatCode"] ?? "");
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) {
        const id = Number(attributes["numFmtId"] ?? "0");
        if (looks.length < mostStyles) looks.push(readNumberFormat(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return looks;
}

/**
 * Reads what an XLSX says about itself.
 *
 * @throws TableFault `file_damaged` when parts that are named are not there.
 */
export async function readXlsxBook(zip: ZipParts): Promise<XlsxBook> {
  const root = await readRelations(zip, "");
  const main =
    [...root.values()].find((one) => one.type === "officeDocument")?.part ?? "xl/workbook.xml";
  const part = zip.has(main) ? main : "xl/workbook.xml";
  const relations = await readRelations(zip, part);
  const listed: { name: string; hidden: boolean; id: string }[] = [];
  let from1904 = false;
  await scanXml(zip.read(part), {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(?:1|true)$/u.test(attributes["date1904"] ?? "");
      if (name !== "sheet") return;
      listed.push({
        name: attributes["name"] ?? `Sheet ${listed.length + 1}`,
        hidden: /hidden/iu.test(attributes["state"] ?? ""),
        id:
          Object.entries(attributes).find(
            ([key, value]) => key.endsWith(":id") && relations.has(value),
          )?.[1] ??
          attribute(attributes, "id") ??
          "",
      });
    },
  });
  if (listed.length > mostSheets)
    throw damaged("The workbook has more sheets than a list can have.");
  const sheets = listed.flatMap(({ name, hidden, id }) => {
    const relation = relations.get(id);
    if (relation === undefined) throw damaged(`The workbook lacks its sheet '${name}'.`);
    // Charts and dialogs are sheets without cells.
    if (relation.type !== "worksheet") return [];
    if (!zip.has(relation.part)) throw damaged(`The workbook lacks its sheet '${name}'.`);
    return [{ name, hidden, part: relation.part }];
  });
  const find = (type: string): string | null => {
    const found = [...relations.values()].find((one) => one.type === type)?.part;
    return found !== undefined && zip.has(found) ? found : null;
  };
  const styles = find("styles");
  return {
    sheets,
    from1904,
    strings: find("sharedStrings"),
    looks: styles === null ? [] : await readLooks(zip, styles),
  };
}
