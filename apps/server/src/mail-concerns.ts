/** Joins mail to the modules whose letters it carries; they import the mail module, so it cannot import them. */
import type { MailConcerns } from "./modules/mail/index.ts";

export const mailConcerns: MailConcerns = {
  // No module sends link and code yet.
  revealSecrets: () => Promise.resolve(null),
  mailBounced: () => Promise.resolve(),
};
