/** Programmes and series of dialogue: who talks with whom, to what end, who sits at the table, whether the channel is open. */
export { describeSeries } from "./describe-series.ts";
export { registerDialogueFiles } from "./dialogue-files.ts";
export { dialogueRoutes } from "./dialogues.routes.ts";
export { createSeries } from "./keep-series.ts";
export { carrySeatLink, findCounterpartMailbox, revealSeatOfMail } from "./keep-seats.ts";
export { offerSeat } from "./offer-seat.ts";
export { deriveSeatSecrets } from "./seat-secrets.ts";
export { howToOpen } from "./seat-words.en.ts";
export { findSeatToClaim } from "./links.store.ts";
export { findOpenedSeat, sitByAccount } from "./seats.store.ts";
export { settleChannels, settleChannelsDaily } from "./settle-channels.ts";
export { describeChannel } from "./show-series.ts";
export { refuseOtherSidesPeople, takeOpenedSeat } from "./take-seat.ts";
export {
  howItIsSaid,
  requireHost,
  requireOpenChannel,
  requireOpenSeries,
  requireSeeing,
  seesAt,
} from "./require-sitting.ts";
export {
  readSittings,
  readStandingClosures,
  type SeatSees,
  type Sitting,
} from "./sittings.store.ts";
export { saveLesson } from "./keep-lessons.ts";
export { saveThread } from "./keep-threads.ts";
export { agreeAim, sayAim } from "./say-aims.ts";
