/**
 * The demonstration of harmonisation and duties: three invented buyers that ask for the sites of production each in its own
 * way, a reseller that answers all three and comments, a proposal out for comment, a follow-up that one buyer may recognise
 * of another, and a contract with a duty in each state. Days are counted from the day it is loaded. Safe to repeat: each
 * step finds what an earlier start made.
 */
import { ContractInput } from "@throughline/contract";
import type { Database } from "@throughline/db";
import type { IsoDate, ParameterValues } from "@throughline/domain";
import { createContract } from "../modules/contracts/index.ts";
import { gatherDuties, recordEvents, setOwner } from "../modules/duties/index.ts";
import {
  commentOn,
  conveneGroup,
  inviteByCode,
  joinGroup,
  listFollowUps,
  listGroups,
  listProposals,
  proposeCore,
  putOut,
  shareFollowUp,
  shareInstances,
} from "../modules/harmonisation/index.ts";
import { makeWork, type Work } from "../platform/api.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { demonstrationPeople, type DemonstrationPerson } from "./people.ts";

const dayMs = 86_400_000;
const requirement = "disclose_sites";
const reference = "WH-2026-11-L";

type Who = DemonstrationPerson["organisation"];

/** Runs work as the first person of a demonstration; nothing where that demonstration was not loaded. */
async function as<T>(
  database: Database,
  who: Who,
  now: Date,
  use: (work: Work) => Promise<T>,
): Promise<T | null> {
  const person = demonstrationPeople.find(({ organisation }) => organisation === who);
  if (person === undefined) return null;
  const personId = await plantPerson(database, person);
  const member = await database.withActor({ organisationId: null, personId }, (tx) =>
    tx
      .selectFrom("members")
      .select("organisation_id")
      .where("person_id", "=", personId)
      .orderBy("joined_at")
      .executeTakeFirst(),
  );
  if (member === undefined) return null;
  const organisationId = member.organisation_id;
  return database.withActor({ organisationId, personId }, (tx) =>
    use(
      makeWork({
        tx,
        actor: {
          organisationId,
          personId,
          role: "owner",
          scopes: null,
          requestId: "demonstrations",
        },
        tokenId: null,
        now,
      }),
    ),
  );
}

interface Asking {
  readonly who: Who;
  readonly values: ParameterValues;
  readonly floor: { readonly values: ParameterValues; readonly reason: string } | null;
  readonly resellers: readonly string[];
}

const asking: readonly Asking[] = [
  {
    who: "university",
    values: {
      due_days: 28,
      due_from: "award",
      tiers: ["final_assembly"],
      components: ["battery pack", "display panel"],
      refresh_months: 12,
    },
    floor: null,
    resellers: ["Cedar IT"],
  },
  {
    who: "city",
    values: { due_days: 60, due_from: "award", tiers: ["final_assembly"] },
    floor: null,
    resellers: ["Cedar IT", "Birch Systems"],
  },
  {
    who: "hospital",
    values: {
      due_days: 10,
      due_from: "award",
      tiers: ["final_assembly", "sub_assembly"],
      refresh_months: 12,
    },
    floor: {
      values: { due_days: 28, due_from: "award", tiers: ["final_assembly"], refresh_months: 12 },
      reason:
        "We could wait four weeks and do without the tier beyond, but not without a yearly list.",
    },
    resellers: ["Cedar IT"],
  },
];

/** What the hospital's older contract asks; the city looked into the same. */
const olderTerms: ParameterValues = {
  due_days: 60,
  due_from: "award",
  tiers: ["final_assembly"],
};

/** Loads it, or what of it is not there yet. */
export async function loadHarmonisationDemonstration(database: Database, now: Date): Promise<void> {
  await loadDuties(database, now);
  const groupId = await as(database, "university", now, async (work) => {
    const { groups } = await listGroups(work);
    const known = groups[0]?.id;
    if (known !== undefined) return known;
    const made = await conveneGroup(work, {
      title: "Sites of production in contracts for electronics (invented)",
      purpose: "Ask for the sites where devices are made in words that a reseller can answer once.",
      lawfulPurpose:
        "Public buyers compare social conditions they already ask. Prices, quantities, bids and awards are not spoken of, and each stays free to ask something else.",
    });
    return made.groupId;
  });
  if (groupId === null) return;
  for (const who of ["city", "hospital", "reseller"] as const)
    await join(database, who, groupId, now);
  for (const one of asking) await share(database, one, groupId, now);
  await as(database, "city", now, (work) => shareLookedInto(work, groupId));
  await discuss(database, groupId, now);
}

async function join(database: Database, who: Who, groupId: string, now: Date): Promise<void> {
  const there = await as(database, who, now, async (work) => {
    const { groups } = await listGroups(work);
    return groups.some(({ id }) => id === groupId);
  });
  if (there !== false) return;
  const kind = who === "reseller" ? "reference" : "buyer";
  const invited = await as(database, "university", now, (work) =>
    inviteByCode(work, { groupId, kind }),
  );
  if (invited !== null) await as(database, who, now, (work) => joinGroup(work, invited));
}

async function share(
  database: Database,
  { who, values, floor, resellers }: Asking,
  groupId: string,
  now: Date,
): Promise<void> {
  await as(database, who, now, async (work) => {
    const { groups } = await listGroups(work);
    const group = groups.find(({ id }) => id === groupId);
    if (group === undefined || group.proposals > 0) return;
    await shareInstances(work, {
      groupId,
      instances: [
        {
          requirement,
          role: "clause",
          version: null,
          values,
          floor,
          resellers: [...resellers],
          schemes: [],
        },
      ],
      dryRun: false,
    });
  });
}

async function shareLookedInto(work: Work, groupId: string): Promise<void> {
  const { followUps } = await listFollowUps(work, groupId);
  if (followUps.length > 0) return;
  await shareFollowUp(work, {
    groupId,
    requirement,
    supplier: "Cedar IT",
    values: olderTerms,
    method: "dialogue",
    followedUpOn: dayFrom(work.now, -60),
    result: "In two meetings Cedar IT named the sites of final assembly of five of six models.",
    dryRun: false,
  });
}

async function discuss(database: Database, groupId: string, now: Date): Promise<void> {
  const proposalId = await as(database, "university", now, async (work) => {
    const { proposals } = await listProposals(work, groupId);
    if (proposals.length > 0) return null;
    const made = await proposeCore(work, { groupId, requirement, objective: "most_ambitious" });
    await putOut(work, {
      proposalId: made.proposalId,
      version: 1,
      commentUntil: dayFrom(now, 30),
    });
    return made.proposalId;
  });
  if (proposalId === null) return;
  await as(database, "hospital", now, (work) =>
    commentOn(work, {
      proposalId,
      stance: "agree",
      text: "Four weeks are enough for us as long as the list comes every year.",
    }),
  );
  await as(database, "reseller", now, (work) =>
    commentOn(work, {
      proposalId,
      stance: "change",
      text: "Brands answer us within six weeks at best. Please count the days from the request.",
    }),
  );
}

function dayFrom(now: Date, days: number): IsoDate {
  return new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
}

const party = (name: string) => ({ name, country: "GB", invented: true, identifiers: [] });
const byDialogue = {
  ways: ["dialogue"],
  kpis: [],
  evidenceTypes: [],
  personId: null,
  role: "contracts@westmere.example",
  hoursPerMonth: 1,
};

function clause(number: string, key: string, summary: string, given: object = {}) {
  return {
    clause: number,
    requirement: key,
    summary,
    dueDays: null,
    dueFrom: null,
    refreshEveryMonths: null,
    gatesExtension: false,
    tiers: [],
    components: [],
    followUp: byDialogue,
    ...given,
  };
}

const fromAward = (dueDays: number) => ({ dueDays, dueFrom: "award" });

/** A contract of the hospital with a duty in each state. */
async function loadDuties(database: Database, now: Date): Promise<void> {
  await as(database, "hospital", now, async (work) => {
    const { organisationId } = work.actor;
    const there = await work.tx
      .selectFrom("contracts")
      .select("id")
      .where("organisation_id", "=", organisationId)
      .where("reference", "=", reference)
      .executeTakeFirst();
    if (there !== undefined) return;
    const { id } = await createContract(
      work,
      ContractInput.parse({
        kind: "stand_alone",
        reference,
        title: "Laptops for wards and offices 2026–2029",
        buyer: party("Westmere Hospitals"),
        supplier: party("Cedar IT"),
        brands: [party("Aster")],
        cpv: ["30213100"],
        awardedOn: dayFrom(now, -100),
        startsOn: dayFrom(now, -90),
        endsOn: dayFrom(now, 1000),
        followUp: { personId: work.actor.personId, name: null, hoursPerMonth: 4 },
        products: [
          {
            brand: "Aster",
            family: "Aster Book 14",
            partNumber: null,
            quantity: null,
            value: null,
            cpv: null,
          },
        ],
        conditions: [
          clause("3.1", requirement, "The sites of final assembly, within sixty days of award.", {
            ...fromAward(60),
            tiers: ["final_assembly"],
          }),
          clause(
            "3.2",
            "disclose_findings",
            "Findings of audits, within thirty days of award.",
            fromAward(30),
          ),
          clause(
            "3.3",
            "chemical_inventory",
            "The inventory of chemicals, within forty days of award.",
            fromAward(40),
          ),
          clause(
            "3.4",
            "purchasing_practice_report",
            "A report on trading conditions, within eighty days of award.",
            fromAward(80),
          ),
          clause(
            "3.5",
            "code_of_conduct",
            "The code of conduct, passed on within 110 days of award.",
            fromAward(110),
          ),
          clause(
            "3.6",
            "brand_certificate",
            "The brand's signed undertaking, within a month of signature.",
            {
              dueDays: 30,
              dueFrom: "signature",
            },
          ),
          clause(
            "3.7",
            "due_diligence_system",
            "Due diligence in place within 300 days of award.",
            fromAward(300),
          ),
          clause(
            "3.8",
            "label_or_equivalent",
            "A label or equivalent proof within sixty days of award.",
            fromAward(60),
          ),
        ],
      }),
    );
    const { duties } = await gatherDuties(work, id);
    const keyOf = (number: string): string =>
      duties.find((duty) => duty.clause === number)?.key ?? "";
    const event = (number: string, kind: "performed" | "achieved" | "planned" | "excused") => ({
      contractId: id,
      dutyKey: keyOf(number),
      kind,
      until: null,
      note: "",
    });
    await recordEvents(work, {
      events: [
        {
          ...event("3.1", "performed"),
          on: dayFrom(now, -50),
          note: "Cedar IT asked Aster formally; Aster has not answered.",
        },
        { ...event("3.3", "achieved"), on: dayFrom(now, -65), note: "Inventory received." },
        {
          ...event("3.4", "planned"),
          on: dayFrom(now, -25),
          until: dayFrom(now, 45),
          note: "Agreed at the meeting: the report comes with the second quarter.",
        },
        {
          ...event("3.8", "excused"),
          on: dayFrom(now, -40),
          note: "No label covers refurbished docking stations, which are all that is left of this lot.",
        },
      ],
    });
    await setOwner(work, {
      duties: [{ contractId: id, dutyKey: keyOf("3.2") }],
      personId: work.actor.personId,
      role: null,
    });
  });
}
