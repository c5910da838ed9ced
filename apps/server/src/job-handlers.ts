/** Every kind of job joined to its module; a kind of the catalogue without a handler does not compile. */
import { makeMailConcerns } from "./mail-concerns.ts";
import { settleChannelsDaily } from "./modules/dialogues/index.ts";
import { remindDuties } from "./modules/duties/index.ts";
import {
  checkIntake,
  clearIntake,
  decideMany,
  placeIntake,
  readIntake,
} from "./modules/intakes/index.ts";
import { sendMail, type Mailer } from "./modules/mail/index.ts";
import { remindMeetings } from "./modules/meetings/index.ts";
import { dropWithdrawnRelease, receiveRelease } from "./modules/releases/index.ts";
import { remindWhenDue } from "./modules/requests/index.ts";
import { registerJob, registerLongJob, type JobHandlers } from "./platform/jobs/job-handlers.ts";

/** What jobs reach of the world outside the database. */
export interface JobOutside {
  /** `null`: no SMTP server is set up. */
  readonly mailer: Mailer | null;
  readonly publicUrl: string;
  /** What links and codes are derived from. */
  readonly secret: string;
}

export function makeJobHandlers(outside: JobOutside): JobHandlers {
  const { mailer, publicUrl } = outside;
  const host = new URL(publicUrl).hostname;
  const concerns = makeMailConcerns(outside);
  return {
    "send-mail": registerLongJob("send-mail", (job) => sendMail(job, { mailer, host, concerns })),
    "remind-duties": registerJob("remind-duties", remindDuties),
    "settle-channels": registerJob("settle-channels", settleChannelsDaily),
    "remind-meetings": registerJob("remind-meetings", (work) =>
      remindMeetings(work, { publicUrl }),
    ),
    "remind-request": registerJob("remind-request", remindWhenDue),
    "read-intake": registerLongJob("read-intake", readIntake),
    "check-intake": registerLongJob("check-intake", checkIntake),
    "decide-intake": registerLongJob("decide-intake", decideMany),
    "take-intake": registerLongJob("take-intake", placeIntake),
    "clear-intake": registerLongJob("clear-intake", clearIntake),
    "receive-release": registerJob("receive-release", receiveRelease),
    "drop-withdrawn-release": registerJob("drop-withdrawn-release", dropWithdrawnRelease),
  };
}
