/**
 * The typefaces a PDF is set in: Source Sans 3, shipped with us (SIL Open Font License 1.1, package
 * `@expo-google-fonts/source-sans-3` 0.4.1, 20 November 2026). Read once a process.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readCoverage } from "./read-coverage.ts";

export type FaceName = "regular" | "italic" | "semibold" | "semibold_italic" | "bold";

export interface Typeface {
  readonly name: FaceName;
  readonly bytes: Uint8Array;
  readonly covers: ReadonlySet<number>;
}

const files: Readonly<Record<FaceName, string>> = {
  regular: "400Regular/SourceSans3_400Regular.ttf",
  italic: "400Regular_Italic/SourceSans3_400Regular_Italic.ttf",
  semibold: "600SemiBold/SourceSans3_600SemiBold.ttf",
  semibold_italic: "600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf",
  bold: "700Bold/SourceSans3_700Bold.ttf",
};

async function readFace(name: FaceName): Promise<Typeface> {
  const address = import.meta.resolve(`@expo-google-fonts/source-sans-3/${files[name]}`);
  const bytes = new Uint8Array(await readFile(fileURLToPath(address)));
  return { name, bytes, covers: readCoverage(bytes) };
}

export type Typefaces = Readonly<Record<FaceName, Typeface>>;

let loaded: Promise<Typefaces> | undefined;

async function readAll(): Promise<Typefaces> {
  const [regular, italic, semibold, semiboldItalic, bold] = await Promise.all([
    readFace("regular"),
    readFace("italic"),
    readFace("semibold"),
    readFace("semibold_italic"),
    readFace("bold"),
  ]);
  return { regular, italic, semibold, semibold_italic: semiboldItalic, bold };
}

/** All faces, some 1.6 MB. */
export function readTypefaces(): Promise<Typefaces> {
  loaded ??= readAll();
  return loaded;
}
