import { Button, Select, TextField } from "@navikt/ds-react";
import type { ForumDetail } from "@throughline/contract";
import { audiences, type Audience } from "@throughline/domain";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

interface Draft {
  readonly key: string;
  readonly id?: string;
  readonly audience: Audience;
  readonly text: string;
}

/** The questions the host puts. */
export function PromptsSection({ forum }: { readonly forum: ForumDetail }): ReactNode {
  const [editing, setEditing] = useState(false);
  return (
    <section className="stack" aria-labelledby="forum-prompts">
      <div className="spread">
        <h2 className="section-title" id="forum-prompts">
          {t("forums.prompts")}
        </h2>
        {forum.can.write && forum.state !== "closed" && (
          <Button size="small" variant="secondary" onClick={() => setEditing(true)}>
            {t("forums.promptsEdit")}
          </Button>
        )}
      </div>
      {forum.prompts.length === 0 ? (
        <p className="quiet">{t("forums.promptsNone")}</p>
      ) : (
        <ol className="board-prompts">
          {forum.prompts.map((prompt) => (
            <li key={prompt.id}>
              {prompt.text}
              <span className="sub quiet small"> {t(`audience.${prompt.audience}`)}</span>
            </li>
          ))}
        </ol>
      )}
      {editing && <PromptsDialog forum={forum} onClose={() => setEditing(false)} />}
    </section>
  );
}

function PromptsDialog({
  forum,
  onClose,
}: {
  readonly forum: ForumDetail;
  readonly onClose: () => void;
}): ReactNode {
  const [drafts, setDrafts] = useState<readonly Draft[]>(() =>
    forum.prompts.length === 0
      ? [{ key: crypto.randomUUID(), audience: "all", text: "" }]
      : forum.prompts.map((prompt) => ({ ...prompt, key: prompt.id })),
  );
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const save = useChange(() =>
    api.forums.setPrompts({
      forumId: forum.id,
      version: forum.version,
      prompts: drafts.map(({ key: _, ...prompt }) => prompt),
    }),
  );
  function change(key: string, to: Partial<Draft>): void {
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...to } : draft)));
  }
  function moveUp(at: number): void {
    setDrafts(
      drafts.map(
        (draft, here) => drafts[here === at ? at - 1 : here === at - 1 ? at : here] ?? draft,
      ),
    );
  }
  function check(): void {
    const found = drafts.flatMap(({ key, text }, at) =>
      text.trim() === ""
        ? [{ field: `prompt-${key}`, message: t("forums.promptFault", { n: at + 1 }) }]
        : [],
    );
    setFaults(found);
    if (found.length === 0) save.mutate(undefined, { onSuccess: onClose });
  }
  return (
    <FormDialog
      title={t("forums.promptsEdit")}
      save={t("forums.promptsSave")}
      busy={save.isPending}
      error={save.error}
      faults={faults}
      onSave={check}
      onClose={onClose}
      wide
    >
      <p>{t("forums.promptsWhat")}</p>
      <ol className="plain-list stack">
        {drafts.map((draft, at) => (
          <li key={draft.key} className="stack-small">
            <div className="form-grid ends-align">
              <TextField
                id={`prompt-${draft.key}`}
                size="small"
                maxLength={500}
                label={t("forums.prompt", { n: at + 1 })}
                value={draft.text}
                error={faultOf(faults, `prompt-${draft.key}`)}
                onChange={(event) => change(draft.key, { text: event.target.value })}
              />
              <Select
                size="small"
                label={t("forums.promptFor")}
                value={draft.audience}
                onChange={(event) => {
                  const audience = audiences.find((one) => one === event.target.value);
                  if (audience !== undefined) change(draft.key, { audience });
                }}
              >
                {audiences.map((audience) => (
                  <option key={audience} value={audience}>
                    {t(`audience.${audience}`)}
                  </option>
                ))}
              </Select>
            </div>
            <div className="row">
              {at > 0 && (
                <Button type="button" size="xsmall" variant="tertiary" onClick={() => moveUp(at)}>
                  {t("forums.promptUp", { n: at + 1 })}
                </Button>
              )}
              <Button
                type="button"
                size="xsmall"
                variant="tertiary"
                onClick={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
              >
                {t("forums.promptRemove", { n: at + 1 })}
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button
          type="button"
          size="small"
          variant="secondary"
          onClick={() =>
            setDrafts([...drafts, { key: crypto.randomUUID(), audience: "all", text: "" }])
          }
        >
          {t("forums.promptAdd")}
        </Button>
      </div>
    </FormDialog>
  );
}
