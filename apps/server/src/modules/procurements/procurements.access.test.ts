import { randomUUID } from "node:crypto";
import { procurements } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { makeTender } from "./make-tender.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  city = await plantOrganisation(db.database, "Access City");
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const id = randomUUID();
const at = { id, version: 1 };
const award = {
  ...at,
  awardedOn: "2026-11-01",
  contracts: [{ kind: "stand_alone" as const, reference: "A", title: "A", supplier: null }],
};
/** Calls that reach their use case when they are let in, whatever it then says. */
const endpoints: readonly GuardedEndpoint[] = [
  { name: "list", permission: "procurement.read", call: (client) => client.procurements.list({}) },
  {
    name: "get",
    permission: "procurement.read",
    call: (client) => client.procurements.get({ id }),
  },
  {
    name: "listActs",
    permission: "procurement.read",
    call: (client) => client.procurements.listActs({ id }),
  },
  {
    name: "create",
    permission: "procurement.write",
    call: (client) => client.procurements.create({ reference: randomUUID(), title: "A" }),
  },
  {
    name: "revise",
    permission: "procurement.write",
    call: (client) => client.procurements.revise({ ...at, title: "B" }),
  },
  {
    name: "remove",
    permission: "procurement.write",
    call: (client) => client.procurements.remove(at),
  },
  {
    name: "addInstances",
    permission: "procurement.write",
    call: (client) =>
      client.procurements.addInstances({
        ...at,
        instances: [{ role: "clause", requirement: null, title: "A", wording: "" }],
      }),
  },
  {
    name: "reviseInstance",
    permission: "procurement.write",
    call: (client) => client.procurements.reviseInstance({ ...at, instanceId: id, title: "A" }),
  },
  {
    name: "removeInstance",
    permission: "procurement.write",
    call: (client) => client.procurements.removeInstance({ ...at, instanceId: id }),
  },
  {
    name: "reorderInstances",
    permission: "procurement.write",
    call: (client) => client.procurements.reorderInstances({ ...at, instanceIds: [] }),
  },
  {
    name: "takeFromPolicy",
    permission: "procurement.write",
    call: (client) => client.procurements.takeFromPolicy(at),
  },
  {
    name: "applyFixes",
    permission: "procurement.write",
    call: (client) => client.procurements.applyFixes({ ...at, findings: "all_safe" }),
  },
  {
    name: "setPromises",
    permission: "procurement.write",
    call: (client) => client.procurements.setPromises({ ...at, promises: [] }),
  },
  {
    name: "undo",
    permission: "procurement.write",
    call: (client) => client.procurements.undo({ ...at, actId: id }),
  },
  {
    name: "takeNotices",
    permission: "procurement.write",
    call: (client) => client.procurements.takeNotices({ notices: [notice] }),
  },
  {
    name: "waive",
    permission: "procurement.publish",
    call: (client) => client.procurements.waive({ id, findingKey: "a", reason: "b" }),
  },
  {
    name: "withdrawWaiver",
    permission: "procurement.publish",
    call: (client) => client.procurements.withdrawWaiver({ id, waiverId: id }),
  },
  {
    name: "publish",
    permission: "procurement.publish",
    call: (client) => client.procurements.publish({ ...at, publishedOn: "2026-11-01" }),
  },
  {
    name: "moveOn",
    permission: "procurement.publish",
    call: (client) => client.procurements.moveOn({ ...at, stage: "closed", reason: "a" }),
  },
  {
    name: "award",
    permission: "procurement.publish",
    call: (client) => client.procurements.award(award),
  },
];
const notice = {
  source: "ocds" as const,
  kind: "planning" as const,
  ocid: "ocds-access",
  noticeId: null,
  noticeVersion: null,
  procedureId: null,
  publicationId: null,
  title: "A",
  description: null,
  languages: [],
  buyer: { name: "A", id: null },
  country: null,
  cpv: [],
  procedure: null,
  value: null,
  publishedOn: null,
  deadlineOn: null,
  awardedOn: null,
  lots: [],
  exclusionGrounds: [],
  suppliers: [],
  contracts: [],
  modifications: [],
  notes: [],
  unread: {},
};

describe("who may do what with procurements", () => {
  it("names every endpoint", () => {
    expect(endpoints.map((one) => one.name).toSorted()).toEqual(
      Object.keys(procurements).toSorted(),
    );
  });

  it.each(endpoints)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, city, endpoint);
  });

  it("asks for the right to make contracts as well, where an award makes them", async () => {
    const owner = server.as(city.people.owner, city.organisationId);
    const tender = await makeTender(owner);
    await owner.procurements.publish({ id: tender, version: 1, publishedOn: "2026-11-01" });
    const token = await server.tokenFor(city.people.owner, city.organisationId, [
      "procurement.publish",
    ]);
    await refuses(
      "token_scope_missing",
      server.withToken(token).procurements.award({ ...award, id: tender, version: 2 }),
    );
  });

  it("lets nobody who may not publish undo, bring about or remove a publication", async () => {
    const owner = server.as(city.people.owner, city.organisationId);
    const contributor = server.as(city.people.contributor, city.organisationId);
    const tender = await makeTender(owner, { ocid: "ocds-gate" });
    const call = {
      ...notice,
      ocid: "ocds-gate",
      kind: "tender" as const,
      publishedOn: "2026-11-01",
    };
    const taken = await contributor.procurements.takeNotices({ notices: [call] });
    expect(taken.items[0]?.notes.map(({ text }) => text)).toContain(
      "The notice says “published”: whoever may publish here takes it over, or records that.",
    );
    const draft = await contributor.procurements.get({ id: tender });
    expect(draft.facts.stage).toBe("drafting");

    await owner.procurements.publish({ ...draft, id: tender, publishedOn: "2026-11-01" });
    const shown = await contributor.procurements.get({ id: tender });
    expect(shown.can).toMatchObject({ undo: false, remove: false });
    const there = { id: tender, version: shown.version };
    const undo = { ...there, actId: shown.lastAct?.id ?? "" };
    await refuses("not_allowed", contributor.procurements.undo(undo));
    await refuses("not_allowed", contributor.procurements.remove(there));

    // Nor is it published again past the gate by undoing that it was taken back.
    await owner.procurements.moveOn({ ...there, stage: "drafting", reason: "A corrected notice." });
    const back = await contributor.procurements.get({ id: tender });
    await refuses(
      "not_allowed",
      contributor.procurements.undo({
        id: tender,
        version: back.version,
        actId: back.lastAct?.id ?? "",
      }),
    );
    const token = await server.tokenFor(city.people.owner, city.organisationId, [
      "procurement.write",
    ]);
    await refuses(
      "token_scope_missing",
      server.withToken(token).procurements.undo({
        id: tender,
        version: back.version,
        actId: back.lastAct?.id ?? "",
      }),
    );
    await contributor.procurements.remove({ id: tender, version: back.version });
  });

  it("says in each procurement what the caller may do with it", async () => {
    const owner = server.as(city.people.owner, city.organisationId);
    const tender = await makeTender(owner);
    const [reader, contributor, manager] = await Promise.all(
      [city.people.reader, city.people.contributor, city.people.manager].map((person) =>
        server.as(person, city.organisationId).procurements.get({ id: tender }),
      ),
    );
    expect(reader?.can).toMatchObject({
      write: false,
      change: false,
      publish: false,
      waive: false,
    });
    expect(contributor?.can).toMatchObject({
      write: true,
      change: true,
      publish: false,
      waive: false,
    });
    expect(manager?.can).toMatchObject({ write: true, publish: true, waive: true, award: false });
  });
});
