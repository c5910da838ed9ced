/** Who gets a letter about a meeting: role mailboxes first, one letter an address. Pure. */
import type { DialogueSide, IsoDate } from "@throughline/domain";
import type { SeatSees } from "../dialogues/index.ts";
import { sayOfMeeting } from "./meeting-sentences.ts";
import type { PersonRow } from "./people.store.ts";
import type { SeatMailbox } from "./table.store.ts";

export interface Recipient {
  readonly name: string;
  readonly address: string;
  readonly side: DialogueSide;
  /** The seat whose role mailbox this is: its link stands in the letter, until it opens nothing. */
  readonly seat: { readonly id: string; readonly expiresOn: IsoDate } | null;
}

export interface Recipients {
  readonly to: readonly Recipient[];
  /** Who gets nothing, and why, in sentences. */
  readonly without: readonly string[];
}

/**
 * The counterpart's mailbox and people, then joint buyers that see what is sent, then our own people; where none of ours
 * has an address, whoever sends it.
 *
 * @param wanted all that a joint buyer must see to get it
 */
export function chooseRecipients(
  parts: {
    readonly mailboxes: readonly SeatMailbox[];
    readonly people: readonly PersonRow[];
    readonly sender: { readonly name: string; readonly address: string } | null;
  },
  wanted: readonly SeatSees[],
): Recipients {
  const to = new Map<string, Recipient>();
  const without: string[] = [];
  const add = (recipient: Recipient): void => {
    const key = recipient.address.toLowerCase();
    if (!to.has(key)) to.set(key, recipient);
  };
  for (const { seatId, name, address, expiresOn, side, kind, sees } of parts.mailboxes) {
    if (kind === "joint" && !wanted.every((one) => sees.includes(one)))
      without.push(sayOfMeeting("without.not_shown", { name }).text);
    else if (address === null) without.push(sayOfMeeting("without.seat", { name }).text);
    else add({ name, address, side, seat: expiresOn === null ? null : { id: seatId, expiresOn } });
  }
  const answered = new Set(parts.people.flatMap(({ answersId }) => answersId ?? []));
  let ours = 0;
  for (const { id, side, mine, name, roleTitle, address, fit } of parts.people) {
    if (answered.has(id) || fit === "not_the_right_one") continue;
    if (address === null)
      without.push(sayOfMeeting("without.person", { role: name ?? roleTitle }).text);
    else {
      if (mine && side === "buyers") ours += 1;
      add({ name: name ?? roleTitle, address, side, seat: null });
    }
  }
  if (ours === 0 && parts.sender !== null) add({ ...parts.sender, side: "buyers", seat: null });
  return { to: [...to.values()], without };
}
