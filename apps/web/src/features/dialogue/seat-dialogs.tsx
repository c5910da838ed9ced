import { Button, Checkbox, CheckboxGroup, Modal, TextField } from "@navikt/ds-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { seatSees, type Seat } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { LinkAndCode } from "../../components/link-and-code.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { t } from "../../texts/t.ts";

export interface SeatTask {
  readonly kind: "reveal" | "renew" | "sees" | "end";
  readonly seat: Seat;
}
interface TaskProps {
  readonly seriesId: string;
  readonly seat: Seat;
  readonly onClose: () => void;
}

/** Link and code are shown only after the reader was told that this will be on record. */
function RevealDialog({ seriesId, seat, onClose }: TaskProps): ReactNode {
  const queries = useQueryClient();
  const reveal = useMutation({
    mutationFn: () => api.dialogues.revealSeat({ id: seriesId, seatId: seat.id }),
    // Kept nowhere else: only that they were shown is asked anew.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["dialogue", "series", seriesId] }),
  });
  return (
    <Modal open onClose={onClose} header={{ heading: t("seat.revealTitle", { name: seat.name }) }}>
      <Modal.Body>
        <div className="stack">
          {reveal.isError && <ProblemNotice error={reveal.error} />}
          <p>{t("seat.revealWhat")}</p>
          {reveal.data !== undefined && <LinkAndCode {...reveal.data} />}
        </div>
      </Modal.Body>
      <Modal.Footer>
        {reveal.data === undefined && (
          <Button loading={reveal.isPending} onClick={() => reveal.mutate()}>
            {t("seat.revealDo")}
          </Button>
        )}
        <Button variant="secondary" onClick={onClose}>
          {t("form.close")}
        </Button>
      </Modal.Footer>
    </Modal>
  );
}

function RenewDialog({ seriesId, seat, onClose }: TaskProps): ReactNode {
  const [toAddress, setToAddress] = useState(seat.link?.toAddress ?? "");
  const renew = useChange(() =>
    api.dialogues.renewSeat({
      id: seriesId,
      seatId: seat.id,
      ...(toAddress.trim() === "" ? {} : { toAddress: toAddress.trim() }),
    }),
  );
  if (renew.data !== undefined)
    return (
      <Modal open onClose={onClose} header={{ heading: t("seat.renewed") }}>
        <Modal.Body>
          <p>{t("seat.renewedWhat")}</p>
          <p>
            <AppLink href={`/requests/outbox/${renew.data.mailId}`}>{t("seat.seeMail")}</AppLink>
          </p>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t("form.close")}</Button>
        </Modal.Footer>
      </Modal>
    );
  return (
    <FormDialog
      title={t("seat.renewTitle", { name: seat.name })}
      save={t("seat.renewDo")}
      busy={renew.isPending}
      error={renew.error}
      onSave={() => renew.mutate()}
      onClose={onClose}
    >
      <p>{t("seat.renewWhat")}</p>
      <TextField
        size="small"
        inputMode="email"
        autoComplete="off"
        label={t("seat.address")}
        value={toAddress}
        onChange={(event) => setToAddress(event.target.value)}
      />
    </FormDialog>
  );
}

function SeesDialog({ seriesId, seat, onClose }: TaskProps): ReactNode {
  const [sees, setSees] = useState(seat.sees);
  const change = useChange(() => api.dialogues.changeSeat({ id: seriesId, seatId: seat.id, sees }));
  return (
    <FormDialog
      title={t("seat.seesTitle", { name: seat.name })}
      save={t("form.save")}
      busy={change.isPending}
      error={change.error}
      onSave={() => change.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{t("seat.seesWhat")}</p>
      <CheckboxGroup
        size="small"
        legend={t("seat.seesLegend")}
        value={sees}
        onChange={(next: typeof sees) => setSees(next)}
      >
        {seatSees.map((one) => (
          <Checkbox key={one} value={one}>
            {t(`seat.sees.${one}`)}
          </Checkbox>
        ))}
      </CheckboxGroup>
    </FormDialog>
  );
}

function EndDialog({ seriesId, seat, onClose }: TaskProps): ReactNode {
  const end = useChange(() => api.dialogues.endSeat({ id: seriesId, seatId: seat.id }));
  return (
    <ConfirmDialog
      title={t("seat.endTitle", { name: seat.name })}
      what={t("seat.endWhat")}
      doIt={t("seat.endDo")}
      busy={end.isPending}
      error={end.error}
      onConfirm={() => end.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}

/** What the host does with a seat: hand link and code over, renew them, say what is seen, end it. */
export default function SeatDialogs({
  seriesId,
  task,
  onClose,
}: {
  readonly seriesId: string;
  readonly task: SeatTask;
  readonly onClose: () => void;
}): ReactNode {
  const props = { seriesId, seat: task.seat, onClose };
  switch (task.kind) {
    case "reveal":
      return <RevealDialog {...props} />;
    case "renew":
      return <RenewDialog {...props} />;
    case "sees":
      return <SeesDialog {...props} />;
    case "end":
      return <EndDialog {...props} />;
  }
}
