import { TextField } from "@navikt/ds-react";
import type { ReactNode } from "react";

export interface DateFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly max?: string;
  readonly error?: string | undefined;
}

/** The browser's own date field: keyboard, locale and calendar come with it. */
export function DateField({ value, onChange, ...rest }: DateFieldProps): ReactNode {
  // Aksel's type names only text fields, and passes others through.
  return (
    <TextField
      {...rest}
      size="small"
      type={"date" as "text"}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      style={{ maxWidth: "12rem" }}
    />
  );
}
