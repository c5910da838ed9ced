import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { shareSites } from "./plan-group.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Own");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const groupId = randomUUID();
const proposalId = randomUUID();
const requirement = "disclose_sites";
const text = "T";

const read: readonly [string, GuardedEndpoint["call"]][] = [
  ["listGroups", (c) => c.harmonisation.listGroups()],
  ["getGroup", (c) => c.harmonisation.getGroup({ groupId })],
  ["shareCandidates", (c) => c.harmonisation.shareCandidates({ groupId })],
  ["listShared", (c) => c.harmonisation.listShared({ groupId })],
  ["matrix", (c) => c.harmonisation.matrix({ groupId, requirement })],
  ["overview", (c) => c.harmonisation.overview({ groupId })],
  ["listProposals", (c) => c.harmonisation.listProposals({ groupId })],
  ["getProposal", (c) => c.harmonisation.getProposal({ proposalId })],
  ["listFollowUps", (c) => c.harmonisation.listFollowUps({ groupId })],
];
const write: readonly [string, GuardedEndpoint["call"]][] = [
  ["convene", (c) => c.harmonisation.convene({ title: text, purpose: text, lawfulPurpose: text })],
  ["invite", (c) => c.harmonisation.invite({ groupId, kind: "buyer" })],
  ["leave", (c) => c.harmonisation.leave({ groupId })],
  ["share", (c) => shareSites(c, groupId, {})],
  ["withdraw", (c) => c.harmonisation.withdraw({ groupId, sharedId: groupId })],
  ["propose", (c) => c.harmonisation.propose({ groupId, requirement })],
  ["putOut", (c) => c.harmonisation.putOut({ proposalId, version: 1, commentUntil: "2999-01-01" })],
  ["comment", (c) => c.harmonisation.comment({ proposalId, stance: "agree", text })],
  ["close", (c) => c.harmonisation.close({ proposalId, version: 1, outcome: text })],
  [
    "shareFollowUp",
    (c) =>
      c.harmonisation.shareFollowUp({
        groupId,
        requirement,
        supplier: text,
        values: {},
        method: "dialogue",
        followedUpOn: "2026-11-01",
        result: text,
      }),
  ],
  ["withdrawFollowUp", (c) => c.harmonisation.withdrawFollowUp({ groupId, followUpId: groupId })],
];

it("readers read; what a house tells others is a manager's", { timeout: 60_000 }, async () => {
  for (const [name, call] of read)
    await expectAccess(server, org, { name, permission: "harmonisation.read", call });
  for (const [name, call] of write)
    await expectAccess(server, org, { name, permission: "harmonisation.write", call });
});

it("what becomes of our own terms and duties asks for the right to those", async () => {
  await expectAccess(server, org, {
    name: "take",
    permission: "requirement.write",
    call: (c) => c.harmonisation.take({ proposalId }),
  });
  await expectAccess(server, org, {
    name: "decideRecognition",
    permission: "contract.write",
    call: (c) =>
      c.harmonisation.decideRecognition({
        sharedFollowUpId: groupId,
        conditionId: groupId,
        accepted: true,
        reason: text,
      }),
  });
  await expectAccess(server, org, {
    name: "withdrawRecognition",
    permission: "contract.write",
    call: (c) => c.harmonisation.withdrawRecognition({ decisionId: groupId }),
  });
  // What others followed up is told beside our own contracts.
  const tokenFor = async (scopes: Parameters<typeof server.tokenFor>[2]) =>
    server.withToken(await server.tokenFor(org.people.owner, org.organisationId, scopes));
  const alone = await tokenFor(["harmonisation.read"]);
  await refuses("token_scope_missing", alone.harmonisation.listRecognitions({}));
  await refuses("not_signed_in", server.anonymous().harmonisation.listRecognitions({}));
  const both = await tokenFor(["harmonisation.read", "contract.read"]);
  expect((await both.harmonisation.listRecognitions({})).recognitions).toEqual([]);
  const file = await server.call({
    method: "GET",
    url: `/api/harmonisation/${groupId}/matrix-file?requirement=${requirement}&format=csv`,
  });
  expect(file.statusCode).toBe(401);
});
