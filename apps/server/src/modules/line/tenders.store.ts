/** What the line reads of procurements and of what was recorded of duties. Only one's own are there. */
import type { DutyEvent, IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

/** Mismatches that stand on a date, with who let them and why. */
export async function readStandingWaivers(work: Work, ids: readonly string[], asOf: IsoDate) {
  if (ids.length === 0) return [];
  const rows = await work.tx
    .selectFrom("alignment_waivers as waiver")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "waiver.waived_by")
        .onRef("members.organisation_id", "=", "waiver.organisation_id"),
    )
    .where("waiver.organisation_id", "=", work.actor.organisationId)
    .where("waiver.procurement_id", "in", ids)
    .where("waiver.waived_on", "<=", asOf)
    .where((where) =>
      where.or([where("waiver.withdrawn_on", "is", null), where("waiver.withdrawn_on", ">", asOf)]),
    )
    .orderBy("waiver.waived_on")
    .orderBy("waiver.id")
    .select([
      "waiver.procurement_id",
      "waiver.finding_key",
      "waiver.reason",
      "waiver.waived_on",
      "members.name as by",
    ])
    .execute();
  return rows.map(({ procurement_id, finding_key, reason, waived_on, by }) => ({
    procurementId: procurement_id,
    key: finding_key,
    reason,
    on: waived_on,
    by,
  }));
}

/** What people recorded of the duties of contracts, in the order it was recorded. */
export async function readDutyEvents(work: Work, contractIds: readonly string[]) {
  if (contractIds.length === 0) return [];
  const rows = await work.tx
    .selectFrom("duty_events")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("contract_id", "in", contractIds)
    .orderBy("sequence")
    .select([
      "id",
      "contract_id",
      "duty_key",
      "kind",
      "happened_on",
      "until_day",
      "note",
      "takes_back",
    ])
    .execute();
  return rows.map((row) => ({
    contractId: row.contract_id,
    event: {
      id: row.id,
      dutyKey: row.duty_key,
      // The column's check constraint holds the vocabulary.
      kind: row.kind as DutyEvent["kind"],
      on: row.happened_on,
      until: row.until_day,
      note: row.note,
      takesBack: row.takes_back,
    } satisfies DutyEvent,
  }));
}
