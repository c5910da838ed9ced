/** The library of requirements as an organisation holds it. */
export { describeUse, sayValues } from "./describe-requirement.ts";
export { takeUp } from "./hold-requirement.ts";
export { openHouseLibrary, type HouseLibrary } from "./house-library.ts";
export { registerRequirementFiles } from "./requirement-files.ts";
export { requirementRoutes } from "./requirements.routes.ts";
export { listChanges } from "./show-requirement.ts";
export { keepReadable, readUses, type StoredUse } from "./uses.store.ts";
