/**
 * What the line reads of a contract: the contract itself, its framework, parties, conditions, products, requests and
 * answers. This module is the read model: it reads other modules' tables and writes none. One query per table for
 * all contracts asked for, whatever their number.
 */
import type { Tx } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { sql } from "kysely";
import type { Work } from "../../platform/api.ts";

/** Contracts with what a call-off takes over from its framework. */
export async function readContracts(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("contracts")
    .leftJoin("contracts as framework", "framework.id", "contracts.framework_id")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "contracts.follow_up_person_id")
        .onRef("members.organisation_id", "=", "contracts.organisation_id"),
    )
    .where("contracts.id", "in", contractIds)
    .select([
      "contracts.id",
      "contracts.organisation_id",
      "contracts.kind",
      "contracts.reference",
      "contracts.title",
      "contracts.framework_id",
      "contracts.lot_number",
      "contracts.cpv",
      "contracts.value_minor",
      "contracts.currency",
      "contracts.awarded_on",
      "contracts.signed_on",
      "contracts.starts_on",
      "contracts.ends_on",
      "contracts.extension_decision_on",
      "contracts.follow_up_name",
      "contracts.follow_up_hours_per_month",
      "contracts.known_countries",
      "contracts.components",
      "members.name as follow_up_member",
      "framework.title as framework_title",
      "framework.cpv as framework_cpv",
      "framework.components as framework_components",
      "contracts.created_at",
      "contracts.procurement_id",
      "contracts.procurement_lots",
      "framework.procurement_id as framework_procurement_id",
    ])
    .execute();
}

export type ContractRow = Awaited<ReturnType<typeof readContracts>>[number];

/** Parties of the contracts and of their frameworks. */
export async function readParties(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("contract_parties")
    .where("contract_id", "in", contractIds)
    .select(["id", "contract_id", "role", "name", "country", "invented"])
    .orderBy("contract_id")
    .orderBy("role")
    .orderBy("position")
    .execute();
}

export type PartyRow = Awaited<ReturnType<typeof readParties>>[number];

/** Lots with what is bought in them. */
export async function readLots(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("contract_lots")
    .where("contract_id", "in", contractIds)
    .select(["contract_id", "number", "cpv"])
    .execute();
}

/**
 * Conditions of the contracts and of their frameworks, in their own order. Who looks after one is read only where it is
 * one's own and still a member.
 */
export async function readConditions(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("conditions")
    .leftJoin("condition_people as person", (join) =>
      join
        .onRef("person.condition_id", "=", "conditions.id")
        .onRef("person.organisation_id", "=", "conditions.organisation_id"),
    )
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "person.person_id")
        .onRef("members.organisation_id", "=", "person.organisation_id"),
    )
    .where("conditions.contract_id", "in", contractIds)
    .select([
      "conditions.id",
      "conditions.contract_id",
      "conditions.clause",
      "conditions.requirement",
      "conditions.summary",
      "conditions.due_days",
      "conditions.due_from",
      "conditions.refresh_every_months",
      "conditions.gates_extension",
      "conditions.tiers",
      "conditions.components",
      "conditions.requirement_version",
      "conditions.asked_values",
      "conditions.follow_up",
      "members.person_id as follow_up_person_id",
      "person.role as follow_up_role",
      "person.hours_per_month as follow_up_hours",
    ])
    .orderBy("conditions.contract_id")
    .orderBy("conditions.position")
    .orderBy("conditions.id")
    .execute();
}

export type ConditionRow = Awaited<ReturnType<typeof readConditions>>[number];

/** Product lines. */
export async function readProducts(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("product_lines")
    .where("contract_id", "in", contractIds)
    .select([
      "id",
      "contract_id",
      "brand",
      "family",
      "part_number",
      "quantity",
      "value_minor",
      "currency",
      "cpv",
    ])
    .orderBy("contract_id")
    .orderBy("position")
    .orderBy("id")
    .execute();
}

/** A letter that was held, bounced or failed and that nobody opened. `request` is the table's alias. */
export const neverArrived = sql<boolean>`exists (
  select from request_deliveries d
  where d.request_id = request.id and d.organisation_id = request.organisation_id
    and not exists (select from request_progress p where p.delivery_id = d.id)
    and (
      select m.state from mails m where m.delivery_id = d.id and m.organisation_id = d.organisation_id
      order by m.created_at desc, m.id desc limit 1
    ) in ('held', 'bounced', 'failed')
)`;

/** The day as it was before it was extended, where that happened later. */
function dueOnDate(asOf: IsoDate) {
  return sql<string | null>`case when exists (
    select from request_extensions e where e.request_id = request.id and e.extended_at::date > ${asOf}
  ) then (
    select e.due_before from request_extensions e where e.request_id = request.id and e.extended_at::date > ${asOf}
    order by e.extended_at limit 1
  ) else request.due_on end`;
}

/**
 * Requests as they stood on a date, with the products they are about; `made_by` is who is recorded to have made it, else
 * the member who sent or drafted it. What was withdrawn asks nobody any more. What never reached its addressee has no
 * due day: nobody is silent about a letter that did not arrive.
 */
export async function readRequests(tx: Tx, contractIds: readonly string[], asOf: IsoDate) {
  return tx
    .selectFrom("request_contracts as about_contract")
    .innerJoin("disclosure_requests as request", "request.id", "about_contract.request_id")
    .leftJoin("members", (join) =>
      join
        .onRef("members.organisation_id", "=", "request.organisation_id")
        .on("members.person_id", "=", sql<string>`coalesce(request.sent_by, request.drafted_by)`),
    )
    .where("about_contract.contract_id", "in", contractIds)
    .where((where) =>
      where.or([
        where("request.withdrawn_on", "is", null),
        where("request.withdrawn_on", ">", asOf),
      ]),
    )
    .select([
      "request.id",
      "about_contract.contract_id",
      "request.addressee",
      "request.brand",
      "request.sent_on",
      sql<string | null>`case when ${neverArrived} then null else ${dueOnDate(asOf)} end`.as(
        "due_on",
      ),
      sql<string | null>`coalesce(request.made_by, members.name)`.as("made_by"),
      sql<
        string[]
      >`array(select product_line_id::text from request_products about where about.request_id = request.id and about.contract_id = about_contract.contract_id order by 1)`.as(
        "product_ids",
      ),
    ])
    .orderBy("request.drafted_at")
    .orderBy("request.id")
    .execute();
}

/** Answers with the products they are about. */
export async function readAnswers(tx: Tx, contractIds: readonly string[]) {
  return tx
    .selectFrom("disclosure_answers as answer")
    .where("answer.contract_id", "in", contractIds)
    .select([
      "answer.id",
      "answer.contract_id",
      "answer.request_id",
      "answer.answered_by",
      "answer.brand",
      "answer.answer",
      "answer.reason",
      "answer.answered_on",
      "answer.document",
      "answer.self_reported",
      sql<
        string[]
      >`array(select product_line_id::text from answer_products about where about.answer_id = answer.id order by 1)`.as(
        "product_ids",
      ),
    ])
    .orderBy("answer.answered_on")
    .orderBy("answer.id")
    .execute();
}

/** Which organisation keeps a contract; `undefined` for one the acting organisation may not see, as for none. */
export async function findKeeper(work: Work, contractId: string): Promise<string | undefined> {
  const row = await work.tx
    .selectFrom("contracts")
    .where("id", "=", contractId)
    .select("organisation_id")
    .executeTakeFirst();
  return row?.organisation_id;
}
