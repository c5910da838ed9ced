import { Button, Select } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { AskedDetail, OwnProduct } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { productChoiceQuery } from "../../api/record.ts";
import { useChange } from "../../api/use-change.ts";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { productName } from "../../components/product-name.ts";
import { OwnProducts } from "../../components/record/own-products.tsx";
import { ProductDialog } from "../../components/record/product-dialog.tsx";
import { t } from "../../texts/t.ts";
import { AnswerPage } from "./answer-page.tsx";

type Asked = AskedDetail["products"][number];
type Items = Parameters<typeof api.answering.setProducts>[0]["items"];
const atOnce = 50;

const nameOf = (product: OwnProduct): string => productName({ ...product, partNumber: null });

function Row({
  asked,
  own,
  canWrite,
  onSet,
  onEdit,
}: {
  readonly asked: Asked;
  readonly own: readonly OwnProduct[];
  readonly canWrite: boolean;
  readonly onSet: (items: Items) => void;
  readonly onEdit: (product: OwnProduct) => void;
}): ReactNode {
  const product = own.find(({ id }) => id === asked.productId);
  return (
    <li className="asked-product">
      <div>
        <strong className="wrap-anywhere">{productName(asked)}</strong>
        {product !== undefined && product.partNumbers.length > 0 && (
          <span className="sub wrap-anywhere">
            {t("snapshot.parts", { parts: product.partNumbers.slice(0, 6).join(", ") })}
          </span>
        )}
      </div>
      <div className="row-end">
        <Select
          size="small"
          label={t("mapping.ours")}
          disabled={!canWrite}
          value={asked.productId ?? ""}
          onChange={(event) => {
            const { value } = event.target;
            onSet([
              value === "make"
                ? { askedKey: asked.key, productId: null, make: true }
                : { askedKey: asked.key, productId: value === "" ? null : value, make: false },
            ]);
          }}
        >
          <option value="">{t("mapping.notSaid")}</option>
          {asked.productId === null && <option value="make">{t("mapping.make")}</option>}
          {own.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </Select>
        {product !== undefined && canWrite && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={t("mapping.editOne", { name: nameOf(product) })}
            onClick={() => onEdit(product)}
          >
            {t("mapping.edit")}
          </Button>
        )}
      </div>
    </li>
  );
}

function Mapping({ asked }: { readonly asked: AskedDetail }): ReactNode {
  const own = useQuery(productChoiceQuery);
  const [from, setFrom] = useState(0);
  const [edited, setEdited] = useState<OwnProduct | null>(null);
  const set = useChange((items: Items) =>
    api.answering.setProducts({ deliveryId: asked.deliveryId, items }),
  );
  const open = asked.products.filter(({ productId }) => productId === null);
  const canWrite = asked.can.write;
  return (
    <section className="card stack" aria-labelledby="mapping">
      <div>
        <h2 className="section-title" id="mapping">
          {t("mapping.title")}
        </h2>
        <p className="quiet measure">{t("mapping.what")}</p>
      </div>
      {set.error !== null && <ProblemNotice error={set.error} />}
      <div className="spread">
        <p role="status">
          {open.length === 0
            ? t("mapping.allSaid", { n: asked.products.length })
            : t("mapping.open", { n: open.length, all: asked.products.length })}
        </p>
        {canWrite && open.length > 0 && (
          <Button
            size="small"
            loading={set.isPending}
            onClick={() =>
              set.mutate(open.map(({ key }) => ({ askedKey: key, productId: null, make: true })))
            }
          >
            {t("mapping.makeAll", { n: open.length })}
          </Button>
        )}
      </div>
      <Loaded query={own} lines={4}>
        {({ items }) => (
          <ul className="plain-cards">
            {asked.products.slice(from, from + atOnce).map((one) => (
              <Row
                key={one.key}
                asked={one}
                own={items}
                canWrite={canWrite && !set.isPending}
                onSet={(changed) => set.mutate(changed)}
                onEdit={setEdited}
              />
            ))}
          </ul>
        )}
      </Loaded>
      {asked.products.length > atOnce && (
        <div className="row">
          <Button
            size="small"
            variant="secondary"
            disabled={from === 0}
            onClick={() => setFrom(Math.max(0, from - atOnce))}
          >
            {t("grid.before")}
          </Button>
          <span>
            {t("grid.productsAt", {
              a: from + 1,
              b: Math.min(from + atOnce, asked.products.length),
              all: asked.products.length,
            })}
          </span>
          <Button
            size="small"
            variant="secondary"
            disabled={from + atOnce >= asked.products.length}
            onClick={() => setFrom(from + atOnce)}
          >
            {t("grid.after")}
          </Button>
        </div>
      )}
      {edited !== null && <ProductDialog product={edited} onClose={() => setEdited(null)} />}
    </section>
  );
}

/** Step 1: which of our products is what was asked about. */
export function ProductsStep(): ReactNode {
  return (
    <AnswerPage here="products">
      {(asked) =>
        asked.products.length === 0 ? (
          <>
            <p className="measure">{t("mapping.everything")}</p>
            <OwnProducts canWrite={asked.can.write} />
          </>
        ) : (
          <Mapping asked={asked} />
        )
      }
    </AnswerPage>
  );
}
