import { Button } from "@navikt/ds-react";
import { useState, type FormEvent, type ReactNode } from "react";
import { DateField } from "./date-field.tsx";
import { formatDate, todayHere } from "../texts/format.ts";
import { t } from "../texts/t.ts";

/** Chooses the date as of which the line is drawn; a past date reproduces what was known then. */
export function AsOfPicker({
  asOf,
  onChange,
}: {
  readonly asOf: string | null;
  readonly onChange: (date: string | null) => void;
}): ReactNode {
  const today = todayHere();
  const [typed, setTyped] = useState(asOf ?? today);
  function show(event: FormEvent): void {
    event.preventDefault();
    if (typed !== "") onChange(typed >= today ? null : typed);
  }
  return (
    <form className="as-of no-print" onSubmit={show}>
      <DateField label={t("asOf.label")} max={today} value={typed} onChange={setTyped} />
      <Button size="small" variant="secondary" type="submit">
        {t("asOf.show")}
      </Button>
    </form>
  );
}

/** Says that the past is shown, and leads back. */
export function PastNotice({
  asOf,
  onBack,
}: {
  readonly asOf: string;
  readonly onBack: () => void;
}): ReactNode {
  return (
    <div className="banner banner-quiet" role="status">
      <div>{t("asOf.past", { date: formatDate(asOf) })}</div>
      <Button size="small" variant="secondary" onClick={onBack}>
        {t("asOf.back")}
      </Button>
    </div>
  );
}
