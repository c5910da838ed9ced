/** Every kind of job joined to its module; a kind of the catalogue without a handler does not compile. */
import { mailConcerns } from "./mail-concerns.ts";
import { sendMail, type Mailer } from "./modules/mail/index.ts";
import { registerLongJob, type JobHandlers } from "./platform/jobs/job-handlers.ts";

/** What jobs reach of the world outside the database. */
export interface JobOutside {
  /** `null`: no SMTP server is set up. */
  readonly mailer: Mailer | null;
  readonly publicUrl: string;
}

export function makeJobHandlers({ mailer, publicUrl }: JobOutside): JobHandlers {
  const host = new URL(publicUrl).hostname;
  return {
    "send-mail": registerLongJob("send-mail", (job) =>
      sendMail(job, { mailer, host, concerns: mailConcerns }),
    ),
  };
}
