/** Commitments of both sides and obstacles in the chain, at tables at which we sit. */
export { registerCommitmentFiles } from "./commitment-files.ts";
export { commitmentRoutes } from "./commitments.routes.ts";
export { shareDrafts } from "./commitments.store.ts";
export { gatherCommitments } from "./gather-commitments.ts";
export { selectObstacles } from "./list-obstacles.ts";
export { makeCommitment } from "./make-commitment.ts";
export { reportObstacle } from "./report-obstacle.ts";
export { sayOfCommitment } from "./say-of-commitment.ts";
