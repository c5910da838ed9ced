/**
 * The dialogue engine: what becomes of meetings and promises between buyers and one supplier, reseller or brand.
 *
 * Vocabulary
 * - side: the buyers, or the counterpart. Each speaks for itself; neither confirms what it put forward itself.
 * - act: what one side said of a commitment. Acts are never changed; how a commitment stands is folded from them.
 * - standing (of a commitment): its state on a day, the date in force, the date first agreed, its slips, whose turn it is.
 * - slip: a date that both agreed and one side moved to a later day. Kept whether or not the other side said yes.
 * - kept: done by the date first agreed, with something that shows it or the other side's word; kept late: after it.
 * - cadence: months between meetings as agreed; it lapses when none was held by then.
 * - lead time (of an agenda): days before the meeting by which it leaves.
 * - focus: the one or two issues of a meeting. What does not fit is kept for next time, with the reason.
 * - what we owe: breaks only we can mend; told apart from what the counterpart can do something about.
 * - question pack: questions on one subject, each with why it is asked and what a good answer holds.
 * - channel: talking to one firm alone. It closes while a procurement on the subject is live.
 * - figure (of a programme): a number that comes out of records, with the ids behind it.
 */
export { canAct, type ActVerdict } from "./commitments/can-act.ts";
export {
  countCommitments,
  type CommitmentCounts,
  type CountedPeriod,
} from "./commitments/count-commitments.ts";
export type { Proposal, Slip } from "./commitments/fold-acts.ts";
export {
  sayAskedToMove,
  standingOf,
  type CommitmentStanding,
  type SideNames,
} from "./commitments/standing-of.ts";
export { draftAgenda, type AgendaDraft } from "./agenda/draft-agenda.ts";
export type {
  AgendaInput,
  AgendaLine,
  AgendaProposal,
  AgendaTheme,
  EndingEvidence,
  FreeTopic,
  OpenRequest,
} from "./agenda/agenda-proposal.ts";
export type { OwnDebt } from "./agenda/propose-from-line.ts";
export { channelOf, type Channel, type ChannelProcurement } from "./channel/channel-of.ts";
export { watchCadence, type Cadence } from "./meetings/watch-cadence.ts";
export {
  agendaTiming,
  minutesDueDays,
  minutesLag,
  type AgendaTiming,
  type MinutesLag,
} from "./meetings/time-papers.ts";
export { findPack, questionPacks } from "./packs/list-packs.ts";
export {
  questionPackKeys,
  type PackQuestion,
  type QuestionPack,
  type QuestionPackKey,
} from "./packs/question-pack.ts";
export {
  programmeFigures,
  type FeedbackFact,
  type Figure,
  type Measure,
  type ObstacleFact,
  type ProgrammeFacts,
  type ProgrammeFigures,
  type ThreadFact,
} from "./programme/programme-figures.ts";
export { knowMeeting } from "./meetings/know-meeting.ts";
