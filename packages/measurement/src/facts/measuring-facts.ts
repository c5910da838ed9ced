import type { IsoDate } from "@throughline/domain";
import { countCommitments, standingOf, type CommitmentStanding } from "@throughline/dialogue";
import {
  findReplies,
  listDisclosureDues,
  measureDisclosure,
  type DisclosureDue,
  type DisclosureMeasures,
  type RequestReply,
} from "@throughline/tracing";
import type { Workdays } from "../days-between.ts";
import { openDates } from "./facts-on-day.ts";
import type { GroupedKpiFacts } from "./grouped-facts.ts";

/** What became of a promise whose first date is past. */
export type PromiseOutcome = "keptByFirst" | "keptByLater" | "late" | "running" | "open";

/** A promise that was due, with how it stands. */
export interface DuePromise {
  readonly id: string;
  readonly debtor: "buyers" | "counterpart";
  readonly firstDueOn: IsoDate;
  readonly outcome: PromiseOutcome;
  readonly standing: CommitmentStanding;
}

/** The facts of one contract as known on a day; what is looked at twice is worked out once. */
export interface MeasuringFacts {
  readonly asOf: IsoDate;
  readonly facts: GroupedKpiFacts;
  readonly calendar: Workdays;
  /** What was disclosed, as it stood on a day: its figures. What is said of each product may be of a day before. */
  disclosed(day: IsoDate): DisclosureMeasures;
  /** The same with what is said of each product on that very day. */
  disclosedInWords(day: IsoDate): DisclosureMeasures;
  /** Figures that stay the same between two days on which nothing changed. */
  remember<T>(key: string, day: IsoDate, make: () => T): T;
  dues(): readonly DisclosureDue[];
  replies(): readonly RequestReply[];
  promises(): readonly DuePromise[];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

const outcomes = ["keptByFirst", "keptByLater", "late", "running", "open"] as const;

function duePromises(facts: GroupedKpiFacts, asOf: IsoDate): DuePromise[] {
  const { commitments } = facts.dialogue;
  if (commitments.length === 0) return [];
  const counted = countCommitments(commitments, { from: "0001-01-01", until: asOf, asOf }).bySide;
  return commitments.flatMap((fact): DuePromise[] => {
    const counts = counted[fact.debtor];
    const outcome = outcomes.find((one) => counts[one].includes(fact.id));
    const standing = standingOf(fact, asOf);
    if (outcome === undefined || standing === null || standing.firstDueOn === null) return [];
    return [
      { id: fact.id, debtor: fact.debtor, firstDueOn: standing.firstDueOn, outcome, standing },
    ];
  });
}

/** Opens the facts as known on a day: what was sent, said or entered later is not there. */
export function openMeasuring(
  facts: GroupedKpiFacts,
  asOf: IsoDate,
  calendar: Workdays,
): MeasuringFacts {
  const dated = openDates(facts);
  const known = new Map<string, unknown>();
  const remember = <T>(key: string, day: IsoDate, make: () => T): T => {
    const place = `${key} ${dated.stretchOf(day)}`;
    // Only what `make` of the same key gave is put there.
    if (known.has(place)) return known.get(place) as T;
    const made = make();
    known.set(place, made);
    return made;
  };
  return {
    asOf,
    facts,
    calendar,
    remember,
    disclosed: (day) => remember("disclosed", day, () => measureDisclosure(dated.on(day))),
    disclosedInWords: (day) => measureDisclosure(dated.on(day)),
    dues: once(() => listDisclosureDues(dated.on(asOf))),
    replies: once(() => findReplies(dated.on(asOf))),
    promises: once(() => duePromises(facts, asOf)),
  };
}
