import { Button, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { formatMoney, formatNumber, minorDigits } from "../../texts/format.ts";
import { parseMoney } from "../../texts/parse-money.ts";
import { t } from "../../texts/t.ts";
import type { ContractDetail } from "./contract-draft.ts";
import ProductsDialog from "./products-dialog.tsx";
import { contractQuery, useContractId } from "./queries.ts";
import { productName } from "../../components/product-name.ts";

type Product = ContractDetail["products"][number];

function amountText(product: Product): string {
  if (product.value === null) return "";
  const digits = minorDigits(product.value.currency);
  return (product.value.minorUnits / 10 ** digits).toFixed(digits);
}

function EditProduct({
  product,
  currency,
  onClose,
  onReload,
}: {
  readonly product: Product;
  readonly currency: string;
  readonly onClose: () => void;
  readonly onReload: () => void;
}): ReactNode {
  const [form, setForm] = useState({
    brand: product.brand,
    family: product.family,
    partNumber: product.partNumber ?? "",
    quantity: product.quantity?.toString() ?? "",
    amount: amountText(product),
    currency: product.value?.currency ?? currency,
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const revise = useChange((input: Parameters<typeof api.contracts.reviseProduct>[0]) =>
    api.contracts.reviseProduct(input),
  );
  function save(): void {
    const quantity = form.quantity.trim() === "" ? null : Number(form.quantity.replace(",", "."));
    const value = form.amount.trim() === "" ? null : parseMoney(form.amount, form.currency);
    const found: FormFault[] = [
      ...(form.brand.trim() === ""
        ? [
            {
              field: "product-brand",
              message: t("fault.required", { field: t("products.brand").toLowerCase() }),
            },
          ]
        : []),
      ...(form.family.trim() === ""
        ? [
            {
              field: "product-family",
              message: t("fault.required", { field: t("products.family").toLowerCase() }),
            },
          ]
        : []),
      ...(quantity !== null && !(quantity >= 0)
        ? [
            {
              field: "product-quantity",
              message: t("fault.number", { field: t("products.quantity").toLowerCase() }),
            },
          ]
        : []),
      ...(form.amount.trim() !== "" && value === null
        ? [{ field: "product-amount", message: t("fault.amount") }]
        : []),
    ];
    setFaults(found);
    if (found.length > 0) return;
    revise.mutate(
      {
        productId: product.id,
        version: product.version,
        brand: form.brand.trim(),
        family: form.family.trim(),
        partNumber: form.partNumber.trim() === "" ? null : form.partNumber.trim(),
        quantity,
        value,
      },
      { onSuccess: onClose },
    );
  }
  const field = (name: keyof typeof form, label: string): ReactNode => (
    <TextField
      id={`product-${name}`}
      size="small"
      label={label}
      value={form[name]}
      error={faultOf(faults, `product-${name}`)}
      onChange={(event) => setForm({ ...form, [name]: event.target.value })}
    />
  );
  return (
    <FormDialog
      title={productName(product)}
      save={t("form.save")}
      busy={revise.isPending}
      error={revise.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onReload}
    >
      <div className="form-grid">
        {field("brand", t("products.brand"))}
        {field("family", t("products.family"))}
        {field("partNumber", t("products.part"))}
        {field("quantity", t("products.quantity"))}
        {field("amount", t("traced.value"))}
        {field("currency", t("field.currency"))}
      </div>
    </FormDialog>
  );
}

function RemoveProduct({
  product,
  onClose,
}: {
  readonly product: Product;
  readonly onClose: () => void;
}): ReactNode {
  const remove = useChange((productId: string) => api.contracts.removeProduct({ productId }));
  return (
    <ConfirmDialog
      title={t("products.removeTitle")}
      what={t("products.removeWhat", { name: productName(product) })}
      doIt={t("products.removeDo")}
      busy={remove.isPending}
      error={remove.error}
      onClose={onClose}
      onConfirm={() => remove.mutate(product.id, { onSuccess: onClose })}
    />
  );
}

/** The list of products of a contract, to change or take away single ones. */
export function ProductsScreen(): ReactNode {
  const id = useContractId();
  const contract = useQuery(contractQuery(id));
  const [open, setOpen] = useState<
    | { readonly what: "edit" | "remove"; readonly product: Product }
    | { readonly what: "add" }
    | null
  >(null);
  const close = (): void => setOpen(null);
  const columns: readonly DataColumn<Product>[] = [
    { id: "brand", header: t("products.brand"), value: (product) => product.brand },
    { id: "family", header: t("products.family"), names: true, value: (product) => product.family },
    { id: "part", header: t("products.part"), value: (product) => product.partNumber ?? "–" },
    {
      id: "quantity",
      header: t("products.quantity"),
      numeric: true,
      value: (product) => (product.quantity === null ? "–" : formatNumber(product.quantity)),
    },
    {
      id: "value",
      header: t("traced.value"),
      numeric: true,
      value: (product) => (product.value === null ? "–" : formatMoney(product.value)),
    },
    {
      id: "do",
      header: t("contract.edit"),
      unlabelled: true,
      value: () => null,
      cell: (product) =>
        contract.data?.can.write === true && (
          <span className="row" style={{ gap: "0.25rem" }}>
            <Button
              size="xsmall"
              variant="tertiary"
              onClick={() => setOpen({ what: "edit", product })}
            >
              {t("contract.edit")} <span className="aksel-sr-only">{productName(product)}</span>
            </Button>
            <Button
              size="xsmall"
              variant="tertiary"
              data-color="danger"
              onClick={() => setOpen({ what: "remove", product })}
            >
              {t("form.remove")} <span className="aksel-sr-only">{productName(product)}</span>
            </Button>
          </span>
        ),
    },
  ];
  return (
    <Loaded query={contract} lines={8} page>
      {(data) => (
        <>
          <PageHeading
            title={t("contract.products")}
            crumbs={[
              { href: "/contracts", text: t("contracts.title") },
              { href: `/contracts/${id}`, text: data.title },
            ]}
            actions={
              data.can.write ? (
                <Button size="small" onClick={() => setOpen({ what: "add" })}>
                  {t("traced.addProducts")}
                </Button>
              ) : undefined
            }
          />
          {data.products.length === 0 ? (
            <EmptyState title={t("traced.noProducts")} what={t("traced.noProductsWhat")} />
          ) : (
            <div className="card">
              <DataTable
                caption={t("contract.products")}
                columns={columns}
                rows={data.products}
                rowKey={(product) => product.id}
              />
            </div>
          )}
          {open?.what === "add" && <ProductsDialog contract={data} onClose={close} />}
          {open?.what === "edit" && (
            <EditProduct
              key={`${open.product.id} ${open.product.version}`}
              product={data.products.find((one) => one.id === open.product.id) ?? open.product}
              currency={data.value?.currency ?? ""}
              onClose={close}
              onReload={() => void contract.refetch()}
            />
          )}
          {open?.what === "remove" && <RemoveProduct product={open.product} onClose={close} />}
        </>
      )}
    </Loaded>
  );
}
