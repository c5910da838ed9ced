/** A mail to the addressee of a delivery about what became of the request; nobody is told where no address is known. */
import type { Work } from "../../platform/api.ts";
import { queueMail } from "../mail/index.ts";
import { findMailAddress, type DeliveryRow } from "./deliveries.store.ts";
import type { MailWords, Told } from "./mail-words.en.ts";

export async function tellAddressee(
  work: Work,
  delivery: DeliveryRow,
  kind: "extension" | "withdrawal",
  words: (told: Told) => MailWords,
): Promise<string | null> {
  if (delivery.to_address === null) return null;
  const known = await findMailAddress(work.tx, work.actor.organisationId, delivery.id);
  return queueMail(work, {
    kind,
    toAddress: known ?? delivery.to_address,
    toName: delivery.to_name,
    ...words({
      requester: delivery.content.requester.name,
      subject: delivery.content.subject,
      dueOn: delivery.due_on,
      expiresOn: delivery.expires_on,
    }),
    deliveryId: delivery.id,
  });
}
