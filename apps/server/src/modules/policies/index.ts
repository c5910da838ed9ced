/** The policy of an organisation as a decision table over time. */
export { addRow } from "./add-row.ts";
export { askPolicy, openPolicy } from "./ask-policy.ts";
export { changeRow } from "./change-row.ts";
export { describeAsked } from "./describe-row.ts";
export { listNoticesToGive } from "./notices.store.ts";
export { showRow } from "./list-rows.ts";
export { policyRoutes } from "./policies.routes.ts";
export { registerPolicyFiles } from "./policy-files.ts";
export { weighRisk } from "./weigh-risk.ts";
