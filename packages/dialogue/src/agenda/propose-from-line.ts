/**
 * Topics from a line. With a supplier or reseller: its breaks, told with the line's own sentences. With a brand: its models
 * and sites only, in sentences of ours, because the line's may name who else was asked. What only we can mend is told apart.
 */
import type { Line, LineBreak, LineFact, Sentence } from "@throughline/domain";
import { sayAgenda, type agendaTexts } from "../texts/agenda-texts.ts";
import {
  isSameName,
  type AgendaInput,
  type AgendaTheme,
  type RankedProposal,
} from "./agenda-proposal.ts";

type AgendaCode = keyof typeof agendaTexts;

interface Kind {
  readonly title: Extract<AgendaCode, `title.${string}`>;
  readonly bring: Extract<AgendaCode, `bring.${string}`>;
  readonly theme: AgendaTheme;
  readonly minutes: number;
}

const kind = (
  title: Kind["title"],
  bring: Kind["bring"],
  theme: AgendaTheme,
  minutes: number,
): Kind => ({ title, bring, theme, minutes });

const whereMade = kind("title.where_made", "bring.sites", "traceability", 10);
const obstacle = kind("title.obstacle", "bring.obstacle", "traceability", 10);
const disclosed = kind("title.disclosed", "bring.corrected", "traceability", 10);
const upToDate = kind("title.up_to_date", "bring.refresh", "traceability", 5);
const clause = kind("title.clause", "bring.clause", "agreement", 10);
const measure = kind("title.measure", "bring.measure", "measures", 15);
const parts = kind("title.parts", "bring.parts", "traceability", 10);

/** Breaks a counterpart can do something about, by the code of their sentence. */
const theirs: Readonly<Record<string, Kind>> = {
  "break.not_asked": whereMade,
  "break.nothing_known": whereMade,
  "break.possible": whereMade,
  "break.possible_unknown": whereMade,
  "break.brand_level": whereMade,
  "break.other_tiers": whereMade,
  "break.not_making": whereMade,
  "break.masked": whereMade,
  "break.refused": obstacle,
  "break.refused_all": obstacle,
  "break.cannot": obstacle,
  "break.cannot_all": obstacle,
  "break.withdrawn": disclosed,
  "break.replaced": disclosed,
  "break.shown_false": disclosed,
  "break.no_site_in_answer": disclosed,
  "break.silent": kind("title.open_question", "bring.answer", "promises", 10),
  "break.recorded_silent": kind("title.open_question", "bring.answer", "promises", 10),
  "break.tiers": parts,
  "break.components": parts,
  "break.refresh": upToDate,
  "break.rejected": upToDate,
  "break.hit": measure,
  "break.hit_confirmed": measure,
  "break.masked_unscreened": kind("title.masked", "bring.masked", "traceability", 5),
  "break.duty_overdue": clause,
  "break.duty_without_result": clause,
};

const rankOfSeverity: Readonly<Record<LineBreak["severity"], number>> = {
  severe: 1.5,
  serious: 3,
  minor: 6,
};

/** Told to us alone: what the other side can do nothing about. */
export interface OwnDebt {
  readonly key: string;
  readonly sentence: Sentence;
  readonly whatToDo: Sentence;
  readonly breakId: string | null;
  readonly contractId: string | null;
  readonly commitmentId: string | null;
}

const isMeasure = ({ sentence }: LineBreak): boolean => sentence.code.startsWith("break.hit");

function factBehind(line: Line, one: LineBreak): LineFact | undefined {
  const ids = one.refs.flatMap((ref) => (ref.kind === "screening" ? [ref.id] : []));
  return line.stations
    .flatMap(({ facts }) => facts)
    .find(({ refs }) => refs.some((ref) => ref.kind === "screening" && ids.includes(ref.id)));
}

function ofMeasure(line: Line, one: LineBreak): RankedProposal {
  const fact = factBehind(line, one);
  const decided = one.sentence.code === "break.hit_confirmed" ? 1 : 0;
  const said = one.sentence.text;
  return {
    rank: 0,
    always: true,
    proposal: {
      key: one.id,
      source: "official_measure",
      theme: "measures",
      title: sayAgenda("title.measure", one.sentence.params),
      detail: sayAgenda("detail.measure", { said, source: fact?.source ?? null, decided }),
      bring: sayAgenda("bring.measure"),
      why: sayAgenda("why.measure"),
      breakId: one.id,
      contractId: line.contract.id,
      ref: one.refs.find((ref) => ref.kind === "site") ?? null,
      questions: [],
      suggestedMinutes: 15,
    },
  };
}

function ofBreak(line: Line, one: LineBreak, kindOfIt: Kind): RankedProposal {
  if (isMeasure(one)) return ofMeasure(line, one);
  const unanswered = one.sentence.code.endsWith("silent");
  return {
    rank: unanswered ? 2.5 : rankOfSeverity[one.severity],
    always: unanswered || one.severity === "severe",
    proposal: {
      key: one.id,
      source: unanswered ? "unanswered_request" : "break",
      theme: kindOfIt.theme,
      title: sayAgenda(kindOfIt.title, {
        ...one.sentence.params,
        reference: line.contract.reference,
      }),
      detail: sayAgenda("detail.said", { said: one.sentence.text }),
      bring: sayAgenda(kindOfIt.bring),
      why: sayAgenda("why.break", { why: one.action.why.text }),
      breakId: one.id,
      contractId: line.contract.id,
      ref: one.refs.find((ref) => unanswered && ref.kind === "request") ?? one.refs[0] ?? null,
      questions: [],
      suggestedMinutes: kindOfIt.minutes,
    },
  };
}

/** The part of a line that is the brand's: its models in one topic, measures at sites of its models one by one. */
function forBrand(line: Line, brand: string): RankedProposal[] {
  const models = line.products.filter((product) => isSameName(product.brand, brand));
  if (models.length === 0) return [];
  const ids = new Set(models.map(({ productId }) => productId));
  const isOurs = (siteId: string): boolean =>
    line.sites.some((site) => site.siteId === siteId && site.productIds.some((id) => ids.has(id)));
  const measures = line.breaks
    .filter(
      (one) => isMeasure(one) && one.refs.some((ref) => ref.kind === "site" && isOurs(ref.id)),
    )
    .map((one) => ofMeasure(line, one));
  const open = models.filter(({ status }) => status !== "traced");
  if (open.length === 0) return measures;
  const named = open.slice(0, 4).map(({ family }) => family);
  const missing =
    open.length > named.length ? [...named, `${open.length - named.length} more`] : named;
  const aboutThem = line.breaks.find(({ refs }) =>
    refs.some((ref) => ref.kind === "product" && ids.has(ref.id)),
  );
  return [
    ...measures,
    {
      rank: rankOfSeverity.serious,
      always: false,
      proposal: {
        key: `models:${line.contract.id}`,
        source: "break",
        theme: "traceability",
        title: sayAgenda("title.where_made"),
        detail: sayAgenda("detail.models", {
          all: models.length,
          brand,
          missing: missing.join("; "),
        }),
        bring: sayAgenda("bring.sites"),
        why: sayAgenda("why.models"),
        breakId: aboutThem?.id ?? null,
        contractId: line.contract.id,
        ref: { kind: "contract", id: line.contract.id },
        questions: [],
        suggestedMinutes: 15,
      },
    },
  ];
}

/** Promises and meetings have topics of their own. */
const isAboutDialogue = (one: LineBreak): boolean =>
  one.refs.some(({ kind: about }) => about === "commitment");

/** Topics and own debts of the lines the counterpart may hear of. */
export function proposeFromLines({ lines, counterpart }: AgendaInput): {
  readonly proposals: readonly RankedProposal[];
  readonly owe: readonly OwnDebt[];
} {
  const proposals: RankedProposal[] = [];
  const owe: OwnDebt[] = [];
  for (const { line, supplier } of lines) {
    if (!isSameName(supplier, counterpart.name)) {
      if (counterpart.role === "brand") proposals.push(...forBrand(line, counterpart.name));
      continue;
    }
    for (const one of line.breaks) {
      if (isAboutDialogue(one)) continue;
      const isOwn = one.action.sentence.code.endsWith("_own");
      const kindOfIt = isOwn ? undefined : theirs[one.sentence.code];
      if (kindOfIt !== undefined) proposals.push(ofBreak(line, one, kindOfIt));
      else
        owe.push({
          key: one.id,
          sentence: sayAgenda("owe.break", { said: one.sentence.text }),
          whatToDo: one.action.sentence,
          breakId: one.id,
          contractId: line.contract.id,
          commitmentId: null,
        });
    }
  }
  return { proposals, owe };
}
