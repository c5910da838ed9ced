import { Checkbox, Select, TextField } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { faultOf, type FormFault } from "../form-faults.tsx";
import { listCountries } from "../../texts/list-countries.ts";
import { t } from "../../texts/t.ts";
import type { SiteDraft } from "./site-draft.ts";

/** Fields of one site; what a buyer needs first, the rest behind one step. */
export function SiteFields({
  prefix,
  draft,
  faults,
  onChange,
}: {
  readonly prefix: string;
  readonly draft: SiteDraft;
  readonly faults: readonly FormFault[];
  readonly onChange: (draft: SiteDraft) => void;
}): ReactNode {
  const more = [draft.osId, draft.workers, draft.latitude, draft.maskedAs].some(
    (text) => text !== "",
  );
  const faultInMore = faults.some(({ field }) =>
    ["workers", "latitude", "masked-as"].some((part) => field === `${prefix}-${part}`),
  );
  const set = (part: Partial<SiteDraft>): void => onChange({ ...draft, ...part });
  return (
    <div className="stack-small">
      <div className="form-grid">
        <TextField
          id={`${prefix}-name`}
          size="small"
          label={t("ownSite.name")}
          autoComplete="off"
          value={draft.name}
          error={faultOf(faults, `${prefix}-name`)}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Select
          size="small"
          label={t("ownSite.country")}
          value={draft.country}
          onChange={(event) => set({ country: event.target.value })}
        >
          <option value="">{t("ownSite.noCountry")}</option>
          {listCountries().map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </Select>
        <div className="wide">
          <TextField
            size="small"
            label={t("ownSite.address")}
            description={t("ownSite.addressHelp")}
            autoComplete="off"
            value={draft.address}
            onChange={(event) => set({ address: event.target.value })}
          />
        </div>
      </div>
      <details className="plain" open={more || faultInMore || undefined}>
        <summary className="small">{t("ownSite.more")}</summary>
        <div className="form-grid more-fields">
          <TextField
            id={`${prefix}-workers`}
            size="small"
            inputMode="numeric"
            label={t("ownSite.workers")}
            value={draft.workers}
            error={faultOf(faults, `${prefix}-workers`)}
            onChange={(event) => set({ workers: event.target.value })}
          />
          <TextField
            size="small"
            label={t("ownSite.osId")}
            autoComplete="off"
            value={draft.osId}
            onChange={(event) => set({ osId: event.target.value })}
          />
          <TextField
            id={`${prefix}-latitude`}
            size="small"
            inputMode="decimal"
            label={t("ownSite.latitude")}
            value={draft.latitude}
            error={faultOf(faults, `${prefix}-latitude`)}
            onChange={(event) => set({ latitude: event.target.value })}
          />
          <TextField
            size="small"
            inputMode="decimal"
            label={t("ownSite.longitude")}
            value={draft.longitude}
            onChange={(event) => set({ longitude: event.target.value })}
          />
          <div className="wide">
            <Checkbox
              size="small"
              checked={draft.masked}
              onChange={(event) => set({ masked: event.target.checked })}
            >
              {t("ownSite.masked")}
            </Checkbox>
            {draft.masked && (
              <TextField
                id={`${prefix}-masked-as`}
                size="small"
                label={t("ownSite.maskedAs")}
                description={t("ownSite.maskedHelp")}
                value={draft.maskedAs}
                error={faultOf(faults, `${prefix}-masked-as`)}
                onChange={(event) => set({ maskedAs: event.target.value })}
              />
            )}
          </div>
        </div>
      </details>
    </div>
  );
}
