/** Who may ask for an intake: whoever may read (or write) disclosures or the record; which of the two it takes the use case asks. */
import { permits } from "@throughline/domain";
import type { ApiContext, Work } from "../../platform/api.ts";
import { actAsAnswerer } from "../../platform/guest.ts";
import { permissionOf } from "./intakes.policy.ts";

/** Every role that has one of the two permissions has both but the guest, who has the record's; a token may have either. */
export function actOnIntakes<T>(
  context: ApiContext,
  act: "read" | "write",
  work: (work: Work) => Promise<T>,
): Promise<T> {
  const ofDisclosures = permissionOf("contract", act);
  const scopes = context.guest === null ? (context.caller?.scopes ?? null) : [];
  const { ok } = permits({ role: "owner", scopes }, ofDisclosures);
  return actAsAnswerer(context, ok ? ofDisclosures : permissionOf("record", act), work);
}
