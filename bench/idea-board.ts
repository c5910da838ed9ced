/**
 * A board with 500 listeners: how long a vote takes to reach all of them. Target: p95 under 500 ms on 2 cores.
 * Fifty people take real tickets by blind signature and vote; each of the 500 listeners is a connection of its own. The
 * peer, in the same run, is 500 clients that ask for the board each second.
 *
 * Run: node bench/idea-board.ts
 */
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { Agent, get, type IncomingMessage } from "node:http";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, ticketHeader, type ApiClient, type BoardEvent } from "@throughline/contract";
import type { BoardEntry } from "@throughline/domain";
import { demonstrationPeople } from "../apps/server/src/demonstration/people.ts";
import { blindTicket } from "../apps/server/src/modules/forums/index.ts";
import { describeMachine, percentile, runServer, signIn } from "./run-server.ts";

const listeners = 500;
const people = 50;
const loadAtStart = round(loadavg()[0] ?? Number.NaN);

const folder = mkdtempSync(join(tmpdir(), "throughline-bench-"));
await chmod(folder, 0o755);
const server = await runServer(folder, 44_117);
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** The votes of an entry as one listener knows them. */
interface Listener {
  readonly votes: Map<string, number>;
  readonly close: () => void;
}

/** Called with each count a listener hears. */
let hear = (_listener: number, _entry: BoardEntry): void => undefined;

try {
  const person = demonstrationPeople[0];
  if (person === undefined) throw new Error("There is no demonstration sign-in.");
  const host = await signIn(server.origin, person.email, person.password);
  const { forumId } = await host.forums.create({
    title: "Measured",
    purpose: "A board with many listeners.",
    heldOn: "2026-11-20",
  });
  const joining = performance.now();
  const tickets = await takeTickets(host, forumId);
  const joinedMs = performance.now() - joining;
  const { version } = await host.forums.get({ forumId });
  await host.forums.open({ forumId, version });
  const voters = tickets.map((ticket) => clientWith(ticket));
  const ideas: string[] = [];
  for (let at = 0; at < 30; at += 1)
    ideas.push(await say(voters[at % people], `Idea number ${at}`));

  const connecting = performance.now();
  const connected = await Promise.all(
    Array.from({ length: listeners }, (_, at) => listen(at, tickets[at % people] ?? "")),
  );
  const connectedMs = performance.now() - connecting;

  const cpuBefore = await cpuSeconds(server.process.pid ?? 0);
  const steady = await voteOneByOne(voters, ideas.slice(0, 2), 250);
  const burst = await voteAtOnce(voters, ideas[2] ?? "");
  const cpu = (await cpuSeconds(server.process.pid ?? 0)) - cpuBefore;
  const wrong = connected.filter(({ votes }) =>
    ideas.slice(0, 3).some((id) => votes.get(id) !== people),
  ).length;
  for (const { close } of connected) close();

  const peer = await ask(tickets, voters, ideas[3] ?? "");

  const result = {
    program: "idea-board",
    machine: await describeMachine(),
    // More than the cores means that others were waiting too.
    loadAverage: { start: loadAtStart, end: round(loadavg()[0] ?? Number.NaN) },
    size: { listeners, people, ideas: ideas.length, votes: steady.reached.length },
    takingATicketMs: round(joinedMs / people),
    connectingAllMs: round(connectedMs),
    oneListenerMs: summary(steady.heard),
    reachingAllMs: summary(steady.reached),
    fiftyVotesAtOnceReachAllMs: round(burst),
    serverProcessorSeconds: round(cpu),
    listenersWithAWrongCount: wrong,
    askingEachSecond: {
      clients: listeners,
      oneClientMs: summary(peer.seen),
      serverProcessorSecondsASecond: round(peer.cpuASecond),
      unansweredInTime: peer.unanswered,
    },
    target: "p95 of a vote reaching all under 500 ms",
    met: percentile(steady.reached, 0.95) < 500 && wrong === 0,
  };
  const text = `${JSON.stringify(result, null, 2)}\n`;
  mkdirSync(join(import.meta.dirname, "results"), { recursive: true });
  writeFileSync(join(import.meta.dirname, "results/idea-board.json"), text);
  process.stdout.write(text);
} finally {
  agent.destroy();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function clientWith(ticket: string): ApiClient {
  return createClient({ origin: server.origin, headers: () => ({ [ticketHeader]: ticket }) });
}

async function takeTickets(host: ApiClient, forumId: string): Promise<string[]> {
  const nobody = createClient({ origin: server.origin });
  await host.forums.invite({
    forumId,
    people: Array.from({ length: people }, (_, at) => ({
      name: `Person ${at}`,
      address: null,
      institution: `Institution ${at % 20}`,
    })),
  });
  const { seats } = await host.forums.listSeats({ forumId });
  const tickets: string[] = [];
  for (const { id } of seats) {
    const { link } = await host.forums.revealLink({ forumId, seatId: id });
    const secret = link.split("#")[1] ?? "";
    const { blinded, finish } = await blindTicket(await nobody.board.look({ link: secret }));
    const { blindSignature } = await nobody.board.join({
      link: secret,
      blinded,
      listInstitution: true,
    });
    tickets.push(await finish(blindSignature));
  }
  return tickets;
}

async function say(voter: ApiClient | undefined, text: string): Promise<string> {
  const entryId = randomUUID();
  await voter?.board.act({
    act: "say",
    entryId,
    kind: "idea",
    promptId: null,
    parentId: null,
    text,
  });
  return entryId;
}

function request(path: string, ticket: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(
      `${server.origin}/api${path}`,
      { agent, headers: { [ticketHeader]: ticket } },
      resolve,
    ).once("error", reject);
  });
}

/** Follows the board; resolves once the whole of it has come. */
async function listen(at: number, ticket: string): Promise<Listener> {
  const answer = await request("/board/live", ticket);
  if (answer.statusCode !== 200) throw new Error(`Refused with ${String(answer.statusCode)}.`);
  const votes = new Map<string, number>();
  let text = "";
  await new Promise<void>((whole) => {
    answer.setEncoding("utf8");
    answer.on("data", (part: string) => {
      text += part;
      for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
        const data = /^data: (.*)$/mu.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (data === undefined) continue;
        // The shape is tested elsewhere; five hundred parsings of it here would be measured, too.
        const event = JSON.parse(data) as BoardEvent;
        for (const entry of event.kind === "whole" ? event.board.entries : event.entries) {
          votes.set(entry.id, entry.votes);
          hear(at, entry);
        }
        whole();
      }
    });
  });
  return { votes, close: () => answer.destroy() };
}

/** Each votes after the other; how long until one listener, and until the last one, has heard. */
async function voteOneByOne(
  voters: readonly ApiClient[],
  entryIds: readonly string[],
  everyMs: number,
): Promise<{ heard: number[]; reached: number[] }> {
  const heard: number[] = [];
  const reached: number[] = [];
  for (const entryId of entryIds)
    for (const [at, voter] of voters.entries()) {
      const began = performance.now();
      const waiting = new Set(Array.from({ length: listeners }, (_, listener) => listener));
      const all = new Promise<void>((resolve) => {
        hear = (listener, entry): void => {
          if (entry.id !== entryId || entry.votes < at + 1 || !waiting.delete(listener)) return;
          heard.push(performance.now() - began);
          if (waiting.size === 0) resolve();
        };
      });
      await voter.board.act({ act: "vote", entryId, for: true });
      await all;
      reached.push(performance.now() - began);
      await pause(Math.max(0, everyMs - (performance.now() - began)));
    }
  return { heard, reached };
}

async function voteAtOnce(voters: readonly ApiClient[], entryId: string): Promise<number> {
  const began = performance.now();
  const waiting = new Set(Array.from({ length: listeners }, (_, listener) => listener));
  const all = new Promise<void>((resolve) => {
    hear = (listener, entry): void => {
      if (entry.id !== entryId || entry.votes < voters.length || !waiting.delete(listener)) return;
      if (waiting.size === 0) resolve();
    };
  });
  await Promise.all(voters.map((voter) => voter.board.act({ act: "vote", entryId, for: true })));
  await all;
  return performance.now() - began;
}

/** Clients that ask each second, for twenty seconds, and see a vote when they next ask. */
async function ask(
  tickets: readonly string[],
  voters: readonly ApiClient[],
  entryId: string,
): Promise<{ seen: number[]; unanswered: number; cpuASecond: number }> {
  const seconds = 20;
  const began = performance.now();
  const cast: number[] = [];
  const seen: number[] = [];
  let unanswered = 0;
  const cpuBefore = await cpuSeconds(server.process.pid ?? 0);
  const clients = Array.from({ length: listeners }, async (_, at) => {
    let known = 0;
    await pause(1000 * Math.random());
    while (performance.now() - began < seconds * 1000) {
      const asked = performance.now();
      const answer = await request("/board", tickets[at % people] ?? "");
      let body = "";
      answer.setEncoding("utf8");
      for await (const part of answer) body += String(part);
      // The same as above.
      const board = JSON.parse(body) as { entries?: BoardEntry[] };
      const votes = board.entries?.find(({ id }) => id === entryId)?.votes ?? known;
      for (; known < votes; known += 1) seen.push(performance.now() - (cast[known] ?? asked));
      const left = 1000 - (performance.now() - asked);
      if (left < 0) unanswered += 1;
      await pause(Math.max(0, left));
    }
  });
  for (const voter of voters.slice(0, seconds - 4)) {
    cast.push(performance.now());
    await voter.board.act({ act: "vote", entryId, for: true });
    await pause(1000 + 200 * Math.random());
  }
  await Promise.all(clients);
  const spent = (performance.now() - began) / 1000;
  const cpu = (await cpuSeconds(server.process.pid ?? 0)) - cpuBefore;
  return { seen, unanswered, cpuASecond: cpu / spent };
}

/** Processor time of a process on Linux; elsewhere it is not known. */
async function cpuSeconds(pid: number): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  try {
    const fields = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ")[1]?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.NaN;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

function summary(samples: readonly number[]): { median: number; p95: number; most: number } {
  return {
    median: round(percentile(samples, 0.5)),
    p95: round(percentile(samples, 0.95)),
    most: round(Math.max(...samples)),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
