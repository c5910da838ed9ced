/** Joins the supplier endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { reviseSupplier } from "../suppliers/index.ts";
import { getSupplier } from "./get-supplier.ts";
import { listSuppliers } from "./list-suppliers.ts";

const group = api.suppliers;

export const supplierRoutes = {
  list: group.list.handler(({ input, context }) =>
    act(context, "supplier.read", (work) => listSuppliers(work, input)),
  ),
  get: group.get.handler(({ input, context }) =>
    act(context, "supplier.read", (work) => getSupplier(work, input.id)),
  ),
  revise: group.revise.handler(({ input, context }) =>
    act(context, "supplier.write", (work) => reviseSupplier(work, input)),
  ),
};
