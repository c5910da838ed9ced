import { Button, Checkbox, CheckboxGroup, Select, Textarea, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ProcurementInput } from "@throughline/contract";
import { bidderRoles, procedures } from "@throughline/domain";
import { useState, type FormEvent, type ReactNode } from "react";
import { DateField } from "../../components/date-field.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { ProblemNotice } from "../../components/problem-notice.tsx";
import { listCountries } from "../../texts/list-countries.ts";
import { t, type TextKey } from "../../texts/t.ts";
import { readProcurement, type ProcurementDraft } from "./procurement-draft.ts";
import { frameworksQuery } from "./queries.ts";

const risks = ["high", "medium", "low", "unknown"] as const;

export interface ProcurementFormProps {
  readonly start: ProcurementDraft;
  readonly knownLots?: ProcurementInput["lots"];
  readonly save: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSave: (input: Omit<ProcurementInput, "instances">) => void;
  readonly onReload?: () => void;
}

/** Types a procurement in, or changes one. Everything but title and reference may be unknown. */
export function ProcurementForm(props: ProcurementFormProps): ReactNode {
  const [draft, setDraft] = useState(props.start);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const frameworks = useQuery({
    ...frameworksQuery,
    enabled: draft.procedure === "mini_competition",
  });
  const set = (change: Partial<ProcurementDraft>): void => setDraft({ ...draft, ...change });

  type TextName = Exclude<keyof ProcurementDraft, "bidders">;
  function field(
    name: TextName,
    label: TextKey,
    more: {
      readonly needed?: boolean;
      readonly help?: TextKey;
      readonly mode?: "decimal";
    } = {},
  ): ReactNode {
    const id = `procurement-${name}`;
    return (
      <TextField
        id={id}
        label={more.needed === true ? t(label) : `${t(label)} ${t("form.optional")}`}
        description={more.help === undefined ? undefined : t(more.help)}
        size="small"
        inputMode={more.mode}
        value={draft[name]}
        error={faultOf(faults, id)}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    );
  }
  function date(name: "announcedOn" | "deadlineOn", label: TextKey, help: TextKey): ReactNode {
    return (
      <DateField
        id={`procurement-${name}`}
        label={`${t(label)} ${t("form.optional")}`}
        description={t(help)}
        value={draft[name]}
        onChange={(value) => set({ [name]: value })}
      />
    );
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const read = readProcurement(draft, props.knownLots);
    setFaults(read.ok ? [] : read.faults);
    if (read.ok) props.onSave(read.input);
  }

  return (
    <form className="stack-large" onSubmit={submit} noValidate style={{ maxWidth: "60rem" }}>
      <FormFaults faults={faults} />
      {props.error !== null && faults.length === 0 && (
        <ProblemNotice
          error={props.error}
          {...(props.onReload === undefined ? {} : { onReload: props.onReload })}
        />
      )}
      <fieldset className="plain card">
        <legend>{t("procurement.group.what")}</legend>
        <div className="form-grid">
          <div className="wide">{field("title", "field.title", { needed: true })}</div>
          {field("reference", "field.reference", { needed: true })}
          <Select
            size="small"
            label={t("procurement.procedure")}
            value={draft.procedure}
            onChange={(event) =>
              set({ procedure: procedures.find((one) => one === event.target.value) ?? "open" })
            }
          >
            {procedures.map((one) => (
              <option key={one} value={one}>
                {t(`procedure.${one}`)}
              </option>
            ))}
          </Select>
          {draft.procedure === "mini_competition" && (
            <Select
              size="small"
              label={t("field.framework")}
              value={draft.frameworkId}
              onChange={(event) => set({ frameworkId: event.target.value })}
            >
              <option value="">–</option>
              {frameworks.data?.items.map((item) => (
                <option key={item.id} value={item.id}>
                  {item.title} ({item.reference})
                </option>
              ))}
            </Select>
          )}
          {field("cpv", "field.cpv", { help: "field.cpvHelp" })}
          {field("amount", "procurement.amount", { mode: "decimal" })}
          {field("currency", "field.currency")}
          <Select
            size="small"
            label={`${t("procurement.country")} ${t("form.optional")}`}
            value={draft.country}
            onChange={(event) => set({ country: event.target.value })}
          >
            <option value="">–</option>
            {listCountries().map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          <Textarea
            id="procurement-lots"
            size="small"
            className="wide"
            minRows={2}
            label={`${t("procurement.lots")} ${t("form.optional")}`}
            description={t("procurement.lotsHelp")}
            value={draft.lots}
            error={faultOf(faults, "procurement-lots")}
            onChange={(event) => set({ lots: event.target.value })}
          />
        </div>
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("procurement.group.market")}</legend>
        <div className="form-grid">
          {date("announcedOn", "procurement.announcedOn", "procurement.announcedOnHelp")}
          {date("deadlineOn", "procurement.deadlineOn", "procurement.deadlineOnHelp")}
          <CheckboxGroup
            size="small"
            legend={t("procurement.bidders")}
            description={t("procurement.biddersHelp")}
            value={[...draft.bidders]}
            onChange={(bidders: string[]) => set({ bidders })}
          >
            {bidderRoles.map((one) => (
              <Checkbox key={one} value={one}>
                {t(`procurement.bidder.${one}`)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </div>
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("procurement.group.hours")}</legend>
        <div className="form-grid">
          {field("preparation", "procurement.preparation", { mode: "decimal" })}
          {field("followUp", "procurement.followUpHours", {
            mode: "decimal",
            help: "procurement.followUpHoursHelp",
          })}
        </div>
      </fieldset>
      <fieldset className="plain card">
        <legend>{t("procurement.group.more")}</legend>
        <div className="form-grid">
          <Select
            size="small"
            label={t("procurement.riskOverride")}
            description={t("procurement.riskOverrideHelp")}
            value={draft.risk}
            onChange={(event) =>
              set({ risk: risks.find((one) => one === event.target.value) ?? "" })
            }
          >
            <option value="">{t("procurement.riskAsWeighed")}</option>
            {risks.map((one) => (
              <option key={one} value={one}>
                {t(`procurement.risk.${one}`)}
              </option>
            ))}
          </Select>
          {draft.risk !== "" && field("riskReason", "procurement.riskReason", { needed: true })}
          {field("ocid", "procurement.ocid")}
          {field("noticeId", "procurement.noticeId")}
        </div>
      </fieldset>
      <div className="row">
        <Button type="submit" loading={props.busy}>
          {props.save}
        </Button>
      </div>
    </form>
  );
}
