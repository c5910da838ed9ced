/** What the line reads of procurements and of what was recorded of duties. Only one's own are there. */
import {
  FollowUp,
  ParameterValues,
  ProcurementFacts,
  type DutyEvent,
  type IsoDate,
} from "@throughline/domain";
import type { Work } from "../../platform/api.ts";

/** Procurements with what stands in them. `risk` is what was said against the weighing, else `null`. */
export interface TenderRow {
  readonly facts: ProcurementFacts;
  readonly riskSaid: boolean;
}

const { lots: Lots, expectedBidders: Bidders } = ProcurementFacts.shape;

/** Three queries, however many. */
export async function readTenders(work: Work, ids: readonly string[]): Promise<TenderRow[]> {
  if (ids.length === 0) return [];
  const { tx, actor } = work;
  const rows = await tx
    .selectFrom("procurements")
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "in", ids)
    .selectAll()
    .execute();
  const instances = Map.groupBy(
    await tx
      .selectFrom("procurement_requirements")
      .where("organisation_id", "=", actor.organisationId)
      .where("procurement_id", "in", ids)
      .orderBy("position")
      .orderBy("id")
      .selectAll()
      .execute(),
    (row) => row.procurement_id,
  );
  const promises = Map.groupBy(
    await tx
      .selectFrom("bid_promises")
      .where("organisation_id", "=", actor.organisationId)
      .where("procurement_id", "in", ids)
      .orderBy("position")
      .selectAll()
      .execute(),
    (row) => row.procurement_id,
  );
  return rows.map((row) => ({
    riskSaid: row.risk_override !== null,
    facts: {
      id: row.id,
      reference: row.reference,
      title: row.title,
      // Check constraints hold the vocabularies, here and below.
      procedure: row.procedure as ProcurementFacts["procedure"],
      stage: row.stage as ProcurementFacts["stage"],
      cpv: row.cpv,
      value:
        row.value_minor === null || row.currency === null
          ? null
          : { minorUnits: row.value_minor, currency: row.currency },
      country: row.country,
      announcedOn: row.announced_on,
      publishedOn: row.published_on,
      deadlineOn: row.deadline_on,
      awardedOn: row.awarded_on,
      expectedBidders: Bidders.parse(row.expected_bidders),
      risk: (row.risk_override ?? "unknown") as ProcurementFacts["risk"],
      lots: Lots.parse(row.lots),
      instances: (instances.get(row.id) ?? []).map((one) => ({
        id: one.id,
        role: one.role as ProcurementFacts["instances"][number]["role"],
        requirement: one.requirement,
        version: one.requirement_version,
        place: one.place,
        title: one.title,
        wording: one.wording,
        values: ParameterValues.parse(one.asked_values),
        lots: one.lots,
        weight: one.weight,
        subjectMatterLink: one.subject_matter_link,
        labels: one.labels,
        equivalentAccepted: one.equivalent_accepted,
        announced: one.announced,
        followUp: one.follow_up === null ? null : FollowUp.parse(one.follow_up),
      })),
      promises: (promises.get(row.id) ?? []).map((one) => ({
        id: one.id,
        bidder: one.bidder,
        winning: one.winning,
        criterionId: one.criterion_id,
        requirement: one.requirement,
        text: one.text,
        values: ParameterValues.parse(one.promised_values),
      })),
      hours: { preparation: row.hours_preparation, followUp: row.hours_follow_up },
    },
  }));
}

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
