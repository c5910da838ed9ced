import { Button } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ForumDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { ButtonLink } from "../../components/button-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { formatLongDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ForumDialog } from "./forum-list-screen.tsx";
import { PromptsSection } from "./prompts-section.tsx";
import { forumQuery, useForumId } from "./queries.ts";
import { SeatsSection } from "./seats-section.tsx";
import { SummarySection } from "./summary-section.tsx";

function sayState(forum: ForumDetail): string {
  const { state, tickets, invited } = forum;
  if (state === "preparing") return t("forums.says.preparing", { invited, tickets });
  if (state === "open")
    return t("forums.says.open", { tickets, date: formatLongDate(forum.openedOn ?? "") });
  const closed = t("forums.says.closed", { tickets, date: formatLongDate(forum.closedOn ?? "") });
  return forum.publishedOn === null
    ? closed
    : `${closed} ${t("forums.says.published", { date: formatLongDate(forum.publishedOn) })}`;
}

/** Opening, closing, showing the board, and taking part oneself. */
function Acts({ forum }: { readonly forum: ForumDetail }): ReactNode {
  const [task, setTask] = useState<"open" | "close" | "edit" | null>(null);
  const at = { forumId: forum.id, version: forum.version };
  const open = useChange(() => api.forums.open(at));
  const close = useChange(() => api.forums.close(at));
  const join = useChange(() => api.forums.takeOwnSeat({ forumId: forum.id }));
  const stop = (): void => setTask(null);
  return (
    <div className="stack no-print">
      {join.isError && <ProblemNotice error={join.error} />}
      <div className="row">
        {forum.can.open && <Button onClick={() => setTask("open")}>{t("forums.open")}</Button>}
        {forum.state !== "preparing" && (
          <ButtonLink href={`/forums/${forum.id}/board`}>{t("forums.showBoard")}</ButtonLink>
        )}
        {forum.can.close && (
          <Button variant="secondary" onClick={() => setTask("close")}>
            {t("forums.close")}
          </Button>
        )}
        {forum.can.write && forum.can.join && join.data === undefined && (
          <Button
            variant="secondary"
            loading={join.isPending}
            onClick={() => join.mutate(undefined)}
          >
            {t("forums.takePart")}
          </Button>
        )}
        {forum.can.write && forum.state === "preparing" && (
          <Button variant="tertiary" onClick={() => setTask("edit")}>
            {t("forums.edit")}
          </Button>
        )}
      </div>
      {join.data !== undefined && (
        <div className="notice notice-good stack-small" role="status">
          <p>{t("forums.takePartWhat")}</p>
          <p>
            <a href={join.data.link} target="_blank" rel="noopener noreferrer">
              {t("forums.takePartOpen")}
            </a>
          </p>
        </div>
      )}
      {task === "open" && (
        <ConfirmDialog
          title={t("forums.open")}
          what={t("forums.openWhat")}
          doIt={t("forums.open")}
          busy={open.isPending}
          error={open.error}
          onConfirm={() => open.mutate(undefined, { onSuccess: stop })}
          onClose={stop}
        />
      )}
      {task === "close" && (
        <ConfirmDialog
          title={t("forums.closeTitle")}
          what={t("forums.closeWhat")}
          doIt={t("forums.close")}
          busy={close.isPending}
          error={close.error}
          onConfirm={() => close.mutate(undefined, { onSuccess: stop })}
          onClose={stop}
        />
      )}
      {task === "edit" && <ForumDialog forum={forum} onClose={stop} />}
    </div>
  );
}

/** One session, for its host. */
export function ForumScreen(): ReactNode {
  const forumId = useForumId();
  const query = useQuery(forumQuery(forumId));
  return (
    <Loaded query={query} lines={8} page>
      {(forum) => (
        <div className="stack-large">
          <PageHeading
            title={forum.title}
            crumbs={[{ href: "/forums", text: t("forums.title") }]}
            lead={
              <div className="stack-small measure">
                <p className="quiet">
                  {formatLongDate(forum.heldOn)} · {t("forums.rule")}
                </p>
                <p className="board-text">{forum.purpose}</p>
              </div>
            }
          />
          <section className="card stack" aria-label={t("forums.col.state")}>
            <p>
              <strong>{sayState(forum)}</strong>
            </p>
            {forum.notYet !== null && <p>{forum.notYet}</p>}
            <Acts forum={forum} />
            {forum.state !== "closed" && (
              <div className="stack-small">
                <p>
                  {t("forums.mark")}: <code className="secret">{forum.mark}</code>
                </p>
                <p className="quiet small measure">{t("forums.markWhat")}</p>
              </div>
            )}
          </section>
          {forum.state === "closed" && <SummarySection forum={forum} />}
          <PromptsSection forum={forum} />
          <section className="stack-small" aria-labelledby="forum-institutions">
            <h2 className="section-title" id="forum-institutions">
              {t("forums.institutions")}
            </h2>
            <p>
              {forum.institutions.length === 0
                ? t("forums.institutionsNone")
                : `${forum.institutions.join(", ")}.`}
            </p>
            <p className="quiet small">{t("forums.institutionsWhat")}</p>
          </section>
          <SeatsSection forum={forum} />
        </div>
      )}
    </Loaded>
  );
}
