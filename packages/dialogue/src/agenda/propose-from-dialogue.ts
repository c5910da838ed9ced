/** Topics from what was promised, asked, given and wished for. */
import type { CommitmentFact, Sentence } from "@throughline/domain";
import { standingOf, type CommitmentStanding } from "../commitments/standing-of.ts";
import { findPack, questionPacks } from "../packs/list-packs.ts";
import type { QuestionPackKey } from "../packs/question-pack.ts";
import { sayAgenda } from "../texts/agenda-texts.ts";
import {
  isSameName,
  type AgendaInput,
  type AgendaProposal,
  type RankedProposal,
} from "./agenda-proposal.ts";
import type { OwnDebt } from "./propose-from-line.ts";

const blank = { breakId: null, contractId: null, questions: [] } as const;

interface Standing {
  readonly fact: CommitmentFact;
  readonly standing: CommitmentStanding;
}

function topicOfCommitment({ fact, standing }: Standing): RankedProposal | null {
  const { state, slips, what, dueOn } = standing;
  const troubled = state === "overdue" || state === "disputed";
  if (!troubled && (state !== "open" || slips.length === 0)) return null;
  const why =
    state === "disputed"
      ? sayAgenda("why.disputed")
      : slips.length > 0
        ? sayAgenda("why.slipped", { slips: slips.length })
        : sayAgenda("why.overdue", { due: dueOn });
  return {
    rank: troubled ? 1 : 2,
    always: true,
    proposal: {
      ...blank,
      key: `commitment:${fact.id}`,
      source: slips.length > 0 ? "slipped_commitment" : "open_commitment",
      theme: "promises",
      title: sayAgenda("title.commitment", { who: fact.debtorName, what }),
      detail: standing.sentence,
      bring: sayAgenda(
        fact.debtor === "buyers" ? "bring.commitment_ours" : "bring.commitment_theirs",
      ),
      why,
      ref: { kind: "commitment", id: fact.id },
      suggestedMinutes: 5,
    },
  };
}

/** Several promises of which little is to be said, in one topic. */
function topicOfSeveral(key: "waiting" | "running", some: readonly Standing[]): RankedProposal[] {
  if (some.length === 0) return [];
  const said = some
    .map(({ fact, standing }) => `${fact.debtorName}: ${standing.what}. ${standing.sentence.text}`)
    .join(" ");
  return [
    {
      rank: key === "waiting" ? 3.5 : 5,
      always: true,
      proposal: {
        ...blank,
        key: `commitments:${key}`,
        source: "open_commitment",
        theme: "promises",
        title: sayAgenda(`title.${key}`),
        detail: sayAgenda("detail.several", { said }),
        bring: sayAgenda(key === "waiting" ? "bring.words" : "bring.running"),
        why: sayAgenda(`why.${key}`),
        ref: null,
        suggestedMinutes: Math.min(10, 2 * some.length + 1),
      },
    },
  ];
}

/** Topics of the commitments of both sides; those of ours that are late are told to us as well. */
export function proposeFromCommitments({ commitments, asOf, counterpart }: AgendaInput): {
  readonly proposals: readonly RankedProposal[];
  readonly owe: readonly OwnDebt[];
} {
  const names = { buyers: "we", counterpart: counterpart.name };
  const all = commitments.flatMap((fact): Standing[] => {
    const standing = standingOf(fact, asOf, names);
    return standing === null ? [] : [{ fact, standing }];
  });
  const ofState = (...states: readonly CommitmentStanding["state"][]): Standing[] =>
    all.filter(({ standing }) => states.includes(standing.state));
  const single = all.flatMap((one) => topicOfCommitment(one) ?? []);
  const waiting = ofState("put_forward", "said_done");
  const running = ofState("open").filter(({ standing }) => standing.slips.length === 0);
  return {
    proposals: [
      ...single,
      ...topicOfSeveral("waiting", waiting),
      ...topicOfSeveral("running", running),
    ],
    owe: ofState("open", "overdue", "disputed")
      .filter(({ fact }) => fact.debtor === "buyers")
      .map(({ fact, standing }) => ({
        key: `commitment:${fact.id}`,
        sentence: sayAgenda("owe.commitment", { what: standing.what, due: standing.dueOn }),
        whatToDo: standing.sentence,
        breakId: null,
        contractId: null,
        commitmentId: fact.id,
      })),
  };
}

/** Requests to the counterpart that are overdue and that no break of its lines speaks of already. */
export function proposeFromRequests(
  { requests, counterpart, asOf }: AgendaInput,
  spokenOf: ReadonlySet<string>,
): RankedProposal[] {
  return requests
    .filter(({ id, addressee, brand, dueOn }) => {
      const toThem =
        isSameName(addressee, counterpart.name) ||
        (counterpart.role === "brand" && isSameName(brand, counterpart.name));
      return toThem && !spokenOf.has(id) && dueOn !== null && dueOn < asOf;
    })
    .map(({ id, about, sentOn, dueOn }) => ({
      rank: 2.5,
      always: true,
      proposal: {
        ...blank,
        key: `request:${id}`,
        source: "unanswered_request",
        theme: "promises",
        title: sayAgenda("title.open_question", { sent: sentOn, due: dueOn }),
        // Whoever passes a brand's request on is a firm of its own, and not named to the brand.
        detail: sayAgenda("detail.request", {
          addressee: counterpart.name,
          sent: sentOn,
          about,
          due: dueOn,
        }),
        bring: sayAgenda("bring.answer"),
        why: sayAgenda("why.request"),
        ref: { kind: "request", id },
        suggestedMinutes: 10,
      },
    }));
}

/** Evidence of the counterpart that has run out or does so soon. */
export function proposeFromEvidence({
  evidence,
  counterpart,
  asOf,
}: AgendaInput): RankedProposal[] {
  return evidence
    .filter(({ givenBy }) => isSameName(givenBy, counterpart.name))
    .map(({ id, title, givenBy: by, coversUntil: on }) => {
      const expired = on < asOf ? 1 : 0;
      return {
        rank: expired === 1 ? 2.7 : 4.5,
        always: true,
        proposal: {
          ...blank,
          key: `evidence:${id}`,
          source: "expiring_evidence",
          theme: "promises",
          title: sayAgenda("title.evidence", { title, on, expired }),
          detail: sayAgenda("detail.evidence", { title, by, on, expired }),
          bring: sayAgenda("bring.evidence"),
          why: sayAgenda("why.evidence", { expired }),
          ref: { kind: "evidence", id },
          suggestedMinutes: 5,
        },
      };
    });
}

/** The packs wanted, and those of the issues agreed. */
export function proposeFromPacks({ packs, issues }: AgendaInput): RankedProposal[] {
  const keys = new Set<QuestionPackKey>([
    ...packs,
    ...issues.flatMap((issue) => findPack(issue)?.key ?? []),
  ]);
  return [...keys].map((key) => {
    const { title, about, questions } = questionPacks[key];
    const said = (text: string): Sentence => sayAgenda("detail.said", { said: text });
    const whom = questions.find(({ asks }) => asks === "counterpart")?.whom ?? "";
    return {
      rank: packs.includes(key) ? 3.9 : 4,
      always: false,
      proposal: {
        ...blank,
        key: `pack:${key}`,
        source: "question_pack",
        theme: key,
        title: sayAgenda("title.pack", { title }),
        detail: said(about),
        bring: sayAgenda("bring.pack", {
          whom: `${whom.charAt(0).toLowerCase()}${whom.slice(1)}.`,
        }),
        why: sayAgenda("why.pack", { about }),
        ref: { kind: "pack", id: key },
        questions,
        suggestedMinutes: 15,
      } satisfies AgendaProposal,
    };
  });
}

/** What either side asked to talk about. */
export function proposeFromTopics({ topics, counterpart }: AgendaInput): RankedProposal[] {
  return topics.map(({ id, title, detail, addedBy, minutes }) => {
    const by = addedBy === "buyers" ? "us" : counterpart.name;
    return {
      // What they want to talk about comes before what we would like to ask.
      rank: addedBy === "counterpart" ? 2.2 : 3.2,
      always: true,
      proposal: {
        ...blank,
        key: `topic:${id}`,
        source: "free",
        theme: "agreement",
        title: sayAgenda("title.free", { title }),
        detail: sayAgenda("detail.free", { detail, by }),
        bring: sayAgenda("bring.free"),
        why: sayAgenda("why.free", { by }),
        ref: { kind: "topic", id },
        suggestedMinutes: minutes ?? 10,
      },
    };
  });
}
