/** Organisations, their members and invitations: the only door. */
export { claimWorkspace, layWorkspace } from "./claim-workspace.ts";
export { createOrganisation } from "./create-organisation.ts";
export { hasMembers, listMemberNames } from "./members.store.ts";
export { openFirstOrganisation } from "./open-first-organisation.ts";
export { organisationRoutes } from "./organisations.routes.ts";
export { findOrganisation, listMemberships } from "./organisations.store.ts";
