import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { codeOf } from "../../test/expect-code.ts";
import { plantAct, plantCommitment } from "../../test/plant-dialogue.ts";
import type { TestApp } from "../../test/start-test-app.ts";
import { beginStory, startServer, type Clock } from "./meeting-story.fixture.ts";

const clock: Clock = { now: new Date("2026-11-20T09:00:00Z") };
let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startServer(db.database, clock);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** A host whose contract with Cedar IT is silent since March, and another one with Rowan Systems at the same table. */
async function plantSilence() {
  const host = await plantOrganisation(db.database, "Northbridge");
  const owner = server.as(host.people.owner, host.organisationId);
  const [cedar, rowan] = await Promise.all(
    ["Cedar IT", "Rowan Systems"].map((name) =>
      owner.contracts.create(
        contractInput({
          title: `Laptops of ${name}`,
          supplier: party(name),
          products: [product("Aster", `Book of ${name}`)],
          conditions: [siteClause()],
        }),
      ),
    ),
  );
  if (cedar === undefined || rowan === undefined) throw new Error("Two contracts were made.");
  const { requestId } = await owner.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId: cedar.id }],
    subject: "Where are the laptops made?",
    body: "B",
    dueOn: null,
  });
  await owner.requests.recordSent({ requestId, sentOn: "2026-03-03", dueOn: "2026-04-02" });
  const story = await beginStory(db.database, server, clock, {
    host,
    contractIds: [cedar.id, rowan.id],
  });
  return { story, contractId: cedar.id };
}

describe("an agenda drafted from the line", () => {
  it("proposes what is open with this counterpart, says why, and keeps where it came from to ourselves", async () => {
    const { story, contractId } = await plantSilence();
    const { table, host, cedar } = story;
    const late = await plantCommitment(db.database, table.seriesId, table.host, {
      what: "Name the maker of the display",
      dueOn: "2026-10-01",
      madeAt: "2026-05-01T10:00:00Z",
    });
    await plantAct(db.database, table.seriesId, late, table.counterpart, {
      kind: "confirmed",
      on: "2026-05-02",
    });
    const id = await story.plan();
    const { proposals } = await host.meetings.draftAgenda({ id });
    const sources = proposals.map(({ source }) => source);
    expect(sources).toContain("unanswered_request");
    expect(sources).toContain("open_commitment");
    expect(sources).toContain("question_pack");
    expect(proposals.every(({ why }) => why.text.length > 0)).toBe(true);
    expect(JSON.stringify(proposals)).not.toContain("Rowan Systems on");
    const theirs = proposals.filter(({ whose }) => whose === "counterpart");
    expect(JSON.stringify(theirs)).not.toMatch(/Rowan/u);
    const silent = proposals.find(({ source }) => source === "unanswered_request");
    if (silent === undefined) throw new Error("The silence is proposed.");
    expect(silent).toMatchObject({ contractId, fits: true, whose: "counterpart" });
    expect(silent.detail).toContain("Cedar IT");
    const { why: _, fits: __, whose: ___, ...item } = silent;
    await host.meetings.addItems({ id, items: [item] });
    expect((await host.meetings.get({ id })).items).toMatchObject([
      { source: "unanswered_request", origin: { contractId, breakId: silent.breakId } },
    ]);
    expect(
      (await host.meetings.draftAgenda({ id })).proposals.map(({ title }) => title),
    ).not.toContain(silent.title);
    await host.meetings.sendAgenda({ id, version: 1 });
    const [seen] = (await cedar.meetings.get({ id })).items;
    expect(seen).toMatchObject({ title: silent.title, origin: null });
    expect(JSON.stringify(await cedar.meetings.get({ id }))).not.toContain(contractId);
    expect((await host.meetings.list({ contractId })).total).toBe(1);
    expect((await cedar.meetings.list({ contractId })).total).toBe(0);
  });

  it("asks for the right to read contracts, too, and is the host's alone", async () => {
    const { story } = await plantSilence();
    const id = await story.invited();
    const { people, organisationId } = story.table.host;
    const token = await server.tokenFor(people.owner, organisationId, ["dialogue.write"]);
    expect(await codeOf(server.withToken(token).meetings.draftAgenda({ id }))).toBe(
      "token_scope_missing",
    );
    expect(await codeOf(story.cedar.meetings.draftAgenda({ id }))).toBe("not_allowed");
  });
});
