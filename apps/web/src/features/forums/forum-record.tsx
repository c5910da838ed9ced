import type { ReactNode } from "react";
import type { ApiClient } from "@throughline/contract";
import { PageHeading } from "../../components/page-heading.tsx";
import { formatLongDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { BoardView } from "./board-view.tsx";

type Look = Awaited<ReturnType<ApiClient["board"]["look"]>>;

/** Summary and board, as the host published them. */
export function ForumRecord({ look }: { readonly look: Look }): ReactNode {
  const { record } = look;
  if (record === null)
    return (
      <div className="stack">
        <PageHeading title={look.title} />
        <div className="notice">
          <h2>{t("joinBoard.closed")}</h2>
          <p>{t("joinBoard.closedWhat")}</p>
        </div>
      </div>
    );
  return (
    <div className="stack-large">
      <PageHeading
        title={look.title}
        lead={
          <p>
            {look.host} ·{" "}
            {t("forumRecord.says", { date: formatLongDate(look.heldOn), tickets: look.tickets })}
          </p>
        }
      />
      <section className="stack measure" aria-labelledby="record-summary">
        <h2 className="section-title" id="record-summary">
          {t("forumRecord.title")}
        </h2>
        <p className="board-text">{record.summary}</p>
      </section>
      {record.institutions.length > 0 && (
        <section className="stack-small" aria-labelledby="record-institutions">
          <h2 className="section-title" id="record-institutions">
            {t("forumRecord.institutions")}
          </h2>
          <p>{record.institutions.join(", ")}.</p>
        </section>
      )}
      <section className="stack" aria-labelledby="record-board">
        <h2 className="section-title" id="record-board">
          {t("forumRecord.board")}
        </h2>
        <BoardView board={record} />
      </section>
    </div>
  );
}
