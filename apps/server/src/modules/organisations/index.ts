/** Organisations, their members and invitations: the only door. */
export { createOrganisation, type NewOrganisation } from "./create-organisation.ts";
export { listMemberNames, type NewMember } from "./members.store.ts";
export { openFirstOrganisation } from "./open-first-organisation.ts";
export { organisationRoutes } from "./organisations.routes.ts";
export { listMemberships, type MembershipRow } from "./organisations.store.ts";
