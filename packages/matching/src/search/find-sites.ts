import { parseOsId, parseSiteId } from "@throughline/domain";
import { expandReading } from "./expand-word.ts";
import { findWords, type FoundWord, type Plan } from "./find-words.ts";
import { readQuery } from "./read-query.ts";
import { type Filter, nearlyFrom, scanRecords } from "./scan-records.ts";
import { Page, type Rank } from "./rank-page.ts";
import { packCountry, plainIdentifier, type SearchIndex } from "./search-index.ts";

/** A site that was found. */
export interface SearchHit extends Rank {
  /** It has a word only nearly as typed. */
  readonly nearly: boolean;
  /** It was found by an identifier. */
  readonly byId: boolean;
  /** Where they were asked for. */
  readonly words: readonly FoundWord[];
}

export interface SearchWanted {
  readonly limit: number;
  /** Looks for words with slips too. */
  readonly nearly: boolean;
  /** Says of each hit which words were found. */
  readonly withWords?: boolean;
  /** Only what comes after this. */
  readonly after?: Rank | null;
  /** Weights of the answer this one goes on from, so that all pages have one order. */
  readonly weights?: readonly (readonly number[])[] | null;
  readonly country?: string | undefined;
  /** Ids that alone may be found, and ids that may not. */
  readonly only?: ReadonlySet<string> | null;
  readonly except?: ReadonlySet<string> | null;
  /** Leaves out those of which only names stand here; and those that can stand in no other index. */
  readonly ownOnly?: boolean;
  readonly sharedOnly?: boolean;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** How many have every word as typed, as a beginning or in another form; and how many more have one nearly so. */
  readonly asTyped: number;
  readonly nearly: number;
  readonly weights: readonly (readonly number[])[];
}

/**
 * Finds sites in one index or several at once (a site that several hold is told once where it is marked as shared in all but the last). An identifier alone finds what carries it.
 *
 * Order: of what carries an identifier, by the index it stands in. Of words, fewer slips; then the sum over the typed words of weight × worth, where the weight is log2 of the share of records
 * without the word and the worth goes from an exact word at the beginning of a name down to the beginning of a word in an
 * address; then shorter names; then a number of the id.
 *
 * @example findSites([buildSearchIndex([{ id: "a", name: "BOE Technology" }])], "京东方", { limit: 5, nearly: true }).hits[0]?.id // → "a"
 */
export function findSites(
  indexes: readonly SearchIndex[],
  text: string,
  wanted: SearchWanted,
): SearchAnswer {
  for (const index of indexes) index.settle();
  const byId = findIdentified(indexes, text, wanted);
  if (byId !== null) return byId;
  const [first] = indexes;
  const readings = first === undefined ? [] : readQuery(first.reader, text);
  const live = indexes.reduce((sum, index) => sum + index.live, 0);
  const weights: (readonly number[])[] = [];
  const page = new Page(wanted.limit, wanted.after ?? null);
  const plans = readings.map((reading, at): Plan => {
    const expansions = indexes.map((index) => expandReading(index, reading, wanted.nearly));
    const own =
      wanted.weights?.[at] ??
      reading.map((_, word) => {
        const frequency = expansions.reduce((sum, one) => sum + (one[word]?.frequency ?? 0), 0);
        return weightOf(frequency, live);
      });
    weights.push(own);
    return { reading, expansions, weights: own };
  });
  const count = { asTyped: 0, nearly: 0 };
  const tell: Tell = (index, ordinal, order) => {
    if (order < nearlyFrom) count.asTyped += 1;
    else count.nearly += 1;
    page.offer(index, ordinal, order);
  };
  searchEach(indexes, plans, wanted, tell);
  const words = wanted.withWords === true ? findWords(indexes, plans, page.entries) : noWords;
  const hits = page.entries.map(({ order, tie, id }) => ({
    order,
    tie,
    id,
    nearly: order >= nearlyFrom,
    byId: false,
    words: words.get(id) ?? [],
  }));
  return { hits, ...count, weights };
}

const noWords: ReadonlyMap<string, readonly FoundWord[]> = new Map();
type Tell = (index: SearchIndex, ordinal: number, order: number) => void;

/** Searches one index after the other; a site that several hold is told once, by the one that suits it best. */
function searchEach(
  indexes: readonly SearchIndex[],
  plans: readonly Plan[],
  wanted: SearchWanted,
  tell: Tell,
): void {
  const waiting = new Map<string, { index: SearchIndex; ordinal: number; order: number }>();
  const last = indexes.length - 1;
  for (const [at, index] of indexes.entries()) {
    // Those found before by their numbers here: looked up once, not for each that is found.
    const found = new Map([...waiting.keys()].map((id) => [index.ordinalOf(id), id]));
    const filter = readFilter(index, wanted);
    if (at === last && waiting.size === 0) {
      scanPlans(index, plans, at, filter, (ordinal, order) => tell(index, ordinal, order));
      continue;
    }
    scanPlans(index, plans, at, filter, (ordinal, order) => {
      const id =
        found.get(ordinal) ??
        (at < last && index.isShared(ordinal) ? index.idOf(ordinal) : undefined);
      if (id === undefined) {
        tell(index, ordinal, order);
        return;
      }
      const before = waiting.get(id);
      if (before === undefined || order < before.order) waiting.set(id, { index, ordinal, order });
    });
  }
  for (const { index, ordinal, order } of waiting.values()) tell(index, ordinal, order);
}

/** Read in several ways, a site is told once, by the reading that suits it best. */
function scanPlans(
  index: SearchIndex,
  plans: readonly Plan[],
  at: number,
  filter: Filter,
  tell: (ordinal: number, order: number) => void,
): void {
  const [only] = plans;
  if (plans.length === 1 && only !== undefined) {
    scanRecords(index, only.expansions[at] ?? [], only.weights, filter, tell);
    return;
  }
  const ordinals: number[] = [];
  const { orders } = index.scratch();
  for (const plan of plans)
    scanRecords(index, plan.expansions[at] ?? [], plan.weights, filter, (ordinal, order) => {
      const before = orders[ordinal] ?? 0;
      if (before === 0) ordinals.push(ordinal);
      if (before === 0 || order < before) orders[ordinal] = order;
    });
  for (const ordinal of ordinals) {
    const order = orders[ordinal] ?? 0;
    orders[ordinal] = 0;
    tell(ordinal, order);
  }
}

/** 1 for a word that most records have, up to 24 for one that hardly any has. */
function weightOf(frequency: number, live: number): number {
  return Math.max(1, Math.min(24, Math.round(Math.log2((live + 1) / (frequency + 0.5)))));
}

function findIdentified(
  indexes: readonly SearchIndex[],
  text: string,
  wanted: SearchWanted,
): SearchAnswer | null {
  const plain = plainIdentifier(text);
  const [site, os] = [parseSiteId(text), parseOsId(text)];
  // A word is no identifier: one has a digit, and hardly any blank.
  if (!site.ok && !os.ok && (!/\d/.test(plain) || plain.length < 6 || /\s.*\s.*\s/.test(text)))
    return null;
  const values = new Set([
    plain,
    ...[site, os].flatMap((read) => (read.ok ? [plainIdentifier(read.value)] : [])),
  ]);
  const page = new Page(wanted.limit, wanted.after ?? null);
  const found = new Set<string>();
  for (const [at, index] of indexes.entries()) {
    const filter = readFilter(index, wanted);
    for (const ordinal of [...values].flatMap((value) => index.ordinalsOf(value))) {
      const id = index.idOf(ordinal);
      if (found.has(id) || (filter !== null && !filter(ordinal))) continue;
      found.add(id);
      page.offer(index, ordinal, at);
    }
  }
  if (found.size === 0) return null;
  const hits = page.entries.map(({ id, order, tie }) => ({
    id,
    order,
    tie,
    nearly: false,
    byId: true,
    words: [],
  }));
  return { hits, asTyped: found.size, nearly: 0, weights: [] };
}

function readFilter(index: SearchIndex, wanted: SearchWanted): Filter {
  const country = packCountry(wanted.country);
  const [only, except] = [wanted.only, wanted.except].map((ids) =>
    ids == null ? null : new Set([...ids].map((id) => index.ordinalOf(id))),
  );
  const ownOnly = wanted.ownOnly === true;
  const sharedOnly = wanted.sharedOnly === true;
  if (wanted.country === undefined && only == null && except == null && !ownOnly && !sharedOnly)
    return null;
  return (ordinal) =>
    (wanted.country === undefined || index.countries[ordinal] === country) &&
    (only == null || only.has(ordinal)) &&
    (except == null || !except.has(ordinal)) &&
    !(ownOnly && index.isForeign(ordinal)) &&
    !(sharedOnly && !index.isShared(ordinal));
}
