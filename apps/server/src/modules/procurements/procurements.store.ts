/** SQL of `procurements`, with their instances and promises: read whole, written whole. */
import type {
  BidPromise,
  IsoDate,
  ProcurementFacts,
  RequirementInstance,
} from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { readProcurementFacts } from "../procurement-facts/index.ts";

export interface RiskOverride {
  readonly level: ProcurementFacts["risk"];
  readonly reason: string;
}

/**
 * A procurement as it is kept. `facts.risk` is what was said against the weighing, else `unknown`: the weighing is done
 * when it is read (see `load-procurement.ts`).
 */
export interface StoredProcurement {
  readonly facts: ProcurementFacts;
  readonly version: number;
  readonly ocid: string | null;
  readonly noticeId: string | null;
  readonly riskOverride: RiskOverride | null;
  readonly frameworkId: string | null;
  readonly notice: unknown;
  readonly noticeReadOn: IsoDate | null;
  readonly invented: boolean;
  readonly updatedAt: Date;
}

/** What a change may touch. */
export type ProcurementContent = Pick<
  StoredProcurement,
  "facts" | "ocid" | "noticeId" | "riskOverride" | "frameworkId"
>;

/** The columns of a procurement as they are written. */
function columnsOf({ facts, ocid, noticeId, riskOverride, frameworkId }: ProcurementContent) {
  return {
    reference: facts.reference,
    title: facts.title,
    ocid,
    notice_id: noticeId,
    procedure: facts.procedure,
    stage: facts.stage,
    cpv: facts.cpv,
    value_minor: facts.value?.minorUnits ?? null,
    currency: facts.value?.currency ?? null,
    country: facts.country,
    announced_on: facts.announcedOn,
    published_on: facts.publishedOn,
    deadline_on: facts.deadlineOn,
    awarded_on: facts.awardedOn,
    expected_bidders: facts.expectedBidders,
    risk_override: riskOverride?.level ?? null,
    risk_reason: riskOverride?.reason ?? null,
    lots: JSON.stringify(facts.lots),
    hours_preparation: facts.hours.preparation,
    hours_follow_up: facts.hours.followUp,
    framework_id: frameworkId,
  };
}

/** Inserts it with its instances and promises; answers its id. */
export async function insertProcurement(
  work: Work,
  content: ProcurementContent,
  more: {
    readonly notice?: unknown;
    readonly invented?: boolean;
  } = {},
): Promise<string> {
  const { id } = await work.tx
    .insertInto("procurements")
    .values({
      organisation_id: work.actor.organisationId,
      ...columnsOf(content),
      notice: more.notice === undefined ? null : JSON.stringify(more.notice),
      notice_read_on: more.notice === undefined ? null : work.today,
      invented: more.invented ?? false,
      created_at: work.now,
      updated_at: work.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeInstances(work, id, content.facts.instances);
  await writePromises(work, id, content.facts.promises);
  return id;
}

/** Writes all of it if it is still of that version; answers the new one. */
export async function writeProcurement(
  work: Work,
  id: string,
  version: number,
  content: ProcurementContent,
): Promise<number | undefined> {
  const row = await work.tx
    .updateTable("procurements")
    .set((set) => ({
      ...columnsOf(content),
      version: set("version", "+", 1),
      updated_at: work.now,
    }))
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("version", "=", version)
    .returning("version")
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await writeInstances(work, id, content.facts.instances);
  await writePromises(work, id, content.facts.promises);
  return row.version;
}

/** Keeps the notice beside it. */
export async function writeNotice(work: Work, id: string, notice: unknown): Promise<void> {
  await work.tx
    .updateTable("procurements")
    .set({ notice: JSON.stringify(notice), notice_read_on: work.today })
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .execute();
}

export async function deleteProcurement(work: Work, id: string, version: number): Promise<boolean> {
  const row = await work.tx
    .deleteFrom("procurements")
    .where("id", "=", id)
    .where("organisation_id", "=", work.actor.organisationId)
    .where("version", "=", version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

async function writeInstances(
  work: Work,
  procurementId: string,
  instances: readonly RequirementInstance[],
): Promise<void> {
  const { organisationId } = work.actor;
  const keep = instances.map(({ id }) => id);
  let gone = work.tx
    .deleteFrom("procurement_requirements")
    .where("procurement_id", "=", procurementId)
    .where("organisation_id", "=", organisationId);
  if (keep.length > 0) gone = gone.where("id", "not in", keep);
  await gone.execute();
  if (instances.length === 0) return;
  await work.tx
    .insertInto("procurement_requirements")
    .values(
      instances.map((one, position) => ({
        id: one.id,
        procurement_id: procurementId,
        organisation_id: organisationId,
        position,
        role: one.role,
        requirement: one.requirement,
        requirement_version: one.version,
        place: one.place,
        title: one.title,
        wording: one.wording,
        asked_values: JSON.stringify(one.values),
        lots: one.lots,
        weight: one.weight,
        subject_matter_link: one.subjectMatterLink,
        labels: one.labels,
        equivalent_accepted: one.equivalentAccepted,
        announced: one.announced,
        follow_up: one.followUp === null ? null : JSON.stringify(one.followUp),
      })),
    )
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((set) => ({
        position: set.ref("excluded.position"),
        role: set.ref("excluded.role"),
        requirement: set.ref("excluded.requirement"),
        requirement_version: set.ref("excluded.requirement_version"),
        place: set.ref("excluded.place"),
        title: set.ref("excluded.title"),
        wording: set.ref("excluded.wording"),
        asked_values: set.ref("excluded.asked_values"),
        lots: set.ref("excluded.lots"),
        weight: set.ref("excluded.weight"),
        subject_matter_link: set.ref("excluded.subject_matter_link"),
        labels: set.ref("excluded.labels"),
        equivalent_accepted: set.ref("excluded.equivalent_accepted"),
        announced: set.ref("excluded.announced"),
        follow_up: set.ref("excluded.follow_up"),
      })),
    )
    .execute();
}

async function writePromises(
  work: Work,
  procurementId: string,
  promises: readonly BidPromise[],
): Promise<void> {
  const { organisationId } = work.actor;
  await work.tx
    .deleteFrom("bid_promises")
    .where("procurement_id", "=", procurementId)
    .where("organisation_id", "=", organisationId)
    .execute();
  if (promises.length === 0) return;
  await work.tx
    .insertInto("bid_promises")
    .values(
      promises.map((one, position) => ({
        id: one.id,
        procurement_id: procurementId,
        organisation_id: organisationId,
        position,
        bidder: one.bidder,
        winning: one.winning,
        criterion_id: one.criterionId,
        requirement: one.requirement,
        text: one.text,
        promised_values: JSON.stringify(one.values),
      })),
    )
    .execute();
}

/** Procurements of our own by id, in any order. */
export async function readProcurements(
  work: Work,
  ids: readonly string[],
): Promise<StoredProcurement[]> {
  return (await readProcurementFacts(work, ids)).map(({ facts, row }) => ({
    facts,
    version: row.version,
    ocid: row.ocid,
    noticeId: row.notice_id,
    riskOverride:
      row.risk_override === null || row.risk_reason === null
        ? null
        : { level: row.risk_override as RiskOverride["level"], reason: row.risk_reason },
    frameworkId: row.framework_id,
    notice: row.notice,
    noticeReadOn: row.notice_read_on,
    invented: row.invented,
    updatedAt: row.updated_at,
  }));
}

/** Contracts that came of a procurement. */
export async function readContractsOf(work: Work, procurementIds: readonly string[]) {
  if (procurementIds.length === 0) return [];
  return work.tx
    .selectFrom("contracts")
    .leftJoin("contract_parties as supplier", (join) =>
      join.onRef("supplier.contract_id", "=", "contracts.id").on("supplier.role", "=", "supplier"),
    )
    .where("contracts.organisation_id", "=", work.actor.organisationId)
    .where("contracts.procurement_id", "in", procurementIds)
    .orderBy("contracts.title")
    .select([
      "contracts.id",
      "contracts.procurement_id",
      "contracts.procurement_lots",
      "contracts.reference",
      "contracts.title",
      "supplier.name as supplier",
    ])
    .execute();
}

/** The framework a mini-competition is held under, where it may be seen and used. */
export async function findUsableFramework(work: Work, id: string) {
  return work.tx
    .selectFrom("framework_access as access")
    .innerJoin("contracts", "contracts.id", "access.framework_id")
    .where("access.organisation_id", "=", work.actor.organisationId)
    .where("access.framework_id", "=", id)
    .select(["contracts.id", "contracts.title"])
    .executeTakeFirst();
}

/** A procurement of ours that a notice speaks about. */
export async function findByNotice(
  work: Work,
  about: { readonly ocid: string | null; readonly noticeIds: readonly string[] },
) {
  if (about.ocid === null && about.noticeIds.length === 0) return undefined;
  return work.tx
    .selectFrom("procurements")
    .where("organisation_id", "=", work.actor.organisationId)
    .where((where) =>
      where.or([
        ...(about.ocid === null ? [] : [where("ocid", "=", about.ocid)]),
        ...(about.noticeIds.length === 0 ? [] : [where("notice_id", "in", about.noticeIds)]),
      ]),
    )
    .orderBy("created_at")
    .select(["id", "title", "reference"])
    .executeTakeFirst();
}

export async function isReferenceTaken(
  work: Work,
  reference: string,
  exceptId: string | null,
): Promise<{ readonly title: string } | undefined> {
  let query = work.tx
    .selectFrom("procurements")
    .where("organisation_id", "=", work.actor.organisationId)
    .where("reference", "=", reference)
    .select("title");
  if (exceptId !== null) query = query.where("id", "!=", exceptId);
  return query.executeTakeFirst();
}
