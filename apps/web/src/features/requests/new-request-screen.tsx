import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { z } from "zod";
import { meQuery } from "../../api/me.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { AskForm } from "./ask-form.tsx";
import { supplierToAskQuery } from "./queries.ts";

const ScreenState = z.object({
  supplier: z.uuid().optional().catch(undefined),
  contracts: z.string().max(8000).optional().catch(undefined),
  template: z.uuid().optional().catch(undefined),
});

/** Asks one supplier about one contract or many: choose, draft, read over, send. */
export function NewRequestScreen(): ReactNode {
  const [state] = useUrlState(ScreenState);
  const me = useQuery(meQuery);
  const supplier = useQuery(supplierToAskQuery(state.supplier));
  const contractIds = (state.contracts ?? "")
    .split(",")
    .filter((id) => z.uuid().safeParse(id).success);
  return (
    <>
      <PageHeading
        title={t("ask.title")}
        crumbs={[{ href: "/requests", text: t("requests.title") }]}
      />
      {me.data !== undefined && !me.data.can.includes("request.write") ? (
        <EmptyState title={t("ask.mayNot")} what={t("new.mayNotWhat")} />
      ) : state.supplier === undefined ? (
        <AskForm supplier={null} contractIds={contractIds} templateId={state.template ?? null} />
      ) : (
        <Loaded query={supplier} lines={6}>
          {(found) => (
            <AskForm
              supplier={found}
              contractIds={contractIds}
              templateId={state.template ?? null}
            />
          )}
        </Loaded>
      )}
    </>
  );
}
