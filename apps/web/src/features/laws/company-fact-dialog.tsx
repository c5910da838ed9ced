import { Checkbox, CheckboxGroup, Radio, RadioGroup, Select, TextField } from "@navikt/ds-react";
import { useState, type ReactNode } from "react";
import { api } from "../../api/client.ts";
import { useChange } from "../../api/use-change.ts";
import { DateField } from "../../components/date-field.tsx";
import { FormDialog } from "../../components/form-dialog.tsx";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { todayHere } from "../../texts/format.ts";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import { readFactDraft, type FactDraft } from "./read-fact-draft.ts";
import type { FactKind } from "./queries.ts";

/** Records one fact about a company: what, as of when, and where it is from. */
export function CompanyFactDialog({
  supplierId,
  facts,
  first,
  onClose,
}: {
  readonly supplierId: string | undefined;
  readonly facts: readonly FactKind[];
  /** The fact to begin with. */
  readonly first?: string;
  readonly onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<FactDraft>({
    fact: first ?? facts[0]?.fact ?? "",
    number: "",
    currency: "EUR",
    answer: "",
    countries: [],
    asOf: "",
    source: "",
  });
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const record = useChange((input: Parameters<typeof api.laws.recordFacts>[0]) =>
    api.laws.recordFacts(input),
  );
  const kind = facts.find(({ fact }) => fact === draft.fact);
  function save(): void {
    if (kind === undefined) return;
    const read = readFactDraft(draft, kind, todayHere());
    setFaults(read.faults);
    if (read.fact === null) return;
    record.mutate(
      { ...(supplierId === undefined ? {} : { supplierId }), facts: [read.fact] },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={t("laws.addFact")}
      save={t("laws.recordFact")}
      busy={record.isPending}
      error={record.error}
      faults={faults}
      onSave={save}
      onClose={onClose}
    >
      <Select
        size="small"
        label={t("laws.fact")}
        value={draft.fact}
        onChange={(event) => setDraft({ ...draft, fact: event.target.value })}
      >
        {facts.map((one) => (
          <option key={one.fact} value={one.fact}>
            {one.label}
          </option>
        ))}
      </Select>
      {kind?.kind === "figure" && (
        <div className="form-grid">
          <TextField
            id="fact-number"
            size="small"
            inputMode="decimal"
            label={t(kind.money ? "laws.amount" : "laws.number")}
            description={kind.money ? t("laws.amountHelp") : undefined}
            value={draft.number}
            error={faultOf(faults, "fact-number")}
            onChange={(event) => setDraft({ ...draft, number: event.target.value })}
          />
          {kind.money && (
            <TextField
              id="fact-currency"
              size="small"
              maxLength={3}
              label={t("laws.currency")}
              value={draft.currency}
              error={faultOf(faults, "fact-currency")}
              onChange={(event) =>
                setDraft({ ...draft, currency: event.target.value.toUpperCase() })
              }
            />
          )}
        </div>
      )}
      {kind?.kind === "statement" && (
        <RadioGroup
          id="fact-answer"
          tabIndex={-1}
          size="small"
          legend={t("laws.isItSo")}
          value={draft.answer}
          error={faultOf(faults, "fact-answer")}
          onChange={(answer: FactDraft["answer"]) => setDraft({ ...draft, answer })}
        >
          <Radio value="yes">{t("laws.yes")}</Radio>
          <Radio value="no">{t("laws.no")}</Radio>
        </RadioGroup>
      )}
      {kind?.kind === "countries" && (
        <CheckboxGroup
          id="fact-countries"
          tabIndex={-1}
          size="small"
          legend={t("laws.countries")}
          value={[...draft.countries]}
          error={faultOf(faults, "fact-countries")}
          onChange={(countries: string[]) => setDraft({ ...draft, countries })}
        >
          <div className="check-grid" style={{ maxHeight: "16rem", overflowY: "auto" }}>
            {listCountries().map(({ code, name }) => (
              <Checkbox key={code} value={code}>
                {name}
              </Checkbox>
            ))}
          </div>
        </CheckboxGroup>
      )}
      <DateField
        id="fact-as-of"
        label={t("laws.asOf")}
        description={t("laws.asOfHelp")}
        max={todayHere()}
        value={draft.asOf}
        error={faultOf(faults, "fact-as-of")}
        onChange={(asOf) => setDraft({ ...draft, asOf })}
      />
      <TextField
        id="fact-source"
        size="small"
        maxLength={400}
        label={t("laws.source")}
        description={t("laws.sourceHelp")}
        value={draft.source}
        error={faultOf(faults, "fact-source")}
        onChange={(event) => setDraft({ ...draft, source: event.target.value })}
      />
    </FormDialog>
  );
}
