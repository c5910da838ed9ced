/** What mail needs from the modules whose letters it carries. Given at the composition root: those modules import this one. */
import type { Work } from "../../platform/api.ts";
import type { Secrets } from "./mail.policy.ts";

export interface MailConcerns {
  /**
   * Link and code of the delivery a mail belongs to; without a delivery, of whatever else was invited by this very mail.
   * `null` when it was withdrawn, has expired, or has none.
   */
  revealSecrets(
    work: Work,
    mail: { readonly id: string; readonly deliveryId: string | null },
  ): Promise<Secrets | null>;
  /** A mail of the delivery came back, with what the receiving server said. */
  mailBounced(
    work: Work,
    mail: { readonly id: string; readonly deliveryId: string },
    reason: string,
  ): Promise<void>;
}
