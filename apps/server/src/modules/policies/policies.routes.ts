/** Joins the policy endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { addRow } from "./add-row.ts";
import { changeRow } from "./change-row.ts";
import { checkPolicy } from "./check-policy.ts";
import { describePolicy, showPolicy } from "./describe-policy.ts";
import { endRow, removeRow } from "./end-row.ts";
import { listRows, showRow } from "./list-rows.ts";
import { showScaleUp, tryOut } from "./try-out.ts";

export const policyRoutes = {
  get: api.policies.get.handler(({ context }) => act(context, "requirement.read", showPolicy)),
  describe: api.policies.describe.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => describePolicy(work, input)),
  ),
  listRows: api.policies.listRows.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => listRows(work, input)),
  ),
  getRow: api.policies.getRow.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => showRow(work, input.id)),
  ),
  addRow: api.policies.addRow.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => addRow(work, input)),
  ),
  changeRow: api.policies.changeRow.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => changeRow(work, input)),
  ),
  endRow: api.policies.endRow.handler(({ input, context }) =>
    act(context, "requirement.write", (work) => endRow(work, input)),
  ),
  removeRow: api.policies.removeRow.handler(({ input, context }) =>
    act(context, "requirement.write", async (work) => {
      await removeRow(work, input);
      return { done: true } as const;
    }),
  ),
  tryOut: api.policies.tryOut.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => tryOut(work, input)),
  ),
  check: api.policies.check.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => checkPolicy(work, input)),
  ),
  scaleUp: api.policies.scaleUp.handler(({ input, context }) =>
    act(context, "requirement.read", (work) => showScaleUp(work, input)),
  ),
};
