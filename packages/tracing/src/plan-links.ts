/**
 * Which products a disclosure speaks about, and how sure each link to a site is. The server and the command line ask
 * this one question of every disclosure; ids are made by the caller.
 */
import type {
  DisclosureRow,
  ReadDisclosure,
  Tier,
  TraceLinkFact,
  TraceLinkKind,
} from "@throughline/domain";
import {
  isSameBrand,
  matchProducts,
  type NamedProduct,
  type ProductMatch,
} from "./match-products.ts";
import { foldWords } from "./fold-words.ts";
import { listNames, say } from "./say.ts";

/** One row with the site it became; `siteId` is `null` when it names no place. */
export interface PlacedRow {
  readonly row: Pick<DisclosureRow, "flags" | "product" | "component" | "tier"> & {
    /** Read where the product's name does not surely tell which one is meant. */
    readonly partNumber?: string | null;
    /** From when and to when the site makes it; left out: not said. */
    readonly validFrom?: string | null;
    readonly validTo?: string | null;
  };
  readonly siteId: string | null;
  /** The row only names the brand's own company. */
  readonly brandOnly: boolean;
}

/** A disclosure that was read, and what was said about it. */
export interface LinkQuestion {
  /** What it is called in a note. */
  readonly title: string;
  readonly read: Pick<
    ReadDisclosure,
    "format" | "alternatives" | "truncated" | "foreignMarket" | "brand"
  >;
  readonly rows: readonly PlacedRow[];
  readonly products: readonly NamedProduct[];
  /** Products a person said it speaks about. */
  readonly productIds: readonly string[];
  readonly brand: string | null;
  readonly tier: Tier;
  /** What the declarer says of the places; `null`: as the source says. */
  readonly kind: "one_of" | "confirmed" | null;
  /** False for a list of which nobody said what it is about. */
  readonly scopeStated: boolean;
  /** Country of the buyer, to tell a foreign market from its own. */
  readonly buyerCountry: string | null;
  /** Makes the id of one set of alternatives; `set` is unlike for unlike sets of one disclosure. */
  readonly makeId: (set: string) => string;
  /** More links than this are not planned: the plan says so and holds none. Left out: no limit. */
  readonly most?: number;
}

export type PlannedLink = Pick<
  TraceLinkFact,
  | "productId"
  | "siteId"
  | "tier"
  | "component"
  | "kind"
  | "alternativesId"
  | "alternativesCount"
  | "caveat"
  | "validFrom"
  | "validTo"
>;

export interface LinkPlan {
  readonly links: readonly PlannedLink[];
  /** What a person should know about what was linked and what was not, in sentences. */
  readonly notes: readonly string[];
  /** True when there would have been more links than were asked for at most. */
  readonly tooMany: boolean;
}

/** Who says that the link is about this very product: the row, whoever gave the list, or nobody. */
const tellers = ["nobody", "whole list", "row"] as const;

interface Draft {
  readonly productId: string;
  readonly siteId: string | null;
  readonly tier: Tier;
  readonly component: string | null;
  readonly packer: boolean;
  readonly toldBy: (typeof tellers)[number];
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/**
 * Plans the links of a disclosure.
 *
 * - **Products**: those said; else those of the brand; else, where it was said to be about this contract, all. A row
 *   that names products is about those of them alone, and about none when they are none of these; a note says so.
 * - **Tier**: what the row says; a component's maker is no final assembly; a packer is logistics, never final assembly.
 * - **Candidates**: an importer or an office on a label is no place where the product may have been made, and gets no
 *   link; a warehouse named among the makers stays one of the places, counted and flagged.
 * - **Kind**: `one_of_n_possible` when the source names alternatives, whatever was asked, when it was asked for, and
 *   when several places are given for products without saying which; `confirmed` when asked for, when the row names
 *   the product, and for the one place of a list about the product; else `brand_level_only`: a list of a brand's sites
 *   does not say which of them makes this product.
 * - **Alternatives**: one set for each product, tier and component; its number counts every place named in it.
 *
 * @example planLinks({ ...question, read: { ...read, alternatives: true } }).links[0]?.kind // "one_of_n_possible"
 */
export function planLinks(question: LinkQuestion): LinkPlan {
  const { chosen, byHand, note } = chooseProducts(question);
  const drafts = new Map<string, Draft>();
  const matches = new Map<string, ProductMatch>();
  const unknown = new Set<string>();
  const unsure = new Set<string>();
  for (const placed of question.rows) {
    if (!isCandidate(question, placed)) continue;
    const named = findNamed(placed.row, chosen, matches);
    const words = placed.row.product ?? placed.row.partNumber ?? null;
    if (named !== null && words !== null) {
      if (named.products.length === 0) unknown.add(words);
      else if (!named.surely && !byHand) unsure.add(words);
    }
    const toldBy = named?.surely === true ? "row" : byHand ? "whole list" : "nobody";
    for (const product of named?.products ?? chosen)
      addDraft(drafts, {
        productId: product.id,
        siteId: placed.siteId,
        tier: tierOf(placed.row, question.tier),
        component: placed.row.component,
        packer: isPacker(placed),
        toldBy,
        validFrom: placed.row.validFrom ?? null,
        validTo: placed.row.validTo ?? null,
      });
    if (drafts.size > (question.most ?? Infinity))
      return { links: [], notes: note === null ? [] : [note], tooMany: true };
  }
  const notes = note === null ? [] : [note];
  if (unknown.size > 0 && chosen.length > 0)
    notes.push(sayTexts("link.note.product_unknown", unknown));
  if (unsure.size > 0 && question.kind !== "confirmed")
    notes.push(sayTexts("link.note.product_unsure", unsure));
  return {
    links: settleKinds(question, dropBrandNames([...drafts.values()])),
    notes,
    tooMany: false,
  };
}

function chooseProducts({ title, products, productIds, brand, read, scopeStated }: LinkQuestion): {
  chosen: readonly NamedProduct[];
  byHand: boolean;
  note: string | null;
} {
  if (productIds.length > 0) {
    const wanted = new Set(productIds);
    return { chosen: products.filter(({ id }) => wanted.has(id)), byHand: true, note: null };
  }
  if (products.length === 0) return { chosen: [], byHand: false, note: null };
  const said = brand ?? read.brand;
  if (said === null) {
    // A list of which nobody said what it is about can only be about the one thing there is.
    if (scopeStated || products.length === 1)
      return { chosen: products, byHand: false, note: null };
    return { chosen: [], byHand: false, note: say("link.note.scope_unknown", { title }).text };
  }
  const chosen = products.filter((product) => isSameBrand(product.brand, said));
  const note = chosen.length > 0 ? null : say("link.note.brand_unknown", { brand: said }).text;
  return { chosen, byHand: false, note };
}

function isPacker({ row }: PlacedRow): boolean {
  return row.flags.includes("packer");
}

function isCandidate({ read }: LinkQuestion, { row, siteId, brandOnly }: PlacedRow): boolean {
  if (siteId === null && !brandOnly) return false;
  return !(
    read.format === "label_text" &&
    row.flags.includes("not_manufacturing") &&
    !row.flags.includes("warehouse")
  );
}

function tierOf(row: PlacedRow["row"], stated: Tier): Tier {
  if (row.flags.includes("packer")) return "logistics";
  if (row.tier !== null) return row.tier;
  return row.component !== null && stated === "final_assembly" ? "component" : stated;
}

/** What a row's product column names, or its part number where that is surer; `null` when both name nothing ("", "—"). */
function findNamed(
  { product, partNumber }: PlacedRow["row"],
  chosen: readonly NamedProduct[],
  known: Map<string, ProductMatch>,
): ProductMatch | null {
  const byName = findText(product, chosen, known);
  if (byName?.surely === true) return byName;
  const byPart = findText(partNumber ?? null, chosen, known);
  return byPart?.surely === true || byName === null ? byPart : byName;
}

function findText(
  text: string | null,
  chosen: readonly NamedProduct[],
  known: Map<string, ProductMatch>,
): ProductMatch | null {
  if (text === null || foldWords(text) === "") return null;
  const found = known.get(text) ?? matchProducts(text, chosen);
  known.set(text, found);
  return found;
}

/** A link that two rows make is one, and as sure as the surer of them. */
function addDraft(drafts: Map<string, Draft>, draft: Draft): void {
  const key = [draft.productId, draft.siteId, draft.tier, draft.component].join("|");
  const there = drafts.get(key) ?? draft;
  const surer = tellers.indexOf(draft.toldBy) > tellers.indexOf(there.toldBy) ? draft : there;
  drafts.set(key, {
    ...surer,
    packer: there.packer && draft.packer,
    // Two periods become the one that holds both; an end that nobody said is open.
    validFrom: outermost(there.validFrom, draft.validFrom, (a, b) => a < b),
    validTo: outermost(there.validTo, draft.validTo, (a, b) => a > b),
  });
}

function outermost(
  a: string | null,
  b: string | null,
  isFurther: (a: string, b: string) => boolean,
): string | null {
  if (a === null || b === null) return null;
  return isFurther(a, b) ? a : b;
}

/** A brand's name without a place counts only where the source names no place for that product and tier. */
function dropBrandNames(drafts: readonly Draft[]): Draft[] {
  const keyOf = (draft: Draft): string => `${draft.productId}|${draft.tier}`;
  const placed = new Set(drafts.filter(({ siteId }) => siteId !== null).map(keyOf));
  return drafts.filter((draft) => draft.siteId !== null || !placed.has(keyOf(draft)));
}

/** Drafts that are alternatives of each other, if they are alternatives. */
function setOf(draft: Draft): string {
  return [draft.tier, draft.productId, draft.component ?? ""].join("/");
}

function countPlaces(drafts: readonly Draft[]): Map<string, number> {
  const places = new Map<string, Set<string>>();
  for (const draft of drafts) {
    if (draft.siteId === null) continue;
    const set = places.get(setOf(draft)) ?? new Set();
    places.set(setOf(draft), set.add(draft.siteId));
  }
  return new Map([...places].map(([set, sites]) => [set, sites.size]));
}

function settleKinds(question: LinkQuestion, drafts: readonly Draft[]): PlannedLink[] {
  const unspecified = countPlaces(drafts.filter(({ toldBy }) => toldBy === "whole list"));
  const kinds = drafts.map((draft) => kindOf(question, draft, unspecified));
  const possible = countPlaces(drafts.filter((_, index) => kinds[index] === "one_of_n_possible"));
  const ids = new Map([...possible.keys()].map((set) => [set, question.makeId(set)]));
  const caveat = sayCaveat(question);
  return drafts.map((draft, index) => {
    const kind = kinds[index] ?? "brand_level_only";
    const set = kind === "one_of_n_possible" ? setOf(draft) : "";
    const { productId, siteId, tier, component, validFrom, validTo } = draft;
    return {
      productId,
      siteId,
      tier,
      component,
      kind,
      alternativesId: ids.get(set) ?? null,
      alternativesCount: possible.get(set) ?? null,
      caveat,
      validFrom,
      validTo,
    };
  });
}

function kindOf(
  { read, kind }: LinkQuestion,
  draft: Draft,
  unspecified: ReadonlyMap<string, number>,
): TraceLinkKind {
  if (draft.siteId === null) return "brand_level_only";
  // "Made by one of the following. Packed by …": the alternatives are makers.
  if (!draft.packer && (read.alternatives || kind === "one_of")) return "one_of_n_possible";
  if (kind === "confirmed" || draft.toldBy === "row") return "confirmed";
  if (draft.toldBy === "nobody") return "brand_level_only";
  return (unspecified.get(setOf(draft)) ?? 0) > 1 ? "one_of_n_possible" : "confirmed";
}

function sayCaveat({ read, buyerCountry }: LinkQuestion): string | null {
  const sentences: string[] = [];
  if (read.truncated) sentences.push(say("link.caveat.truncated").text);
  if (read.foreignMarket !== null && read.foreignMarket !== buyerCountry)
    sentences.push(say("link.caveat.foreign_market", { market: read.foreignMarket }).text);
  return sentences.length === 0 ? null : sentences.join(" ");
}

function sayTexts(
  code: "link.note.product_unknown" | "link.note.product_unsure",
  texts: ReadonlySet<string>,
): string {
  const { list, more } = listNames(
    [...texts].map((text) => `'${text}'`),
    5,
  );
  return say(code, { texts: list, more }).text;
}
