import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
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
  all = await planGroup(db, server);
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

describe("another's follow-up", () => {
  const followUp = {
    requirement: "disclose_sites",
    supplier: "cedar it",
    values: {
      due_days: 10,
      due_from: "award" as const,
      tiers: ["final_assembly"],
      refresh_months: 12,
    },
    method: "dialogue",
    followedUpOn: "2026-05-04",
    result: "All sites of final assembly were named.",
  };
  const plant = async () => {
    const { id } = await all.second.contracts.create(
      contractInput({
        awardedOn: "2026-09-01",
        supplier: party("Cedar IT"),
        conditions: [
          siteClause({
            dueDays: 28,
            dueFrom: "award",
            followUp: {
              ways: ["dialogue"],
              kpis: [],
              evidenceTypes: [],
              personId: null,
              role: null,
              hoursPerMonth: null,
            },
          }),
        ],
      }),
    );
    return id;
  };
  const share = (given = followUp) =>
    all.first.harmonisation.shareFollowUp({ groupId: all.groupId, ...given, dryRun: false });

  it("is held against our clause with every reason, accepted, recorded as recognised, and taken back", async () => {
    const contractId = await plant();
    const dry = await all.first.harmonisation.shareFollowUp({
      groupId: all.groupId,
      ...followUp,
    });
    await share();
    const { followUps } = await all.second.harmonisation.listFollowUps({ groupId: all.groupId });
    expect(followUps[0]).toMatchObject(dry.seenByOthers);
    const { recognitions } = await all.second.harmonisation.listRecognitions({});
    expect(recognitions).toMatchObject([
      { by: "First", recognised: true, decision: null, ours: { contractId, clause: "14.2" } },
    ]);
    const about = {
      sharedFollowUpId: recognitions[0]?.sharedFollowUpId ?? "",
      conditionId: recognitions[0]?.ours.conditionId ?? "",
    };
    const { decisionId } = await all.second.harmonisation.decideRecognition({
      ...about,
      accepted: true,
      reason: "",
    });
    const event = async () =>
      (await all.second.duties.list({ contractId })).items.flatMap(({ events }) => events);
    expect(await event()).toMatchObject([
      { kind: "performed", on: "2026-05-04", recognised: true, takenBack: null },
    ]);
    await refuses(
      "still_in_use",
      all.second.duties.takeBack({ eventId: (await event())[0]?.id ?? "", reason: "r" }),
    );
    await refuses(
      "verdict_already_given",
      all.second.harmonisation.decideRecognition({ ...about, accepted: false, reason: "No." }),
    );
    // What was decided stays on record when its owner withdraws the follow-up.
    await all.first.harmonisation.withdrawFollowUp({
      groupId: all.groupId,
      followUpId: about.sharedFollowUpId,
    });
    const decided = await all.second.harmonisation.listRecognitions({ decided: "true" });
    expect(decided.recognitions).toMatchObject([{ by: "First", decision: { accepted: true } }]);
    await all.second.harmonisation.withdrawRecognition({ decisionId });
    expect((await event())[0]?.takenBack).not.toBeNull();
    expect((await all.second.harmonisation.listRecognitions({})).recognitions).toEqual([]);
    await refuses("not_found", all.second.harmonisation.withdrawRecognition({ decisionId }));
  });

  it("counts all the same, or not, where a person says why", async () => {
    await plant();
    await share({ ...followUp, followedUpOn: "2020-05-04" });
    const { recognitions } = await all.second.harmonisation.listRecognitions({ decided: "false" });
    const [found] = recognitions;
    expect(found?.recognised).toBe(false);
    expect(found?.reasons.filter(({ holds }) => !holds).map(({ about }) => about)).toEqual(["age"]);
    const about = {
      sharedFollowUpId: found?.sharedFollowUpId ?? "",
      conditionId: found?.ours.conditionId ?? "",
    };
    await refuses(
      "input_invalid",
      all.second.harmonisation.decideRecognition({ ...about, accepted: true, reason: "" }),
    );
    await refuses(
      "input_invalid",
      all.second.harmonisation.decideRecognition({ ...about, accepted: false, reason: "" }),
    );
    await refuses(
      "reference_unknown",
      all.second.harmonisation.decideRecognition({
        ...about,
        conditionId: all.groupId,
        accepted: false,
        reason: "r",
      }),
    );
    await all.second.harmonisation.decideRecognition({
      ...about,
      accepted: false,
      reason: "Too long ago.",
    });
    const { recognitions: after } = await all.second.harmonisation.listRecognitions({});
    expect(after[0]?.decision).toMatchObject({ accepted: false, reason: "Too long ago." });
  });

  it("is refused with a method nobody knows, or of tomorrow", async () => {
    await refuses("input_invalid", share({ ...followUp, method: "crystal_ball" }));
    await refuses("date_in_future", share({ ...followUp, followedUpOn: "2027-01-01" }));
  });
});

describe("whoever is no member", () => {
  it("gets for a group and all in it the answer of an id that is nobody's", async () => {
    await shareSites(all.first, all.groupId, { due_days: 10 });
    const { proposalId } = await all.first.harmonisation.propose({
      groupId: all.groupId,
      requirement: "disclose_sites",
    });
    await all.first.harmonisation.putOut({ proposalId, version: 1, commentUntil: "2026-12-20" });
    const nobodys = "0d2f6c1e-5b0a-4f5e-9a53-0c1f5b7e1aff";
    const answers = async (groupId: string, proposal: string) => {
      const { harmonisation: h } = all.outsider;
      return Promise.all(
        [
          h.getGroup({ groupId }),
          h.listShared({ groupId }),
          h.overview({ groupId }),
          h.matrix({ groupId, requirement: "disclose_sites" }),
          h.listProposals({ groupId }),
          h.getProposal({ proposalId: proposal }),
          h.comment({ proposalId: proposal, stance: "agree", text: "" }),
          h.take({ proposalId: proposal }),
          h.leave({ groupId }),
          shareSites(all.outsider, groupId, { due_days: 1 }),
        ].map((call) => refuses("not_found", call)),
      );
    };
    expect(await answers(all.groupId, proposalId)).toEqual(await answers(nobodys, nobodys));
  });

  it("reaches no row of it straight in the tables, nor does a reference member reach a buyer's", async () => {
    await shareSites(all.first, all.groupId, { due_days: 10 });
    const { proposalId } = await all.first.harmonisation.propose({
      groupId: all.groupId,
      requirement: "disclose_sites",
    });
    await all.first.harmonisation.putOut({ proposalId, version: 1, commentUntil: "2026-12-20" });
    const count = (who: PlantedOrganisation) =>
      db.database.withActor(who.actor(), async (tx) => {
        const counts: Record<string, number> = {};
        for (const table of [
          "harmonisation_groups",
          "harmonisation_memberships",
          "harmonisation_members",
          "harmonisation_codes",
          "shared_instances",
          "harmonisation_proposals",
          "harmonisation_proposal_details",
        ] as const)
          counts[table] = (await tx.selectFrom(table).select("organisation_id").execute()).length;
        return counts;
      });
    expect(new Set(Object.values(await count(all.organisations.outsider)))).toEqual(new Set([0]));
    expect(await count(all.organisations.reference)).toEqual({
      harmonisation_groups: 1,
      harmonisation_memberships: 1,
      harmonisation_members: 4,
      harmonisation_codes: 0,
      shared_instances: 0,
      harmonisation_proposals: 1,
      harmonisation_proposal_details: 0,
    });
    // Neither takes part by writing that it does.
    for (const kind of ["buyer", "reference"] as const)
      await refuses(
        "reference_unknown",
        db.database.withActor(all.organisations.outsider.actor(), (tx) =>
          tx
            .insertInto("harmonisation_memberships")
            .values({
              organisation_id: all.organisations.outsider.organisationId,
              group_id: all.groupId,
              kind,
              joined_at: new Date(),
            })
            .execute(),
        ),
      );
  });
});
