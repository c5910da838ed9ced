/** Disclosures: the only door of the module. */
export { registerDisclosureFiles } from "./disclosure-files.ts";
export { toPlace } from "./disclosures.policy.ts";
export { disclosureRoutes } from "./disclosures.routes.ts";
export { linkStandingDisclosures } from "./link-standing-disclosures.ts";
export { takeDisclosure } from "./take-disclosure.ts";
export { brandsOfList, refuseImpossible, takeList } from "./take-list.ts";
export {
  findStandingOfRelease,
  readTakenFrom as listTakenFrom,
  wasTaken,
} from "./released.store.ts";
export { takeReleased, type LinkByKey, type ReleasedSite } from "./take-released.ts";
export { withdrawReleased } from "./withdraw-released.ts";
export { findProducts as findContractProducts, holdsContract } from "./disclosures.store.ts";
