/** What was said under the Chatham House Rule is tied to nobody by any row, transaction, place, time, log or job. */
import { ticketHeader } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { randomUUID } from "node:crypto";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildApp } from "../../app.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import {
  dumpDatabase,
  findChangedTables,
  findLinks,
  findTellingColumns,
  findTransactionsThatTell,
  silentTables,
  type DumpedRow,
  type Planted,
} from "./find-links.fixture.ts";
import {
  afterHash,
  joinBy,
  plantForum,
  type Participant,
  type PlantedForum,
} from "./participants.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let forum: PlantedForum;
let participants: Participant[];
let seats: readonly string[];
let session: Record<string, string>;
const log: string[] = [];
const logger = pino({ level: "trace" }, { write: (line: string) => void log.push(line) });
const sentences: string[] = [];
const names = Array.from({ length: 9 }, (_, at) => `Planted Person ${at}`);
const addressOf = (name: string): string =>
  `${name.replaceAll(" ", ".").toLowerCase()}@planted.example`;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, log: logger });
  org = await plantOrganisation(db.database, "Host");
  forum = await plantForum(server, org, 0);
  const { host, forumId } = forum;
  await host.forums.invite({
    forumId,
    people: names.map((name, at) => ({
      name,
      address: addressOf(name),
      institution: `Institution ${at}`,
    })),
  });
  await server.runJobs();
  const links: string[] = [];
  for (const { id, kind } of (await host.mails.list({})).items) {
    if (kind !== "forum-invitation") throw new Error("Another mail was queued.");
    links.push(/http:\S+\/forum#\S+/u.exec((await host.mails.get({ mailId: id })).body)?.[0] ?? "");
  }
  participants = [];
  for (const link of links.slice(0, 8)) participants.push(await joinBy(server, link, true));
  // A member of the host takes part, too, being signed in all the while.
  participants.push(await joinBy(server, (await host.forums.takeOwnSeat(forum)).link));
  session = await server.headersOf(org.people.owner, org.organisationId);
  await forum.open();
  lateLink = links[8] ?? "";
  seats = (await host.forums.listSeats({ forumId })).seats.map(({ id }) => id);
});
let lateLink: string;
afterAll(async () => {
  await server.close();
  await db.close();
});

function planted(): Planted {
  return {
    people: [
      ...names,
      ...names.map(addressOf),
      ...Object.values(org.people),
      ...seats,
      afterHash(lateLink).split(".")[1] ?? "",
    ],
    sentences,
    tickets: participants.flatMap(({ ticket }) => ticket.split(".").slice(2)),
  };
}

/** Says something that can be looked for. */
async function say(participant: Participant | undefined): Promise<string> {
  const sentence = `Planted sentence ${randomUUID()}.`;
  sentences.push(sentence);
  return (await participant?.say(sentence)) ?? "";
}

async function changedBy(act: () => Promise<unknown>): Promise<string[]> {
  const before = await dumpDatabase(db);
  await act();
  return findChangedTables(before, await dumpDatabase(db));
}

const linksNow = async (): Promise<string[]> => findLinks(await dumpDatabase(db), log, planted());

describe("while the board is open", () => {
  it("looks at all there is", async () => {
    const rows = await dumpDatabase(db);
    const tables = new Set(rows.map(({ table }) => table));
    for (const table of ["auth.session", "jobs.job_common", "public.audit_entries", "public.mails"])
      expect([...tables], table).toContain(table);
    // The planted people are there to be found, only not beside what was said.
    for (const person of [names[0] ?? "", addressOf(names[0] ?? "")])
      expect(
        rows.some(({ text }) => text.includes(person)),
        person,
      ).toBe(true);
  });

  it("speaking and voting change the board and nothing else, nowhere", async () => {
    let idea = "";
    expect(await changedBy(async () => (idea = await say(participants[0])))).toEqual([
      "public.forum_entries",
    ]);
    expect(await changedBy(() => participants[1]?.vote(idea) ?? Promise.resolve())).toEqual([
      "public.forum_votes",
    ]);
    expect(await changedBy(() => participants[1]?.vote(idea) ?? Promise.resolve())).toEqual([]);
    const comment = "Planted sentence as a comment.";
    sentences.push(comment);
    expect(
      await changedBy(() => participants[2]?.comment(idea, comment) ?? Promise.resolve()),
    ).toEqual(["public.forum_entries"]);
    expect(
      await changedBy(() => participants[2]?.client.board.read() ?? Promise.resolve()),
    ).toEqual([]);
    for (const participant of participants) {
      const said = await say(participant);
      for (const other of participants.slice(0, 4)) await other.vote(said);
    }
    expect(await linksNow()).toEqual([]);
  });

  it("a browser that sends its session along is not recognised, and its session stays as it was", async () => {
    const entryId = randomUUID();
    const sentence = "Planted sentence of a member.";
    sentences.push(sentence);
    // So old that any use would prolong it.
    await db.asOwner(
      `update auth.session set "updatedAt" = now() - interval '2 days', "expiresAt" = now() + interval '5 days'`,
    );
    const changed = await changedBy(async () => {
      const answer = await server.call({
        method: "POST",
        url: "/api/board/act",
        headers: { ...session, [ticketHeader]: participants[8]?.ticket ?? "" },
        body: { act: "say", entryId, kind: "idea", promptId: null, parentId: null, text: sentence },
      });
      expect(answer.statusCode).toBe(200);
      expect(answer.headers["set-cookie"]).toBeUndefined();
    });
    expect(changed).toEqual(["public.forum_entries"]);
    expect(await linksNow()).toEqual([]);
  });

  it("joining late writes all seats and institutions anew: no transaction is one person's", async () => {
    const changed = await changedBy(async () => {
      participants.push(await joinBy(server, lateLink, true));
    });
    expect(changed).toEqual(["public.forum_institutions", "public.forum_seats"]);
    await say(participants.at(-1));
    const rows = await dumpDatabase(db);
    expect(
      findTransactionsThatTell(
        rows,
        ["public.forum_seats", "public.forum_institutions"],
        forum.forumId,
      ),
    ).toEqual([]);
    expect(findLinks(rows, log, planted())).toEqual([]);
  });

  it("what fails leaves nothing either: refusals, odd input, and a fault of ours", async () => {
    const sentence = "Planted sentence that is refused.";
    sentences.push(sentence);
    const body = {
      act: "say",
      entryId: randomUUID(),
      kind: "idea",
      promptId: null,
      parentId: null,
    };
    const attempts = [
      { ...body, text: `${sentence}\u0000` },
      { ...body, text: sentence, promptId: randomUUID() },
      { ...body, text: sentence.repeat(200) },
      { ...body, text: [sentence] },
      { act: "vote", entryId: randomUUID(), for: true },
    ];
    const before = await dumpDatabase(db);
    const headers = { ...session, [ticketHeader]: participants[0]?.ticket ?? "" };
    for (const attempt of attempts)
      expect(
        (await server.call({ method: "POST", url: "/api/board/act", headers, body: attempt }))
          .statusCode,
      ).toBeGreaterThanOrEqual(400);
    await db.asOwner("alter table forum_entries rename column theme to planted_fault");
    try {
      const answer = await server.call({
        method: "POST",
        url: "/api/board/act",
        headers,
        body: { ...body, kind: "comment", parentId: randomUUID(), text: sentence },
      });
      expect(answer.statusCode).toBeGreaterThanOrEqual(400);
      const failed = await server.call({ method: "GET", url: "/api/board", headers });
      expect(failed.statusCode).toBe(500);
    } finally {
      await db.asOwner("alter table forum_entries rename column planted_fault to theme");
    }
    expect(log.length).toBeGreaterThan(0);
    expect(findChangedTables(before, await dumpDatabase(db))).toEqual([]);
    expect(await linksNow()).toEqual([]);
    expect(log.join("")).not.toContain("127.0.0.1");
  });

  it("the database is not told to log values", async () => {
    const [set] = await db.asOwner<Record<string, string>>(
      `select current_setting('log_statement') as statements, current_setting('log_parameter_max_length_on_error') as values,
         current_setting('log_min_duration_statement') as slow`,
    );
    expect(set).toEqual({ statements: "none", values: "0", slow: "-1" });
  });

  it("no column of what was said or of who joined holds a time, a number that counts up or who acts", async () => {
    expect(await findTellingColumns(db)).toEqual([]);
    const [tables] = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from information_schema.tables where table_schema || '.' || table_name = any($1)",
      [silentTables],
    );
    expect(tables?.count).toBe(silentTables.length);
  });
});

describe("a planted fault turns it red", () => {
  /** Plants by SQL, acts, and says what was found; whatever comes, the fault is taken out again. */
  async function plant(
    fault: string,
    undo: string,
    look: () => Promise<string[]>,
  ): Promise<string[]> {
    await db.asOwner(fault);
    try {
      return await look();
    } finally {
      await db.asOwner(undo);
    }
  }

  it("an author, and a time", async () => {
    expect(
      await plant(
        `alter table forum_entries add column author text default current_setting('app.person_id', true),
           add column said_at timestamptz default now()`,
        "alter table forum_entries drop column author, drop column said_at",
        () => findTellingColumns(db),
      ),
    ).toEqual(["public.forum_entries.author", "public.forum_entries.said_at"]);
    const seat = seats[0] ?? "";
    expect(
      await plant(
        `alter table forum_entries add column author text default '${seat}'`,
        "alter table forum_entries drop column author",
        linksNow,
      ),
    ).toContain("public.forum_entries: a person stands beside what was said");
  });

  it("an audit entry for each sentence", async () => {
    const undo = "drop trigger planted on forum_entries; drop function planted_audit()";
    const found = await plant(
      `create function planted_audit() returns trigger language plpgsql security definer as $$ begin
         insert into audit_entries (organisation_id, actor_kind, request_id, action, subject_kind, subject_id, after)
         values (new.organisation_id, 'system', 'planted', 'say', 'entry', new.id, to_jsonb(new.text)); return new; end $$;
       create trigger planted after insert on forum_entries for each row execute function planted_audit();
       alter table audit_entries no force row level security`,
      undo,
      async () => {
        const changed = await changedBy(() => say(participants[3]));
        return [...changed, ...(await linksNow())];
      },
    );
    expect(found).toContain("public.audit_entries");
    expect(found).toContain("public.audit_entries: what was said stands outside the board");
    expect(found).toContain(
      "public.audit_entries: written in the transaction in which something was said",
    );
    await db.asOwner("alter table audit_entries force row level security");
    await db.asOwner("set session_replication_role = replica");
    await db.asOwner("delete from audit_entries where request_id = 'planted'");
    await db.asOwner(
      "delete from audit_unsealed u where not exists (select from audit_entries e where e.id = u.entry_id)",
    );
    await db.asOwner("set session_replication_role = origin");
    expect(await linksNow()).toEqual([]);
  });

  it("a log line, a stored ticket, and a seat written alone", async () => {
    const [sentence = ""] = sentences;
    const rows = await dumpDatabase(db);
    expect(findLinks(rows, [`{"text":"${sentence}"}`], planted())).toEqual([
      "log: what was said stands in it",
    ]);
    expect(findLinks(rows, [`{"seat":"${seats[0]}"}`], planted())).toEqual([
      "log: a person stands in it",
    ]);
    const [, , message = ""] = (participants[0]?.ticket ?? "").split(".");
    const hex = Buffer.from(message, "base64url").toString("hex");
    const kept: DumpedRow = {
      table: "public.forum_votes",
      place: "(0,1)",
      transaction: "1",
      text: `(\\x${hex})`,
    };
    expect(findLinks([...rows, kept], [], planted())).toEqual([
      "public.forum_votes: a ticket stands in it",
    ]);
    await db.asOwner("update forum_seats set institution = institution where id = $1", [seats[0]]);
    expect(
      findTransactionsThatTell(await dumpDatabase(db), ["public.forum_seats"], forum.forumId),
    ).toEqual(["public.forum_seats"]);
  });

  it("a server that logs what it is sent", async () => {
    const lines: string[] = [];
    const talking = await buildApp({
      database: db.database,
      databaseKind: "embedded",
      secret: server.secret,
      publicUrl: "http://localhost",
      webFolder: null,
      log: pino({ level: "trace" }, { write: (line: string) => void lines.push(line) }),
    });
    talking.http.addHook("preHandler", async (request) => {
      logger.info({ headers: request.headers, body: request.body });
      lines.push(JSON.stringify({ headers: request.headers, body: request.body }));
    });
    await talking.http.inject({
      method: "POST",
      url: "/api/board/act",
      headers: { [ticketHeader]: participants[0]?.ticket ?? "" },
      payload: { act: "say", text: sentences[0] },
    });
    await talking.http.close();
    log.length = 0;
    expect(findLinks([], lines, planted())).toEqual([
      "log: a ticket stands in it",
      "log: what was said stands in it",
    ]);
  });
});

describe("once it is closed", () => {
  it("keys, nullifiers and who took a ticket are gone; order, place and ids say nothing", async () => {
    const { forumId, host } = forum;
    const inOrder = async (): Promise<{ id: string; text: string }[]> =>
      db.asOwner("select id, text from forum_entries where forum_id = $1 order by ctid", [forumId]);
    const before = await inOrder();
    const votes = new Map(
      (await host.forums.board({ forumId })).entries.map(({ text, votes: count }) => [text, count]),
    );
    expect(before.length).toBeGreaterThanOrEqual(12);
    expect(before.map(({ text }) => text)).toEqual(
      sentences.filter((one) => before.some(({ text }) => text === one)),
    );
    await forum.close();
    const after = await inOrder();
    expect(after.map(({ text }) => text).toSorted()).toEqual(
      before.map(({ text }) => text).toSorted(),
    );
    expect(after.map(({ text }) => text)).not.toEqual(before.map(({ text }) => text));
    const old = new Set(before.map(({ id }) => id));
    expect(after.filter(({ id }) => old.has(id))).toEqual([]);
    const rows = await dumpDatabase(db);
    expect(findTransactionsThatTell(rows, silentTables, forumId)).toEqual([]);
    const closed = await host.forums.board({ forumId });
    expect(new Map(closed.entries.map(({ text, votes: count }) => [text, count]))).toEqual(votes);
    const [left] = await db.asOwner<Record<string, number>>(
      `select (select count(*)::int from forum_keys) as keys, (select count(*)::int from forum_votes) as votes,
         (select count(blinded_hash)::int from forum_seats) as tickets, (select count(public_key)::int from forums) as public`,
    );
    expect(left).toEqual({ keys: 0, votes: 0, tickets: 0, public: 0 });
  });

  it("the audit says who of the host prepared, opened and closed it, and nothing of what was said", async () => {
    const items = await db.asOwner<{ action: string; kind: string }>(
      "select e.action, e.subject_kind as kind, e.* from audit_entries e",
    );
    const told = items.filter(({ kind }) => kind === "forum").map(({ action }) => action);
    expect(told.toSorted()).toEqual([
      "close-board",
      "invite-to-forum",
      "open-board",
      "prepare-forum",
      "take-own-forum-seat",
    ]);
    const said = JSON.stringify(items);
    expect(sentences.filter((sentence) => said.includes(sentence))).toEqual([]);
    for (const { id } of (await forum.host.forums.board(forum)).entries)
      expect(said).not.toContain(id);
  });
});
