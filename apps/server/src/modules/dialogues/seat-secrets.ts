/** Link and code of a seat. They open the door; the word that whoever sits there chose opens the place. */
import { deriveLink, type LinkParts, type LinkSecrets } from "../../platform/derive-link.ts";

/**
 * Derives link and code of one generation of a seat.
 *
 * @example deriveSeatSecrets({ secret, publicUrl: "https://hub.example" }, seatId, 1).link // "https://hub.example/seat#…"
 */
export function deriveSeatSecrets(
  parts: LinkParts,
  seatId: string,
  generation: number,
): LinkSecrets {
  return deriveLink(parts, { kind: "seat", page: "seat", id: seatId }, generation);
}
