import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { useChange } from "../../api/use-change.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { emptyProcurement } from "./procurement-draft.ts";
import { ProcurementForm } from "./procurement-form.tsx";

/** Begins a procurement. */
export function NewProcurementScreen(): ReactNode {
  const mayWrite = useQuery(meQuery).data?.can.includes("procurement.write");
  const go = useGo();
  const create = useChange((input: Parameters<typeof api.procurements.create>[0]) =>
    api.procurements.create(input),
  );
  return (
    <>
      <PageHeading
        title={t("procurements.new")}
        crumbs={[{ href: "/procurements", text: t("procurements.title") }]}
      />
      {mayWrite === false ? (
        <EmptyState title={t("procurement.mayNot")} what={t("procurement.mayNotWhat")} />
      ) : (
        <ProcurementForm
          start={emptyProcurement}
          save={t("procurement.begin")}
          busy={create.isPending}
          error={create.error}
          onSave={(input) =>
            create.mutate(input, { onSuccess: ({ id }) => go(`/procurements/${id}`) })
          }
        />
      )}
    </>
  );
}
