import { DialogueFacts, dialogueUntil } from "@throughline/domain";
import { parseContractFile, settleDialogue } from "@throughline/interchange";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import {
  plantAct,
  plantCommitment,
  plantJointBuyer,
  plantMeeting,
  plantTable,
} from "../../test/plant-dialogue.ts";
import { readDialogueFacts, readSeriesFacts } from "./index.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

function inside<T>(org: PlantedOrganisation, work: (work: Work) => Promise<T>): Promise<T> {
  const actor = org.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

async function plantTalks() {
  const host = await plantOrganisation(db.database, "Northbridge");
  const { contractId } = await inside(host, (work) => plantContract(work));
  const other = (await inside(host, (work) => plantContract(work))).contractId;
  const table = await plantTable(db.database, { host, contractIds: [contractId, other] });
  const meetingId = await plantMeeting(db.database, table, {
    startsAt: "2026-03-03T10:00:00Z",
    state: "held",
  });
  const { seriesId } = table;
  const theirs = await plantCommitment(db.database, seriesId, host, {
    meetingId,
    madeAt: "2026-03-03T12:00:00Z",
    dueOn: "2026-04-01",
  });
  await plantAct(db.database, seriesId, theirs, table.counterpart, {
    kind: "confirmed",
    on: "2026-03-10",
  });
  await plantCommitment(db.database, seriesId, host, { what: "A draft", shared: false });
  return { ...table, contractId, other, meetingId, theirs };
}

const textOf = (value: unknown): string => JSON.stringify(value);

describe("facts of contracts", () => {
  it("are what was said and promised, dated, of the shape engines read", async () => {
    const { host, contractId, seriesId, meetingId, theirs } = await plantTalks();
    const facts = await inside(host, (work) => readDialogueFacts(work, [contractId], "2026-11-20"));
    const one = DialogueFacts.parse(facts.get(contractId));
    expect(one.series).toMatchObject([{ id: seriesId, counterpart: "Cedar IT", closedOn: null }]);
    expect(one.meetings).toMatchObject([
      { id: meetingId, on: "2026-03-03", heldOn: "2026-03-03", minutesSentOn: null, topics: [] },
    ]);
    expect(one.commitments.map(({ id }) => id)).toEqual([theirs]);
    expect(one.commitments[0]?.acts.map(({ kind, side, on }) => [kind, side, on])).toEqual([
      ["made", "buyers", "2026-03-03"],
      ["confirmed", "counterpart", "2026-03-10"],
    ]);
  });

  it("hold nothing of later days", async () => {
    const { host, contractId } = await plantTalks();
    const read = (day: string) =>
      inside(host, async (work) =>
        (await readDialogueFacts(work, [contractId], day)).get(contractId),
      );
    expect((await read("2026-03-05"))?.commitments[0]?.acts).toHaveLength(1);
    const before = await read("2026-03-01");
    expect(before?.meetings).toMatchObject([{ heldOn: null }]);
    expect(before?.commitments).toEqual([]);
    expect(await read("2026-01-04")).toEqual({ series: [], meetings: [], commitments: [] });
  });

  it("leave out what is for another contract of the same series, and take in what was promised elsewhere for this one", async () => {
    const { host, contractId, other, theirs } = await plantTalks();
    const third = (await inside(host, (work) => plantContract(work))).contractId;
    const origin = (commitmentId: string, forContract: string) =>
      inside(host, (work) =>
        work.tx
          .insertInto("commitment_origins")
          .values({
            organisation_id: host.organisationId,
            commitment_id: commitmentId,
            contract_id: forContract,
          })
          .onConflict((one) =>
            one
              .columns(["organisation_id", "commitment_id"])
              .doUpdateSet({ contract_id: forContract }),
          )
          .execute(),
      );
    const count = () =>
      inside(host, async (work) => {
        const facts = await readDialogueFacts(work, [contractId, other, third], "2026-11-20");
        return [contractId, other, third].map((id) => {
          const one = facts.get(id);
          return [one?.series.length, one?.commitments.length];
        });
      });
    expect(await count()).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
    await origin(theirs, other);
    expect(await count()).toEqual([
      [1, 0],
      [1, 1],
      [0, 0],
    ]);
    await origin(theirs, third);
    expect(await count()).toEqual([
      [1, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it("hold no cadence while the series is paused", async () => {
    const host = await plantOrganisation(db.database, "Pausing");
    const { seriesId } = await plantTable(db.database, { host, cadenceMonths: 3 });
    const cadence = async () =>
      (await inside(host, (work) => readSeriesFacts(work, [seriesId], "2026-11-20"))).get(seriesId)
        ?.series.cadenceMonths;
    expect(await cadence()).toBe(3);
    await db.asOwner(
      "update dialogue_series set state = 'paused', state_reason = 'A strike' where id = $1",
      [seriesId],
    );
    expect(await cadence()).toBeNull();
  });

  it("have an empty entry where no table is about the contract", async () => {
    const host = await plantOrganisation(db.database, "Quiet");
    const { contractId } = await inside(host, (work) => plantContract(work));
    const facts = await inside(host, (work) => readDialogueFacts(work, [contractId], "2026-11-20"));
    expect(facts.get(contractId)).toEqual({ series: [], meetings: [], commitments: [] });
  });

  it("are nobody else's: strangers, counterpart and joint buyers find nothing by the host's contract", async () => {
    const talks = await plantTalks();
    const joint = await plantJointBuyer(db.database, talks);
    const stranger = await plantOrganisation(db.database, "Stranger");
    for (const org of [talks.counterpart, joint, stranger]) {
      const facts = await inside(org, (work) =>
        readDialogueFacts(work, [talks.contractId], "2026-11-20"),
      );
      expect(textOf(facts.get(talks.contractId))).toBe(
        textOf({ series: [], meetings: [], commitments: [] }),
      );
    }
  });
});

/** Facts without ids, which only records have, and files make from places. */
function withoutIds(facts: DialogueFacts | null | undefined): unknown {
  return {
    series: facts?.series.map(({ id: _, ...one }) => one),
    meetings: facts?.meetings.map(({ id: _, seriesId: __, ...one }) => one),
    commitments: facts?.commitments.map(({ id: _, seriesId: __, meetingId, acts, ...one }) => ({
      ...one,
      atMeeting: meetingId !== null,
      acts: acts.map(({ id: ___, ...act }) => act),
    })),
  };
}

describe("a contract file that tells the same", () => {
  it("comes to the same facts, so that a line drawn from it is the server's", async () => {
    const { host, contractId } = await plantTalks();
    const file = parseContractFile({
      reference: "C-1",
      title: "Laptops",
      kind: "stand_alone",
      dialogue: [
        {
          title: "Sites and hours",
          counterpart: "Cedar IT",
          counterpartRole: "reseller",
          issues: ["working_hours"],
          openedOn: "2026-01-05",
          meetings: [
            {
              title: "Sites and hours",
              on: "2026-03-03",
              plannedOn: "2026-02-01",
              heldOn: "2026-03-03",
            },
          ],
          commitments: [
            {
              debtor: "counterpart",
              debtorName: "The counterpart",
              meeting: 1,
              acts: [
                {
                  kind: "made",
                  side: "buyers",
                  on: "2026-03-03",
                  what: "Name the sites of the display",
                  dueOn: "2026-04-01",
                },
                { kind: "confirmed", side: "counterpart", on: "2026-03-10" },
              ],
            },
          ],
        },
      ],
    });
    const told = settleDialogue(file);
    for (const day of ["2026-01-04", "2026-02-01", "2026-03-05", "2026-11-20"]) {
      const facts = await inside(host, (work) => readDialogueFacts(work, [contractId], day));
      expect(withoutIds(facts.get(contractId)), day).toEqual(
        withoutIds(told === null ? null : dialogueUntil(told, day)),
      );
    }
  });
});

describe("facts of series", () => {
  it("are the same for whoever sits there, without drafts", async () => {
    const { host, counterpart, seriesId } = await plantTalks();
    const read = (org: PlantedOrganisation) =>
      inside(org, async (work) =>
        textOf((await readSeriesFacts(work, [seriesId], "2026-11-20")).get(seriesId)),
      );
    expect(await read(counterpart)).toBe(await read(host));
    expect(await read(host)).not.toContain("A draft");
  });

  it("show a joint buyer no commitments where it may not see them, and a stranger nothing", async () => {
    const talks = await plantTalks();
    const joint = await plantJointBuyer(db.database, talks, ["meetings"]);
    const stranger = await plantOrganisation(db.database, "Stranger");
    const read = (org: PlantedOrganisation) =>
      inside(org, (work) => readSeriesFacts(work, [talks.seriesId], "2026-11-20"));
    const seen = (await read(joint)).get(talks.seriesId);
    expect(seen?.meetings).toHaveLength(1);
    expect(seen?.commitments).toEqual([]);
    expect(await read(stranger)).toEqual(new Map());
  });
});
