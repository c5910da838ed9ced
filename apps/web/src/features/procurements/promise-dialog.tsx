import { Checkbox, Select, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { libraryRequirementQuery, versionOf } from "../../api/requirement-library.ts";
import { useChange } from "../../api/use-change.ts";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { ParameterFields } from "../../components/parameter-fields.tsx";
import {
  readParameters,
  startParameters,
  type ParameterDraft,
} from "../../components/parameter-draft.ts";
import { t } from "../../texts/t.ts";
import { procurementQuery, type BidPromise, type Procurement } from "./queries.ts";
import { sayPlace } from "./say-place.ts";

/** Records one promise of a bidder, with the values it names; the others stay as they are. */
export default function PromiseDialog({
  procurement,
  promise,
  onClose,
}: {
  readonly procurement: Procurement;
  /** `null`: a new one. */
  readonly promise: BidPromise | null;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version, facts } = procurement;
  const [bidder, setBidder] = useState(promise?.bidder ?? "");
  const [winning, setWinning] = useState(promise?.winning ?? false);
  const [criterionId, setCriterionId] = useState(promise?.criterionId ?? "");
  const [text, setText] = useState(promise?.text ?? "");
  const [typed, setTyped] = useState<ParameterDraft | null>(null);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const current = useQuery(procurementQuery(id));
  const criterion = facts.instances.find((instance) => instance.id === criterionId);
  const key = criterion === undefined ? (promise?.requirement ?? null) : criterion.requirement;
  const library = useQuery({ ...libraryRequirementQuery(key ?? ""), enabled: key !== null });
  const requirement =
    key === null || library.data === undefined
      ? null
      : versionOf(library.data, criterion?.version ?? null);
  const before = promise !== null && promise.requirement === key ? promise.values : {};
  const draft = typed ?? startParameters(requirement?.parameters ?? [], before);
  const set = useChange((input: Parameters<typeof api.procurements.setPromises>[0]) =>
    api.procurements.setPromises(input),
  );

  function save(): void {
    const read = readParameters(requirement?.parameters ?? [], draft, "promise-value", before);
    const found: FormFault[] = [
      ...(bidder.trim() === ""
        ? [{ field: "promise-bidder", message: t("promise.fault.bidder") }]
        : []),
      ...(text.trim() === "" ? [{ field: "promise-text", message: t("promise.fault.text") }] : []),
      ...read.faults,
    ];
    setFaults(found);
    if (found.length > 0) return;
    const said = {
      id: promise?.id ?? null,
      bidder: bidder.trim(),
      winning,
      criterionId: criterionId === "" ? null : criterionId,
      requirement: key,
      text: text.trim(),
      values: read.values,
    };
    const others = facts.promises.map((one) => (one.id === promise?.id ? said : one));
    set.mutate(
      { id, version, promises: promise === null ? [...others, said] : others },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={promise === null ? t("promise.add") : t("promise.edit")}
      save={t("form.save")}
      busy={set.isPending}
      error={set.error ?? (key === null ? null : library.error)}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={() => {
        set.reset();
        void current.refetch();
      }}
      wide
    >
      <p className="quiet">{t("promise.what")}</p>
      <div className="form-grid">
        <TextField
          id="promise-bidder"
          size="small"
          label={t("promise.bidder")}
          value={bidder}
          error={faultOf(faults, "promise-bidder")}
          onChange={(event) => setBidder(event.target.value)}
        />
        <Select
          size="small"
          label={t("promise.criterion")}
          value={criterionId}
          onChange={(event) => {
            setCriterionId(event.target.value);
            setTyped(null);
          }}
        >
          <option value="">{t("promise.noCriterion")}</option>
          {facts.instances
            .filter(({ role }) => role !== "clause")
            .map((instance) => (
              <option key={instance.id} value={instance.id}>
                {sayPlace(instance)}
              </option>
            ))}
        </Select>
      </div>
      <Checkbox
        size="small"
        checked={winning}
        onChange={(event) => setWinning(event.target.checked)}
      >
        {t("promise.winning")}
      </Checkbox>
      <Textarea
        id="promise-text"
        size="small"
        minRows={2}
        label={t("promise.text")}
        value={text}
        error={faultOf(faults, "promise-text")}
        onChange={(event) => setText(event.target.value)}
      />
      {requirement !== null && (
        <fieldset className="plain stack">
          <legend>{t("promise.values")}</legend>
          <ParameterFields
            id="promise-value"
            parameters={requirement.parameters}
            draft={draft}
            faults={faults}
            onChange={setTyped}
          />
        </fieldset>
      )}
    </FormDialog>
  );
}
