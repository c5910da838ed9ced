/** Sites, matches to review, screening. */
import {
  AddressPrecision,
  CountryCode,
  IsoDate,
  IsoInstant,
  LocatedPlace,
  ScreeningVerdict,
  Tier,
  TraceLinkKind,
  VerificationLevel,
} from "@throughline/domain";
import { z } from "zod";
import { Done, endpoint, PageInput, pageOf, RecordId } from "./endpoint.ts";
import { ActEffect, siteActs } from "./site-acts.ts";
import { FoundBy, FoundCount } from "./site-search.ts";

export const SiteState = z.enum(["open", "closed", "relocated"]);

export const SiteSummary = z.object({
  id: RecordId,
  publicId: z.string(),
  osId: z.string().nullable(),
  name: z.string(),
  address: z.string().nullable(),
  country: CountryCode.nullable(),
  precision: AddressPrecision,
  flags: z.array(z.string()),
  /** True when it stands in the registry for all; false when it is known only inside this organisation. */
  published: z.boolean(),
  screening: z.enum(["hit", "no_hit_on_partial_list", "no_hit", "not_screened"]),
  contracts: z.int(),
  /** Whether it works, is closed, or has moved elsewhere, as recorded here. */
  state: SiteState,
  stateSince: IsoDate.nullable(),
});
export type SiteSummary = z.infer<typeof SiteSummary>;

export const SiteValue = z.object({
  field: z.string(),
  value: z.string(),
  saidBy: z.string(),
  source: z.string(),
  asOf: IsoDate.nullable(),
  verification: VerificationLevel,
  disclosureId: RecordId.nullable(),
});
export const ScreeningHit = z.object({
  id: RecordId,
  siteId: RecordId,
  siteName: z.string(),
  measureId: z.string(),
  listTitle: z.string(),
  entity: z.string(),
  measure: z.string(),
  effectiveOn: IsoDate.nullable(),
  matchedOn: z.string(),
  explanation: z.string(),
  probability: z.number(),
  verdict: ScreeningVerdict,
  verdictReason: z.string().nullable(),
  verdictBy: z.string().nullable(),
  verdictOn: IsoDate.nullable(),
});
/** A site that a relocation links, and since when. */
export const MovedSite = z.object({
  id: RecordId,
  publicId: z.string(),
  name: z.string(),
  address: z.string().nullable(),
  since: IsoDate,
});
export const SiteDetail = SiteSummary.extend({
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  /** Set when nobody gave the coordinates: they are the middle of this place, which the address names. */
  located: LocatedPlace.nullable(),
  verification: VerificationLevel,
  values: z.array(SiteValue),
  links: z.array(
    z.object({
      contractId: RecordId,
      contractTitle: z.string(),
      productId: RecordId,
      product: z.string(),
      tier: Tier,
      component: z.string().nullable(),
      kind: TraceLinkKind,
      alternativesCount: z.int().nullable(),
    }),
  ),
  screenings: z.array(
    z.object({
      listId: z.string(),
      listTitle: z.string(),
      listEdition: z.string(),
      partial: z.boolean(),
      status: z.enum(["hit", "no_hit_on_partial_list", "no_hit"]),
      screenedOn: IsoDate,
    }),
  ),
  hits: z.array(ScreeningHit),
  reviewWith: z.array(
    z.object({
      reviewId: RecordId,
      siteId: RecordId,
      name: z.string(),
      address: z.string().nullable(),
      probability: z.number(),
    }),
  ),
  /** Records that were found to be this site; their ids lead here. */
  merged: z.array(
    z.object({
      id: RecordId,
      publicId: z.string(),
      osId: z.string().nullable(),
      name: z.string(),
      address: z.string().nullable(),
      since: IsoDate,
    }),
  ),
  movedTo: MovedSite.nullable(),
  movedFrom: z.array(MovedSite),
  can: z.object({
    write: z.boolean(),
    publish: z.boolean(),
    decideHits: z.boolean(),
    /** May merge it with another and move its records: these are the organisation's own, whoever's the site is. */
    arrange: z.boolean(),
  }),
});
export type SiteDetail = z.infer<typeof SiteDetail>;

const ReviewedSite = SiteSummary.pick({
  id: true,
  publicId: true,
  name: true,
  address: true,
  country: true,
}).extend({
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  located: LocatedPlace.nullable(),
});
/** One reason why two records may be one site. All bits together are the score: the logarithm of the odds to base 2. */
export const MatchReason = z.object({
  /** What was compared: "name", "house number"; "rule" for a rule, "starting point" for what was assumed before. */
  comparison: z.string(),
  /** What came of it, in words: "most words agree". */
  level: z.string(),
  /** Above 0 speaks for one site, below 0 against. */
  bits: z.number(),
  agreed: z.array(z.string()),
  differed: z.array(z.string()),
});
export type MatchReason = z.infer<typeof MatchReason>;

export const MatchReview = z.object({
  id: RecordId,
  a: ReviewedSite,
  b: ReviewedSite,
  probability: z.number(),
  explanation: z.array(MatchReason),
  decision: z.enum(["same", "different", "unsure"]).nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: IsoInstant.nullable(),
});

export const PairsAccepted = z.object({
  bulkId: RecordId.nullable(),
  pairs: z.int(),
  merges: z.int(),
  /** More pairs wait than are accepted at once. */
  more: z.boolean(),
  /** Pairs that are left for a person, by reason. */
  left: z.array(
    z.object({
      reason: z.enum(["decided_different", "not_own", "masked", "joined_already", "published"]),
      pairs: z.int(),
    }),
  ),
  effect: ActEffect,
  examples: z.array(
    z.object({ kept: z.string(), gone: z.string(), probability: z.number(), reviewId: RecordId }),
  ),
});

/** Which pairs are meant: those of a contract, a country, within a range of probability. */
const PairFilter = z.object({
  contractId: RecordId.optional(),
  country: CountryCode.optional(),
  minProbability: z.coerce.number().min(0).max(1).optional(),
  maxProbability: z.coerce.number().min(0).max(1).optional(),
});

export const SiteSuggestion = SiteSummary.pick({
  id: true,
  publicId: true,
  name: true,
  address: true,
  country: true,
}).extend({ found: FoundBy });
export type SiteSuggestion = z.infer<typeof SiteSuggestion>;

export const SiteMatches = z.object({
  /** Likeliest first; `same`: entering it would place it there. None: it would become a new site. */
  candidates: z.array(
    z.object({
      site: SiteSummary.pick({
        id: true,
        publicId: true,
        name: true,
        address: true,
        country: true,
      }),
      band: z.enum(["same", "review"]),
      probability: z.number(),
      explanation: z.array(MatchReason),
    }),
  ),
});

export const sites = {
  list: endpoint("GET", "/sites", "Sites", "Sites this organisation may see, by name")
    .input(
      PageInput.extend({
        search: z.string().max(200).optional(),
        country: CountryCode.optional(),
        contractId: RecordId.optional(),
        screening: z.enum(["hit", "not_screened"]).optional(),
        scope: z.enum(["own", "published"]).optional(),
      }),
    )
    .output(pageOf(SiteSummary).extend({ found: FoundCount.nullable() })),
  get: endpoint(
    "GET",
    "/sites/{id}",
    "Sites",
    "One site, by id, printed id or OS ID; 308 to the one it was merged into",
  )
    .input(z.object({ id: z.string().min(1).max(60) }))
    .output(SiteDetail),
  suggest: endpoint(
    "GET",
    "/sites/suggest",
    "Sites",
    "Type-ahead over names, other names, addresses and ids, across scripts, with slips forgiven",
  )
    .input(z.object({ text: z.string().min(1).max(200) }))
    .output(z.object({ items: z.array(SiteSuggestion) })),
  match: endpoint(
    "POST",
    "/sites/match",
    "Sites",
    "Which known sites a name and address may be, with reasons; nothing is kept",
  )
    .input(
      z.object({
        name: z.string().trim().min(1).max(400),
        address: z.string().trim().min(1).max(1000).nullable().default(null),
        country: CountryCode.nullable().default(null),
        osId: z.string().trim().min(1).max(60).nullable().default(null),
      }),
    )
    .output(SiteMatches),
  publish: endpoint(
    "POST",
    "/sites/{id}/publish",
    "Sites",
    "Publish a site to everyone: a named person's decision, with its ground; cannot be taken back silently",
  )
    .input(z.object({ id: RecordId, ground: z.string().trim().min(1).max(2000) }))
    .output(Done),
  listReviews: endpoint("GET", "/match-reviews", "Sites", "Pairs that may be the same site")
    .input(
      PageInput.extend({
        state: z.enum(["open", "decided"]).default("open"),
        ...PairFilter.shape,
      }),
    )
    .output(pageOf(MatchReview)),
  decideReview: endpoint(
    "POST",
    "/match-reviews/{reviewId}/decision",
    "Sites",
    "Decide whether two sites are the same; remembered and never asked again; null takes the decision back",
  )
    .input(
      z.object({
        reviewId: RecordId,
        decision: z.enum(["same", "different", "unsure"]).nullable(),
      }),
    )
    .output(Done),
  acceptPairs: endpoint(
    "POST",
    "/match-reviews/accept",
    "Sites",
    "Accept many pairs as the same; `dryRun` tells what would happen and changes nothing",
  )
    .input(
      PairFilter.extend({
        dryRun: z.boolean(),
        /** How many pairs the dry run found: refused when others have come since. */
        expected: z.int().min(0).optional(),
      }),
    )
    .output(PairsAccepted),
  listAccepted: endpoint(
    "GET",
    "/match-reviews/accepted",
    "Sites",
    "What was accepted in bulk, newest first, with what of it still stands",
  ).output(
    z.object({
      items: z.array(
        z.object({
          bulkId: RecordId,
          at: IsoInstant,
          by: z.string().nullable(),
          merges: z.int(),
          standing: z.int(),
        }),
      ),
    }),
  ),
  undoAccepted: endpoint(
    "POST",
    "/match-reviews/accepted/{bulkId}/undo",
    "Sites",
    "Undo what was accepted in bulk",
  )
    .input(z.object({ bulkId: RecordId }))
    .output(z.object({ undone: z.int() })),
  ...siteActs,
};

export const screening = {
  run: endpoint(
    "POST",
    "/screening/run",
    "Screening",
    "Screen all sites this organisation holds, or those of one contract, against the official measures",
  )
    .input(z.object({ contractId: RecordId.nullable().default(null) }))
    .output(
      z.object({
        sites: z.int(),
        hits: z.int(),
        newHits: z.int(),
        /** Sites no list could be searched for: their names are too short, or in a script the lists do not use. */
        unsearchable: z.int(),
      }),
    ),
  listHits: endpoint(
    "GET",
    "/screening/hits",
    "Screening",
    "Hits, those waiting for a verdict first",
  )
    .input(PageInput.extend({ verdict: ScreeningVerdict.optional() }))
    .output(pageOf(ScreeningHit)),
  decide: endpoint(
    "POST",
    "/screening/hits/{hitId}/verdict",
    "Screening",
    "Give a verdict on a hit; `waiting` takes it back",
  )
    .input(
      z.object({
        hitId: RecordId,
        verdict: ScreeningVerdict,
        reason: z.string().trim().max(2000).nullable(),
      }),
    )
    .output(Done),
  lists: endpoint(
    "GET",
    "/screening/lists",
    "Screening",
    "The lists of measures and reference data in use: edition, licence, what is missing",
  ).output(
    z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          edition: z.string(),
          licence: z.string(),
          url: z.string().nullable(),
          partial: z.boolean(),
          entries: z.int(),
          note: z.string().nullable(),
        }),
      ),
    }),
  ),
};
