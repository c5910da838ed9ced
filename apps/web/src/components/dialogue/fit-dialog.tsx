import { Radio, RadioGroup, Select, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Attendee } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import { mandates } from "./people-dialog.tsx";
import { readTopics, writeTopics } from "./read-topics.ts";

/** Says whether the right person comes: what they may decide, and for which topics they stand. */
export function FitDialog({
  meetingId,
  person,
  onClose,
}: {
  readonly meetingId: string;
  readonly person: Attendee;
  readonly onClose: () => void;
}): ReactNode {
  const [fit, setFit] = useState<"confirmed" | "not_the_right_one">("confirmed");
  const [mandate, setMandate] = useState(person.mandate);
  const [topics, setTopics] = useState(writeTopics(person.topics));
  const save = useChange(() =>
    api.meetings.confirmFit({
      id: meetingId,
      personId: person.id,
      fit,
      mandate,
      topics: readTopics(topics).map((topic) => topic.slice(0, 60)),
    }),
  );
  return (
    <FormDialog
      title={t("fit.title", { who: person.name ?? person.roleTitle })}
      save={t("fit.do")}
      busy={save.isPending}
      error={save.error}
      onSave={() => save.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <RadioGroup
        size="small"
        legend={t("fit.legend")}
        description={t("fit.what")}
        value={fit}
        onChange={(value: typeof fit) => setFit(value)}
      >
        <Radio value="confirmed">{t("fit.yes")}</Radio>
        <Radio value="not_the_right_one">{t("fit.no")}</Radio>
      </RadioGroup>
      <Select
        size="small"
        label={t("people.mandate")}
        value={mandate}
        onChange={(event) =>
          setMandate(mandates.find((known) => known === event.target.value) ?? "unknown")
        }
      >
        {mandates.map((one) => (
          <option key={one} value={one}>
            {t(`mandate.${one}`)}
          </option>
        ))}
      </Select>
      <TextField
        size="small"
        label={`${t("people.topics")} ${t("form.optional")}`}
        description={t("people.topicsHelp")}
        value={topics}
        onChange={(event) => setTopics(event.target.value)}
      />
    </FormDialog>
  );
}
