/** SQL of `procurement_acts` and `alignment_waivers`. */
import type { IsoDate, Sentence } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

export interface StoredAct {
  readonly id: string;
  readonly sequence: number;
  readonly kind: string;
  readonly about: unknown;
  readonly reason: string | null;
  readonly before: unknown;
  readonly versionAfter: number;
  readonly by: string | null;
  readonly doneAt: Date;
  readonly undone: boolean;
}

/** Records what was done. `before` is what it was, for an act that can be undone. */
export async function insertAct(
  work: Work,
  act: {
    readonly procurementId: string;
    readonly kind: string;
    readonly about: Sentence["params"];
    readonly reason?: string | null;
    readonly before: unknown;
    readonly versionAfter: number;
  },
): Promise<string> {
  const { id } = await work.tx
    .insertInto("procurement_acts")
    .values({
      procurement_id: act.procurementId,
      organisation_id: work.actor.organisationId,
      kind: act.kind,
      about: JSON.stringify(act.about),
      reason: act.reason ?? null,
      before: act.before === null ? null : JSON.stringify(act.before),
      version_after: act.versionAfter,
      done_by: work.actor.personId,
      done_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Acts of a procurement, newest first, from before a sequence number on. */
export async function readActs(
  work: Work,
  procurementId: string,
  page: { readonly before: number | null; readonly limit: number },
): Promise<StoredAct[]> {
  let query = work.tx
    .selectFrom("procurement_acts as act")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "act.done_by")
        .onRef("members.organisation_id", "=", "act.organisation_id"),
    )
    .where("act.procurement_id", "=", procurementId)
    .where("act.organisation_id", "=", work.actor.organisationId)
    .orderBy("act.sequence", "desc")
    .limit(page.limit)
    .select([
      "act.id",
      "act.sequence",
      "act.kind",
      "act.about",
      "act.reason",
      "act.before",
      "act.version_after",
      "act.done_at",
      "act.undone_at",
      "members.name as by",
    ]);
  if (page.before !== null) query = query.where("act.sequence", "<", page.before);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    sequence: Number(row.sequence),
    kind: row.kind,
    about: row.about,
    reason: row.reason,
    before: row.before,
    versionAfter: row.version_after,
    by: row.by,
    doneAt: row.done_at,
    undone: row.undone_at !== null,
  }));
}

export async function markUndone(work: Work, actId: string): Promise<void> {
  await work.tx
    .updateTable("procurement_acts")
    .set({ undone_by: work.actor.personId, undone_at: work.now })
    .where("id", "=", actId)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}

export interface StoredWaiver {
  readonly id: string;
  readonly procurementId: string;
  readonly key: string;
  readonly reason: string;
  readonly on: IsoDate;
  readonly by: string | null;
}

/** Waivers that stand, of several procurements. */
export async function readWaivers(
  work: Work,
  procurementIds: readonly string[],
): Promise<StoredWaiver[]> {
  if (procurementIds.length === 0) return [];
  const rows = await work.tx
    .selectFrom("alignment_waivers as waiver")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "waiver.waived_by")
        .onRef("members.organisation_id", "=", "waiver.organisation_id"),
    )
    .where("waiver.organisation_id", "=", work.actor.organisationId)
    .where("waiver.procurement_id", "in", procurementIds)
    .where("waiver.withdrawn_on", "is", null)
    .orderBy("waiver.waived_on")
    .select([
      "waiver.id",
      "waiver.procurement_id",
      "waiver.finding_key",
      "waiver.reason",
      "waiver.waived_on",
      "members.name as by",
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    procurementId: row.procurement_id,
    key: row.finding_key,
    reason: row.reason,
    on: row.waived_on,
    by: row.by,
  }));
}

export async function insertWaiver(
  work: Work,
  waiver: { readonly procurementId: string; readonly key: string; readonly reason: string },
): Promise<string> {
  const { id } = await work.tx
    .insertInto("alignment_waivers")
    .values({
      procurement_id: waiver.procurementId,
      organisation_id: work.actor.organisationId,
      finding_key: waiver.key,
      reason: waiver.reason,
      waived_by: work.actor.personId,
      waived_on: work.today,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Takes a waiver back; answers its key, or nothing when it does not stand. */
export async function endWaiver(
  work: Work,
  procurementId: string,
  waiverId: string,
): Promise<string | undefined> {
  const row = await work.tx
    .updateTable("alignment_waivers")
    .set({ withdrawn_by: work.actor.personId, withdrawn_on: work.today })
    .where("id", "=", waiverId)
    .where("procurement_id", "=", procurementId)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("withdrawn_on", "is", null)
    .returning("finding_key")
    .executeTakeFirst();
  return row?.finding_key;
}
