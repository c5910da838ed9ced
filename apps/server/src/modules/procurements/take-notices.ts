/** Takes public notices: a new procurement each, or what is new for the one that is there. */
import type { procurements } from "@throughline/contract";
import {
  AppError,
  type NormalisedProcurement,
  type ProcurementFacts,
  type Sentence,
} from "@throughline/domain";
import { toMinorUnits } from "@throughline/interchange";
import type { InferContractRouterInputs, InferContractRouterOutputs } from "@orpc/contract";
import { may, type Work } from "../../platform/api.ts";
import { changeProcurement } from "./change-procurement.ts";
import { keepNew } from "./create-procurement.ts";
import { loadProcurement } from "./load-procurement.ts";
import { sayProcurement } from "./procurement-sentences.ts";
import { findByNotice, isReferenceTaken, writeNotice } from "./procurements.store.ts";
import { readInstances } from "./read-instances.ts";

type Inputs = InferContractRouterInputs<typeof procurements>["takeNotices"];
type Item = InferContractRouterOutputs<typeof procurements>["takeNotices"]["items"][number];

/** What the procurement of a notice is known by: the ids its notices share. */
export function noticeIdsOf(notice: NormalisedProcurement): string[] {
  return [notice.procedureId, notice.noticeId, notice.publicationId].flatMap((id) => id ?? []);
}

/** Takes them in the order given, all or none. */
export async function takeNotices(work: Work, input: Inputs): Promise<{ items: Item[] }> {
  const items: Item[] = [];
  for (const notice of input.notices) items.push(await takeNotice(work, notice));
  return { items };
}

const stageOf: Readonly<Record<NormalisedProcurement["kind"], ProcurementFacts["stage"]>> = {
  planning: "drafting",
  tender: "published",
  award: "awarded",
  contract: "awarded",
  modification: "awarded",
};
const order: readonly ProcurementFacts["stage"][] = [
  "drafting",
  "published",
  "evaluating",
  "awarded",
  "closed",
];

async function takeNotice(work: Work, notice: NormalisedProcurement): Promise<Item> {
  const existing = await findByNotice(work, {
    ocid: notice.ocid,
    noticeIds: noticeIdsOf(notice),
  });
  return existing === undefined ? takeNew(work, notice) : takeFurther(work, notice, existing.id);
}

function valueOf(notice: NormalisedProcurement): ProcurementFacts["value"] {
  const { value } = notice;
  if (value === null || value.amount < 0) return null;
  const converted = toMinorUnits(value.amount, value.currency);
  return converted.ok ? { minorUnits: converted.minorUnits, currency: value.currency } : null;
}

/** What the notice itself says; a field it does not speak of stays out. */
function factsOf(notice: NormalisedProcurement): Partial<ProcurementFacts> {
  const value = valueOf(notice);
  const { kind, publishedOn } = notice;
  return {
    ...(notice.procedure === null ? {} : { procedure: notice.procedure }),
    ...(notice.cpv.length === 0 ? {} : { cpv: notice.cpv }),
    ...(value === null ? {} : { value }),
    ...(notice.country === null ? {} : { country: notice.country }),
    // An early announcement tells the market; only a call for competition publishes the tender.
    ...(publishedOn === null || kind !== "planning" ? {} : { announcedOn: publishedOn }),
    ...(publishedOn === null || kind !== "tender" ? {} : { publishedOn }),
    ...(notice.deadlineOn === null ? {} : { deadlineOn: notice.deadlineOn }),
    ...(notice.awardedOn === null ? {} : { awardedOn: notice.awardedOn }),
    ...(notice.lots.length === 0
      ? {}
      : { lots: notice.lots.map(({ id, title, cpv }) => ({ id, title, cpv })) }),
  };
}

/** The stage a notice shows it has reached. Published it can only be said to be with a day. */
function reached(
  notice: NormalisedProcurement,
  facts: Pick<ProcurementFacts, "publishedOn">,
): ProcurementFacts["stage"] {
  const stage = stageOf[notice.kind];
  return stage !== "drafting" && facts.publishedOn === null ? "drafting" : stage;
}

async function takeNew(work: Work, notice: NormalisedProcurement): Promise<Item> {
  const notes: Sentence[] = notice.notes.map((note) => sayProcurement("notice.note", { note }));
  const wanted = notice.ocid ?? notice.publicationId ?? notice.noticeId ?? notice.title;
  const reference = await freeReference(work, wanted.slice(0, 110));
  const untitled = notice.title.trim() === "";
  if (untitled) notes.push(sayProcurement("notice.untitled"));
  const told = factsOf(notice);
  const facts: ProcurementFacts = {
    id: "",
    reference,
    title: (untitled ? reference : notice.title).slice(0, 400),
    procedure: "other",
    stage: "drafting",
    cpv: [],
    value: null,
    country: null,
    announcedOn: null,
    // A later notice tells no day of publication of the call; the first day it knows stands for it. Its own would be
    // after the award, and the day of award would go as a contradiction.
    publishedOn: notice.kind === "planning" ? null : firstOf(notice.publishedOn, notice.awardedOn),
    deadlineOn: null,
    awardedOn: null,
    expectedBidders: [],
    risk: "unknown",
    lots: [],
    promises: [],
    hours: { preparation: null, followUp: null },
    ...told,
    instances: readInstances(notice),
  };
  const sound = withoutContradictions({ ...facts, stage: reached(notice, facts) });
  const content = {
    facts: sound,
    ocid: notice.ocid,
    noticeId: notice.procedureId ?? notice.noticeId ?? notice.publicationId,
    riskOverride: null,
    frameworkId: null,
  };
  const id = await keepNew(work, content, "take-notice", { kind: notice.kind }, { notice });
  return { id, title: facts.title, what: "new", notes: [...notes, ...saySuppliers(notice)] };
}

function firstOf(published: string | null, awarded: string | null): string | null {
  return published !== null && awarded !== null && awarded < published ? awarded : published;
}

const words: Readonly<Record<string, string>> = {
  procedure: "the procedure",
  cpv: "the category",
  value: "the value",
  country: "the country",
  announcedOn: "the day of announcement",
  publishedOn: "the day of publication",
  deadlineOn: "the deadline",
  awardedOn: "the day of award",
  lots: "the lots",
};

async function takeFurther(work: Work, notice: NormalisedProcurement, id: string): Promise<Item> {
  const loaded = await loadProcurement(work, id);
  const { facts } = loaded;
  const told = factsOf(notice);
  const before: Record<string, unknown> = { ...facts };
  // Lots that criteria stand in are not swapped under them.
  const lotsInUse = facts.instances.some(({ lots }) => lots.length > 0) && facts.lots.length > 0;
  const entries = Object.entries(told).filter(
    ([field, value]) =>
      JSON.stringify(before[field]) !== JSON.stringify(value) && !(field === "lots" && lotsInUse),
  );
  const merged = { ...facts, ...(Object.fromEntries(entries) as Partial<ProcurementFacts>) }; // fields of `told`
  const stage = reached(notice, merged);
  const isFurther = order.indexOf(stage) > order.indexOf(facts.stage);
  // A tender of ours goes past its gate, or to its award, by whoever may publish: also where a notice says it has.
  const further = isFurther && may(work, "procurement.publish");
  const named = readInstances(notice);
  const instances =
    facts.instances.length === 0 && facts.stage === "drafting" ? named : facts.instances;
  const next = withoutContradictions({
    ...merged,
    instances,
    stage: further ? stage : facts.stage,
  });
  const fields = entries.map(([field]) => words[field] ?? field);
  const notes: Sentence[] = [
    ...notice.notes.map((note) => sayProcurement("notice.note", { note })),
    ...(fields.length === 0
      ? []
      : [sayProcurement("notice.new_facts", { fields: fields.join("; ") })]),
    ...(isFurther
      ? [sayProcurement(further ? "notice.stage" : "notice.stage_waits", { stage })]
      : []),
    ...(instances === facts.instances && named.length > 0
      ? [sayProcurement("notice.criteria_kept", { count: named.length })]
      : []),
    ...saySuppliers(notice),
  ];
  await writeNotice(work, id, notice);
  if (JSON.stringify(next) === JSON.stringify(facts)) {
    return {
      id,
      title: facts.title,
      what: "same",
      notes: [sayProcurement("notice.nothing_new"), ...notes],
    };
  }
  await changeProcurement(work, loaded, {
    kind: "take-notice",
    about: { kind: notice.kind },
    content: { ...loaded, facts: next, ocid: loaded.ocid ?? notice.ocid },
  });
  return { id, title: facts.title, what: "changed", notes };
}

/** Days a notice contradicts itself or what is known in: the later word about the past is not trusted, and left out. */
function withoutContradictions(facts: ProcurementFacts): ProcurementFacts {
  const { announcedOn, publishedOn, deadlineOn, awardedOn } = facts;
  const before = (day: string | null): string | null =>
    day !== null && publishedOn !== null && day < publishedOn ? null : day;
  return {
    ...facts,
    announcedOn:
      announcedOn !== null && publishedOn !== null && announcedOn > publishedOn
        ? null
        : announcedOn,
    deadlineOn: before(deadlineOn),
    awardedOn: before(awardedOn),
  };
}

function saySuppliers(notice: NormalisedProcurement): Sentence[] {
  if (notice.suppliers.length === 0) return [];
  const suppliers = notice.suppliers.map(({ name }) => name).join("; ");
  return [sayProcurement("notice.suppliers", { suppliers })];
}

async function freeReference(work: Work, wanted: string): Promise<string> {
  for (let number = 1; number < 100; number += 1) {
    const reference = number === 1 ? wanted : `${wanted} (${number})`;
    if ((await isReferenceTaken(work, reference, null)) === undefined) return reference;
  }
  throw new AppError("already_exists", `The reference ${wanted} is taken.`);
}
