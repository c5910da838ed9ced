/**
 * The invented programme of the demonstration, of the size of a pilot that was written about: 36 meetings with 14 suppliers of
 * low-emission buses and cars from April 2023 to March 2025, two threads of remediation, and what component makers would not
 * say. Everybody in it is invented; its figures are never written down, they come out of these records. Pure: the same each time.
 */
import type { DialogueSide, IsoDate } from "@throughline/domain";
import type {
  PlannedAct,
  PlannedCommitment,
  PlannedMeeting,
  PlannedSeries,
} from "./planned-dialogue.ts";
import { obstacles, ours, reasons, said, theirs, threads, topicsOf } from "./programme-words.ts";

export const programmeTitle = "Low-emission vehicles: rights of workers in the chain (invented)";
export const programmeFrom: IsoDate = "2023-04-01";
export const programmeUntil: IsoDate = "2025-03-31";

/** Name, what it makes, how many meetings, in turn. */
const suppliers: readonly (readonly [string, "buses" | "cars", number])[] = [
  ["Brunholt Bus", "buses", 4],
  ["Voltara Motors", "cars", 4],
  ["Kestrel Transit", "buses", 3],
  ["Solvane Mobility", "cars", 3],
  ["Aldergate Coachworks", "buses", 3],
  ["Ostmark Elektrobus", "buses", 3],
  ["Quillon Automotive", "cars", 3],
  ["Nordhaven Bus", "buses", 2],
  ["Tidewell Motors", "cars", 2],
  ["Lumeo Cars", "cars", 2],
  ["Harrowmere Vehicles", "buses", 2],
  ["Ferrant Véhicules", "cars", 2],
  ["Calder Lightbus", "buses", 2],
  ["Pellworm Auto", "cars", 1],
];

const dayMs = 86_400_000;

function plus(day: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);
}

/** The same day, or the Tuesday after a weekend or Monday; nobody meets over the turn of the year. */
function meetingDay(day: IsoDate): IsoDate {
  if (day.slice(5) > "12-20" || day.slice(5) < "01-07") return meetingDay(plus(day, 18));
  const weekday = new Date(day).getUTCDay();
  return plus(day, weekday === 6 ? 3 : weekday < 2 ? 2 - weekday : 0);
}

const pick = <T>(items: readonly [T, ...T[]], at: number): T =>
  items[at % items.length] ?? items[0];

type Outcome = "kept" | "accepted" | "late" | "moved" | "moved_twice" | "disputed" | "released";

const outcomes: readonly [Outcome, ...Outcome[]] = [
  "kept",
  "late",
  "kept",
  "moved",
  "accepted",
  "moved_twice",
  "kept",
  "disputed",
  "kept",
  "moved",
  "accepted",
  "released",
];

function actsOf(
  outcome: Outcome,
  debtor: DialogueSide,
  madeOn: IsoDate,
  dueOn: IsoDate,
  turn: number,
): PlannedAct[] {
  const creditor: DialogueSide = debtor === "buyers" ? "counterpart" : "buyers";
  const agreed: PlannedAct = { side: "counterpart", kind: "confirmed", on: plus(madeOn, 4) };
  const done = (on: IsoDate, shown?: string): PlannedAct => ({
    side: debtor,
    kind: "fulfilled",
    on,
    ...(shown === undefined ? {} : { shown }),
  });
  const move = (on: IsoDate, to: IsoDate, at: number): PlannedAct[] => [
    { side: debtor, kind: "postponed", on, dueOn: to, reason: pick(reasons, at) },
    { side: creditor, kind: "confirmed", on: plus(on, 3) },
  ];
  const document =
    debtor === "buyers" ? "Letter to all suppliers of the programme" : "List sent by mail";
  switch (outcome) {
    case "kept":
      return [agreed, done(plus(dueOn, -4), document)];
    case "accepted":
      return [
        agreed,
        done(plus(dueOn, -1)),
        { side: creditor, kind: "accepted", on: plus(dueOn, 6) },
      ];
    case "late":
      return [agreed, done(plus(dueOn, 17), document)];
    case "moved":
      return [
        agreed,
        ...move(plus(dueOn, -6), plus(dueOn, 30), turn),
        done(plus(dueOn, 26), document),
      ];
    case "moved_twice":
      return [
        agreed,
        ...move(plus(dueOn, -3), plus(dueOn, 21), turn),
        ...move(plus(dueOn, 19), plus(dueOn, 49), turn + 1),
        done(plus(dueOn, 58), document),
      ];
    case "disputed":
      return [
        agreed,
        done(plus(dueOn, -2), document),
        {
          side: creditor,
          kind: "disputed",
          on: plus(dueOn, 5),
          reason: "it names the head office, not the place where the work is done",
        },
        done(plus(dueOn, 24), `${document}, completed`),
        { side: creditor, kind: "accepted", on: plus(dueOn, 30) },
      ];
    case "released":
      return [
        agreed,
        {
          side: creditor,
          kind: "released",
          on: plus(dueOn, -9),
          reason: "the model is no longer bought",
        },
      ];
  }
}

function planMeeting(at: number, k: number, n: number, on: IsoDate, turn: number): PlannedMeeting {
  const [, makes] = suppliers[at] ?? ["", "buses"];
  const lag = [3, 2, 6, 4, 9, 1, 5][turn % 7] ?? 3;
  const minutesSentOn = plus(on, lag);
  const dueOn = plus(minutesSentOn, 45);
  const outcome = pick(outcomes, turn);
  const [what, debtorRole, about] = theirs[Math.min(k, 3)] ?? ["", "", ""];
  const [promise, aboutOurs] = ours[turn % 3] ?? ["", ""];
  const own: PlannedCommitment = {
    debtor: "buyers",
    debtorRole: "coordinator of the programme",
    what: promise,
    dueOn: plus(minutesSentOn, 30),
    about: aboutOurs,
    acts: actsOf(
      pick(outcomes, Math.floor(turn / 2) + 2),
      "buyers",
      minutesSentOn,
      plus(minutesSentOn, 30),
      turn,
    ),
  };
  const asked: PlannedCommitment = {
    debtor: "counterpart",
    debtorRole,
    what,
    dueOn,
    about,
    acts: actsOf(outcome, "counterpart", minutesSentOn, dueOn, turn),
  };
  const [helped, change] = said[turn % 4] ?? ["", ""];
  const thread = threads.get(at);
  const points = (base: number, shift: number): number => Math.min(5, base + ((turn + shift) % 2));
  const both = [
    {
      side: "buyers",
      on: plus(on, 1),
      useful: points(4, 0),
      prepared: points(3, k),
      openTalk: points(k === 0 ? 2 : 4, 1),
      helped,
      change: "",
    },
    {
      side: "counterpart",
      on: plus(on, 8),
      useful: points(3, 1),
      prepared: points(4, 0),
      openTalk: points(k === 0 ? 3 : 4, 0),
      helped,
      change,
    },
  ] as const;
  return {
    title:
      k === 0
        ? "First meeting"
        : k === 1
          ? "Makers of parts"
          : "What was found, and what comes of it",
    on,
    plannedOn: plus(on, -38),
    agendaSentOn: turn % 11 === 7 ? null : plus(on, turn % 5 === 3 ? -4 : -12),
    minutesSentOn,
    fitConfirmedOn: turn % 4 === 1 ? null : plus(on, -8),
    topics: topicsOf(at, k, n, makes, thread !== undefined),
    reply:
      turn % 9 === 4
        ? {
            kind: "corrected",
            text: "We said that two of three makers answered, not all three.",
            on: plus(minutesSentOn, 6),
          }
        : { kind: "confirmed", text: "", on: plus(minutesSentOn, 4) },
    commitments: turn % 2 === 0 ? [asked, own] : [asked],
    // The other side did not always answer how it was.
    feedback: turn % 5 === 2 ? [both[0]] : both,
    obstacle:
      obstacles.find(([supplier, meeting]) => supplier === at && meeting === k)?.[2] ?? null,
  };
}

/** All series of the programme with everything that was said in them. */
export function planProgramme(): PlannedSeries[] {
  let turn = 0;
  return suppliers.map(([counterpart, makes, n], at): PlannedSeries => {
    const openedOn = plus("2023-04-13", at * 16);
    const between = n === 4 ? 210 : 180 + at * 13;
    return {
      counterpart,
      role: makes === "cars" ? "brand" : "supplier",
      makes,
      openedOn,
      thread: threads.get(at) ?? null,
      meetings: Array.from({ length: n }, (_, k) => {
        const day = meetingDay(plus(openedOn, 28 + k * between));
        return planMeeting(at, k, n, day, turn++);
      }),
    };
  });
}
