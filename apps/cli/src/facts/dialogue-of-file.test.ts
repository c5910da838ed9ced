import { parseContractFile } from "@throughline/interchange";
import { traceLine } from "@throughline/tracing";
import { describe, expect, it } from "vitest";
import { assembleLineFacts } from "./assemble-line-facts.ts";

const file = {
  reference: "C-1",
  title: "Laptops",
  kind: "stand_alone",
  dialogue: [
    {
      title: "Sites and hours",
      counterpart: "Cedar IT",
      openedOn: "2026-01-05",
      commitments: [
        {
          debtor: "counterpart",
          debtorName: "Cedar IT",
          acts: [
            {
              kind: "made",
              side: "buyers",
              on: "2026-03-03",
              what: "Name the sites",
              dueOn: "2026-04-01",
            },
            { kind: "confirmed", side: "counterpart", on: "2026-03-10" },
          ],
        },
      ],
    },
  ],
};

const actedOn = async (content: object, asOf: string) => {
  const parsed = parseContractFile(content);
  const { facts } = await assembleLineFacts(parsed, [], { asOf, today: "2026-11-20" });
  return traceLine(facts).stations.find(({ name }) => name === "acted");
};

describe("the dialogue of a contract file", () => {
  it("is on the line that is drawn from it, as of the day asked for", async () => {
    expect((await actedOn(file, "2026-11-20"))?.result?.state).toBe("broken");
    expect((await actedOn(file, "2026-03-05"))?.result?.state).toBe("unknown");
    const { dialogue: _, ...silent } = file;
    expect((await actedOn(silent, "2026-11-20"))?.state).toBe("unknown");
  });
});
