/** Takes what another supplier released into the record, to pass it on. Taking it over again brings what changed. */
import { randomUUID } from "node:crypto";
import type { OwnLink } from "@throughline/contract";
import type { RecordContent, RecordSite } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked } from "./recount-asked.ts";
import { sayRecord } from "./record-texts.en.ts";
import { rowKeyOf } from "./record.policy.ts";
import { insertAnswer, readAnswers, upsertLinks } from "./record-links.store.ts";
import {
  insertAsked,
  insertProduct,
  readProducts,
  updateProduct,
} from "./record-products.store.ts";
import { findTakenOver, insertSites, updateSite, type NewSite } from "./record-sites.store.ts";

const longestSayer = 300;

export interface ContentTakenOver {
  readonly sites: number;
  readonly products: number;
  readonly links: number;
  readonly answers: number;
}

export interface TakeOver {
  readonly releaseId: string;
  readonly supplier: { readonly organisationId: string; readonly name: string };
  readonly content: RecordContent;
  /** Who keeps the identity of its sites when they are passed on; `null`: they are passed on with their names. */
  readonly maskAs: string | null;
  /** What our own request passed on, by the key its product has in the release. */
  readonly passesOn: readonly {
    readonly deliveryId: string;
    readonly askedKey: string;
    readonly productKey: string;
  }[];
}

/**
 * A site that came masked stays masked, with what was attested of it, whatever `maskAs` says. With `maskAs` an answer does
 * not name who gave it either: whoever cannot say where its sites are would be known by that.
 */
export async function takeOverContent(work: Work, over: TakeOver): Promise<ContentTakenOver> {
  const siteIds = await takeSites(work, over);
  const productIds = await takeProducts(work, over.content);
  const links = over.content.links.flatMap(({ productKey, siteKey, ...link }): OwnLink[] => {
    const [productId, siteId] = [productIds.get(productKey), siteIds.get(siteKey)];
    return productId === undefined || siteId === undefined ? [] : [{ productId, siteId, ...link }];
  });
  await upsertLinks(work, links);
  const answers = await takeAnswers(work, over, productIds);
  for (const { deliveryId, askedKey, productKey } of over.passesOn) {
    const productId = productIds.get(productKey);
    if (productId !== undefined) await insertAsked(work, deliveryId, [{ askedKey, productId }]);
  }
  const taken = {
    sites: siteIds.size,
    products: productIds.size,
    links: links.length,
    answers,
  };
  await recordAudit(work, {
    action: "take-over-release",
    subjectKind: "release",
    subjectId: over.releaseId,
    after: { masked: over.maskAs !== null, ...taken },
  });
  await recountAsked(work);
  return taken;
}

async function takeSites(
  work: Work,
  { releaseId, supplier, content, maskAs }: TakeOver,
): Promise<ReadonlyMap<string, string>> {
  const known = await findTakenOver(work, supplier.organisationId);
  const ids = new Map<string, string>();
  const added: NewSite[] = [];
  for (const site of content.sites) {
    const there = known.get(site.key);
    const next = {
      ...valuesOf(site),
      maskedAs: site.masked?.keptBy ?? maskAs,
      verification: site.verification,
      confirmedOn: site.confirmedOn,
      attested: site.masked,
      fromReleaseId: releaseId,
      fromKey: site.key,
    };
    const id = there?.id ?? randomUUID();
    ids.set(site.key, id);
    if (there === undefined) added.push({ ...next, id });
    else await updateSite(work, { ...next, id }, there.version);
  }
  await insertSites(work, added);
  return ids;
}

function valuesOf(site: RecordSite) {
  const { name, address, country, latitude, longitude, osId, workers, flags } = site;
  // Two masked sites of one keeper have labels alike: the key tells them apart.
  const rowKey = site.masked === null ? rowKeyOf(site) : `masked|${site.key}`;
  return { name, address, country, latitude, longitude, osId, workers, flags, rowKey };
}

async function takeProducts(
  work: Work,
  { products }: RecordContent,
): Promise<ReadonlyMap<string, string>> {
  const nameOf = (one: { readonly brand: string; readonly family: string }): string =>
    `${one.brand.toLowerCase()}\n${one.family.toLowerCase()}`;
  const known = new Map((await readProducts(work)).map((product) => [nameOf(product), product]));
  const ids = new Map<string, string>();
  for (const { key, ...product } of products) {
    const there = known.get(nameOf(product));
    if (there === undefined) {
      const id = await insertProduct(work, product);
      known.set(nameOf(product), { ...product, id, version: 1 });
      ids.set(key, id);
      continue;
    }
    ids.set(key, there.id);
    const partNumbers = [...new Set([...there.partNumbers, ...product.partNumbers])].slice(0, 500);
    if (partNumbers.length > there.partNumbers.length)
      await updateProduct(work, there.id, there.version, { ...there, partNumbers });
  }
  return ids;
}

async function takeAnswers(
  work: Work,
  { content, supplier, maskAs }: TakeOver,
  productIds: ReadonlyMap<string, string>,
): Promise<number> {
  const known = new Set((await readAnswers(work)).map(wordsOf));
  let added = 0;
  for (const { key: _, productKey, ...answer } of content.answers) {
    const productId = productKey === null ? null : (productIds.get(productKey) ?? null);
    if (productKey !== null && productId === null) continue;
    const saidBy =
      maskAs === null
        ? (answer.saidBy ?? supplier.name)
        : sayRecord("answer.kept", { keeper: maskAs }).text.slice(0, longestSayer);
    const said = { ...answer, productId, saidBy };
    if (known.has(wordsOf(said))) continue;
    await insertAnswer(work, said);
    known.add(wordsOf(said));
    added += 1;
  }
  return added;
}

function wordsOf(answer: {
  readonly productId: string | null;
  readonly answer: string;
  readonly saidBy: string | null;
  readonly reason: string;
  readonly answeredOn: string;
}): string {
  const { productId, answer: kind, saidBy, reason, answeredOn } = answer;
  return JSON.stringify([productId, kind, saidBy, reason, answeredOn]);
}
