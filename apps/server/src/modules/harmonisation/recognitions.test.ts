import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contractInput, party, siteClause } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { planGroup, type PlannedGroup } from "./plan-group.fixture.ts";

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
