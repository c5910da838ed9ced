/** What is typed about the organisation, and what of it cannot be taken as it stands. */
import type { Organisation } from "@throughline/contract";
import {
  checkIdentifier,
  identifierSchemes,
  type IdentifierScheme,
  type OrganisationRole,
} from "@throughline/domain";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";

/** Schemes of organisations; our own site ids are of sites. */
export const organisationSchemes = identifierSchemes.filter((scheme) => scheme !== "site_id");

/** One identifier as typed. `scheme` empty: another register, named by `code`. */
export interface IdentifierDraft {
  readonly key: string;
  readonly scheme: IdentifierScheme | "";
  readonly code: string;
  readonly value: string;
}

export interface OrganisationDraft {
  readonly name: string;
  readonly country: string;
  readonly roles: readonly OrganisationRole[];
  readonly sizeClass: Organisation["sizeClass"];
  readonly foiSubject: boolean | null;
  readonly identifiers: readonly IdentifierDraft[];
}

/** The draft of what stands recorded. */
export function draftOf(organisation: Organisation): OrganisationDraft {
  return {
    name: organisation.name,
    country: organisation.country ?? "",
    roles: organisation.roles,
    sizeClass: organisation.sizeClass,
    foiSubject: organisation.foiSubject,
    identifiers: organisation.identifiers.map(({ scheme, value }, index) => {
      const own = organisationSchemes.find(
        (known) => known === scheme.toLowerCase().replaceAll("-", "_"),
      );
      return {
        key: `recorded-${index}`,
        scheme: own ?? "",
        code: own === undefined ? scheme : "",
        value,
      };
    }),
  };
}

/** The scheme as it is sent. */
export function schemeOf(identifier: IdentifierDraft): string {
  return identifier.scheme === "" ? identifier.code.trim() : identifier.scheme;
}

export const fieldOfValue = (index: number): string => `org-identifier-${index}`;
export const fieldOfCode = (index: number): string => `org-identifier-code-${index}`;

/** What must be put right before it can be saved; the check digits are the domain's. */
export function findFaults(draft: OrganisationDraft): FormFault[] {
  const faults: FormFault[] = [];
  if (draft.name.trim() === "") faults.push({ field: "org-name", message: t("org.nameMissing") });
  draft.identifiers.forEach((identifier, index) => {
    const checked = checkIdentifier(schemeOf(identifier), identifier.value);
    if (checked.ok) return;
    const field =
      checked.reason === "unknown_scheme" && identifier.scheme === ""
        ? fieldOfCode(index)
        : fieldOfValue(index);
    faults.push({ field, message: checked.explanation });
  });
  return faults;
}
