import { Button, Modal } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { t } from "../texts/t.ts";
import { ProblemNotice } from "./problem-notice.tsx";

export interface ConfirmDialogProps {
  readonly title: string;
  readonly what: string;
  readonly doIt: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** Asks before something is destroyed or cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  return (
    <Modal open onClose={props.onClose} header={{ heading: props.title }}>
      <Modal.Body>
        <div className="stack">
          {props.error !== null && props.error !== undefined && (
            <ProblemNotice error={props.error} />
          )}
          <p>{props.what}</p>
          {props.children}
        </div>
      </Modal.Body>
      <Modal.Footer>
        <Button data-color="danger" loading={props.busy} onClick={props.onConfirm}>
          {props.doIt}
        </Button>
        <Button variant="secondary" onClick={props.onClose}>
          {t("form.cancel")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}
