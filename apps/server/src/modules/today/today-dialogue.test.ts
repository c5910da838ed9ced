import type { WaitingItem } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { plantAct, plantCommitment, plantMeeting, plantTable } from "../../test/plant-dialogue.ts";
import { showToday } from "./show-today.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

async function waiting(org: PlantedOrganisation): Promise<WaitingItem[]> {
  const actor = org.actor();
  const page = await db.database.withActor(actor, (tx) => showToday(workOf(tx, actor)));
  return page.waiting;
}
const kinds = (items: readonly WaitingItem[]) => items.map(({ kind, who }) => [kind, who]);

describe("today of both sides of a table", () => {
  it("says what waits for whom: a promise to confirm, overdue ones of both sides, one due soon", async () => {
    const { host, counterpart, seriesId } = await plantTable(db.database);
    const promise = (by: PlantedOrganisation, wish: object) =>
      plantCommitment(db.database, seriesId, by, { madeAt: "2026-06-01T10:00:00Z", ...wish });
    const confirm = (id: string, by: PlantedOrganisation) =>
      plantAct(db.database, seriesId, id, by, { kind: "confirmed", on: "2026-06-02" });
    await promise(host, { what: "Waits" });
    await confirm(await promise(host, { what: "Late", dueOn: "2026-11-10" }), counterpart);
    const soon = await promise(host, { debtor: "buyers", what: "Soon", dueOn: "2026-12-01" });
    await confirm(soon, counterpart);
    await promise(host, { what: "A draft", shared: false });
    const ours = await waiting(host);
    expect(kinds(ours)).toEqual([
      ["commitment_overdue", "Cedar IT"],
      ["commitment_due", "Cedar IT"],
    ]);
    expect(ours[0]).toMatchObject({ dueOn: "2026-11-10", daysLeft: -10, subject: "Late" });
    const theirs = await waiting(counterpart);
    expect(kinds(theirs)).toEqual([
      ["commitment_overdue", "our side"],
      ["commitment_waits", "Northbridge"],
    ]);
    expect(theirs[1]?.sentence.text).toBe(
      "Northbridge put it forward on 1 June 2026; we did not answer yet.",
    );
    expect(JSON.stringify(theirs)).not.toContain("A draft");
  });

  it("asks for a word on a new date, even where the promise is overdue", async () => {
    const { host, counterpart, seriesId } = await plantTable(db.database);
    const id = await plantCommitment(db.database, seriesId, host, {
      dueOn: "2026-11-10",
      madeAt: "2026-06-01T10:00:00Z",
    });
    await plantAct(db.database, seriesId, id, counterpart, { kind: "confirmed", on: "2026-06-02" });
    await plantAct(db.database, seriesId, id, counterpart, {
      kind: "postponed",
      on: "2026-11-12",
      what: "Name the sites",
      dueOn: "2027-01-31",
      reason: "The maker is closed.",
    });
    const [item] = await waiting(host);
    expect(item).toMatchObject({ kind: "commitment_waits", who: "Cedar IT", daysLeft: -10 });
    expect(item?.sentence.text).toBe(
      "Cedar IT asked on 12 November 2026 to move it to 31 January 2027: The maker is closed. Until that is confirmed, 10 November 2026 holds.",
    );
  });

  it("asks for agenda, record and minutes of whoever hosts, and names a lapsed cadence", async () => {
    const table = await plantTable(db.database, { cadenceMonths: 3 });
    await plantMeeting(db.database, table, { startsAt: "2026-03-03T10:00:00Z", state: "held" });
    await plantMeeting(db.database, table, { startsAt: "2026-11-25T10:00:00Z" });
    await plantMeeting(db.database, table, { startsAt: "2027-06-01T10:00:00Z" });
    expect(kinds(await waiting(table.host))).toEqual([
      ["minutes_to_send", "Cedar IT"],
      ["agenda_to_send", "Cedar IT"],
    ]);
    const quiet = await plantTable(db.database, { cadenceMonths: 3 });
    await plantMeeting(db.database, quiet, { startsAt: "2026-11-01T10:00:00Z" });
    expect(kinds(await waiting(quiet.host))).toEqual([["meeting_to_record", "Cedar IT"]]);
    const never = await plantTable(db.database, { cadenceMonths: 3 });
    expect(kinds(await waiting(never.host))).toEqual([["cadence_lapsed", "Cedar IT"]]);
    expect(await waiting(never.counterpart)).toEqual([]);
  });

  it("does not tell again what stands on a line of the page", async () => {
    const host = await plantOrganisation(db.database, "Northbridge");
    const actor = host.actor();
    const contractIds = [];
    for (let n = 0; n < 2; n += 1)
      contractIds.push(
        await db.database.withActor(
          actor,
          async (tx) => (await plantContract(workOf(tx, actor))).contractId,
        ),
      );
    const { counterpart, seriesId } = await plantTable(db.database, { host, contractIds });
    const id = await plantCommitment(db.database, seriesId, host, {
      dueOn: "2026-11-10",
      madeAt: "2026-06-01T10:00:00Z",
    });
    await plantAct(db.database, seriesId, id, counterpart, { kind: "confirmed", on: "2026-06-02" });
    const page = await db.database.withActor(actor, (tx) => showToday(workOf(tx, actor)));
    const acted = page.overdue.filter(({ station }) => station === "acted");
    // Once, though the table is about two contracts.
    expect(acted.flatMap(({ action }) => action.refs.map((ref) => ref.id))).toEqual([id]);
    expect(kinds(page.waiting)).toEqual([]);
    expect(kinds(await waiting(counterpart))).toEqual([["commitment_overdue", "our side"]]);
  });

  it("shows a stranger nothing", async () => {
    await plantTable(db.database, { cadenceMonths: 3 });
    expect(await waiting(await plantOrganisation(db.database, "Stranger"))).toEqual([]);
  });
});
