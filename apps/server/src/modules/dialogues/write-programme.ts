/** A programme's figures as tables of a workbook and as a document. Pure. */
import type { DialogueFigure, dialogues } from "@throughline/contract";
import type { IsoDate } from "@throughline/domain";
import type { DocumentBlock, DocumentContent, WrittenTable } from "@throughline/interchange";
import { sayDate } from "@throughline/tracing";
import type { InferContractRouterOutputs } from "@orpc/contract";

export type ShownProgramme = InferContractRouterOutputs<typeof dialogues>["getProgramme"];

/** A figure as one reads it: "No data" where there is nothing to take it of, never a nought. */
export function sayValue({ value, unit }: Pick<DialogueFigure, "value" | "unit">): string {
  if (value === null) return "No data";
  switch (unit) {
    case "count":
      return String(value);
    case "days":
      return value === 1 ? "1 day" : `${value} days`;
    case "percent":
      return `${value} %`;
    case "of_five":
      return `${value} of 5`;
  }
}

/** Figures, the records behind them, and quarters: one sheet each. */
export function layProgramme(programme: ShownProgramme): WrittenTable[] {
  return [
    {
      name: "Figures",
      titles: ["Figure", "Value", "Unit", "Counted", "Of", "What it says"],
      rows: programme.figures.map((figure) => [
        figure.label,
        figure.value,
        figure.unit.replaceAll("_", " "),
        figure.numerator,
        figure.denominator,
        figure.says.text,
      ]),
    },
    {
      name: "Records",
      titles: ["Figure", "Record", "Day", "Kind", "Id"],
      rows: programme.figures.flatMap((figure) =>
        figure.records.map((record) => [
          figure.label,
          record.title,
          record.on,
          figure.subject,
          record.id,
        ]),
      ),
    },
    {
      name: "Quarters",
      titles: ["Quarter", "Meetings", "Counterparts"],
      rows: programme.quarters.map((one) => [one.quarter, one.meetings, one.counterparts]),
    },
  ];
}

/** The document: what it was for, what came out of its records, quarter by quarter. */
export function writeProgrammeDocument(
  programme: ShownProgramme,
  about: { readonly drawnUpBy: string; readonly today: IsoDate },
): DocumentContent {
  const { title, purpose, hopedOutcome, outcome, fromOn, untilOn, figures, quarters } = programme;
  const paragraph = (text: string): DocumentBlock => ({ kind: "paragraph", text });
  const heading = (text: string): DocumentBlock => ({ kind: "heading", level: 2, text });
  return {
    kind: "publication",
    language: "en-GB",
    title,
    subtitle: `A programme of dialogue, ${sayDate(fromOn)} to ${untilOn === null ? "today" : sayDate(untilOn)}`,
    sender: [about.drawnUpBy],
    date: about.today,
    blocks: [
      ...(programme.invented
        ? [
            {
              kind: "note",
              text: "This programme is invented: it shows how figures come out of records.",
            } as const,
          ]
        : []),
      heading("What it is for"),
      paragraph(purpose),
      ...(hopedOutcome === "" ? [] : [heading("What we hope for"), paragraph(hopedOutcome)]),
      heading("Figures"),
      {
        kind: "table",
        about: "Figures of the programme, each counted from its records",
        columns: [
          { heading: "Figure", share: 3 },
          { heading: "Value", share: 1, align: "end" },
          { heading: "What it says", share: 4 },
        ],
        rows: figures.map((figure) => [figure.label, sayValue(figure), figure.says.text]),
        whenEmpty: "No figures yet.",
      },
      heading("Quarter by quarter"),
      {
        kind: "table",
        about: "Meetings held and counterparts met in each quarter",
        columns: [
          { heading: "Quarter", share: 2 },
          { heading: "Meetings held", share: 1, align: "end" },
          { heading: "Counterparts met", share: 1, align: "end" },
        ],
        rows: quarters.map((one) => [one.quarter, String(one.meetings), String(one.counterparts)]),
        whenEmpty: "No quarter yet.",
      },
      ...(outcome === null ? [] : [heading("What came of it"), paragraph(outcome)]),
    ],
    drawnUp: { by: about.drawnUpBy, from: `the records of the programme “${title}”` },
  };
}
