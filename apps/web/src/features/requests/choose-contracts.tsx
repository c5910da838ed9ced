import { Checkbox, CheckboxGroup, Search } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { Loaded } from "../../components/loaded.tsx";
import { ProductChoice } from "../../components/product-choice.tsx";
import type { FormFault } from "../../components/form-faults.tsx";
import { faultOf } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { contractsToAskQuery, contractToAskQuery } from "./queries.ts";

/** A contract that is asked about; no products means all of them. */
export interface AskedContract {
  readonly contractId: string;
  readonly productIds: readonly string[];
}

interface Choosable {
  readonly id: string;
  readonly title: string;
  readonly reference: string;
  readonly supplier: string | null;
}

function ProductsOf({
  asked,
  onChange,
}: {
  readonly asked: AskedContract;
  readonly onChange: (asked: AskedContract) => void;
}): ReactNode {
  const contract = useQuery(contractToAskQuery(asked.contractId));
  if (contract.data === undefined || contract.data.products.length === 0) return null;
  return (
    <ProductChoice
      legend={t("ask.productsOf", { title: contract.data.title })}
      none={t("ask.productsAll")}
      products={contract.data.products}
      chosen={asked.productIds}
      onChange={(productIds) => onChange({ ...asked, productIds })}
    />
  );
}

export interface ChooseContractsProps {
  readonly asked: readonly AskedContract[];
  /** Contracts of one supplier to begin with; `null`: any. */
  readonly ofSupplier: { readonly name: string; readonly contracts: readonly Choosable[] } | null;
  readonly faults: readonly FormFault[];
  readonly onChange: (asked: readonly AskedContract[]) => void;
}

/** Ticks the contracts a request is about, and of each, if need be, the products. */
export function ChooseContracts({
  asked,
  ofSupplier,
  faults,
  onChange,
}: ChooseContractsProps): ReactNode {
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const found = useQuery({
    ...contractsToAskQuery(search),
    enabled: ofSupplier === null || search !== "",
  });
  const ids = asked.map((one) => one.contractId);

  function choose(next: readonly string[], listed: readonly string[]): void {
    // What is ticked and not listed just now stays ticked.
    const kept = asked.filter(
      (one) => next.includes(one.contractId) || !listed.includes(one.contractId),
    );
    const fresh = next.filter((id) => !ids.includes(id));
    onChange([...kept, ...fresh.map((contractId) => ({ contractId, productIds: [] }))]);
  }
  function group(items: readonly Choosable[], more: boolean): ReactNode {
    const listed = items.map((item) => item.id);
    return items.length === 0 ? (
      <p className="quiet">{t("ask.contractsNone")}</p>
    ) : (
      <>
        <CheckboxGroup
          id="ask-contracts"
          tabIndex={-1}
          size="small"
          legend={
            ofSupplier !== null && search === ""
              ? t("ask.contractsOf", { name: ofSupplier.name })
              : t("ask.contracts")
          }
          hideLegend={ofSupplier === null || search !== ""}
          error={faultOf(faults, "ask-contracts")}
          value={ids.filter((id) => listed.includes(id))}
          onChange={(next: string[]) => choose(next, listed)}
        >
          {items.map((item) => (
            <Checkbox key={item.id} value={item.id}>
              {item.title}{" "}
              <span className="quiet">
                {item.reference}
                {item.supplier !== null && ` · ${item.supplier}`}
              </span>
            </Checkbox>
          ))}
        </CheckboxGroup>
        {more && <p className="small quiet">{t("ask.contractsMany")}</p>}
      </>
    );
  }

  return (
    <div className="stack">
      <p className="quiet">{t("ask.contractsWhat")}</p>
      <div style={{ maxWidth: "28rem" }}>
        <Search
          label={t("ask.contractsSearch")}
          hideLabel={false}
          size="small"
          variant="simple"
          value={text}
          onChange={setText}
        />
      </div>
      {ofSupplier !== null && search === "" ? (
        group(ofSupplier.contracts, false)
      ) : (
        <Loaded query={found} lines={4}>
          {(page) => group(page.items, page.next !== null)}
        </Loaded>
      )}
      <p role="status">{t("ask.chosen", { n: asked.length })}</p>
      {asked.map((one) => (
        <ProductsOf
          key={one.contractId}
          asked={one}
          onChange={(next) =>
            onChange(asked.map((other) => (other.contractId === next.contractId ? next : other)))
          }
        />
      ))}
    </div>
  );
}
