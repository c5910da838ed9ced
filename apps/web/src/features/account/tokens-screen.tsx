import { Button } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { meQuery } from "../../api/me.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { SecretOnce } from "../../components/secret-once.tsx";
import { formatDate, formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { AccountHeading } from "./account-heading.tsx";
import { tokensQuery, type Token } from "./queries.ts";
import { TokenForm, type MadeToken } from "./token-form.tsx";

function columnsOf(
  actingId: string | undefined,
  onRevoke: (token: Token) => void,
): readonly DataColumn<Token>[] {
  return [
    {
      id: "name",
      header: t("tokens.name"),
      value: (token) => token.name,
      names: true,
      cell: (token) => (
        <>
          <strong>{token.name}</strong>
          {token.start !== null && <code className="sub">{token.start}…</code>}
          {token.organisationId !== actingId && (
            <span className="sub">{t("tokens.otherOrganisation")}</span>
          )}
        </>
      ),
    },
    {
      id: "scopes",
      header: t("tokens.scopeCol"),
      value: (token) => token.scopes.map((scope) => t(`permission.${scope}`)).join(", "),
    },
    {
      id: "created",
      header: t("tokens.created"),
      value: (token) => formatDate(token.createdAt),
    },
    { id: "ends", header: t("tokens.ends"), value: (token) => formatDate(token.expiresAt) },
    {
      id: "used",
      header: t("tokens.lastUsed"),
      value: (token) =>
        token.lastUsedAt === null ? t("tokens.neverUsed") : formatInstant(token.lastUsedAt),
    },
    {
      id: "act",
      header: t("tokens.act"),
      unlabelled: true,
      value: () => null,
      cell: (token) => (
        <Button
          size="small"
          variant="secondary"
          aria-label={t("tokens.revokeThat", { name: token.name })}
          onClick={() => onRevoke(token)}
        >
          {t("tokens.revoke")}
        </Button>
      ),
    },
  ];
}

/** One's API tokens: made, shown once, revoked. */
export function TokensScreen(): ReactNode {
  const me = useQuery(meQuery).data;
  const tokens = useQuery(tokensQuery);
  const queries = useQueryClient();
  const [made, setMade] = useState<MadeToken | null>(null);
  const [asked, setAsked] = useState<Token | null>(null);
  const refresh = (): Promise<void> =>
    queries.invalidateQueries({ queryKey: tokensQuery.queryKey });
  const revoke = useMutation({
    mutationFn: (token: Token) => api.account.revokeToken({ id: token.id }),
    onSuccess: async (_done, token) => {
      setAsked(null);
      if (made?.token.id === token.id) setMade(null);
      await refresh();
    },
  });
  const acting = me?.acting ?? null;
  return (
    <>
      <AccountHeading title={t("tokens.title")} />
      <div className="stack">
        {acting !== null && (
          <p className="measure">
            {t("tokens.what", { organisation: acting.organisationName })}{" "}
            <AppLink href="/api-docs">{t("tokens.howTo")}</AppLink>
          </p>
        )}
        {made !== null && (
          <SecretOnce
            title={t("tokens.made", { name: made.token.name })}
            what={t("tokens.madeWhat", { date: formatDate(made.token.expiresAt) })}
            secret={made.secret}
          />
        )}
        <Loaded query={tokens} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t("tokens.none")} what={t("tokens.noneWhat")} />
            ) : (
              <DataTable
                caption={t("tokens.title")}
                columns={columnsOf(acting?.organisationId, (token) => {
                  revoke.reset();
                  setAsked(token);
                })}
                rows={items}
                rowKey={(token) => token.id}
              />
            )
          }
        </Loaded>
        {me !== undefined && acting !== null && (
          <section className="card stack" aria-labelledby="new-token">
            <h2 className="section-title" id="new-token">
              {t("tokens.new")}
            </h2>
            <TokenForm
              can={me.can}
              onMade={(next) => {
                setMade(next);
                void refresh();
              }}
            />
          </section>
        )}
      </div>
      {asked !== null && (
        <ConfirmDialog
          title={t("tokens.revokeTitle", { name: asked.name })}
          what={t("tokens.revokeWhat")}
          doIt={t("tokens.revoke")}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(asked)}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
