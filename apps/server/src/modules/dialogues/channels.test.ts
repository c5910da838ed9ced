/** While a procurement on the subject is live nobody is talked to alone; each buyer at a table closes for its own. */
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import type { ApiClient } from "@throughline/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { plantJointBuyer, plantTable, type PlantedTable } from "../../test/plant-dialogue.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let table: PlantedTable;
let client: ApiClient;
let theirs: ApiClient;

const asMember = (org: PlantedOrganisation): ApiClient =>
  server.as(org.people.owner, org.organisationId);

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
});
beforeEach(async () => {
  table = await plantTable(db.database, { cpv: ["30213100"] });
  client = asMember(table.host);
  theirs = asMember(table.counterpart);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const begun = async (buyer: ApiClient, cpv: string[], title = "Laptops 2027") => {
  const { id } = await buyer.procurements.create({
    reference: `T-${Math.random()}`,
    title,
    procedure: "open",
    cpv,
  });
  return id;
};
const published = async (buyer: ApiClient, cpv: string[], title?: string) => {
  const id = await begun(buyer, cpv, title);
  const { facts, version } = await buyer.procurements.get({ id });
  expect(facts.stage).toBe("drafting");
  const done = await buyer.procurements.publish({ id, version, publishedOn: "2026-11-02" });
  expect(done.done).toBe(true);
  return { id, version: done.version };
};

describe("the one-to-one channel", () => {
  it("closes for both sides with the publication and opens when it is given up", async () => {
    const draft = await begun(client, ["30213200"]);
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
    const { id, version } = await published(client, ["30213000"]);
    for (const [reader, byUs] of [
      [client, true],
      [theirs, false],
    ] as const) {
      const { channel, can, channelOpen } = await reader.dialogues.get({ id: table.seriesId });
      expect(channelOpen).toBe(false);
      expect(can.plan).toBe(false);
      expect(channel).toMatchObject({
        open: false,
        closures: [{ title: "Laptops 2027", since: "2026-11-02", byUs }],
      });
      expect(channel.closures[0]?.says.text).toContain("2 November 2026");
    }
    const refusal = await refuses(
      "channel_closed",
      client.dialogues.offerSeat({
        id: table.seriesId,
        kind: "joint",
        name: "Larkhaven",
        toAddress: "buying@larkhaven.example",
      }),
    );
    expect(refusal.detail).toContain("Laptops 2027");
    expect(refusal.detail).toContain("2 November 2026");
    // Free words to the other side wait, too; a note among colleagues does not.
    await refuses(
      "channel_closed",
      theirs.dialogues.sayAim({ id: table.seriesId, purpose: "P", hopedOutcome: "H" }),
    );
    const note = { id: table.seriesId, subjectKind: "series", subjectId: table.seriesId } as const;
    await refuses(
      "channel_closed",
      theirs.dialogues.comment({ ...note, text: "One more thing", internal: false }),
    );
    await theirs.dialogues.comment({ ...note, text: "After the award", internal: true });
    expect((await client.dialogues.list({ watch: "channel_closed" })).total).toBe(1);
    await client.procurements.moveOn({ id, version, stage: "closed", reason: "No bids." });
    expect((await theirs.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
    expect(draft).not.toBe(id);
  });

  it("stays open for another subject, and closes when the subject is said", async () => {
    await published(client, ["34110000"], "Cars");
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
    const { version, ...shown } = await client.dialogues.get({ id: table.seriesId });
    const terms = {
      id: table.seriesId,
      title: shown.title,
      counterpartRole: shown.counterpart.role,
      basis: shown.basis,
      issues: shown.issues,
      timeZone: shown.timeZone,
    };
    await client.dialogues.update({ ...terms, version, cpv: ["34100000"] });
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(false);
    await client.dialogues.update({ ...terms, version: version + 1, cpv: ["30213100"] });
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
  });

  it("is closed by a joint buyer's procurement, until that buyer gets up", async () => {
    const joint = await plantJointBuyer(db.database, table, []);
    await published(asMember(joint), ["30200000"], "Screens");
    const closed = await client.dialogues.get({ id: table.seriesId });
    expect(closed.channel.closures).toMatchObject([{ title: "Screens", byUs: false }]);
    const seat = closed.seats.find(({ kind }) => kind === "joint");
    await client.dialogues.endSeat({ id: table.seriesId, seatId: seat?.id ?? "" });
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
    await refuses("not_found", asMember(joint).dialogues.get({ id: table.seriesId }));
  });

  it("is opened by a joint buyer that leaves", async () => {
    const joint = await plantJointBuyer(db.database, table);
    await published(asMember(joint), ["30200000"], "Screens");
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(false);
    await asMember(joint).dialogues.leave({ id: table.seriesId });
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
  });

  it("is not closed by the counterpart's own buying", async () => {
    await published(theirs, ["30213100"], "Our own laptops");
    expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
  });

  it("is looked at each morning, again and again to the same end", async () => {
    const { id } = await client.dialogues.create({
      title: "Servers",
      counterpartName: "Oak IT",
      counterpartRole: "reseller",
      basis: "shared_priorities",
      issues: ["wages"],
      cpv: ["48820000"],
      timeZone: "Europe/London",
      purpose: "P",
      hopedOutcome: "H",
    });
    await db.asOwner(
      `insert into procurements (organisation_id, reference, title, procedure, stage, cpv, published_on) values ($1, 'X-1', 'Servers', 'open', 'published', '{48820000}', '2026-11-01')`,
      [table.host.organisationId],
    );
    const morning = new Date("2026-11-21T06:00:00Z");
    const ran = await server.runJobs(morning);
    expect(ran.filter(({ job }) => job === "settle-channels")).toMatchObject([{ outcome: "done" }]);
    expect((await client.dialogues.get({ id })).channel.open).toBe(false);
    await server.runJobs(new Date("2026-11-22T06:00:00Z"));
    const closures = await db.asOwner("select id from channel_closures where series_id = $1", [id]);
    expect(closures).toHaveLength(1);
  });
});

it("keeps another organisation's channels out of a stranger's reach", async () => {
  const stranger = await plantOrganisation(db.database, "Stranger");
  await published(asMember(stranger), ["30213100"], "Elsewhere");
  expect((await client.dialogues.get({ id: table.seriesId })).channel.open).toBe(true);
});
