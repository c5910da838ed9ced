import { Select, Textarea, TextField } from "@navikt/ds-react";
import { meetingForms } from "@throughline/domain";
import type { ReactNode } from "react";
import { TimeZoneField } from "../../components/dialogue/time-zone-field.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { MeetingDraft } from "./meeting-draft.ts";

/** What the meeting is called, when and where it is. */
export function MeetingFields({
  draft,
  faults,
  onChange,
}: {
  readonly draft: MeetingDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (draft: MeetingDraft) => void;
}): ReactNode {
  return (
    <fieldset className="plain card stack">
      <legend>{t("meeting.when")}</legend>
      <TextField
        id="meeting-title"
        size="small"
        label={t("meeting.title")}
        maxLength={200}
        value={draft.title}
        error={faultOf(faults, "meeting-title")}
        onChange={(event) => onChange({ ...draft, title: event.target.value })}
      />
      <div className="form-grid">
        <TextField
          id="meeting-start"
          size="small"
          // Aksel's type names only text fields, and passes others through.
          type={"datetime-local" as "text"}
          label={t("meeting.start")}
          value={draft.startsAt}
          error={faultOf(faults, "meeting-start")}
          onChange={(event) => onChange({ ...draft, startsAt: event.target.value.slice(0, 16) })}
        />
        <TextField
          id="meeting-minutes"
          size="small"
          inputMode="numeric"
          label={t("meeting.minutes")}
          value={draft.minutes}
          error={faultOf(faults, "meeting-minutes")}
          onChange={(event) => onChange({ ...draft, minutes: event.target.value })}
        />
        <TimeZoneField
          value={draft.timeZone}
          onChange={(timeZone) => onChange({ ...draft, timeZone })}
        />
        <Select
          size="small"
          label={t("meeting.form")}
          value={draft.form}
          onChange={(event) =>
            onChange({
              ...draft,
              form: meetingForms.find((one) => one === event.target.value) ?? "online",
            })
          }
        >
          {meetingForms.map((form) => (
            <option key={form} value={form}>
              {t(`meetingForm.${form}`)}
            </option>
          ))}
        </Select>
      </div>
      <Textarea
        size="small"
        minRows={1}
        maxLength={1000}
        label={`${t("meeting.place")} ${t("form.optional")}`}
        description={t("meeting.placeHelp")}
        value={draft.place}
        onChange={(event) => onChange({ ...draft, place: event.target.value })}
      />
    </fieldset>
  );
}
