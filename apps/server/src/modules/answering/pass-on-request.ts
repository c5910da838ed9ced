/**
 * Passes a request on to whoever knows: a brand, a component maker. It becomes a request of the organisation that was
 * asked, with a delivery of its own; what comes back is taken into the record and released from there, masked or named.
 */
import { AppError, nameFamily, type IsoDate } from "@throughline/domain";
import { sayDate } from "@throughline/tracing";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { findOrganisation } from "../organisations/index.ts";
import {
  deliverRequest,
  findEarlierAnswerer,
  insertRequest,
  numberProducts,
  type LinkParts,
} from "../requests/index.ts";
import { ensureSuppliers, rememberMailbox } from "../suppliers/index.ts";
import { countMailedSince, readAskedProducts, type AskedRow } from "./answering.store.ts";
import { requireAsked, requireStanding } from "./get-asked.ts";
import { recountProgress } from "./recount-progress.ts";

export interface RequestToPassOn {
  readonly deliveryId: string;
  readonly toName: string;
  readonly toAddress: string | null;
  /** Products to ask about; none: all of them. */
  readonly askedKeys: readonly string[];
  readonly subject: string;
  readonly body: string;
  readonly dueOn: IsoDate | null;
  /** Whether the letter names the requester; the delivery itself never does. */
  readonly nameRequester: boolean;
}

export interface PassedOn {
  readonly requestId: string;
  readonly link: string;
  readonly code: string;
  readonly mailId: string | null;
}

type AskedProductRow = Awaited<ReturnType<typeof readAskedProducts>>[number];

export async function passOnRequest(
  work: Work,
  input: RequestToPassOn,
  parts: LinkParts,
): Promise<PassedOn> {
  const { tx, actor } = work;
  const asked = await requireStanding(work, input.deliveryId);
  const products = await chooseAsked(work, input);
  if (input.toAddress !== null) await refuseTooManyMails(work);
  const suppliers = await ensureSuppliers(work, [
    { name: input.toName, invented: asked.content.requester.invented },
  ]);
  const supplierId = suppliers.get(input.toName) ?? null;
  if (supplierId !== null && input.toAddress !== null)
    await rememberMailbox(work, supplierId, input.toAddress);
  const requestId = await insertRequest(tx, {
    organisationId: actor.organisationId,
    contracts: [],
    addressee: input.toName,
    brand: null,
    subject: input.subject,
    body: input.body,
    draftedBy: actor.personId,
    draftedAt: work.now,
    sentOn: null,
    dueOn: input.dueOn,
    sentBy: null,
    madeBy: null,
    supplierId,
    language: asked.language,
    passesOnDeliveryId: input.deliveryId,
  });
  await recordAudit(work, {
    action: "pass-on-request",
    subjectKind: "request",
    subjectId: requestId,
    after: {
      deliveryId: input.deliveryId,
      askedKeys: products.map((product) => product.key),
      dueOn: input.dueOn,
      nameRequester: input.nameRequester,
    },
  });
  const delivered = await deliverRequest(work, parts, {
    requestId,
    toName: input.toName,
    toAddress: input.toAddress,
    language: asked.language,
    dueOn: input.dueOn,
    // The requester's contracts and clauses are between the two of them.
    content: {
      subject: input.subject,
      body: input.body,
      contracts: [],
      clauses: [],
      tiers: asked.content.tiers,
      components: asked.content.components,
    },
    products: numberProducts(
      products.map((product) => ({
        productLineId: null,
        contractId: null,
        passedKey: product.key,
        brand: product.brand,
        family: product.family,
        partNumber: product.part_number,
      })),
    ),
    answeringId:
      supplierId === null || input.toAddress === null
        ? null
        : await findEarlierAnswerer(tx, actor.organisationId, supplierId, input.toAddress),
  });
  await recountProgress(work, input.deliveryId);
  const { link, code, mailId } = delivered;
  return { requestId, link, code, mailId };
}

/** Somebody without an account sends mail in our name: enough for a chain of suppliers, too little to be worth abusing. */
const mostMailsOfGuest = 30;

async function refuseTooManyMails({ tx, actor, now }: Work): Promise<void> {
  if (actor.role !== "guest") return;
  const since = new Date(now.getTime() - 86_400_000);
  if ((await countMailedSince(tx, actor.organisationId, since)) >= mostMailsOfGuest)
    throw new AppError(
      "rate_limited",
      `Without an account at most ${mostMailsOfGuest} requests a day are passed on by mail. Hand link and code over another way, or make this workspace an organisation.`,
    );
}

async function chooseAsked(
  work: Work,
  input: { readonly deliveryId: string; readonly askedKeys: readonly string[] },
): Promise<AskedProductRow[]> {
  const all = await readAskedProducts(work.tx, work.actor.organisationId, input.deliveryId);
  const wanted = new Set(input.askedKeys);
  if (wanted.size === 0) return all;
  const chosen = all.filter((product) => wanted.has(product.key));
  if (chosen.length < wanted.size)
    throw new AppError("reference_unknown", "The request does not ask about one of these.", [
      { path: "/askedKeys", message: "Choose products of the request." },
    ]);
  return chosen;
}

/** Nobody reads a letter with more names; the request itself lists every product. */
const mostNamed = 12;

/** A letter to read over and change. Nothing is saved. */
export async function draftPassOn(
  work: Work,
  input: {
    readonly deliveryId: string;
    readonly toName: string;
    readonly askedKeys: readonly string[];
    readonly nameRequester: boolean;
  },
): Promise<{ subject: string; body: string; dueOn: IsoDate | null }> {
  const asked = await requireAsked(work, input.deliveryId);
  const products = await chooseAsked(work, input);
  const own = await findOrganisation(work.tx, work.actor.organisationId);
  const names = [...new Set(products.map(nameFamily))];
  const more = names.length - mostNamed;
  const dueOn = chooseDay(asked, work.today);
  const requester = input.nameRequester ? asked.content.requester.name : "One of our customers";
  return {
    subject:
      `Where your products are made: ${names.slice(0, 2).join(", ")}${names.length > 2 ? " and more" : ""}`.slice(
        0,
        300,
      ),
    body: [
      `Dear ${input.toName === "" ? "colleagues" : input.toName},`,
      `${requester} asks us at which production sites the products below are made, and you know better than we do.`,
      ...(names.length === 0
        ? []
        : [
            [
              ...names.slice(0, mostNamed).map((one) => `- ${one}`),
              ...(more > 0 ? [`- and ${more} more`] : []),
            ].join("\n"),
          ]),
      "Please name each site with its legal name and full address, and say which product is made at which. If you would rather not be named to our customer, say so: a site can be passed on without its name and still counts. If you cannot say something, that and the reason is an answer too.",
      ...(dueOn === null ? [] : [`Please answer by ${sayDate(dueOn)}.`]),
      own?.name ?? "",
    ].join("\n\n"),
    dueOn,
  };
}

/** A week before the requester's day, so that the answer can be passed back; where that is too near, the day itself. */
function chooseDay(asked: AskedRow, today: IsoDate): IsoDate | null {
  if (asked.due_on === null || asked.due_on < today) return null;
  const week = new Date(Date.parse(`${asked.due_on}T00:00:00Z`) - 7 * 86_400_000)
    .toISOString()
    .slice(0, 10);
  return week > today ? week : asked.due_on;
}
