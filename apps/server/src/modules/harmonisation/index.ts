/** Harmonisation: buyers who opted in lay side by side how each asks a requirement, and count each other's follow-up. */
export { registerHarmonisationFiles } from "./harmonisation-files.ts";
export { harmonisationRoutes } from "./harmonisation.routes.ts";
