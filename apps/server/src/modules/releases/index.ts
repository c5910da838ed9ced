/** Releases: immutable copies of a record, each for one recipient, under a share code. */
export { listReleasesOfSupplier } from "./list-releases.ts";
export { dropWithdrawnRelease, receiveRelease } from "./receive-release.ts";
export { registerReleaseFiles } from "./release-files.ts";
export { releaseRecord } from "./release-record.ts";
export { recordReleaseRoutes, releaseRoutes } from "./releases.routes.ts";
