/**
 * Walks every endpoint of the contract as nobody and as another organisation. A new endpoint without a sample here does
 * not compile; one that answers differently for another's id than for nobody's id turns red.
 */
import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { apiContract, problemOf, type ApiClient, type Problem } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest } from "../test/as-guest.ts";
import { contractInput, product as productInput } from "../test/contract-input.ts";
import { openSeatAsGuest } from "../test/as-seat-guest.ts";
import { offerSeat, plantTable } from "../test/plant-dialogue.ts";
import { startTestApp, type TestApp } from "../test/start-test-app.ts";
import { makeNobodysIds } from "./attack-ids.ts";
import { endpoints, openToAnyone, type Ids } from "./endpoint-samples.ts";
import { plantFacts } from "./plant-facts.fixture.ts";
import { protectionQuery, type TableProtection } from "./find-unprotected-tables.ts";

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly problem: Omit<Problem, "requestId"> };

async function ask(
  client: ApiClient,
  group: string,
  name: string,
  input: unknown,
): Promise<Answer> {
  // The client makes each endpoint's call on the way: by name it is untyped.
  const calls = Reflect.get(client, group) as Record<string, (given: unknown) => Promise<unknown>>;
  const call = calls[name];
  if (call === undefined) throw new Error(`The client has no ${group}.${name}.`);
  try {
    return { ok: true, value: await call(input) };
  } catch (error) {
    const found = problemOf(error);
    if (found === null) throw error;
    const { requestId: _, ...problem } = found;
    return { ok: false, problem };
  }
}

let db: TestDatabase;
let server: TestApp;
let owner: PlantedOrganisation;
let attacker: PlantedOrganisation;
let real: Ids;
let nobodys: Ids;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  owner = await plantOrganisation(db.database, "Secretmarker Buyer");
  attacker = await plantOrganisation(db.database, "Attacker");
  real = await plantFacts(db, server, owner);
  nobodys = makeNobodysIds(attacker.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** A digest of everything the organisation owns. */
async function digestOf(
  organisationId: string,
): Promise<{ rows: number; tables: number; digest: string }> {
  const tables = (await db.asOwner<TableProtection>(protectionQuery)).filter(
    (table) => table.table.startsWith("public.") && table.hasOrganisation,
  );
  let rows = 0;
  let filled = 0;
  let digest = "";
  for (const { table } of tables) {
    const [found] = await db.asOwner<{ count: number; digest: string | null }>(
      `select count(*)::int as count, md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t where organisation_id = $1`,
      [organisationId],
    );
    rows += found?.count ?? 0;
    filled += (found?.count ?? 0) > 0 ? 1 : 0;
    digest += `${table}:${found?.digest ?? ""};`;
  }
  return { rows, tables: filled, digest };
}

/** Tries every endpoint as the attacker, with the owner's ids and with nobody's; names what tells them apart or says a secret. */
async function attackEveryEndpoint(
  client: ApiClient = server.as(attacker.people.owner, attacker.organisationId),
): Promise<{ faults: string[]; refused: number; allowed: string[] }> {
  const secrets = [...Object.values({ ...real }), "Secretmarker", "secretmarker"];
  const allowed: string[] = [];
  const faults: string[] = [];
  let refused = 0;
  for (const endpoint of endpoints) {
    // Signing the attacker out would blunt every attack that follows.
    if (endpoint.full === "account.signOut") continue;
    const theirs = await ask(client, endpoint.group, endpoint.name, endpoint.sample(real));
    const none = await ask(client, endpoint.group, endpoint.name, endpoint.sample(nobodys));
    if (theirs.ok !== none.ok || (!theirs.ok && !isDeepStrictEqual(theirs, none)))
      faults.push(`${endpoint.full} tells another's id from nobody's`);
    if (!theirs.ok) refused += 1;
    if (theirs.ok || theirs.problem.code !== "not_signed_in") allowed.push(endpoint.full);
    const said = JSON.stringify(theirs.ok ? theirs.value : theirs.problem) ?? "";
    if (secrets.some((secret) => said.includes(secret)))
      faults.push(`${endpoint.full} says what is another's`);
  }
  return { faults, refused, allowed };
}

describe("every endpoint", () => {
  it("has a sample, and there are as many as the contract has", () => {
    const inContract = Object.entries(apiContract).flatMap(([group, names]) =>
      Object.keys(names).map((name) => `${group}.${name}`),
    );
    expect(endpoints.map((endpoint) => endpoint.full).toSorted()).toEqual(inContract.toSorted());
    expect(endpoints.length).toBeGreaterThanOrEqual(55);
    // A key of a requirement and that of a mismatch are words.
    const { requirementKey, finding, duty, ...rest } = real;
    expect([requirementKey, finding, duty]).not.toContain("");
    for (const [name, id] of Object.entries(rest)) expect(id, name).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("refuses somebody who is not signed in", async () => {
    for (const endpoint of endpoints) {
      if (openToAnyone.has(endpoint.full)) continue;
      const answer = await ask(
        server.anonymous(),
        endpoint.group,
        endpoint.name,
        endpoint.sample(real),
      );
      expect(answer, endpoint.full).toMatchObject({
        ok: false,
        problem: { code: "not_signed_in", status: 401 },
      });
    }
  });

  it("answers another organisation the same for a real id as for nobody's, shows it nothing, and changes nothing", async () => {
    const before = await digestOf(owner.organisationId);
    expect(before.tables).toBeGreaterThanOrEqual(18);
    const { faults, refused } = await attackEveryEndpoint();
    expect(faults).toEqual([]);
    expect(refused).toBeGreaterThanOrEqual(25);
    expect(await digestOf(owner.organisationId)).toEqual(before);
  });

  it("answers a guest the same for a real id as for nobody's, and lets it reach what answering needs alone", async () => {
    const asks = await plantOrganisation(db.database, "Asker");
    const asker = server.as(asks.people.owner, asks.organisationId);
    const { id } = await asker.contracts.create(
      contractInput({ products: [productInput("B", "F")] }),
    );
    const { requestId } = await asker.requests.write({
      addressee: "Guest",
      contracts: [{ contractId: id }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    const guest = await openAsGuest(
      server,
      await asker.requests.send({ requestId, toName: "Guest", toAddress: null }),
    );
    const before = await digestOf(owner.organisationId);
    const { faults, allowed } = await attackEveryEndpoint(guest.client);
    expect(faults).toEqual([]);
    expect(await digestOf(owner.organisationId)).toEqual(before);
    const groups = new Set(["answering", "intakes", "record", "releases"]);
    expect(
      allowed.filter((full) => !openToAnyone.has(full) && !groups.has(full.split(".")[0] ?? "")),
    ).toEqual([]);
    // A contract's list, and taking a release for a contract, are for members.
    for (const full of ["intakes.startText", "releases.take", "answering.takeOver"])
      expect(allowed).not.toContain(full);
    expect(allowed.length).toBeGreaterThanOrEqual(35);
    // The requester itself reaches nothing of what its guest does.
    const deliveryId = guest.deliveryId;
    const mine = await ask(asker, "answering", "get", { deliveryId });
    expect(mine).toEqual(await ask(asker, "answering", "get", { deliveryId: randomUUID() }));
  });

  it("answers whoever sits at a table by link the same, and lets it reach its table alone", async () => {
    const table = await plantTable(db.database);
    const { client } = await openSeatAsGuest(
      server,
      (await offerSeat(db.database, table, "joint", { name: "Guest" })).secrets,
    );
    const before = await digestOf(owner.organisationId);
    const { faults, allowed } = await attackEveryEndpoint(client);
    expect(faults).toEqual([]);
    expect(await digestOf(owner.organisationId)).toEqual(before);
    const groups = new Set(["dialogues", "meetings", "commitments"]);
    expect(
      allowed.filter((full) => !openToAnyone.has(full) && !groups.has(full.split(".")[0] ?? "")),
    ).toEqual([]);
    // What the host does at its own table is for members.
    for (const full of ["dialogues.create", "dialogues.revealSeat", "dialogues.takeSeat"])
      expect(allowed).not.toContain(full);
    expect(allowed).toContain("dialogues.get");
    expect(allowed.length).toBeGreaterThanOrEqual(15);
  });

  it("lets the owner do with the same ids what the attacker could not", async () => {
    const client = server.as(owner.people.owner, owner.organisationId);
    for (const full of [
      "contracts.get",
      "contracts.line",
      "contracts.askable",
      "requests.draft",
      "requests.get",
      "requests.list",
      "requests.draftForMany",
      "requests.revealLink",
      "suppliers.get",
      "disclosures.list",
      "disclosures.get",
      "intakes.get",
      "intakes.listRows",
      "sites.get",
      "sites.listReviews",
      "sites.listActs",
      "sites.listRecords",
      "screening.listHits",
      "mails.get",
      "releases.get",
      "record.changesSince",
      "record.saveProduct",
      "record.setLinks",
      "record.confirm",
      "requirements.get",
      "requirements.compareVersions",
      "policies.getRow",
      "policies.tryOut",
      "duties.list",
      "duties.record",
      "duties.setOwner",
      "laws.facts",
      "laws.applicable",
      "laws.beyondLaw",
      "harmonisation.getGroup",
      "harmonisation.matrix",
      "harmonisation.getProposal",
      "harmonisation.shareCandidates",
      "harmonisation.listRecognitions",
      "forums.get",
      "forums.listSeats",
      "forums.revealLink",
      "forums.board",
      "forums.moderate",
      "dialogues.getProgramme",
      "dialogues.get",
      "dialogues.agreeAim",
      "dialogues.saveThread",
      "dialogues.revealSeat",
      "dialogues.comment",
      "dialogues.changeComment",
      "dialogues.saveLesson",
      "meetings.get",
      "meetings.draftAgenda",
      "meetings.addItems",
      "meetings.previewLetter",
      "commitments.get",
      "commitments.say",
      "commitments.resolveObstacle",
      "procurements.get",
      "procurements.listActs",
      "procurements.takeFromPolicy",
      "procurements.applyFixes",
      "procurements.reviseInstance",
    ]) {
      const endpoint = endpoints.find((one) => one.full === full);
      if (endpoint === undefined) throw new Error(`There is no ${full}.`);
      const answer = await ask(client, endpoint.group, endpoint.name, endpoint.sample(real));
      expect(answer.ok, full).toBe(true);
    }
  });

  it("turns red when a planted policy opens a table", async () => {
    await db.asOwner(
      "create policy planted_hole on contracts for select to throughline_app using (true)",
    );
    try {
      const { faults } = await attackEveryEndpoint();
      expect(faults).toContain("contracts.get tells another's id from nobody's");
      expect(faults.length).toBeGreaterThanOrEqual(5);
    } finally {
      await db.asOwner("drop policy planted_hole on contracts");
    }
  });
});
