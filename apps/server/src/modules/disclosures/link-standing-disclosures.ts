/**
 * Links disclosures that came before the contract had their products: by the rules they would have been linked by, and
 * with what was said of them then. Those whose products a person chose are left alone, and so are those with links.
 */
import { randomUUID } from "node:crypto";
import { planLinks, type LinkPlan } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { lockSites } from "../sites/index.ts";
import {
  findBuyerCountry,
  findProducts,
  findRowsToLink,
  findUnlinked,
  insertLinks,
  lockLinks,
  setLinkNotes,
  type UnlinkedDisclosure,
} from "./disclosures.store.ts";
import { mostLinks, sayTooManyLinks } from "./disclosures.policy.ts";

/** Call when products were added, in the same transaction. */
export async function linkStandingDisclosures(work: Work, contractId: string): Promise<void> {
  // A disclosure being taken at this moment saw the products as they were before: it is waited for, then linked here.
  await lockSites(work);
  await lockLinks(work, contractId);
  for (const disclosure of await findUnlinked(work, contractId)) {
    const plan = await planAgain(work, contractId, disclosure);
    const { links } = plan;
    await setLinkNotes(
      work,
      disclosure.id,
      plan.tooMany ? [...plan.notes, sayTooManyLinks()] : plan.notes,
    );
    if (links.length === 0) continue;
    await insertLinks(work, contractId, disclosure.id, links);
    await recordAudit(work, {
      action: "link-disclosure",
      subjectKind: "disclosure",
      subjectId: disclosure.id,
      before: { links: 0 },
      after: { contractId, links: links.length },
    });
  }
}

async function planAgain(
  work: Work,
  contractId: string,
  { id, title, brand, tier, kind, read }: UnlinkedDisclosure,
): Promise<LinkPlan> {
  const rows = await findRowsToLink(work, id);
  return planLinks({
    title,
    read,
    rows,
    products: await findProducts(work, contractId),
    productIds: [],
    brand,
    tier,
    kind,
    scopeStated: true,
    buyerCountry: await findBuyerCountry(work, contractId),
    makeId: () => randomUUID(),
    most: mostLinks,
  });
}
