export { countMails } from "./count-mails.ts";
export type { MailConcerns } from "./mail-concerns.ts";
export { registerMailFiles } from "./mail-files.ts";
export type { MailPart } from "./mail.policy.ts";
export { makeMailRoutes } from "./mail.routes.ts";
export { openMailer, type Mailer } from "./open-mailer.ts";
export { queueMail } from "./queue-mail.ts";
export { sendMail } from "./send-mail.ts";
