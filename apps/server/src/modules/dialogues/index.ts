/** Programmes and series of dialogue: who talks with whom, to what end, who sits at the table, whether the channel is open. */
export {
  howItIsSaid,
  requireHost,
  requireOpenChannel,
  requireOpenSeries,
  requireSeeing,
  requireSitting,
  seesAt,
  type HowSaid,
} from "./require-sitting.ts";
export {
  readSittings,
  readStandingClosures,
  type SeatSees,
  type Sitting,
} from "./sittings.store.ts";
