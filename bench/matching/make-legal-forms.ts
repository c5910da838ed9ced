/**
 * Writes `packages/matching/src/data/legal-forms.json` from the development data: each alias folded to Latin words; aliases in
 * unspaced scripts are kept in their own. Run: `node bench/matching/make-legal-forms.ts` with `../shared` beside the project.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { foldLatin } from "../../packages/matching/src/engine/text/fold-latin.ts";

const forms: unknown = JSON.parse(
  readFileSync(new URL("../../../shared/matching/legal_forms.json", import.meta.url), "utf8"),
);
const latin = new Set<string>();
const unspaced = new Set<string>();
if (!Array.isArray(forms)) throw new Error("legal_forms.json holds no list.");
for (const form of forms as readonly Record<string, unknown>[]) {
  const aliases = [form["aliases"], form["display"], form["compare"]].flat();
  for (const alias of aliases) {
    if (typeof alias !== "string") continue;
    if (
      /[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(
        alias,
      )
    ) {
      unspaced.add(alias.normalize("NFKC").replaceAll(/[\s()]/gu, ""));
      continue;
    }
    const folded = foldLatin(alias).trim();
    if (folded.length > 1 && folded.length < 60) latin.add(folded);
  }
}
const text = {
  origin: "opensanctions/rigour, aliases of 466 legal forms, folded to Latin words",
  licence: "MIT",
  edition: "2026-11-20",
  latin: [...latin].toSorted(),
  unspaced: [...unspaced].toSorted(),
};
writeFileSync(
  new URL("../../packages/matching/src/data/legal-forms.json", import.meta.url),
  `${JSON.stringify(text, null, 2)}\n`,
);
