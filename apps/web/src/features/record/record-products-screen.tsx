import type { ReactNode } from "react";
import { OwnProducts } from "../../components/record/own-products.tsx";
import { t } from "../../texts/t.ts";
import { RecordHeading, useMayWrite } from "./record-heading.tsx";
import { RecordHistory } from "./record-history.tsx";

/** Products of our record. */
export function RecordProductsScreen(): ReactNode {
  const mayWrite = useMayWrite();
  return (
    <>
      <RecordHeading title={t("ownProduct.title")} />
      <OwnProducts canWrite={mayWrite} />
      <RecordHistory kind="record_product" />
    </>
  );
}
