/** Which laws bind a company, from facts about it; where a clause asks a firm for more than its law does. */
import { CountryCode, CurrencyCode, IsoDate, Sentence } from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, RecordId } from "./endpoint.ts";

const tag = "Laws";

const Confidence = z.enum(["high", "medium", "low"]);

/** Keys of figures and statements, as `laws.list` gives them. */
const FactKey = z.string().regex(/^[a-z][a-z0-9_]{1,59}$/);

/** A fact about a company: a figure with its day, or whether something is so. */
export const CompanyFactInput = z.object({
  fact: FactKey,
  /** A number for figures, yes or no for statements, countries for where it does business. */
  value: z.union([z.number().nonnegative(), z.boolean(), z.array(CountryCode).max(250)]),
  currency: CurrencyCode.nullable().default(null),
  asOf: IsoDate,
  source: z.string().trim().min(1).max(400),
});
export type CompanyFactInput = z.infer<typeof CompanyFactInput>;

export const CompanyFactRecord = CompanyFactInput.extend({
  id: RecordId,
  recordedBy: z.string().nullable(),
  recordedAt: z.iso.datetime(),
  takenBackAt: z.iso.datetime().nullable(),
});
export type CompanyFactRecord = z.infer<typeof CompanyFactRecord>;

export const LawApplicability = z.object({
  law: z.string(),
  name: z.string(),
  jurisdiction: z.string(),
  kind: z.enum(["law", "contract_rule"]),
  binds: z.enum(["supplier", "buyer"]),
  applies: z.enum(["yes", "no", "not_yet", "unknown"]),
  /** From when it binds this company; `null` where that is not known or it does not. */
  since: IsoDate.nullable(),
  because: z.array(Sentence),
  missingFacts: z.array(FactKey),
  duties: z.array(z.object({ key: z.string(), text: z.string(), due: z.string().nullable() })),
  confidence: Confidence,
  sources: z.array(z.string()),
  cautions: z.array(z.string()),
});
export type LawApplicability = z.infer<typeof LawApplicability>;

/** Whose facts: a supplier of ours, or our own organisation. */
const Whose = { supplierId: RecordId.optional() };

export const laws = {
  list: endpoint(
    "GET",
    "/laws",
    tag,
    "Laws we know of, their thresholds, source and confidence",
  ).output(
    z.object({
      laws: z.array(
        z.object({
          law: z.string(),
          name: z.string(),
          jurisdiction: z.string(),
          kind: z.enum(["law", "contract_rule"]),
          binds: z.enum(["supplier", "buyer"]),
          confidence: Confidence,
          sources: z.array(z.string()),
          cautions: z.array(z.string()),
          /** Editions with whom they bind, in a sentence. */
          editions: z.array(
            z.object({
              inForceFrom: IsoDate,
              inForceUntil: IsoDate.nullable(),
              appliesFrom: IsoDate.nullable(),
              binds: Sentence,
            }),
          ),
          duties: z.array(
            z.object({ key: z.string(), text: z.string(), due: z.string().nullable() }),
          ),
        }),
      ),
      facts: z.array(
        z.object({
          fact: FactKey,
          kind: z.enum(["figure", "statement", "countries"]),
          label: z.string(),
          /** Whether it is an amount of money. */
          money: z.boolean(),
        }),
      ),
    }),
  ),
  facts: endpoint("GET", "/laws/facts", tag, "What is recorded of a company, with its history")
    .input(z.object(Whose))
    .output(z.object({ facts: z.array(CompanyFactRecord), can: z.object({ write: z.boolean() }) })),
  recordFacts: endpoint("POST", "/laws/facts", tag, "Record facts about a company")
    .input(z.object({ ...Whose, facts: z.array(CompanyFactInput).min(1).max(60) }))
    .output(z.object({ ids: z.array(RecordId) })),
  takeBackFact: endpoint("DELETE", "/laws/facts/{factId}", tag, "Take a recorded fact back")
    .input(z.object({ factId: RecordId }))
    .output(Done),
  applicable: endpoint(
    "GET",
    "/laws/applicable",
    tag,
    "Which laws bind a company on a day, and why",
  )
    .input(z.object({ ...Whose, on: IsoDate.optional() }))
    .output(
      z.object({
        whose: z.object({ name: z.string(), country: CountryCode.nullable(), own: z.boolean() }),
        on: IsoDate,
        laws: z.array(LawApplicability),
      }),
    ),
  beyondLaw: endpoint(
    "GET",
    "/laws/beyond/{contractId}",
    tag,
    "Clauses of a contract that ask its supplier for more than a law that binds it; advice, not a fault",
  )
    .input(z.object({ contractId: RecordId, on: IsoDate.optional() }))
    .output(
      z.object({
        supplier: z.string().nullable(),
        clauses: z.array(
          z.object({
            conditionId: RecordId,
            clause: z.string(),
            requirement: z.string(),
            title: z.string(),
            says: z.array(Sentence),
          }),
        ),
      }),
    ),
};
