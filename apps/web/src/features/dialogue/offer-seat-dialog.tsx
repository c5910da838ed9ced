import { Button, Checkbox, CheckboxGroup, Modal, Textarea, TextField } from "@navikt/ds-react";
import { seatSees } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import type { Series } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { AppLink } from "../../components/app-link.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

const looksLikeAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
type Sees = (typeof seatSees)[number];

/** Offers the counterpart or another buyer a seat: a mail with a link is written, and what it will see is said before. */
export default function OfferSeatDialog({
  series,
  kind,
  onClose,
}: {
  readonly series: Series;
  readonly kind: "counterpart" | "joint";
  readonly onClose: () => void;
}): ReactNode {
  const [name, setName] = useState(kind === "counterpart" ? series.counterpart.name : "");
  const [toAddress, setToAddress] = useState("");
  const [sees, setSees] = useState<readonly Sees[]>(seatSees);
  const [letter, setLetter] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const offer = useChange((input: Parameters<typeof api.dialogues.offerSeat>[0]) =>
    api.dialogues.offerSeat(input),
  );
  function submit(): void {
    const found: FormFault[] = [
      ...(name.trim() === "" ? [{ field: "seat-name", message: t("seat.fault.name") }] : []),
      ...(looksLikeAddress.test(toAddress.trim())
        ? []
        : [{ field: "seat-address", message: t("seat.fault.address") }]),
    ];
    setFaults(found);
    if (found.length > 0) return;
    offer.mutate({
      id: series.id,
      kind,
      name: name.trim(),
      toAddress: toAddress.trim(),
      sees: kind === "joint" ? [...sees] : [...seatSees],
      letter: letter.trim(),
    });
  }
  if (offer.data !== undefined)
    return (
      <Modal open onClose={onClose} header={{ heading: t("seat.offered") }}>
        <Modal.Body>
          <p>{t("seat.offeredWhat", { address: toAddress.trim() })}</p>
          <p>
            <AppLink href={`/requests/outbox/${offer.data.mailId}`}>{t("seat.seeMail")}</AppLink>
          </p>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose}>{t("form.close")}</Button>
        </Modal.Footer>
      </Modal>
    );
  return (
    <FormDialog
      title={t(`seat.offerTitle.${kind}`)}
      save={t("seat.offerDo")}
      busy={offer.isPending}
      error={offer.error}
      faults={faults}
      onSave={submit}
      onClose={onClose}
      wide
    >
      <p>{t(`seat.offerWhat.${kind}`)}</p>
      <div className="form-grid">
        <TextField
          id="seat-name"
          size="small"
          label={t("seat.name")}
          maxLength={300}
          value={name}
          error={faultOf(faults, "seat-name")}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          id="seat-address"
          size="small"
          inputMode="email"
          autoComplete="off"
          label={t("seat.address")}
          description={t("seat.addressHelp")}
          value={toAddress}
          error={faultOf(faults, "seat-address")}
          onChange={(event) => setToAddress(event.target.value)}
        />
      </div>
      {kind === "joint" && (
        <CheckboxGroup
          size="small"
          legend={t("seat.seesLegend")}
          value={[...sees]}
          onChange={(next: Sees[]) => setSees(next)}
        >
          {seatSees.map((one) => (
            <Checkbox key={one} value={one}>
              {t(`seat.sees.${one}`)}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <Textarea
        size="small"
        minRows={3}
        maxLength={8000}
        label={`${t("seat.letter")} ${t("form.optional")}`}
        description={t("seat.letterHelp")}
        value={letter}
        onChange={(event) => setLetter(event.target.value)}
      />
    </FormDialog>
  );
}
