import { Tag } from "@navikt/ds-react";
import type { PublicBoard } from "@throughline/contract";
import type { BoardEntry, ForumPrompt } from "@throughline/domain";
import { useId, type ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { arrangeBoard, type ArrangedEntry, type ArrangedSection } from "./arrange-board.ts";

export interface BoardViewProps {
  readonly board: Pick<PublicBoard, "prompts" | "entries">;
  readonly order?: readonly string[];
  /** What one can do with an entry. */
  readonly actions?: (entry: BoardEntry) => ReactNode;
  /** Under what stands under a question. */
  readonly under?: (prompt: ForumPrompt | null) => ReactNode;
  /** Shown although the host has hidden it: to the host. */
  readonly host?: boolean;
}

function Words({ entry, host }: { readonly entry: BoardEntry; readonly host: boolean }): ReactNode {
  if (entry.hiddenReason === null) return <p className="board-text">{entry.text}</p>;
  return (
    <>
      <p className="quiet">{t("board.hidden", { reason: entry.hiddenReason })}</p>
      {host && entry.text !== null && (
        <p className="quiet board-text">{t("board.hiddenText", { text: entry.text })}</p>
      )}
    </>
  );
}

function Entry({
  whole: { entry, merged, comments },
  actions,
  host,
}: {
  readonly whole: ArrangedEntry;
  readonly actions: BoardViewProps["actions"];
  readonly host: boolean;
}): ReactNode {
  return (
    <li className="board-entry" data-kind={entry.kind}>
      <div className="board-entry-top">
        <p className="board-count">
          <strong>{entry.votes}</strong>{" "}
          <span className="quiet">{t("board.votesWord", { n: entry.votes })}</span>
        </p>
        <div className="stack-small board-words">
          <p className="row small">
            <span className="quiet">
              {t(entry.kind === "question" ? "board.kindTag.question" : "board.kindTag.idea")}
            </span>
            {entry.theme !== null && (
              <Tag size="xsmall" variant="outline">
                {entry.theme}
              </Tag>
            )}
            {entry.answered && (
              <Tag size="xsmall" variant="success">
                {t("board.answered")}
              </Tag>
            )}
          </p>
          <Words entry={entry} host={host} />
          {merged.map((other) => (
            <div key={other.id} className="board-merged">
              <p className="board-text">
                {t("board.merged", {
                  text: other.text ?? t("board.hidden", { reason: other.hiddenReason ?? "" }),
                })}
              </p>
              <p className="small quiet">{t("board.mergedVotes", { n: other.votes })}</p>
              {actions?.(other)}
            </div>
          ))}
          {actions?.(entry)}
          {comments.length > 0 && (
            <ul className="board-comments" aria-label={t("board.comments", { n: comments.length })}>
              {comments.map((comment) => (
                <li key={comment.id}>
                  <Words entry={comment} host={host} />
                  {host && actions?.(comment)}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </li>
  );
}

function Section({
  section: { prompt, entries },
  number,
  ...props
}: Omit<BoardViewProps, "board" | "order"> & {
  readonly section: ArrangedSection;
  readonly number: number | null;
}): ReactNode {
  const id = useId();
  return (
    <section className="stack board-section" aria-labelledby={id}>
      <div>
        {prompt !== null && <p className="quiet small">{t(`audience.${prompt.audience}`)}</p>}
        <h2 className="section-title" id={id}>
          {number !== null && `${number}. `}
          {prompt === null ? t("board.without") : prompt.text}
        </h2>
      </div>
      {entries.length === 0 ? (
        <p className="quiet">{t("board.nothing")}</p>
      ) : (
        <ul className="board-entries">
          {entries.map((whole) => (
            <Entry
              key={whole.entry.id}
              whole={whole}
              actions={props.actions}
              host={props.host ?? false}
            />
          ))}
        </ul>
      )}
      {props.under?.(prompt)}
    </section>
  );
}

/** What stands on a board, question by question. */
export function BoardView({ board, order = [], ...props }: BoardViewProps): ReactNode {
  const sections = arrangeBoard(board, order);
  const shown = sections.filter(
    ({ prompt, entries }) =>
      prompt !== null || entries.length > 0 || props.under !== undefined || sections.length === 1,
  );
  return (
    <div className="stack-large">
      {shown.map((section, at) => (
        <Section
          key={section.prompt?.id ?? "rest"}
          section={section}
          number={section.prompt === null || board.prompts.length < 2 ? null : at + 1}
          {...props}
        />
      ))}
    </div>
  );
}
