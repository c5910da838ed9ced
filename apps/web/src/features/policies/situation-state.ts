/** Something to be bought, as the address has it: unknown facts are left out. */
import {
  bidderRoles,
  IsoDate,
  procedures,
  sizeClasses,
  type BidderRole,
  type SizeClass,
} from "@throughline/domain";
import { z } from "zod";
import type { FormFault } from "../../components/form-faults.tsx";
import { parseMoney } from "../../texts/parse-money.ts";
import { t } from "../../texts/t.ts";
import type { Situation } from "./queries.ts";
import { splitWords } from "./row-draft.ts";

export const risks = ["high", "medium", "low", "unknown"] as const;

export const SituationState = z.object({
  of: z.enum(["situation", "procurement", "contract"]).catch("situation").default("situation"),
  id: z.uuid().optional().catch(undefined),
  cpv: z.string().max(500).optional().catch(undefined),
  risk: z.enum(risks).optional().catch(undefined),
  value: z.string().max(30).optional().catch(undefined),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .catch(undefined),
  procedure: z.enum(procedures).optional().catch(undefined),
  bidders: z.string().max(60).optional().catch(undefined),
  sizes: z.string().max(60).optional().catch(undefined),
  on: IsoDate.optional().catch(undefined),
  /** Set once it was asked for, so that an empty situation can be tried, too. */
  tried: z.literal("yes").optional().catch(undefined),
});
export type SituationState = z.infer<typeof SituationState>;

export function biddersOf({ bidders }: Pick<SituationState, "bidders">): BidderRole[] {
  const words = (bidders ?? "").split(".");
  return bidderRoles.filter((role) => words.includes(role));
}

export function sizesOf({ sizes }: Pick<SituationState, "sizes">): SizeClass[] {
  const words = (sizes ?? "").split(".");
  return sizeClasses.filter((size) => words.includes(size));
}

/** What the API is asked, with the faults that stand in the way. Codes may be shorter in the address than eight digits. */
export function readSituation(
  state: SituationState,
  currency: string,
): { readonly situation: Situation; readonly faults: readonly FormFault[] } {
  const cpv = splitWords(state.cpv ?? "").map((code) => code.replace(/-\d$/, "").padEnd(8, "0"));
  const bad = cpv.find((code) => !/^\d{8}$/.test(code));
  const text = state.value?.trim() ?? "";
  const value = text === "" ? null : parseMoney(text, currency);
  return {
    faults: [
      ...(bad === undefined
        ? []
        : [{ field: "try-cpv", message: t("policyTry.fault.cpv", { code: bad }) }]),
      ...(text !== "" && value === null
        ? [{ field: "try-value", message: t("policyForm.fault.money") }]
        : []),
    ],
    situation: {
      cpv,
      risk: state.risk ?? "unknown",
      value,
      country: state.country ?? null,
      procedure: state.procedure ?? null,
      bidderRoles: biddersOf(state),
      sizes: sizesOf(state),
    },
  };
}
