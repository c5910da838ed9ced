import { Radio, RadioGroup, Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { receivedReleasesQuery } from "../../api/record.ts";
import { useChange } from "../../api/use-change.ts";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { FormDialog } from "../form-dialog.tsx";
import { faultOf, type FormFault } from "../form-faults.tsx";
import { Loaded } from "../loaded.tsx";

/** Takes what another supplier released to us into our record, named or masked, to pass it on. */
export function TakeOverDialog({
  chosen = "",
  onClose,
}: {
  /** The release to begin with. */
  readonly chosen?: string;
  readonly onClose: () => void;
}): ReactNode {
  const received = useQuery(receivedReleasesQuery);
  const [releaseId, setReleaseId] = useState(chosen);
  const [masked, setMasked] = useState("named");
  const [maskAs, setMaskAs] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const takeOver = useChange((input: Parameters<typeof api.record.takeOver>[0]) =>
    api.record.takeOver(input),
  );
  function save(): void {
    const found: FormFault[] = [];
    if (releaseId === "")
      found.push({ field: "take-over-release", message: t("takeOver.releaseFault") });
    if (masked === "masked" && maskAs.trim() === "")
      found.push({ field: "take-over-mask", message: t("ownSite.maskedFault") });
    setFaults(found);
    if (found.length === 0)
      takeOver.mutate(
        { releaseId, maskAs: masked === "masked" ? maskAs.trim() : null },
        { onSuccess: onClose },
      );
  }
  return (
    <FormDialog
      title={t("takeOver.title")}
      save={t("takeOver.do")}
      busy={takeOver.isPending}
      error={takeOver.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <p>{t("takeOver.what")}</p>
      <Loaded query={received} lines={1}>
        {({ items }) => {
          const readable = items.filter(({ state }) => state === "valid" || state === "superseded");
          return readable.length === 0 ? (
            <p className="quiet">{t("takeOver.none")}</p>
          ) : (
            <Select
              id="take-over-release"
              size="small"
              label={t("takeOver.release")}
              value={releaseId}
              error={faultOf(faults, "take-over-release")}
              onChange={(event) => setReleaseId(event.target.value)}
            >
              <option value="">{t("takeOver.choose")}</option>
              {readable.map((release) => (
                <option key={release.id} value={release.id}>
                  {t("takeOver.option", {
                    supplier: release.supplier.name,
                    number: release.number,
                    date: formatDate(release.releasedAt),
                    n: release.sites,
                  })}
                </option>
              ))}
            </Select>
          );
        }}
      </Loaded>
      <RadioGroup
        size="small"
        legend={t("takeOver.how")}
        value={masked}
        onChange={(value: string) => setMasked(value)}
      >
        <Radio value="named">{t("takeOver.named")}</Radio>
        <Radio value="masked">{t("takeOver.masked")}</Radio>
      </RadioGroup>
      {masked === "masked" && (
        <TextField
          id="take-over-mask"
          size="small"
          label={t("ownSite.maskedAs")}
          description={t("ownSite.maskedHelp")}
          value={maskAs}
          error={faultOf(faults, "take-over-mask")}
          onChange={(event) => setMaskAs(event.target.value)}
        />
      )}
    </FormDialog>
  );
}
