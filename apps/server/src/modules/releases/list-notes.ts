/** What whoever releases should know: what is missing, what is masked, what is old. Pure. */
import type { IsoDate, ReleaseSnapshot, Sentence } from "@throughline/domain";
import { yearBefore, type OwnRecord } from "../record/index.ts";
import { sayRelease } from "./release-texts.en.ts";
import type { ReleaseRow } from "./releases.store.ts";

const mostNamed = 3;

function nameSome(names: readonly string[]): { list: string; more: number } {
  return {
    list: names.slice(0, mostNamed).join("; "),
    more: Math.max(0, names.length - mostNamed),
  };
}

export interface NoteQuestion {
  readonly snapshot: ReleaseSnapshot;
  readonly record: OwnRecord;
  /** Ids of the record's sites that go out masked. */
  readonly masked: ReadonlySet<string>;
  readonly before: ReleaseSnapshot | null;
  readonly productsAsked: number;
  readonly sitesInRecord: number;
  readonly sources: readonly { readonly release: ReleaseRow; readonly sites: number }[];
  readonly today: IsoDate;
}

/** Notes in the order in which they matter. */
export function listNotes(question: NoteQuestion): Sentence[] {
  const { content } = question.snapshot;
  if (content.sites.length + content.products.length + content.answers.length === 0)
    return [sayRelease("note.empty")];
  return [
    ...noteUnanswered(question),
    ...noteMasking(question),
    ...noteSources(question),
    ...noteAge(question),
  ];
}

function noteUnanswered({
  snapshot,
  productsAsked: asked,
  sitesInRecord,
}: NoteQuestion): Sentence[] {
  const { content, answersFor } = snapshot;
  const notes: Sentence[] = [];
  const unmapped = asked - new Set(answersFor.map(({ askedKey }) => askedKey)).size;
  const everything = content.answers.some(({ productKey }) => productKey === null);
  if (unmapped > 0) notes.push(sayRelease("note.unmapped", { open: unmapped, asked }));
  const said = new Set([
    ...content.links.map(({ productKey }) => productKey),
    ...content.answers.flatMap(({ productKey }) => productKey ?? []),
  ]);
  const open = answersFor.filter(({ productKey }) => !said.has(productKey)).length;
  if (open > 0 && !everything) notes.push(sayRelease("note.unanswered", { open, asked }));
  const sites = sitesInRecord - content.sites.length;
  if (sites > 0) notes.push(sayRelease("note.unlinked", { sites }));
  return notes;
}

function noteMasking({ snapshot, record, masked, before }: NoteQuestion): Sentence[] {
  const { content } = snapshot;
  const hidden = new Map(
    content.sites.flatMap((site) => (site.masked === null ? [] : [[site.key, site]])),
  );
  if (hidden.size === 0) return [];
  const notes = [sayRelease("note.masked", { sites: hidden.size })];
  const families = new Map(content.products.map(({ key, family }) => [key, family]));
  const assembled = new Set(
    content.links.flatMap(({ tier, siteKey, productKey }) =>
      tier === "final_assembly" && hidden.has(siteKey) ? (families.get(productKey) ?? []) : [],
    ),
  );
  if (assembled.size > 0) {
    const { list: products, more } = nameSome([...assembled]);
    notes.push(sayRelease("note.masked_assembly", { products, more }));
  }
  const known = new Set(
    before?.content.sites.flatMap(({ key, masked: was }) => (was === null ? [key] : [])),
  );
  const named = record.content.sites.filter(({ key }) => masked.has(key) && known.has(key));
  if (named.length > 0) {
    const { list: names, more } = nameSome(named.map(({ name }) => name));
    notes.push(sayRelease("note.named_before", { names, more }));
  }
  return notes;
}

function noteSources({ sources }: NoteQuestion): Sentence[] {
  return sources.flatMap(({ release, sites }) =>
    release.withdrawn_at === null
      ? []
      : [
          sayRelease("note.source_withdrawn", {
            sites,
            supplier: release.supplier_name,
            on: release.withdrawn_at.toISOString().slice(0, 10),
          }),
        ],
  );
}

function noteAge({ snapshot, today }: NoteQuestion): Sentence[] {
  const since = yearBefore(today);
  const sites = snapshot.content.sites.filter(
    ({ confirmedOn }) => confirmedOn === null || confirmedOn < since,
  ).length;
  return sites === 0 ? [] : [sayRelease("note.unconfirmed", { sites })];
}
