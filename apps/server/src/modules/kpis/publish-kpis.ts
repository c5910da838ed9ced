/** Publishes the KPIs of a year: what was shown as a draft, byte for byte, once; corrected by a later one, or withdrawn. */
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { KpiPublicationSummary, kpis } from "@throughline/contract";
import { AppError, KpiPublication } from "@throughline/domain";
import { draftPublication, type PublicationDraft } from "@throughline/measurement";
import { createHash, randomUUID } from "node:crypto";
import { z } from "zod";
import { may, subjectOf, type ApiContext, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { cutPage, decodeCursor } from "../../platform/keyset.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { readOwnName } from "./kpis.store.ts";
import { openContractKpis } from "./open-kpis.ts";
import {
  findOpenedPublication,
  findPublication,
  findStandingPublication,
  insertPublication,
  readPublications,
  withdrawPublication,
  type StoredPublication,
} from "./publications.store.ts";

type Inputs = InferContractRouterInputs<typeof kpis>;
type Outputs = InferContractRouterOutputs<typeof kpis>;

const digestOf = (text: string): string => createHash("sha256").update(text).digest("hex");

function summaryOf(one: StoredPublication): KpiPublicationSummary {
  const { content } = one;
  return {
    id: one.id,
    contract: {
      // A contract that was removed is known by what was published of it.
      id: one.contractId ?? one.id,
      reference: content.contract.reference,
      title: content.contract.title,
      supplier: content.contract.supplier,
      invented: content.contract.invented,
    },
    year: one.year,
    digest: one.digest,
    publishedAt: one.publishedAt.toISOString(),
    publishedBy: one.publishedBy,
    replaces: one.replaces,
    replacedBy: one.replacedBy,
    withdrawn:
      one.withdrawn === null
        ? null
        : { at: one.withdrawn.at.toISOString(), reason: one.withdrawn.reason },
    address: `/api/public/kpis/${one.id}`,
  };
}

async function draft(work: Work, contractId: string, year: number): Promise<PublicationDraft> {
  if (`${year}-01-01` > work.today) throw new AppError("date_in_future");
  const { measured, facts, bands, about } = await openContractKpis(work, contractId, work.today);
  const { contract } = facts;
  return draftPublication(measured, {
    publisher: await readOwnName(work),
    contract: {
      reference: contract.reference,
      title: contract.title,
      buyer: contract.buyer?.name ?? null,
      supplier: contract.supplier?.name ?? null,
      invented: about.invented,
    },
    year,
    bands,
  });
}

/** Exactly what would be published. */
export async function showDraft(
  work: Work,
  { id, year }: { readonly id: string; readonly year: number },
): Promise<Outputs["draftPublication"]> {
  const { content, leftOut } = await draft(work, id, year);
  const standing = await findStandingPublication(work, id, year);
  return {
    content,
    draftDigest: digestOf(JSON.stringify(content)),
    standing: standing === undefined ? null : summaryOf(standing),
    leftOut: [...leftOut],
  };
}

/** Publishes it. What changed since it was looked at is `conflict`; what stands already has to be named as corrected. */
export async function publishKpis(
  work: Work,
  {
    id,
    year,
    draftDigest,
    replaces,
    correction,
  }: {
    readonly id: string;
    readonly year: number;
    readonly draftDigest: string;
    readonly replaces: string | null;
    readonly correction: string | null;
  },
): Promise<KpiPublicationSummary> {
  const { content } = await draft(work, id, year);
  if (digestOf(JSON.stringify(content)) !== draftDigest)
    throw new AppError("conflict", "What would be published has changed since it was looked at.");
  const standing = await findStandingPublication(work, id, year);
  if ((standing?.id ?? null) !== replaces)
    throw standing === undefined
      ? new AppError("reference_unknown", undefined, [
          { path: "/replaces", message: "Name the publication of this year that stands." },
        ])
      : new AppError("already_exists", "This year is published; name what you correct.");
  if ((replaces === null) !== (correction === null))
    throw new AppError("input_invalid", undefined, [
      { path: "/correction", message: "Say what was wrong with the one it corrects." },
    ]);
  const text = JSON.stringify(
    KpiPublication.parse({
      ...content,
      replaces: standing?.digest ?? null,
      correction,
      publishedAt: work.now.toISOString(),
    } satisfies KpiPublication),
  );
  const publicationId = randomUUID();
  const digest = digestOf(text);
  await insertPublication(work, {
    id: publicationId,
    contractId: id,
    year,
    text,
    digest,
    replaces,
  });
  await recordAudit(work, {
    action: replaces === null ? "publish-kpis" : "correct-kpi-publication",
    subjectKind: "kpi_publication",
    subjectId: publicationId,
    after: { contractId: id, year, digest, replaces },
  });
  const made = await findPublication(work, publicationId);
  if (made === undefined) throw new Error("What was just published is not there.");
  return summaryOf(made);
}

/** Withdraws one; the address goes on to say that it was there, and why it is not. */
export async function withdraw(
  work: Work,
  { publicationId, reason }: { readonly publicationId: string; readonly reason: string },
): Promise<void> {
  const known = await findPublication(work, publicationId);
  if (known === undefined) throw new AppError("not_found");
  if (!(await withdrawPublication(work, publicationId, reason)))
    throw new AppError("conflict", "It has been withdrawn already.");
  await recordAudit(work, {
    action: "withdraw-kpi-publication",
    subjectKind: "kpi_publication",
    subjectId: publicationId,
    after: { reason: await sealPersonal(work, subjectOf(work.actor), reason) },
  });
}

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Our publications, newest first. */
export async function listPublications(
  work: Work,
  {
    contractId,
    after,
    limit,
  }: Omit<Inputs["listPublications"], "limit"> & { readonly limit: number },
): Promise<Outputs["listPublications"]> {
  const [at, id] = after === undefined ? [null, ""] : decodeCursor(after, Cursor);
  const found = await readPublications(work, {
    contractId,
    after: at === null ? null : { at, id },
    most: limit + 1,
  });
  const { rows, next } = cutPage(found, limit, (one) => [one.publishedAt.toISOString(), one.id]);
  return { items: rows.map(summaryOf), next, can: { publish: may(work, "kpi.publish") } };
}

/** One publication for anybody, signed in or not. A withdrawn one is a stub: that it was there, and why it is not. */
export async function readPublication(
  context: ApiContext,
  publicationId: string,
): Promise<Outputs["readPublication"] & { readonly text: string | null }> {
  const found = await context.database.withActor({ organisationId: null, personId: null }, (tx) =>
    findOpenedPublication(tx, publicationId),
  );
  if (found === undefined) throw new AppError("not_found");
  const { withdrawn } = found;
  return {
    publication: withdrawn === null ? found.content : null,
    text: withdrawn === null ? found.text : null,
    year: found.year,
    digest: found.digest,
    withdrawn:
      withdrawn === null
        ? null
        : { on: withdrawn.at.toISOString().slice(0, 10), reason: withdrawn.reason },
    replacedBy: found.replacedBy,
  };
}
