import { Textarea, TextField } from "@navikt/ds-react";
import { bidderRoles, procedures, sizeClasses } from "@throughline/domain";
import type { ReactNode } from "react";
import { DateField } from "../../components/date-field.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { ChooseMany } from "./choose-many.tsx";
import type { RowDraft } from "./row-draft.ts";
import { risks } from "./situation-state.ts";

interface PartProps {
  readonly draft: RowDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (change: Partial<RowDraft>) => void;
}

/** When the row fires; what is left empty means any. */
export function WhenFields({
  draft,
  faults,
  currency,
  onChange,
}: PartProps & { readonly currency: string }): ReactNode {
  return (
    <fieldset className="plain card stack">
      <legend>{t("policyForm.what")}</legend>
      <p className="quiet small">{t("policyForm.whatHelp")}</p>
      <div className="form-grid">
        <Textarea
          id="row-cpv"
          className="wide"
          size="small"
          minRows={1}
          label={t("policyForm.cpv")}
          description={t("policyForm.cpvHelp")}
          value={draft.cpv}
          error={faultOf(faults, "row-cpv")}
          onChange={(event) => onChange({ cpv: event.target.value })}
        />
        {(["valueFrom", "valueTo"] as const).map((name) => (
          <TextField
            key={name}
            id={`row-${name}`}
            size="small"
            inputMode="decimal"
            label={t(`policyForm.${name}`, { currency })}
            value={draft[name]}
            error={faultOf(faults, `row-${name}`)}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
        <ChooseMany
          legend={t("policyForm.risks")}
          words={risks}
          chosen={draft.risks}
          say={(risk) => t(`procurement.risk.${risk}`)}
          onChange={(chosen) => onChange({ risks: chosen })}
        />
        <ChooseMany
          legend={t("policyForm.bidders")}
          words={bidderRoles}
          chosen={draft.bidderRoles}
          say={(role) => t(`procurement.bidder.${role}`)}
          onChange={(chosen) => onChange({ bidderRoles: chosen })}
        />
        <ChooseMany
          legend={t("policyForm.sizes")}
          words={sizeClasses}
          chosen={draft.sizes}
          say={(size) => t(`bidderSize.${size}`)}
          onChange={(chosen) => onChange({ sizes: chosen })}
        />
        <TextField
          id="row-countries"
          size="small"
          label={t("policyForm.countries")}
          description={t("policyForm.countriesHelp")}
          value={draft.countries}
          error={faultOf(faults, "row-countries")}
          onChange={(event) => onChange({ countries: event.target.value })}
        />
        <div className="wide">
          <ChooseMany
            legend={t("policyForm.procedures")}
            words={procedures}
            chosen={draft.procedures}
            say={(procedure) => t(`procedure.${procedure}`)}
            onChange={(chosen) => onChange({ procedures: chosen })}
          />
        </div>
      </div>
    </fieldset>
  );
}

/** From when it counts, what the market was told, and why. */
export function DateFields({
  draft,
  faults,
  changes,
  onChange,
}: PartProps & { readonly changes: boolean }): ReactNode {
  return (
    <fieldset className="plain card stack">
      <legend>{t("policyForm.dates")}</legend>
      <div className="form-grid">
        <DateField
          id="row-effectiveFrom"
          label={t("policyForm.from")}
          {...(changes ? { description: t("policyForm.fromChange") } : {})}
          value={draft.effectiveFrom}
          error={faultOf(faults, "row-effectiveFrom")}
          onChange={(effectiveFrom) => onChange({ effectiveFrom })}
        />
        <DateField
          label={`${t("policyForm.to")} ${t("form.optional")}`}
          value={draft.effectiveTo}
          onChange={(effectiveTo) => onChange({ effectiveTo })}
        />
        <DateField
          label={`${t("policyForm.announced")} ${t("form.optional")}`}
          value={draft.announcedOn}
          onChange={(announcedOn) => onChange({ announcedOn })}
        />
        <TextField
          id="row-noticeMonths"
          size="small"
          inputMode="numeric"
          label={`${t("policyForm.notice")} ${t("form.optional")}`}
          description={t("policyForm.noticeHelp")}
          value={draft.noticeMonths}
          error={faultOf(faults, "row-noticeMonths")}
          onChange={(event) => onChange({ noticeMonths: event.target.value })}
        />
        {(["reason", "proportionality"] as const).map((name) => (
          <Textarea
            key={name}
            className="wide"
            size="small"
            minRows={2}
            label={`${t(`policyForm.${name}`)} ${t("form.optional")}`}
            value={draft[name]}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        ))}
      </div>
    </fieldset>
  );
}
