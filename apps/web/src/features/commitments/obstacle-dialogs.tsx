import { Select, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { Obstacle } from "@throughline/contract";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { seriesQuery } from "../../api/dialogue.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { useGo } from "../../routing/use-go.ts";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";

interface DialogProps {
  readonly obstacle: Obstacle;
  readonly onClose: () => void;
}

/** Says how an obstacle was overcome. */
export function ResolveDialog({ obstacle, onClose }: DialogProps): ReactNode {
  const [on, setOn] = useState(todayHere());
  const [resolution, setResolution] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const resolve = useChange((input: Parameters<typeof api.commitments.resolveObstacle>[0]) =>
    api.commitments.resolveObstacle(input),
  );
  function save(): void {
    const found: FormFault[] = [
      ...(on === "" || on > todayHere()
        ? [{ field: "resolve-on", message: t("obstacle.onFault") }]
        : []),
      ...(resolution.trim() === ""
        ? [{ field: "resolve-how", message: t("obstacle.howFault") }]
        : []),
    ];
    setFaults(found);
    if (found.length === 0)
      resolve
        .mutateAsync({
          id: obstacle.id,
          version: obstacle.version,
          on,
          resolution: resolution.trim(),
        })
        .then(onClose, () => undefined);
  }
  return (
    <FormDialog
      title={t("obstacle.resolve")}
      save={t("obstacle.resolveDo")}
      busy={resolve.isPending}
      error={resolve.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{obstacle.text}</p>
      <DateField
        id="resolve-on"
        label={t("obstacle.on")}
        max={todayHere()}
        error={faultOf(faults, "resolve-on")}
        value={on}
        onChange={setOn}
      />
      <Textarea
        id="resolve-how"
        size="small"
        minRows={2}
        maxLength={2000}
        label={t("obstacle.how")}
        error={faultOf(faults, "resolve-how")}
        value={resolution}
        onChange={(event) => setResolution(event.target.value)}
      />
    </FormDialog>
  );
}

/**
 * Takes an obstacle to the request cascade: a request is drafted to whoever does not say, or it is recorded as the
 * counterpart's answer. Which contract it is about is ours alone to know.
 */
export function CascadeDialog({
  obstacle,
  kind,
  onClose,
}: DialogProps & { readonly kind: "request" | "answer" }): ReactNode {
  const go = useGo();
  const series = useQuery(seriesQuery(obstacle.series.id));
  const [contractId, setContractId] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const act = useChange(async (id: string): Promise<string> => {
    if (kind === "request") {
      const { requestId } = await api.commitments.requestFromObstacle({
        id: obstacle.id,
        contractId: id,
      });
      return `/requests/${requestId}`;
    }
    await api.commitments.recordAsAnswer({ id: obstacle.id, contractId: id, requestId: null });
    return `/contracts/${id}`;
  });
  const contracts = series.data?.contracts ?? [];
  const chosen = contractId === "" ? (contracts[0]?.id ?? "") : contractId;
  function save(): void {
    setFaults(
      chosen === "" ? [{ field: "cascade-contract", message: t("obstacle.contractFault") }] : [],
    );
    if (chosen !== "")
      act.mutateAsync(chosen).then(
        (to) => {
          onClose();
          go(to);
        },
        () => undefined,
      );
  }
  return (
    <FormDialog
      title={t(`obstacle.${kind}`)}
      save={t(`obstacle.${kind}Do`)}
      busy={act.isPending}
      error={act.error ?? series.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{t(`obstacle.${kind}What`, { who: obstacle.who, counterpart: obstacle.counterpart })}</p>
      <Select
        id="cascade-contract"
        size="small"
        label={t("obstacle.contract")}
        error={faultOf(faults, "cascade-contract")}
        value={chosen}
        onChange={(event) => setContractId(event.target.value)}
      >
        {contracts.length === 0 && <option value="">{t("obstacle.noContract")}</option>}
        {contracts.map((contract) => (
          <option key={contract.id} value={contract.id}>
            {contract.reference} · {contract.title}
          </option>
        ))}
      </Select>
    </FormDialog>
  );
}
