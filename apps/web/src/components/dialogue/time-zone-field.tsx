import { Select } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { t } from "../../texts/t.ts";

/** A time zone by its IANA name; one the browser does not list is kept. */
export function TimeZoneField({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (timeZone: string) => void;
}): ReactNode {
  const known = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];
  return (
    <Select
      size="small"
      label={t("meeting.timeZone")}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {(known.includes(value) ? known : [value, ...known]).map((zone) => (
        <option key={zone} value={zone}>
          {zone.replaceAll("_", " ")}
        </option>
      ))}
    </Select>
  );
}
