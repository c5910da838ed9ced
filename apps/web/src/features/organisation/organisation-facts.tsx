import type { Organisation } from "@throughline/contract";
import type { ReactNode } from "react";
import { formatCountry } from "../../texts/format.ts";
import { t, type TextKey } from "../../texts/t.ts";
import { organisationSchemes } from "./organisation-draft.ts";

function schemeName(scheme: string): string {
  const own = organisationSchemes.find((known) => known === scheme.toLowerCase());
  return own === undefined ? scheme : t(`org.scheme.${own}`);
}

function foiKey(subject: boolean | null): TextKey {
  return subject === null ? "org.foi.unknown" : subject ? "org.foi.yes" : "org.foi.no";
}

/** What the organisation says about itself, for those who read it. */
export function OrganisationFacts({
  organisation,
}: {
  readonly organisation: Organisation;
}): ReactNode {
  const { roles, identifiers, sizeClass } = organisation;
  return (
    <dl className="said">
      <dt>{t("org.name")}</dt>
      <dd>{organisation.name}</dd>
      <dt>{t("org.country")}</dt>
      <dd>
        {organisation.country === null ? t("org.notSaid") : formatCountry(organisation.country)}
      </dd>
      <dt>{t("org.roles")}</dt>
      <dd>
        {roles.length === 0
          ? t("org.notSaid")
          : roles.map((role) => t(`org.role.${role}`)).join(", ")}
      </dd>
      <dt>{t("org.size")}</dt>
      <dd>{t(`org.size.${sizeClass ?? "none"}`)}</dd>
      <dt>{t("org.foi")}</dt>
      <dd>{t(foiKey(organisation.foiSubject))}</dd>
      <dt>{t("org.identifiers")}</dt>
      <dd>
        {identifiers.length === 0
          ? t("org.none")
          : identifiers.map(({ scheme, value, checkDigitVerified }) => (
              <div key={scheme + value}>
                {schemeName(scheme)} <code>{value}</code>{" "}
                <span className="quiet small">
                  ({t(checkDigitVerified ? "org.checked" : "org.formOnly")})
                </span>
              </div>
            ))}
      </dd>
    </dl>
  );
}
