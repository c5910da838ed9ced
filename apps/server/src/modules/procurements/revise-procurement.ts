/** Changes what is recorded of a procurement, and removes one. */
import type { procurements } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { InferContractRouterInputs } from "@orpc/contract";
import type { Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import {
  changeProcurement,
  loadVersion,
  refuseUnless,
  requirePublisher,
} from "./change-procurement.ts";
import { describeWhole } from "./describe-for-audit.ts";
import { mayChangeInstances } from "./procurements.policy.ts";
import { deleteProcurement, readContractsOf } from "./procurements.store.ts";

type Inputs = InferContractRouterInputs<typeof procurements>;

const words: Readonly<Record<string, string>> = {
  ocid: "the ocid",
  noticeId: "the notice id",
  cpv: "the category",
  announcedOn: "the day of announcement",
  deadlineOn: "the deadline",
  expectedBidders: "who may bid",
  riskOverride: "the risk",
  hours: "the hours",
  frameworkId: "the framework",
};

/** What the market has been told stays as it was told; names, dates of ours, risk and hours can always be corrected. */
const toldToTheMarket = new Set(["procedure", "cpv", "value", "lots", "expectedBidders"]);

/** Changes the fields that are there and differ. A deadline may be moved while bids are out. */
export async function reviseProcurement(
  work: Work,
  { id, version, ...given }: Inputs["revise"],
): Promise<{ version: number }> {
  const loaded = await loadVersion(work, { id, version });
  const { ocid, noticeId, riskOverride, frameworkId, ...rest } = given;
  const changes = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => value !== undefined),
  ) as Partial<typeof loaded.facts>; // the contract's fields, without those left out
  const content = {
    facts: { ...loaded.facts, ...changes },
    ocid: ocid === undefined ? loaded.ocid : ocid,
    noticeId: noticeId === undefined ? loaded.noticeId : noticeId,
    riskOverride: riskOverride === undefined ? loaded.riskOverride : riskOverride,
    frameworkId: frameworkId === undefined ? loaded.frameworkId : frameworkId,
  };
  const before: Record<string, unknown> = { ...loaded.facts, ...loaded };
  const after: Record<string, unknown> = { ...content.facts, ...content };
  const fields = Object.keys(given).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
  if (fields.length === 0) return { version };
  if (!mayChangeInstances(loaded.facts.stage)) {
    const told = fields.find((field) => toldToTheMarket.has(field));
    refuseUnless(
      told === undefined,
      `It was published with ${words[told ?? ""] ?? `the ${told ?? ""}`}: take it back to drafting to correct the notice.`,
    );
  }
  return {
    version: await changeProcurement(work, loaded, {
      kind: "revise-procurement",
      about: { fields: fields.map((field) => words[field] ?? `the ${field}`).join("; ") },
      reason: given.riskOverride?.reason ?? null,
      content,
    }),
  };
}

/** Removes one that made no contract; the audit keeps what it was. */
export async function removeProcurement(
  work: Work,
  input: { readonly id: string; readonly version: number },
): Promise<void> {
  const loaded = await loadVersion(work, input);
  // What the market has seen, with what was let stand and by whom, is not for everybody who writes to destroy.
  if (loaded.facts.stage !== "drafting") requirePublisher(work);
  const contracts = await readContractsOf(work, [input.id]);
  if (contracts.length > 0)
    throw new AppError(
      "still_in_use",
      `${contracts.length === 1 ? "A contract" : `${contracts.length} contracts`} came of it.`,
    );
  if (!(await deleteProcurement(work, input.id, input.version))) throw new AppError("conflict");
  await recordAudit(work, {
    action: "remove-procurement",
    subjectKind: "procurement",
    subjectId: input.id,
    before: describeWhole(loaded),
  });
}
