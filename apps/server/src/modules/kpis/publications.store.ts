/** SQL of `kpi_publications`. */
import { openPublication, type Tx } from "@throughline/db";
import { KpiPublication } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

export interface StoredPublication {
  readonly id: string;
  readonly contractId: string | null;
  readonly year: number;
  /** The exact text the digest is of. */
  readonly text: string;
  readonly content: KpiPublication;
  readonly digest: string;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly publishedBy: string | null;
  readonly publishedAt: Date;
  readonly withdrawn: { readonly at: Date; readonly reason: string } | null;
}

interface Row {
  readonly id: string;
  readonly contract_id: string | null;
  readonly year: number;
  readonly content: string;
  readonly digest: string;
  readonly replaces: string | null;
  readonly replaced_by: string | null;
  readonly by?: string | null;
  readonly published_at: Date;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_reason: string | null;
}

function publicationOf(row: Row): StoredPublication {
  return {
    id: row.id,
    contractId: row.contract_id,
    year: row.year,
    text: row.content,
    content: KpiPublication.parse(JSON.parse(row.content)),
    digest: row.digest,
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    publishedBy: row.by ?? null,
    publishedAt: row.published_at,
    withdrawn:
      row.withdrawn_at === null
        ? null
        : { at: row.withdrawn_at, reason: row.withdrawn_reason ?? "" },
  };
}

const publications = (work: Work) =>
  work.tx
    .selectFrom("kpi_publications as publication")
    .leftJoin("kpi_publications as later", (join) =>
      join
        .onRef("later.replaces", "=", "publication.id")
        .onRef("later.organisation_id", "=", "publication.organisation_id"),
    )
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "publication.published_by")
        .onRef("members.organisation_id", "=", "publication.organisation_id"),
    )
    .where("publication.organisation_id", "=", work.actor.organisationId)
    .selectAll("publication")
    .select(["later.id as replaced_by", "members.name as by"]);

/** Our own, newest first, from behind a place on. */
export async function readPublications(
  work: Work,
  wanted: {
    readonly contractId?: string | undefined;
    readonly after: { readonly at: string; readonly id: string } | null;
    readonly most: number;
  },
): Promise<StoredPublication[]> {
  let query = publications(work);
  const { contractId, after } = wanted;
  if (contractId !== undefined) query = query.where("publication.contract_id", "=", contractId);
  if (after !== null)
    query = query.where((where) =>
      where.or([
        where("publication.published_at", "<", new Date(after.at)),
        where.and([
          where("publication.published_at", "=", new Date(after.at)),
          where("publication.id", "<", after.id),
        ]),
      ]),
    );
  const rows = await query
    .orderBy("publication.published_at", "desc")
    .orderBy("publication.id", "desc")
    .limit(wanted.most)
    .execute();
  return rows.map(publicationOf);
}

export async function findPublication(
  work: Work,
  id: string,
): Promise<StoredPublication | undefined> {
  const row = await publications(work).where("publication.id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : publicationOf(row);
}

/** What is published of a year of a contract, not withdrawn and not corrected. */
export async function findStandingPublication(
  work: Work,
  contractId: string,
  year: number,
): Promise<StoredPublication | undefined> {
  const rows = await publications(work)
    .where("publication.contract_id", "=", contractId)
    .where("publication.year", "=", year)
    .where("publication.withdrawn_at", "is", null)
    .where("later.id", "is", null)
    .execute();
  return rows.map(publicationOf)[0];
}

export async function insertPublication(
  work: Work,
  made: {
    readonly id: string;
    readonly contractId: string;
    readonly year: number;
    readonly text: string;
    readonly digest: string;
    readonly replaces: string | null;
  },
): Promise<void> {
  await work.tx
    .insertInto("kpi_publications")
    .values({
      id: made.id,
      organisation_id: work.actor.organisationId,
      contract_id: made.contractId,
      year: made.year,
      content: made.text,
      digest: made.digest,
      replaces: made.replaces,
      published_by: work.actor.personId,
      published_at: work.now,
    })
    .execute();
}

/** Whether it was not withdrawn before. */
export async function withdrawPublication(
  work: Work,
  id: string,
  reason: string,
): Promise<boolean> {
  const result = await work.tx
    .updateTable("kpi_publications")
    .set({
      withdrawn_by: work.actor.personId,
      withdrawn_at: work.now,
      withdrawn_reason: reason,
    })
    .where("organisation_id", "=", work.actor.organisationId)
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The one under an address, for anybody; in whatever organisation. */
export async function findOpenedPublication(
  tx: Tx,
  id: string,
): Promise<StoredPublication | undefined> {
  await openPublication(tx, id);
  const row = await tx
    .selectFrom("kpi_publications as publication")
    .leftJoin("kpi_publications as later", "later.replaces", "publication.id")
    .where("publication.id", "=", id)
    .selectAll("publication")
    .select("later.id as replaced_by")
    .executeTakeFirst();
  return row === undefined ? undefined : publicationOf(row);
}
