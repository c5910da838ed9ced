/** Participants for tests: each takes its ticket the way a browser does, by a library that is not ours. */
import { ticketHeader, type ApiClient } from "@throughline/contract";
import { constants, randomBytes, randomUUID, sign } from "node:crypto";
import { blindTicket } from "./blind-ticket.ts";
import { openBoardKeys } from "./board-keys.ts";
import type { TestApp } from "../../test/start-test-app.ts";

export interface Participant {
  readonly ticket: string;
  readonly client: ApiClient;
  say(text: string, more?: { kind?: "idea" | "question"; promptId?: string }): Promise<string>;
  comment(parentId: string, text: string): Promise<string>;
  vote(entryId: string, cast?: boolean): Promise<void>;
}

/** What follows `#` in an address. */
export function afterHash(link: string): string {
  return link.split("#")[1] ?? "";
}

/** Joins by a personal link. */
export async function joinBy(
  server: TestApp,
  link: string,
  listInstitution = false,
): Promise<Participant> {
  const nobody = server.anonymous();
  const look = await nobody.board.look({ link: afterHash(link) });
  const { blinded, finish } = await blindTicket(look);
  const { blindSignature } = await nobody.board.join({
    link: afterHash(link),
    blinded,
    listInstitution,
  });
  return participantWith(server, await finish(blindSignature));
}

/** Whoever holds this ticket. */
export function participantWith(server: TestApp, ticket: string): Participant {
  const client = server.withHeaders({ [ticketHeader]: ticket });
  const said = { act: "say", promptId: null, parentId: null } as const;
  return {
    ticket,
    client,
    async say(text, { kind = "idea", promptId } = {}) {
      const entryId = randomUUID();
      await client.board.act({ ...said, entryId, kind, promptId: promptId ?? null, text });
      return entryId;
    },
    async comment(parentId, text) {
      const entryId = randomUUID();
      await client.board.act({ ...said, entryId, kind: "comment", parentId, text });
      return entryId;
    },
    async vote(entryId, cast = true) {
      await client.board.act({ act: "vote", entryId, for: cast });
    },
  };
}

/** An organisation planted by the test kit, as far as a host needs it. */
interface Host {
  readonly organisationId: string;
  readonly people: { readonly owner: string };
}

export interface PlantedForum {
  readonly forumId: string;
  readonly host: ApiClient;
  /** Links of people invited without an address, in the order they were invited. */
  readonly links: readonly string[];
  open(): Promise<void>;
  close(): Promise<void>;
}

/** Prepares a session of an organisation with so many invited people. */
export async function plantForum(
  server: TestApp,
  org: Host,
  people: number,
  institution: (at: number) => string | null = () => null,
): Promise<PlantedForum> {
  const host = server.as(org.people.owner, org.organisationId);
  const { forumId } = await host.forums.create({
    title: "Leverage",
    purpose: "What buyers and resellers can do together.",
    heldOn: "2026-11-20",
  });
  const names = Array.from({ length: people }, (_, at) => `Person ${String(at).padStart(4, "0")}`);
  if (people > 0)
    await host.forums.invite({
      forumId,
      people: names.map((name, at) => ({ name, address: null, institution: institution(at) })),
    });
  const { seats } = await host.forums.listSeats({ forumId });
  const links: string[] = [];
  for (const name of names) {
    const seat = seats.find((one) => one.name === name);
    links.push((await host.forums.revealLink({ forumId, seatId: seat?.id ?? "" })).link);
  }
  const version = async (): Promise<number> => (await host.forums.get({ forumId })).version;
  return {
    forumId,
    host,
    links,
    async open() {
      await host.forums.open({ forumId, version: await version() });
    },
    async close() {
      await host.forums.close({ forumId, version: await version() });
    },
  };
}

/** Joins all. */
export async function joinAll(
  server: TestApp,
  links: readonly string[],
  listInstitution = false,
): Promise<Participant[]> {
  const joined: Participant[] = [];
  for (const link of links) joined.push(await joinBy(server, link, listInstitution));
  return joined;
}

/** Tickets signed with the board's own key, which an unblinded signature cannot be told from; for tests with hundreds. */
export function mintTicket(
  organisationId: string,
  forumId: string,
  secret: string,
  sealed: string,
): string {
  const { signing } = openBoardKeys(secret, forumId, sealed);
  const message = randomBytes(64);
  const signature = sign("sha384", message, {
    key: signing,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: 48,
  });
  return [
    organisationId,
    forumId,
    message.toString("base64url"),
    signature.toString("base64url"),
  ].join(".");
}
