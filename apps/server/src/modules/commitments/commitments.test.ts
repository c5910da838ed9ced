import { CommitmentActInput, CommitmentInput } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import {
  plantAct,
  plantCommitment,
  plantMeeting,
  plantTable,
  type PlantedTable,
} from "../../test/plant-dialogue.ts";
import { refuses } from "../../test/refuses.ts";
import { shareDrafts } from "./commitments.store.ts";
import { discardCommitment } from "./discard-commitment.ts";
import { getCommitment } from "./get-commitment.ts";
import { listCommitments } from "./list-commitments.ts";
import { makeCommitment } from "./make-commitment.ts";
import { sayOfCommitment } from "./say-of-commitment.ts";

let db: TestDatabase;
let table: PlantedTable;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  table = await plantTable(db.database);
});
afterAll(async () => {
  await db.close();
});

function inside<T>(
  org: PlantedOrganisation,
  work: (work: Work) => Promise<T>,
  now?: Date,
): Promise<T> {
  const actor = org.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor, now)));
}

const input = (given: Partial<CommitmentInput> = {}) =>
  CommitmentInput.parse({
    seriesId: table.seriesId,
    debtor: "counterpart",
    debtorName: "Cedar IT, responsible sourcing",
    what: "Name the sites of the display",
    dueOn: "2026-12-15",
    ...given,
  });

const make = (org: PlantedOrganisation, given: Partial<CommitmentInput> = {}) =>
  inside(org, (work) => makeCommitment(work, input(given)));

const say = (
  org: PlantedOrganisation,
  id: string,
  said: { kind: CommitmentActInput["kind"] } & Partial<CommitmentActInput>,
  now?: Date,
) => inside(org, (work) => sayOfCommitment(work, { id, ...CommitmentActInput.parse(said) }), now);

const list = (org: PlantedOrganisation, wanted: object = {}) =>
  inside(org, (work) => listCommitments(work, { sort: "due", limit: 50, ...wanted }));

describe("a commitment", () => {
  it("is put forward by one side and holds once the other confirms it", async () => {
    const { host, counterpart } = table;
    const id = await make(host);
    const before = await inside(counterpart, (work) => getCommitment(work, id));
    expect(before).toMatchObject({
      label: "B1",
      state: "put_forward",
      mySide: "counterpart",
      waitsFor: "counterpart",
      dueOn: "2026-12-15",
      firstDueOn: null,
      contract: null,
    });
    expect(before.says.text).toBe(
      "Northbridge put it forward on 20 November 2026; we did not answer yet.",
    );
    expect(before.canSay).toEqual(["corrected", "confirmed", "refused", "fulfilled"]);
    const after = await say(counterpart, id, { kind: "confirmed" });
    expect(after).toMatchObject({ state: "open", firstDueOn: "2026-12-15" });
    expect(after.acts.map(({ kind, by, mine, via }) => [kind, by, mine, via])).toEqual([
      ["made", "Northbridge", false, "account"],
      ["confirmed", "Cedar IT", true, "account"],
    ]);
  });

  it("is not confirmed by the side that put it forward", async () => {
    const id = await make(table.host);
    const { detail } = await refuses(
      "other_side_speaks",
      say(table.host, id, { kind: "confirmed" }),
    );
    expect(detail).toBe("Northbridge put it forward, so the other side confirms or refuses it.");
    const again = await inside(table.host, (work) => getCommitment(work, id));
    expect(again.state).toBe("put_forward");
    expect(again.cannotSay.find(({ kind }) => kind === "confirmed")?.why.text).toBe(detail);
  });

  it("keeps a slip with its reason, and the date before until the new one is confirmed", async () => {
    const { host, counterpart } = table;
    const id = await make(host);
    await say(counterpart, id, { kind: "confirmed" });
    await refuses(
      "input_invalid",
      say(counterpart, id, { kind: "postponed", dueOn: "2027-02-01" }),
    );
    const asked = await say(counterpart, id, {
      kind: "postponed",
      dueOn: "2027-02-01",
      reason: "The maker answers in January.",
    });
    expect(asked).toMatchObject({ dueOn: "2026-12-15", slips: 1, waitsFor: "buyers" });
    expect(asked.proposed).toMatchObject({
      kind: "postponed",
      side: "counterpart",
      dueOn: "2027-02-01",
      reason: "The maker answers in January.",
    });
    const agreed = await say(host, id, { kind: "confirmed" });
    expect(agreed).toMatchObject({ dueOn: "2027-02-01", firstDueOn: "2026-12-15", slips: 1 });
    expect(agreed.proposed).toBeNull();
    expect(agreed.slipped).toMatchObject([{ agreed: true, side: "counterpart" }]);
  });

  it("is kept with something that shows it, and only said to be done without", async () => {
    const { host, counterpart } = table;
    const id = await make(host);
    await say(counterpart, id, { kind: "confirmed" });
    await refuses("other_side_speaks", say(host, id, { kind: "fulfilled" }));
    expect(await say(counterpart, id, { kind: "fulfilled" })).toMatchObject({
      state: "said_done",
      waitsFor: "buyers",
    });
    await refuses("other_side_speaks", say(counterpart, id, { kind: "accepted" }));
    const disputed = { kind: "disputed", reason: "The list names no address." } as const;
    expect(await say(host, id, disputed)).toMatchObject({ state: "disputed" });
    const shown = await say(counterpart, id, {
      kind: "fulfilled",
      shownBy: { title: "List of sites", reference: "sites.xlsx", on: "2026-11-20" },
    });
    expect(shown).toMatchObject({ state: "kept" });
    expect(shown.acts.at(-1)?.shownBy?.title).toBe("List of sites");
  });

  it("of the buyers is accepted by the counterpart", async () => {
    const { host, counterpart } = table;
    const id = await make(counterpart, { debtor: "buyers", what: "Forecast for 2027" });
    await say(host, id, { kind: "confirmed" });
    await refuses("other_side_speaks", say(host, id, { kind: "accepted" }));
    await say(host, id, { kind: "fulfilled" });
    expect(await say(counterpart, id, { kind: "accepted" })).toMatchObject({
      label: "C1",
      state: "kept",
    });
  });

  it("takes no word from the future, before the last one, or out of turn", async () => {
    const { host, counterpart } = table;
    const id = await make(host);
    await refuses("date_in_future", say(counterpart, id, { kind: "confirmed", on: "2026-11-21" }));
    await refuses("input_invalid", say(counterpart, id, { kind: "confirmed", on: "2026-11-19" }));
    await refuses("input_invalid", say(counterpart, id, { kind: "refused" }));
    await refuses(
      "input_invalid",
      say(counterpart, id, { kind: "confirmed", shownBy: { title: "x", reference: "", on: null } }),
    );
    await refuses("word_out_of_turn", say(host, id, { kind: "disputed", reason: "no" }));
    await say(counterpart, id, { kind: "confirmed" });
    await refuses(
      "input_invalid",
      say(host, id, { kind: "corrected", dueOn: "2027-03-01", reason: "later" }),
    );
    await refuses("word_out_of_turn", say(counterpart, id, { kind: "confirmed" }));
  });

  it("is corrected in its words without losing its date", async () => {
    const { host, counterpart } = table;
    const id = await make(host);
    const corrected = await say(counterpart, id, {
      kind: "corrected",
      what: "Name the sites of display and battery",
      reason: "The battery is asked for, too.",
    });
    expect(corrected).toMatchObject({
      what: "Name the sites of display and battery",
      dueOn: "2026-12-15",
      waitsFor: "buyers",
    });
  });
});

describe("drafts of a meeting", () => {
  it("are nobody else's until they are put on the table", async () => {
    const { host, counterpart } = table;
    const meetingId = await plantMeeting(db.database, table);
    const id = await make(host, { meetingId, share: false });
    expect((await list(host)).items).toMatchObject([{ id, shared: false }]);
    expect((await list(counterpart)).items).toEqual([]);
    await refuses("not_found", say(counterpart, id, { kind: "confirmed" }));
    await refuses("word_out_of_turn", say(host, id, { kind: "corrected", reason: "x" }));
    expect(await inside(host, (work) => shareDrafts(work, meetingId))).toEqual([id]);
    expect((await list(counterpart)).items).toMatchObject([{ id, shared: true }]);
    await refuses(
      "word_out_of_turn",
      inside(host, (work) => discardCommitment(work, id)),
    );
    await refuses(
      "word_out_of_turn",
      inside(counterpart, (work) => discardCommitment(work, id)),
    );
  });

  it("can be discarded by whoever drafted them", async () => {
    const meetingId = await plantMeeting(db.database, table);
    const id = await make(table.host, { meetingId, share: false });
    await inside(table.host, (work) => discardCommitment(work, id));
    expect((await list(table.host)).total).toBe(0);
    await refuses(
      "not_found",
      inside(table.host, (work) => discardCommitment(work, id)),
    );
  });

  it("are written by whoever writes the minutes", async () => {
    const meetingId = await plantMeeting(db.database, table);
    await refuses("input_invalid", make(table.counterpart, { meetingId, share: false }));
    await refuses("input_invalid", make(table.host, { share: false }));
  });
});

describe("what a commitment names", () => {
  it("is at its table, and the contract is our own", async () => {
    const { host, counterpart } = table;
    const elsewhere = await plantTable(db.database, { host });
    const meetingId = await plantMeeting(db.database, elsewhere);
    await refuses("reference_unknown", make(host, { meetingId }));
    await refuses("reference_unknown", make(host, { threadId: meetingId }));
    await refuses("reference_unknown", make(host, { agendaItemId: meetingId }));
    const { contractId } = await inside(host, (work) => plantContract(work));
    await refuses("reference_unknown", make(counterpart, { contractId }));
    const id = await make(host, { contractId, breakId: "shown:no_answer" });
    const mine = await inside(host, (work) => getCommitment(work, id));
    expect(mine).toMatchObject({ contract: { id: contractId }, breakId: "shown:no_answer" });
    const theirs = await inside(counterpart, (work) => getCommitment(work, id));
    expect(theirs).toMatchObject({ contract: null, breakId: null });
    expect((await list(host, { contractId })).total).toBe(1);
    expect((await list(counterpart, { contractId })).total).toBe(0);
  });
});

describe("the ledger", () => {
  it("filters by what follows from the day, counts states, and pages without loss", async () => {
    const { host, counterpart, seriesId } = table;
    const plant = (dueOn: string) =>
      plantCommitment(db.database, seriesId, host, { dueOn, madeAt: "2026-06-01T10:00:00Z" });
    const overdue = await plant("2026-09-01");
    const open = await plant("2026-12-24");
    const waiting = await plant("2026-12-31");
    for (const id of [overdue, open])
      await plantAct(db.database, seriesId, id, counterpart, {
        kind: "confirmed",
        on: "2026-06-02",
      });
    const mine = await list(host);
    expect(mine.counts).toEqual({ overdue: 1, open: 1, put_forward: 1 });
    expect(mine.items.map(({ id }) => id)).toEqual([overdue, open, waiting]);
    const ids = async (wanted: object, org = host) =>
      (await list(org, wanted)).items.map(({ id }) => id);
    expect(await ids({ state: "overdue" })).toEqual([overdue]);
    expect(await ids({ waiting: "for_us" })).toEqual([]);
    expect(await ids({ waiting: "for_them" })).toEqual([overdue, open, waiting]);
    expect(await ids({ waiting: "for_us" }, counterpart)).toEqual([overdue, open, waiting]);
    expect(await ids({ dueFrom: "2026-12-25" })).toEqual([waiting]);
    expect(await ids({ dueTo: "2026-12-24", sort: "-due" })).toEqual([open, overdue]);
    expect(await ids({ search: "b2" })).toEqual([open]);
    expect(await ids({ debtor: "buyers" })).toEqual([]);
    expect((await list(host, { state: "open" })).counts).toEqual(mine.counts);
    for (const sort of ["due", "-due", "counterpart", "state", "slips"]) {
      const paged: string[] = [];
      let after: string | undefined;
      do {
        const page = await list(host, { sort, limit: 1, after });
        paged.push(...page.items.map(({ id }) => id));
        after = page.next ?? undefined;
      } while (after !== undefined);
      expect(paged).toEqual(await ids({ sort }));
    }
    await refuses("input_invalid", list(host, { after: "nonsense" }));
  });
});

describe("two who speak at the same moment", () => {
  it("come one after the other: only one of them is heard", async () => {
    const { host, counterpart } = table;
    const id = await make(host);
    const confirmed = say(counterpart, id, { kind: "confirmed" });
    const corrected = say(host, id, { kind: "corrected", what: "More", reason: "Forgotten" });
    await Promise.allSettled([confirmed, corrected]);
    const { acts, state } = await inside(host, (work) => getCommitment(work, id));
    const order = acts.map(({ kind }) => kind);
    // Confirmed first, the correction waits for a word; corrected first, the confirmation is of the new wording.
    expect([
      ["made", "confirmed", "corrected"],
      ["made", "corrected", "confirmed"],
    ]).toContainEqual(order);
    expect(state).toBe("open");
  });

  it("are not taken to have read what came in between", async () => {
    const { host, counterpart } = table;
    const id = await make(host);
    const { acts } = await inside(counterpart, (work) => getCommitment(work, id));
    const lastRead = acts.at(-1)?.id;
    await say(host, id, { kind: "corrected", what: "Much more", reason: "Forgotten" });
    await refuses("conflict", say(counterpart, id, { kind: "confirmed", lastRead }));
  });
});

describe("another organisation", () => {
  it("finds nothing", async () => {
    const id = await make(table.host);
    const stranger = await plantOrganisation(db.database, "Stranger");
    expect((await list(stranger)).total).toBe(0);
    await refuses(
      "not_found",
      inside(stranger, (work) => getCommitment(work, id)),
    );
    await refuses("not_found", make(stranger));
  });
});
