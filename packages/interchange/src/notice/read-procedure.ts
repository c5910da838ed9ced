/**
 * What kind of procedure a notice means: the codes of eForms BT-105 (SDK 1.15, CC BY 4.0), else the English words
 * publishers of OCDS write beside its four methods. Nothing certain: `null`.
 */
import type { Procedure } from "@throughline/domain";

const byCode: Readonly<Record<string, Procedure>> = {
  open: "open",
  restricted: "restricted",
  "neg-w-call": "competitive_with_negotiation",
  "comp-dial": "competitive_dialogue",
  "neg-wo-call": "negotiated_without_call",
  innovation: "innovation_partnership",
  "comp-tend": "other",
  "oth-single": "other",
  "oth-mult": "other",
  "exp-int-rail": "other",
};

const byWords: readonly (readonly [RegExp, Procedure])[] = [
  [
    /without\b.*\b(?:call|publication|competition)|\bdirect award|single source/iu,
    "negotiated_without_call",
  ],
  [/innovation partnership/iu, "innovation_partnership"],
  [/competitive dialogue/iu, "competitive_dialogue"],
  [/mini[- ]?competition|call[- ]?off|further competition/iu, "mini_competition"],
  [/negotiat/iu, "competitive_with_negotiation"],
  [/restricted/iu, "restricted"],
  [/\bopen\b/iu, "open"],
];

const byMethod: Readonly<Record<string, Procedure>> = {
  open: "open",
  selective: "restricted",
  limited: "negotiated_without_call",
  direct: "negotiated_without_call",
};

/** The procedure a code of BT-105 means; a code that is not known is `other`. */
export function readProcedureCode(code: string): Procedure {
  return (Object.hasOwn(byCode, code) ? byCode[code] : undefined) ?? "other";
}

/**
 * The procedure of an OCDS tender.
 *
 * @example readProcedureWords("selective", "Competitive procedure with negotiation"); // "competitive_with_negotiation"
 */
export function readProcedureWords(
  method: string | null,
  details: string | null,
): Procedure | null {
  if (details !== null) {
    const worded = byWords.find(([words]) => words.test(details));
    if (worded !== undefined) return worded[1];
  }
  return (
    (method !== null && Object.hasOwn(byMethod, method) ? byMethod[method] : undefined) ?? null
  );
}
