import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import {
  joinAll,
  mintTicket,
  participantWith,
  plantForum,
  type Participant,
  type PlantedForum,
} from "./participants.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let second: TestApp;
let org: PlantedOrganisation;
let forum: PlantedForum;
let participants: Participant[];
let ideas: string[];
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  // Another process of the same hub, as far as votes go.
  second = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Host");
  forum = await plantForum(server, org, 5);
  const joined = await joinAll(server, forum.links);
  await forum.open();
  const [keys] = await db.asOwner<{ sealed: string }>("select sealed from forum_keys");
  const ticket = (): string =>
    mintTicket(org.organisationId, forum.forumId, server.secret, keys?.sealed ?? "");
  participants = Array.from({ length: 200 }, (_, at) =>
    participantWith(at % 2 === 0 ? server : second, ticket()),
  );
  ideas = [
    (await joined[0]?.say("Ask brands together.")) ?? "",
    (await joined[1]?.say("Pay in time.")) ?? "",
  ];
});
afterAll(async () => {
  await server.close();
  await second.close();
  await db.close();
});

async function votesOf(entryId: string): Promise<number | undefined> {
  const { entries } = await forum.host.forums.board(forum);
  return entries.find(({ id }) => id === entryId)?.votes;
}

it(
  "counts the votes of 200 people at once exactly once each, clicked twice and sent again",
  { timeout: 120_000 },
  async () => {
    const [idea = ""] = ideas;
    const cast = participants.flatMap((participant, at) => [
      participant.vote(idea),
      participant.vote(idea),
      // What a browser sends again because the answer was lost.
      ...(at % 5 === 0 ? [participant.vote(idea)] : []),
    ]);
    const settled = await Promise.allSettled(cast);
    expect(settled.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(settled.length).toBe(440);
    expect(await votesOf(idea)).toBe(200);
    // One ticket's votes on two ideas leave nothing that is alike.
    await participants[0]?.vote(ideas[1] ?? "");
    const [alike] = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from forum_votes a join forum_votes b using (nullifier) where a.entry_id <> b.entry_id",
    );
    expect(alike?.count).toBe(0);
    await participants[0]?.vote(ideas[1] ?? "", false);
  },
);

it(
  "ends, whatever is clicked in whatever order, at what each clicked last",
  { timeout: 120_000 },
  async () => {
    const idea = ideas[1] ?? "";
    const clicks = fc.array(fc.record({ who: fc.nat(7), on: fc.boolean() }), { maxLength: 24 });
    await fc.assert(
      fc.asyncProperty(clicks, async (clicked) => {
        const last = new Map<number, boolean>();
        for (const { who, on } of clicked) {
          await participants[who]?.vote(idea, on);
          last.set(who, on);
        }
        expect(await votesOf(idea)).toBe([...last.values()].filter(Boolean).length);
        for (const who of last.keys()) await participants[who]?.vote(idea, false);
      }),
      { numRuns: 12 },
    );
  },
);

it(
  "keeps the counts when the board closes in the middle of voting",
  { timeout: 60_000 },
  async () => {
    const idea = ideas[1] ?? "";
    const cast = participants.map((participant) =>
      participant.vote(idea).then(
        () => true,
        () => false,
      ),
    );
    await forum.close();
    const taken = (await Promise.all(cast)).filter(Boolean).length;
    const { entries } = await forum.host.forums.board(forum);
    expect(entries.find(({ text }) => text === "Pay in time.")?.votes).toBe(taken);
    expect(entries.find(({ text }) => text === "Ask brands together.")?.votes).toBe(200);
    const [left] = await db.asOwner<{ votes: number; keys: number }>(
      "select (select count(*)::int from forum_votes) as votes, (select count(*)::int from forum_keys) as keys",
    );
    expect(left).toEqual({ votes: 0, keys: 0 });
  },
);
