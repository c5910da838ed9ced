/**
 * The typefaces a PDF is set in: Source Sans 3, shipped with us (SIL Open Font License 1.1, package
 * `@expo-google-fonts/source-sans-3` 0.4.1, 20 November 2026), and one each for scripts it lacks, where its package is
 * installed (all SIL Open Font License 1.1). Read once a process, the others only when a text needs them.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { readCoverage } from "./read-coverage.ts";

/** Of Source Sans 3. */
type HouseFace = "regular" | "italic" | "semibold" | "semibold_italic" | "bold";
/** Of another typeface, in one weight. */
type ScriptFace = "han" | "hangul" | "thai";
export type FaceName = HouseFace | ScriptFace;

export interface Typeface {
  readonly name: FaceName;
  readonly bytes: Uint8Array;
  readonly covers: ReadonlySet<number>;
}

export type Typefaces = Readonly<Record<HouseFace, Typeface>> &
  Readonly<Partial<Record<ScriptFace, Typeface>>>;

/** Those that may be installed: named apart, since nothing here depends on them. */
const others: Readonly<Record<ScriptFace, string>> = {
  han: "@expo-google-fonts/chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf",
  hangul: "@expo-google-fonts/nanum-gothic/400Regular/NanumGothic_400Regular.ttf",
  thai: "@expo-google-fonts/noto-sans-thai/400Regular/NotoSansThai_400Regular.ttf",
};

/** Where each stands. */
const addresses: Readonly<Record<FaceName, () => string>> = {
  regular: () =>
    import.meta.resolve("@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf"),
  italic: () =>
    import.meta
      .resolve("@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf"),
  semibold: () =>
    import.meta.resolve("@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf"),
  semibold_italic: () =>
    import.meta
      .resolve("@expo-google-fonts/source-sans-3/600SemiBold_Italic/SourceSans3_600SemiBold_Italic.ttf"),
  bold: () =>
    import.meta.resolve("@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf"),
  han: () => import.meta.resolve(others.han),
  hangul: () => import.meta.resolve(others.hangul),
  thai: () => import.meta.resolve(others.thai),
};

/** In the order in which they are asked for a sign that Source Sans 3 lacks. */
export const scriptFaces: readonly ScriptFace[] = ["thai", "hangul", "han"];

async function readFace(name: FaceName): Promise<Typeface> {
  const bytes = new Uint8Array(await readFile(fileURLToPath(addresses[name]())));
  return { name, bytes, covers: readCoverage(bytes) };
}

function isInstalled(name: ScriptFace): boolean {
  try {
    return addresses[name]() !== "";
  } catch {
    return false;
  }
}

const loaded = new Map<FaceName, Promise<Typeface>>();

function face(name: FaceName): Promise<Typeface> {
  const known = loaded.get(name) ?? readFace(name);
  loaded.set(name, known);
  return known;
}

/**
 * The faces a text needs: Source Sans 3 (some 1.6 MB), and those for other scripts where it has signs of theirs and they are
 * installed.
 *
 * @example
 * await readTypefaces("Łódź"); // nothing but Source Sans 3
 */
export async function readTypefaces(text: string): Promise<Typefaces> {
  const [regular, italic, semibold, semiboldItalic, bold] = await Promise.all([
    face("regular"),
    face("italic"),
    face("semibold"),
    face("semibold_italic"),
    face("bold"),
  ]);
  const own = { regular, italic, semibold, semibold_italic: semiboldItalic, bold };
  const missing = new Set([...text].filter((one) => !regular.covers.has(one.codePointAt(0) ?? 0)));
  if (![...missing].some((one) => /\p{L}/u.test(one))) return own;
  const more = await Promise.all(scriptFaces.filter(isInstalled).map(face));
  return { ...own, ...Object.fromEntries(more.map((one) => [one.name, one])) };
}
