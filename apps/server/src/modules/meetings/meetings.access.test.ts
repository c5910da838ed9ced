import { randomUUID } from "node:crypto";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { content, when } from "./meeting-story.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const id = randomUUID();
const read = "dialogue.read";
const write = "dialogue.write";
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: read, call: (c) => c.meetings.list({}) },
  { name: "get", permission: read, call: (c) => c.meetings.get({ id }) },
  { name: "questionPacks", permission: read, call: (c) => c.meetings.questionPacks() },
  { name: "plan", permission: write, call: (c) => c.meetings.plan({ seriesId: id, ...when }) },
  { name: "move", permission: write, call: (c) => c.meetings.move({ id, version: 1, ...when }) },
  {
    name: "cancel",
    permission: write,
    call: (c) => c.meetings.cancel({ id, version: 1, reason: "r" }),
  },
  {
    name: "addItems",
    permission: write,
    call: (c) => c.meetings.addItems({ id, items: [{ title: "T" }] }),
  },
  {
    name: "changeItem",
    permission: write,
    call: (c) => c.meetings.changeItem({ itemId: id, title: "T" }),
  },
  { name: "removeItem", permission: write, call: (c) => c.meetings.removeItem({ itemId: id }) },
  {
    name: "orderItems",
    permission: write,
    call: (c) => c.meetings.orderItems({ id, itemIds: [id] }),
  },
  { name: "setPeople", permission: write, call: (c) => c.meetings.setPeople({ id, people: [] }) },
  {
    name: "confirmFit",
    permission: write,
    call: (c) =>
      c.meetings.confirmFit({
        id,
        personId: id,
        fit: "confirmed",
        mandate: "listens",
        topics: [],
      }),
  },
  {
    name: "erasePerson",
    permission: write,
    call: (c) => c.meetings.erasePerson({ id, personId: id }),
  },
  { name: "sendAgenda", permission: write, call: (c) => c.meetings.sendAgenda({ id, version: 1 }) },
  {
    name: "previewLetter",
    permission: write,
    call: (c) => c.meetings.previewLetter({ id, kind: "invitation" }),
  },
  {
    name: "hold",
    permission: write,
    call: (c) => c.meetings.hold({ id, version: 1, heldOn: "2026-11-20", came: [] }),
  },
  {
    name: "saveDraft",
    permission: write,
    call: (c) => c.meetings.saveDraft({ id, content, version: null }),
  },
  {
    name: "sendMinutes",
    permission: write,
    call: (c) => c.meetings.sendMinutes({ id, version: 1, content }),
  },
  {
    name: "replyToMinutes",
    permission: write,
    call: (c) => c.meetings.replyToMinutes({ id, revision: 1, kind: "confirmed" }),
  },
  {
    name: "giveFeedback",
    permission: write,
    call: (c) => c.meetings.giveFeedback({ id, useful: 1, prepared: 1, openTalk: 1 }),
  },
];

describe("who may read and write meetings", () => {
  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, org, endpoint);
  });
});
