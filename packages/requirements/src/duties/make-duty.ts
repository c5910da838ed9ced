/** Makes one duty of a clause: its key, the request that performs it, what was recorded of it. */
import type {
  ContractCondition,
  Duty,
  DutyEvent,
  IsoDate,
  ParameterValues,
  Requirement,
} from "@throughline/domain";
import { sayDuty } from "./duty-texts.ts";
import { type DutyDraft, judgeDuty } from "./judge-duty.ts";
import type { WorkCalendar } from "./work-calendar.ts";

/** Dates of the contract that days count from; `null`: not recorded. */
export interface ContractDates {
  readonly awardedOn: IsoDate | null;
  readonly signedOn: IsoDate | null;
  /** First delivery; where nobody recorded it, the start of the contract stands for it. */
  readonly deliveredOn: IsoDate | null;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
}

/** A request that was sent about what the clause asks. */
export interface DutyRequest {
  readonly id: string;
  readonly sentOn: IsoDate;
  /** To the supplier, or further up: to whoever makes the product, for the supplier or by it. */
  readonly to: "supplier" | "maker";
}

export interface DutyInput {
  readonly condition: ContractCondition;
  /** The requirement it was taken from; `null` where it is in no library. */
  readonly requirement: Requirement | null;
  readonly dates: ContractDates;
  readonly requests: readonly DutyRequest[];
  readonly events: readonly DutyEvent[];
  readonly calendar: WorkCalendar;
  readonly today: IsoDate;
  /** How many occurrences to come are derived of what recurs; 3 where left out. */
  readonly ahead?: number;
  /** What fell due before this day is left out of what recurs: the contract was not looked after here yet. */
  readonly since?: IsoDate | null;
}

/** A clause with what its duties are made from. */
export interface Making {
  readonly input: DutyInput;
  readonly values: ParameterValues;
  readonly title: string;
  readonly events: ReadonlyMap<string, readonly DutyEvent[]>;
  readonly mayRequest: boolean;
}

/** Where days count from. */
export type Start = Exclude<Duty["countsFrom"], null>;

/** One duty as it is derived; what is left out is the supplier's first and only one, without a day on record. */
export type Draft = Pick<DutyDraft, "what" | "countsFrom" | "from" | "dueOn"> &
  Partial<Pick<DutyDraft, "whose" | "occurrence" | "resultIsPerformance" | "withoutDay">> & {
    /** Name of what is due within the clause; with the occurrence it makes the key. */
    readonly part: string;
    readonly byRequest?: boolean;
  };

/** Puts to a draft its key, the formal request that performs it, and what people recorded. */
export function makeDuty(making: Making, one: Draft): Duty {
  const { condition, requests, today } = making.input;
  const occurrence = one.occurrence ?? 1;
  const key = `${condition.id}:${one.part}:${occurrence}`;
  const inTime =
    one.byRequest === true && making.mayRequest
      ? requests
          .filter(
            ({ to, sentOn }) =>
              to === "maker" &&
              sentOn <= today &&
              (one.dueOn === null || sentOn <= one.dueOn) &&
              (one.countsFrom !== "previous" || one.from === null || sentOn > one.from),
          )
          .map(({ sentOn }) => sentOn)
          .sort()[0]
      : undefined;
  return judgeDuty(
    {
      key,
      conditionId: condition.id,
      clause: condition.clause,
      requirement: condition.requirement,
      what: one.what,
      whose: one.whose ?? "supplier",
      countsFrom: one.countsFrom,
      from: one.from,
      dueOn: one.dueOn,
      occurrence,
      ownerPersonId: condition.followUp?.personId ?? null,
      ownerRole: condition.followUp?.role ?? null,
      resultIsPerformance: one.resultIsPerformance ?? false,
      withoutDay: one.withoutDay ?? "date_unknown",
      requestedOn: inTime ?? null,
    },
    making.events.get(key) ?? [],
    today,
  );
}

/** The day something counts from; `null` where it is not recorded. */
export function dateOf({ input }: Making, start: Start): IsoDate | null {
  const { awardedOn, signedOn, deliveredOn, startsOn } = input.dates;
  switch (start) {
    case "award":
      return awardedOn;
    case "signature":
      return signedOn;
    case "delivery":
      return deliveredOn ?? startsOn;
    case "request":
      return (
        input.requests
          .map(({ sentOn }) => sentOn)
          .filter((sentOn) => sentOn <= input.today)
          .sort()[0] ?? null
      );
    case "previous":
      return null;
  }
}

/** What is due, in words, with the title of the requirement. */
export const what = (
  making: Making,
  code: Parameters<typeof sayDuty>[0],
  params: Parameters<typeof sayDuty>[1] = {},
): string => sayDuty(code, { title: making.title, ...params }).text;

/** From when a rhythm runs: signature, else award, else the start of the contract. */
export function startOf({ input }: Making): {
  readonly countsFrom: Start;
  readonly date: IsoDate | null;
} {
  const { signedOn, awardedOn, deliveredOn, startsOn } = input.dates;
  if (signedOn !== null) return { countsFrom: "signature", date: signedOn };
  if (awardedOn !== null) return { countsFrom: "award", date: awardedOn };
  const begun = startsOn ?? deliveredOn;
  if (begun !== null) return { countsFrom: "delivery", date: begun };
  return { countsFrom: "signature", date: null };
}
