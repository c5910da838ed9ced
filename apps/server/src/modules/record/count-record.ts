/** What the record holds and how fresh it is. */
import type { Sentence } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { decideRefresh, yearBefore } from "./record.policy.ts";
import { countLinks, readAnswers } from "./record-links.store.ts";
import { countProducts } from "./record-products.store.ts";
import { countSites, readFreshness } from "./record-sites.store.ts";

export interface RecordCounts {
  readonly sites: number;
  readonly products: number;
  readonly links: number;
  readonly answers: number;
  readonly masked: number;
  readonly oldestConfirmedOn: string | null;
  readonly unconfirmed: number;
  readonly refresh: { dueOn: string | null; due: boolean; sentence: Sentence };
}

/** How many sites there are. */
export async function countRecordSites(work: Work): Promise<number> {
  return countSites(work, {});
}

export async function countRecord(work: Work): Promise<RecordCounts> {
  const freshness = await readFreshness(work, yearBefore(work.today));
  return {
    ...freshness,
    products: await countProducts(work),
    links: await countLinks(work),
    answers: (await readAnswers(work)).length,
    refresh: decideRefresh(freshness, work.today),
  };
}
