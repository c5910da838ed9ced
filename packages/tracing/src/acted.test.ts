import { describe, expect, it } from "vitest";
import type { CommitmentAct, DialogueFacts, Line, LineFacts, Station } from "@throughline/domain";
import {
  buildAct,
  buildCommitment,
  buildDialogue,
  buildMeeting,
  buildSeries,
} from "./testing/build-dialogue.ts";
import {
  buildDisclosure,
  buildFacts,
  buildLink,
  buildProduct,
  buildScreening,
  buildSite,
} from "./testing/build-facts.ts";
import { traceLine } from "./trace-line.ts";

/** One product, traced to one place that was screened: nothing serious is broken. */
const settled: Partial<LineFacts> = {
  products: [buildProduct("p1")],
  disclosures: [buildDisclosure("d1")],
  sites: [buildSite("s1")],
  links: [buildLink("l1", { productId: "p1", siteId: "s1", disclosureId: "d1" })],
  screenings: [buildScreening("s1")],
};

function draw(dialogue: DialogueFacts | null, over: Partial<LineFacts> = settled): Line {
  return traceLine(buildFacts({ ...over, ...(dialogue === null ? {} : { dialogue }) }));
}

function acted(line: Line): Station {
  const station = line.stations.find(({ name }) => name === "acted");
  if (station === undefined) throw new Error("There is no such station.");
  return station;
}

const saidOf = (line: Line): string[] =>
  line.breaks.filter(({ station }) => station === "acted").map(({ sentence }) => sentence.text);

const promise = (id: string, acts: readonly Parameters<typeof buildAct>[0][] = [], over = {}) =>
  buildCommitment({
    id,
    acts: [...buildCommitment().acts, ...acts.map((act) => buildAct(act))],
    ...over,
  });
const done = { kind: "fulfilled", on: "2026-10-20", shown: true } as const;

/** The break about what was never asked, as its id comes out. */
const asked: Partial<LineFacts> = { products: [buildProduct("p1")] };
const breakId = draw(null, asked).breaks.find(({ station }) => station === "shown")?.id ?? "";

describe("Acted on", () => {
  it("is unknown where no dialogue is recorded, whoever looked or not", () => {
    for (const dialogue of [null, { series: [], meetings: [], commitments: [] }]) {
      const station = acted(draw(dialogue, asked));
      expect([station.state, station.recorded, station.facts]).toEqual(["unknown", true, []]);
      expect(station.duty.sentence.text).toBe(
        "No dialogue about this contract is recorded here, so whether anything was taken up is not known.",
      );
    }
  });

  it("counts promises kept, of those that were due or are done", () => {
    const late = promise("late", [{ ...done, on: "2026-11-10" }]);
    const dialogue = buildDialogue({ commitments: [promise("kept", [done]), late] });
    const station = acted(draw(dialogue));
    expect([station.state, station.duty.state, station.result.state]).toEqual([
      "whole",
      "whole",
      "whole",
    ]);
    expect(station.headline.text).toBe("2 of 2 promises kept");
    expect(station.result.sentence.text).toBe("2 of 2 promises kept, one of them late.");
    expect(station.duty.sentence.text).toBe(
      "The dialogue was held as agreed: one meeting in the last twelve months, agendas and minutes in time.",
    );
  });

  it("shows what was promised and has not come, on either side, as a break with somebody to act", () => {
    const ours = promise("ours", [], { debtor: "buyers", debtorName: "Northbridge University" });
    const line = draw(buildDialogue({ commitments: [promise("theirs"), ours] }));
    expect(acted(line).result).toMatchObject({
      state: "broken",
      sentence: {
        text: "None of two promises that were due are kept: two overdue, the oldest since 1 November 2026.",
      },
    });
    expect(acted(line).detail?.text).toBe("1 of theirs overdue; 1 of ours overdue");
    expect(saidOf(line)).toEqual([
      "We promised Cedar IT “Name who makes the battery” by 1 November 2026, and have not done it.",
      "Cedar IT promised “Name who makes the battery” by 1 November 2026, and it has not come.",
    ]);
    const [first] = line.breaks;
    expect(first).toMatchObject({
      owner: "contract manager, end-user computing",
      dueOn: "2026-11-01",
      action: { kind: "remind_of_commitment", refs: [{ kind: "commitment" }] },
    });
  });

  it("is on an agreed plan until the last promise that covers what is broken", () => {
    const topics = [{ title: "Where it is made", breakId }];
    const meetings = [buildMeeting({ topics })];
    const later: CommitmentAct[] = [
      buildAct({ dueOn: "2026-12-15" }),
      buildAct({ kind: "confirmed", side: "buyers", on: "2026-09-14" }),
    ];
    const open = buildCommitment({ acts: later });
    const line = draw(buildDialogue({ meetings, commitments: [open] }), asked);
    expect(acted(line)).toMatchObject({
      state: "on_agreed_plan",
      headline: { text: "1 promise open" },
      result: {
        sentence: {
          text: "One promise is open that both sides agreed on, the last until 15 December 2026.",
        },
      },
    });
    // Promised at a meeting that did not take it up: nothing is promised for it.
    const other = draw(buildDialogue({ commitments: [open] }), asked);
    expect(acted(other).result).toMatchObject({ state: "unknown" });
    expect(acted(other).duty).toMatchObject({ state: "partly" });
    expect(acted(other).duty.sentence.text).toContain("One of one serious break was not taken up.");
  });

  it("holds a slip against nobody before the date both agreed is over, and keeps it", () => {
    const moved = promise("moved", [
      { kind: "postponed", on: "2026-10-20", dueOn: "2026-12-15" },
      { kind: "confirmed", side: "buyers", on: "2026-10-21" },
    ]);
    const station = acted(draw(buildDialogue({ commitments: [moved] })));
    expect(station.result.state).toBe("on_agreed_plan");
    expect(station.detail?.text).toBe("1 date moved");
    const asks = promise("asks", [{ kind: "postponed", on: "2026-10-20", dueOn: "2026-12-15" }]);
    const line = draw(buildDialogue({ commitments: [asks] }));
    expect(acted(line).result.state).toBe("broken");
    expect(saidOf(line)).toEqual([
      "Cedar IT promised “Name who makes the battery” by 1 November 2026, and it has not come; it asked on 20 October 2026 for time until 15 December 2026, and we have not said yes or no.",
    ]);
  });

  it("keeps asking after what was moved once and is late again", () => {
    const again = promise("again", [
      { kind: "postponed", on: "2026-10-20", dueOn: "2026-11-10" },
      { kind: "confirmed", side: "buyers", on: "2026-10-21" },
    ]);
    expect(saidOf(draw(buildDialogue({ commitments: [again] })))).toEqual([
      "Cedar IT promised “Name who makes the battery” by 10 November 2026, and it has not come; its date was moved one time, first agreed for 1 November 2026.",
    ]);
  });

  it("asks for the word that has been missing for two weeks, from whoever owes it", () => {
    const theirs = buildCommitment({ acts: [buildAct({ dueOn: "2026-12-15", side: "buyers" })] });
    expect(saidOf(draw(buildDialogue({ commitments: [theirs] })))).toEqual([
      "We put “Name who makes the battery” to Cedar IT on 12 September 2026, and it has not said yes or no for 69 days.",
    ]);
    const ours = draw(
      buildDialogue({
        commitments: [buildCommitment({ acts: [buildAct({ dueOn: "2026-12-15" })] })],
      }),
    );
    expect(ours.breaks.find(({ station }) => station === "acted")?.action.kind).toBe(
      "confirm_commitment",
    );
    expect(acted(ours).result.sentence.text).toBe(
      "One promise was put forward, and none is agreed by both sides.",
    );
  });

  it("misses minutes, agendas and meetings that were agreed", () => {
    const meetings = [
      buildMeeting({ minutesSentOn: null }),
      buildMeeting({
        id: "meeting-2",
        number: 2,
        on: "2026-11-25",
        heldOn: null,
        agendaSentOn: null,
        minutesSentOn: null,
      }),
    ];
    const line = draw(buildDialogue({ meetings }));
    expect(acted(line).duty.state).toBe("partly");
    expect(saidOf(line)).toEqual([
      "The minutes of the meeting with Cedar IT of 10 September 2026 have not been sent; 71 days have passed.",
      "The agenda of the meeting with Cedar IT on 25 November 2026 has not been sent; it should have been by 15 November 2026.",
    ]);
    const lapsed = draw(buildDialogue({ meetings: [] }));
    expect(acted(lapsed).duty).toMatchObject({ state: "broken" });
    expect(saidOf(lapsed)).toEqual([
      "Meetings with Cedar IT were agreed for every 6 months, and none was held since 1 March 2026; the first has been due since 1 September 2026. None is planned.",
    ]);
  });

  it("is on a plan until a first meeting that was not due before, and claims nothing where none was due", () => {
    const series = [buildSeries({ openedOn: "2026-10-01" })];
    const planned = buildMeeting({
      on: "2026-12-10",
      heldOn: null,
      agendaSentOn: null,
      minutesSentOn: null,
    });
    expect(acted(draw({ series, meetings: [planned], commitments: [] })).duty).toMatchObject({
      state: "on_agreed_plan",
      sentence: {
        text: "The first meeting with Cedar IT is planned for 10 December 2026; none was due before.",
      },
    });
    expect(acted(draw({ series, meetings: [], commitments: [] })).duty.state).toBe("unknown");
  });

  it("opens to the meetings and promises behind it, as they stood on the day", () => {
    const dialogue = buildDialogue({ commitments: [promise("kept", [done])] });
    const facts = acted(draw(dialogue)).facts.map(({ sentence }) => sentence.text);
    expect(facts).toEqual([
      "The next meeting with Cedar IT is due by 10 March 2027; the last was on 10 September 2026.",
      "Meeting 1 with Cedar IT was held on 10 September 2026; the agenda was sent on 30 August 2026, 11 days ahead; the minutes were sent 2 days after the meeting.",
      "“Name who makes the battery”: Kept: done on 20 October 2026, shown by letter of the maker.",
    ]);
    const before = acted(draw(dialogue, { ...settled, asOf: "2026-10-01" }));
    expect(before.headline.text).toBe("1 promise open");
  });
});
