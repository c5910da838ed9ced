import { AppError, DialogueFacts, dialogueUntil } from "@throughline/domain";
import { describe, expect, it } from "vitest";
import { parseContractFile } from "./parse-contract-file.ts";
import { settleDialogue } from "./settle-dialogue.ts";

const made = {
  kind: "made",
  side: "buyers",
  on: "2026-03-03",
  what: "Name the sites",
  dueOn: "2026-04-01",
};
const confirmed = { kind: "confirmed", side: "counterpart", on: "2026-03-10" };
const commitment = { debtor: "counterpart", debtorName: "Cedar IT", meeting: 1, acts: [made] };
const series = {
  title: "Sites and hours",
  counterpart: "Cedar IT",
  issues: ["working_hours"],
  cadenceMonths: 3,
  openedOn: "2026-01-05",
  meetings: [
    {
      title: "First",
      on: "2026-03-03",
      agendaSentOn: "2026-02-20",
      heldOn: "2026-03-03",
      minutesSentOn: "2026-03-06",
      topics: [{ title: "Display sites", breakId: "shown:silent" }],
    },
  ],
  commitments: [{ ...commitment, acts: [made, confirmed] }],
};
const fileWith = (dialogue: unknown) => ({
  reference: "C-1",
  title: "Laptops",
  kind: "stand_alone",
  dialogue,
});

const faults = (dialogue: unknown): string[] => {
  try {
    parseContractFile(fileWith(dialogue));
  } catch (error) {
    if (error instanceof AppError) return error.details.map(({ path }) => path);
    throw error;
  }
  return [];
};

describe("dialogue in a contract file", () => {
  it("becomes dated facts of the shape engines read", () => {
    const facts = DialogueFacts.parse(settleDialogue(parseContractFile(fileWith([series]))));
    expect(facts.series).toMatchObject([{ id: "series-1", cadenceMonths: 3, basis: "contract" }]);
    expect(facts.meetings).toMatchObject([
      { id: "series-1/meeting-1", number: 1, plannedOn: "2026-02-20", leadDays: 10 },
    ]);
    expect(facts.commitments).toMatchObject([
      { seriesId: "series-1", meetingId: "series-1/meeting-1", acts: [{}, { via: "account" }] },
    ]);
    const before = dialogueUntil(facts, "2026-03-05");
    expect(before.meetings).toMatchObject([{ minutesSentOn: null }]);
    expect(before.commitments[0]?.acts).toHaveLength(1);
  });

  it("is not there where the file tells of none, and empty where it says so", () => {
    const { dialogue: _, ...without } = fileWith([]);
    expect(settleDialogue(parseContractFile(without))).toBeNull();
    expect(settleDialogue(parseContractFile(fileWith([])))?.series).toEqual([]);
  });

  it("names the place of what cannot be", () => {
    const promise = (given: object) => [{ ...series, commitments: [{ ...commitment, ...given }] }];
    const act = "/dialogue/0/commitments/0/acts";
    expect(faults(promise({ meeting: 2 }))).toEqual(["/dialogue/0/commitments/0/meeting"]);
    expect(faults(promise({ acts: [confirmed] }))).toEqual([`${act}/0/kind`]);
    expect(faults(promise({ acts: [made, made] }))).toEqual([`${act}/1/kind`]);
    expect(faults(promise({ acts: [made, { ...confirmed, on: "2026-03-01" }] }))).toEqual([
      `${act}/1/on`,
    ]);
    expect(faults(promise({ acts: [{ ...made, what: undefined }] }))).toEqual([`${act}/0/what`]);
    expect(faults(promise({ acts: [made, { ...confirmed, dueOn: "2026-05-01" }] }))).toEqual([
      `${act}/1/dueOn`,
    ]);
    expect(faults(promise({ acts: [made, { ...confirmed, kind: "refused" }] }))).toEqual([
      `${act}/1/reason`,
    ]);
    expect(faults(promise({ acts: [made, { ...confirmed, shownBy: { title: "x" } }] }))).toEqual([
      `${act}/1/shownBy`,
    ]);
    expect(faults([{ ...series, person: "Ann" }])).toEqual(["/dialogue/0/person"]);
  });
});
