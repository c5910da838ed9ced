import { Button } from "@navikt/ds-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { BoardEntry } from "@throughline/domain";
import { useEffect, useMemo, useState, type ReactNode } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { orderByVotes } from "./arrange-board.ts";
import { boardClient, ticketHeaders } from "./board-client.ts";
import { BoardNews } from "./board-news.tsx";
import { BoardView } from "./board-view.tsx";
import { forgetTicket } from "./keep-ticket.ts";
import { CommentForm, SayForm } from "./say-form.tsx";
import { useBoard } from "./use-board.ts";

type BoardApi = ReturnType<typeof boardClient>;

/** Vote and comment on one entry. A vote shows at once; the count comes from the board. */
function EntryActs({
  api,
  entry,
  voted,
  onVote,
}: {
  readonly api: BoardApi;
  readonly entry: BoardEntry;
  readonly voted: boolean;
  readonly onVote: (cast: boolean) => void;
}): ReactNode {
  const [commenting, setCommenting] = useState(false);
  const vote = useMutation({
    mutationFn: (cast: boolean) => api.act({ act: "vote", entryId: entry.id, for: cast }),
    onSuccess: (_, cast) => onVote(cast),
  });
  if (entry.hiddenReason !== null || entry.mergedInto !== null) return null;
  return (
    <div className="stack-small no-print">
      {vote.isError && <ProblemNotice error={vote.error} />}
      <div className="row">
        <Button
          size="xsmall"
          variant={voted ? "primary" : "secondary"}
          aria-pressed={voted}
          aria-label={t("board.voteFor", { text: entry.text ?? "" })}
          loading={vote.isPending}
          onClick={() => vote.mutate(!voted)}
        >
          {voted && <span aria-hidden="true">✓ </span>}
          {t("board.vote")}
        </Button>
        {!commenting && (
          <Button
            size="xsmall"
            variant="tertiary"
            aria-label={t("board.commentOn", { text: entry.text ?? "" })}
            onClick={() => setCommenting(true)}
          >
            {t("board.comment")}
          </Button>
        )}
      </div>
      {commenting && (
        <CommentForm api={api} parentId={entry.id} onDone={() => setCommenting(false)} />
      )}
    </div>
  );
}

/** The board for somebody with a ticket. */
export function ParticipantBoard({
  ticket,
  mark,
  onEnd,
  onForget,
}: {
  readonly ticket: string;
  /** The board's, where the link told it. */
  readonly mark: string | null;
  readonly onEnd: ReactNode;
  readonly onForget: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const api = useMemo(() => boardClient(ticket), [ticket]);
  const mine = useQuery({ queryKey: ["board", ticket], queryFn: () => api.read(), retry: 1 });
  const source = useMemo(
    () => ({
      path: "/board/live",
      headers: ticketHeaders(ticket),
      credentials: "omit" as const,
      read: () => api.read(),
    }),
    [api, ticket],
  );
  const { board, following, ended } = useBoard(source);
  const [order, setOrder] = useState<readonly string[]>([]);
  const [leaving, setLeaving] = useState(false);
  const forumId = ticket.split(".")[1] ?? "";
  useEffect(() => {
    // It admits to nothing any more.
    if (ended) forgetTicket(forumId);
  }, [ended, forumId]);
  if (ended) return onEnd;
  if (board === null)
    return mine.isError ? (
      <ProblemNotice error={mine.error} />
    ) : (
      <p role="status">{t("app.loading")}</p>
    );
  const votedFor = new Set(mine.data?.votedFor);
  function note(entryId: string, cast: boolean): void {
    queries.setQueryData(["board", ticket], (known: typeof mine.data) =>
      known === undefined
        ? known
        : {
            ...known,
            votedFor: [
              ...known.votedFor.filter((id) => id !== entryId),
              ...(cast ? [entryId] : []),
            ],
          },
    );
  }
  const open = board.state === "open";
  return (
    <div className="stack-large">
      <PageHeading
        title={board.title}
        lead={
          <>
            <p className="measure">{t("board.nobody")}</p>
            <p className="quiet small">
              {board.host} · {t("forums.rule")}
              {mark !== null && ` · ${t("forums.mark")}: ${mark}`}
              {" · "}
              {t(`board.following.${following}`)}
            </p>
          </>
        }
        actions={
          open ? (
            <Button
              size="small"
              variant="secondary"
              onClick={() => setOrder(orderByVotes(board.entries))}
            >
              {t("board.orderByVotes")}
            </Button>
          ) : undefined
        }
      />
      {open ? (
        <>
          <BoardNews entries={board.entries} />
          <p className="quiet small measure no-print">
            {t("board.lateWhat")} {t("board.styleWhat")}
          </p>
          <BoardView
            board={board}
            order={order.length === 0 ? orderByVotes(mine.data?.entries ?? []) : order}
            actions={(entry) => (
              <EntryActs
                api={api}
                entry={entry}
                voted={votedFor.has(entry.id)}
                onVote={(cast) => note(entry.id, cast)}
              />
            )}
            under={(prompt) => <SayForm api={api} prompt={prompt} />}
          />
        </>
      ) : (
        <div className="notice notice-good" role="status">
          <h2>{t("board.notOpen")}</h2>
          <p>{t("board.notOpenWhat", { tickets: board.tickets })}</p>
        </div>
      )}
      <div className="no-print">
        <Button size="small" variant="tertiary" onClick={() => setLeaving(true)}>
          {t("board.leave")}
        </Button>
      </div>
      {leaving && (
        <ConfirmDialog
          title={t("board.leaveTitle")}
          what={t("board.leaveWhat")}
          doIt={t("board.leave")}
          busy={false}
          error={null}
          onConfirm={onForget}
          onClose={() => setLeaving(false)}
        />
      )}
    </div>
  );
}
