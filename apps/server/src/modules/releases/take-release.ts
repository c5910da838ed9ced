/** Takes a release as a disclosure of one of our contracts: by a person, or by the job that receives it. */
import { randomUUID } from "node:crypto";
import { AppError, type ReleaseSnapshot } from "@throughline/domain";
import { isSameBrand, type NamedProduct } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import {
  findContractProducts,
  findStandingOfRelease,
  holdsContract,
  takeReleased,
} from "../disclosures/index.ts";
import { recordAnswer } from "../requests/index.ts";
import { readHeldRelease } from "./compare-held.ts";
import { mapProducts, planTake, type ProductMap } from "./plan-take.ts";
import { findOwnDelivery } from "./release-deliveries.store.ts";
import { sayRelease } from "./release-texts.en.ts";
import { refuseWithdrawn } from "./refuse-withdrawn.ts";
import type { ReleaseRow } from "./releases.store.ts";
import { writeCanonicalJson } from "./write-canonical-json.ts";

/**
 * @throws AppError `not_found` (release or contract), `release_withdrawn`, `release_expired`, `reference_unknown`
 * (products), `already_exists` (taken for this contract, and it stands).
 */
export async function takeRelease(
  work: Work,
  input: {
    readonly releaseId: string;
    readonly contractId: string;
    readonly products: readonly { readonly key: string; readonly productId: string }[];
  },
): Promise<{ disclosureId: string; links: number; answers: number }> {
  const { row, snapshot } = await readHeldRelease(work, input.releaseId);
  if (row.organisation_id === work.actor.organisationId)
    throw new AppError("not_found", "A release of one's own is not taken.");
  if (!(await holdsContract(work, input.contractId)))
    throw new AppError("not_found", "There is no contract here that you may see.");
  const standing = await findStandingOfRelease(work, row.id);
  if (standing.some(({ contractId }) => contractId === input.contractId))
    throw new AppError("already_exists", "This release was taken for this contract before.");
  const products = await findContractProducts(work, input.contractId);
  refuseUnknown(input.products, snapshot, products);
  const asked = await askedProducts(work, row, input.contractId);
  const map = mapProducts(snapshot, products, { given: input.products, asked });
  const taken = await takeForContract(work, {
    row,
    snapshot,
    contractId: input.contractId,
    map,
    products,
  });
  const answers = await recordAnswers(work, { row, snapshot, contractId: input.contractId, map });
  await refuseWithdrawn(work, row.id);
  return { disclosureId: taken.disclosureId, links: taken.links, answers };
}

function refuseUnknown(
  given: readonly { readonly key: string; readonly productId: string }[],
  { content }: ReleaseSnapshot,
  products: readonly NamedProduct[],
): void {
  const keys = new Set(content.products.map(({ key }) => key));
  const ids = new Set(products.map(({ id }) => id));
  const unknown = given.findIndex(({ key, productId }) => !keys.has(key) || !ids.has(productId));
  if (unknown >= 0)
    throw new AppError("reference_unknown", undefined, [
      { path: `/products/${unknown}`, message: "This product is not there." },
    ]);
}

/** Our products by the key they were asked about under, as far as they belong to the contract. */
export async function askedProducts(
  work: Work,
  { delivery_id: deliveryId }: ReleaseRow,
  contractId: string,
): Promise<ReadonlyMap<string, string>> {
  const delivery = deliveryId === null ? undefined : await findOwnDelivery(work, deliveryId);
  return new Map(
    (delivery?.products ?? []).flatMap(({ key, productId, contractId: of }) =>
      productId !== null && of === contractId ? [[key, productId]] : [],
    ),
  );
}

/** Takes the sites and links of a release for a contract. */
export async function takeForContract(
  work: Work,
  release: {
    readonly row: ReleaseRow;
    readonly snapshot: ReleaseSnapshot;
    readonly contractId: string;
    readonly map: ProductMap;
    readonly products: readonly NamedProduct[];
  },
): Promise<{ disclosureId: string; links: number }> {
  const { row, snapshot, contractId, map } = release;
  const plan = planTake(snapshot, map, randomUUID);
  return takeReleased(work, {
    releaseId: row.id,
    contractId,
    title: titleOf(snapshot),
    declaredBy: snapshot.supplier.name,
    brand: soleBrand(release.products, map),
    asOf: snapshot.asOf,
    sites: plan.sites,
    links: plan.links,
    notes: plan.notes,
    text: writeCanonicalJson(snapshot),
    replacedReason: sayRelease("cause.replaced", { number: snapshot.number }).text,
  });
}

function titleOf({ number, supplier, onBehalfOf }: ReleaseSnapshot): string {
  return sayRelease("title", { number, supplier: supplier.name, behalf: onBehalfOf }).text.slice(
    0,
    300,
  );
}

/** The brand it speaks for, where all products it was taken for are of one. */
function soleBrand(products: readonly NamedProduct[], map: ProductMap): string | null {
  const ids = new Set([...map.values()].flat());
  const [first, ...others] = products.filter(({ id }) => ids.has(id)).map(({ brand }) => brand);
  return first !== undefined && others.every((brand) => isSameBrand(brand, first)) ? first : null;
}

/** Records the answers that are no sites, without a request; those about products that are not ours are left out. */
async function recordAnswers(
  work: Work,
  {
    row,
    snapshot,
    contractId,
    map,
  }: {
    readonly row: ReleaseRow;
    readonly snapshot: ReleaseSnapshot;
    readonly contractId: string;
    readonly map: ProductMap;
  },
): Promise<number> {
  let recorded = 0;
  for (const answer of snapshot.content.answers) {
    const productIds = answer.productKey === null ? [] : (map.get(answer.productKey) ?? []);
    if (answer.productKey !== null && productIds.length === 0) continue;
    await recordAnswer(work, {
      id: contractId,
      requestId: null,
      answeredBy: answer.saidBy ?? row.supplier_name,
      brand: null,
      answer: answer.answer,
      reason: answer.reason,
      answeredOn: answer.answeredOn > work.today ? work.today : answer.answeredOn,
      document: answer.document,
      selfReported: answer.selfReported,
      productIds,
    });
    recorded += 1;
  }
  return recorded;
}
