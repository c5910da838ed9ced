import { Button, Checkbox, CheckboxGroup, Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { DateField } from "../../components/date-field.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import { contractKinds, winnersOf, type AwardedDraft } from "./award-draft.ts";
import { frameworksQuery, type Procurement } from "./queries.ts";

/** One contract of an award. */
export function AwardedFields({
  procurement,
  one,
  number,
  faults,
  onChange,
  onRemove,
}: {
  readonly procurement: Procurement;
  readonly one: AwardedDraft;
  readonly number: number;
  readonly faults: readonly FormFault[];
  readonly onChange: (one: AwardedDraft) => void;
  readonly onRemove: (() => void) | null;
}): ReactNode {
  const frameworks = useQuery({ ...frameworksQuery, enabled: one.kind === "call_off" });
  const { lots } = procurement.facts;
  const winners = winnersOf(procurement);
  const text = (field: "reference" | "title" | "supplier", label: string): ReactNode => (
    <TextField
      id={`award-${field}-${one.key}`}
      size="small"
      label={label}
      value={one[field]}
      error={faultOf(faults, `award-${field}-${one.key}`)}
      onChange={(event) => onChange({ ...one, [field]: event.target.value })}
    />
  );
  const date = (field: "signedOn" | "startsOn" | "endsOn"): ReactNode => (
    <DateField
      id={`award-${field}-${one.key}`}
      label={`${t(`field.${field}`)} ${t("form.optional")}`}
      value={one[field]}
      error={faultOf(faults, `award-${field}-${one.key}`)}
      onChange={(value) => onChange({ ...one, [field]: value })}
    />
  );
  return (
    <fieldset className="plain card">
      <legend>{t("award.contract", { n: number })}</legend>
      <div className="stack">
        <div className="form-grid">
          {text("title", t("field.title"))}
          {text("reference", t("field.reference"))}
          <Select
            size="small"
            label={t("field.kind")}
            value={one.kind}
            onChange={(event) =>
              onChange({
                ...one,
                kind: contractKinds.find((kind) => kind === event.target.value) ?? "stand_alone",
              })
            }
          >
            {contractKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`field.kind.${kind}`)}
              </option>
            ))}
          </Select>
          {one.kind === "call_off" && (
            <Select
              id={`award-framework-${one.key}`}
              size="small"
              label={t("field.framework")}
              value={one.frameworkId}
              error={faultOf(faults, `award-framework-${one.key}`)}
              onChange={(event) => onChange({ ...one, frameworkId: event.target.value })}
            >
              <option value="">–</option>
              {frameworks.data?.items.map((item) => (
                <option key={item.id} value={item.id}>
                  {item.title} ({item.reference})
                </option>
              ))}
            </Select>
          )}
          {text("supplier", `${t("field.supplier")} ${t("form.optional")}`)}
          {winners.length > 0 && (
            <Select
              size="small"
              label={t("award.bidder")}
              value={one.bidder}
              onChange={(event) => onChange({ ...one, bidder: event.target.value })}
            >
              <option value="">{t("award.bidderAny")}</option>
              {winners.map((bidder) => (
                <option key={bidder} value={bidder}>
                  {bidder}
                </option>
              ))}
            </Select>
          )}
          {date("signedOn")}
          {date("startsOn")}
          {date("endsOn")}
        </div>
        {lots.length > 0 && (
          <CheckboxGroup
            size="small"
            legend={t("instance.lots")}
            description={t("instance.lotsHelp")}
            value={[...one.lots]}
            onChange={(chosen: string[]) => onChange({ ...one, lots: chosen })}
          >
            {lots.map(({ id, title }) => (
              <Checkbox key={id} value={id}>
                {t("instance.lot", { id, title })}
              </Checkbox>
            ))}
          </CheckboxGroup>
        )}
        {onRemove !== null && (
          <div>
            <Button
              type="button"
              size="small"
              variant="tertiary"
              data-color="danger"
              onClick={onRemove}
            >
              {t("award.removeOne")}
            </Button>
          </div>
        )}
      </div>
    </fieldset>
  );
}
