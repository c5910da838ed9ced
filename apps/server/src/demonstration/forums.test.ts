/** The demonstration of forums shows a session from invitations to the published summary, and an open board. */
import { openTestDatabase, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { plantPerson } from "../platform/keep-people.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { loadForumDemonstration } from "./forums.ts";
import { loadDemonstrations } from "./load-demonstrations.ts";
import { demonstrationPeople } from "./people.ts";

const now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

it("loads once, marked as invented, with votes, a merged and a hidden idea, and a board to try", async () => {
  const parts = { secret: server.secret, publicUrl: "http://localhost" };
  // Nobody to load it for yet.
  await loadForumDemonstration(db.database, parts, now);
  await loadDemonstrations(db.database, now);
  await loadForumDemonstration(db.database, parts, now);
  await loadForumDemonstration(db.database, parts, now);
  const person = demonstrationPeople.find(({ organisation }) => organisation === "university");
  if (person === undefined) throw new Error("There is nobody.");
  const personId = await plantPerson(db.database, person);
  const [member] = await db.asOwner<{ organisation_id: string }>(
    "select organisation_id from members where person_id = $1",
    [personId],
  );
  const client = server.as(personId, member?.organisation_id ?? "");
  const { forums } = await client.forums.list();
  expect(forums.map(({ state }) => state)).toEqual(["open", "closed"]);
  expect(forums.every(({ title }) => title.includes("(invented)"))).toBe(true);
  const [open, closed] = forums;
  const past = await client.forums.get({ forumId: closed?.id ?? "" });
  expect(past.publishedOn).toBe("2026-11-20");
  expect(past.institutions.length).toBeGreaterThanOrEqual(4);
  expect(past.institutions.every((name) => name.includes("(invented)"))).toBe(true);
  const { entries } = await client.forums.board({ forumId: past.id });
  expect(Math.max(...entries.map(({ votes }) => votes))).toBe(8);
  expect(entries.filter(({ mergedInto }) => mergedInto !== null)).toHaveLength(1);
  expect(entries.filter(({ hiddenReason }) => hiddenReason !== null)).toHaveLength(1);
  expect(entries.some(({ answered }) => answered)).toBe(true);
  expect((await client.forums.board({ forumId: open?.id ?? "" })).state).toBe("open");
});
