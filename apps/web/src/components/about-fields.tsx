import { Select, TextField } from "@navikt/ds-react";
import { tiers } from "@throughline/domain";
import type { ReactNode } from "react";
import { DateField } from "./date-field.tsx";
import { faultOf, type FormFault } from "./form-faults.tsx";
import { todayHere } from "../texts/format.ts";
import { t } from "../texts/t.ts";
import type { AboutContract, AboutDraft } from "./disclosure-about.ts";
import { ProductChoice } from "./product-choice.tsx";

const kinds = [
  ["", "disclosure.kindAsSaid"],
  ["one_of", "disclosure.kindOneOf"],
  ["confirmed", "disclosure.kindConfirmed"],
] as const;

/** Who declared it, about what, as of when. */
export function AboutFields({
  about,
  contract,
  faults,
  onChange,
}: {
  readonly about: AboutDraft;
  readonly contract: Pick<AboutContract, "products">;
  readonly faults: readonly FormFault[];
  readonly onChange: (about: AboutDraft) => void;
}): ReactNode {
  return (
    <>
      <div className="form-grid">
        <TextField
          id="disclosure-title"
          size="small"
          label={t("disclosure.aboutTitle")}
          value={about.title}
          error={faultOf(faults, "disclosure-title")}
          onChange={(event) => onChange({ ...about, title: event.target.value })}
        />
        <TextField
          id="disclosure-by"
          size="small"
          label={t("disclosure.declaredBy")}
          value={about.declaredBy}
          error={faultOf(faults, "disclosure-by")}
          onChange={(event) => onChange({ ...about, declaredBy: event.target.value })}
        />
        <DateField
          id="disclosure-received"
          label={t("disclosure.receivedOn")}
          max={todayHere()}
          value={about.receivedOn}
          error={faultOf(faults, "disclosure-received")}
          onChange={(receivedOn) => onChange({ ...about, receivedOn })}
        />
        <DateField
          label={`${t("disclosure.asOf")} ${t("form.optional")}`}
          description={t("disclosure.asOfHelp")}
          value={about.asOf}
          onChange={(asOf) => onChange({ ...about, asOf })}
        />
        <TextField
          size="small"
          label={`${t("disclosure.brand")} ${t("form.optional")}`}
          value={about.brand}
          onChange={(event) => onChange({ ...about, brand: event.target.value })}
        />
        <Select
          size="small"
          label={t("disclosure.tier")}
          value={about.tier}
          onChange={(event) =>
            onChange({
              ...about,
              tier: tiers.find((tier) => tier === event.target.value) ?? "final_assembly",
            })
          }
        >
          {tiers.map((tier) => (
            <option key={tier} value={tier}>
              {t(`tier.${tier}`)}
            </option>
          ))}
        </Select>
        <Select
          size="small"
          label={t("disclosure.kind")}
          value={about.kind}
          onChange={(event) =>
            onChange({
              ...about,
              kind: kinds.find(([kind]) => kind === event.target.value)?.[0] ?? "",
            })
          }
        >
          {kinds.map(([kind, text]) => (
            <option key={kind} value={kind}>
              {t(text)}
            </option>
          ))}
        </Select>
      </div>
      <ProductChoice
        legend={t("disclosure.products")}
        none={t("disclosure.productsAll")}
        products={contract.products}
        chosen={about.productIds}
        onChange={(productIds) => onChange({ ...about, productIds })}
      />
    </>
  );
}
