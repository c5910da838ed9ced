import { describe, expect, it } from "vitest";
import type { DocumentContent } from "../document-content.ts";
import { lettersOf, readDocxText, readPdf } from "../read-back.fixture.ts";
import { writeDocx } from "../write-docx.ts";
import { writePdf } from "../write-pdf.ts";
import { agendaDocument } from "./agenda-document.ts";
import { confirmationLetter } from "./confirmation-letter.ts";
import { forumSummary } from "./forum-summary.ts";
import { invitationLetter } from "./invitation-letter.ts";
import { kpiDocument } from "./kpi-document.ts";
import { sayMeetingTime } from "./letter-party.ts";
import { agenda, confirmation, forum, invitation, publication } from "./planted-letters.fixture.ts";

const kpis = kpiDocument(publication, {
  language: "en-GB",
  drawnUpFrom: "the records of the contract",
});
const all: readonly (readonly [string, DocumentContent])[] = [
  ["invitation", invitationLetter(invitation)],
  ["agenda", agendaDocument(agenda)],
  ["confirmation", confirmationLetter(confirmation)],
  ["summary", forumSummary(forum)],
  ["indicators", kpis],
];

async function wordsIn(content: DocumentContent): Promise<string> {
  return (await readPdf(await writePdf(content))).text;
}

describe("every letter", () => {
  it.each(all)(
    "%s: the same words in both formats, nothing left to fill in",
    async (_, content) => {
      const pdf = await wordsIn(content);
      const docx = await readDocxText(await writeDocx(content));
      expect(lettersOf(pdf)).toBe(lettersOf(docx));
      expect(docx).not.toMatch(/\{\w+\}|undefined|null|NaN|\[object/u);
    },
  );
});

describe("the invitation", () => {
  it("has what those who hold such dialogues advise, in their order", async () => {
    const text = await wordsIn(invitationLetter(invitation));
    const order = [
      "Why we write",
      "Two issues",
      "What each side hopes for",
      "What each side brings",
      "Who should attend",
      "How information is protected",
      "When",
      "Please reply by 11 December 2026",
      "Signature and date",
    ].map((part) => text.indexOf(part));
    expect(order.every((at) => at > 0)).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(text).toContain(
      "Northbridge University and City of Sandholm are subject to freedom-of-information law",
    );
    expect(text.match(/Signature and date/gu)).toHaveLength(3);
  });

  it("of one buyer on one issue speaks for one, and guesses nothing", async () => {
    const text = await wordsIn(
      invitationLetter({
        ...invitation,
        basis: "shared_priorities",
        buyers: invitation.buyers.slice(2),
        issues: invitation.issues.slice(0, 1),
        hopes: { buyers: ["Fewer hours"], counterpart: [] },
        times: [],
        cadenceMonths: null,
        replyBy: null,
      }),
    );
    expect(text).toContain("No contract obliges you");
    expect(text).toContain("We have not guessed what you would like to come of this.");
    expect(text).toContain("Please propose a time");
    expect(text).not.toContain("freedom-of-information");
    expect(text).not.toContain("together, so that you are asked once");
  });
});

describe("the confirmation", () => {
  it("has the promises of both sides with days, and says that one alone is not enough", async () => {
    const text = await wordsIn(confirmationLetter(confirmation));
    expect(text).toContain(
      "Name the site of each order since March 2026 (Sites of the IdeaLine 3) 26 February 2027",
    );
    expect(text).toContain("Share order forecasts for four quarters 29 January 2027");
    expect(text).toContain("A promise counts once the other side has confirmed it.");
    const { links } = await readPdf(await writePdf(confirmationLetter(confirmation)));
    expect(links).toContain("https://hub.example/confirm/7GQ2-M9XK");
  });

  it("says so where nobody promised anything", async () => {
    const text = await wordsIn(confirmationLetter({ ...confirmation, commitments: [] }));
    expect(text).toContain("Neither side promised anything.");
  });
});

describe("the summary of a forum", () => {
  it("names institutions only where they agreed, and counts the others", async () => {
    const text = await wordsIn(forumSummary(forum));
    expect(text).toContain("Cedar IT, City of Sandholm and Northbridge University.");
    expect(text).toContain("One more institution took part and is not named.");
    expect(text).not.toContain("Secret Borough");
  });

  it("does not even count where none agreed", async () => {
    const institutions = forum.institutions.map((one) => ({ ...one, agreedToBeNamed: false }));
    const text = await wordsIn(forumSummary({ ...forum, institutions }));
    expect(text).toContain("No institution is named: none agreed to it.");
    expect(text).not.toMatch(/Cedar|Sandholm|institutions? took part/u);
  });

  it("has the ideas by votes as its appendix", async () => {
    const text = await wordsIn(forumSummary(forum));
    const order = ["12 votes. Meet brands", "9 votes. Ask the ecolabels", "1 vote. A shared"].map(
      (part) => text.indexOf(part),
    );
    expect(order.every((at) => at > text.indexOf("Appendix"))).toBe(true);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });
});

describe("published indicators", () => {
  it("keep what suppliers do apart from what workers got", () => {
    const tables = kpis.blocks.filter((block) => block.kind === "table");
    const codes = tables.map((table) =>
      table.rows.map(([first]) =>
        typeof first === "string" ? first : first?.[0]?.text.split(" ")[0],
      ),
    );
    expect(codes).toEqual([["T10", "R1", "R3"], ["C7", "L1"], []]);
  });

  it("say no data and held back in words, never a nought or a hundred", async () => {
    const text = await wordsIn(kpis);
    expect(text).toContain("0 of 0 No data 90 %");
    expect(text).toContain("– Held back: fewer than three persons None set");
    expect(text).toContain("4 of 6 66.7 % 90 % Requires improvement");
    expect(text).toContain("This contract and its parties are invented");
  });
});

describe("the time of a meeting", () => {
  it.each([
    ["2027-01-12T10:00:00Z", "Europe/Oslo", "11:00–12:00 (Europe/Oslo, UTC+1)"],
    ["2027-07-06T10:00:00Z", "Europe/Oslo", "12:00–13:00 (Europe/Oslo, UTC+2)"],
    ["2027-07-06T10:00:00Z", "Asia/Kolkata", "15:30–16:30 (Asia/Kolkata, UTC+5:30)"],
    ["2027-07-06T23:30:00Z", "Europe/London", "Wednesday"],
  ])("%s in %s", (startsAt, timeZone, told) => {
    const endsAt = new Date(Date.parse(startsAt) + 3_600_000).toISOString();
    expect(sayMeetingTime({ startsAt, endsAt, timeZone }, "en-GB")).toContain(told);
  });
});
