/** The words of invitation or confirmation as they would leave, and who would get them. Nothing is sent. */
import type { DialogueSide } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { gatherLetter, type GatheredLetter } from "./gather-letter.ts";
import type { PaperParts } from "./gather-papers.ts";
import type { Letter, Reader } from "./letter-words.en.ts";
import { minutesFacts, seenInConfirmations, wordMinutesFor } from "./keep-minutes.ts";
import { findDraft, readMinutes } from "./minutes.store.ts";
import { readerOf, wordNews } from "./send-letters.ts";

export interface PreviewedLetter extends Letter {
  readonly to: { name: string; address: string | null; side: DialogueSide }[];
  readonly without: string[];
}

export async function previewLetter(
  work: Work,
  input: {
    readonly id: string;
    readonly kind: "invitation" | "confirmation";
    readonly letter: string;
  },
  parts: PaperParts,
): Promise<PreviewedLetter> {
  const wanted = input.kind === "invitation" ? (["meetings"] as const) : seenInConfirmations;
  const gathered = await gatherLetter(work, input.id, parts, { wanted, drafts: true });
  const { to, without } = gathered.recipients;
  // As the counterpart reads it, where there is one to read it.
  const first = to[0] ?? { name: gathered.series.counterpart, side: "counterpart", seat: null };
  const reader = readerOf(first, work.today);
  const { subject, body } =
    input.kind === "invitation"
      ? wordNews(
          gathered,
          {
            kind: "invitation",
            letter: input.letter,
            again: gathered.meeting.agendaFirstSentAt !== null,
          },
          reader,
        )
      : await wordConfirmation(work, gathered, reader, first.side);
  return {
    subject,
    body,
    to: to.map(({ name, address, side }) => ({ name, address, side })),
    without: [...without],
  };
}

/** The minutes as they are drafted; without a draft, as they were sent last. */
async function wordConfirmation(
  work: Work,
  gathered: GatheredLetter,
  reader: Reader,
  side: DialogueSide,
): Promise<Letter> {
  const { meeting } = gathered;
  const draft = await findDraft(work, meeting.id);
  const [sent] = await readMinutes(work, meeting.id);
  const content = draft?.content ?? sent?.content ?? { summary: "", items: [] };
  const revision = (meeting.revision ?? 0) + (draft === undefined && sent !== undefined ? 0 : 1);
  const facts = await minutesFacts(work, gathered, content, revision);
  return wordMinutesFor(gathered, facts, reader, side);
}
