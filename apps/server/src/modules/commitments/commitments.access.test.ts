import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { plantCommitment, plantTable, type PlantedTable } from "../../test/plant-dialogue.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let table: PlantedTable;
let id: string;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  table = await plantTable(db.database);
  id = await plantCommitment(db.database, table.seriesId, table.host);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const nobodys = "00000000-0000-4000-8000-000000000000";
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: "dialogue.read", call: (client) => client.commitments.list({}) },
  { name: "get", permission: "dialogue.read", call: (client) => client.commitments.get({ id }) },
  {
    name: "make",
    permission: "dialogue.write",
    call: (client) =>
      client.commitments.make({
        seriesId: table.seriesId,
        debtor: "buyers",
        debtorName: "Northbridge",
        what: "Forecast",
        dueOn: null,
      }),
  },
  {
    name: "say",
    permission: "dialogue.write",
    call: (client) => client.commitments.say({ id, kind: "confirmed" }),
  },
  {
    name: "discard",
    permission: "dialogue.write",
    call: (client) => client.commitments.discard({ id: nobodys }),
  },
  {
    name: "listObstacles",
    permission: "dialogue.read",
    call: (client) => client.commitments.listObstacles({}),
  },
  {
    name: "reportObstacle",
    permission: "dialogue.write",
    call: (client) =>
      client.commitments.reportObstacle({
        seriesId: table.seriesId,
        who: "Maker of displays",
        kind: "confidentiality",
        text: "It says its customers are secret.",
        reportedOn: "2026-11-01",
      }),
  },
  {
    name: "resolveObstacle",
    permission: "dialogue.write",
    call: (client) =>
      client.commitments.resolveObstacle({
        id: nobodys,
        version: 1,
        on: "2026-11-01",
        resolution: "R",
      }),
  },
];

describe("who may do what with commitments", () => {
  it.each(endpoints.map((endpoint) => [endpoint.name, endpoint] as const))(
    "%s",
    async (_, endpoint) => {
      await expectAccess(server, table.host, endpoint);
    },
  );

  it("asks for the right to write requests, too, where an obstacle becomes one", async () => {
    const { organisationId, people } = table.host;
    const owner = server.as(people.owner, organisationId);
    const obstacle = await owner.commitments.reportObstacle({
      seriesId: table.seriesId,
      who: "Maker of displays",
      kind: "does_not_know",
      text: "Not known.",
      reportedOn: "2026-11-01",
    });
    const token = await server.tokenFor(people.owner, organisationId, ["dialogue.write"]);
    const narrow = server.withToken(token);
    const about = { id: obstacle.id, contractId: nobodys };
    for (const call of [
      () => narrow.commitments.requestFromObstacle(about),
      () => narrow.commitments.recordAsAnswer({ ...about, requestId: null }),
    ])
      await expect(call()).rejects.toMatchObject({ data: { code: "token_scope_missing" } });
  });

  it("gives the ledger as a file to whoever may read it, and to nobody else", async () => {
    const url = "/api/commitments/export?format=csv";
    expect((await server.call({ method: "GET", url })).statusCode).toBe(401);
    const { organisationId, people } = table.host;
    const other = await server.tokenFor(people.owner, organisationId, ["contract.read"]);
    const headers = { authorization: `Bearer ${other}` };
    expect((await server.call({ method: "GET", url, headers })).statusCode).toBe(403);
    const reader = await server.headersOf(people.reader, organisationId);
    const file = await server.call({ method: "GET", url, headers: reader });
    expect(file.statusCode).toBe(200);
    const shown = await server.as(people.reader, organisationId).commitments.list({});
    expect(file.body.trim().split("\n")).toHaveLength(shown.total + 1);
    for (const item of shown.items) expect(file.body).toContain(item.label);
  });
});
