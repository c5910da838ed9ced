/**
 * The demonstration of requirements: the policy of an invented city that asks more every year for three years, a tender in
 * which each kind of mismatch stands, and one whose winning bid promised more than its clauses ask. Days are counted from
 * the day it is loaded. Bidders are invented.
 */
import { type PolicyRowInput, ProcurementInput } from "@throughline/contract";
import type { Database, Tx } from "@throughline/db";
import type { FollowUp, ParameterValues } from "@throughline/domain";
import { makeWork, type Work } from "../platform/api.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { requireMember } from "../platform/require-member.ts";
import { demonstrationPeople } from "./people.ts";
import { addRow } from "../modules/policies/index.ts";
import {
  createProcurement,
  listProcurements,
  publishProcurement,
  setPromises,
} from "../modules/procurements/index.ts";
import { takeUp } from "../modules/requirements/index.ts";
import { brokenTender, soundTender } from "./tenders.ts";

const dayMs = 86_400_000;

// The city of the demonstrations; see `load-demonstrations.ts`.
const organisationId = "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1a02";

interface Buyer {
  readonly organisationId: string;
  readonly personId: string;
}

/** Loads it once. Without the city of the demonstrations there is nothing to load it for. */
export async function loadProcurementDemonstration(database: Database, now: Date): Promise<void> {
  const person = demonstrationPeople.find(({ organisation }) => organisation === "city");
  if (person === undefined) return;
  const buyer = { organisationId, personId: await plantPerson(database, person) };
  await database.withActor(buyer, async (tx) => {
    const workAt = (days: number): Work =>
      workOf(tx, buyer, new Date(now.getTime() + days * dayMs));
    // The tenders behind the city's contracts have other references.
    const ours = { search: "LARK-", sort: "title", limit: 1 } as const;
    const { total } = await listProcurements(workAt(0), ours);
    if (total > 0 || !(await isMember(workAt(0)))) return;
    await holdLibrary(workAt(-200));
    await layPolicy(workAt(-200), now);
    await makeBroken(workAt(-6), now);
    await makeEvaluated(workAt, buyer, now);
  });
}

/** Whether the city is there with its people. */
async function isMember(work: Work): Promise<boolean> {
  return requireMember(work, work.actor.personId, "/").then(
    () => true,
    () => false,
  );
}

function workOf(tx: Tx, buyer: Buyer, now: Date): Work {
  return makeWork({
    tx,
    actor: { ...buyer, role: "owner", scopes: null, requestId: "demonstrations" },
    tokenId: null,
    now,
  });
}

async function holdLibrary(work: Work): Promise<void> {
  await takeUp(work, "adopted", {
    key: "disclose_sites",
    version: null,
    values: { tiers: ["final_assembly"], due_days: 60, due_from: "award" },
    wordings: null,
    reason: null,
  });
  await takeUp(work, "adapted", {
    key: "respond_query",
    version: null,
    values: { due_working_days: 10, named_contact: true },
    wordings: [
      {
        language: "en",
        text: "The supplier answers the city's questions within ten working days and names the person who does.",
        status: "checked",
      },
    ],
    reason: "Our contract managers asked for one named person.",
  });
}

const anything = {
  cpvPrefixes: [],
  risks: [],
  valueFrom: null,
  valueTo: null,
  countries: [],
  procedures: [],
  bidderRoles: [],
  sizes: [],
} satisfies PolicyRowInput["when"];

function byDialogue(personId: string | null): FollowUp {
  return {
    ways: ["dialogue"],
    kpis: [],
    evidenceTypes: [],
    personId,
    role: personId === null ? "Responsible procurement desk" : null,
    hoursPerMonth: 2,
  };
}

/** Three years: final assembly within 60 days, then one tier beyond within 28, then named components refreshed yearly. */
async function layPolicy(work: Work, now: Date): Promise<void> {
  const year = now.getUTCFullYear();
  const first = (of: number): string => `${of}-01-01`;
  const last = (of: number): string => `${of}-12-31`;
  const announcedOn = `${year - 1}-05-15`;
  const scaleUp: readonly (readonly [string, number, number | null, ParameterValues])[] = [
    [
      "Computers: name final assembly",
      year,
      year,
      { tiers: ["final_assembly"], due_days: 60, due_from: "award" },
    ],
    [
      "Computers: one tier beyond",
      year + 1,
      year + 1,
      { tiers: ["final_assembly", "sub_assembly"], due_days: 28, due_from: "award" },
    ],
    [
      "Computers: named components, refreshed yearly",
      year + 2,
      null,
      {
        tiers: ["final_assembly", "sub_assembly", "component"],
        components: ["batteries", "displays"],
        due_days: 28,
        due_from: "award",
        refresh_months: 12,
      },
    ],
  ];
  for (const [title, from, to, values] of scaleUp)
    await add(work, {
      title,
      when: { ...anything, cpvPrefixes: ["302"] },
      ask: {
        requirement: "disclose_sites",
        version: null,
        role: "clause",
        values,
        followUp: byDialogue(work.actor.personId),
      },
      effectiveFrom: first(from),
      effectiveTo: to === null ? null : last(to),
      announcedOn,
      noticeMonths: from === year ? null : 12,
      reason: "The council's plan for fair computers: a step a year, told three years ahead.",
      proportionality: "A small reseller names final assembly and shows that it asked its brands.",
    });
  await add(work, {
    title: "High risk from half a million euro: working hours",
    when: { ...anything, risks: ["high"], valueFrom: { minorUnits: 50_000_000, currency: "EUR" } },
    ask: {
      requirement: "working_hours",
      version: null,
      role: "clause",
      values: { max_hours: 60, rest_days: 1 },
      followUp: byDialogue(work.actor.personId),
    },
    effectiveFrom: first(year),
    effectiveTo: null,
    announcedOn,
    noticeMonths: null,
    reason: "Where we have some weight, we look at the hours people work.",
    proportionality: "Below half a million euro it is not asked.",
  });
  await add(work, {
    title: "Computers: answer our questions",
    when: { ...anything, cpvPrefixes: ["302"] },
    ask: {
      requirement: "respond_query",
      version: null,
      role: "clause",
      values: { due_working_days: 10, named_contact: true },
      followUp: byDialogue(work.actor.personId),
    },
    effectiveFrom: first(year),
    effectiveTo: null,
    announcedOn: null,
    noticeMonths: null,
    reason: "",
    proportionality: "",
  });
}

async function add(work: Work, row: PolicyRowInput): Promise<void> {
  await addRow(work, row);
}

const isoDay = (now: Date, days: number): string =>
  new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);

async function makeBroken(work: Work, now: Date): Promise<void> {
  await createProcurement(work, ProcurementInput.parse(brokenTender((days) => isoDay(now, days))), {
    invented: true,
  });
}

/** Published with everything in order; the bids are in, and the winner promised more than the clauses ask. */
async function makeEvaluated(
  workAt: (days: number) => Work,
  buyer: Buyer,
  now: Date,
): Promise<void> {
  const day = (days: number): string => isoDay(now, days);
  const { id } = await createProcurement(
    workAt(-90),
    ProcurementInput.parse(soundTender(day, byDialogue(buyer.personId))),
    { invented: true },
  );
  await publishProcurement(workAt(-60), {
    id,
    version: 1,
    publishedOn: day(-60),
    deadlineOn: day(-8),
  });
  await setPromises(workAt(-2), {
    id,
    version: 2,
    promises: [
      {
        bidder: "Cedar IT (invented)",
        winning: true,
        criterionId: null,
        requirement: "disclose_sites",
        text: "We name the sites of final assembly within twenty days of award and refresh the list every year.",
        values: { tiers: ["final_assembly"], due_days: 20, due_from: "award", refresh_months: 12 },
      },
      {
        bidder: "Cedar IT (invented)",
        winning: true,
        criterionId: null,
        requirement: "meeting",
        text: "Our sustainability lead meets you twice a year.",
        values: { per_year: 2, attendee: "knowledgeable_person" },
      },
      {
        bidder: "Birch Supplies (invented)",
        winning: false,
        criterionId: null,
        requirement: "disclose_sites",
        text: "We name the sites within sixty days of award.",
        values: { tiers: ["final_assembly"], due_days: 60, due_from: "award" },
      },
    ],
  });
}
