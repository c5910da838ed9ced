/** Begins a procurement. */
import { randomUUID } from "node:crypto";
import type { ProcurementInput } from "@throughline/contract";
import type { ProcurementFacts } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { settleChannels } from "../dialogues/index.ts";
import { requireSound, type ActKind } from "./change-procurement.ts";
import { describeWhole } from "./describe-for-audit.ts";
import { insertAct } from "./procurement-acts.store.ts";
import { insertProcurement, type ProcurementContent } from "./procurements.store.ts";

/** Begins it as a draft with what is known. */
export async function createProcurement(
  work: Work,
  input: ProcurementInput,
  more: { readonly invented?: boolean } = {},
): Promise<{ id: string }> {
  const { ocid, noticeId, riskOverride, frameworkId, instances, ...said } = input;
  const facts: ProcurementFacts = {
    ...said,
    id: "",
    stage: "drafting",
    publishedOn: null,
    awardedOn: null,
    risk: riskOverride?.level ?? "unknown",
    instances: instances.map((instance) => ({ ...instance, id: randomUUID() })),
    promises: [],
  };
  const content = { facts, ocid, noticeId, riskOverride, frameworkId };
  return { id: await keepNew(work, content, "create-procurement", {}, more) };
}

/** Keeps a procurement that was not there, with its first act and audit entry. */
export async function keepNew(
  work: Work,
  content: ProcurementContent,
  kind: ActKind,
  about: Record<string, string | number | null>,
  more: { readonly invented?: boolean; readonly notice?: unknown } = {},
): Promise<string> {
  await requireSound(work, null, content, null);
  const id = await insertProcurement(work, content, more);
  await insertAct(work, { procurementId: id, kind, about, before: null, versionAfter: 1 });
  await recordAudit(work, {
    action: kind,
    subjectKind: "procurement",
    subjectId: id,
    after: describeWhole(content),
  });
  // One that is read from elsewhere may be live already.
  if (content.facts.stage !== "drafting") await settleChannels(work);
  return id;
}
