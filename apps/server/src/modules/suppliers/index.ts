/** Suppliers and brands an organisation deals with. Their lines, requests and releases are shown by `supplier-overview`. */
export { ensureSuppliers } from "./ensure-suppliers.ts";
export { rememberMailbox, reviseSupplier } from "./revise-supplier.ts";
export {
  countSuppliers,
  findSupplier,
  readSupplierPage,
  type SupplierRow,
} from "./suppliers.store.ts";
