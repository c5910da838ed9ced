/** Says which product of the record answers for which product asked about; with `make`, adds it to the record first. */
import { AppError } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { recountAsked, saveProduct } from "../record/index.ts";
import { readAskedProducts, readRecordProducts, replaceAsked } from "./answering.store.ts";
import { requireStanding } from "./get-asked.ts";

export interface AskedItem {
  readonly askedKey: string;
  readonly productId: string | null;
  readonly make: boolean;
}

export async function setAskedProducts(
  work: Work,
  input: { readonly deliveryId: string; readonly items: readonly AskedItem[] },
): Promise<void> {
  const { tx, actor } = work;
  await requireStanding(work, input.deliveryId);
  const asked = new Map(
    (await readAskedProducts(tx, actor.organisationId, input.deliveryId)).map((one) => [
      one.key,
      one,
    ]),
  );
  const known = await readRecordProducts(tx, actor.organisationId);
  const byId = new Set(known.map((product) => product.id));
  const byName = new Map(known.map((product) => [nameOf(product), product.id]));
  const items = new Map<string, string | null>();
  for (const [at, item] of input.items.entries()) {
    const product = asked.get(item.askedKey);
    if (product === undefined)
      throw new AppError("reference_unknown", "The request does not ask about this product.", [
        { path: `/items/${at}/askedKey`, message: "Choose a product of the request." },
      ]);
    if (item.productId !== null) {
      if (!byId.has(item.productId))
        throw new AppError("reference_unknown", "One of these is not a product of the record.", [
          { path: `/items/${at}/productId`, message: "Choose a product of the record." },
        ]);
      items.set(item.askedKey, item.productId);
      continue;
    }
    if (!item.make) {
      items.set(item.askedKey, null);
      continue;
    }
    const { brand, family, part_number: partNumber } = product;
    let made = byName.get(nameOf(product));
    if (made === undefined) {
      made = (
        await saveProduct(work, {
          id: null,
          version: 1,
          brand,
          family,
          partNumbers: partNumber === null ? [] : [partNumber],
        })
      ).id;
      byName.set(nameOf(product), made);
    }
    items.set(item.askedKey, made);
  }
  const said = [...items].map(([askedKey, productId]) => ({ askedKey, productId }));
  await replaceAsked(tx, actor.organisationId, input.deliveryId, said);
  await recountAsked(work);
  await recordAudit(work, {
    action: "set-asked-products",
    subjectKind: "delivery",
    subjectId: input.deliveryId,
    after: { items: said },
  });
}

function nameOf({ brand, family }: { readonly brand: string; readonly family: string }): string {
  return `${brand.toLowerCase()}\n${family.toLowerCase()}`;
}
