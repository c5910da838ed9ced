/** Who sees what of a table, and that nobody speaks for the other side: through the tables, as the application role. */
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  getUp,
  plantAct,
  plantCommitment,
  plantJointBuyer,
  plantMeeting,
  plantTable,
} from "../../test/plant-dialogue.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

describe("a planted table", () => {
  it("is seen by who sits there, and by nobody else", async () => {
    const table = await plantTable(db.database);
    const stranger = await plantOrganisation(db.database, "Stranger");
    const joint = await plantJointBuyer(db.database, table, ["commitments"]);
    await plantMeeting(db.database, table);
    await plantMeeting(db.database, table, { shared: false });
    const commitmentId = await plantCommitment(db.database, table.seriesId, table.host);
    await plantAct(db.database, table.seriesId, commitmentId, table.counterpart, {
      kind: "confirmed",
    });
    const seen = (organisationId: string) =>
      db.database.withActor({ organisationId, personId: null }, async (tx) => ({
        series: (await tx.selectFrom("dialogue_series").select("id").execute()).length,
        seats: (await tx.selectFrom("dialogue_seats").select("id").execute()).length,
        meetings: (await tx.selectFrom("meetings").select("id").execute()).length,
        acts: (await tx.selectFrom("commitment_acts").select("id").execute()).length,
      }));
    expect(await seen(table.host.organisationId)).toEqual({
      series: 1,
      seats: 3,
      meetings: 2,
      acts: 2,
    });
    expect(await seen(table.counterpart.organisationId)).toEqual({
      series: 1,
      seats: 3,
      meetings: 1,
      acts: 2,
    });
    expect(await seen(joint.organisationId)).toEqual({ series: 1, seats: 3, meetings: 0, acts: 2 });
    expect(await seen(stranger.organisationId)).toEqual({
      series: 0,
      seats: 0,
      meetings: 0,
      acts: 0,
    });
    await getUp(db.database, table.seriesId, joint.organisationId);
    expect(await seen(joint.organisationId)).toEqual({ series: 0, seats: 0, meetings: 0, acts: 0 });
  });
});
