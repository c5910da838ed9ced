/** The papers of a meeting as files: documents, and the entry for a calendar. */
import type { MinutesContent } from "@throughline/contract";
import { standingOf } from "@throughline/dialogue";
import { writeDocx, writePdf, type DocumentContent } from "@throughline/interchange";
import type { Work } from "../../platform/api.ts";
import {
  writeCalendarCopy,
  writeInvitation,
  type MeetingEvent,
} from "../../platform/calendar/write-invitation.ts";
import { asFileName, mediaTypes, type SentFile } from "../../platform/send-file.ts";
import { gatherCommitments, selectObstacles } from "../commitments/index.ts";
import type { MailPart } from "../mail/index.ts";
import { requireMeeting } from "./find-meeting.ts";
import type { GatheredLetter } from "./gather-letter.ts";
import {
  gatherPapers,
  readPromises,
  requireMinutes,
  type GatheredPapers,
  type PaperParts,
} from "./gather-papers.ts";
import {
  layAgenda,
  layConfirmation,
  layInvitation,
  linkOf,
  type Confirmed,
} from "./lay-documents.ts";
import { confirmBy } from "./meetings.policy.ts";
import type { Recipient } from "./recipients.policy.ts";
import { findDraft, readMinutes } from "./minutes.store.ts";

export type PaperKind = "invitation" | "agenda" | "confirmation";
export type PaperFormat = "docx" | "pdf";

/** One document as whoever sits at the table may read it; the host's with what it has not sent yet. */
export async function writePaper(
  work: Work,
  input: { readonly id: string; readonly kind: PaperKind; readonly format: PaperFormat },
  parts: PaperParts,
): Promise<SentFile> {
  const wanted = input.kind === "confirmation" ? "minutes" : "meetings";
  const found = await requireMeeting(work, input.id, wanted);
  const papers = await gatherPapers(work, found, parts, found.sitting.hosts);
  const document = await layPaper(work, papers, input.kind);
  return {
    bytes: await write(document, input.format),
    fileName: `${fileNameOf(papers, input.kind)}.${input.format}`,
    mediaType: mediaTypes[input.format],
  };
}

async function layPaper(
  work: Work,
  papers: GatheredPapers,
  kind: PaperKind,
): Promise<DocumentContent> {
  if (kind === "invitation") return layInvitation(papers, work.today);
  if (kind === "agenda") return layAgenda(papers, work.today);
  const { meeting } = papers;
  const draft = meeting.hosted ? await findDraft(work, meeting.id) : undefined;
  const [sent] = await readMinutes(work, meeting.id);
  const content = requireMinutes(draft?.content ?? sent?.content);
  const sentAt = draft === undefined && sent !== undefined ? new Date(sent.sentAt) : work.now;
  return layConfirmation(
    papers,
    await gatherConfirmed(work, papers, content, sentAt),
    sentAt.toISOString().slice(0, 10),
  );
}

/** Everything a confirmation says. */
async function gatherConfirmed(
  work: Work,
  { meeting }: GatheredPapers,
  content: MinutesContent,
  sentAt: Date,
): Promise<Confirmed> {
  const promises = await readPromises(work, meeting);
  const ofSeries = await gatherCommitments(work, { seriesId: meeting.seriesId });
  const here = new Set(promises.map(({ id }) => id));
  const settled = new Set<string>(["kept", "kept_late", "released", "refused"]);
  const earlier = ofSeries
    .filter(
      ({ row, summary }) => !here.has(row.id) && summary.shared && !settled.has(summary.state),
    )
    .map(({ fact, names, summary }) => ({
      who: summary.debtor.name,
      what: summary.what,
      // Both sides read it: neither is "we".
      stands: standingOf(fact, work.today, names)?.sentence.text ?? summary.says.text,
    }));
  return {
    content,
    promises,
    earlier,
    obstacles: await selectObstacles(work, { meetingId: meeting.id }),
    confirmBy: confirmBy(sentAt),
  };
}

async function write(document: DocumentContent, format: PaperFormat): Promise<Uint8Array> {
  return format === "pdf" ? writePdf(document) : writeDocx(document);
}

function fileNameOf({ meeting, series }: GatheredPapers, kind: PaperKind): string {
  const day = meeting.startsAt.toISOString().slice(0, 10);
  return `${kind}-${asFileName(series.counterpart, "meeting")}-${day}`;
}

const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
const plainLines = (text: string): string => text.replaceAll(/[^\P{Cc}\n]|[\p{Zl}\p{Zp}]/gu, " ");

/** The meeting as a calendar knows it. */
function eventOf(
  work: Work,
  { meeting, series, agenda, page }: GatheredPapers,
  publicUrl: string,
): MeetingEvent {
  const place = oneLine(meeting.place);
  const topics = agenda.map(({ title }, at) => `${at + 1}. ${title}`);
  return {
    uid: `${meeting.id}@${new URL(publicUrl).hostname}`,
    sequence: meeting.calendarSequence,
    kind: meeting.state === "cancelled" ? "cancellation" : "invitation",
    stamp: work.now,
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    timeZone: meeting.timeZone,
    title: oneLine(`${meeting.title} (${series.title})`),
    place: place === "" ? null : place,
    link: linkOf(place) ?? page,
    agenda: plainLines([...topics, "", page].join("\n")),
  };
}

/** The entry to be put into a calendar by hand: it names and invites nobody. */
export async function writeEntry(
  work: Work,
  meetingId: string,
  parts: PaperParts,
): Promise<SentFile> {
  const found = await requireMeeting(work, meetingId);
  const papers = await gatherPapers(work, found, parts, false);
  return {
    bytes: writeCalendarCopy(eventOf(work, papers, parts.publicUrl)),
    fileName: `${fileNameOf(papers, "agenda").replace("agenda", "meeting")}.ics`,
    mediaType: mediaTypes.ics,
  };
}

/**
 * The invitation that travels with a letter; none where no address of ours can be answered to. It names whoever gets it and
 * the people on the meeting, whom the whole table sees: the mailboxes of other seats are their own and the host's.
 */
export function writeInvitationPart(
  work: Work,
  gathered: GatheredLetter,
  parts: PaperParts,
  recipient: Recipient,
): MailPart[] {
  const { recipients, series } = gathered;
  const organiser = recipients.to.find(({ side, seat }) => side === "buyers" && seat === null);
  if (organiser === undefined) return [];
  return [
    writeInvitation({
      ...eventOf(work, gathered, parts.publicUrl),
      organiser: { name: oneLine(series.host), address: organiser.address },
      attendees: recipients.to
        .filter(
          ({ address, seat }) =>
            address !== organiser.address && (seat === null || address === recipient.address),
        )
        .map(({ name, address, side }) => ({
          name: oneLine(name),
          address,
          required: side === "counterpart",
        })),
    }),
  ];
}

/** Agenda, or minutes and promises, as they travel with a letter: to print, and to work with. */
export async function writeDocumentParts(
  work: Work,
  papers: GatheredPapers,
  kind: "agenda" | "confirmation",
): Promise<MailPart[]> {
  const document = await layPaper(work, papers, kind);
  const name = fileNameOf(papers, kind);
  const formats: readonly PaperFormat[] = ["pdf", "docx"];
  return Promise.all(
    formats.map(async (format) => ({
      fileName: `${name}.${format}`,
      mediaType: mediaTypes[format],
      bytes: await write(document, format),
    })),
  );
}
