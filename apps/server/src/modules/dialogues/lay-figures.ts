/** Lays out the figures of a programme: what each is called, what it says, and the records it was counted from. */
import type { DialogueFigure } from "@throughline/contract";
import {
  standingOf,
  type Figure,
  type ProgrammeFacts,
  type ProgrammeFigures,
} from "@throughline/dialogue";
import { dialogueSides, type IsoDate } from "@throughline/domain";
import type { Placed } from "./programmes.store.ts";
import { figureLabels, sayFigure } from "./programme-sentences.ts";

type FigureRecord = DialogueFigure["records"][number];

/** Every record a figure can be counted from, by id: how one calls it and where it opens. */
export function nameRecords(
  facts: ProgrammeFacts & {
    readonly threads: readonly (ProgrammeFacts["threads"][number] & Placed)[];
    readonly obstacles: readonly (ProgrammeFacts["obstacles"][number] & Placed)[];
  },
  today: IsoDate,
): Map<string, FigureRecord> {
  const counterpartOf = new Map(facts.series.map(({ id, counterpart }) => [id, counterpart]));
  const records: FigureRecord[] = [];
  for (const { id, title, counterpart, openedOn } of facts.series)
    records.push({ id, title: `${counterpart}: ${title}`, on: openedOn, at: "series", atId: id });
  const titles = new Map<string, string>();
  for (const { id, seriesId, title, on, heldOn } of facts.meetings) {
    const called = `${counterpartOf.get(seriesId) ?? ""}: ${title}`;
    titles.set(id, called);
    records.push({ id, title: called, on: heldOn ?? on, at: "meeting", atId: id });
  }
  for (const commitment of facts.commitments) {
    const standing = standingOf(commitment, today);
    const { id, debtorName } = commitment;
    if (standing === null) continue;
    const title = `${debtorName}: ${standing.what}`;
    records.push({ id, title, on: standing.dueOn, at: "commitment", atId: id });
  }
  for (const { id, meetingId, on } of facts.feedback)
    records.push({ id, title: titles.get(meetingId) ?? "", on, at: "meeting", atId: meetingId });
  for (const { id, title, openedOn, seriesId } of facts.threads)
    records.push({ id, title, on: openedOn, at: "series", atId: seriesId });
  for (const { id, title, reportedOn } of facts.obstacles)
    records.push({ id, title, on: reportedOn, at: "obstacle", atId: id });
  return new Map(records.map((record) => [record.id, record]));
}

type Key = keyof typeof figureLabels;

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

/** The figures of a programme as they are shown, each with the records it was counted from. */
export function layFigures(
  counted: ProgrammeFigures,
  records: ReadonlyMap<string, FigureRecord>,
): DialogueFigure[] {
  return listFigures(counted).map((figure) => ({
    ...figure,
    records: figure.ids.flatMap((id) => records.get(id) ?? []),
  }));
}

type BareFigure = Omit<DialogueFigure, "records">;

function listFigures(counted: ProgrammeFigures): BareFigure[] {
  const count = (
    key: Key,
    subject: BareFigure["subject"],
    { value, ids }: Figure,
    says: BareFigure["says"],
  ): BareFigure => ({
    key,
    label: figureLabels[key],
    value,
    unit: "count",
    numerator: null,
    denominator: null,
    says,
    subject,
    ids: [...ids],
  });
  const share = (
    key: Key,
    subject: BareFigure["subject"],
    of: number,
    ids: readonly string[],
    says: BareFigure["says"],
  ): BareFigure => ({
    key,
    label: figureLabels[key],
    value: of === 0 ? null : round((100 * ids.length) / of, 1),
    unit: "percent",
    numerator: ids.length,
    denominator: of,
    says: of === 0 ? sayFigure("figure.no_data", {}) : says,
    subject,
    ids: [...ids],
  });
  const { meetingsHeld, counterpartsMet, agendaInTime, fitConfirmed, minutesLagDays } = counted;
  const lag = minutesLagDays.value;
  return [
    count(
      "meetings_held",
      "meeting",
      meetingsHeld,
      sayFigure("figure.meetings_held", {
        n: meetingsHeld.value,
        from: counted.from,
        until: counted.until,
      }),
    ),
    count(
      "counterparts_met",
      "series",
      counterpartsMet,
      sayFigure("figure.counterparts_met", {
        n: counterpartsMet.value,
        meetings: meetingsHeld.value,
      }),
    ),
    count(
      "first_contacts",
      "meeting",
      counted.firstContacts,
      sayFigure("figure.first_contacts", { n: counted.firstContacts.value }),
    ),
    share(
      "agenda_in_time",
      "meeting",
      agendaInTime.n,
      agendaInTime.ids,
      sayFigure("figure.agenda_in_time", { n: agendaInTime.ids.length, of: agendaInTime.n }),
    ),
    share(
      "fit_confirmed",
      "meeting",
      fitConfirmed.n,
      fitConfirmed.ids,
      sayFigure("figure.fit_confirmed", { n: fitConfirmed.ids.length, of: fitConfirmed.n }),
    ),
    {
      key: "minutes_lag_days",
      label: figureLabels.minutes_lag_days,
      value: lag,
      unit: "days",
      numerator: null,
      denominator: minutesLagDays.n,
      says:
        lag === null
          ? sayFigure("figure.no_data", {})
          : sayFigure("figure.minutes_lag_days", { value: lag, of: minutesLagDays.n }),
      subject: "meeting",
      ids: [...minutesLagDays.ids],
    },
    count(
      "without_minutes",
      "meeting",
      counted.withoutMinutes,
      sayFigure("figure.without_minutes", { n: counted.withoutMinutes.value }),
    ),
    ...dialogueSides.flatMap((side): BareFigure[] => {
      const one = counted.commitments.bySide[side];
      const of = one.due.length;
      return [
        count(
          `commitments_made:${side}`,
          "commitment",
          { value: one.made.length, ids: one.made },
          sayFigure("figure.commitments_made", { n: one.made.length }),
        ),
        share(
          `commitments_kept:${side}`,
          "commitment",
          of,
          one.keptByFirst,
          sayFigure("figure.commitments_kept", { n: one.keptByFirst.length, of }),
        ),
        share(
          `commitments_slipped:${side}`,
          "commitment",
          of,
          one.slipped,
          sayFigure("figure.commitments_slipped", {
            n: one.slipped.length,
            of,
            slips: one.slips,
          }),
        ),
      ];
    }),
    ...counted.feedback.flatMap(({ side, question, mean }): BareFigure[] => {
      const key = `feedback:${side}:${question}`;
      if (!isKey(key) || mean.value === null) return [];
      const value = round(mean.value, 1);
      return [
        {
          key,
          label: figureLabels[key],
          value,
          unit: "of_five",
          numerator: null,
          denominator: mean.n,
          says: sayFigure("figure.feedback", { value, of: mean.n }),
          subject: "feedback",
          ids: [...mean.ids],
        },
      ];
    }),
    ...counted.threads.flatMap(({ kind, open, closed }) => [
      count(
        `threads_open:${kind}`,
        "thread",
        open,
        sayFigure("figure.threads_open", { n: open.value }),
      ),
      count(
        `threads_closed:${kind}`,
        "thread",
        closed,
        sayFigure("figure.threads_closed", { n: closed.value }),
      ),
    ]),
    ...counted.obstacles.map(({ kind, reported, resolved }) =>
      count(
        `obstacles:${kind}`,
        "obstacle",
        reported,
        sayFigure("figure.obstacles", { n: reported.value, resolved: resolved.value }),
      ),
    ),
  ];
}

function isKey(key: string): key is Key {
  return key in figureLabels;
}
