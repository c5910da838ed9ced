/** What an agenda is drafted from, and what is proposed for it. */
import type {
  AgendaSource,
  CommitmentFact,
  CounterpartRole,
  DialogueSide,
  FactRef,
  IsoDate,
  Line,
  Sentence,
} from "@throughline/domain";
import type { PackQuestion, QuestionPackKey } from "../packs/question-pack.ts";

/** What a topic is about; a meeting has one or two of the first five in focus. */
export type AgendaTheme = QuestionPackKey | "agreement" | "measures" | "promises";

export interface AgendaLine {
  readonly line: Line;
  /** Who supplies under the contract. A line of somebody else's is left out, unless the counterpart is the brand. */
  readonly supplier: string | null;
}

/** A request nobody has answered. */
export interface OpenRequest {
  readonly id: string;
  readonly addressee: string;
  readonly brand: string | null;
  readonly about: string | null;
  readonly sentOn: IsoDate;
  readonly dueOn: IsoDate | null;
}

/** Evidence whose cover ends soon, or has ended. */
export interface EndingEvidence {
  readonly id: string;
  readonly title: string;
  readonly givenBy: string;
  readonly coversUntil: IsoDate;
}

/** What somebody wants to talk about. */
export interface FreeTopic {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly addedBy: DialogueSide;
  readonly minutes: number | null;
}

export interface AgendaInput {
  readonly asOf: IsoDate;
  readonly counterpart: { readonly name: string; readonly role: CounterpartRole };
  readonly lines: readonly AgendaLine[];
  readonly commitments: readonly CommitmentFact[];
  readonly requests: readonly OpenRequest[];
  readonly evidence: readonly EndingEvidence[];
  /** One or two issues agreed for the series: keys of packs, or of issues that belong to one. */
  readonly issues: readonly string[];
  readonly packs: readonly QuestionPackKey[];
  readonly topics: readonly FreeTopic[];
  readonly minutes: number;
}

/** One proposed topic. */
export interface AgendaProposal {
  /** Stable: what it comes from. */
  readonly key: string;
  readonly source: AgendaSource;
  readonly theme: AgendaTheme;
  readonly title: Sentence;
  /** What we know. */
  readonly detail: Sentence;
  /** What they are asked to bring. */
  readonly bring: Sentence;
  readonly why: Sentence;
  readonly breakId: string | null;
  readonly contractId: string | null;
  readonly ref:
    | FactRef
    | { readonly kind: "commitment" | "evidence" | "pack" | "topic"; readonly id: string }
    | null;
  readonly questions: readonly PackQuestion[];
  readonly suggestedMinutes: number;
}

/** A proposal with its order, before what fits is chosen. */
export interface RankedProposal {
  readonly rank: number;
  /** Comes up whatever the meeting is about: what was promised, asked, or may be urgent. */
  readonly always: boolean;
  readonly proposal: AgendaProposal;
}

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** The same firm by name, whatever its capitals and full stops. */
export function isSameName(a: string | null, b: string): boolean {
  return a !== null && plain(a) === plain(b);
}
