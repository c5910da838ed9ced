import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useGo } from "../../routing/use-go.ts";
import { t } from "../../texts/t.ts";
import { draftOf } from "./procurement-draft.ts";
import { ProcurementForm } from "./procurement-form.tsx";
import { procurementQuery, useProcurementId } from "./queries.ts";

/** Changes what is recorded of a procurement. */
export function EditProcurementScreen(): ReactNode {
  const id = useProcurementId();
  const procurement = useQuery(procurementQuery(id));
  const go = useGo();
  const revise = useChange((input: Parameters<typeof api.procurements.revise>[0]) =>
    api.procurements.revise(input),
  );
  return (
    <Loaded query={procurement} lines={10} page>
      {(detail) => (
        <>
          <PageHeading
            title={t("procurement.edit")}
            crumbs={[
              { href: "/procurements", text: t("procurements.title") },
              { href: `/procurements/${id}`, text: detail.facts.title },
            ]}
          />
          <ProcurementForm
            start={draftOf(detail)}
            knownLots={detail.facts.lots}
            save={t("form.save")}
            busy={revise.isPending}
            error={revise.error}
            onReload={() => {
              revise.reset();
              void procurement.refetch();
            }}
            onSave={(input) =>
              revise.mutate(
                { ...input, id, version: detail.version },
                { onSuccess: () => go(`/procurements/${id}`) },
              )
            }
          />
        </>
      )}
    </Loaded>
  );
}
