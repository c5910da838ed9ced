import { BoardEvent, ticketHeader } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import {
  joinAll,
  plantForum,
  type Participant,
  type PlantedForum,
} from "./participants.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let second: TestApp;
let origin: string;
let secondOrigin: string;
let org: PlantedOrganisation;
let forum: PlantedForum;
let participants: Participant[];
const streams = new Set<AbortController>();

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  second = await startTestApp({ database: db.database });
  origin = await server.app.http.listen({ port: 0, host: "127.0.0.1" });
  secondOrigin = await second.app.http.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(async () => {
  await server.close();
  await second.close();
  await db.close();
});
beforeEach(async () => {
  org = await plantOrganisation(db.database, "Host");
  forum = await plantForum(server, org, 5);
  participants = await joinAll(server, forum.links);
  await forum.open();
});
afterEach(() => {
  for (const stream of streams) stream.abort();
  streams.clear();
});

interface Followed {
  readonly events: BoardEvent[];
  readonly ended: Promise<void>;
  readonly headers: Headers;
  leave(): void;
}

/** Follows a board over the network and reads every event as it comes. */
async function follow(
  from: string,
  headers: Record<string, string>,
  path = "/api/board/live",
): Promise<Followed> {
  const stop = new AbortController();
  streams.add(stop);
  const answer = await fetch(`${from}${path}`, { headers, signal: stop.signal });
  expect(answer.status).toBe(200);
  const events: BoardEvent[] = [];
  const read = async (): Promise<void> => {
    let text = "";
    const decoder = new TextDecoder();
    const reader = answer.body?.getReader();
    if (reader === undefined) throw new Error("Nothing is streamed.");
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const bytes: unknown = part.value;
      if (!(bytes instanceof Uint8Array)) throw new Error("What is streamed are bytes.");
      text += decoder.decode(bytes, { stream: true });
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const data = /^data: (.*)$/mu.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data !== undefined) events.push(BoardEvent.parse(JSON.parse(data)));
      }
    }
  };
  return {
    events,
    ended: read().catch(() => undefined),
    headers: answer.headers,
    leave: () => stop.abort(),
  };
}

const ticketOf = (at: number): Record<string, string> => ({
  [ticketHeader]: participants[at]?.ticket ?? "",
});

/** The board as somebody has it who was sent these events. */
function boardOf(
  events: readonly BoardEvent[],
): Map<string, { text: string | null; votes: number }> {
  const entries = new Map<string, { text: string | null; votes: number }>();
  for (const event of events) {
    if (event.kind === "whole") entries.clear();
    for (const entry of event.kind === "whole" ? event.board.entries : event.entries)
      entries.set(entry.id, { text: entry.text, votes: entry.votes });
  }
  return entries;
}

const soon = { timeout: 5_000, interval: 20 };

it("sends the whole first, then what changed, to followers of two processes", async () => {
  const here = await follow(origin, ticketOf(0));
  const there = await follow(secondOrigin, ticketOf(1));
  await expect.poll(() => here.events[0]?.kind, soon).toBe("whole");
  await expect.poll(() => there.events[0]?.kind, soon).toBe("whole");
  expect(here.headers.get("content-type")).toContain("text/event-stream");
  expect(here.headers.get("set-cookie")).toBeNull();
  const idea = (await participants[2]?.say("Ask brands together.")) ?? "";
  await participants[3]?.vote(idea);
  for (const { events } of [here, there])
    await expect.poll(() => boardOf(events).get(idea)?.votes, soon).toBe(1);
  expect(here.events.slice(1).every(({ kind }) => kind === "changed")).toBe(true);
  // Numbered without a gap, so that a client sees when it has missed something.
  for (const { events } of [here, there])
    expect(events.map(({ at }) => at)).toEqual(
      events.map((_, index) => (events[0]?.at ?? 0) + index),
    );
});

it("misses nothing when somebody comes again", async () => {
  const first = await follow(origin, ticketOf(0));
  await expect.poll(() => first.events.length, soon).toBeGreaterThan(0);
  first.leave();
  await first.ended;
  const idea = (await participants[1]?.say("Said meanwhile")) ?? "";
  const again = await follow(origin, ticketOf(0));
  await expect.poll(() => boardOf(again.events).get(idea)?.text, soon).toBe("Said meanwhile");
});

it("gathers many votes into few events, and the last one is right", async () => {
  const idea = (await participants[0]?.say("Ask brands together.")) ?? "";
  const here = await follow(origin, ticketOf(0));
  await expect.poll(() => here.events.length, soon).toBeGreaterThan(0);
  const sent = here.events.length;
  for (let turn = 0; turn < 10; turn += 1)
    await Promise.all(participants.map((one) => one.vote(idea, turn % 2 === 1)));
  await expect.poll(() => boardOf(here.events).get(idea)?.votes, soon).toBe(5);
  expect(here.events.length - sent).toBeLessThan(30);
});

it("shows the host what is hidden, participants only why, and ends for all when it closes", async () => {
  const rude = (await participants[0]?.say("Somebody is a fool.")) ?? "";
  const host = await follow(
    origin,
    await server.headersOf(org.people.reader, org.organisationId),
    `/api/forums/${forum.forumId}/live`,
  );
  const here = await follow(secondOrigin, ticketOf(1));
  await expect.poll(() => boardOf(here.events).get(rude)?.text, soon).toBe("Somebody is a fool.");
  await forum.host.forums.moderate({
    forumId: forum.forumId,
    entryId: rude,
    hiddenReason: "Speaks of a person.",
  });
  await expect.poll(() => boardOf(here.events).get(rude)?.text, soon).toBeNull();
  await expect.poll(() => host.events.length, soon).toBeGreaterThan(1);
  expect(boardOf(host.events).get(rude)?.text).toBe("Somebody is a fool.");
  await forum.close();
  await here.ended;
  await host.ended;
  const last = here.events.at(-1);
  expect(last?.kind === "whole" && last.board.state).toBe("closed");
});

it("goes on when the connection that listens is lost", async () => {
  const here = await follow(origin, ticketOf(0));
  await expect.poll(() => here.events.length, soon).toBeGreaterThan(0);
  await db.asOwner(
    "select pg_terminate_backend(pid) from pg_stat_activity where query ilike 'listen throughline_boards%'",
  );
  const idea = (await participants[1]?.say("Said in between")) ?? "";
  await expect.poll(() => boardOf(here.events).get(idea)?.text, soon).toBe("Said in between");
});

it("is followed in a dozen places by one ticket, and not in more; others are not held up", async () => {
  const all = [];
  for (let place = 0; place < 12; place += 1) all.push(await follow(origin, ticketOf(0)));
  const refused = await server.call({
    method: "GET",
    url: "/api/board/live",
    headers: ticketOf(0),
  });
  expect(refused.statusCode).toBe(429);
  expect(refused.json()).toMatchObject({ code: "rate_limited" });
  await follow(origin, ticketOf(1));
  for (const one of all) {
    one.leave();
    await one.ended;
  }
});
