/** Duties: what the conditions of our contracts make due, and what people recorded of it. */
export { registerDutyFiles } from "./duty-files.ts";
export { dutyRoutes } from "./duties.routes.ts";
export { findEventOfRecognition } from "./duties.store.ts";
export { gatherDuties } from "./gather-duties.ts";
export { keepEvent, recordEvents, setOwner, takeBackEvent } from "./record-events.ts";
export { planReminders, remindDuties } from "./remind-duties.ts";
