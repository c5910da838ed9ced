import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeOf, refusalOf } from "../../test/expect-code.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { blindTicket } from "./blind-ticket.ts";
import {
  afterHash,
  joinAll,
  joinBy,
  participantWith,
  plantForum,
  type Participant,
  type PlantedForum,
} from "./participants.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  org = await plantOrganisation(db.database, "Host");
});

const version = async ({ host, forumId }: PlantedForum): Promise<number> =>
  (await host.forums.get({ forumId })).version;

async function openWith(people = 5): Promise<{ forum: PlantedForum; participants: Participant[] }> {
  const forum = await plantForum(server, org, people);
  const participants = await joinAll(server, forum.links);
  await forum.open();
  return { forum, participants };
}

describe("preparing", () => {
  it("makes a session, changes it, puts questions in order and invites each once", async () => {
    const forum = await plantForum(server, org, 0);
    const { host, forumId } = forum;
    await host.forums.revise({ forumId, version: 1, title: "Leverage II" });
    expect(await codeOf(host.forums.revise({ forumId, version: 1, title: "Late" }))).toBe(
      "conflict",
    );
    await host.forums.setPrompts({
      forumId,
      version: 2,
      prompts: [
        { audience: "public_buyers", text: "What could you change?" },
        { audience: "resellers", text: "What would help you?" },
      ],
    });
    const first = await host.forums.get({ forumId });
    expect(first.title).toBe("Leverage II");
    expect(first.prompts.map(({ audience }) => audience)).toEqual(["public_buyers", "resellers"]);
    const [buyers, resellers] = first.prompts;
    await host.forums.setPrompts({
      forumId,
      version: first.version,
      prompts: [resellers, buyers].flatMap((prompt) => prompt ?? []),
    });
    expect((await host.forums.get({ forumId })).prompts.map(({ id }) => id)).toEqual([
      resellers?.id,
      buyers?.id,
    ]);
    const people = [
      { name: "A", address: "a@example.org", institution: "City of Oslo" },
      { name: "A again", address: "A@example.org", institution: null },
      { name: "B", address: null, institution: null },
    ];
    expect(await host.forums.invite({ forumId, people })).toEqual({
      invited: 2,
      mailed: 1,
      known: 1,
    });
    const { seats } = await host.forums.listSeats({ forumId });
    expect(seats.map(({ name }) => name)).toEqual(["A", "B"]);
    expect((await host.forums.list()).forums).toMatchObject([
      { title: "Leverage II", state: "preparing", invited: 2, tickets: 0 },
    ]);
  });

  it("sends the link by mail and stores none; a link handed over by mail is not shown", async () => {
    const forum = await plantForum(server, org, 0);
    const { host, forumId } = forum;
    await host.forums.invite({
      forumId,
      people: [{ name: "A", address: "a@example.org", institution: null }],
    });
    await server.runJobs();
    const { items } = await host.mails.list({});
    const mail = await host.mails.get({ mailId: items[0]?.id ?? "" });
    const link = /http:\S+\/forum#\S+/.exec(mail.body)?.[0] ?? "";
    expect((await server.anonymous().board.look({ link: afterHash(link) })).title).toBe("Leverage");
    const [stored] = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from mails where body like '%#%'",
    );
    expect(stored?.count).toBe(0);
    const { seats } = await host.forums.listSeats({ forumId });
    const seatId = seats[0]?.id ?? "";
    expect(await codeOf(host.forums.revealLink({ forumId, seatId }))).toBe("conflict");
    await host.forums.withdrawSeat({ forumId, seatId });
    expect(await codeOf(server.anonymous().board.look({ link: afterHash(link) }))).toBe(
      "invitation_not_valid",
    );
    expect((await host.forums.listSeats({ forumId })).seats).toMatchObject([
      { name: null, address: null, withdrawn: true },
    ]);
    expect((await host.mails.get({ mailId: mail.id })).body).toContain("(not valid any more)");
  });

  it("does not open the board before five people have their tickets, and says so", async () => {
    const forum = await plantForum(server, org, 5);
    await joinAll(server, forum.links.slice(0, 4));
    const refused = await refusalOf(forum.open());
    expect(refused?.code).toBe("too_few_tickets");
    expect(refused?.detail).toContain("4 have so far");
    expect((await forum.host.forums.get(forum)).can.open).toBe(false);
    await joinBy(server, forum.links[4] ?? "");
    await forum.open();
    expect(await codeOf(forum.open())).toBe("board_not_open");
    expect(
      await codeOf(
        forum.host.forums.revise({
          forumId: forum.forumId,
          version: await version(forum),
          title: "Another",
        }),
      ),
    ).toBe("board_not_open");
  });

  it("lets a member take part by a link of its own, the same each time", async () => {
    const forum = await plantForum(server, org, 0);
    const { link } = await forum.host.forums.takeOwnSeat(forum);
    expect((await forum.host.forums.takeOwnSeat(forum)).link).toBe(link);
    await joinBy(server, link);
    expect(await forum.host.forums.get(forum)).toMatchObject({ invited: 1, tickets: 1 });
  });
});

describe("tickets", () => {
  it("are signed once for each link; a lost answer is sent again", async () => {
    const forum = await plantForum(server, org, 1);
    const link = afterHash(forum.links[0] ?? "");
    const nobody = server.anonymous();
    const look = await nobody.board.look({ link });
    expect(look.taken).toBe(false);
    const mine = await blindTicket(look);
    const first = await nobody.board.join({ link, blinded: mine.blinded, listInstitution: false });
    const again = await nobody.board.join({ link, blinded: mine.blinded, listInstitution: false });
    expect(again).toEqual(first);
    expect((await nobody.board.look({ link })).taken).toBe(true);
    const second = await blindTicket(look);
    expect(
      await codeOf(nobody.board.join({ link, blinded: second.blinded, listInstitution: false })),
    ).toBe("ticket_already_taken");
    expect(
      (await participantWith(server, await mine.finish(first.blindSignature)).client.board.read())
        .state,
    ).toBe("preparing");
  });

  it("are refused when forged, malformed, of another board, or unknown", async () => {
    const { forum, participants } = await openWith();
    const good = participants[0]?.ticket ?? "";
    const [host = "", , message = "", signature = ""] = good.split(".");
    const other = await plantForum(server, org, 0);
    for (const ticket of [
      "",
      "x",
      [host, other.forumId, message, signature].join("."),
      [host, randomUUID(), message, signature].join("."),
      [randomUUID(), forum.forumId, message, signature].join("."),
      [
        host,
        forum.forumId,
        message.replace(/^./u, (one) => (one === "A" ? "B" : "A")),
        signature,
      ].join("."),
      [host, forum.forumId, signature, message].join("."),
    ])
      expect(await codeOf(participantWith(server, ticket).client.board.read()), ticket).toBe(
        "ticket_not_valid",
      );
    const blinded = Buffer.alloc(256, 255).toString("base64url");
    const seat = await plantForum(server, org, 1);
    const link = afterHash(seat.links[0] ?? "");
    expect(
      await codeOf(server.anonymous().board.join({ link, blinded, listInstitution: false })),
    ).toBe("input_invalid");
    expect(
      await codeOf(
        server
          .anonymous()
          .board.look({ link: `${link.slice(0, -1)}${link.endsWith("A") ? "B" : "A"}` }),
      ),
    ).toBe("invitation_not_valid");
  });
});

describe("the board", () => {
  it("takes ideas, questions and comments; said twice it stands once", async () => {
    const { forum, participants } = await openWith();
    const [one, two] = participants;
    if (one === undefined || two === undefined) throw new Error("Nobody joined.");
    const idea = await one.say("Ask brands together.");
    const question = await two.say("Who pays?", { kind: "question" });
    await two.comment(idea, "As we did last year.");
    const again = {
      act: "say",
      entryId: idea,
      kind: "idea",
      promptId: null,
      parentId: null,
      text: "Ask brands together.",
    } as const;
    await one.client.board.act(again);
    expect(await codeOf(one.client.board.act({ ...again, text: "Something else" }))).toBe(
      "conflict",
    );
    const board = await two.client.board.read();
    expect(board.entries.map(({ kind }) => kind).toSorted()).toEqual([
      "comment",
      "idea",
      "question",
    ]);
    expect(board.entries.find(({ kind }) => kind === "comment")?.parentId).toBe(idea);
    for (const wrong of [
      () => one.client.board.act({ ...again, entryId: randomUUID(), promptId: randomUUID() }),
      () => one.comment(randomUUID(), "Nowhere"),
      () => one.vote(randomUUID()),
    ])
      expect(await codeOf(wrong())).toBe("reference_unknown");
    expect(
      await codeOf(one.client.board.act({ ...again, entryId: randomUUID(), parentId: question })),
    ).toBe("input_invalid");
    expect(await codeOf(one.client.board.act({ ...again, text: "  " }))).toBe("input_invalid");
    expect((await forum.host.forums.board(forum)).entries).toHaveLength(3);
  });

  it("is not spoken on before it is open or after it is closed", async () => {
    const forum = await plantForum(server, org, 5);
    const [one] = await joinAll(server, forum.links);
    if (one === undefined) throw new Error("Nobody joined.");
    expect(await codeOf(one.say("Too early"))).toBe("board_not_open");
    await forum.open();
    const idea = await one.say("In time");
    await forum.close();
    expect(await codeOf(one.say("Too late"))).toBe("ticket_not_valid");
    expect(await codeOf(one.vote(idea))).toBe("ticket_not_valid");
    expect(await codeOf(forum.close())).toBe("board_not_open");
    const link = afterHash(forum.links[0] ?? "");
    expect((await server.anonymous().board.look({ link })).publicKey).toBeNull();
    const blinded = Buffer.alloc(256, 1).toString("base64url");
    expect(
      await codeOf(server.anonymous().board.join({ link, blinded, listInstitution: false })),
    ).toBe("board_not_open");
  });

  it("counts a vote once, lets it be taken back, and tells each its own", async () => {
    const { forum, participants } = await openWith();
    const [one, two] = participants;
    if (one === undefined || two === undefined) throw new Error("Nobody joined.");
    const idea = await one.say("Ask brands together.");
    await one.vote(idea);
    await one.vote(idea);
    await two.vote(idea);
    const board = await one.client.board.read();
    expect(board.entries[0]?.votes).toBe(2);
    expect(board.votedFor).toEqual([idea]);
    await one.vote(idea, false);
    await one.vote(idea, false);
    expect((await one.client.board.read()).votedFor).toEqual([]);
    expect((await two.client.board.read()).entries[0]?.votes).toBe(1);
    await forum.close();
    const closed = await forum.host.forums.board(forum);
    expect(closed.entries[0]?.votes).toBe(1);
    // Under another id: what stood in a log names it no more.
    expect(closed.entries[0]?.id).not.toBe(idea);
  });

  it("is grouped, merged, hidden with a reason and answered by the host", async () => {
    const { forum, participants } = await openWith();
    const { host, forumId } = forum;
    const [one] = participants;
    if (one === undefined) throw new Error("Nobody joined.");
    const kept = await one.say("Ask brands together.");
    const same = await one.say("Ask the brands jointly.");
    const rude = await one.say("Somebody is a fool.");
    const question = await one.say("Who pays?", { kind: "question" });
    const comment = await one.comment(same, "Yes");
    await one.vote(same);
    await host.forums.moderate({ forumId, entryId: kept, theme: "Together" });
    await host.forums.moderate({ forumId, entryId: same, mergedInto: kept });
    await host.forums.moderate({ forumId, entryId: rude, hiddenReason: "Speaks of a person." });
    await host.forums.moderate({ forumId, entryId: question, answered: true });
    const { entries } = await one.client.board.read();
    const by = new Map(entries.map((entry) => [entry.id, entry]));
    expect(by.get(kept)?.theme).toBe("Together");
    expect(by.get(same)).toMatchObject({ mergedInto: kept, votes: 1 });
    expect(by.get(rude)).toMatchObject({ text: null, hiddenReason: "Speaks of a person." });
    expect(by.get(question)?.answered).toBe(true);
    const seen = await host.forums.board(forum);
    expect(seen.entries.find(({ id }) => id === rude)?.text).toBe("Somebody is a fool.");
    expect(await codeOf(one.vote(same))).toBe("board_not_open");
    await one.vote(same, false);
    for (const [entryId, mergedInto, code] of [
      [kept, same, "input_invalid"],
      [kept, kept, "input_invalid"],
      [comment, kept, "input_invalid"],
      [kept, randomUUID(), "reference_unknown"],
      [randomUUID(), kept, "not_found"],
    ] as const)
      expect(await codeOf(host.forums.moderate({ forumId, entryId, mergedInto }))).toBe(code);
    await forum.close();
    const closed = await host.forums.board(forum);
    const merged = closed.entries.find(({ mergedInto }) => mergedInto !== null);
    expect(closed.entries.find(({ id }) => id === merged?.mergedInto)?.text).toBe(
      "Ask brands together.",
    );
  });

  it("keeps a question that somebody answered", async () => {
    const forum = await plantForum(server, org, 5);
    const { host, forumId } = forum;
    await host.forums.setPrompts({
      forumId,
      version: 1,
      prompts: [{ audience: "all", text: "What next?" }],
    });
    const promptId = (await host.forums.get({ forumId })).prompts[0]?.id ?? "";
    const [one] = await joinAll(server, forum.links);
    await forum.open();
    await one?.say("This", { promptId });
    expect(
      await codeOf(host.forums.setPrompts({ forumId, version: await version(forum), prompts: [] })),
    ).toBe("still_in_use");
    expect(
      await codeOf(
        host.forums.setPrompts({
          forumId,
          version: await version(forum),
          prompts: [
            { id: promptId, audience: "all", text: "What next?" },
            { id: randomUUID(), audience: "all", text: "X" },
          ],
        }),
      ),
    ).toBe("reference_unknown");
  });

  it("tells tickets as of its opening, so that nobody is seen coming", async () => {
    const { forum } = await openWith();
    const { link } = await forum.host.forums.takeOwnSeat(forum);
    const late = await joinBy(server, link);
    expect((await late.client.board.read()).tickets).toBe(5);
    expect((await forum.host.forums.get(forum)).tickets).toBe(5);
    await forum.close();
    expect((await forum.host.forums.get(forum)).tickets).toBe(6);
  });
});

describe("institutions and the record", () => {
  it("lists institutions only where somebody of them agreed, in the order of the alphabet", async () => {
    const forum = await plantForum(
      server,
      org,
      6,
      (at) => ["SCC Plc.", "Adda", "City of Oslo", "Atea", "Adda", "SLTN"][at] ?? null,
    );
    for (const [at, link] of forum.links.entries()) await joinBy(server, link, at % 2 === 1);
    expect((await forum.host.forums.get(forum)).institutions).toEqual(["Adda", "Atea", "SLTN"]);
  });

  it("tells of nobody who comes while the board is open: neither an institution nor that a link was used", async () => {
    const forum = await plantForum(server, org, 7, (at) => `Institution ${at}`);
    const early = await joinAll(server, forum.links.slice(0, 5), true);
    await forum.open();
    const atOpening = (await early[0]?.client.board.read())?.institutions;
    expect(atOpening).toHaveLength(5);
    const link = forum.links[5] ?? "";
    const look = () => server.anonymous().board.look({ link: afterHash(link) });
    const before = await look();
    await joinBy(server, link, true);
    expect(await look()).toEqual(before);
    await early[1]?.say("Whatever makes the board another.");
    expect((await early[0]?.client.board.read())?.institutions).toEqual(atOpening);
    expect((await forum.host.forums.board(forum)).institutions).toEqual(atOpening);
    expect((await forum.host.forums.get(forum)).institutions).toEqual(atOpening);
    // Somebody who joins after that keeps it so.
    await joinBy(server, forum.links[6] ?? "");
    expect((await forum.host.forums.get(forum)).institutions).toEqual(atOpening);
    await forum.close();
    expect((await forum.host.forums.get(forum)).institutions).toContain("Institution 5");
    expect(
      await db.asOwner("select 1 from forum_institutions where forum_id = $1 and late", [
        forum.forumId,
      ]),
    ).toEqual([]);
  });

  it("publishes summary and board to whoever has a link, once", async () => {
    const { forum, participants } = await openWith();
    const { host, forumId } = forum;
    await participants[0]?.say("Ask brands together.");
    const link = afterHash(forum.links[3] ?? "");
    expect(await codeOf(host.forums.publish({ forumId, version: await version(forum) }))).toBe(
      "board_not_open",
    );
    await forum.close();
    expect(await codeOf(host.forums.publish({ forumId, version: await version(forum) }))).toBe(
      "input_invalid",
    );
    expect((await server.anonymous().board.look({ link })).record).toBeNull();
    await host.forums.saveSummary({
      forumId,
      version: await version(forum),
      summary: "Considerable consensus.",
    });
    await host.forums.publish({ forumId, version: await version(forum) });
    const { record } = await server.anonymous().board.look({ link });
    expect(record?.summary).toBe("Considerable consensus.");
    expect(record?.entries.map(({ text }) => text)).toEqual(["Ask brands together."]);
    expect(await codeOf(host.forums.publish({ forumId, version: await version(forum) }))).toBe(
      "conflict",
    );
    expect(
      await codeOf(
        host.forums.saveSummary({ forumId, version: await version(forum), summary: "Other" }),
      ),
    ).toBe("board_not_open");
  });

  it("exports the appendix as data and as a document, hidden ones without their text", async () => {
    const { forum, participants } = await openWith();
    const { host, forumId } = forum;
    const [one] = participants;
    const idea = (await one?.say("=Ask brands together.")) ?? "";
    const rude = (await one?.say("Somebody is a fool.")) ?? "";
    await one?.vote(idea);
    await host.forums.moderate({ forumId, entryId: rude, hiddenReason: "Speaks of a person." });
    const headers = await server.headersOf(org.people.reader, org.organisationId);
    const fetchFile = (format: string) =>
      server.call({
        method: "GET",
        url: `/api/forums/${forumId}/appendix?format=${format}`,
        headers,
      });
    for (const [format, begins] of [
      ["xlsx", "PK"],
      ["docx", "PK"],
      ["pdf", "%PDF-"],
    ] as const) {
      const file = await fetchFile(format);
      expect(file.statusCode, format).toBe(200);
      expect(file.rawPayload.subarray(0, begins.length).toString(), format).toBe(begins);
    }
    for (const format of ["json", "csv"]) {
      const file = await fetchFile(format);
      expect(file.statusCode, format).toBe(200);
      expect(file.body).toContain("Ask brands together.");
      expect(file.body).toContain("Speaks of a person.");
      expect(file.body).not.toContain("fool");
    }
  });
});
