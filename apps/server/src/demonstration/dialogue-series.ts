/**
 * One series in full: the invented university and its invented reseller, about the laptops. Two meetings behind them, with an
 * agenda that left in time and one that did not; promises of both sides kept, late, moved twice; minutes that were corrected; a
 * third meeting to prepare. On the day it is loaded a word is missing from each side.
 */
import { reportObstacle, sayOfCommitment } from "../modules/commitments/index.ts";
import {
  agreeAim,
  createSeries,
  deriveSeatSecrets,
  offerSeat,
  saveLesson,
  saveThread,
  sayAim,
  takeOpenedSeat,
} from "../modules/dialogues/index.ts";
import {
  addItems,
  giveFeedback,
  holdMeeting,
  replyToMinutes,
  sendMinutes,
} from "../modules/meetings/index.ts";
import type { LinkParts } from "../platform/derive-link.ts";
import type { ActAs } from "./act-as.ts";
import {
  findAimOf,
  findContractToTalkAbout,
  markAgendaSent,
  putMinutesOnTable,
} from "./dialogue-series.store.ts";
import { confirmWhoComes, draft, plan, reseller, stageOf, type Stage } from "./dialogue-stage.ts";

const reference = "NBU-2026-EUC-1";
const blank = { reason: null, what: null, dueOn: null, shownBy: null } as const;

/** Loads it where both are there and nobody has begun to talk about the contract. */
export async function loadRunningSeries(actAs: ActAs, parts: LinkParts, now: Date): Promise<void> {
  const contract = await actAs("university", now, (work) =>
    findContractToTalkAbout(work, reference),
  );
  const reachable = await actAs("reseller", now, () => Promise.resolve(true));
  if (contract === null || contract.hasSeries || reachable === null) return;
  const stage = stageOf(actAs, parts, now, contract.id);
  const seriesId = await sitDown(stage);
  const threadId = await agreeOnPurpose(stage, seriesId);
  const first = await holdFirstMeeting(stage, seriesId, threadId);
  await keepFirstPromises(stage, first);
  await holdSecondMeeting(stage, seriesId, threadId);
  await prepareThirdMeeting(stage, seriesId);
}

async function sitDown({ we, they, parts, contractId }: Stage): Promise<string> {
  const { id: seriesId } = await we(-168, (work) =>
    createSeries(work, {
      title: "Laptops: sites and working hours",
      counterpartName: reseller,
      counterpartRole: "reseller",
      basis: "contract",
      basisTold: "Clause 14.2 of the framework: follow-up by evidence and dialogue.",
      contractIds: [contractId],
      issues: ["traceability", "working_hours"],
      cpv: ["30213100"],
      cadenceMonths: 3,
      timeZone: "Europe/London",
      protection:
        "Lists of sites are seen by the two of us and by whoever screens them. Nothing is shown to other resellers.",
      purpose:
        "Know which sites make the laptops we bought, and who answers for the people who work there.",
      hopedOutcome: "Every model traced to its place of assembly before the contract is extended.",
      brings: "Our order plans for two quarters, and somebody who places the orders.",
    }),
  );
  const { seatId } = await we(-167, (work) =>
    offerSeat(
      work,
      {
        id: seriesId,
        kind: "counterpart",
        name: reseller,
        toAddress: "sites@cedar-it.example",
        sees: [],
        letter: "We would like to talk about two things only: where it is made, and working hours.",
      },
      parts,
    ),
  );
  await they(-164, (work) => takeOpenedSeat(work, deriveSeatSecrets(parts, seatId, 1).hash));
  return seriesId;
}

/** Both say what they want, and agree to what the other wants. */
async function agreeOnPurpose({ we, they }: Stage, seriesId: string): Promise<string> {
  await they(-164, async (work) => {
    await sayAim(work, {
      id: seriesId,
      purpose: "Be asked once, early enough, and by people who know what a reseller can know.",
      hopedOutcome: "One way of asking that our other customers take over; fewer questions twice.",
      brings: "What the brands told us, and where they did not answer.",
    });
    const aimId = await findAimOf(work, seriesId, "buyers");
    if (aimId !== null) await agreeAim(work, { id: seriesId, aimId });
  });
  return we(-162, async (work) => {
    const aimId = await findAimOf(work, seriesId, "counterpart");
    if (aimId !== null)
      await agreeAim(work, {
        id: seriesId,
        aimId,
        note: "We will ask as the group of buyers does.",
      });
    const { threadId } = await saveThread(work, {
      id: seriesId,
      title: "Who makes the batteries and displays",
      kind: "traceability",
    });
    return threadId;
  });
}

interface FirstPromises {
  readonly batteries: string;
  readonly hours: string;
  readonly forecast: string;
}

async function holdFirstMeeting(
  stage: Stage,
  seriesId: string,
  threadId: string,
): Promise<FirstPromises> {
  const { we, they } = stage;
  const { meetingId: id, on } = await plan(stage, seriesId, {
    title: "First meeting",
    days: -126,
    plannedAt: -155,
    points: [0, 4],
  });
  const sent = await we(-140, (work) => markAgendaSent(work, id));
  await they(-135, (work) =>
    addItems(work, {
      id,
      items: [
        {
          source: "free",
          title: "Orders at the end of the financial year",
          detail: "Two thirds of the year's laptops were ordered in March.",
          brings: "Your order plans.",
          minutes: 15,
          threadId: null,
          contractId: null,
          breakId: null,
        },
      ],
    }),
  );
  await confirmWhoComes(stage, -134, id);
  const at = { seriesId, meetingId: id, threadId };
  const promised = await we(-123, async (work) => {
    await holdMeeting(work, { id, version: sent.version, heldOn: on, came: [] });
    const batteries = await draft(stage, work, at, {
      debtor: "counterpart",
      what: "Name who makes the battery packs of the Aster models",
      due: -90,
      about: "makers of parts",
    });
    const hours = await draft(stage, work, at, {
      debtor: "counterpart",
      what: "Put our questions on working hours to Aster and bring what it answers",
      due: -62,
      about: "working hours",
    });
    const forecast = await draft(stage, work, at, {
      debtor: "buyers",
      what: "Send the order plan for two quarters, and say what may still change",
      due: -100,
      about: "our own orders",
    });
    await putMinutesOnTable(work, seriesId, id, {
      summary:
        "Cedar IT told what it can know and where the brands did not answer. Both sides named what they will do.",
      items: [
        {
          agendaItemId: null,
          title: "Where it is made",
          text: "For two models the brand names one of several possible sites only. Cedar IT asks again for each model.",
        },
        {
          agendaItemId: null,
          title: "Orders at the end of the financial year",
          text: "Late orders are assembled in overtime. The university looks at its own calendar.",
        },
      ],
    });
    return { batteries, hours, forecast };
  });
  await we(-122, (work) =>
    giveFeedback(work, {
      id,
      useful: 4,
      prepared: 4,
      openTalk: 5,
      helped: "It was said plainly what is not known.",
      change: "",
    }),
  );
  await they(-119, async (work) => {
    await replyToMinutes(work, { id, revision: 1, kind: "confirmed", text: "" });
    for (const commitmentId of Object.values(promised))
      await sayOfCommitment(work, { ...blank, id: commitmentId, kind: "confirmed" });
    await giveFeedback(work, {
      id,
      useful: 4,
      prepared: 5,
      openTalk: 4,
      helped: "The questions came two weeks ahead, so that we could ask the brands.",
      change: "Ask as the other universities do; we answer four of them.",
    });
  });
  return promised;
}

/** One kept, one kept late by us, one moved twice and late. */
async function keepFirstPromises(
  { we, they, day }: Stage,
  { batteries, hours, forecast }: FirstPromises,
): Promise<void> {
  await they(-95, (work) =>
    sayOfCommitment(work, {
      ...blank,
      id: batteries,
      kind: "fulfilled",
      shownBy: {
        title: "Letter of Aster on its battery packs",
        reference: "ASTER-BP-7",
        on: day(-97),
      },
    }),
  );
  await we(-92, (work) => sayOfCommitment(work, { ...blank, id: batteries, kind: "accepted" }));
  await we(-88, (work) =>
    sayOfCommitment(work, {
      ...blank,
      id: forecast,
      kind: "fulfilled",
      shownBy: { title: "Order plan, two quarters", reference: "", on: day(-88) },
    }),
  );
  const moves = [
    [-66, -34, "Aster asks who at its own makers knows the hours, and has not found them"],
    [-37, -6, "Aster sent its policy instead of figures; we sent it back"],
  ] as const;
  for (const [on, to, reason] of moves) {
    await they(on, (work) =>
      sayOfCommitment(work, { ...blank, id: hours, kind: "postponed", dueOn: day(to), reason }),
    );
    await we(on + 2, (work) => sayOfCommitment(work, { ...blank, id: hours, kind: "confirmed" }));
  }
}

async function holdSecondMeeting(stage: Stage, seriesId: string, threadId: string): Promise<void> {
  const { we, they, day, parts } = stage;
  const { meetingId: id, on } = await plan(stage, seriesId, {
    title: "Second meeting",
    days: -42,
    plannedAt: -70,
    points: [0, 4],
  });
  // Five days ahead instead of ten: the lateness stays on record.
  const sent = await we(-47, (work) => markAgendaSent(work, id));
  await confirmWhoComes(stage, -44, id);
  const at = { seriesId, meetingId: id, threadId };
  const summary =
    "What was promised was read out one by one. The makers of displays are the next step.";
  const told = (makers: string) => ({
    summary,
    items: [
      { agendaItemId: null, title: "Makers of parts", text: makers },
      {
        agendaItemId: null,
        title: "Working hours",
        text: "Aster's answer is still missing; Cedar IT asks for one day more than promised.",
      },
    ],
  });
  const written = await we(-38, async (work) => {
    await holdMeeting(work, { id, version: sent.version, heldOn: on, came: [] });
    const displays = await draft(stage, work, at, {
      debtor: "counterpart",
      what: "Ask the makers of display panels for their addresses, and bring each answer",
      due: 26,
      about: "makers of parts",
    });
    await draft(stage, work, at, {
      debtor: "buyers",
      what: "Name who in purchasing looks at orders that come late in the year",
      due: 9,
      about: "our own orders",
    });
    const content = told("Cedar IT named two makers of battery packs.");
    const { version } = await putMinutesOnTable(work, seriesId, id, content);
    await giveFeedback(work, {
      id,
      useful: 4,
      prepared: 2,
      openTalk: 4,
      helped: "Somebody came who knows the brands.",
      change: "We sent the agenda too late ourselves.",
    });
    return { displays, version };
  });
  await they(-34, (work) =>
    replyToMinutes(work, {
      id,
      revision: 1,
      kind: "corrected",
      text: "We named one maker of battery packs. The second is only possible.",
    }),
  );
  // The corrected minutes leave as letters do, with their papers: they are in the outbox to be read.
  await we(-31, (work) =>
    sendMinutes(
      work,
      {
        id,
        version: written.version,
        content: told("Cedar IT named one maker of battery packs; a second is possible."),
      },
      parts,
    ),
  );
  await they(-28, async (work) => {
    await replyToMinutes(work, { id, revision: 2, kind: "confirmed", text: "" });
    await sayOfCommitment(work, { ...blank, id: written.displays, kind: "confirmed" });
    await reportObstacle(work, {
      seriesId,
      meetingId: id,
      who: "Maker of the display panels",
      tier: "component",
      product: "Aster 14",
      kind: "confidentiality",
      text: "Its contract with the brand forbids both to name the other. Aster says it would have to ask.",
      reportedOn: day(-28),
    });
    // Put forward by them: it waits for our word.
    await draft(
      stage,
      work,
      at,
      {
        debtor: "counterpart",
        what: "Bring whoever at Aster answers for wages to the third meeting",
        due: 12,
        about: "wages",
      },
      true,
    );
  });
  await we(-27, (work) =>
    saveLesson(work, {
      meetingId: id,
      title: "Asking for hours by month, not for a policy",
      text: "The first question brought a policy. Asking for the median and the busiest month of the last year, by site, brought a date by which figures come. What helped was to say that an honest “not known” is an answer.",
      outcome: "worked_in_part",
      issues: ["working_hours"],
      visibility: "network",
    }),
  );
}

/** The next one is planned; its agenda is drafted and has not left. */
async function prepareThirdMeeting(stage: Stage, seriesId: string): Promise<void> {
  await plan(stage, seriesId, { title: "Third meeting", days: 13, plannedAt: -8, points: [4, 9] });
}
