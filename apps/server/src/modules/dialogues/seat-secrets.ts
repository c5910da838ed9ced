/** Link and code of a seat. They open the door; the word that whoever sits there chose opens the place. */
import type { IsoDate } from "@throughline/domain";
import { isoDate, type Work } from "../../platform/api.ts";
import { deriveLink, type LinkParts, type LinkSecrets } from "../../platform/derive-link.ts";

/** A dialogue goes on for years; a link of which nothing was heard for so long is asked for anew. */
const linkDays = 400;

/** Until when a link works that is sent today. */
export function expiryFrom({ now }: Pick<Work, "now">): IsoDate {
  return isoDate(new Date(now.getTime() + linkDays * 86_400_000));
}

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
