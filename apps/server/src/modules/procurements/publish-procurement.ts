/** The gate before publishing, and the other moves from stage to stage. */
import type { procurements } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import type { Work } from "../../platform/api.ts";
import { align, isBlocking } from "./align.ts";
import { changeProcurement, loadVersion, refuseUnless } from "./change-procurement.ts";
import { mayMove, needsReason } from "./procurements.policy.ts";

type Inputs = InferContractRouterInputs<typeof procurements>;
type Outputs = InferContractRouterOutputs<typeof procurements>;

/** Records publication. Aligned as it would be published: with that deadline, on that day. */
export async function publishProcurement(
  work: Work,
  input: Inputs["publish"],
): Promise<Outputs["publish"]> {
  const loaded = await loadVersion(work, input);
  refuseUnless(
    loaded.facts.stage === "drafting",
    "It is published already. Take it back to drafting for a corrected notice.",
  );
  if (input.publishedOn > work.today)
    throw new AppError("date_in_future", "Publication is recorded once it has happened.", [
      { path: "/publishedOn", message: "Give today's date or an earlier one." },
    ]);
  const facts = {
    ...loaded.facts,
    publishedOn: input.publishedOn,
    deadlineOn: input.deadlineOn === undefined ? loaded.facts.deadlineOn : input.deadlineOn,
  };
  const { alignment } = await align(work, { ...loaded, facts });
  const blocking = alignment.findings.filter(
    (finding) => isBlocking(finding) && finding.waiver === null,
  );
  const gate = blocking.length === 0 ? "open" : "closed";
  if (input.dryRun === true) return { version: loaded.version, done: false, gate, blocking };
  if (gate === "closed")
    throw new AppError(
      "alignment_open",
      blocking.length === 1
        ? "One blocking mismatch is neither mended nor waived."
        : `${blocking.length} blocking mismatches are neither mended nor waived.`,
      blocking.map(({ key, sentence }) => ({ path: `/findings/${key}`, message: sentence.text })),
    );
  const version = await changeProcurement(work, loaded, {
    kind: "publish-procurement",
    about: { on: input.publishedOn },
    content: {
      ...loaded,
      facts: { ...facts, stage: "published" },
      ocid: input.ocid === undefined ? loaded.ocid : input.ocid,
      noticeId: input.noticeId === undefined ? loaded.noticeId : input.noticeId,
    },
  });
  return { version, done: true, gate, blocking: [] };
}

/** Moves it on, or back with a reason. */
export async function moveProcurement(
  work: Work,
  input: Inputs["moveOn"],
): Promise<{ version: number }> {
  const loaded = await loadVersion(work, input);
  const { stage } = loaded.facts;
  refuseUnless(mayMove(stage, input.stage), `From “${stage}” it does not go to “${input.stage}”.`);
  if (needsReason(stage, input.stage) && input.reason === null)
    throw new AppError("input_invalid", "Say why.", [
      { path: "/reason", message: "Bidders will ask: say why it goes back, or is given up." },
    ]);
  const facts =
    input.stage === "drafting"
      ? { ...loaded.facts, stage: input.stage, publishedOn: null }
      : { ...loaded.facts, stage: input.stage };
  return {
    version: await changeProcurement(work, loaded, {
      kind: "move-procurement",
      about: { stage: input.stage },
      reason: input.reason,
      content: { ...loaded, facts },
    }),
  };
}
