import { ToggleGroup } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useGo } from "../../routing/use-go.ts";
import type { ReactNode } from "react";
import { z } from "zod";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { meQuery } from "../../api/me.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { useUrlState } from "../../routing/use-url-state.ts";
import { t } from "../../texts/t.ts";
import { emptyDraft } from "./contract-draft.ts";
import { ContractForm } from "./contract-form.tsx";
import { ImportContract } from "./import-contract.tsx";
import { ownOrganisationQuery } from "./queries.ts";

const ways = ["type", "file", "notice"] as const;
const State = z.object({ by: z.enum(ways).catch("type").default("type") });

/** Records a contract: typed in, from a contract file, or from a public notice. */
export function NewContractScreen(): ReactNode {
  const [{ by }, setState] = useUrlState(State);
  const own = useQuery(ownOrganisationQuery);
  const mayWrite = useQuery(meQuery).data?.can.includes("contract.write");
  const go = useGo();
  const create = useChange((input: Parameters<typeof api.contracts.create>[0]) =>
    api.contracts.create(input),
  );
  return (
    <>
      <PageHeading
        title={t("new.title")}
        crumbs={[{ href: "/contracts", text: t("contracts.title") }]}
      />
      {mayWrite === false ? (
        <EmptyState title={t("new.mayNot")} what={t("new.mayNotWhat")} />
      ) : (
        <div className="stack-large" style={{ maxWidth: "60rem" }}>
          <ToggleGroup
            label={t("new.how")}
            size="small"
            value={by}
            onChange={(value) => setState({ by: ways.find((way) => way === value) ?? "type" })}
          >
            {ways.map((way) => (
              <ToggleGroup.Item key={way} value={way} label={t(`new.${way}`)} />
            ))}
          </ToggleGroup>
          {by === "type" ? (
            <Loaded query={own} lines={10}>
              {(organisation) => (
                <ContractForm
                  start={emptyDraft(organisation)}
                  own={organisation}
                  existing={null}
                  save={t("new.save")}
                  busy={create.isPending}
                  error={create.error}
                  onSave={(input) =>
                    create.mutate(input, {
                      onSuccess: ({ id }) => go(`/contracts/${id}`),
                    })
                  }
                />
              )}
            </Loaded>
          ) : (
            <ImportContract key={by} what={by} />
          )}
        </div>
      )}
    </>
  );
}
