/** Meetings of a series: planned, agenda, held, minutes confirmed, feedback. */
export { giveFeedback } from "./give-feedback.ts";
export { holdMeeting } from "./hold-meeting.ts";
export { addItems } from "./keep-agenda.ts";
export { sendMinutes } from "./keep-minutes.ts";
export { confirmFit, setPeople } from "./keep-people.ts";
export { selectMeetings } from "./list-meetings.ts";
export { registerMeetingFiles } from "./meeting-files.ts";
export { meetingRoutes } from "./meetings.routes.ts";
export { planMeeting } from "./plan-meeting.ts";
export { remindMeetings } from "./remind-meetings.ts";
export { replyToMinutes } from "./reply-to-minutes.ts";
