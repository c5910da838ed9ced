/** Link and code of a delivery. */
import { deriveLink, type LinkParts, type LinkSecrets } from "../../platform/derive-link.ts";

export { codeAlphabet, type LinkParts, type LinkSecrets } from "../../platform/derive-link.ts";

/**
 * Derives link and code of one generation of a delivery.
 *
 * @example deriveSecrets({ secret, publicUrl: "https://hub.example" }, deliveryId, 1).link // "https://hub.example/answer#…"
 */
export function deriveSecrets(
  parts: LinkParts,
  deliveryId: string,
  generation: number,
): LinkSecrets {
  return deriveLink(parts, { kind: "request", page: "answer", id: deliveryId }, generation);
}
