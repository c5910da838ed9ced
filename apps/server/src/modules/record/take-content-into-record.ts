/** Makes the record what a filled-in workbook says: adds, changes and takes out; only what differs is written. */
import { randomUUID } from "node:crypto";
import type { RecordAnswer, RecordContent, RecordLink, RecordSite } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { readRecordContent } from "./read-record-content.ts";
import { recountAsked } from "./recount-asked.ts";
import { rowKeyOf } from "./record.policy.ts";
import {
  deleteLinks,
  insertAnswer,
  markAnswerRemoved,
  upsertLinks,
  type LinkName,
} from "./record-links.store.ts";
import {
  insertProduct,
  markProductRemoved,
  readProducts,
  updateProduct,
} from "./record-products.store.ts";
import { insertSites, markSiteRemoved, readSites, updateSite } from "./record-sites.store.ts";

export interface ContentTaken {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/**
 * Takes a whole content. Keys that are row ids of the record name those rows; any other key is a new row. What the
 * content does not name is taken out, and can be put back. A row that came masked keeps what was attested.
 */
export async function takeContentIntoRecord(
  work: Work,
  content: RecordContent,
): Promise<ContentTaken> {
  const counts = { added: 0, changed: 0, removed: 0 };
  const before = await readRecordContent(work);
  const siteIds = await takeSites(work, content.sites, counts);
  const productIds = await takeProducts(work, content, counts);
  await takeLinks(work, content.links, before.content.links, siteIds, productIds, counts);
  await takeAnswers(work, content.answers, before.content.answers, productIds, counts);
  await recordAudit(work, {
    action: "take-workbook",
    subjectKind: "record",
    subjectId: work.actor.organisationId,
    after: counts,
  });
  await recountAsked(work);
  return counts;
}

type Counts = { added: number; changed: number; removed: number };

async function takeSites(
  work: Work,
  sites: readonly RecordSite[],
  counts: Counts,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map((await readSites(work)).map((site) => [site.id, site]));
  const idOf = new Map<string, string>();
  const added: Parameters<typeof insertSites>[1][number][] = [];
  for (const site of sites) {
    const { key, masked: _, name, address, country, latitude, longitude, osId, workers } = site;
    const values = { name, address, country, latitude, longitude, osId, workers };
    const there = kept.get(key);
    const rowKey = rowKeyOf(values);
    if (there === undefined) {
      const id = randomUUID();
      idOf.set(key, id);
      added.push({
        ...values,
        id,
        rowKey,
        flags: [],
        maskedAs: null,
        confirmedOn: site.confirmedOn ?? work.today,
      });
      continue;
    }
    idOf.set(key, key);
    kept.delete(key);
    const confirmedOn = site.confirmedOn;
    const same =
      Object.entries(values).every(([field, value]) => Reflect.get(there, field) === value) &&
      confirmedOn === there.confirmedOn;
    if (same) continue;
    // Identity that was typed in here is not what another's release attested.
    const attested = address === null ? there.attested : null;
    await updateSite(work, { ...there, ...values, rowKey, attested, confirmedOn }, there.version);
    counts.changed += 1;
  }
  await insertSites(work, added);
  for (const id of kept.keys()) if (await markSiteRemoved(work, id, true)) counts.removed += 1;
  counts.added += added.length;
  return idOf;
}

async function takeProducts(
  work: Work,
  { products }: RecordContent,
  counts: Counts,
): Promise<ReadonlyMap<string, string>> {
  const kept = new Map((await readProducts(work)).map((product) => [product.id, product]));
  const named = new Set(products.map(({ key }) => key));
  // First taken out, then added: a product typed anew must not meet its old self.
  for (const id of kept.keys())
    if (!named.has(id) && (await markProductRemoved(work, id))) counts.removed += 1;
  const idOf = new Map<string, string>();
  for (const { key, ...product } of products) {
    const there = kept.get(key);
    if (there === undefined) {
      idOf.set(key, await insertProduct(work, product));
      counts.added += 1;
      continue;
    }
    idOf.set(key, key);
    const same =
      there.brand === product.brand &&
      there.family === product.family &&
      there.partNumbers.join("\n") === product.partNumbers.join("\n");
    if (same) continue;
    await updateProduct(work, key, there.version, product);
    counts.changed += 1;
  }
  return idOf;
}

async function takeLinks(
  work: Work,
  links: readonly RecordLink[],
  before: readonly RecordLink[],
  siteIds: ReadonlyMap<string, string>,
  productIds: ReadonlyMap<string, string>,
  counts: Counts,
): Promise<void> {
  const wanted = new Map(
    links.flatMap(({ productKey, siteKey, ...link }) => {
      const [productId, siteId] = [productIds.get(productKey), siteIds.get(siteKey)];
      if (productId === undefined || siteId === undefined) return [];
      const one = { productId, siteId, ...link };
      return [[nameOf(one), one] as const];
    }),
  );
  const known = new Map(
    before.map(({ productKey, siteKey, ...link }) => {
      const one = { productId: productKey, siteId: siteKey, ...link };
      return [nameOf(one), one] as const;
    }),
  );
  const gone = [...known].filter(([name]) => !wanted.has(name)).map(([, link]) => link);
  const set = [...wanted].flatMap(([name, link]) => {
    const there = known.get(name);
    if (there === undefined) {
      counts.added += 1;
      return [link];
    }
    if (there.kind === link.kind && there.from === link.from && there.to === link.to) return [];
    counts.changed += 1;
    return [link];
  });
  counts.removed += await deleteLinks(work, gone);
  await upsertLinks(work, set);
}

function nameOf({ productId, siteId, tier, component }: LinkName): string {
  return [productId, siteId, tier, component ?? ""].join("|");
}

/** An answer is not changed: it is taken back and given anew. */
async function takeAnswers(
  work: Work,
  answers: readonly RecordAnswer[],
  before: readonly RecordAnswer[],
  productIds: ReadonlyMap<string, string>,
  counts: Counts,
): Promise<void> {
  const known = new Map(before.map((answer) => [answer.key, answer]));
  for (const answer of answers) {
    const there = known.get(answer.key);
    known.delete(answer.key);
    const { key: _, productKey, ...said } = answer;
    const productId = productKey === null ? null : (productIds.get(productKey) ?? null);
    if (there !== undefined) {
      const { key: __, productKey: knownProduct, ...knownSaid } = there;
      if (
        JSON.stringify(sorted(knownSaid)) === JSON.stringify(sorted(said)) &&
        knownProduct === productId
      )
        continue;
      await markAnswerRemoved(work, there.key);
      counts.changed += 1;
    } else counts.added += 1;
    await insertAnswer(work, { ...said, productId });
  }
  for (const key of known.keys()) if (await markAnswerRemoved(work, key)) counts.removed += 1;
}

function sorted(said: object): [string, unknown][] {
  return Object.entries(said).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
