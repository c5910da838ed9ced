/** Disclosures: the only door of the module. */
export { registerDisclosureFiles } from "./disclosure-files.ts";
export { disclosureRoutes } from "./disclosures.routes.ts";
export { linkStandingDisclosures } from "./link-standing-disclosures.ts";
export { takeDisclosure } from "./take-disclosure.ts";
