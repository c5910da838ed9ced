/**
 * What has to be asked about: each product; where none is listed, each brand of the contract; where no brand is
 * known either, the contract as a whole. Most contracts begin without a list of products.
 */
import type { ProductTrace } from "@throughline/domain";
import { foldName } from "./fold-name.ts";
import { listBrands } from "./clause-duties.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { findLastWord, statusOfLastWord, type LastWord } from "./last-word.ts";
import type { ProductStanding } from "./trace-products.ts";

/** One thing to ask about and how the asking stands. */
export interface AskedSubject {
  readonly productId: string | null;
  readonly brand: string | null;
  readonly lastWord: LastWord;
  readonly disclosed: boolean;
  readonly status: ProductTrace["status"];
  /** Day of the latest request about it; `null` when none was sent. */
  readonly askedOn: string | null;
}

function askedOnOf(
  known: KnownFacts,
  subject: { id: string | null; brand: string | null },
): string | null {
  return known.events.latestRequest(subject)?.sentOn ?? null;
}

/** Lists the subjects with how each stands. */
export function listSubjects(
  known: KnownFacts,
  standings: readonly ProductStanding[],
): AskedSubject[] {
  if (standings.length > 0) {
    return standings.map(({ product, trace, links, lastWord }) => ({
      productId: product.id,
      brand: product.brand,
      lastWord,
      disclosed: links.hasSite || links.brandLevel.length > 0,
      status: trace.status,
      askedOn: askedOnOf(known, product),
    }));
  }
  const disclosures = [...known.disclosures.values()];
  return listBrands(known).map((brand) => {
    const subject = { id: null, brand };
    const lastWord = findLastWord(known, subject, null);
    const disclosed = disclosures.some(
      (one) => brand === null || one.brand === null || foldName(one.brand) === foldName(brand),
    );
    return {
      productId: null,
      brand,
      lastWord,
      disclosed,
      status: disclosed ? "brand_level_only" : statusOfLastWord(lastWord),
      askedOn: askedOnOf(known, subject),
    };
  });
}
