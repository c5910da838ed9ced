import type {
  BidderRole,
  ParameterValues,
  Requirement,
  SizeClass,
  Wording,
} from "@throughline/domain";
import { renderTemplate, type SentenceParams } from "../texts/say-in.ts";
import { valueOf } from "../parameters/compare-values.ts";

/** A wording with its values put in. `language` may differ from the one asked for, where there is none in that. */
export interface FilledWording {
  readonly language: string;
  readonly status: Wording["status"];
  readonly text: string;
}

/**
 * The clause in a language with its values put in; stretches whose value is not given fall away. Without a wording in that
 * language the English, else the first. Numbers, choices and flags are written in; sets stand beside the text, as the values.
 *
 * @example fillWording(requirement, "sv", { due_days: 28, due_from: "award" })?.text // "… inom 28 dagar från tilldelningen …"
 */
export function fillWording(
  requirement: Pick<Requirement, "wordings">,
  language: string,
  values: ParameterValues,
): FilledWording | undefined {
  const { wordings } = requirement;
  const wording =
    wordings.find((one) => one.language === language) ??
    wordings.find((one) => one.language === "en") ??
    wordings[0];
  if (wording === undefined) return undefined;
  const params: SentenceParams = {};
  for (const key of Object.keys(values)) {
    const value = valueOf(values, key);
    if (typeof value === "boolean") params[key] = value ? "yes" : null;
    // As a word, so that no days of notice are said rather than left out.
    else if (value !== undefined)
      params[key] = Array.isArray(value) ? value.join("; ") : String(value);
  }
  return {
    language: wording.language,
    status: wording.status,
    text: renderTemplate(wording.text, params),
  };
}

/** The variant of a requirement that fits a bidder best: by role and size before by one of them. */
export function findVariant(
  requirement: Pick<Requirement, "variants">,
  bidder: { readonly role: BidderRole | null; readonly size: SizeClass | null },
): Requirement["variants"][number] | undefined {
  const fitting = requirement.variants.filter(
    ({ bidderRole, sizes }) =>
      (bidderRole === null || bidderRole === bidder.role) &&
      (sizes.length === 0 || (bidder.size !== null && sizes.includes(bidder.size))),
  );
  const fit = (one: Requirement["variants"][number]): number =>
    (one.bidderRole === null ? 0 : 1) + (one.sizes.length === 0 ? 0 : 2);
  return fitting.toSorted((a, b) => fit(b) - fit(a))[0];
}
