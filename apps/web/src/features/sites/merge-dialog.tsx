import { Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { ActEffect } from "./act-effect.tsx";
import { ChooseSite } from "./choose-site.tsx";
import { useMergeSites, type ActDone, type Site, type Suggestion } from "./queries.ts";
import { useDryRun } from "./use-dry-run.ts";

/** Merges a site with another one, after showing what will change. */
export default function MergeDialog({
  site,
  onClose,
}: {
  readonly site: Site;
  readonly onClose: (keptId: string | null) => void;
}): ReactNode {
  const [other, setOther] = useState<Suggestion | null>(null);
  const [keepId, setKeepId] = useState("");
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const merge = useMergeSites();
  const choice = JSON.stringify([other?.id, keepId]);
  const dry = useDryRun<ActDone>(choice);
  const kept = dry.seen?.siteId === other?.id ? other : site;

  function save(): void {
    const found: FormFault[] = [];
    if (other === null) found.push({ field: "merge-other", message: t("merge.otherMissing") });
    if (reason.trim() === "")
      found.push({ field: "merge-reason", message: t("siteActs.reasonMissing") });
    setFaults(found);
    if (found.length > 0 || other === null) return;
    const dryRun = dry.seen === null;
    merge.mutate(
      {
        id: site.id,
        otherId: other.id,
        ...(keepId === "" ? {} : { keepId }),
        reason: reason.trim(),
        dryRun,
      },
      {
        onSuccess: (answer) => {
          if (dryRun) dry.note(answer, choice);
          else onClose(answer.siteId);
        },
      },
    );
  }

  return (
    <FormDialog
      title={t("merge.title")}
      save={t(dry.seen === null ? "siteActs.seeFirst" : "merge.do")}
      busy={merge.isPending}
      error={merge.error}
      faults={faults}
      onSave={save}
      onClose={() => onClose(null)}
      wide
    >
      <h2 className="item-title">{t("merge.with")}</h2>
      <ChooseSite
        id="merge-other"
        except={site.id}
        chosen={other}
        onChoose={(one) => {
          setOther(one);
          setKeepId("");
          merge.reset();
        }}
        error={faultOf(faults, "merge-other")}
      />
      {other !== null && (
        <RadioGroup
          size="small"
          legend={t("merge.keep")}
          description={t("merge.keepHint")}
          value={keepId}
          onChange={setKeepId}
        >
          <Radio value="">{t("merge.keepUsual")}</Radio>
          {[site, other].map((one) => (
            <Radio key={one.id} value={one.id}>
              {one.name} ({one.publicId})
            </Radio>
          ))}
        </RadioGroup>
      )}
      <Textarea
        id="merge-reason"
        size="small"
        label={t("siteActs.reason")}
        description={t("siteActs.reasonHint")}
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={faultOf(faults, "merge-reason")}
      />
      {dry.seen !== null && (
        <ActEffect lead={t("merge.moves", { kept: kept?.name ?? "" })} effect={dry.seen.effect} />
      )}
    </FormDialog>
  );
}
