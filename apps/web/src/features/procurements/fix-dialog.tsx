import { Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { PreviewOfChange } from "./preview-of-change.tsx";
import { membersQuery, procurementQuery, type Finding, type Procurement } from "./queries.ts";

type FixInput = Parameters<typeof api.procurements.applyFixes>[0];

type Need = NonNullable<Finding["fix"]>["needs"][number];

interface Said {
  readonly personId: string;
  readonly role: string;
  readonly hours: string;
  readonly text: string;
  readonly date: string;
}

/** What a person may say instead of what a fix of this kind proposes. */
const offers: Readonly<Record<string, readonly Need[]>> = {
  assign_follow_up: ["person", "number"],
  set_hours: ["number"],
  link_to_subject: ["text"],
  set_deadline: ["date"],
};

/** Reads what the fix needs to be told, or says which fields are at fault. */
function readGiven(
  needs: readonly string[],
  said: Said,
): { readonly give: FixInput["give"]; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const hours = said.hours.trim() === "" ? null : Number(said.hours.replace(",", "."));
  if (needs.includes("person") && said.personId === "" && said.role.trim() === "")
    faults.push({ field: "fix-person", message: t("fix.fault.person") });
  if (hours === null ? needs.includes("number") : !(hours >= 0))
    faults.push({ field: "fix-hours", message: t("fix.fault.hours") });
  if (needs.includes("text") && said.text.trim() === "")
    faults.push({ field: "fix-text", message: t("fix.fault.text") });
  if (needs.includes("date") && said.date === "")
    faults.push({ field: "fix-date", message: t("fix.fault.date") });
  return {
    faults,
    give: {
      ...(said.personId === "" ? {} : { personId: said.personId }),
      ...(said.role.trim() === "" ? {} : { role: said.role.trim() }),
      ...(hours === null ? {} : { hoursPerMonth: hours }),
      ...(said.text.trim() === "" ? {} : { text: said.text.trim() }),
      ...(said.date === "" ? {} : { date: said.date }),
    },
  };
}

function NeededFields({
  needs,
  offered,
  said,
  faults,
  onChange,
}: {
  readonly needs: readonly Need[];
  /** What may be said instead of what is proposed. */
  readonly offered: readonly Need[];
  readonly said: Said;
  readonly faults: readonly FormFault[];
  readonly onChange: (said: Said) => void;
}): ReactNode {
  const asks = (need: Need): boolean => needs.includes(need) || offered.includes(need);
  const label = (need: Need, text: string): string =>
    needs.includes(need) ? text : `${text} ${t("form.optional")}`;
  const members = useQuery({ ...membersQuery, enabled: asks("person") });
  return (
    <>
      {offered.some((need) => !needs.includes(need)) && (
        <p className="small quiet">{t("fix.asProposed")}</p>
      )}
      {asks("person") && (
        <div className="form-grid">
          <Select
            id="fix-person"
            size="small"
            label={label("person", t("followUp.person"))}
            value={said.personId}
            error={faultOf(faults, "fix-person")}
            onChange={(event) => onChange({ ...said, personId: event.target.value })}
          >
            <option value="">–</option>
            {members.data?.items.map((member) => (
              <option key={member.personId} value={member.personId}>
                {member.name}
              </option>
            ))}
          </Select>
          <TextField
            size="small"
            label={`${t("followUp.role")} ${t("form.optional")}`}
            value={said.role}
            onChange={(event) => onChange({ ...said, role: event.target.value })}
          />
        </div>
      )}
      {asks("number") && (
        <TextField
          id="fix-hours"
          size="small"
          inputMode="decimal"
          className="one-field"
          label={label("number", t("followUp.hours"))}
          value={said.hours}
          error={faultOf(faults, "fix-hours")}
          onChange={(event) => onChange({ ...said, hours: event.target.value })}
        />
      )}
      {asks("text") && (
        <TextField
          id="fix-text"
          size="small"
          label={label("text", t("fix.text"))}
          value={said.text}
          error={faultOf(faults, "fix-text")}
          onChange={(event) => onChange({ ...said, text: event.target.value })}
        />
      )}
      {asks("date") && (
        <DateField
          id="fix-date"
          label={label("date", t("fix.date"))}
          value={said.date}
          error={faultOf(faults, "fix-date")}
          onChange={(date) => onChange({ ...said, date })}
        />
      )}
    </>
  );
}

/** Mends a mismatch, or all that can safely be mended: what would change is shown first. */
export default function FixDialog({
  procurement,
  finding,
  onClose,
}: {
  readonly procurement: Procurement;
  /** Left out: all that need nobody's judgement. */
  readonly finding: Finding | null;
  readonly onClose: () => void;
}): ReactNode {
  const { id, version } = procurement;
  const needs = finding?.fix?.needs ?? [];
  const findings: FixInput["findings"] = finding === null ? "all_safe" : [finding.key];
  const [said, setSaid] = useState<Said>({
    personId: "",
    role: "",
    hours: "",
    text: "",
    date: "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const current = useQuery(procurementQuery(id));
  const apply = useChange((input: FixInput) => api.procurements.applyFixes(input));
  const preview = useQuery({
    queryKey: ["procurements", id, "fixes", version, finding?.key ?? "all_safe"],
    queryFn: () => api.procurements.applyFixes({ id, version, findings, dryRun: true }),
    enabled: needs.length === 0 && apply.isIdle,
  });
  function save(): void {
    const read = readGiven(needs, said);
    setFaults(read.faults);
    if (read.faults.length > 0) return;
    apply.mutate(
      { id, version, findings, give: read.give, dryRun: false },
      { onSuccess: ({ done }) => done && onClose() },
    );
  }
  return (
    <FormDialog
      title={finding === null ? t("fix.titleAll") : t("fix.title")}
      save={finding === null ? t("fix.doAll") : t("fix.do")}
      busy={apply.isPending}
      error={apply.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
      onReload={() => {
        apply.reset();
        void current.refetch();
      }}
      wide
    >
      {finding !== null && (
        <>
          <p>{finding.sentence.text}</p>
          <p>
            <strong>{finding.fix?.sentence.text}</strong>
          </p>
          <p className="small quiet">{finding.why.text}</p>
        </>
      )}
      <NeededFields
        needs={needs}
        offered={offers[finding?.fix?.kind ?? ""] ?? []}
        said={said}
        faults={faults}
        onChange={setSaid}
      />
      {apply.data !== undefined && !apply.data.done && <PreviewOfChange preview={apply.data} />}
      {needs.length === 0 && apply.data === undefined && (
        <Loaded query={preview} lines={4}>
          {(found) => <PreviewOfChange preview={found} />}
        </Loaded>
      )}
    </FormDialog>
  );
}
