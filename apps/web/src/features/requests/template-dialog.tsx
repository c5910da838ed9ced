import { Button, Select, Textarea, TextField } from "@navikt/ds-react";
import type { RequestTemplate } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { languageNames } from "../../texts/list-languages.ts";
import { t } from "../../texts/t.ts";

const placeholders = ["supplier", "contracts", "products", "due", "clause", "sender"] as const;

/** Writes or changes a template. What stands in double braces is filled in when a request is drafted. */
export function TemplateDialog({
  template,
  onClose,
}: {
  readonly template: RequestTemplate | null;
  readonly onClose: () => void;
}): ReactNode {
  const [words, setWords] = useState({
    name: template?.name ?? "",
    subject: template?.subject ?? "",
    body: template?.body ?? "",
    language: template?.language ?? "en",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const keep = useChange((input: Parameters<typeof api.requests.saveTemplate>[0]) =>
    api.requests.saveTemplate(input),
  );
  function save(): void {
    const found = (["name", "subject", "body"] as const)
      .filter((name) => words[name].trim() === "")
      .map((name) => ({
        field: `template-${name}`,
        message: t("fault.required", { field: t(`templates.${name}`).toLowerCase() }),
      }));
    setFaults(found);
    if (found.length === 0)
      keep.mutate(
        {
          id: template?.id ?? null,
          version: template?.version ?? 1,
          name: words.name.trim(),
          subject: words.subject.trim(),
          body: words.body.trim(),
          language: words.language,
        },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t(template === null ? "templates.new" : "templates.editTitle")}
      save={t("templates.save")}
      busy={keep.isPending}
      error={keep.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={onClose}
      wide
    >
      <div className="form-grid">
        <TextField
          id="template-name"
          size="small"
          label={t("templates.name")}
          value={words.name}
          error={faultOf(faults, "template-name")}
          onChange={(event) => setWords({ ...words, name: event.target.value })}
        />
        <Select
          size="small"
          label={t("templates.language")}
          value={words.language}
          onChange={(event) => setWords({ ...words, language: event.target.value })}
        >
          {languageNames().map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <TextField
        id="template-subject"
        size="small"
        label={t("templates.subject")}
        value={words.subject}
        error={faultOf(faults, "template-subject")}
        onChange={(event) => setWords({ ...words, subject: event.target.value })}
      />
      <Textarea
        id="template-body"
        size="small"
        minRows={10}
        maxRows={20}
        label={t("templates.body")}
        value={words.body}
        error={faultOf(faults, "template-body")}
        onChange={(event) => setWords({ ...words, body: event.target.value })}
      />
      <div className="row">
        <span className="small">{t("templates.insert")}</span>
        {placeholders.map((name) => (
          <Button
            key={name}
            type="button"
            size="xsmall"
            variant="secondary"
            onClick={() => setWords({ ...words, body: `${words.body}{{${name}}}` })}
          >
            {t(`templates.put.${name}`)}
          </Button>
        ))}
      </div>
    </FormDialog>
  );
}
