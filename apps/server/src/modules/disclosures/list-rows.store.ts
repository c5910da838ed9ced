/** SQL that moves the rows and the source of a list on its way in over to its disclosure. Reads `intake_rows`, `intake_placements`, `intake_sources`, `screening_hits`; writes none of them. */
import type { DisclosureRow, RowFlag, RowOutcome, Tier } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** A row of the disclosure as it was just written. */
export interface CopiedRow extends Pick<
  DisclosureRow,
  | "row"
  | "name"
  | "address"
  | "country"
  | "latitude"
  | "longitude"
  | "osId"
  | "product"
  | "component"
> {
  readonly id: string;
  readonly outcome: RowOutcome;
  readonly flags: RowFlag[];
  readonly tier: Tier | null;
  readonly partNumber: string | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  readonly siteId: string | null;
}

export async function findLastRow(work: Work, intakeId: string): Promise<number> {
  const found = await sql<{ last: number | null }>`
    select max(row_number) as last from intake_rows
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} and outcome is not null`.execute(
    work.tx,
  );
  return found.rows[0]?.last ?? 0;
}

/** Copies the next rows of a list behind a number into its disclosure, each with the site it was found to be. */
export async function copyRows(
  work: Work,
  intakeId: string,
  disclosureId: string,
  after: number,
  limit: number,
): Promise<CopiedRow[]> {
  const me = work.actor.organisationId;
  const found = await sql<CopiedRow>`
    with listed as (
      select r.row_number, r.outcome, r.reading as x,
        -- What comparing the rows told stands, but for a row whose cells somebody typed anew.
        case when coalesce(r.decision->'edits', '{}'::jsonb) = '{}'::jsonb then r.notices else '[]'::jsonb end as notices,
        p.site_id, p.band, p.probability, p.explanation
      from intake_rows r
      -- Looked up row by row: nobody has counted a table that was just filled, and a join would be planned for one row.
      left join lateral (
        select * from intake_placements p
        where p.intake_id = ${intakeId} and p.organisation_id = ${me} and p.row_number = r.row_number offset 0
      ) p on true
      where r.intake_id = ${intakeId} and r.organisation_id = ${me} and r.row_number > ${after} and r.outcome is not null
      order by r.row_number limit ${limit}
    ), copied as (
      insert into disclosure_rows (disclosure_id, organisation_id, row_number, outcome, name, address, country, flags, reason, raw,
        product, component, tier, latitude, longitude, os_id, part_number, valid_from, valid_to, workers,
        site_id, match_band, match_probability, match_explanation)
      select ${disclosureId}, ${me}, row_number, outcome, x->>'name', x->>'address', x->>'country',
        array(select jsonb_array_elements_text(x->'flags') union select n->>'flag' from jsonb_array_elements(notices) n where n->>'flag' is not null),
        x->>'reason', x->>'raw', x->>'product', x->>'component', x->>'tier', (x->>'latitude')::float8, (x->>'longitude')::float8, x->>'osId',
        x->>'partNumber', (x->>'validFrom')::date, (x->>'validTo')::date, (x->>'workers')::int,
        site_id, band, probability, explanation
      from listed
      returning id, row_number as row, outcome, name, address, country, flags, product, component, tier, latitude, longitude,
        os_id as "osId", part_number as "partNumber", valid_from as "validFrom", valid_to as "validTo", site_id as "siteId"
    )
    select * from copied order by row`.execute(work.tx);
  return found.rows;
}

/** What was sent becomes the disclosure's source, byte for byte. */
export async function moveSource(
  work: Work,
  intakeId: string,
  disclosureId: string,
  about: { readonly mediaType: string; readonly sha256: string },
): Promise<void> {
  await sql`
    insert into disclosure_sources (disclosure_id, organisation_id, media_type, sha256, bytes)
    select ${disclosureId}, organisation_id, ${about.mediaType}, ${about.sha256}, bytes
    from intake_sources where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId}`.execute(
    work.tx,
  );
}

/** How many rows were placed in each band. */
export async function countPlacedSites(
  work: Work,
  intakeId: string,
): Promise<{ same: number; review: number; new: number }> {
  const found = await sql<{ band: "same" | "review" | "new"; rows: number }>`
    select band, count(*)::int as rows from intake_placements
    where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId} group by band`.execute(
    work.tx,
  );
  const sites = { same: 0, review: 0, new: 0 };
  for (const { band, rows } of found.rows) sites[band] = rows;
  return sites;
}

/** Hits on the sites of a list that do not stand as the wrong entity. */
export async function countStandingHits(work: Work, intakeId: string): Promise<number> {
  const found = await sql<{ hits: number }>`
    select count(*)::int as hits from screening_hits h
    where h.organisation_id = ${work.actor.organisationId} and h.verdict <> 'wrong_entity' and h.site_id in (
      select site_id from intake_placements where intake_id = ${intakeId} and organisation_id = ${work.actor.organisationId}
    )`.execute(work.tx);
  return found.rows[0]?.hits ?? 0;
}
