/** Joins mail to the modules whose letters it carries; they import the mail module, so it cannot import them. */
import type { MailConcerns } from "./modules/mail/index.ts";
import { revealSeatOfMail } from "./modules/dialogues/index.ts";
import { revealInvitation } from "./modules/forums/index.ts";
import { may } from "./platform/api.ts";
import { noteBounce, revealSecrets } from "./modules/requests/index.ts";

/** `secret` and `publicUrl` are what links and codes are made of. */
export function makeMailConcerns(parts: {
  readonly secret: string;
  readonly publicUrl: string;
}): MailConcerns {
  return {
    revealSecrets: async (work, { id, deliveryId }) => {
      if (deliveryId !== null) return revealSecrets(work, deliveryId, parts);
      // Links of seats and boards are shown to whoever could have them shown there: a token for requests is none.
      if (work.actor.role !== "system" && !may(work, "dialogue.write")) return null;
      return (await revealSeatOfMail(work, id, parts)) ?? revealInvitation(work, id, parts);
    },
    mailBounced: (work, { deliveryId }, reason) => noteBounce(work, deliveryId, reason),
  };
}
