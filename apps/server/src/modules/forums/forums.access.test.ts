import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { codeOf } from "../../test/expect-code.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { joinAll, plantForum } from "./participants.fixture.ts";

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

const forumId = randomUUID();
const seatId = randomUUID();
const at = { forumId, version: 1 };
const words = { title: "T", purpose: "P", heldOn: "2026-11-20" };

const read: readonly [string, GuardedEndpoint["call"]][] = [
  ["list", (c) => c.forums.list()],
  ["get", (c) => c.forums.get({ forumId })],
  ["listSeats", (c) => c.forums.listSeats({ forumId })],
  ["board", (c) => c.forums.board({ forumId })],
];
const write: readonly [string, GuardedEndpoint["call"]][] = [
  ["create", (c) => c.forums.create(words)],
  ["revise", (c) => c.forums.revise({ ...at, title: "T" })],
  ["setPrompts", (c) => c.forums.setPrompts({ ...at, prompts: [] })],
  [
    "invite",
    (c) => c.forums.invite({ forumId, people: [{ name: "N", address: null, institution: null }] }),
  ],
  ["revealLink", (c) => c.forums.revealLink({ forumId, seatId })],
  ["withdrawSeat", (c) => c.forums.withdrawSeat({ forumId, seatId })],
  ["takeOwnSeat", (c) => c.forums.takeOwnSeat({ forumId })],
  ["open", (c) => c.forums.open(at)],
  ["close", (c) => c.forums.close(at)],
  ["moderate", (c) => c.forums.moderate({ forumId, entryId: seatId, answered: true })],
  ["saveSummary", (c) => c.forums.saveSummary({ ...at, summary: "S" })],
  ["publish", (c) => c.forums.publish(at)],
];

it("readers look on; contributors prepare, run and publish", { timeout: 60_000 }, async () => {
  for (const [name, call] of read)
    await expectAccess(server, org, { name, permission: "dialogue.read", call });
  for (const [name, call] of write)
    await expectAccess(server, org, { name, permission: "dialogue.write", call });
});

it("files and streams of the host ask who is there", async () => {
  for (const url of [
    `/api/forums/${forumId}/appendix?format=csv`,
    `/api/forums/${forumId}/live`,
    "/api/board/live",
  ])
    expect((await server.call({ method: "GET", url })).statusCode, url).toBe(401);
  const headers = await server.headersOf(org.people.reader, org.organisationId);
  for (const path of ["appendix?format=csv", "live"])
    expect(
      (await server.call({ method: "GET", url: `/api/forums/${forumId}/${path}`, headers }))
        .statusCode,
      path,
    ).toBe(404);
});

it("a ticket opens nothing but its board, and being signed in opens no board", async () => {
  const forum = await plantForum(server, org, 5);
  const [one] = await joinAll(server, forum.links);
  await forum.open();
  await one?.say("Something");
  expect(await codeOf(one?.client.forums.get(forum) ?? Promise.resolve())).toBe("not_signed_in");
  expect(await codeOf(one?.client.contracts.list({}) ?? Promise.resolve())).toBe("not_signed_in");
  expect(await codeOf(forum.host.board.read())).toBe("ticket_not_valid");
  const other = await plantOrganisation(db.database, "Other");
  const stranger = server.as(other.people.owner, other.organisationId);
  expect(await codeOf(stranger.forums.board(forum))).toBe("not_found");
});
