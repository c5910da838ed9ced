import { ErrorSummary } from "@navikt/ds-react";
import { useEffect, useRef, type ReactNode } from "react";
import { t } from "../texts/t.ts";

/** One field that cannot be taken as it stands. `field` is the id of the input. */
export interface FormFault {
  readonly field: string;
  readonly message: string;
}

/** The message for one field, for its `error`. */
export function faultOf(faults: readonly FormFault[], field: string): string | undefined {
  return faults.find((fault) => fault.field === field)?.message;
}

/** The error summary: takes the focus, each line leads to its field. */
export function FormFaults({ faults }: { readonly faults: readonly FormFault[] }): ReactNode {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (faults.length > 0) summary.current?.focus();
  }, [faults]);
  if (faults.length === 0) return null;
  return (
    <ErrorSummary ref={summary} heading={t("error.form")}>
      {faults.map((fault) => (
        <ErrorSummary.Item key={fault.field + fault.message} href={`#${fault.field}`}>
          {fault.message}
        </ErrorSummary.Item>
      ))}
    </ErrorSummary>
  );
}
