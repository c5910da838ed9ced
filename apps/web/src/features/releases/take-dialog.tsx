import { Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReleaseDetail } from "@throughline/contract";
import { useDeferredValue, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { productName } from "../../components/product-name.ts";
import { t } from "../../texts/t.ts";
import { contractsToTakeIntoQuery, contractToTakeIntoQuery } from "./queries.ts";

const mostMapped = 100;

/** Takes a release as a disclosure of one of our contracts. */
export default function TakeDialog({
  release,
  onClose,
}: {
  readonly release: ReleaseDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [search, setSearch] = useState("");
  const contracts = useQuery(contractsToTakeIntoQuery(useDeferredValue(search.trim())));
  const [contractId, setContractId] = useState("");
  const contract = useQuery(contractToTakeIntoQuery(contractId));
  const [map, setMap] = useState<ReadonlyMap<string, string>>(new Map());
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const take = useChange((input: Parameters<typeof api.releases.take>[0]) =>
    api.releases.take(input),
  );
  function save(): void {
    const found =
      contractId === "" ? [{ field: "take-contract", message: t("takeRelease.fault") }] : [];
    setFaults(found);
    if (found.length === 0)
      take.mutate({
        releaseId: release.id,
        contractId,
        products: [...map].map(([key, productId]) => ({ key, productId })),
      });
  }
  if (take.data !== undefined)
    return (
      <FormDialog
        title={t("takeRelease.title")}
        save={t("form.close")}
        busy={false}
        error={null}
        onSave={onClose}
        onClose={onClose}
        also={
          <ButtonLink variant="secondary" href={`/contracts/${contractId}?station=traced`}>
            {t("takeRelease.open")}
          </ButtonLink>
        }
      >
        <p role="status">
          {t("takeRelease.done", { links: take.data.links, answers: take.data.answers })}
        </p>
      </FormDialog>
    );
  const products = release.snapshot?.content.products ?? [];
  return (
    <FormDialog
      title={t("takeRelease.title")}
      save={t("takeRelease.do")}
      busy={take.isPending}
      error={take.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      wide
    >
      <p>{t("takeRelease.what")}</p>
      <Loaded query={contracts} lines={1}>
        {({ items, next }) => (
          <>
            {(next !== null || search !== "") && (
              <TextField
                size="small"
                label={t("takeRelease.search")}
                autoComplete="off"
                value={search}
                onChange={(event) => setSearch(event.target.value)}
              />
            )}
            <Select
              id="take-contract"
              size="small"
              label={t("takeRelease.contract")}
              value={contractId}
              error={faultOf(faults, "take-contract")}
              onChange={(event) => {
                setContractId(event.target.value);
                setMap(new Map());
              }}
            >
              <option value="">{t("takeRelease.choose")}</option>
              {items.map((item) => (
                <option key={item.id} value={item.id}>
                  {item.title} ({item.reference})
                </option>
              ))}
            </Select>
          </>
        )}
      </Loaded>
      {contract.data !== undefined && contractId !== "" && products.length > 0 && (
        <details className="plain">
          <summary>{t("takeRelease.products")}</summary>
          <p className="small quiet">{t("takeRelease.productsWhat")}</p>
          <div className="form-grid">
            {products.slice(0, mostMapped).map((product) => (
              <Select
                key={product.key}
                size="small"
                label={productName({ ...product, partNumber: null })}
                value={map.get(product.key) ?? ""}
                onChange={(event) => {
                  const next = new Map(map);
                  if (event.target.value === "") next.delete(product.key);
                  else next.set(product.key, event.target.value);
                  setMap(next);
                }}
              >
                <option value="">{t("takeRelease.auto")}</option>
                {contract.data.products.map((ours) => (
                  <option key={ours.id} value={ours.id}>
                    {productName(ours)}
                  </option>
                ))}
              </Select>
            ))}
          </div>
        </details>
      )}
    </FormDialog>
  );
}
