import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import type { ApiClient } from "@throughline/contract";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contractInput, party, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { planGroup, shareSites, type PlannedGroup } from "./plan-group.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let all: PlannedGroup;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  all = await planGroup((name) => plantOrganisation(db.database, name), server);
});

const matrixOf = (client: ApiClient) =>
  client.harmonisation.matrix({ groupId: all.groupId, requirement: "disclose_sites" });

describe("a group", () => {
  it("is joined by a code for one organisation, in whatever letters, and shows its members' names", async () => {
    const { groups } = await all.second.harmonisation.listGroups();
    expect(groups).toMatchObject([
      { id: all.groupId, kind: "buyer", convenes: false, can: { share: true, propose: false } },
    ]);
    expect(groups[0]?.members.map(({ name, kind }) => `${name} ${kind}`).toSorted()).toEqual([
      "First buyer",
      "Reference reseller reference",
      "Second buyer",
      "Third buyer",
    ]);
    const { code } = await all.first.harmonisation.invite({ groupId: all.groupId, kind: "buyer" });
    await refuses(
      "already_exists",
      all.second.harmonisation.join({ code: code.toLowerCase().replaceAll("-", " ") }),
    );
    const { code: later } = await all.first.harmonisation.invite({
      groupId: all.groupId,
      kind: "buyer",
    });
    await refuses("group_code_unknown", all.outsider.harmonisation.join({ code }));
    await refuses("group_code_unknown", all.outsider.harmonisation.join({ code: "AAAA-BBBB" }));
    await all.outsider.harmonisation.join({ code: later });
    const fourth = await plantOrganisation(db.database, "Fourth");
    await refuses(
      "group_code_unknown",
      server.as(fourth.people.owner, fourth.organisationId).harmonisation.join({ code: later }),
    );
  });

  it("is left with everything one shared, and comes back by another code alone", async () => {
    await shareSites(all.second, all.groupId, { due_days: 28 });
    expect((await matrixOf(all.first)).variants).toHaveLength(1);
    await all.second.harmonisation.leave({ groupId: all.groupId });
    expect((await matrixOf(all.first)).variants).toEqual([]);
    await refuses("not_found", all.second.harmonisation.getGroup({ groupId: all.groupId }));
    expect((await all.second.harmonisation.listGroups()).groups).toEqual([]);
    const { members } = await all.first.harmonisation.getGroup({ groupId: all.groupId });
    expect(members.find(({ name }) => name === "Second")?.leftOn).toBe("2026-11-20");
    const { code } = await all.first.harmonisation.invite({ groupId: all.groupId, kind: "buyer" });
    await all.second.harmonisation.join({ code });
    expect((await matrixOf(all.second)).variants).toEqual([]);
    await refuses("still_in_use", all.first.harmonisation.leave({ groupId: all.groupId }));
  });
});

describe("what a buyer shares", () => {
  it("is exactly what a dry run shows, and is gone for all when it is withdrawn", async () => {
    const given = {
      groupId: all.groupId,
      instances: [
        {
          requirement: "disclose_sites",
          role: "clause" as const,
          version: null,
          values: { due_days: 28 },
          floor: { values: { due_days: 60 }, reason: "Small resellers need two months." },
          resellers: ["Cedar IT"],
        },
      ],
    };
    const dry = await all.second.harmonisation.share(given);
    expect(dry.done).toBe(false);
    expect((await all.first.harmonisation.listShared({ groupId: all.groupId })).instances).toEqual(
      [],
    );
    await all.second.harmonisation.share({ ...given, dryRun: false });
    const seen = await all.first.harmonisation.listShared({ groupId: all.groupId });
    const [{ id, ...shown }] = seen.instances as [(typeof seen.instances)[number]];
    expect(shown).toEqual(dry.seenByOthers[0]);
    // A later copy takes the earlier one's place.
    await shareSites(all.second, all.groupId, { due_days: 10 });
    const later = await all.first.harmonisation.listShared({ groupId: all.groupId });
    expect(later.instances.map((one) => one.values)).toEqual([{ due_days: 10 }]);
    await refuses(
      "not_found",
      all.first.harmonisation.withdraw({
        groupId: all.groupId,
        sharedId: later.instances[0]?.id ?? "",
      }),
    );
    await all.second.harmonisation.withdraw({
      groupId: all.groupId,
      sharedId: later.instances[0]?.id ?? "",
    });
    expect((await all.first.harmonisation.listShared({ groupId: all.groupId })).instances).toEqual(
      [],
    );
    await refuses(
      "not_found",
      all.second.harmonisation.withdraw({ groupId: all.groupId, sharedId: id }),
    );
  });

  it("is refused where others could not compare it, or a value is none", async () => {
    await refuses(
      "reference_unknown",
      shareSites(all.second, all.groupId, {}, "no_such_requirement"),
    );
    const found = await refuses(
      "input_invalid",
      shareSites(all.second, all.groupId, { due_days: -3 }),
    );
    expect(found.errors).toMatchObject([{ path: "/instances/0/values/due_days" }]);
  });

  it("is proposed from contracts with their reseller, and drafts are marked", async () => {
    await all.second.contracts.create(
      contractInput({
        supplier: party("Cedar IT"),
        conditions: [siteClause({ dueDays: 28, dueFrom: "award" })],
      }),
    );
    const { id } = await all.second.procurements.create({ reference: "P-1", title: "Laptops" });
    await all.second.procurements.addInstances({
      id,
      version: 1,
      instances: [{ role: "clause", requirement: "disclose_sites", title: "Sites", wording: "" }],
    });
    const { candidates } = await all.second.harmonisation.shareCandidates({ groupId: all.groupId });
    expect(
      candidates.map(({ source, resellers }) => [source.kind, source.draft, resellers.join()]),
    ).toEqual([
      ["procurement", true, ""],
      ["contract", false, "Cedar IT"],
    ]);
    expect(candidates[1]?.values).toMatchObject({ due_days: 28, due_from: "award" });
  });
});

describe("the matrix", () => {
  it("says who asks what, how that stands to ours, and how diverse it is", async () => {
    await shareSites(all.first, all.groupId, { due_days: 10, due_from: "award" });
    await shareSites(all.second, all.groupId, { due_days: 28, due_from: "award" });
    await shareSites(all.third, all.groupId, { due_days: 60, due_from: "award" });
    const matrix = await matrixOf(all.second);
    expect(matrix.variants).toHaveLength(3);
    const days = matrix.parameters.findIndex(({ key }) => key === "due_days");
    expect(
      Object.fromEntries(
        matrix.variants.map(({ buyers }, at) => [
          buyers[0]?.buyer,
          matrix.cells[days]?.[at]?.toOurs,
        ]),
      ),
    ).toEqual({ First: "stricter", Second: "equal", Third: "weaker" });
    expect(matrix.variants.find(({ buyers }) => buyers[0]?.own)?.buyers[0]?.buyer).toBe("Second");
    expect(matrix.diversity.says.text).toBe(
      "3 instances in 3 variants: as if there were 3 different requirements.",
    );
    const overview = await all.third.harmonisation.overview({ groupId: all.groupId });
    expect(overview.requirements).toMatchObject([
      { requirement: "disclose_sites", buyersAsking: 3, proposals: 0 },
    ]);
    const file = await server.call({
      method: "GET",
      url: `/api/harmonisation/${all.groupId}/matrix-file?requirement=disclose_sites&format=csv`,
      headers: await all.headersOf("second"),
    });
    expect(file.payload.split("\r\n").filter((line) => line !== "")).toHaveLength(4);
    expect(file.payload).toContain("28 days");
  });
});

describe("a proposal", () => {
  const propose = async () => {
    await shareSites(all.first, all.groupId, { due_days: 10, due_from: "award" }, undefined, {
      values: { due_days: 28, due_from: "award" },
      reason: "We could wait four weeks.",
    });
    await shareSites(all.second, all.groupId, { due_days: 28, due_from: "award" });
    await shareSites(all.third, all.groupId, { due_days: 60, due_from: "award" });
    return all.first.harmonisation.propose({
      groupId: all.groupId,
      requirement: "disclose_sites",
      objective: "most_ambitious",
    });
  };
  const commentUntil = "2026-12-20";

  it("is a draft of whoever convenes, put out, commented on, closed with what people agreed", async () => {
    const { proposalId } = await propose();
    const draft = await all.first.harmonisation.getProposal({ proposalId });
    expect(draft.can).toEqual({ publish: true, comment: false, close: false, take: false });
    expect(draft.content.buyers.map(({ buyer }) => buyer)).toEqual(["First", "Second", "Third"]);
    for (const other of [all.second, all.reference, all.outsider])
      await refuses("not_found", other.harmonisation.getProposal({ proposalId }));
    await refuses(
      "conflict",
      all.first.harmonisation.putOut({ proposalId, version: 9, commentUntil }),
    );
    await refuses(
      "input_invalid",
      all.first.harmonisation.putOut({ proposalId, version: 1, commentUntil: "2026-11-20" }),
    );
    await refuses(
      "conflict",
      all.first.harmonisation.comment({ proposalId, stance: "agree", text: "" }),
    );
    const { version } = await all.first.harmonisation.putOut({
      proposalId,
      version: 1,
      commentUntil,
    });
    await refuses(
      "conflict",
      all.first.harmonisation.putOut({ proposalId, version, commentUntil }),
    );

    const said = (stance: "agree" | "change", text: string) => ({ proposalId, stance, text });
    await refuses("input_invalid", all.reference.harmonisation.comment(said("change", "")));
    await all.reference.harmonisation.comment(said("change", "Two months, please."));
    await all.reference.harmonisation.comment(said("agree", "Brands say they can."));
    await all.second.harmonisation.comment(said("agree", ""));
    const open = await all.third.harmonisation.getProposal({ proposalId });
    expect(open.stances).toEqual({ agree: 2, disagree: 0, change: 0 });
    expect(open.comments.map(({ replaced }) => replaced)).toEqual([true, false, false]);

    await refuses(
      "not_allowed",
      all.second.harmonisation.close({ proposalId, version, outcome: "Ours" }),
    );
    await all.first.harmonisation.close({ proposalId, version, outcome: "28 days from award." });
    const closed = await all.reference.harmonisation.getProposal({ proposalId });
    expect(closed).toMatchObject({ state: "closed", outcome: "28 days from award." });
    await refuses("conflict", all.second.harmonisation.comment(said("agree", "")));
  });

  it("tells the reference group the core and its sums, and no buyer's own terms", async () => {
    const { proposalId } = await propose();
    await all.first.harmonisation.putOut({ proposalId, version: 1, commentUntil });
    const read = await all.reference.harmonisation.getProposal({ proposalId });
    expect(read.buyersShown).toBe(false);
    expect(read.can.take).toBe(false);
    expect(read.content.core).toMatchObject({ due_days: 10 });
    const words = JSON.stringify(read.content);
    for (const secret of ["First", "Second", "Third", "four weeks", "60 days"])
      expect(words).not.toContain(secret);
    for (const call of [
      () => all.reference.harmonisation.listShared({ groupId: all.groupId }),
      () => all.reference.harmonisation.overview({ groupId: all.groupId }),
      () => all.reference.harmonisation.listFollowUps({ groupId: all.groupId }),
      () => matrixOf(all.reference),
      () => shareSites(all.reference, all.groupId, { due_days: 1 }),
    ])
      await refuses("not_allowed", call());
  });

  it("is taken home by one act, with its reason, after a dry run", async () => {
    const { proposalId } = await propose();
    await refuses("conflict", all.first.harmonisation.take({ proposalId }));
    await all.first.harmonisation.putOut({ proposalId, version: 1, commentUntil });
    const dry = await all.third.harmonisation.take({ proposalId });
    expect(dry).toMatchObject({ done: false, values: { due_days: 10, due_from: "award" } });
    await all.third.harmonisation.take({ proposalId, dryRun: false });
    const held = await all.third.requirements.get({ key: "disclose_sites" });
    expect(held.adoption).toMatchObject({
      standing: "adapted",
      values: { due_days: 10, due_from: "award" },
      reason: "Taken from the proposal of “Laptops” of 20 November 2026.",
    });
  });

  it("needs somebody who asks, and is made by whoever convenes", async () => {
    await refuses(
      "input_invalid",
      all.first.harmonisation.propose({ groupId: all.groupId, requirement: "disclose_sites" }),
    );
    await refuses(
      "not_allowed",
      all.second.harmonisation.propose({ groupId: all.groupId, requirement: "disclose_sites" }),
    );
  });
});
