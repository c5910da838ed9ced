/** SQL on disclosures that were taken from releases. */
import type { TraceLinkKind, Tier } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** A link as a release says it: exact, with its period. */
export interface ReleasedLink {
  readonly productId: string;
  readonly siteId: string;
  readonly tier: Tier;
  readonly component: string | null;
  readonly kind: Extract<TraceLinkKind, "confirmed" | "one_of_n_possible">;
  readonly alternativesId: string | null;
  readonly alternativesCount: number | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

const linksAtOnce = 5000;

export async function insertReleasedLinks(
  work: Work,
  contractId: string,
  disclosureId: string,
  links: readonly ReleasedLink[],
): Promise<void> {
  for (let start = 0; start < links.length; start += linksAtOnce) {
    const part = links.slice(start, start + linksAtOnce);
    await sql`
      insert into trace_links (contract_id, organisation_id, disclosure_id, product_line_id, site_id, tier, component, kind, alternatives_id, alternatives_count, valid_from, valid_to)
      select ${contractId}, ${work.actor.organisationId}, ${disclosureId}, l.product, l.site, l.tier, l.component, l.kind, l.set_id, l.set_count, l.valid_from, l.valid_to
      from unnest(
        ${part.map((l) => l.productId)}::uuid[], ${part.map((l) => l.siteId)}::uuid[], ${part.map((l) => l.tier)}::text[],
        ${part.map((l) => l.component)}::text[], ${part.map((l) => l.kind)}::text[], ${part.map((l) => l.alternativesId)}::uuid[],
        ${part.map((l) => l.alternativesCount)}::int[], ${part.map((l) => l.validFrom)}::date[], ${part.map((l) => l.validTo)}::date[]
      ) l(product, site, tier, component, kind, set_id, set_count, valid_from, valid_to)`.execute(
      work.tx,
    );
  }
}

/** Masked sites that earlier releases of the same supplier brought, by the text their rows stand under. */
export async function findMaskedSites(work: Work, releaseId: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ raw: string; site_id: string }>`
    select distinct on (r.raw) r.raw, r.site_id
    from disclosure_rows r
    join disclosures d on d.id = r.disclosure_id and d.organisation_id = r.organisation_id
    join releases held on held.id = d.release_id
    where r.organisation_id = ${work.actor.organisationId} and r.site_id is not null and 'identity_masked' = any(r.flags)
      and held.organisation_id = (select organisation_id from releases where id = ${releaseId})
    order by r.raw, r.site_id`.execute(work.tx);
  return new Map(rows.map((row) => [row.raw, row.site_id]));
}

export interface TakenDisclosure {
  readonly id: string;
  readonly contractId: string;
  readonly receivedOn: string;
}

/** Disclosures taken from a release that stand. */
export async function findStandingOfRelease(
  work: Work,
  releaseId: string,
): Promise<TakenDisclosure[]> {
  return work.tx
    .selectFrom("disclosures")
    .select(["id", "contract_id as contractId", "received_on as receivedOn"])
    .where("organisation_id", "=", work.actor.organisationId)
    .where("release_id", "=", releaseId)
    .where("withdrawn_on", "is", null)
    .orderBy("id")
    .execute();
}

/** True where the release was ever taken for the contract. */
export async function wasTaken(
  work: Work,
  releaseId: string,
  contractId: string,
): Promise<boolean> {
  const row = await work.tx
    .selectFrom("disclosures")
    .select("id")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("release_id", "=", releaseId)
    .where("contract_id", "=", contractId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Disclosures of the contract that stand and came from earlier releases to the same request. */
export async function findReplaced(
  work: Work,
  contractId: string,
  releaseId: string,
): Promise<TakenDisclosure[]> {
  const { rows } = await sql<TakenDisclosure>`
    select d.id, d.contract_id as "contractId", d.received_on as "receivedOn"
    from disclosures d
    join releases before on before.id = d.release_id
    join releases now on now.id = ${releaseId}
    where d.organisation_id = ${work.actor.organisationId} and d.contract_id = ${contractId} and d.withdrawn_on is null
      and before.organisation_id = now.organisation_id and before.number < now.number
      and ((now.delivery_id is not null and before.delivery_id = now.delivery_id)
        or (now.delivery_id is null and before.delivery_id is null and lower(before.recipient_name) = lower(now.recipient_name)))
    order by d.id`.execute(work.tx);
  return rows;
}

/** Says of a disclosure that stands which one took its place. */
export async function markReplaced(
  work: Work,
  disclosureId: string,
  by: string,
  reason: string,
): Promise<void> {
  await work.tx
    .updateTable("disclosures")
    .set({ withdrawn_on: work.today, withdrawn_reason: reason, replaced_by: by })
    .where("id", "=", disclosureId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("withdrawn_on", "is", null)
    .execute();
}

/** Disclosures taken from a release, with their contracts. */
export async function readTakenFrom(
  work: Work,
  releaseId: string,
): Promise<{ disclosureId: string; contractId: string; contractTitle: string }[]> {
  return work.tx
    .selectFrom("disclosures")
    .innerJoin("contracts", "contracts.id", "disclosures.contract_id")
    .select([
      "disclosures.id as disclosureId",
      "contracts.id as contractId",
      "contracts.title as contractTitle",
    ])
    .where("disclosures.organisation_id", "=", work.actor.organisationId)
    .where("disclosures.release_id", "=", releaseId)
    .orderBy("contracts.title")
    .orderBy("disclosures.id")
    .execute();
}
