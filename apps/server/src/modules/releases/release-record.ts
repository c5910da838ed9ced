/** Releases: an immutable copy with a share code, given to the requester at once where it answers a request. */
import { createHash, randomUUID } from "node:crypto";
import type { ReleaseInput } from "@throughline/contract";
import { AppError, ReleaseSnapshot } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { noteRelease } from "../answering/index.ts";
import { prepareRelease } from "./prepare-release.ts";
import { insertRelease, lockReleases, markSuperseded } from "./releases.store.ts";
import { makeShareCode, printShareCode } from "./share-code.ts";
import { writeCanonicalJson } from "./write-canonical-json.ts";

/** A code that is taken is as good as never met; a few tries are more than enough. */
const codeTries = 5;
/** More sites than this are received where long work is done. */
const manySites = 1000;

/** @throws AppError as {@link prepareRelease}, `release_names_masked`, `input_invalid` (nothing to release). */
export async function releaseRecord(
  work: Work,
  input: ReleaseInput,
): Promise<{ releaseId: string; code: string }> {
  await lockReleases(work);
  const prepared = await prepareRelease(work, input);
  const { snapshot, delivery, refusals } = prepared;
  if (refusals.length > 0)
    throw new AppError(
      "release_names_masked",
      refusals[0]?.text,
      refusals.map(({ text }) => ({ path: "/maskSiteIds", message: text })),
    );
  const { sites, products, answers } = snapshot.content;
  if (sites.length + products.length + answers.length === 0)
    throw new AppError("input_invalid", "There is nothing to release yet.", [
      { path: "/productIds", message: "The record holds no site, product or answer of these." },
    ]);
  const releaseId = randomUUID();
  const text = writeCanonicalJson(ReleaseSnapshot.parse(snapshot));
  const digest = createHash("sha256").update(text).digest("hex");
  const code = await keepUnderCode(work, {
    id: releaseId,
    deliveryId: delivery?.id ?? null,
    recipientId: delivery?.requesterId ?? null,
    recipientName: prepared.recipientName,
    productIds: input.productIds,
    snapshot,
    text,
    digest,
  });
  await markSuperseded(work, prepared.lineage, releaseId);
  await recordAudit(work, {
    action: "release-record",
    subjectKind: "release",
    subjectId: releaseId,
    after: {
      deliveryId: delivery?.id ?? null,
      number: snapshot.number,
      digest,
      asOf: snapshot.asOf,
      expiresOn: snapshot.expiresOn,
      sites: sites.length,
      masked: sites.filter(({ masked }) => masked !== null).length,
      products: products.length,
      answers: answers.length,
    },
  });
  if (delivery !== null) {
    await noteRelease(work, delivery.id);
    await work.enqueue(
      "receive-release",
      { releaseId },
      {
        organisationId: delivery.requesterId,
        singletonKey: releaseId,
        // Placing thousands of sites takes minutes.
        ...(sites.length > manySites ? { lane: "long" } : {}),
      },
    );
  }
  return { releaseId, code: printShareCode(code) };
}

async function keepUnderCode(
  work: Work,
  release: Parameters<typeof insertRelease>[1],
): Promise<string> {
  for (let tried = 0; tried < codeTries; tried += 1) {
    const code = makeShareCode();
    if (await insertRelease(work, release, code)) return code;
  }
  throw new Error("No free share code was found.");
}
