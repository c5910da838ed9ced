import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import {
  getUp,
  plantJointBuyer,
  plantMeeting,
  plantTable,
  type PlantedTable,
} from "../../test/plant-dialogue.ts";
import { refusalOf } from "../../test/expect-code.ts";
import { refuses } from "../../test/refuses.ts";
import { recordAsAnswer, requestFromObstacle } from "./act-on-obstacle.ts";
import { listObstacles } from "./list-obstacles.ts";
import { reportObstacle, resolveObstacle } from "./report-obstacle.ts";

let db: TestDatabase;
let table: PlantedTable;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  table = await plantTable(db.database);
});
afterAll(() => db.close());

function inside<T>(org: PlantedOrganisation, work: (work: Work) => Promise<T>): Promise<T> {
  const actor = org.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

const told = () => ({
  seriesId: table.seriesId,
  meetingId: null,
  who: "Maker of displays",
  tier: null,
  product: "display",
  kind: "confidentiality" as const,
  text: "Its customers are secret, says Ms Unspeakable.",
  reportedOn: "2026-11-02",
});
const report = (org: PlantedOrganisation, given: object = {}) =>
  inside(org, (work) => reportObstacle(work, { ...told(), ...given }));
const list = (org: PlantedOrganisation, wanted: object = {}) =>
  inside(org, (work) => listObstacles(work, { limit: 50, ...wanted }));

describe("an obstacle", () => {
  it("is recorded as reported, by the side that reports it, and read by both", async () => {
    const id = await report(table.counterpart);
    const { items } = await list(table.host);
    expect(items).toMatchObject([{ id, reportedBy: "counterpart", mine: false, requests: [] }]);
    expect((await list(table.counterpart)).items).toMatchObject([{ id, mine: true }]);
  });

  it("is overcome where whoever recorded it says how", async () => {
    const { host, counterpart } = table;
    const id = await report(counterpart);
    const said = { id, version: 1, on: "2026-11-10", resolution: "It agreed under an NDA." };
    const resolve = (org: PlantedOrganisation, given: object = {}) =>
      inside(org, (work) => resolveObstacle(work, { ...said, ...given }));
    await refuses("not_allowed", resolve(host));
    await refuses("input_invalid", resolve(counterpart, { on: "2026-11-01" }));
    await refuses("date_in_future", resolve(counterpart, { on: "2026-11-21" }));
    await refuses("conflict", resolve(counterpart, { version: 7 }));
    await resolve(counterpart);
    await refuses("conflict", resolve(counterpart, { version: 2 }));
    expect((await list(host, { open: true })).items).toEqual([]);
    expect((await list(host, { open: false })).items).toMatchObject([
      { resolution: "It agreed under an NDA." },
    ]);
  });

  it("is refused with a day to come, a meeting of another table, and at a table that is not ours", async () => {
    await refuses("date_in_future", report(table.host, { reportedOn: "2026-11-21" }));
    const elsewhere = await plantTable(db.database, { host: table.host });
    const meetingId = await plantMeeting(db.database, elsewhere);
    await refuses("reference_unknown", report(table.host, { meetingId }));
    await refuses("not_found", report(table.counterpart, { seriesId: elsewhere.seriesId }));
  });

  it("is found by words and kind, page by page", async () => {
    const { host } = table;
    const first = await report(host, { reportedOn: "2026-11-01", kind: "does_not_know" });
    const second = await report(host);
    const third = await report(host, { who: "Refiner of cobalt", product: null });
    const ids = async (wanted: object) => (await list(host, wanted)).items.map(({ id }) => id);
    expect(await ids({ kind: "does_not_know" })).toEqual([first]);
    expect(await ids({ search: "COBALT" })).toEqual([third]);
    const page = await list(host, { limit: 2 });
    expect(page.items.map(({ id }) => id).toSorted()).toEqual([second, third].toSorted());
    expect(await ids({ limit: 2, after: page.next })).toEqual([first]);
  });
});

describe("what an obstacle leads to", () => {
  it("is a request to whoever does not say, which tells nothing of what was said at the table", async () => {
    const { host } = table;
    const id = await report(table.counterpart);
    const { contractId } = await inside(host, (work) => plantContract(work));
    const requestId = await inside(host, (work) => requestFromObstacle(work, { id, contractId }));
    const [request] = await db.asOwner<{ letter: string }>(
      "select concat_ws(' ', subject, body) as letter from disclosure_requests where id = $1 and addressee = 'Maker of displays' and sent_on is null",
      [requestId],
    );
    const letter = request?.letter ?? "";
    expect(letter).toContain("display");
    for (const secret of ["Unspeakable", "secret", "Cedar IT"])
      expect(letter).not.toContain(secret);
    expect((await list(host)).items[0]?.requests).toMatchObject([{ id: requestId, sentOn: null }]);
    // The counterpart does not learn that we asked.
    expect((await list(table.counterpart)).items[0]?.requests).toEqual([]);
  });

  it("is the counterpart's answer that it cannot say, because of this", async () => {
    const { host } = table;
    const id = await report(table.counterpart);
    const { contractId } = await inside(host, (work) => plantContract(work));
    const answerId = await inside(host, (work) =>
      recordAsAnswer(work, { id, contractId, requestId: null }),
    );
    const [answer] = await db.asOwner(
      "select answered_by, answer, reason, answered_on, self_reported from disclosure_answers where id = $1",
      [answerId],
    );
    expect(answer).toMatchObject({
      answered_by: "Cedar IT",
      answer: "cannot_because",
      reason:
        "Maker of displays (display) says that it is confidential: Its customers are secret, says Ms Unspeakable.",
      self_reported: true,
    });
    const audit = await db.asOwner<{ text: string }>(
      "select coalesce(before::text, '') || coalesce(after::text, '') as text from audit_entries",
    );
    expect(audit.length).toBeGreaterThan(2);
    for (const { text } of audit) expect(text).not.toContain("Unspeakable");
  });

  it("is for a contract of our own", async () => {
    const { host, counterpart } = table;
    const id = await report(counterpart);
    const { contractId } = await inside(host, (work) => plantContract(work));
    const asks = (org: PlantedOrganisation, contract: string) =>
      refusalOf(inside(org, (work) => requestFromObstacle(work, { id, contractId: contract })));
    expect(await asks(counterpart, contractId)).toEqual(await asks(counterpart, randomUUID()));
    expect((await asks(counterpart, contractId))?.code).toBe("not_found");
  });
});

describe("whoever does not sit at the table, or may not see its meetings", () => {
  it("finds no obstacle", async () => {
    const id = await report(table.counterpart);
    const stranger = await plantOrganisation(db.database, "Stranger");
    const rival = (await plantTable(db.database, { host: table.host })).counterpart;
    const former = await plantJointBuyer(db.database, table);
    await getUp(db.database, table.seriesId, former.organisationId);
    const blind = await plantJointBuyer(
      db.database,
      table,
      ["commitments"],
      await plantOrganisation(db.database, "Blind"),
    );
    for (const org of [stranger, rival, former, blind]) {
      expect((await list(org)).items).toEqual([]);
      const tries = (tried: string) =>
        refusalOf(
          inside(org, (work) =>
            resolveObstacle(work, { id: tried, version: 1, on: "2026-11-10", resolution: "R" }),
          ),
        );
      expect(await tries(id)).toEqual(await tries(randomUUID()));
    }
  });
});
