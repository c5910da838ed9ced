import { Button } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../../api/client.ts";
import { DataTable, type DataColumn } from "../../components/data-table.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { ToneTag } from "../../components/tags.tsx";
import { formatInstant } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { sessionsQuery, type Session } from "./queries.ts";
import { readDevice } from "./read-device.ts";

const deviceOf = (session: Session): string =>
  readDevice(session.device) ?? t("sessions.unknownDevice");

/** Where one is signed in; every session but the present one can be ended. */
export function SessionList(): ReactNode {
  const sessions = useQuery(sessionsQuery);
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: (session: Session) => api.account.revokeSession({ id: session.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const columns: readonly DataColumn<Session>[] = [
    {
      id: "device",
      header: t("sessions.device"),
      value: deviceOf,
      names: true,
      cell: (session) => (
        <span className="row">
          <strong>{deviceOf(session)}</strong>
          {session.current && <ToneTag tone="good">{t("sessions.current")}</ToneTag>}
        </span>
      ),
    },
    {
      id: "started",
      header: t("sessions.started"),
      value: (session) => formatInstant(session.startedAt),
    },
    {
      id: "seen",
      header: t("sessions.seen"),
      value: (session) => formatInstant(session.lastSeenAt),
    },
    {
      id: "ends",
      header: t("sessions.ends"),
      value: (session) => formatInstant(session.expiresAt),
    },
    {
      id: "act",
      header: t("sessions.act"),
      unlabelled: true,
      value: () => null,
      cell: (session) =>
        !session.current && (
          <Button
            size="small"
            variant="secondary"
            aria-label={t("sessions.revokeThat", {
              device: deviceOf(session),
              seen: formatInstant(session.lastSeenAt),
            })}
            loading={revoke.isPending && revoke.variables.id === session.id}
            onClick={() => revoke.mutate(session)}
          >
            {t("sessions.revoke")}
          </Button>
        ),
    },
  ];
  return (
    <section className="card stack" aria-labelledby="sessions">
      <div>
        <h2 className="section-title" id="sessions">
          {t("sessions.title")}
        </h2>
        <p className="quiet">{t("sessions.what")}</p>
      </div>
      {revoke.isError && <ProblemNotice error={revoke.error} />}
      {revoke.isSuccess && (
        <p role="status">{t("sessions.revoked", { device: deviceOf(revoke.variables) })}</p>
      )}
      <Loaded query={sessions} lines={2}>
        {({ items }) => (
          <>
            <DataTable
              caption={t("sessions.title")}
              columns={columns}
              rows={items}
              rowKey={(session) => session.id}
            />
            {items.length === 1 && <p className="quiet">{t("sessions.onlyThis")}</p>}
          </>
        )}
      </Loaded>
    </section>
  );
}
