import { Checkbox, CheckboxGroup } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { productName, type NamedProduct } from "./product-name.ts";

const mostListed = 200;

/** Chooses products of the contract; choosing none means what `none` says. */
export function ProductChoice({
  legend,
  none,
  products,
  chosen,
  onChange,
}: {
  readonly legend: string;
  readonly none: string;
  readonly products: readonly (NamedProduct & { readonly id: string })[];
  readonly chosen: readonly string[];
  readonly onChange: (ids: string[]) => void;
}): ReactNode {
  if (products.length === 0) return null;
  return (
    <details className="plain" open={chosen.length > 0}>
      <summary className="small">
        {legend} {chosen.length > 0 && `(${chosen.length})`}
      </summary>
      <CheckboxGroup
        size="small"
        legend={legend}
        hideLegend
        description={none}
        value={[...chosen]}
        onChange={(ids: string[]) => onChange(ids)}
      >
        {products.slice(0, mostListed).map((product) => (
          <Checkbox key={product.id} value={product.id}>
            {productName(product)}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </details>
  );
}
