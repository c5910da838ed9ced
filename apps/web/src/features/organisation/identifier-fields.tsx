import { Button, Select, TextField } from "@navikt/ds-react";
import type { ReactNode } from "react";
import { faultOf, type FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import {
  fieldOfCode,
  fieldOfValue,
  organisationSchemes,
  type IdentifierDraft,
} from "./organisation-draft.ts";

const most = 30;

/** The identifiers of the organisation: register and number each. */
export function IdentifierFields({
  identifiers,
  faults,
  onChange,
}: {
  readonly identifiers: readonly IdentifierDraft[];
  readonly faults: readonly FormFault[];
  readonly onChange: (identifiers: readonly IdentifierDraft[]) => void;
}): ReactNode {
  function change(index: number, part: Partial<IdentifierDraft>): void {
    onChange(identifiers.map((one, at) => (at === index ? { ...one, ...part } : one)));
  }
  return (
    <fieldset className="plain">
      <legend>{t("org.identifiers")}</legend>
      {identifiers.length === 0 && <p className="quiet">{t("org.identifiersNone")}</p>}
      {identifiers.map((identifier, index) => (
        <div
          key={identifier.key}
          className="identifier-row"
          role="group"
          aria-label={t("org.identifierN", { n: index + 1 })}
        >
          <Select
            label={t("org.scheme")}
            value={identifier.scheme}
            onChange={(event) =>
              change(index, {
                scheme: organisationSchemes.find((known) => known === event.target.value) ?? "",
              })
            }
          >
            {organisationSchemes.map((scheme) => (
              <option key={scheme} value={scheme}>
                {t(`org.scheme.${scheme}`)}
              </option>
            ))}
            <option value="">{t("org.schemeOther")}</option>
          </Select>
          {identifier.scheme === "" && (
            <TextField
              id={fieldOfCode(index)}
              label={t("org.code")}
              description={t("org.codeHint")}
              value={identifier.code}
              onChange={(event) => change(index, { code: event.target.value })}
              error={faultOf(faults, fieldOfCode(index))}
            />
          )}
          <TextField
            id={fieldOfValue(index)}
            label={t("org.value")}
            autoComplete="off"
            value={identifier.value}
            onChange={(event) => change(index, { value: event.target.value })}
            error={faultOf(faults, fieldOfValue(index))}
          />
          <div className="act">
            <Button
              size="small"
              variant="tertiary"
              aria-label={t("org.removeIdentifier", { n: index + 1 })}
              onClick={() => onChange(identifiers.filter((_, at) => at !== index))}
            >
              {t("form.remove")}
            </Button>
          </div>
        </div>
      ))}
      {identifiers.length < most && (
        <Button
          size="small"
          variant="secondary"
          onClick={() =>
            onChange([
              ...identifiers,
              { key: crypto.randomUUID(), scheme: "lei", code: "", value: "" },
            ])
          }
        >
          {t("org.addIdentifier")}
        </Button>
      )}
    </fieldset>
  );
}
