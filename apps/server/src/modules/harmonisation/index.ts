/** Harmonisation: buyers who opted in lay side by side how each asks a requirement, and count each other's follow-up. */
export { commentOn, listProposals, proposeCore, putOut } from "./discuss-proposals.ts";
export { registerHarmonisationFiles } from "./harmonisation-files.ts";
export { harmonisationRoutes } from "./harmonisation.routes.ts";
export { conveneGroup, inviteByCode, joinGroup, listGroups } from "./keep-groups.ts";
export { listFollowUps, shareFollowUp } from "./share-follow-ups.ts";
export { shareInstances } from "./share-instances.ts";
