import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
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
    const count = (who: PlannedGroup["organisations"]["first"]) =>
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

describe("terms that were withdrawn", () => {
  const propose = async (): Promise<string> => {
    await shareSites(all.first, all.groupId, { due_days: 10, due_from: "award" });
    await shareSites(all.second, all.groupId, { due_days: 28, due_from: "award" });
    await shareSites(
      all.third,
      all.groupId,
      { due_days: 60, due_from: "signature" },
      "disclose_sites",
      { values: { due_days: 60 }, reason: "Our small resellers need two months." },
    );
    const { proposalId } = await all.first.harmonisation.propose({
      groupId: all.groupId,
      requirement: "disclose_sites",
    });
    return proposalId;
  };
  const withdraw = async (): Promise<void> => {
    const { instances } = await all.third.harmonisation.listShared({ groupId: all.groupId });
    await all.third.harmonisation.withdraw({
      groupId: all.groupId,
      sharedId: instances.find(({ own }) => own)?.id ?? "",
    });
  };
  const out = { version: 1, commentUntil: "2026-12-20" };
  const telling = /Third|two months/u;

  it("are not put out with a draft that was computed before", async () => {
    const proposalId = await propose();
    await withdraw();
    const refused = await refuses(
      "conflict",
      all.first.harmonisation.putOut({ proposalId, ...out }),
    );
    expect(refused.detail).toContain("propose it anew");
    await refuses("not_found", all.second.harmonisation.getProposal({ proposalId }));
    const draft = await all.first.harmonisation.getProposal({ proposalId });
    expect(JSON.stringify(draft.content)).not.toMatch(telling);
    const { proposalId: anew } = await all.first.harmonisation.propose({
      groupId: all.groupId,
      requirement: "disclose_sites",
    });
    await all.first.harmonisation.putOut({ proposalId: anew, ...out });
  });

  it.each(["withdraws", "leaves"])("are told by no proposal any more once one %s", async (how) => {
    const proposalId = await propose();
    await all.first.harmonisation.putOut({ proposalId, ...out });
    const before = await all.second.harmonisation.getProposal({ proposalId });
    expect(JSON.stringify(before.content)).toMatch(telling);
    if (how === "withdraws") await withdraw();
    else await all.third.harmonisation.leave({ groupId: all.groupId });
    for (const buyer of [all.first, all.second]) {
      const { content, buyersShown } = await buyer.harmonisation.getProposal({ proposalId });
      expect(JSON.stringify(content)).not.toMatch(telling);
      expect(buyersShown).toBe(true);
      expect(content.buyers.map((one) => one.buyer)).toEqual(["First", "Second"]);
    }
    // The others still take home what it says for them.
    const taken = await all.second.harmonisation.take({ proposalId });
    expect(taken.values).toEqual(
      before.content.buyers.find(({ buyer }) => buyer === "Second")?.proposed,
    );
  });

  it("are not among what the reference group reads as open choices either", async () => {
    for (const [client, from] of [
      [all.first, "award"],
      [all.second, "signature"],
      [all.third, "delivery"],
    ] as const)
      await shareSites(client, all.groupId, { due_from: from }, "disclose_sites", {
        values: { due_from: from },
        reason: "Our rules say so.",
      });
    const { proposalId } = await all.first.harmonisation.propose({
      groupId: all.groupId,
      requirement: "disclose_sites",
    });
    await all.first.harmonisation.putOut({ proposalId, ...out });
    const own = await all.first.harmonisation.getProposal({ proposalId });
    expect(own.content.choices.flatMap(({ values }) => values).length).toBeGreaterThan(1);
    const { content } = await all.reference.harmonisation.getProposal({ proposalId });
    expect(content.choices.map(({ label, values }) => [label, values])).toEqual([
      [own.content.choices[0]?.label, []],
    ]);
  });
});
