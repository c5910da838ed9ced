/** Parts of a requirement in words a person reads. */
import { en } from "../../texts/en.ts";
import { t } from "../../texts/t.ts";
import type { LibraryRow } from "./queries.ts";

const texts: Readonly<Record<string, string | undefined>> = en;

/** An issue by name; one the catalogue does not have by its key. */
export function issueName(issue: string): string {
  return texts[`issue.${issue}`] ?? issue.replaceAll("_", " ");
}

/** Where it stands, counted: "2 procurements, 1 contract". */
export function sayUses({ uses }: Pick<LibraryRow, "uses">): string {
  const parts = [
    ...(uses.procurements > 0
      ? [t("requirements.uses.procurements", { n: uses.procurements })]
      : []),
    ...(uses.contracts > 0 ? [t("requirements.uses.contracts", { n: uses.contracts })] : []),
    ...(uses.policyRows > 0 ? [t("requirements.uses.policyRows", { n: uses.policyRows })] : []),
  ];
  return parts.length === 0 ? t("requirements.uses.none") : parts.join(", ");
}
