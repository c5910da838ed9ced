/** Looks for the names of masked sites in everything else a release says. */
import type { RecordSite, ReleaseSnapshot, Sentence } from "@throughline/domain";
import { foldText, normaliseName } from "@throughline/matching";
import { sayRelease } from "./release-texts.en.ts";

/** `refusals`: the release would say who a masked site is. `notes`: perhaps, a person should look. */
export interface Leaks {
  readonly refusals: readonly Sentence[];
  readonly notes: readonly Sentence[];
}

/** Shorter names stand inside other words. */
const shortestName = 5;
/** Scripts that set no blanks between words, or hang particles on names: a name is looked for inside, and says more a sign. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const shortestUnspaced = 3;
const mostNamed = 20;

interface Secret {
  readonly name: string;
  readonly whole: string;
  /** The name without its legal form. */
  readonly bare: string;
}

/**
 * Compares the sites that were masked (as the record has them) with the snapshot's other words. A name inside an answer,
 * a component or the words for who keeps an identity is refused; the same name as a product, supplier or another site is
 * noted, because a company may make several things at several places.
 *
 * @param maskedSuppliers whose releases masked sites were taken over from: their names are refused alike, unless the
 * release names them openly (as a brand, or as who keeps an identity)
 */
export function findLeaks(
  snapshot: ReleaseSnapshot,
  maskedSites: readonly RecordSite[],
  maskedSuppliers: readonly string[] = [],
): Leaks {
  // What came masked has a label for a name: nothing to give away.
  const hidden = maskedSites.filter(({ masked }) => masked === null);
  if (hidden.length === 0) return { refusals: [], notes: [] };
  const secrets = hidden.map(({ name }) => secretOf(name));
  const open = openWordsOf(snapshot);
  const companies = [...new Set(maskedSuppliers)]
    .map(secretOf)
    .filter((secret) => !open.some((folded) => names(folded, secret)));
  const said = wordsOf(snapshot);
  const refusals: Sentence[] = [];
  for (const secret of [...secrets, ...companies]) {
    const found = said.find(({ folded }) => names(folded, secret));
    if (found !== undefined)
      refusals.push(sayRelease("leak", { name: secret.name, where: found.where }));
  }
  const rows = new Set(
    snapshot.content.sites.flatMap((site) => (site.masked === null ? [rowOf(site)] : [])),
  );
  for (const site of hidden)
    if (rows.has(rowOf(site)))
      refusals.push(
        sayRelease("leak", { name: site.name, where: sayRelease("where.same_row").text }),
      );
  return {
    refusals: refusals.slice(0, mostNamed),
    notes: noteNames(snapshot, secrets).slice(0, mostNamed),
  };
}

function secretOf(name: string): Secret {
  return { name, whole: foldText(name), bare: normaliseName(name) };
}

/** Companies that the release means to name. */
function openWordsOf({ supplier, onBehalfOf, content }: ReleaseSnapshot): string[] {
  return [
    supplier.name,
    onBehalfOf ?? "",
    ...content.products.map(({ brand }) => brand),
    ...content.sites.flatMap(({ masked }) => masked?.keptBy ?? []),
  ].map((text) => ` ${foldText(text)} `);
}

function wordsOf({ content }: ReleaseSnapshot): { folded: string; where: string }[] {
  const words: { text: string; where: string }[] = [];
  for (const { saidBy, reason, document } of content.answers) {
    const where = sayRelease("where.answer", { text: reason.slice(0, 60) }).text;
    for (const text of [saidBy, reason, document]) if (text !== null) words.push({ text, where });
  }
  const keepers = new Set(
    content.sites.flatMap(({ masked }) => (masked === null ? [] : [masked.keptBy])),
  );
  for (const text of keepers)
    words.push({ text, where: sayRelease("where.kept_by", { text }).text });
  const components = new Set(content.links.flatMap(({ component }) => component ?? []));
  for (const text of components)
    words.push({ text, where: sayRelease("where.component", { text }).text });
  return words.map(({ text, where }) => ({ folded: ` ${foldText(text)} `, where }));
}

function names(folded: string, { whole, bare }: Secret): boolean {
  return [whole, bare].some((name) =>
    unspaced.test(name)
      ? name.length >= shortestUnspaced && folded.includes(name)
      : name.length >= shortestName && folded.includes(` ${name} `),
  );
}

function rowOf({ name, address, country }: RecordSite): string {
  return [foldText(name), foldText(address ?? ""), country ?? ""].join("|");
}

function noteNames(snapshot: ReleaseSnapshot, secrets: readonly Secret[]): Sentence[] {
  const places = new Map<string, string>();
  const say = (text: string, where: string): void => void places.set(normaliseName(text), where);
  say(snapshot.supplier.name, sayRelease("where.supplier").text);
  if (snapshot.onBehalfOf !== null) say(snapshot.onBehalfOf, sayRelease("where.behalf").text);
  for (const { brand, family } of snapshot.content.products)
    say(brand, sayRelease("where.product", { text: `${brand} ${family}` }).text);
  for (const site of snapshot.content.sites)
    if (site.masked === null) say(site.name, sayRelease("where.site", { text: site.name }).text);
  return secrets.flatMap(({ name, bare }) => {
    const where = bare === "" ? undefined : places.get(bare);
    return where === undefined ? [] : [sayRelease("note.masked_name_elsewhere", { name, where })];
  });
}
