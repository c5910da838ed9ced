/** One request as whoever answers it sees it. Looking at it is noted: the requester sees that it was opened. */
import type { AskedDetail } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { may, type Work } from "../../platform/api.ts";
import { findOrganisation } from "../organisations/index.ts";
import { gatherPage } from "../requests/index.ts";
import { decideProductAnswer } from "./answering.policy.ts";
import {
  findAsked,
  readAskedProducts,
  readOwnReleases,
  readPassedOnTo,
  readReleasesToTake,
  type AskedRow,
} from "./answering.store.ts";
import { beginAnswering } from "./begin-answering.ts";
import { describeAsked } from "./list-asked.ts";

/** Passed on to more makers than this, the rest is found under Requests. */
const mostPassedOn = 200;

/** The delivery, where the acting organisation answers it; otherwise `not_found`. */
export async function requireAsked(work: Work, deliveryId: string): Promise<AskedRow> {
  const row = await findAsked(work.tx, work.actor.organisationId, deliveryId);
  if (row === undefined) throw new AppError("not_found", "There is no such request here.");
  return row;
}

/** The same, and it still stands. */
export async function requireStanding(work: Work, deliveryId: string): Promise<AskedRow> {
  const row = await requireAsked(work, deliveryId);
  if (row.withdrawn_at !== null) throw new AppError("request_withdrawn");
  await beginAnswering(work, { id: row.id, requesterId: row.requester_id });
  return row;
}

export async function getAsked(work: Work, deliveryId: string): Promise<AskedDetail> {
  const { tx, actor, today } = work;
  const { organisationId } = actor;
  const found = await requireAsked(work, deliveryId);
  if (found.withdrawn_at === null)
    await beginAnswering(work, { id: found.id, requesterId: found.requester_id });
  const row = await requireAsked(work, deliveryId);
  const { content } = row;
  const products = await readAskedProducts(tx, organisationId, deliveryId);
  const passedTo = await readPassedOnTo(tx, organisationId, deliveryId);
  const { requests: passedOn } = await gatherPage(work, {
    passesOnDeliveryId: deliveryId,
    sort: "drafted",
    limit: mostPassedOn,
  });
  const toTake = await readReleasesToTake(
    tx,
    organisationId,
    passedOn.flatMap(({ delivery }) => (delivery === null ? [] : [delivery.id])),
  );
  const organisation = await findOrganisation(tx, organisationId);
  const stands = row.withdrawn_at === null;
  return {
    ...describeAsked(work, row),
    body: content.body,
    language: row.language,
    contracts: content.contracts,
    clauses: content.clauses,
    tiers: content.tiers,
    components: content.components,
    withdrawnReason: content.withdrawnReason,
    products: products.map((product) => ({
      key: product.key,
      brand: product.brand,
      family: product.family,
      partNumber: product.part_number,
      productId: product.product_id,
      sites: product.sites,
      answer: decideProductAnswer({
        confirmed: product.confirmed,
        oneOfSeveral: product.one_of_several,
        answer: product.answer,
      }),
      passedOnTo: [
        ...new Set(
          passedTo.flatMap((one) => (one.passed_key === product.key ? [one.to_name] : [])),
        ),
      ],
    })),
    passedOn: passedOn.map(({ summary, delivery }) => ({
      requestId: summary.id,
      addressee: summary.addressee,
      state: summary.state,
      stateSentence: summary.stateSentence,
      releaseIds: toTake.flatMap((release) =>
        release.delivery_id === delivery?.id ? [release.id] : [],
      ),
    })),
    releases: (await readOwnReleases(tx, organisationId, deliveryId)).map((release) => ({
      id: release.id,
      number: release.number,
      code: `${release.code.slice(0, 4)}-${release.code.slice(4)}`,
      releasedAt: release.released_at.toISOString(),
      state:
        release.withdrawn_at !== null
          ? "withdrawn"
          : release.superseded_at !== null
            ? "superseded"
            : release.expires_on < today
              ? "expired"
              : "valid",
    })),
    answerer: { name: organisation?.name ?? "", guest: actor.role === "guest" },
    can: {
      write: stands && may(work, "record.write"),
      release: stands && may(work, "release.write"),
      passOn: stands && may(work, "record.write"),
      claim: actor.role === "guest",
    },
  };
}
