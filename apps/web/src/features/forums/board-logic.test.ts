import type { PublicBoard } from "@throughline/contract";
import type { BoardEntry } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeBoard, newsSince, orderByVotes } from "./arrange-board.ts";
import { withChanged } from "./follow-board.ts";
import { readEvents } from "./read-events.ts";
import { readInvitees } from "./read-invitees.ts";

function entry(id: string, more: Partial<BoardEntry> = {}): BoardEntry {
  return {
    id: `00000000-0000-4000-8000-00000000000${id}`,
    promptId: null,
    parentId: null,
    kind: "idea",
    text: `Text ${id}`,
    theme: null,
    mergedInto: null,
    hiddenReason: null,
    answered: false,
    votes: 0,
    ...more,
  };
}
const prompt = {
  id: "00000000-0000-4000-8000-0000000000aa",
  audience: "all" as const,
  text: "What next?",
};
const board: PublicBoard = {
  title: "T",
  host: "H",
  state: "open",
  prompts: [prompt],
  institutions: [],
  tickets: 5,
  entries: [],
};

describe("arranging a board", () => {
  const one = entry("1", { promptId: prompt.id, votes: 1 });
  const two = entry("2", { promptId: prompt.id, votes: 3 });
  const merged = entry("3", { promptId: prompt.id, mergedInto: one.id, votes: 2 });
  const onMerged = entry("4", { kind: "comment", parentId: merged.id, promptId: prompt.id });
  const free = entry("5");
  const lost = entry("6", { promptId: "00000000-0000-4000-8000-0000000000ff" });
  const entries = [free, onMerged, merged, one, two, lost];

  it("puts entries under their question, most votes first, with what was merged and comments", () => {
    const [asked, rest] = arrangeBoard({ prompts: [prompt], entries });
    expect(asked?.entries.map(({ entry: { id } }) => id)).toEqual([two.id, one.id]);
    expect(asked?.entries[1]?.merged).toEqual([merged]);
    expect(asked?.entries[1]?.comments).toEqual([onMerged]);
    expect(rest?.entries.map(({ entry: { id } }) => id)).toEqual([free.id, lost.id]);
  });

  it("keeps the order one had, whatever others vote, and puts what is new behind", () => {
    const order = orderByVotes([one, two]);
    const now = [{ ...one, votes: 9 }, two, entry("7", { promptId: prompt.id, votes: 20 })];
    const [asked] = arrangeBoard({ prompts: [prompt], entries: now }, order);
    expect(asked?.entries.map(({ entry: { id } }) => id)).toEqual([two.id, one.id, now[2]?.id]);
  });

  it("shows everything once", () => {
    const shown = arrangeBoard({ prompts: [prompt], entries }).flatMap((section) =>
      section.entries.flatMap((whole) => [whole.entry, ...whole.merged, ...whole.comments]),
    );
    expect(shown.map(({ id }) => id).toSorted()).toEqual(entries.map(({ id }) => id).toSorted());
    expect(newsSince(new Set([one.id]), entries)).toEqual({ ideas: 4, questions: 0, comments: 1 });
  });
});

describe("reading the stream", () => {
  const events = [
    { kind: "whole", at: 0, board },
    { kind: "changed", at: 1, entries: [entry("1", { text: "a\nb: data: {}" })] },
  ];
  const text = `: still here\n\n${events.map((event) => `event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`).join("")}`;

  it("gives the same events however it is cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), text.length];
        let rest = "";
        const read: unknown[] = [];
        for (const [at, place] of places.slice(1).entries()) {
          const found = readEvents(rest + text.slice(places[at], place));
          rest = found.rest;
          read.push(...found.events);
        }
        expect(read).toEqual(events);
      }),
    );
  });

  it("takes changed entries in place and new ones behind", () => {
    const whole = { ...board, entries: [entry("1"), entry("2")] };
    const changed = withChanged(whole, [entry("1", { votes: 4 }), entry("3")]);
    expect(changed?.entries.map(({ votes }) => votes)).toEqual([4, 0, 0]);
    expect(withChanged(null, [entry("1")])).toBeNull();
  });
});

describe("reading a list of people", () => {
  it.each([
    [
      "Kari Nordmann <kari@oslo.example>; City of Oslo",
      "Kari Nordmann",
      "kari@oslo.example",
      "City of Oslo",
    ],
    [
      "Kari Nordmann\tkari@oslo.example\tCity of Oslo",
      "Kari Nordmann",
      "kari@oslo.example",
      "City of Oslo",
    ],
    ["kari@oslo.example", null, "kari@oslo.example", null],
    ['"Nordmann, Kari", kari@oslo.example', "Nordmann, Kari", "kari@oslo.example", null],
    ["Kari Nordmann, City of Oslo", "Kari Nordmann", null, "City of Oslo"],
    ["Kari Nordmann", "Kari Nordmann", null, null],
  ])("%s", (line, name, address, institution) => {
    expect(readInvitees(line).people).toEqual([{ name, address, institution }]);
  });

  it("names the lines it cannot read, and loses none", () => {
    expect(readInvitees("\n ;; \nA, B").unread).toEqual([{ line: 2, text: ";;" }]);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const { people, unread } = readInvitees(text);
        const lines = text.split(/\r?\n/u).filter((line) => line.trim() !== "").length;
        expect(people.length + unread.length).toBe(lines);
      }),
    );
  });
});
