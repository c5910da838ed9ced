import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { t } from "../../texts/t.ts";

/** Leads to what was done to this part of the record, for those who may read it. */
export function RecordHistory({
  kind,
}: {
  readonly kind: "record" | "record_site" | "record_product" | "record_answer";
}): ReactNode {
  const mayRead = useQuery(meQuery).data?.can.includes("audit.read") ?? false;
  if (!mayRead) return null;
  return (
    <p className="no-print record-history">
      <AppLink href={`/audit?kind=${kind}`}>{t("record.history")}</AppLink>
    </p>
  );
}
