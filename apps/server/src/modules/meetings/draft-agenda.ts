/**
 * The agenda drafted from the line: open breaks, evidence that ends, questions nobody answered, promises of both sides,
 * official measures, question packs. Nothing is saved; what the host takes over is added like anything else.
 */
import type { AgendaProposal } from "@throughline/contract";
import {
  draftAgenda as draftFrom,
  type AgendaProposal as Drafted,
  type OpenRequest,
  type OwnDebt,
} from "@throughline/dialogue";
import type { DialogueSide, IsoDate, Sentence } from "@throughline/domain";
import { isoDate, requirePermission, type Work } from "../../platform/api.ts";
import { gatherCommitments } from "../commitments/index.ts";
import { traceContracts } from "../line/index.ts";
import { gatherPage } from "../requests/index.ts";
import { readAgenda } from "./agenda.store.ts";
import { requireOwnMeeting, requirePlanning } from "./find-meeting.ts";
import { getSeriesWords, readContractIds, readEndingReleases } from "./table.store.ts";

/** Cover that ends within so many days is worth a word; one that ended longer ago was spoken of before. Our habit. */
const endingDays = 60;
/** Nobody speaks about more requests of one contract. */
const mostRequests = 50;

export async function draftAgenda(
  work: Work,
  meetingId: string,
): Promise<{ proposals: AgendaProposal[]; asOf: IsoDate }> {
  requirePermission(work, "contract.read");
  const found = await requireOwnMeeting(work, meetingId);
  await requirePlanning(work, found);
  const { meeting } = found;
  const series = await getSeriesWords(work, meeting.seriesId);
  const contractIds = await readContractIds(work, meeting.seriesId);
  const standing = (await readAgenda(work, meetingId)).filter(({ removed }) => !removed);
  const traced = await traceContracts(work, contractIds, work.today);
  const taken = standing.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const long = Math.round((meeting.endsAt.getTime() - meeting.startsAt.getTime()) / 60_000);
  const draft = draftFrom({
    asOf: work.today,
    counterpart: { name: series.counterpart, role: series.counterpartRole },
    lines: [...traced.values()].map(({ line, facts }) => ({
      line,
      supplier: facts.contract.supplier?.name ?? null,
    })),
    commitments: (await gatherCommitments(work, { seriesId: meeting.seriesId }))
      .filter(({ summary }) => summary.shared)
      .map(({ fact }) => fact),
    requests: await readOpenRequests(work, contractIds),
    evidence: (
      await readEndingReleases(work, dayFrom(work, -endingDays), dayFrom(work, endingDays))
    ).map((release) => ({
      id: release.id,
      title: `record released to us (number ${release.number})`,
      givenBy: release.supplier_name,
      coversUntil: release.expires_on,
    })),
    issues: series.issues,
    packs: [],
    topics: [],
    minutes: Math.max(0, long - taken),
  });
  const spoken = new Set(
    standing.flatMap(({ origin, title }) => [title, ...(origin?.breakId ? [origin.breakId] : [])]),
  );
  const isNew = ({ title, breakId }: { title: string; breakId: string | null }): boolean =>
    !spoken.has(title) && (breakId === null || !spoken.has(breakId));
  const chosen = draft.chosen.map((one) => proposalOf(one, one.why, true));
  const later = draft.nextTime.map(({ proposal, because }) => proposalOf(proposal, because, false));
  const keys = new Set(
    [...draft.chosen, ...draft.nextTime.map(({ proposal }) => proposal)].map(({ key }) => key),
  );
  const owed = draft.weOwe.filter(({ key }) => !keys.has(key)).map(debtOf);
  return { proposals: [...chosen, ...later, ...owed].filter(isNew), asOf: work.today };
}

function dayFrom({ now }: Work, days: number): IsoDate {
  return isoDate(new Date(now.getTime() + days * 86_400_000));
}

async function readOpenRequests(
  work: Work,
  contractIds: readonly string[],
): Promise<OpenRequest[]> {
  const found = new Map<string, OpenRequest>();
  for (const contractId of contractIds) {
    const { requests } = await gatherPage(work, {
      contractId,
      open: true,
      sort: "due",
      limit: mostRequests,
    });
    for (const { summary } of requests)
      if (summary.sentOn !== null)
        found.set(summary.id, {
          id: summary.id,
          addressee: summary.addressee,
          brand: summary.brand,
          about: summary.subject,
          sentOn: summary.sentOn,
          dueOn: summary.dueOn,
        });
  }
  return [...found.values()];
}

const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function proposalOf(drafted: Drafted, why: Sentence, fits: boolean): AgendaProposal {
  const asked = drafted.questions.filter(({ asks }) => asks === "counterpart");
  const questions = asked.map(({ text }) => `- ${text}`);
  return {
    source: drafted.source,
    title: cut(drafted.title.text, 300),
    detail: cut([drafted.detail.text, ...questions].join("\n"), 8000),
    brings: cut(drafted.bring.text, 2000),
    minutes: drafted.suggestedMinutes < 1 ? null : drafted.suggestedMinutes,
    threadId: null,
    contractId: drafted.contractId,
    breakId: drafted.breakId,
    why,
    fits,
    whose: whoseIs(drafted),
  };
}

/** A promise of ours is for us to speak about; everything else is asked of them. */
function whoseIs({ bring }: Drafted): DialogueSide {
  return bring.code === "bring.commitment_ours" ? "buyers" : "counterpart";
}

/** What only we can do before the meeting. */
function debtOf({
  sentence,
  whatToDo,
  breakId,
  contractId,
  commitmentId,
}: OwnDebt): AgendaProposal {
  return {
    source: commitmentId === null ? "break" : "open_commitment",
    title: cut(sentence.text, 300),
    detail: cut(sentence.text, 8000),
    brings: "",
    minutes: null,
    threadId: null,
    contractId,
    breakId,
    why: whatToDo,
    fits: false,
    whose: "buyers",
  };
}
