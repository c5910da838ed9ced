/** Joins the procurement endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { applyFixes } from "./apply-fixes.ts";
import { awardProcurement } from "./award-procurement.ts";
import {
  addInstances,
  removeInstance,
  reorderInstances,
  reviseInstance,
} from "./change-instances.ts";
import { createProcurement } from "./create-procurement.ts";
import { listActs, undoAct } from "./list-acts.ts";
import { listProcurements } from "./list-procurements.ts";
import { moveProcurement, publishProcurement } from "./publish-procurement.ts";
import { removeProcurement, reviseProcurement } from "./revise-procurement.ts";
import { setPromises } from "./set-promises.ts";
import { showProcurement } from "./show-procurement.ts";
import { takeFromPolicy } from "./take-from-policy.ts";
import { takeNotices } from "./take-notices.ts";
import { waiveFinding, withdrawWaiver } from "./waive-finding.ts";

const done = { done: true } as const;

export const procurementRoutes = {
  list: api.procurements.list.handler(({ input, context }) =>
    act(context, "procurement.read", (work) => listProcurements(work, input)),
  ),
  get: api.procurements.get.handler(({ input, context }) =>
    act(context, "procurement.read", (work) => showProcurement(work, input.id)),
  ),
  create: api.procurements.create.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => createProcurement(work, input)),
  ),
  revise: api.procurements.revise.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => reviseProcurement(work, input)),
  ),
  remove: api.procurements.remove.handler(({ input, context }) =>
    act(context, "procurement.write", async (work) => {
      await removeProcurement(work, input);
      return done;
    }),
  ),
  addInstances: api.procurements.addInstances.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => addInstances(work, input)),
  ),
  reviseInstance: api.procurements.reviseInstance.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => reviseInstance(work, input)),
  ),
  removeInstance: api.procurements.removeInstance.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => removeInstance(work, input)),
  ),
  reorderInstances: api.procurements.reorderInstances.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => reorderInstances(work, input)),
  ),
  takeFromPolicy: api.procurements.takeFromPolicy.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => takeFromPolicy(work, input)),
  ),
  applyFixes: api.procurements.applyFixes.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => applyFixes(work, input)),
  ),
  waive: api.procurements.waive.handler(({ input, context }) =>
    act(context, "procurement.publish", (work) => waiveFinding(work, input)),
  ),
  withdrawWaiver: api.procurements.withdrawWaiver.handler(({ input, context }) =>
    act(context, "procurement.publish", async (work) => {
      await withdrawWaiver(work, input);
      return done;
    }),
  ),
  publish: api.procurements.publish.handler(({ input, context }) =>
    act(context, "procurement.publish", (work) => publishProcurement(work, input)),
  ),
  moveOn: api.procurements.moveOn.handler(({ input, context }) =>
    act(context, "procurement.publish", (work) => moveProcurement(work, input)),
  ),
  setPromises: api.procurements.setPromises.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => setPromises(work, input)),
  ),
  award: api.procurements.award.handler(({ input, context }) =>
    act(context, "procurement.publish", (work) => awardProcurement(work, input)),
  ),
  listActs: api.procurements.listActs.handler(({ input, context }) =>
    act(context, "procurement.read", (work) => listActs(work, input)),
  ),
  undo: api.procurements.undo.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => undoAct(work, input)),
  ),
  takeNotices: api.procurements.takeNotices.handler(({ input, context }) =>
    act(context, "procurement.write", (work) => takeNotices(work, input)),
  ),
};
