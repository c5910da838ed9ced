/** SQL that says where sites lead after merges, and which belong together: the one place the server resolves a site by. */
import type { Tx } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql, type RawBuilder } from "kysely";

/** As of a day, or as it stands now. */
function dayOf(asOf: IsoDate | null): RawBuilder<unknown> {
  return sql`${asOf ?? "infinity"}::date`;
}

/** Thousands of ids as one parameter; the driver would quote them one by one. */
function listOf(ids: readonly string[]): RawBuilder<unknown> {
  return sql`${`{${ids.join(",")}}`}::uuid[]`;
}

/** Where sites lead, for those among `ids` that lead to another one. */
export async function findSurvivors(
  tx: Tx,
  ids: readonly string[],
  asOf: IsoDate | null = null,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ site_id: string; survivor_id: string }>`
    select site_id, survivor_id from private.survivors_of(${listOf(ids)}, ${dayOf(asOf)})`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.site_id, row.survivor_id]));
}

/** Every merged-away site of the groups these sites belong to, with where it leads. */
export async function findGroups(
  tx: Tx,
  ids: readonly string[],
  asOf: IsoDate | null = null,
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ site_id: string; survivor_id: string }>`
    select site_id, survivor_id from private.groups_of(${listOf(ids)}, ${dayOf(asOf)})`.execute(tx);
  return new Map(rows.map((row) => [row.site_id, row.survivor_id]));
}

/** A site `s` of the organisation itself that leads to no other one. */
export function standsOwn(organisationId: string): RawBuilder<unknown> {
  return sql`not exists (select from site_merges g where g.organisation_id = ${organisationId} and g.gone_id = s.id and g.until_day is null)`;
}

/** A site `s` of others that leads to no other one, by one's own decision or by its keeper's. */
export function standsOthers(organisationId: string): RawBuilder<unknown> {
  return sql`${standsOwn(organisationId)} and not exists (select from site_merges g where g.shown and g.gone_id = s.id and g.until_day is null)`;
}
