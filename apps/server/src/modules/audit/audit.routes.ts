/** Joins the audit's endpoints to their use cases. */
import { act, api } from "../../platform/api.ts";
import { verifyChain } from "../../platform/seal-audit.ts";
import { listAudit } from "./list-audit.ts";

export const auditRoutes = {
  listAudit: api.organisations.listAudit.handler(({ input, context }) =>
    act(context, "audit.read", (work) => listAudit(work, input)),
  ),
  verifyAudit: api.organisations.verifyAudit.handler(({ context }) =>
    act(context, "audit.read", (work) => verifyChain(work.tx, work.actor.organisationId)),
  ),
};
