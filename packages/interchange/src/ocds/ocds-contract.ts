/**
 * What a contract is published from as an OCDS release. Words: **release** (what is said about a contracting process at
 * one moment), **package** (the file releases travel in), **ocid** (the id of the contracting process), **production
 * site** (our extension: where what was bought is made).
 */
import type { ContractCondition, IsoDate, IsoInstant, Money, Tier } from "@throughline/domain";

/** A party as it is published: its name, country and public identifiers, no people. */
export interface OcdsParty {
  readonly name: string;
  readonly country: string | null;
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  /** True for parties of the demonstration; the release says so. */
  readonly invented?: boolean;
}

/** What was bought. */
export interface OcdsProduct {
  readonly id: string;
  readonly brand: string;
  readonly family: string;
  readonly partNumber: string | null;
  readonly quantity: number | null;
  readonly cpv: string | null;
}

/** Where one of the products is made, as far as is known. */
export interface OcdsSiteLink {
  /** `null`: for the contract as a whole. */
  readonly productId: string | null;
  readonly tier: Tier;
  readonly component: string | null;
  readonly kind: "confirmed" | "one_of_n_possible" | "brand_level_only";
}

/**
 * A production site. Only `named` sites are written with what identifies them; `masked` (its identity was never given)
 * and `confidential` (given, not to be passed on) sites are counted by tier and by nothing else.
 */
export interface OcdsSite {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly country: string | null;
  readonly osId: string | null;
  readonly disclosure: "named" | "masked" | "confidential";
  readonly links: readonly OcdsSiteLink[];
}

/** One contract with what may be published of it. */
export interface OcdsContract {
  readonly ocid: string;
  /** Unique within the ocid; for instance `contract-<id>-<date>`. */
  readonly releaseId: string;
  /** When the release is made; no clock is read. */
  readonly publishedAt: IsoInstant;
  /** Where the package can be fetched. */
  readonly uri: string;
  readonly publisher: { readonly name: string; readonly uri?: string };
  /** ISO 639-1 of the texts. */
  readonly language: string;
  /** Where `productionSitesExtension` is served; left out, the package does not list it. */
  readonly extensionUri?: string;
  readonly licence?: string;
  readonly contract: {
    readonly id: string;
    readonly reference: string;
    readonly title: string;
    readonly buyer: OcdsParty | null;
    /** The authority that let the framework; it is the buyer where no other is given. */
    readonly authority: OcdsParty | null;
    readonly supplier: OcdsParty | null;
    readonly cpv: readonly string[];
    readonly value: Money | null;
    readonly awardedOn: IsoDate | null;
    readonly signedOn: IsoDate | null;
    readonly startsOn: IsoDate | null;
    readonly endsOn: IsoDate | null;
    readonly conditions: readonly ContractCondition[];
  };
  readonly products: readonly OcdsProduct[];
  readonly sites: readonly OcdsSite[];
}
