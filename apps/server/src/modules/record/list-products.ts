/** Lists the products of the record. */
import type { OwnProduct } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { readProductPage } from "./record-products.store.ts";

const Key = z.tuple([z.string(), z.string(), z.uuid()]);

/** One page, by brand and family. */
export async function listProducts(
  work: Work,
  input: {
    readonly search?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  },
): Promise<{ items: OwnProduct[]; next: string | null }> {
  const after = input.after === undefined ? null : decodeCursor(input.after, Key);
  const found = await readProductPage(work, input.search?.trim() ?? "", after, input.limit + 1);
  const { rows, next } = cutPage(found, input.limit, (row) => row.sort);
  return { items: rows.map(({ sort: _, ...product }) => product), next };
}
