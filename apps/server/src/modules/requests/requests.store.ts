/** SQL on requests for disclosure, the answers to them, and the products both speak about. */
import type { Tx } from "@throughline/db";
import { sql } from "kysely";

/** A contract a request is about, with the products of it. */
export interface RequestContract {
  readonly contractId: string;
  readonly productIds: readonly string[];
}

export interface NewRequest {
  readonly organisationId: string;
  /** None: it passes on what somebody asked us. */
  readonly contracts: readonly RequestContract[];
  readonly addressee: string;
  readonly brand: string | null;
  readonly subject: string;
  readonly body: string;
  readonly draftedBy: string | null;
  readonly draftedAt: Date;
  readonly sentOn: string | null;
  readonly dueOn: string | null;
  readonly sentBy: string | null;
  /** Who made it where no member acting here did. */
  readonly madeBy: string | null;
  readonly supplierId?: string | null;
  readonly language?: string;
  readonly dueBecause?: string | null;
  /** The delivery it passes on. */
  readonly passesOnDeliveryId?: string | null;
}

/** Keeps a request. A product of another contract, like one that does not exist, is refused by the foreign key. */
export async function insertRequest(tx: Tx, request: NewRequest): Promise<string> {
  const { id } = await tx
    .insertInto("disclosure_requests")
    .values({
      organisation_id: request.organisationId,
      addressee: request.addressee,
      brand: request.brand,
      subject: request.subject,
      body: request.body,
      drafted_by: request.draftedBy,
      drafted_at: request.draftedAt,
      sent_on: request.sentOn,
      due_on: request.dueOn,
      sent_by: request.sentBy,
      made_by: request.madeBy,
      supplier_id: request.supplierId ?? null,
      language: request.language ?? "en",
      due_because: request.dueBecause ?? null,
      passes_on_delivery_id: request.passesOnDeliveryId ?? null,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  if (request.contracts.length > 0) {
    await tx
      .insertInto("request_contracts")
      .values(
        request.contracts.map(({ contractId }) => ({
          request_id: id,
          contract_id: contractId,
          organisation_id: request.organisationId,
        })),
      )
      .execute();
  }
  const products = request.contracts.flatMap(({ contractId, productIds }) =>
    [...new Set(productIds)].map((product) => ({
      request_id: id,
      product_line_id: product,
      contract_id: contractId,
      organisation_id: request.organisationId,
    })),
  );
  if (products.length > 0) await tx.insertInto("request_products").values(products).execute();
  return id;
}

export async function findRequest(tx: Tx, id: string) {
  return tx
    .selectFrom("disclosure_requests")
    .where("id", "=", id)
    .select([
      "id",
      "sent_on",
      "due_on",
      "withdrawn_on",
      sql<
        string[]
      >`array(select about.contract_id::text from request_contracts about where about.request_id = disclosure_requests.id order by 1)`.as(
        "contract_ids",
      ),
    ])
    .executeTakeFirst();
}

/** Marks a draft as sent; answers false when it was sent already. */
export async function updateSent(
  tx: Tx,
  id: string,
  sent: { readonly on: string; readonly by: string | null; readonly dueOn: string | null },
): Promise<boolean> {
  const row = await tx
    .updateTable("disclosure_requests")
    .set((set) => ({
      sent_on: sent.on,
      sent_by: sent.by,
      due_on: sent.dueOn,
      // Another day than the draft's has another reason.
      due_because: sql<
        string | null
      >`case when due_on is not distinct from ${sent.dueOn}::date then due_because end`,
      version: set("version", "+", 1),
    }))
    .where("id", "=", id)
    .where("sent_on", "is", null)
    .where("withdrawn_on", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewAnswer {
  readonly contractId: string;
  readonly organisationId: string;
  readonly requestId: string | null;
  readonly answeredBy: string;
  readonly brand: string | null;
  readonly answer: string;
  readonly reason: string | null;
  readonly answeredOn: string;
  readonly document: string | null;
  readonly selfReported: boolean;
  readonly recordedBy: string | null;
  readonly productIds: readonly string[];
}

/** Keeps an answer. */
export async function insertAnswer(tx: Tx, answer: NewAnswer): Promise<string> {
  const { id } = await tx
    .insertInto("disclosure_answers")
    .values({
      contract_id: answer.contractId,
      organisation_id: answer.organisationId,
      request_id: answer.requestId,
      answered_by: answer.answeredBy,
      brand: answer.brand,
      answer: answer.answer,
      reason: answer.reason,
      answered_on: answer.answeredOn,
      document: answer.document,
      self_reported: answer.selfReported,
      recorded_by: answer.recordedBy,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const products = [...new Set(answer.productIds)];
  if (products.length > 0) {
    await tx
      .insertInto("answer_products")
      .values(
        products.map((product) => ({
          answer_id: id,
          product_line_id: product,
          contract_id: answer.contractId,
          organisation_id: answer.organisationId,
        })),
      )
      .execute();
  }
  return id;
}

const productsOf = (
  table: "request_products" | "answer_products",
  key: string,
  contract: "about_contract.contract_id" | "record.contract_id",
) =>
  sql<
    string[]
  >`array(select about.product_line_id::text from ${sql.table(table)} about where about.${sql.ref(key)} = record.id and about.contract_id = ${sql.ref(contract)} order by 1)`;

export async function readRequests(tx: Tx, contractId: string) {
  return tx
    .selectFrom("request_contracts as about_contract")
    .innerJoin("disclosure_requests as record", "record.id", "about_contract.request_id")
    .leftJoin("members", (join) =>
      join
        .onRef("members.person_id", "=", "record.sent_by")
        .onRef("members.organisation_id", "=", "record.organisation_id"),
    )
    .where("about_contract.contract_id", "=", contractId)
    .select([
      "record.id",
      "record.addressee",
      "record.brand",
      "record.subject",
      "record.body",
      "record.drafted_at",
      "record.sent_on",
      "record.due_on",
      sql<string | null>`coalesce(record.made_by, members.name)`.as("sent_by"),
      productsOf("request_products", "request_id", "about_contract.contract_id").as("product_ids"),
    ])
    .orderBy("record.drafted_at", "desc")
    .orderBy("record.id")
    .execute();
}

function selectAnswers(tx: Tx) {
  return tx
    .selectFrom("disclosure_answers as record")
    .select([
      "record.id",
      "record.contract_id",
      "record.request_id",
      "record.answered_by",
      "record.brand",
      "record.answer",
      "record.reason",
      "record.answered_on",
      "record.document",
      "record.self_reported",
      productsOf("answer_products", "answer_id", "record.contract_id").as("product_ids"),
    ])
    .orderBy("record.answered_on", "desc")
    .orderBy("record.id");
}

export async function readAnswers(tx: Tx, contractId: string) {
  return selectAnswers(tx).where("record.contract_id", "=", contractId).execute();
}

/** Answers to one request. */
export async function readAnswersTo(tx: Tx, requestId: string) {
  return selectAnswers(tx).where("record.request_id", "=", requestId).execute();
}

export type AnswerRow = Awaited<ReturnType<typeof readAnswers>>[number];

/** True when a request or an answer names this product and no other. */
export async function namesNothingElse(tx: Tx, productId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from request_products mine where mine.product_line_id = ${productId}
        and not exists (select from request_products other where other.request_id = mine.request_id and other.product_line_id <> mine.product_line_id)
    ) or exists (
      select from answer_products mine where mine.product_line_id = ${productId}
        and not exists (select from answer_products other where other.answer_id = mine.answer_id and other.product_line_id <> mine.product_line_id)
    ) as found
  `.execute(tx);
  return rows[0]?.found ?? false;
}

/** True when the same was answered to the same request before, about the same products. */
export async function hasSameAnswer(tx: Tx, answer: NewAnswer): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select from disclosure_answers a
      where a.contract_id = ${answer.contractId} and a.request_id = ${answer.requestId} and a.answer = ${answer.answer}
        and a.answered_by = ${answer.answeredBy} and a.answered_on = ${answer.answeredOn}
        and a.reason is not distinct from ${answer.reason} and a.self_reported = ${answer.selfReported}
        and array(select p.product_line_id from answer_products p where p.answer_id = a.id order by 1)
          = array(select unnest(${answer.productIds}::uuid[]) order by 1)
    ) as found`.execute(tx);
  return rows[0]?.found ?? false;
}
