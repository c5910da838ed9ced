/** Type-ahead over names, other names, addresses and ids, within the scope. */
import type { SiteSuggestion } from "@throughline/contract";
import { printSiteId } from "@throughline/domain";
import { markText } from "@throughline/matching";
import type { Work } from "../../platform/api.ts";
import { wordReader } from "./scope-index/search-structure.ts";
import { type FoundSite, searchScope } from "./search-scope.ts";
import { findOtherNames, type OtherName } from "./site-search.store.ts";

const mostSuggested = 10;
const everywhere = {
  country: undefined,
  contractId: undefined,
  screening: undefined,
  scope: undefined,
};

/** At most ten sites, best first, each with what of it was found. */
export async function suggestSites(work: Work, text: string): Promise<SiteSuggestion[]> {
  const { sites } = await searchScope(work, {
    text,
    filter: everywhere,
    limit: mostSuggested,
    after: null,
    enough: mostSuggested,
    withWords: true,
  });
  const found = sites.slice(0, mostSuggested);
  const byOther = found.filter((site) => site.hit.id !== site.row.id || hasOtherName(site));
  const others = await findOtherNames(
    work,
    byOther.map(({ row }) => row.id),
  );
  return found.map((site) => suggest(site, others));
}

/** True when it was found by words that its own name and address may lack. */
function hasOtherName({ hit }: FoundSite): boolean {
  return hit.words.some(({ where }) => where === "alias");
}

function suggest({ row, hit }: FoundSite, others: readonly OtherName[]): SiteSuggestion {
  const inNames = hit.words.filter(({ where }) => where !== "address");
  const inAddress = hit.words.filter(({ where }) => where === "address");
  const reader = wordReader();
  const name = markText(reader, row.name, inNames);
  const other = others
    .filter(({ siteId, name: text }) => siteId === row.id && text !== row.name)
    .map(({ name: text }) => ({ text, marks: markText(reader, text, inNames) }))
    .toSorted((a, b) => lengthOf(b.marks) - lengthOf(a.marks))[0];
  return {
    id: row.id,
    publicId: printSiteId(row.public_id),
    name: row.name,
    address: row.address,
    country: row.country,
    found: {
      id: hit.byId,
      nearly: hit.nearly,
      name: copy(name),
      address: copy(row.address === null ? [] : markText(reader, row.address, inAddress)),
      otherName:
        other !== undefined && lengthOf(other.marks) > lengthOf(name)
          ? { text: other.text, marks: copy(other.marks) }
          : null,
    },
  };
}

function lengthOf(marks: readonly (readonly [number, number])[]): number {
  return marks.reduce((sum, [from, to]) => sum + to - from, 0);
}

function copy(marks: readonly (readonly [number, number])[]): [number, number][] {
  return marks.map(([from, to]) => [from, to]);
}
