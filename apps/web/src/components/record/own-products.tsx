import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { OwnProduct } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { ownProductsQuery } from "../../api/record.ts";
import { useChange } from "../../api/use-change.ts";
import { useUrlState } from "../../routing/use-url-state.ts";
import { formatNumber } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../data-table.tsx";
import { EmptyState } from "../empty-state.tsx";
import { ExportRows } from "../export-rows.tsx";
import { Loaded } from "../loaded.tsx";
import { PageSteps } from "../page-steps.tsx";
import { productName } from "../product-name.ts";
import { ProductDialog } from "./product-dialog.tsx";
import { ListSearch } from "../list-search.tsx";

const ListState = z.object({
  search: z.string().max(200).optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
const partsShown = 6;

const plainColumns: readonly DataColumn<OwnProduct>[] = [
  {
    id: "family",
    header: t("ownProduct.family"),
    names: true,
    value: (row) => productName({ ...row, partNumber: null }),
    cell: (row) => (
      <>
        <strong className="wrap-anywhere">{row.family}</strong>
        <span className="sub">{row.brand}</span>
      </>
    ),
  },
  {
    id: "parts",
    header: t("ownProduct.parts"),
    value: (row) => row.partNumbers.join("; "),
    cell: (row) =>
      row.partNumbers.length === 0 ? (
        <span className="quiet">{t("ownProduct.noParts")}</span>
      ) : (
        <span className="wrap-anywhere">
          {row.partNumbers.slice(0, partsShown).join(", ")}
          {row.partNumbers.length > partsShown &&
            ` ${t("ownProduct.moreParts", { n: row.partNumbers.length - partsShown })}`}
        </span>
      ),
  },
  {
    id: "sites",
    header: t("ownProduct.sites"),
    numeric: true,
    value: (row) => row.sites,
    cell: (row) =>
      row.sites === 0 ? (
        <span className="care-text">{t("ownProduct.noSites")}</span>
      ) : (
        formatNumber(row.sites)
      ),
  },
];

/** Products of our record with the part numbers that map to each. */
export function OwnProducts({ canWrite }: { readonly canWrite: boolean }): ReactNode {
  const [state, setState] = useUrlState(ListState);
  const [open, setOpen] = useState<OwnProduct | "new" | null>(null);
  const [removing, setRemoving] = useState<OwnProduct | null>(null);
  const list = useQuery(
    ownProductsQuery({
      limit: 50,
      ...(state.search === undefined ? {} : { search: state.search }),
      ...(state.after === undefined ? {} : { after: state.after }),
    }),
  );
  const remove = useChange((productId: string) => api.record.removeProduct({ productId }));
  const columns: readonly DataColumn<OwnProduct>[] = [
    ...plainColumns,
    ...(canWrite
      ? [
          {
            id: "acts",
            header: t("ownSite.acts"),
            unlabelled: true,
            value: () => null,
            cell: (row: OwnProduct) => (
              <span className="row no-print">
                <Button
                  size="xsmall"
                  variant="secondary"
                  aria-label={t("ownProduct.reviseOne", { name: row.family })}
                  onClick={() => setOpen(row)}
                >
                  {t("ownSite.revise")}
                </Button>
                <Button
                  size="xsmall"
                  variant="tertiary"
                  aria-label={t("ownProduct.removeOne", { name: row.family })}
                  onClick={() => setRemoving(row)}
                >
                  {t("ownProduct.removeDots")}
                </Button>
              </span>
            ),
          } satisfies DataColumn<OwnProduct>,
        ]
      : []),
  ];
  const add = canWrite && (
    <Button size="small" variant="secondary" onClick={() => setOpen("new")}>
      {t("ownProduct.add")}
    </Button>
  );
  return (
    <div className="stack">
      <Loaded query={list} lines={5}>
        {(page) =>
          page.items.length === 0 && state.search === undefined && state.after === undefined ? (
            <EmptyState title={t("ownProduct.empty")} what={t("ownProduct.emptyWhat")}>
              {add}
            </EmptyState>
          ) : (
            <>
              <ListSearch
                label={t("ownProduct.search")}
                search={state.search}
                onSearch={(search) => setState({ search, after: undefined })}
              >
                {add}
              </ListSearch>
              <div className="spread">
                <p className="quiet" role="status">
                  {t("ownProduct.shown", { n: page.items.length })}
                </p>
                <ExportRows name="our-products" columns={plainColumns} rows={page.items} />
              </div>
              {page.items.length > 0 && (
                <DataTable
                  caption={t("ownProduct.title")}
                  columns={columns}
                  rows={page.items}
                  rowKey={(row) => row.id}
                />
              )}
              <PageSteps
                after={state.after}
                next={page.next}
                onGo={(after) => setState({ after }, { push: true })}
              />
            </>
          )
        }
      </Loaded>
      {open !== null && (
        <ProductDialog product={open === "new" ? null : open} onClose={() => setOpen(null)} />
      )}
      {removing !== null && (
        <ConfirmDialog
          title={t("ownProduct.removeTitle")}
          what={t("ownProduct.removeWhat", { name: removing.family, n: removing.sites })}
          doIt={t("ownProduct.removeDo")}
          busy={remove.isPending}
          error={remove.error}
          onClose={() => setRemoving(null)}
          onConfirm={() => remove.mutate(removing.id, { onSuccess: () => setRemoving(null) })}
        />
      )}
    </div>
  );
}
