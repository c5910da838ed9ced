/**
 * What KPIs of one contract are computed from: facts with the days from and until which they held, so that sixteen quarters
 * come out of one gathering. Also what is exported for whoever wants to recompute them.
 */
import { z } from "zod";
import { DialogueFacts } from "./dialogue.ts";
import {
  AnswerFact,
  ContractFact,
  DisclosureFact,
  ProductLine,
  RequestFact,
  SiteFact,
  TraceLinkFact,
} from "./line-facts.ts";
import { AddedKpi, BandScheme, KpiEntry } from "./measurement.ts";
import { CurrencyCode, IsoDate } from "./values.ts";

/** A request with what happened to its due day and to itself. */
export const DatedRequest = RequestFact.extend({
  /** From this day it asks nobody any more. */
  withdrawnOn: IsoDate.nullable(),
  /** Due days it had before: each held until the day it was extended. `dueOn` holds since the last. */
  dueBefore: z.array(z.strictObject({ until: IsoDate, dueOn: IsoDate.nullable() })),
});
export type DatedRequest = z.infer<typeof DatedRequest>;

/** Sites and links as they stood from a day on: merges, splits and moves of sites begin a new stretch. */
export const SiteStretch = z.strictObject({
  /** `null`: from the beginning. */
  from: IsoDate.nullable(),
  sites: z.array(SiteFact),
  links: z.array(TraceLinkFact),
  /** Sites a disclosure names, whether or not a product hangs on them. */
  named: z.array(z.strictObject({ siteId: z.string(), disclosureId: z.string() })),
});
export type SiteStretch = z.infer<typeof SiteStretch>;

/** A piece of evidence, and every contract in which it is used. */
export const EvidenceUse = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Since when it is used in this contract, and until when. */
  from: IsoDate,
  until: IsoDate.nullable(),
  /** Other contracts it is used in; references only where they are ours. */
  elsewhere: z.array(
    z.strictObject({ reference: z.string(), from: IsoDate, until: IsoDate.nullable() }),
  ),
});
export type EvidenceUse = z.infer<typeof EvidenceUse>;

export const KpiFacts = z.strictObject({
  format: z.literal("throughline-kpi-facts/1"),
  /** Day until which was looked; nothing is known of later ones. */
  gatheredOn: IsoDate,
  currency: CurrencyCode.nullable(),
  contract: ContractFact,
  products: z.array(ProductLine),
  requests: z.array(DatedRequest),
  answers: z.array(AnswerFact),
  disclosures: z.array(DisclosureFact),
  /** Oldest first; at least one. */
  sites: z.array(SiteStretch).min(1),
  dialogue: DialogueFacts,
  evidence: z.array(EvidenceUse),
  added: z.array(AddedKpi),
  entries: z.array(KpiEntry),
  /** How the house names the bands, and where they begin. */
  bands: BandScheme,
});
export type KpiFacts = z.infer<typeof KpiFacts>;
