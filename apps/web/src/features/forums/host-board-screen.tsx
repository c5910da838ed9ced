import { Button, Checkbox, Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { PublicBoard } from "@throughline/contract";
import type { BoardEntry } from "@throughline/domain";
import { useMemo, useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeading } from "../../components/page-heading.tsx";
import { formatLongDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { BoardNews } from "./board-news.tsx";
import { BoardView } from "./board-view.tsx";
import { forumQuery, useForumId } from "./queries.ts";
import { useBoard } from "./use-board.ts";

/** Groups, merges, hides with a reason, marks as answered. */
function ModerateDialog({
  forumId,
  board,
  entry,
  onClose,
}: {
  readonly forumId: string;
  readonly board: PublicBoard;
  readonly entry: BoardEntry;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState({
    theme: entry.theme ?? "",
    mergedInto: entry.mergedInto ?? "",
    hiddenReason: entry.hiddenReason ?? "",
    answered: entry.answered,
  });
  const save = useChange(() =>
    api.forums.moderate({
      forumId,
      entryId: entry.id,
      theme: draft.theme.trim() === "" ? null : draft.theme.trim(),
      ...(entry.kind === "comment"
        ? {}
        : { mergedInto: draft.mergedInto === "" ? null : draft.mergedInto }),
      hiddenReason: draft.hiddenReason.trim() === "" ? null : draft.hiddenReason.trim(),
      answered: draft.answered,
    }),
  );
  const others = board.entries.filter(
    (other) => other.id !== entry.id && other.kind === entry.kind && other.mergedInto === null,
  );
  return (
    <FormDialog
      title={t("board.moderateDo")}
      save={t("board.moderateSave")}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <blockquote className="board-text quote">{entry.text}</blockquote>
      {entry.kind !== "comment" && (
        <>
          <TextField
            size="small"
            maxLength={120}
            label={t("board.themeLabel")}
            value={draft.theme}
            onChange={(event) => setDraft({ ...draft, theme: event.target.value })}
          />
          <Select
            size="small"
            label={t("board.mergeInto")}
            value={draft.mergedInto}
            onChange={(event) => setDraft({ ...draft, mergedInto: event.target.value })}
          >
            <option value="">{t("board.mergeNone")}</option>
            {others.map((other) => (
              <option key={other.id} value={other.id}>
                {(other.text ?? "").slice(0, 100)}
              </option>
            ))}
          </Select>
        </>
      )}
      {entry.kind === "question" && (
        <Checkbox
          size="small"
          checked={draft.answered}
          onChange={(event) => setDraft({ ...draft, answered: event.target.checked })}
        >
          {t("board.answeredLabel")}
        </Checkbox>
      )}
      <TextField
        size="small"
        maxLength={300}
        label={t("board.hideLabel")}
        description={t("board.hideHelp")}
        value={draft.hiddenReason}
        onChange={(event) => setDraft({ ...draft, hiddenReason: event.target.value })}
      />
    </FormDialog>
  );
}

function HostBoard({
  forumId,
  mayWrite,
  heldOn,
  mark,
}: {
  readonly forumId: string;
  readonly mayWrite: boolean;
  readonly heldOn: string;
  readonly mark: string;
}): ReactNode {
  const source = useMemo(
    () => ({
      path: `/forums/${forumId}/live`,
      headers: {},
      credentials: "same-origin" as const,
      read: () => api.forums.board({ forumId }),
    }),
    [forumId],
  );
  const { board, following } = useBoard(source);
  const [moderated, setModerated] = useState<BoardEntry | null>(null);
  if (board === null) return <p role="status">{t("app.loading")}</p>;
  return (
    <div className="stack-large board-screen">
      <PageHeading
        title={board.title}
        crumbs={[
          { href: "/forums", text: t("forums.title") },
          { href: `/forums/${forumId}`, text: board.title },
        ]}
        lead={
          <>
            <p className="measure">{t("board.nobody")}</p>
            <p className="quiet">
              {formatLongDate(heldOn)} · {t("forums.rule")} ·{" "}
              {t("board.tickets", { n: board.tickets })}
              {board.state === "open" && (
                <>
                  {" · "}
                  {t("forums.mark")}: <strong>{mark}</strong> · {t(`board.following.${following}`)}
                </>
              )}
            </p>
          </>
        }
      />
      <BoardNews entries={board.entries} />
      <BoardView
        board={board}
        host
        actions={(entry) =>
          mayWrite ? (
            <div className="no-print">
              <Button
                size="xsmall"
                variant="tertiary"
                aria-label={t("board.moderate", { text: entry.text ?? "" })}
                onClick={() => setModerated(entry)}
              >
                {t("board.moderateDo")}
              </Button>
            </div>
          ) : null
        }
      />
      {moderated !== null && (
        <ModerateDialog
          forumId={forumId}
          board={board}
          entry={moderated}
          onClose={() => setModerated(null)}
        />
      )}
    </div>
  );
}

/** The board for a big screen: questions, what was said by votes, live. */
export function HostBoardScreen(): ReactNode {
  const forumId = useForumId();
  const query = useQuery(forumQuery(forumId));
  return (
    <Loaded query={query} lines={8} page>
      {(forum) => (
        <HostBoard
          forumId={forumId}
          mayWrite={forum.can.write && forum.publishedOn === null}
          heldOn={forum.heldOn}
          mark={forum.mark}
        />
      )}
    </Loaded>
  );
}
