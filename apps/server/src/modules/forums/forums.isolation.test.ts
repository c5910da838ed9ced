import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf } from "../../test/expect-code.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import {
  joinAll,
  plantForum,
  type Participant,
  type PlantedForum,
} from "./participants.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let other: PlantedOrganisation;
let own: PlantedForum;
let theirs: PlantedForum;
let one: Participant;
let said: string;
let theirSaid: string;
let theirPrompt: string;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  org = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
  own = await plantForum(server, org, 5);
  theirs = await plantForum(server, other, 5);
  await theirs.host.forums.setPrompts({
    ...theirs,
    version: 1,
    prompts: [{ audience: "all", text: "Theirs" }],
  });
  theirPrompt = (await theirs.host.forums.get(theirs)).prompts[0]?.id ?? "";
  const [first] = await joinAll(server, own.links);
  const [stranger] = await joinAll(server, theirs.links);
  if (first === undefined || stranger === undefined) throw new Error("Nobody joined.");
  one = first;
  await own.open();
  await theirs.open();
  said = await one.say("Own");
  theirSaid = await stranger.say("Theirs");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

it("shows another's forum to nobody, the same as one that is not there", async () => {
  const { seats } = await theirs.host.forums.listSeats(theirs);
  for (const [forumId, seatId, entryId] of [
    [theirs.forumId, seats[0]?.id ?? "", theirSaid],
    [randomUUID(), randomUUID(), randomUUID()],
  ] as const)
    for (const call of [
      () => own.host.forums.get({ forumId }),
      () => own.host.forums.board({ forumId }),
      () => own.host.forums.listSeats({ forumId }),
      () => own.host.forums.revealLink({ forumId, seatId }),
      () => own.host.forums.withdrawSeat({ forumId, seatId }),
      () => own.host.forums.takeOwnSeat({ forumId }),
      () => own.host.forums.close({ forumId, version: 3 }),
      () => own.host.forums.moderate({ forumId, entryId, answered: true }),
    ])
      expect(await codeOf(call())).toBe("not_found");
  expect((await own.host.forums.list()).forums).toHaveLength(1);
});

it("lets another's row be named neither on create nor on update, the same as nobody's", async () => {
  const { forumId, host } = own;
  const { seats } = await theirs.host.forums.listSeats(theirs);
  for (const [seatId, entryId, promptId] of [
    [seats[0]?.id ?? "", theirSaid, theirPrompt],
    [randomUUID(), randomUUID(), randomUUID()],
  ] as const) {
    expect(await codeOf(host.forums.revealLink({ forumId, seatId }))).toBe("not_found");
    expect(await codeOf(host.forums.withdrawSeat({ forumId, seatId }))).toBe("not_found");
    expect(await codeOf(host.forums.moderate({ forumId, entryId, answered: true }))).toBe(
      "not_found",
    );
    expect(
      await codeOf(host.forums.moderate({ forumId, entryId: said, mergedInto: entryId })),
    ).toBe("reference_unknown");
    const { version } = await host.forums.get({ forumId });
    const prompts = [{ id: promptId, audience: "all" as const, text: "Taken" }];
    expect(await codeOf(host.forums.setPrompts({ forumId, version, prompts }))).toBe(
      "reference_unknown",
    );
    expect(await codeOf(one.say("Mine", { promptId }))).toBe("reference_unknown");
    expect(await codeOf(one.comment(entryId, "Mine"))).toBe("reference_unknown");
    expect(await codeOf(one.vote(entryId))).toBe("reference_unknown");
  }
  const board = await theirs.host.forums.board(theirs);
  expect(board.entries).toMatchObject([{ text: "Theirs", votes: 0 }]);
});

it("admits a ticket to the board it was signed for, in no other organisation and no other forum", async () => {
  const [host = "", , message = "", signature = ""] = one.ticket.split(".");
  for (const [organisationId, forumId] of [
    [host, theirs.forumId],
    [other.organisationId, theirs.forumId],
    [other.organisationId, own.forumId],
    [randomUUID(), randomUUID()],
  ]) {
    const client = server.withHeaders({
      "throughline-ticket": [organisationId, forumId, message, signature].join("."),
    });
    expect(await codeOf(client.board.read())).toBe("ticket_not_valid");
  }
});
