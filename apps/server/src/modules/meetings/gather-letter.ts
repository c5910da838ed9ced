/** A letter about a meeting: its papers, and who gets it. Whoever hosts the series writes it. */
import type { Work } from "../../platform/api.ts";
import type { SeatSees } from "../dialogues/index.ts";
import { requireOwnMeeting } from "./find-meeting.ts";
import {
  gatherPapers,
  letterFacts,
  type GatheredPapers,
  type PaperParts,
} from "./gather-papers.ts";
import type { LetterFacts } from "./letter-words.en.ts";
import { readOwnMailbox } from "./people.store.ts";
import { chooseRecipients, type Recipients } from "./recipients.policy.ts";
import { readMailboxes } from "./table.store.ts";

export interface GatheredLetter extends GatheredPapers {
  readonly facts: LetterFacts;
  readonly recipients: Recipients;
}

/**
 * Gathers it.
 *
 * @param wanted all that a joint buyer must see to get the letter
 * @param drafts also items of ours that nobody was shown, as they will stand once it leaves
 */
export async function gatherLetter(
  work: Work,
  meetingId: string,
  parts: PaperParts,
  { wanted, drafts }: { readonly wanted: readonly SeatSees[]; readonly drafts: boolean },
): Promise<GatheredLetter> {
  const found = await requireOwnMeeting(work, meetingId);
  const papers = await gatherPapers(work, found, parts, drafts);
  return {
    ...papers,
    facts: letterFacts(papers),
    recipients: chooseRecipients(
      {
        mailboxes: await readMailboxes(work, papers.meeting.seriesId),
        people: papers.people,
        sender: await readOwnMailbox(work),
      },
      wanted,
    ),
  };
}
