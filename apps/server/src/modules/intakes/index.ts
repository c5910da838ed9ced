/** Lists on their way in: the only door of the module. */
export { checkIntake } from "./check-intake.ts";
export { clearIntake } from "./clear-intake.ts";
export { decideMany } from "./decide-many.ts";
export { registerIntakeFiles } from "./intake-files.ts";
export { intakeRoutes } from "./intakes.routes.ts";
export { placeIntake } from "./place-intake.ts";
export { readIntake } from "./read-intake.ts";
export { startIntake } from "./start-intake.ts";
