/** The blocks of a document as parts of a Word document. */
import { AlignmentType, BorderStyle, HeadingLevel, PageBreak, Paragraph, ShadingType } from "docx";
import type { Table } from "docx";
import type { DocumentBlock, Neighbours, Signature } from "./document-content.ts";
import { documentLook as look, spaceBefore } from "./document-look.ts";
import { gap, lineWidth, paragraph, runsOf } from "./docx-runs.ts";
import type { DocxPress } from "./docx-runs.ts";
import { twips } from "./docx-styles.ts";
import { plainTable, tableOf } from "./docx-tables.ts";
import { tidyLine } from "./tidy-runs.ts";

const numberings = { bullets: "bullets", numbers: "numbers" } as const;

function signatureOf(press: DocxPress, signature: Signature): Paragraph[] {
  const lines = [signature.name ?? "", signature.role ?? ""].map(tidyLine).filter((l) => l !== "");
  return [
    new Paragraph({
      style: "FactValue",
      keepNext: true,
      spacing: { before: twips(8), after: 0 },
      children: runsOf(press, tidyLine(signature.organisation), true),
    }),
    ...lines.map((line) => paragraph(press, line, { style: "FactValue", keepNext: true })),
    ...(signature.toSign === true
      ? [
          new Paragraph({
            style: "DateLine",
            spacing: { before: twips(34), after: twips(6) },
            border: {
              top: { style: BorderStyle.SINGLE, size: 4, color: look.muted, space: 3 },
            },
            children: runsOf(press, press.texts.signHere),
          }),
        ]
      : []),
  ];
}

function pairs<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.flatMap((_, index) => (index % 2 === 0 ? [items.slice(index, index + 2)] : []));
}

const headingLevels = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
} as const;

/**
 * One block as parts of Word.
 *
 * @param instance counts the lists of the document: each numbered list begins at one
 */
export function docxBlock(
  press: DocxPress,
  block: DocumentBlock,
  instance: number,
  { previous, following }: Neighbours,
): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: headingLevels[block.level],
          ...(previous?.kind === "heading"
            ? { spacing: { before: twips(spaceBefore(block.level, previous)) } }
            : {}),
          children: runsOf(press, tidyLine(block.text)),
        }),
      ];
    case "paragraph":
      return [
        paragraph(press, block.text, following?.kind === "signatures" ? { keepNext: true } : {}),
      ];
    case "list":
      return block.items.map((item, index) =>
        paragraph(press, item, {
          numbering: {
            reference: block.numbered ? numberings.numbers : numberings.bullets,
            level: 0,
            instance,
          },
          spacing: {
            after: twips(index === block.items.length - 1 ? look.body.after : look.list.after),
          },
        }),
      );
    case "table":
      return [tableOf(press, block), gap(look.body.after + 4)];
    case "facts":
      return [
        plainTable(
          [lineWidth * look.factNames, lineWidth * (1 - look.factNames)],
          block.facts.map((fact) => [
            [paragraph(press, tidyLine(fact.name), { style: "FactName" })],
            [paragraph(press, fact.value, { style: "FactValue" })],
          ]),
        ),
        gap(look.body.after + 2),
      ];
    case "note": {
      const side = { style: BorderStyle.SINGLE, size: 24, color: look.teal, space: 8 };
      const options = {
        style: "NoteText",
        border: { left: side },
        shading: { type: ShadingType.CLEAR, color: "auto", fill: look.wash },
        indent: { left: twips(11) },
        keepLines: true,
      };
      return [
        ...(block.title === undefined
          ? []
          : [
              new Paragraph({
                ...options,
                keepNext: true,
                children: runsOf(press, tidyLine(block.title), true),
              }),
            ]),
        paragraph(press, block.text, options),
        gap(look.body.after + 2),
      ];
    }
    case "signatures":
      return [
        plainTable(
          [lineWidth / 2, lineWidth / 2],
          pairs(block.signatures).map((pair) => pair.map((one) => signatureOf(press, one))),
        ),
        gap(look.body.after),
      ];
    case "page_break":
      return [new Paragraph({ children: [new PageBreak()] })];
    default:
      return block satisfies never;
  }
}

/** How lists are marked. */
export const docxNumbering = {
  config: [
    {
      reference: numberings.bullets,
      levels: [
        {
          level: 0,
          format: "bullet" as const,
          text: "•",
          alignment: AlignmentType.START,
          style: {
            paragraph: {
              indent: { left: twips(look.list.indent), hanging: twips(look.list.indent - 3) },
            },
            run: { color: look.teal },
          },
        },
      ],
    },
    {
      reference: numberings.numbers,
      levels: [
        {
          level: 0,
          format: "decimal" as const,
          text: "%1.",
          alignment: AlignmentType.START,
          style: {
            paragraph: {
              indent: { left: twips(look.list.indent), hanging: twips(look.list.indent) },
            },
            run: { color: look.teal },
          },
        },
      ],
    },
  ],
};
