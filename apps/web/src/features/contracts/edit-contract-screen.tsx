import { useQuery } from "@tanstack/react-query";
import { useGo } from "../../routing/use-go.ts";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { t } from "../../texts/t.ts";
import { draftOf } from "./contract-draft.ts";
import { ContractForm } from "./contract-form.tsx";
import { contractQuery, useContractId } from "./queries.ts";

/** Changes what is recorded of a contract. Somebody else's change in between is said, and nothing is overwritten. */
export function EditContractScreen(): ReactNode {
  const id = useContractId();
  const go = useGo();
  const contract = useQuery({ ...contractQuery(id), refetchOnWindowFocus: false });
  const revise = useChange((input: Parameters<typeof api.contracts.revise>[0]) =>
    api.contracts.revise(input),
  );
  return (
    <>
      <PageHeading
        title={t("edit.title")}
        crumbs={[
          { href: "/contracts", text: t("contracts.title") },
          ...(contract.data === undefined
            ? []
            : [{ href: `/contracts/${id}`, text: contract.data.title }]),
        ]}
      />
      <Loaded query={contract} lines={10}>
        {(data) => (
          <div style={{ maxWidth: "60rem" }}>
            <ContractForm
              key={data.version}
              start={draftOf(data)}
              existing={data}
              save={t("edit.save")}
              busy={revise.isPending}
              error={revise.error}
              onReload={() => {
                revise.reset();
                void contract.refetch();
              }}
              onSave={({ kind: _kind, ...input }) =>
                revise.mutate(
                  { ...input, id, version: data.version },
                  { onSuccess: () => go(`/contracts/${id}`) },
                )
              }
            />
          </div>
        )}
      </Loaded>
    </>
  );
}
