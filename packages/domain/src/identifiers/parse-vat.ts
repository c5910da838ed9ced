import { hybridCheckCharacter } from "./compute-check-characters.ts";
import { compactIdentifier, type IdentifierCheck, refuse } from "./identifier-check.ts";

/** What follows the country letters, as the European Commission's VIES service publishes it; GB, NO and CH after their own registers. */
const formats: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CH: /^E\d{9}(MWST|TVA|IVA)?$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^([A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^[A-HJ-NP-Z0-9]{2}\d{9}$/,
  GB: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(\d{7}[A-W][A-I]?|\d[A-Z+*]\d{5}[A-W])$/,
  IT: /^\d{11}$/,
  LT: /^(\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{9}B\d{2}$/,
  NO: /^\d{9}(MVA)?$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^\d{2,10}$/,
  SE: /^\d{10}01$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

/** Check rules known well enough to refuse by. Others are `format_only`. */
const checkRules: Readonly<Record<string, (body: string) => boolean>> = {
  // Belgian enterprise number: the last two digits are 97 minus the remainder of the first eight.
  BE: (body) => 97 - (Number(body.slice(0, 8)) % 97) === Number(body.slice(8)),
  // German VAT id: ISO 7064 MOD 11,10.
  DE: (body) => hybridCheckCharacter(body.slice(0, 8), 10) === body[8],
  HR: (body) => hybridCheckCharacter(body.slice(0, 10), 10) === body[10],
};

/**
 * VAT identification number with its country letters (EL for Greece, XI for Northern Ireland). Forms as in VIES.
 * Check digits are computed for BE, DE and HR (`check_digit`); for all others only the form is checked
 * (`format_only`). Nothing here says that the number is registered: only VIES or the national register can.
 *
 * @example parseVat("BE 0403.170.701") // → { ok: true, value: "BE0403170701", checked: "check_digit" }
 */
export function parseVat(text: string): IdentifierCheck {
  const compact = compactIdentifier(text);
  const value = compact.startsWith("GR") ? `EL${compact.slice(2)}` : compact;
  const country = value.slice(0, 2);
  const body = value.slice(2);
  const format = formats[country];
  if (format === undefined) {
    return refuse(
      "country",
      "A VAT number begins with the two letters of a country whose form is known, for instance DE or XI.",
    );
  }
  if (!format.test(body))
    return refuse("characters", `This is not the form of a VAT number of ${country}.`);
  const rule = checkRules[country];
  if (rule === undefined) return { ok: true, value, checked: "format_only" };
  if (!rule(body))
    return refuse("check_digit", "The check digits of the VAT number do not fit the rest.");
  return { ok: true, value, checked: "check_digit" };
}
