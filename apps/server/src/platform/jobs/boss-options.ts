/** How the queue library is set up, wherever it is opened: it makes no tables and works for the schema `jobs`. */
import type { Clock, ConstructorOptions } from "pg-boss";

/** Lanes of the queue; the migration makes them. `dead` holds what failed for good. */
export const lanes = ["quick", "long"] as const;
export type Lane = (typeof lanes)[number];

/**
 * A worker that gave no sign of life for this long has lost its jobs. It says so three times as often, between two
 * steps of a job: a step that computes for longer than this without a pause is begun again by another worker.
 */
export const heartbeatSeconds = 30;
/** How often the silent are looked for. */
export const superviseSeconds = 5;
/** A run that takes longer is taken for hung and tried again. */
export const longestRunSeconds: Readonly<Record<Lane, number>> = { quick: 300, long: 21_600 };

export const bossOptions: ConstructorOptions = {
  schema: "jobs",
  migrate: false,
  createSchema: false,
  schedule: false,
  supervise: false,
  // The login role owns no table: rebuilding an index is the owner's.
  reindex: false,
  monitorVacuum: false,
};

/** A clock whose timers never ring: for an instance that only sends, or is asked once. */
export const stillClock: Clock = {
  now: () => Date.now(),
  setTimeout: () => null,
  clearTimeout: () => undefined,
  setInterval: () => null,
  clearInterval: () => undefined,
};
