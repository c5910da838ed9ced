/**
 * The demonstration of forums: a session of an invented university with invented people under the Chatham House Rule, from
 * invitations and tickets to the published summary, and another one whose board is open. Everybody in it takes a ticket by
 * blind signature like anybody else. Safe to repeat: it is loaded where no forum is.
 */
import type { Database } from "@throughline/db";
import type { IsoDate } from "@throughline/domain";
import { randomUUID } from "node:crypto";
import {
  actOnBoard,
  blindTicket,
  closeBoard,
  getForum,
  invitePeople,
  joinBoard,
  listForums,
  listSeats,
  lookAtInvitation,
  moderateEntry,
  openBoard,
  prepareForum,
  publishSummary,
  readBoard,
  revealSeatLink,
  saveSummary,
  setPrompts,
} from "../modules/forums/index.ts";
import { makeWork, type Work } from "../platform/api.ts";
import { plantPerson } from "../platform/keep-people.ts";
import { closedSession, openSession, type DemonstrationSession } from "./forum-sessions.ts";
import { demonstrationPeople } from "./people.ts";

const dayMs = 86_400_000;

interface Parts {
  readonly secret: string;
  readonly publicUrl: string;
}

/** Loads both, if the university of the demonstrations is there and hosts none yet. */
export async function loadForumDemonstration(
  database: Database,
  parts: Parts,
  now: Date,
): Promise<void> {
  const asHost = await hostOf(database, now);
  if (asHost === null) return;
  const { forums } = await asHost(listForums);
  if (forums.length > 0) return;
  const past = await hold(database, parts, asHost, closedSession, dayFrom(now, -21));
  await asHost(async (work) => {
    const { version } = await getForum(work, past);
    await closeBoard(work, { forumId: past, version });
    const { summary } = closedSession;
    const saved = await saveSummary(work, { forumId: past, version: version + 1, summary });
    await publishSummary(work, { forumId: past, version: saved.version });
  });
  await hold(database, parts, asHost, openSession, dayFrom(now, 0));
}

type AsHost = <T>(use: (work: Work) => Promise<T>) => Promise<T>;

async function hostOf(database: Database, now: Date): Promise<AsHost | null> {
  const person = demonstrationPeople.find(({ organisation }) => organisation === "university");
  if (person === undefined) return null;
  const personId = await plantPerson(database, person);
  const member = await database.withActor({ organisationId: null, personId }, (tx) =>
    tx
      .selectFrom("members")
      .select("organisation_id")
      .where("person_id", "=", personId)
      .executeTakeFirst(),
  );
  if (member === undefined) return null;
  const organisationId = member.organisation_id;
  return (use) =>
    database.withActor({ organisationId, personId }, (tx) =>
      use(
        makeWork({
          tx,
          actor: {
            organisationId,
            personId,
            role: "owner",
            scopes: null,
            requestId: "demonstrations",
          },
          tokenId: null,
          now,
        }),
      ),
    );
}

/** Prepares a session, lets its people take tickets, opens the board and lets them speak. */
async function hold(
  database: Database,
  parts: Parts,
  asHost: AsHost,
  session: DemonstrationSession,
  heldOn: IsoDate,
): Promise<string> {
  const board = { database, secret: parts.secret };
  const links = await asHost(async (work) => {
    const { forumId } = await prepareForum(
      work,
      { title: session.title, purpose: session.purpose, heldOn },
      parts.secret,
    );
    await setPrompts(work, { forumId, version: 1, prompts: session.prompts });
    const people = session.people.map((institution, at) => ({
      name: `Participant ${at + 1} (invented)`,
      address: null,
      institution,
    }));
    await invitePeople(work, { forumId, people }, parts);
    const { seats } = await listSeats(work, forumId);
    const links: string[] = [];
    for (const { id } of seats)
      links.push(
        (await revealSeatLink(work, { forumId, seatId: id }, parts)).link.split("#")[1] ?? "",
      );
    return { forumId, links };
  });
  const tickets: string[] = [];
  for (const [at, link] of links.links.entries()) {
    const look = await lookAtInvitation(board, link);
    const { blinded, finish } = await blindTicket(look);
    // Two of three institutions agreed to be listed.
    const { blindSignature } = await joinBoard(board, {
      link,
      blinded,
      listInstitution: at % 3 !== 2,
    });
    tickets.push(await finish(blindSignature));
  }
  const { forumId } = links;
  const prompts = await asHost(async (work) => {
    const forum = await getForum(work, forumId);
    await openBoard(work, { forumId, version: forum.version });
    return forum.prompts;
  });
  const ticketOf = (at: number): string => tickets[at % tickets.length] ?? "";
  let speaker = 0;
  for (const said of session.said) {
    const entryId = randomUUID();
    await actOnBoard(board, ticketOf((speaker += 1)), {
      act: "say",
      entryId,
      kind: said.kind,
      promptId: said.prompt === null ? null : (prompts[said.prompt]?.id ?? null),
      parentId: null,
      text: said.text,
    });
    for (const comment of said.comments ?? [])
      await actOnBoard(board, ticketOf((speaker += 3)), {
        act: "say",
        entryId: randomUUID(),
        kind: "comment",
        promptId: null,
        parentId: entryId,
        text: comment,
      });
    for (let vote = 0; vote < Math.min(said.votes, tickets.length); vote += 1)
      await actOnBoard(board, ticketOf(speaker + vote), { act: "vote", entryId, for: true });
  }
  const { entries } = await readBoard(board, ticketOf(0));
  const idOf = (text: string): string => entries.find((entry) => entry.text === text)?.id ?? "";
  await asHost(async (work) => {
    for (const { text, theme, mergedInto, hiddenReason, answered } of session.said) {
      const change = { theme, hiddenReason, answered };
      if (Object.values({ ...change, mergedInto }).every((value) => value === undefined)) continue;
      await moderateEntry(work, {
        forumId,
        entryId: idOf(text),
        ...change,
        ...(mergedInto === undefined ? {} : { mergedInto: idOf(mergedInto) }),
      });
    }
  });
  return forumId;
}

function dayFrom(now: Date, days: number): IsoDate {
  return new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10);
}
