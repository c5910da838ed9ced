import { TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { todayHere } from "../../texts/format.ts";
import { t } from "../../texts/t.ts";
import { procurementQuery, type Procurement } from "./queries.ts";

/** Records publication. The gate is asked as it would be published: on that day, with that deadline. */
export default function PublishDialog({
  procurement,
  onClose,
}: {
  readonly procurement: Procurement;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version, facts } = procurement;
  const [publishedOn, setPublishedOn] = useState(todayHere());
  const [deadlineOn, setDeadlineOn] = useState(facts.deadlineOn ?? "");
  const [noticeId, setNoticeId] = useState(procurement.noticeId ?? "");
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const current = useQuery(procurementQuery(id));
  const input = {
    id,
    version,
    publishedOn,
    deadlineOn: deadlineOn === "" ? null : deadlineOn,
    noticeId: noticeId.trim() === "" ? null : noticeId.trim(),
  };
  const publish = useChange((what: Parameters<typeof api.procurements.publish>[0]) =>
    api.procurements.publish(what),
  );
  const gate = useQuery({
    queryKey: ["procurements", id, "gate", version, publishedOn, deadlineOn],
    queryFn: () => api.procurements.publish({ ...input, dryRun: true }),
    enabled: publishedOn !== "" && publish.isIdle,
    retry: false,
  });
  function save(): void {
    if (publishedOn === "")
      return setFaults([{ field: "publish-on", message: t("publish.fault.on") }]);
    setFaults([]);
    publish.mutate(input, { onSuccess: ({ done }) => done && onClose() });
  }
  return (
    <FormDialog
      title={t("publish.title")}
      save={t("publish.do")}
      busy={publish.isPending}
      error={publish.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={() => {
        publish.reset();
        void current.refetch();
      }}
    >
      <p>{t("publish.what")}</p>
      <div className="form-grid">
        <DateField
          id="publish-on"
          label={t("publish.on")}
          max={todayHere()}
          value={publishedOn}
          error={faultOf(faults, "publish-on")}
          onChange={setPublishedOn}
        />
        <DateField
          label={`${t("procurement.deadlineOn")} ${t("form.optional")}`}
          value={deadlineOn}
          onChange={setDeadlineOn}
        />
        <TextField
          size="small"
          label={`${t("procurement.noticeId")} ${t("form.optional")}`}
          value={noticeId}
          onChange={(event) => setNoticeId(event.target.value)}
        />
      </div>
      {publishedOn !== "" && (
        <Loaded query={gate} lines={2}>
          {({ gate: stands, blocking }) =>
            stands === "open" ? (
              <p className="notice notice-good" role="status">
                {t("publish.open")}
              </p>
            ) : (
              <div className="notice" role="status">
                <h2 className="item-title">{t("publish.closed", { n: blocking.length })}</h2>
                <ul>
                  {blocking.map((finding) => (
                    <li key={finding.key}>{finding.sentence.text}</li>
                  ))}
                </ul>
                <p>{t("publish.closedWhat")}</p>
              </div>
            )
          }
        </Loaded>
      )}
    </FormDialog>
  );
}
