import { Button, Modal } from "@navikt/ds-react";
import { useId, type FormEvent, type ReactNode } from "react";
import { t } from "../texts/t.ts";
import { FormFaults, type FormFault } from "./form-faults.tsx";
import { ProblemNotice } from "./problem-notice.tsx";

export interface FormDialogProps {
  readonly title: string;
  readonly save: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly faults?: readonly FormFault[];
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly onReload?: () => void;
  /** Further buttons beside saving. */
  readonly also?: ReactNode;
  /** Wide enough for a letter or a table. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A form in a dialog: faults and failures stand above the fields and take the focus; what was typed stays. */
export function FormDialog({
  title,
  save,
  busy,
  error,
  faults = [],
  onSave,
  onClose,
  onReload,
  also,
  wide = false,
  children,
}: FormDialogProps): ReactNode {
  const id = useId();
  function submit(event: FormEvent): void {
    event.preventDefault();
    onSave();
  }
  return (
    <Modal open onClose={onClose} header={{ heading: title }} width={wide ? "46rem" : "medium"}>
      <Modal.Body>
        <form id={id} className="stack" onSubmit={submit} noValidate>
          <FormFaults faults={faults} />
          {error !== null && error !== undefined && faults.length === 0 && (
            <ProblemNotice error={error} {...(onReload === undefined ? {} : { onReload })} />
          )}
          {children}
        </form>
      </Modal.Body>
      <Modal.Footer>
        <Button type="submit" form={id} loading={busy}>
          {save}
        </Button>
        {also}
        <Button type="button" variant="tertiary" onClick={onClose}>
          {t("form.cancel")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
