/** What happens at the table of the demonstration's series over and over: who acts when, a meeting prepared, a promise drafted. */
import { draftAgenda } from "@throughline/dialogue";
import type { IsoDate } from "@throughline/domain";
import { makeCommitment } from "../modules/commitments/index.ts";
import { showContractLine } from "../modules/line/index.ts";
import { addItems, confirmFit, planMeeting, setPeople } from "../modules/meetings/index.ts";
import type { Work } from "../platform/api.ts";
import type { LinkParts } from "../platform/derive-link.ts";
import type { ActAs } from "./act-as.ts";
import { findRoleAskedFor } from "./dialogue-series.store.ts";

export const reseller = "Cedar IT";
const buyer = "Northbridge University";
const dayMs = 86_400_000;

/** A day so many days from now; a weekend is its Tuesday. */
function meetingDay(now: Date, days: number): IsoDate {
  const day = new Date(now.getTime() + days * dayMs);
  const weekday = day.getUTCDay();
  const shift = weekday === 6 ? 3 : weekday === 0 ? 2 : 0;
  return new Date(day.getTime() + shift * dayMs).toISOString().slice(0, 10);
}

/** Who acts when: `we` are the university, `they` the reseller; days are counted from the day it is loaded. */
export interface Stage {
  readonly we: <T>(days: number, use: (work: Work) => Promise<T>) => Promise<T>;
  readonly they: <T>(days: number, use: (work: Work) => Promise<T>) => Promise<T>;
  readonly day: (days: number) => IsoDate;
  readonly meetingDay: (days: number) => IsoDate;
  readonly parts: LinkParts;
  readonly contractId: string;
}

/** Sets the stage for the day it is loaded on. */
export function stageOf(actAs: ActAs, parts: LinkParts, now: Date, contractId: string): Stage {
  const at = (days: number): Date => new Date(now.getTime() + days * dayMs);
  const as =
    (who: "university" | "reseller"): Stage["we"] =>
    async (days, use) => {
      const done = await actAs(who, at(days), async (work) => ({ value: await use(work) }));
      if (done === null) throw new Error(`Nobody of the demonstration acts for the ${who}.`);
      return done.value;
    };
  return {
    we: as("university"),
    they: as("reseller"),
    day: (days) => at(days).toISOString().slice(0, 10),
    meetingDay: (days) => meetingDay(now, days),
    parts,
    contractId,
  };
}

/** A meeting and its day. */
export interface Planned {
  readonly meetingId: string;
  readonly on: IsoDate;
}

/** A meeting with an agenda drafted from the line, whom we ask to send, and their word on it. */
export async function plan(
  stage: Stage,
  seriesId: string,
  given: {
    readonly title: string;
    readonly days: number;
    readonly plannedAt: number;
    /** Which of the points that are open come up: the first, or those after them. */
    readonly points: readonly [number, number];
  },
): Promise<Planned> {
  const on = stage.meetingDay(given.days);
  const meetingId = await stage.we(given.plannedAt, async (work) => {
    const { id } = await planMeeting(work, {
      seriesId,
      title: given.title,
      startsAt: `${on}T10:00`,
      minutes: 75,
      timeZone: "Europe/London",
      form: "online",
      place: "https://meet.northbridge.example/laptops",
    });
    await addItems(work, { id, items: await itemsFromLine(work, stage.contractId, given.points) });
    await setPeople(work, {
      id,
      people: [
        {
          side: "counterpart",
          roleTitle: "Head of responsible sourcing",
          name: null,
          address: "sites@cedar-it.example",
          topics: ["traceability", "working_hours"],
          mandate: "unknown",
        },
      ],
    });
    return id;
  });
  return { meetingId, on };
}

/** What the line says is open, as the engine would draft it with time enough. */
async function itemsFromLine(
  work: Work,
  contractId: string,
  [from, until]: readonly [number, number],
) {
  const { line } = await showContractLine(work, { id: contractId, asOf: work.today });
  const draft = draftAgenda({
    asOf: work.today,
    counterpart: { name: reseller, role: "reseller" },
    lines: [{ line, supplier: reseller }],
    commitments: [],
    requests: [],
    evidence: [],
    issues: ["traceability", "working_hours"],
    packs: [],
    topics: [],
    minutes: 480,
  });
  return draft.chosen.slice(from, until).map((proposal) => ({
    source: proposal.source,
    title: proposal.title.text.slice(0, 300),
    detail: proposal.detail.text,
    brings: proposal.bring.text,
    minutes: proposal.suggestedMinutes,
    threadId: null,
    contractId: proposal.breakId === null ? null : contractId,
    breakId: proposal.breakId,
  }));
}

/** Their word that the right one comes. */
export async function confirmWhoComes(
  { they }: Stage,
  days: number,
  meetingId: string,
): Promise<void> {
  await they(days, async (work) => {
    const personId = await findRoleAskedFor(work, meetingId);
    if (personId === null) return;
    await confirmFit(work, {
      id: meetingId,
      personId,
      fit: "confirmed",
      mandate: "can_take_back",
      topics: ["traceability", "working_hours"],
    });
  });
}

/** What a promise is made of. */
export interface Drafted {
  readonly debtor: "buyers" | "counterpart";
  readonly what: string;
  readonly due: number;
  readonly about: string;
}

/** A promise as the minutes will carry it; shared, it is put forward at once. */
export async function draft(
  { day, contractId }: Stage,
  work: Work,
  at: { readonly seriesId: string; readonly meetingId: string; readonly threadId: string },
  promise: Drafted,
  share = false,
): Promise<string> {
  const { debtor, what, about } = promise;
  return makeCommitment(work, {
    ...at,
    agendaItemId: null,
    debtor,
    debtorName: debtor === "buyers" ? buyer : reseller,
    debtorRole: debtor === "buyers" ? "contract manager" : "head of responsible sourcing",
    what,
    dueOn: day(promise.due),
    about,
    // Only we know of which contract it is.
    contractId: share ? null : contractId,
    breakId: null,
    share,
  });
}
