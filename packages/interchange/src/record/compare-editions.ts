/**
 * Compares two editions of a published supplier list: who is in both, who was added, who is no longer there, who was
 * perhaps renamed. Editions name companies as they please and seldom give the same columns, so companies are compared,
 * with the countries they are listed in.
 *
 * **Rules.** Two entries are the same company when their names agree without case, blanks, punctuation and the words of
 * a legal form ("3M Company", "3M"). One that stands only in the later edition was *perhaps* renamed from one that
 * stands only in the earlier when they share a country and (in this order) begin with the same words, or the later is
 * made of the earlier's initials ("AGC", "Asahi Glass Co."), or one's first word begins the other's ("Flex",
 * "Flextronics"). The candidates that agree in most words are named, all of them: which it was, a person knows.
 */
import { companyKey } from "./compare-records.ts";

/** One row of an edition, as far as it counts here. */
export interface EditionEntry {
  readonly name: string;
  readonly country: string | null;
}

/** A company of an edition with the countries it is listed in, sorted. */
export interface EditionCompany {
  readonly name: string;
  readonly countries: readonly string[];
}

/** What differs between two editions. Sorted by name. */
export interface EditionDifferences {
  readonly both: readonly {
    readonly before: string;
    readonly after: string;
    readonly countriesAdded: readonly string[];
    readonly countriesGone: readonly string[];
  }[];
  readonly added: readonly EditionCompany[];
  /** Not in the later edition; where that is an excerpt, it says nothing more. */
  readonly gone: readonly EditionCompany[];
  readonly perhapsRenamed: readonly {
    readonly after: string;
    /** One of these, where it was renamed at all. */
    readonly before: readonly string[];
    readonly because: "same_first_words" | "initials" | "beginning_of_name";
  }[];
}

const leastLetters = 4;

interface Company extends EditionCompany {
  readonly key: string;
  readonly words: readonly string[];
}

function collect(entries: readonly EditionEntry[]): Map<string, Company> {
  const companies = new Map<string, { name: string; countries: Set<string> }>();
  for (const { name, country } of entries) {
    const key = companyKey(name);
    if (key === "") continue;
    const known = companies.get(key) ?? { name, countries: new Set() };
    if (country !== null) known.countries.add(country);
    companies.set(key, known);
  }
  return new Map(
    [...companies].map(([key, { name, countries }]) => [
      key,
      {
        key,
        name,
        countries: [...countries].toSorted(),
        words: name
          .toLowerCase()
          .split(/[^\p{L}\p{N}]+/u)
          .filter((word) => word !== ""),
      },
    ]),
  );
}

function shareCountry(a: Company, b: Company): boolean {
  return (
    a.countries.length === 0 ||
    b.countries.length === 0 ||
    a.countries.some((country) => b.countries.includes(country))
  );
}

type Because = EditionDifferences["perhapsRenamed"][number]["because"];

/** How much two names agree, more is better; 0 not at all. */
function likeness(before: Company, after: Company): { score: number; because: Because } {
  let same = 0;
  while (same < before.words.length && before.words[same] === after.words[same]) same += 1;
  if (same > 0) return { score: 2 + same, because: "same_first_words" };
  const [one = "", other = ""] = [before.words[0], after.words[0]];
  const initials = before.words.map((word) => word.charAt(0)).join("");
  if (other.length >= 3 && initials.startsWith(other)) return { score: 2, because: "initials" };
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= leastLetters && long.startsWith(short)
    ? { score: 1, because: "beginning_of_name" }
    : { score: 0, because: "beginning_of_name" };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/**
 * What differs between two editions of a list, by the rules above. Pure; the order of the rows does not matter but for
 * which spelling of a name is shown (the first).
 *
 * @example compareEditions([{ name: "3M Company", country: "US" }], [{ name: "3M", country: "JP" }]).both[0]?.countriesAdded // → ["JP"]
 */
export function compareEditions(
  before: readonly EditionEntry[],
  after: readonly EditionEntry[],
): EditionDifferences {
  const [old, now] = [collect(before), collect(after)];
  const gone = [...old.values()].filter(({ key }) => !now.has(key)).toSorted(byName);
  const added = [...now.values()].filter(({ key }) => !old.has(key)).toSorted(byName);
  const bare = ({ name, countries }: Company): EditionCompany => ({ name, countries });
  return {
    both: [...now.values()].toSorted(byName).flatMap((company) => {
      const stood = old.get(company.key);
      if (stood === undefined) return [];
      return [
        {
          before: stood.name,
          after: company.name,
          countriesAdded: company.countries.filter((one) => !stood.countries.includes(one)),
          countriesGone: stood.countries.filter((one) => !company.countries.includes(one)),
        },
      ];
    }),
    added: added.map(bare),
    gone: gone.map(bare),
    perhapsRenamed: added.flatMap((company) => {
      const candidates = gone
        .filter((one) => shareCountry(one, company))
        .map((one) => ({ name: one.name, ...likeness(one, company) }))
        .filter(({ score }) => score > 0);
      const best = Math.max(0, ...candidates.map(({ score }) => score));
      const named = candidates.filter(({ score }) => score === best);
      const first = named[0];
      return first === undefined
        ? []
        : [{ after: company.name, before: named.map(({ name }) => name), because: first.because }];
    }),
  };
}
