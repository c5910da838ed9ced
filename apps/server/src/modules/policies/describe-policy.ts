/** The policy itself: its name, currency and promised notice, and when anything changes in it. */
import type { policies } from "@throughline/contract";
import { AppError } from "@throughline/domain";
import { compilePolicy, listTurningDays } from "@throughline/requirements";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { may, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { engineRow, stateOn } from "./describe-row.ts";
import { ensureHead, readAllRows, readHead, updateHead } from "./policies.store.ts";

type Outputs = InferContractRouterOutputs<typeof policies>;
type Inputs = InferContractRouterInputs<typeof policies>;

/** Shows the policy; one that nobody described yet has a name and currency by default. */
export async function showPolicy(work: Work): Promise<Outputs["get"]> {
  const head = await readHead(work);
  const rows = await readAllRows(work);
  const days = listTurningDays(compilePolicy(rows.map(engineRow), () => undefined));
  const count = (state: "in_force" | "future" | "ended"): number =>
    rows.filter((row) => stateOn(row, work.today) === state).length;
  return {
    ...head,
    days,
    counts: { inForce: count("in_force"), future: count("future"), ended: count("ended") },
    can: { write: may(work, "requirement.write") },
  };
}

/** Names the policy. The currency stays while rows count in it. */
export async function describePolicy(
  work: Work,
  input: Inputs["describe"],
): Promise<{ version: number }> {
  await ensureHead(work);
  const before = await readHead(work);
  if (input.currency !== before.currency) {
    const counted = (await readAllRows(work)).some(
      ({ when }) => when.valueFrom !== null || when.valueTo !== null,
    );
    if (counted)
      throw new AppError("still_in_use", `Rows count in ${before.currency}.`, [
        { path: "/currency", message: "Change or end the rows with a value first." },
      ]);
  }
  // Version 0 is what is shown before there is a row; its first row has version 1.
  const version = await updateHead(work, {
    ...input,
    version: input.version === 0 ? 1 : input.version,
  });
  if (version === undefined) throw new AppError("conflict");
  await recordAudit(work, {
    action: "describe-policy",
    subjectKind: "policy",
    subjectId: work.actor.organisationId,
    before,
    after: input,
  });
  return { version };
}
