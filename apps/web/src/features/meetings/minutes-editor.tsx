import { Textarea } from "@navikt/ds-react";
import type { KeyboardEvent, ReactNode } from "react";
import type { Meeting } from "../../api/dialogue.ts";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";
import { contentOf, mergeMinutes } from "./merge-minutes.ts";
import type { MinutesDraft } from "./use-minutes-draft.ts";

function SavingSays({ draft }: { readonly draft: MinutesDraft }): ReactNode {
  const at =
    draft.savedAt === null
      ? null
      : new Date(draft.savedAt).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return (
    <p className="small quiet" role="status">
      {draft.saving === "saved"
        ? at === null
          ? t("write.nothingYet")
          : t("write.saved", { at })
        : t(`write.${draft.saving}`)}
    </p>
  );
}

/** What was said, beside each item; saves itself. Ctrl+Enter goes to a promise, Ctrl+Shift+Enter to an obstacle. */
export function MinutesEditor({
  meeting,
  draft,
  onReload,
  onFocusItem,
  onCommitment,
  onObstacle,
}: {
  readonly meeting: Meeting;
  readonly draft: MinutesDraft;
  readonly onReload: () => void;
  readonly onFocusItem: (agendaItemId: string | null) => void;
  readonly onCommitment: () => void;
  readonly onObstacle: () => void;
}): ReactNode {
  const { content } = draft;
  const rows = mergeMinutes(meeting.items, content);
  function shortcut(event: KeyboardEvent): void {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    if (event.shiftKey) onObstacle();
    else onCommitment();
  }
  return (
    <div className="stack">
      <div className="spread">
        <p className="small quiet">{t("write.keys")}</p>
        <SavingSays draft={draft} />
      </div>
      {draft.error !== null && <ProblemNotice error={draft.error} onReload={onReload} />}
      {rows.map((row, at) => {
        const item = meeting.items.find(({ id }) => id === row.agendaItemId);
        return (
          <div key={row.agendaItemId ?? `row ${at}`} className="card stack-small">
            {item !== undefined && (item.detail !== "" || item.brings !== "") && (
              <details className="plain small">
                <summary>{t("write.whatWasAsked", { title: row.title })}</summary>
                <p className="agenda-text">{item.detail}</p>
                {item.brings !== "" && (
                  <p>
                    <span className="quiet">{t("agenda.bringsSay")}</span> {item.brings}
                  </p>
                )}
              </details>
            )}
            <Textarea
              id={`minutes-${row.agendaItemId ?? at}`}
              size="small"
              minRows={2}
              label={t("write.item", { n: at + 1, title: row.title })}
              value={row.text}
              onFocus={() => onFocusItem(row.agendaItemId)}
              onKeyDown={shortcut}
              onChange={(event) =>
                draft.write(
                  contentOf(
                    content.summary,
                    rows.map((other) =>
                      other === row ? { ...row, text: event.target.value } : other,
                    ),
                  ),
                )
              }
            />
          </div>
        );
      })}
      <Textarea
        size="small"
        minRows={2}
        label={`${t("write.summary")} ${t("form.optional")}`}
        description={t("write.summaryHelp")}
        value={content.summary}
        onFocus={() => onFocusItem(null)}
        onKeyDown={shortcut}
        onChange={(event) => draft.write(contentOf(event.target.value, rows))}
      />
    </div>
  );
}
