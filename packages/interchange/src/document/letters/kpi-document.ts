/**
 * A year's indicators of a contract, as they are published. What the supplier does and what workers got stand in tables of
 * their own, and nothing is added up over both. A figure that nobody has is "No data", never a nought.
 */
import { kpiBands } from "@throughline/domain";
import type { KpiPublication, PublishedFigure } from "@throughline/domain";
import type { DocumentBlock, DocumentContent, RichText } from "../document-content.ts";
import { dayIn } from "./letter-party.ts";
import { sayLetterIn } from "./letter-texts.ts";
import type { SayLetter } from "./letter-texts.ts";

type Section = "supplierConduct" | "workerOutcomes" | "ownPractice";
const sections: readonly Section[] = ["supplierConduct", "workerOutcomes", "ownPractice"];

function sayNumber(value: number, language: string): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
}

function withUnit(value: number, unit: string, language: string): string {
  const number = sayNumber(value, language);
  return unit.startsWith("%") ? `${number} %` : `${number} ${unit}`;
}

function countedOf(figure: PublishedFigure, language: string, say: SayLetter): string {
  if (figure.heldBack || figure.numerator === null) return "–";
  const numerator = sayNumber(figure.numerator, language);
  return figure.denominator === null
    ? numerator
    : say("kpis.counted", { numerator, denominator: sayNumber(figure.denominator, language) });
}

function valueOf(figure: PublishedFigure, language: string, say: SayLetter): string {
  if (figure.heldBack) return say("kpis.held_back");
  if (figure.value === null) return say("kpis.no_data");
  const value = withUnit(figure.value, figure.unit, language);
  return figure.basis === "entered" ? `${value}\n${say("kpis.entered")}` : value;
}

function targetOf({ target, unit }: PublishedFigure, language: string, say: SayLetter): string {
  if (target.words !== null) return target.words;
  return target.number === null ? say("kpis.no_target") : withUnit(target.number, unit, language);
}

function rowOf(figure: PublishedFigure, language: string, say: SayLetter): RichText[] {
  const day = dayIn(language);
  const period = say("kpis.period", { from: day(figure.from), to: day(figure.to) });
  return [
    [{ text: `${figure.kpi} ${figure.name}`, bold: true }, { text: `\n${period}` }],
    countedOf(figure, language, say),
    valueOf(figure, language, say),
    targetOf(figure, language, say),
    figure.bandLabel,
  ];
}

function sectionBlocks(
  publication: KpiPublication,
  section: Section,
  language: string,
  say: SayLetter,
): DocumentBlock[] {
  const figures = publication[section];
  const column = (
    name: "indicator" | "counted" | "value" | "target" | "rating",
    share: number,
    end = false,
  ) => ({
    heading: say(`kpis.column.${name}`),
    share,
    ...(end ? { align: "end" as const } : {}),
  });
  return [
    { kind: "heading", level: 1, text: say(`kpis.${section}`) },
    { kind: "paragraph", text: say(`kpis.${section}.about`) },
    {
      kind: "table",
      about: say(`kpis.${section}`),
      columns: [
        column("indicator", 4),
        column("counted", 1.7, true),
        column("value", 2, true),
        column("target", 1.8, true),
        column("rating", 2),
      ],
      rows: figures.map((figure) => rowOf(figure, language, say)),
      whenEmpty: say("kpis.none"),
    },
    ...(figures.length === 0
      ? []
      : [
          {
            kind: "list" as const,
            numbered: false,
            items: figures.map((figure) => [
              { text: figure.kpi, bold: true },
              { text: ` ${figure.says}` },
            ]),
          },
        ]),
  ];
}

function bandBlocks({ bands }: KpiPublication, language: string, say: SayLetter): DocumentBlock[] {
  const percent = (share: number): string => `${sayNumber(share * 100, language)} %`;
  return [
    { kind: "heading", level: 1, text: say("kpis.bands") },
    {
      kind: "facts",
      facts: kpiBands.map((band) => ({
        name: bands.labels[band],
        value: say(`kpis.bands.${band}`, {
          approaching: percent(bands.approachingFrom),
          improvement: percent(bands.improvementFrom),
        }),
      })),
    },
    { kind: "paragraph", text: say("kpis.bands.law") },
  ];
}

function formulaBlocks(publication: KpiPublication, say: SayLetter): DocumentBlock[] {
  const formulas = new Map(
    sections.flatMap((section) =>
      publication[section].map((figure): [string, string] => [
        `${figure.kpi} ${figure.name}`,
        figure.formula,
      ]),
    ),
  );
  if (formulas.size === 0) return [];
  return [
    { kind: "heading", level: 1, text: say("kpis.formulas") },
    { kind: "facts", facts: [...formulas].map(([name, value]) => ({ name, value })) },
  ];
}

function headBlocks(
  publication: KpiPublication,
  language: string,
  say: SayLetter,
): DocumentBlock[] {
  const { contract } = publication;
  const day = dayIn(language);
  return [
    {
      kind: "facts",
      facts: [
        { name: say("kpis.contract"), value: `${contract.reference}, ${contract.title}` },
        ...(contract.buyer === null ? [] : [{ name: say("kpis.buyer"), value: contract.buyer }]),
        ...(contract.supplier === null
          ? []
          : [{ name: say("kpis.supplier"), value: contract.supplier }]),
        { name: say("kpis.publisher"), value: publication.publisher },
        { name: say("kpis.as_of"), value: day(publication.asOf) },
      ],
    },
    ...(contract.invented
      ? [
          {
            kind: "note" as const,
            title: say("kpis.invented.title"),
            text: say("kpis.invented"),
          },
        ]
      : []),
    ...(publication.correction === null
      ? []
      : [
          {
            kind: "note" as const,
            title: say("kpis.correction.title"),
            text: say("kpis.correction", { why: publication.correction }),
          },
        ]),
    { kind: "note", title: say("kpis.read.title"), text: say("kpis.read") },
  ];
}

/**
 * Lays a publication of indicators out.
 *
 * @param about the language to write it in, and from what it was drawn up
 * @returns what `writeDocx` and `writePdf` take
 * @example
 * await writePdf(kpiDocument(publication, { language: "en-GB", drawnUpFrom: "the records of the contract" }));
 */
export function kpiDocument(
  publication: KpiPublication,
  about: { readonly language: string; readonly drawnUpFrom: string },
): DocumentContent {
  const { language } = about;
  const say = sayLetterIn(language);
  return {
    kind: "publication",
    language,
    title: say("kpis.title", {
      year: String(publication.year),
      contract: publication.contract.title,
    }),
    date: publication.publishedAt.slice(0, 10),
    reference: publication.contract.reference,
    blocks: [
      ...headBlocks(publication, language, say),
      ...sections.flatMap((section) => sectionBlocks(publication, section, language, say)),
      ...bandBlocks(publication, language, say),
      ...formulaBlocks(publication, say),
    ],
    drawnUp: { by: publication.publisher, from: about.drawnUpFrom },
  };
}
