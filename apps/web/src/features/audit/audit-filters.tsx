import { Button, Select, TextField } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { z } from "zod";
import { DateField } from "../../components/date-field.tsx";
import { en } from "../../texts/en.ts";
import { t } from "../../texts/t.ts";
import { sayAction, sayKind } from "./say-entry.ts";

const known = (prefix: string): readonly string[] =>
  Object.keys(en)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

const kinds = known("audit.kind.");
const actions = known("audit.action.");

/** What the address of the audit says. `subject` is the id of what it is about. */
export const AuditState = z.object({
  kind: z.string().max(60).optional().catch(undefined),
  subject: z.string().max(80).optional().catch(undefined),
  action: z.string().max(80).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  after: z.string().max(600).optional().catch(undefined),
});
export type AuditState = z.infer<typeof AuditState>;
export type AuditFilterChange = { readonly [K in keyof AuditState]?: AuditState[K] };

export const noFilters: AuditFilterChange = {
  kind: undefined,
  subject: undefined,
  action: undefined,
  from: undefined,
  to: undefined,
};

const withPresent = (list: readonly string[], present: string | undefined): readonly string[] =>
  present === undefined || list.includes(present) ? list : [present, ...list];

/** Filters by what it is about, what was done, and when. */
export function AuditFilters({
  state,
  onChange,
}: {
  readonly state: AuditState;
  readonly onChange: (change: AuditFilterChange) => void;
}): ReactNode {
  const filtered = Object.keys(noFilters).some(
    (key) => state[key as keyof AuditState] !== undefined, // the keys of one of its own parts
  );
  return (
    <div className="row-end no-print" role="search">
      <Select
        size="small"
        label={t("audit.subject")}
        value={state.kind ?? ""}
        onChange={(event) =>
          onChange({ kind: event.target.value || undefined, subject: undefined })
        }
      >
        <option value="">{t("audit.subjectAny")}</option>
        {withPresent(kinds, state.kind).map((kind) => (
          <option key={kind} value={kind}>
            {sayKind(kind)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t("audit.action")}
        value={state.action ?? ""}
        onChange={(event) => onChange({ action: event.target.value || undefined })}
      >
        <option value="">{t("audit.actionAny")}</option>
        {withPresent(actions, state.action).map((action) => (
          <option key={action} value={action}>
            {sayAction(action)}
          </option>
        ))}
      </Select>
      <TextField
        size="small"
        label={t("audit.subjectId")}
        autoComplete="off"
        key={state.subject ?? ""}
        defaultValue={state.subject ?? ""}
        onBlur={(event) => {
          const subject = event.target.value.trim() || undefined;
          if (subject !== state.subject) onChange({ subject });
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
        }}
      />
      <DateField
        label={t("audit.from")}
        value={state.from ?? ""}
        onChange={(from) => onChange({ from: from || undefined })}
      />
      <DateField
        label={t("audit.to")}
        value={state.to ?? ""}
        onChange={(to) => onChange({ to: to || undefined })}
      />
      {filtered && (
        <Button size="small" variant="tertiary" onClick={() => onChange(noFilters)}>
          {t("audit.clear")}
        </Button>
      )}
    </div>
  );
}
