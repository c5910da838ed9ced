import { Button, Select, TextField } from "@navikt/ds-react";
import { useQuery } from "@tanstack/react-query";
import { bidderRoles, procedures, sizeClasses } from "@throughline/domain";
import { useDeferredValue, useState, type FormEvent, type ReactNode } from "react";
import { DateField } from "../../components/date-field.tsx";
import { faultOf, FormFaults, type FormFault } from "../../components/form-faults.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import { ChooseMany } from "./choose-many.tsx";
import { choiceQuery } from "./queries.ts";
import {
  biddersOf,
  readSituation,
  risks,
  sizesOf,
  type SituationState,
} from "./situation-state.ts";

const kinds = ["situation", "procurement", "contract"] as const;
type Draft = { readonly [K in keyof SituationState]?: SituationState[K] | undefined };

/** Chooses a procurement or a contract to try the policy on. */
function ChooseOne({
  kind,
  id,
  onChoose,
}: {
  readonly kind: "procurement" | "contract";
  readonly id: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}): ReactNode {
  const [words, setWords] = useState("");
  const search = useDeferredValue(words.trim());
  const found = useQuery(choiceQuery(kind, search));
  return (
    <Loaded query={found} lines={1}>
      {({ items, more }) => (
        <div className="row-end">
          <Select
            size="small"
            label={t(`policyTry.${kind}`)}
            value={id ?? ""}
            style={{ maxWidth: "32rem" }}
            onChange={(event) => onChoose(event.target.value || undefined)}
          >
            <option value="">{t("policyTry.choose")}</option>
            {id !== undefined && items.every((item) => item.id !== id) && (
              <option value={id}>{t("policyTry.another")}</option>
            )}
            {items.map((item) => (
              <option key={item.id} value={item.id}>
                {item.title} ({item.reference})
              </option>
            ))}
          </Select>
          {(more || words !== "") && (
            <TextField
              size="small"
              label={t("policyTry.find", { n: items.length })}
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          )}
        </div>
      )}
    </Loaded>
  );
}

function Facts({
  draft,
  faults,
  currency,
  onChange,
}: {
  readonly draft: Draft;
  readonly faults: readonly FormFault[];
  readonly currency: string;
  readonly onChange: (draft: Draft) => void;
}): ReactNode {
  const set = (change: Draft): void => onChange({ ...draft, ...change });
  return (
    <div className="form-grid">
      <TextField
        id="try-cpv"
        size="small"
        label={t("policyTry.cpv")}
        description={t("policyTry.cpvHelp")}
        value={draft.cpv ?? ""}
        error={faultOf(faults, "try-cpv")}
        onChange={(event) => set({ cpv: event.target.value })}
      />
      <TextField
        id="try-value"
        size="small"
        inputMode="decimal"
        label={t("policyTry.value", { currency })}
        value={draft.value ?? ""}
        error={faultOf(faults, "try-value")}
        onChange={(event) => set({ value: event.target.value })}
      />
      <Select
        size="small"
        label={t("policyTry.risk")}
        value={draft.risk ?? "unknown"}
        onChange={(event) => set({ risk: risks.find((risk) => risk === event.target.value) })}
      >
        {risks.map((risk) => (
          <option key={risk} value={risk}>
            {t(`procurement.risk.${risk}`)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t("policyTry.procedure")}
        value={draft.procedure ?? ""}
        onChange={(event) =>
          set({ procedure: procedures.find((procedure) => procedure === event.target.value) })
        }
      >
        <option value="">{t("policyTry.notKnown")}</option>
        {procedures.map((procedure) => (
          <option key={procedure} value={procedure}>
            {t(`procedure.${procedure}`)}
          </option>
        ))}
      </Select>
      <Select
        size="small"
        label={t("policyTry.country")}
        value={draft.country ?? ""}
        onChange={(event) => set({ country: event.target.value || undefined })}
      >
        <option value="">{t("policyTry.notKnown")}</option>
        {listCountries().map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
      <ChooseMany
        legend={t("policyTry.bidders")}
        words={bidderRoles}
        chosen={biddersOf({ bidders: draft.bidders })}
        say={(role) => t(`procurement.bidder.${role}`)}
        onChange={(chosen) => set({ bidders: chosen.join(".") })}
      />
      <ChooseMany
        legend={t("policyTry.sizes")}
        words={sizeClasses}
        chosen={sizesOf({ sizes: draft.sizes })}
        say={(size) => t(`bidderSize.${size}`)}
        onChange={(chosen) => set({ sizes: chosen.join(".") })}
      />
    </div>
  );
}

/** Says what is bought, or chooses what the policy is tried on; the address keeps it. */
export function SituationForm({
  state,
  currency,
  only = false,
  save,
  onTry,
}: {
  readonly state: SituationState;
  readonly currency: string;
  /** A situation alone, without day, procurement or contract. */
  readonly only?: boolean;
  readonly save: string;
  readonly onTry: (change: Draft) => void;
}): ReactNode {
  const [draft, setDraft] = useState<Draft>(state);
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const kind = only ? "situation" : (draft.of ?? "situation");
  function submit(event: FormEvent): void {
    event.preventDefault();
    const found =
      kind === "situation" ? readSituation({ ...draft, of: "situation" }, currency).faults : [];
    setFaults(found);
    if (found.length === 0) onTry({ ...draft, of: kind, tried: "yes" });
  }
  return (
    <form className="card stack no-print" onSubmit={submit} noValidate>
      <FormFaults faults={faults} />
      {!only && (
        <Select
          size="small"
          label={t("policyTry.of")}
          value={kind}
          style={{ maxWidth: "20rem" }}
          onChange={(event) =>
            setDraft({
              ...draft,
              of: kinds.find((one) => one === event.target.value),
              id: undefined,
            })
          }
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`policyTry.of.${one}`)}
            </option>
          ))}
        </Select>
      )}
      {kind === "situation" ? (
        <Facts draft={draft} faults={faults} currency={currency} onChange={setDraft} />
      ) : (
        <ChooseOne kind={kind} id={draft.id} onChoose={(id) => setDraft({ ...draft, id })} />
      )}
      {!only && (
        <DateField
          label={`${t("policyTry.on")} ${t("form.optional")}`}
          value={draft.on ?? ""}
          onChange={(on) => setDraft({ ...draft, on: on === "" ? undefined : on })}
        />
      )}
      <div>
        <Button type="submit" size="small">
          {save}
        </Button>
      </div>
    </form>
  );
}
