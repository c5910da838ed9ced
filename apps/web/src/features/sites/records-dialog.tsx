import { Checkbox, CheckboxGroup, Radio, RadioGroup, Textarea } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { formatDate } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { ActEffect } from "./act-effect.tsx";
import { ChooseSite } from "./choose-site.tsx";
import {
  recordsQuery,
  useMoveRecords,
  useSplitSite,
  type ActDone,
  type Site,
  type Suggestion,
} from "./queries.ts";
import { useDryRun } from "./use-dry-run.ts";

/** Makes records of a site a site of their own, or moves them to a known one, after showing what will change. */
export default function RecordsDialog({
  site,
  onClose,
}: {
  readonly site: Site;
  readonly onClose: (siteId: string | null) => void;
}): ReactNode {
  const records = useQuery(recordsQuery(site.id));
  const [rowIds, setRowIds] = useState<string[]>([]);
  const [where, setWhere] = useState<"new" | "known">("new");
  const [to, setTo] = useState<Suggestion | null>(null);
  const [reason, setReason] = useState("");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const split = useSplitSite();
  const move = useMoveRecords();
  const choice = JSON.stringify([rowIds, where, to?.id]);
  const dry = useDryRun<ActDone>(choice);

  function save(): void {
    const found: FormFault[] = [];
    if (rowIds.length === 0)
      found.push({ field: "records-chosen", message: t("recordsOf.chooseMissing") });
    if (where === "known" && to === null)
      found.push({ field: "records-to", message: t("merge.otherMissing") });
    if (reason.trim() === "")
      found.push({ field: "records-reason", message: t("siteActs.reasonMissing") });
    setFaults(found);
    if (found.length > 0) return;
    const dryRun = dry.seen === null;
    const input = { id: site.id, rowIds, reason: reason.trim(), dryRun };
    const onSuccess = (answer: ActDone): void => {
      if (dryRun) dry.note(answer, choice);
      else onClose(answer.siteId);
    };
    if (where === "new") split.mutate(input, { onSuccess });
    else if (to !== null) move.mutate({ ...input, toId: to.id }, { onSuccess });
  }

  return (
    <FormDialog
      title={t("recordsOf.title")}
      save={t(
        dry.seen === null
          ? "siteActs.seeFirst"
          : where === "new"
            ? "recordsOf.doSplit"
            : "recordsOf.doMove",
      )}
      busy={split.isPending || move.isPending}
      error={where === "new" ? split.error : move.error}
      faults={faults}
      onSave={save}
      onClose={() => onClose(null)}
      wide
    >
      <p>{t("recordsOf.what")}</p>
      <Loaded query={records} lines={4}>
        {({ items, more }) =>
          items.length === 0 ? (
            <p className="quiet">{t("recordsOf.none")}</p>
          ) : (
            <CheckboxGroup
              id="records-chosen"
              size="small"
              legend={t("recordsOf.choose")}
              description={more ? t("recordsOf.more") : undefined}
              value={rowIds}
              onChange={setRowIds}
              error={faultOf(faults, "records-chosen")}
            >
              {items.map((one) => (
                <Checkbox
                  key={one.rowId}
                  value={one.rowId}
                  description={`${one.address === "" ? t("sites.noAddress") : one.address} · ${t("recordsOf.row", { disclosure: one.disclosure, n: one.rowNumber, date: formatDate(one.receivedOn) })} · ${one.contractTitle}`}
                >
                  {one.name}
                </Checkbox>
              ))}
            </CheckboxGroup>
          )
        }
      </Loaded>
      <RadioGroup
        size="small"
        legend={t("recordsOf.where")}
        value={where}
        onChange={(value: string) => setWhere(value === "known" ? "known" : "new")}
      >
        <Radio value="new">{t("recordsOf.new")}</Radio>
        <Radio value="known">{t("recordsOf.known")}</Radio>
      </RadioGroup>
      {where === "known" && (
        <ChooseSite
          id="records-to"
          except={site.id}
          chosen={to}
          onChoose={setTo}
          error={faultOf(faults, "records-to")}
        />
      )}
      <Textarea
        id="records-reason"
        size="small"
        label={t("siteActs.reason")}
        description={t("siteActs.reasonHint")}
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={faultOf(faults, "records-reason")}
      />
      {dry.seen !== null && <ActEffect lead={t("recordsOf.goes")} effect={dry.seen.effect} />}
    </FormDialog>
  );
}
