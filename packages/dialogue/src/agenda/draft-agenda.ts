/**
 * An agenda drafted from what is open with one counterpart. Narrow: one or two issues in focus, what was promised and asked
 * before comes up anyway, and what does not fit the time is kept for next time with the reason. It is a proposal; people decide.
 */
import type { Sentence } from "@throughline/domain";
import { findPack } from "../packs/list-packs.ts";
import { sayAgenda } from "../texts/agenda-texts.ts";
import type {
  AgendaInput,
  AgendaProposal,
  AgendaTheme,
  RankedProposal,
} from "./agenda-proposal.ts";
import {
  proposeFromCommitments,
  proposeFromEvidence,
  proposeFromPacks,
  proposeFromRequests,
  proposeFromTopics,
} from "./propose-from-dialogue.ts";
import { proposeFromLines, type OwnDebt } from "./propose-from-line.ts";

/** An agenda as drafted. */
export interface AgendaDraft {
  readonly focus: readonly AgendaTheme[];
  readonly sentence: Sentence;
  readonly chosen: readonly AgendaProposal[];
  readonly nextTime: readonly { readonly proposal: AgendaProposal; readonly because: Sentence }[];
  /** For us alone: what only we can do before the meeting. */
  readonly weOwe: readonly OwnDebt[];
  /** Minutes the chosen topics take. */
  readonly minutes: number;
  /** Minutes kept for the beginning, and for reading back what was promised. */
  readonly keptMinutes: number;
}

/** Issues in focus at most: a third makes a meeting about nothing. */
const mostIssues = 2;

/** Topics shorter than this are not worth naming. */
const leastMinutes = 5;

function focusOf(input: AgendaInput, ranked: readonly RankedProposal[]): AgendaTheme[] {
  const agreed = input.issues.flatMap((issue) => findPack(issue)?.key ?? []);
  const wanted: readonly AgendaTheme[] = input.packs;
  const open = ranked.flatMap(({ proposal: { source, theme } }) =>
    source === "break" ? [theme] : [],
  );
  return [...new Set<AgendaTheme>([...agreed, ...wanted, ...open])].slice(0, mostIssues);
}

/**
 * Drafts the agenda of a meeting with one counterpart: its own breaks, promises of both sides, questions without an answer,
 * evidence that ends, official measures as what they are, question packs and free topics. A line that is not the
 * counterpart's is left out; for a brand only its own models and sites are spoken of.
 *
 * @returns what fits the time in its order, what is kept for next time and why, and what we owe ourselves
 * @example draftAgenda(input).chosen[0]?.title.text // "An official measure against Larkhaven Assembly"
 */
export function draftAgenda(input: AgendaInput): AgendaDraft {
  const fromLines = proposeFromLines(input);
  const fromPromises = proposeFromCommitments(input);
  const spokenOf = new Set(
    fromLines.proposals.flatMap(({ proposal: { ref } }) =>
      ref?.kind === "request" ? [ref.id] : [],
    ),
  );
  const ranked = [
    ...fromLines.proposals,
    ...fromPromises.proposals,
    ...proposeFromRequests(input, spokenOf),
    ...proposeFromEvidence(input),
    ...proposeFromPacks(input),
    ...proposeFromTopics(input),
  ].sort((a, b) => a.rank - b.rank || (a.proposal.key < b.proposal.key ? -1 : 1));
  const focus = focusOf(input, ranked);
  const focusNames = focus.map((theme) => sayAgenda(`theme.${theme}`).text).join("; ");

  const keptMinutes = input.minutes >= 30 ? 10 : Math.min(5, input.minutes);
  let left = input.minutes - keptMinutes;
  const chosen: AgendaProposal[] = [];
  const nextTime: { proposal: AgendaProposal; because: Sentence }[] = [];
  for (const { always, proposal } of ranked) {
    if (!always && !focus.includes(proposal.theme)) {
      nextTime.push({ proposal, because: sayAgenda("later.focus", { focus: focusNames }) });
      continue;
    }
    // The first thing to talk about is talked about, however short the meeting is.
    const takes =
      chosen.length === 0 ? Math.min(proposal.suggestedMinutes, left) : proposal.suggestedMinutes;
    if (takes > left || takes < Math.min(leastMinutes, proposal.suggestedMinutes)) {
      nextTime.push({ proposal, because: sayAgenda("later.time") });
      continue;
    }
    left -= takes;
    chosen.push({ ...proposal, suggestedMinutes: takes });
  }
  const later = nextTime.length;
  return {
    focus,
    sentence:
      ranked.length === 0
        ? sayAgenda("focus.none")
        : focus.length === 0
          ? sayAgenda("focus.promises", { later })
          : sayAgenda("focus.said", { focus: focusNames, later }),
    chosen,
    nextTime,
    weOwe: [...fromPromises.owe, ...fromLines.owe],
    minutes: input.minutes - keptMinutes - left,
    keptMinutes,
  };
}
