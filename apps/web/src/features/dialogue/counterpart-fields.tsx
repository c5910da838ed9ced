import { Radio, RadioGroup, Search, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState, type ReactNode } from "react";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { t } from "../../texts/t.ts";
import { suppliersToMeetQuery } from "./queries.ts";

/** With whom: a supplier on record, or somebody by name. */
export interface CounterpartDraft {
  readonly supplier: { readonly id: string; readonly name: string } | null;
  readonly name: string;
}

/** Chooses the one counterpart of a series; there is never a second. */
export function CounterpartFields({
  counterpart,
  faults,
  onChange,
}: {
  readonly counterpart: CounterpartDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (counterpart: CounterpartDraft) => void;
}): ReactNode {
  const [text, setText] = useState("");
  const search = useDeferredValue(text.trim());
  const found = useQuery(suppliersToMeetQuery(search));
  const { supplier } = counterpart;
  return (
    <fieldset className="plain card stack">
      <legend>{t("dialogues.withWhom")}</legend>
      <p className="measure">{t("dialogues.withWhomWhat")}</p>
      <div style={{ maxWidth: "28rem" }}>
        <Search
          label={t("dialogues.supplierSearch")}
          hideLabel={false}
          size="small"
          variant="simple"
          value={text}
          onChange={setText}
        />
      </div>
      <Loaded query={found} lines={3}>
        {({ items }) => {
          const listed =
            supplier === null || items.some(({ id }) => id === supplier.id)
              ? items
              : [supplier, ...items];
          return (
            <RadioGroup
              id="series-supplier"
              tabIndex={-1}
              className="choose-many-scroll"
              size="small"
              legend={t("dialogues.supplier")}
              value={supplier?.id ?? ""}
              error={faultOf(faults, "series-supplier")}
              onChange={(id: string) => {
                const chosen = listed.find((one) => one.id === id);
                onChange({
                  ...counterpart,
                  supplier: chosen === undefined ? null : { id: chosen.id, name: chosen.name },
                });
              }}
            >
              {listed.map(({ id, name }) => (
                <Radio key={id} value={id}>
                  {name}
                </Radio>
              ))}
              <Radio value="">{t("dialogues.notOnRecord")}</Radio>
            </RadioGroup>
          );
        }}
      </Loaded>
      {supplier === null && (
        <TextField
          id="series-counterpart"
          size="small"
          style={{ maxWidth: "28rem" }}
          label={t("dialogues.counterpartName")}
          maxLength={300}
          value={counterpart.name}
          error={faultOf(faults, "series-counterpart")}
          onChange={(event) => onChange({ ...counterpart, name: event.target.value })}
        />
      )}
    </fieldset>
  );
}
