import type { ForumDetail, PublicBoard } from "@throughline/contract";
import type { BoardEntry } from "@throughline/domain";
import { writeDocx } from "@throughline/interchange";
import { expect, it } from "vitest";
import { layOutSummary } from "./lay-out-summary.en.ts";

const prompt = { id: "p", audience: "all", text: "What next?" } as const;
function entry(id: string, more: Partial<BoardEntry>): BoardEntry {
  return {
    id,
    promptId: "p",
    parentId: null,
    kind: "idea",
    text: `Text ${id}`,
    theme: null,
    mergedInto: null,
    hiddenReason: null,
    answered: false,
    votes: 1,
    ...more,
  };
}
const forum: ForumDetail = {
  id: "f",
  title: "Leverage",
  heldOn: "2026-11-20",
  rule: "chatham_house",
  state: "closed",
  invited: 6,
  tickets: 6,
  publishedOn: null,
  host: "Host",
  purpose: "What buyers can do.",
  openedOn: "2026-11-20",
  closedOn: "2026-11-20",
  mark: "ABCD-EFGH-JKLM",
  prompts: [prompt],
  institutions: ["Adda", "SLTN"],
  notYet: null,
  summary: "First paragraph.\n\nSecond paragraph.",
  version: 4,
  can: { write: true, open: false, close: false, publish: true, join: false },
};
const board: PublicBoard = {
  title: "Leverage",
  host: "Host",
  state: "closed",
  prompts: [prompt],
  institutions: forum.institutions,
  tickets: 6,
  entries: [
    entry("a", { votes: 3, theme: "Together" }),
    entry("b", { mergedInto: "a", votes: 2 }),
    entry("c", { kind: "comment", parentId: "b" }),
    entry("d", { text: null, hiddenReason: "Speaks of a person." }),
    entry("e", { promptId: null, kind: "question", answered: true }),
  ],
};

it("says summary, institutions and the whole board, and nothing that is hidden", async () => {
  const content = layOutSummary(forum, board, "2026-11-21");
  const text = JSON.stringify(content.blocks);
  for (const part of [
    "Second paragraph.",
    "Adda",
    "What next?",
    "3 votes.",
    " Text a [Together]",
    "Merged into it by the host: Text b (2 votes; may be the same people)",
    "Comment: Text c",
    "Hidden by the host: Speaks of a person.",
    " Question, answered: Text e",
    "Chatham House",
  ])
    expect(text, part).toContain(part);
  expect(text).not.toContain("Text d");
  expect(content.blocks.filter(({ kind }) => kind === "page_break")).toHaveLength(1);
  expect((await writeDocx(content)).length).toBeGreaterThan(1000);
});
