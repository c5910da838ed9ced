/** Reads procurements whole, for whoever shows or judges them: `procurements` itself, and the line of their contracts. */
import {
  FollowUp,
  ParameterValues,
  ProcurementFacts,
  type RequirementInstance,
} from "@throughline/domain";
import type { Tx } from "@throughline/db";
import type { Work } from "../../platform/api.ts";

const { lots: Lots, expectedBidders: Bidders } = ProcurementFacts.shape;

/**
 * Procurements of our own by id, each with its instances and promises, in any order, and its row. Four queries, however
 * many. `facts.risk` is what was said against the weighing, else `unknown`.
 */
export async function readProcurementFacts(work: Work, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const { tx, actor } = work;
  const rows = await tx
    .selectFrom("procurements")
    .where("organisation_id", "=", actor.organisationId)
    .where("id", "in", ids)
    .selectAll()
    .execute();
  const instances = Map.groupBy(
    await readInstances(tx, actor.organisationId, ids),
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
  const members = await readMembers(tx, actor.organisationId);
  return rows.map((row) => ({
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
      instances: (instances.get(row.id) ?? []).map((one) => instanceOf(one, members)),
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
    row,
  }));
}

async function readInstances(tx: Tx, organisationId: string, ids: readonly string[]) {
  return tx
    .selectFrom("procurement_requirements")
    .where("organisation_id", "=", organisationId)
    .where("procurement_id", "in", ids)
    .orderBy("position")
    .orderBy("id")
    .selectAll()
    .execute();
}

type InstanceRow = Awaited<ReturnType<typeof readInstances>>[number];

/** Members of the organisation: names by id. */
export async function readMembers(tx: Tx, organisationId: string): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom("members")
    .where("organisation_id", "=", organisationId)
    .select(["person_id", "name"])
    .execute();
  return new Map(rows.map((row) => [row.person_id, row.name]));
}

/** A member who has left looks after nothing any more. */
function instanceOf(row: InstanceRow, members: ReadonlyMap<string, string>): RequirementInstance {
  const followUp = row.follow_up === null ? null : FollowUp.parse(row.follow_up);
  return {
    id: row.id,
    role: row.role as RequirementInstance["role"],
    requirement: row.requirement,
    version: row.requirement_version,
    place: row.place,
    title: row.title,
    wording: row.wording,
    values: ParameterValues.parse(row.asked_values),
    lots: row.lots,
    weight: row.weight,
    subjectMatterLink: row.subject_matter_link,
    labels: row.labels,
    equivalentAccepted: row.equivalent_accepted,
    announced: row.announced,
    followUp:
      followUp === null || followUp.personId === null || members.has(followUp.personId)
        ? followUp
        : { ...followUp, personId: null },
  };
}
