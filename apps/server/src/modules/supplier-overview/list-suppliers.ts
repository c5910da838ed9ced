/** Suppliers and brands, by name. */
import type { SupplierSummary } from "@throughline/contract";
import { z } from "zod";
import type { Work } from "../../platform/api.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { countSuppliers, readSupplierPage } from "../suppliers/index.ts";
import { summariseSuppliers } from "./summarise-suppliers.ts";

export interface SupplierPageInput {
  readonly search?: string | undefined;
  readonly role?: "supplier" | "brand" | undefined;
  readonly sort: "name" | "-name";
  readonly after?: string | undefined;
  readonly limit: number;
}

export async function listSuppliers(
  work: Work,
  input: SupplierPageInput,
): Promise<{ items: SupplierSummary[]; next: string | null; total: number }> {
  const { tx } = work;
  const { organisationId } = work.actor;
  const after =
    input.after === undefined ? null : decodeCursor(input.after, z.tuple([z.string(), z.uuid()]));
  const rows = await readSupplierPage(tx, organisationId, input, {
    descending: input.sort === "-name",
    after,
    limit: input.limit + 1,
  });
  const page = cutPage(rows, input.limit, (row) => [row.name_key, row.id]);
  const items = (await summariseSuppliers(work, page.rows)).map((one) => one.summary);
  return { items, next: page.next, total: await countSuppliers(tx, organisationId, input) };
}
