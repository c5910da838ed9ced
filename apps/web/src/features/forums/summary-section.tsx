import { Button, Textarea } from "@navikt/ds-react";
import type { ForumDetail } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { saveFile } from "../../api/save-file.ts";
import { useChange } from "../../api/use-change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

const formats = ["docx", "pdf", "xlsx", "csv", "json"] as const;

/** The summary: written, published once, taken along with the board as its appendix. */
export function SummarySection({ forum }: { readonly forum: ForumDetail }): ReactNode {
  const [text, setText] = useState(forum.summary);
  const [publishing, setPublishing] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const save = useChange(() =>
    api.forums.saveSummary({ forumId: forum.id, version: forum.version, summary: text }),
  );
  const publish = useChange(() =>
    api.forums.publish({ forumId: forum.id, version: forum.version }),
  );
  const writes = forum.can.write && forum.publishedOn === null;
  return (
    <section className="stack" aria-labelledby="forum-summary">
      <h2 className="section-title" id="forum-summary">
        {t("forums.summary")}
      </h2>
      {writes ? (
        <>
          {save.isError && <ProblemNotice error={save.error} />}
          <Textarea
            size="small"
            minRows={6}
            maxLength={40_000}
            label={t("forums.summaryLabel")}
            description={t("forums.summaryWhat")}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="row">
            <Button
              size="small"
              variant="secondary"
              loading={save.isPending}
              onClick={() => save.mutate(undefined)}
            >
              {t("forums.summarySave")}
            </Button>
            {forum.can.publish && (
              <Button
                size="small"
                disabled={forum.summary.trim() === "" || text !== forum.summary}
                onClick={() => setPublishing(true)}
              >
                {t("forums.publish")}
              </Button>
            )}
            {save.isSuccess && text === forum.summary && (
              <span role="status">{t("forums.summarySaved")}</span>
            )}
          </div>
        </>
      ) : (
        <p className="board-text measure">
          {forum.summary === "" ? t("forums.summaryNone") : forum.summary}
        </p>
      )}
      <div className="stack-small no-print">
        <h3>{t("forums.export")}</h3>
        <p className="quiet">{t("forums.exportWhat")}</p>
        {failed !== null && <ProblemNotice error={failed} />}
        <div className="row">
          {formats.map((format) => (
            <Button
              key={format}
              size="small"
              variant="secondary"
              onClick={() => {
                setFailed(null);
                saveFile({
                  path: `/forums/${forum.id}/appendix?format=${format}`,
                  name: `forum.${format}`,
                }).catch(setFailed);
              }}
            >
              {t(`forums.export.${format}`)}
            </Button>
          ))}
        </div>
      </div>
      {publishing && (
        <ConfirmDialog
          title={t("forums.publish")}
          what={t("forums.publishWhat")}
          doIt={t("forums.publish")}
          busy={publish.isPending}
          error={publish.error}
          onConfirm={() => publish.mutate(undefined, { onSuccess: () => setPublishing(false) })}
          onClose={() => setPublishing(false)}
        />
      )}
    </section>
  );
}
