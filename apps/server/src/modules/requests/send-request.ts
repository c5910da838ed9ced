/** Sends a request by link and code; one whose mail came back is sent again to another address, under a new link. */
import { AppError, type ContractCondition, type IsoDate } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { gatherLineFacts } from "../line/index.ts";
import { queueMail } from "../mail/index.ts";
import { rememberMailbox } from "../suppliers/index.ts";
import { deliverRequest, type DeliveredRequest, type RequestToDeliver } from "./deliver-request.ts";
import { findEarlierAnswerer, updateDelivery, type DeliveryProduct } from "./deliveries.store.ts";
import { requireRequest } from "./get-request.ts";
import { wordRequest } from "./mail-words.en.ts";
import { lockRequestRow, readRequestContracts, readRequestProducts } from "./request-list.store.ts";
import { deriveSecrets, type LinkParts } from "./request-secrets.ts";
import type { GatheredRequest } from "./summarise-requests.ts";

export interface RequestToSend {
  readonly requestId: string;
  readonly toName: string;
  readonly toAddress: string | null;
  readonly dueOn?: IsoDate | null | undefined;
}

export async function sendRequest(
  work: Work,
  input: RequestToSend,
  parts: LinkParts,
): Promise<DeliveredRequest> {
  const { tx, actor } = work;
  await lockRequestRow(tx, actor.organisationId, input.requestId);
  const request = await requireRequest(work, input.requestId);
  const { row, summary } = request;
  if (summary.state === "withdrawn") throw new AppError("request_withdrawn");
  if (summary.state === "bounced") return sendAgain(work, request, input, parts);
  if (row.sent_on !== null) throw new AppError("request_already_sent");
  // What passes on a request is sent at once when it is made; a draft of one's own has contracts.
  const { content, products } = await describeAsked(work, input.requestId, row);
  if (row.supplier_id !== null && input.toAddress !== null)
    await rememberMailbox(work, row.supplier_id, input.toAddress);
  return deliverRequest(work, parts, {
    requestId: input.requestId,
    toName: input.toName,
    toAddress: input.toAddress,
    language: row.language,
    dueOn: input.dueOn === undefined ? row.due_on : input.dueOn,
    content: { subject: row.subject, body: row.body, ...content },
    products,
    answeringId:
      row.supplier_id === null || input.toAddress === null
        ? null
        : await findEarlierAnswerer(tx, actor.organisationId, row.supplier_id, input.toAddress),
  });
}

/** What the requester's contracts say about disclosure, and the products: those named, else all of a contract (of the brand). */
async function describeAsked(
  work: Work,
  requestId: string,
  row: { readonly brand: string | null },
): Promise<{
  content: Pick<RequestToDeliver["content"], "contracts" | "clauses" | "tiers" | "components">;
  products: DeliveryProduct[];
}> {
  const contracts = await readRequestContracts(work.tx, [requestId]);
  const named = await readRequestProducts(work.tx, [requestId]);
  const facts = await gatherLineFacts(
    work,
    contracts.map((contract) => contract.id),
    work.today,
  );
  const brand = row.brand?.trim().toLowerCase() ?? null;
  const conditions: ContractCondition[] = [];
  const products: Omit<DeliveryProduct, "key">[] = [];
  for (const contract of contracts) {
    const gathered = facts.get(contract.id);
    conditions.push(...(gathered?.facts.contract.conditions ?? []).filter(isAboutSites));
    const own = named.filter((product) => product.contract_id === contract.id);
    const all = (gathered?.facts.products ?? []).filter(
      (product) => brand === null || product.brand.trim().toLowerCase() === brand,
    );
    const chosen =
      own.length > 0 ? own.map((one) => ({ ...one, partNumber: one.part_number })) : all;
    products.push(
      ...chosen.map(({ id, brand: made, family, partNumber }) => ({
        productLineId: id,
        contractId: contract.id,
        passedKey: null,
        brand: made,
        family,
        partNumber,
      })),
    );
  }
  return {
    content: {
      contracts: contracts.map(({ reference, title }) => ({ reference, title })),
      clauses: [
        ...new Map(
          conditions.map(({ clause, summary }) => [`${clause}\n${summary}`, { clause, summary }]),
        ).values(),
      ],
      tiers: [...new Set(conditions.flatMap((condition) => condition.tiers))],
      components: [...new Set(conditions.flatMap((condition) => condition.components))],
    },
    products: numberProducts(products),
  };
}

function isAboutSites({ requirement, tiers }: ContractCondition): boolean {
  return requirement === "disclose_sites" || tiers.length > 0;
}

/** Keys that name a product to the addressee and say nothing about ours. */
export function numberProducts(
  products: readonly Omit<DeliveryProduct, "key">[],
): DeliveryProduct[] {
  return products.map((product, at) => ({ ...product, key: `p${at + 1}` }));
}

async function sendAgain(
  work: Work,
  { row, delivery, summary }: GatheredRequest,
  input: RequestToSend,
  parts: LinkParts,
): Promise<DeliveredRequest> {
  if (delivery === null) throw new AppError("request_already_sent");
  const { tx, actor } = work;
  const generation = delivery.generation + 1;
  const secrets = deriveSecrets(parts, delivery.id, generation);
  await updateDelivery(tx, actor.organisationId, delivery.id, {
    generation,
    secretHash: secrets.hash,
    toName: input.toName,
    toAddress: input.toAddress,
    bounced: null,
  });
  await recordAudit(work, {
    action: "send-request-again",
    subjectKind: "request",
    subjectId: row.id,
    after: { deliveryId: delivery.id, generation, byMail: input.toAddress !== null },
  });
  const told = {
    requester: delivery.content.requester.name,
    subject: row.subject,
    dueOn: summary.dueOn,
    expiresOn: delivery.expires_on,
  };
  const mailId =
    input.toAddress === null
      ? null
      : await queueMail(work, {
          kind: "request",
          toAddress: input.toAddress,
          toName: input.toName,
          ...wordRequest(told, row.body),
          deliveryId: delivery.id,
        });
  return { deliveryId: delivery.id, mailId, link: secrets.link, code: secrets.code };
}
