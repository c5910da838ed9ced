/** Joins mail to the modules whose letters it carries; they import the mail module, so it cannot import them. */
import type { MailConcerns } from "./modules/mail/index.ts";

/** `secret` and `publicUrl` are what links and codes are made of. */
export function makeMailConcerns(_parts: {
  readonly secret: string;
  readonly publicUrl: string;
}): MailConcerns {
  return {
    // No module sends link and code yet.
    revealSecrets: () => Promise.resolve(null),
    mailBounced: () => Promise.resolve(),
  };
}
