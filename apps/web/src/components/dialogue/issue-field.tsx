import { TextField } from "@navikt/ds-react";
import { useId, type ReactNode } from "react";
import { t } from "../../texts/t.ts";
import { issueNames } from "./say-issue.ts";

/** One issue: typed freely, with the known ones proposed. */
export function IssueField({
  id,
  label,
  value,
  error,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (issue: string) => void;
}): ReactNode {
  const list = useId();
  return (
    <>
      <TextField
        id={id}
        size="small"
        label={label}
        description={t("issues.help")}
        list={list}
        maxLength={60}
        value={value}
        error={error}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {issueNames().map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
