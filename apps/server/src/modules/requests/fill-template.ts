/** Fills a template of the requester's own words. Pure. */
import type { ErrorDetail } from "@throughline/domain";

/** What may stand in double braces. */
export const placeholders = [
  "supplier",
  "contracts",
  "products",
  "due",
  "clause",
  "sender",
] as const;
export type Placeholder = (typeof placeholders)[number];

// Blanks are trimmed afterwards: left to the pattern, a long run of them takes the cube of its length.
const braces = /\{\{([^{}]*)\}\}/gu;

/** Placeholders that are not known, by the field they stand in. */
export function findUnknownPlaceholders(words: {
  readonly subject: string;
  readonly body: string;
}): ErrorDetail[] {
  return (["subject", "body"] as const).flatMap((field) =>
    [...words[field].matchAll(braces)].flatMap(([whole, name = ""]) =>
      placeholders.some((known) => known === name.trim())
        ? []
        : [{ path: `/${field}`, message: `${whole} is not known.` }],
    ),
  );
}

/**
 * Puts the values in place. A placeholder that is not known stays as it stands: it is refused before.
 *
 * @example fillTemplate("Dear {{supplier}},", { supplier: "Cedar IT", … }) // "Dear Cedar IT,"
 */
export function fillTemplate(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replace(braces, (whole: string, name: string) => {
    const known = placeholders.find((one) => one === name.trim());
    return known === undefined ? whole : values[known];
  });
}
