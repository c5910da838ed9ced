import { randomUUID } from "node:crypto";
import { suppliers, type ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openAsGuest } from "../../test/as-guest.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { expectAccess, type GuardedEndpoint } from "../../test/expect-access.ts";
import { plantAct, plantCommitment, plantTable } from "../../test/plant-dialogue.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { medianDays } from "./supplier-overview.policy.ts";

let now: Date;
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
beforeEach(async () => {
  now = new Date("2026-11-20T09:00:00Z");
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("suppliers", () => {
  it("are whoever stands in a contract or was asked, once whatever the capitals and blanks", async () => {
    await owner.contracts.create(
      contractInput({
        supplier: { ...party("Cedar IT"), country: "SE" },
        brands: [party("Aster")],
        products: [product("Aster", "Book")],
      }),
    );
    const { id } = await owner.contracts.create(contractInput({ supplier: party("cedar  it ") }));
    await owner.requests.save({
      id,
      addressee: "Briar GmbH",
      brand: null,
      subject: "S",
      body: "B",
      productIds: [],
      dueOn: null,
      sentOn: null,
    });
    const { items, total, next } = await owner.suppliers.list({});
    expect(items.map((one) => [one.name, one.roles, one.contracts, one.country])).toEqual([
      ["Aster", ["brand"], 1, null],
      ["Briar GmbH", [], 0, null],
      ["Cedar IT", ["supplier"], 2, "SE"],
    ]);
    expect([total, next]).toEqual([3, null]);
    expect((await owner.suppliers.list({ role: "brand" })).items).toHaveLength(1);
    expect((await owner.suppliers.list({ search: "EDAR" })).items).toHaveLength(1);
    const first = await owner.suppliers.list({ limit: 2, sort: "-name" });
    const rest = await owner.suppliers.list({ limit: 2, sort: "-name", after: first.next ?? "" });
    expect([...first.items, ...rest.items].map((one) => one.name)).toEqual([
      "Cedar IT",
      "Briar GmbH",
      "Aster",
    ]);
  });

  it("show the sum of the lines of running contracts, with call-offs of their frameworks", async () => {
    const framework = await owner.contracts.create(
      contractInput({ kind: "framework", reference: "F-1", supplier: party("Cedar IT") }),
    );
    await owner.contracts.create(
      contractInput({
        kind: "call_off",
        frameworkId: framework.id,
        title: "Called off",
        products: [product("Aster", "Book")],
        signedOn: "2026-01-01",
        conditions: [siteClause({ dueFrom: "signature" })],
      }),
    );
    await owner.contracts.create(
      contractInput({ title: "Ended", supplier: party("Cedar IT"), endsOn: "2026-01-01" }),
    );
    const [cedar] = (await owner.suppliers.list({})).items;
    expect(cedar?.contracts).toBe(3);
    const detail = await owner.suppliers.get({ id: cedar?.id ?? "" });
    expect(detail.contractList.map((one) => one.title)).toContain("Called off");
    // What has ended is named and says nothing about how the supplier stands.
    expect(detail.contractList.map((one) => one.title)).toContain("Ended");
    expect(detail.line).toHaveLength(8);
    expect(detail.line.find((station) => station.name === "traced")?.state).toBe("broken");
    expect(detail.breaks).toBeGreaterThan(0);
    expect(detail.next).not.toBeNull();
  });

  it("show what was asked, what is overdue, and how long answering takes", async () => {
    const { id } = await owner.contracts.create(
      contractInput({ supplier: party("Cedar IT"), products: [product("Aster", "Book")] }),
    );
    const send = async (dueOn: string): Promise<string> => {
      const { requestId } = await owner.requests.write({
        addressee: "Cedar IT",
        contracts: [{ contractId: id }],
        subject: "S",
        body: "B",
        dueOn,
      });
      const sent = await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null });
      await openAsGuest(server, sent);
      return requestId;
    };
    const first = await send("2026-12-01");
    await send("2026-12-02");
    now = new Date("2026-12-10T09:00:00Z");
    const answer = {
      id,
      requestId: first,
      answeredBy: "Cedar IT",
      brand: null,
      answer: "asked_and_refused" as const,
      reason: null,
      answeredOn: "2026-11-30",
      document: null,
      productIds: [],
    };
    await owner.requests.recordAnswer(answer);
    const [cedar] = (await owner.suppliers.list({})).items;
    expect(cedar).toMatchObject({
      openRequests: 1,
      overdueRequests: 1,
      lastAnswerOn: "2026-11-30",
    });
    const detail = await owner.suppliers.get({ id: cedar?.id ?? "" });
    expect(detail).toMatchObject({
      medianDaysToAnswer: 10,
      answeredRequests: 1,
      sentRequests: 2,
      releases: [],
      can: { write: true, request: true },
    });
    const { waiting } = await owner.today.get();
    expect(waiting).toMatchObject([
      { kind: "request_overdue", who: "Cedar IT", daysLeft: -8, link: { kind: "request" } },
    ]);
  });

  it("keep a mailbox, remembered from the first request, changed by version, sealed in the audit", async () => {
    const { id: contractId } = await owner.contracts.create(
      contractInput({ supplier: party("Cedar IT") }),
    );
    const { requestId } = await owner.requests.write({
      addressee: "Cedar IT",
      contracts: [{ contractId }],
      subject: "S",
      body: "B",
      dueOn: null,
    });
    await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: "csr@cedar.example" });
    const [cedar] = (await owner.suppliers.list({})).items;
    const id = cedar?.id ?? "";
    const kept = await owner.suppliers.get({ id });
    expect(kept).toMatchObject({ email: "csr@cedar.example", version: 2 });
    await refuses("conflict", owner.suppliers.revise({ id, version: 1, email: null }));
    await owner.suppliers.revise({ id, version: 2, email: "sites@cedar.example", country: "SE" });
    expect(await owner.suppliers.get({ id })).toMatchObject({
      email: "sites@cedar.example",
      country: "SE",
    });
    const audit = JSON.stringify(
      await db.asOwner("select before, after from audit_entries where subject_kind = 'supplier'"),
    );
    expect(audit).not.toContain("@cedar");
  });

  it("of another organisation are not told from none", async () => {
    await owner.contracts.create(contractInput({ supplier: party("Cedar IT") }));
    const [cedar] = (await owner.suppliers.list({})).items;
    const other = await plantOrganisation(db.database);
    const outsider = server.as(other.people.owner, other.organisationId);
    for (const call of [
      (id: string) => outsider.suppliers.get({ id }),
      (id: string) => outsider.suppliers.revise({ id, version: 1, language: "sv" }),
    ])
      expect(await refuses("not_found", call(cedar?.id ?? ""))).toEqual(
        await refuses("not_found", call(randomUUID())),
      );
    // The same name in another organisation is another supplier.
    await outsider.contracts.create(contractInput({ supplier: party("Cedar IT") }));
    const theirs = (await outsider.suppliers.list({})).items;
    expect(theirs.map((one) => one.id)).not.toEqual([cedar?.id]);
  });
});

describe("what is open with a supplier", () => {
  const day = (days: number) =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

  it("is told over all our series with it, promises of both sides, and nobody else's", async () => {
    await owner.contracts.create(contractInput({ supplier: party("Cedar IT") }));
    const [cedar] = (await owner.suppliers.list({})).items;
    const supplierId = cedar?.id ?? "";
    const empty = { series: [], open: [], promises: [], obstacles: [] };
    expect((await owner.suppliers.get({ id: supplierId })).dialogue).toEqual(empty);
    const tables = [
      await plantTable(db.database, { host: buyer, supplierId, title: "Hours" }),
      await plantTable(db.database, { host: buyer, supplierId, title: "Sites" }),
    ];
    await plantTable(db.database, { host: buyer, title: "With somebody else" });
    for (const { seriesId, counterpart } of tables) {
      const wish = { madeAt: `${day(-90)}T10:00:00Z`, dueOn: day(-30) };
      const kept = await plantCommitment(db.database, seriesId, buyer, wish);
      const late = await plantCommitment(db.database, seriesId, counterpart, {
        ...wish,
        debtor: "buyers",
      });
      const act = { kind: "confirmed", on: day(-80) } as const;
      await plantAct(db.database, seriesId, kept, counterpart, act);
      await plantAct(db.database, seriesId, late, buyer, act);
      await plantAct(db.database, seriesId, kept, counterpart, {
        kind: "fulfilled",
        on: day(-40),
        shownBy: { title: "List of sites" },
      });
      await plantCommitment(db.database, seriesId, buyer, { ...wish, shared: false });
    }
    const client = server.as(buyer.people.owner, buyer.organisationId);
    await client.commitments.reportObstacle({
      seriesId: tables[0]?.seriesId ?? "",
      who: "Maker of displays",
      kind: "confidentiality",
      text: "Not said.",
      reportedOn: day(-5),
    });
    const { dialogue } = await owner.suppliers.get({ id: supplierId });
    expect(dialogue?.series.map(({ title }) => title).toSorted()).toEqual(["Hours", "Sites"]);
    expect(dialogue?.open.map(({ state, debtor }) => [state, debtor.side])).toEqual([
      ["overdue", "buyers"],
      ["overdue", "buyers"],
    ]);
    expect(dialogue?.promises).toEqual([
      { side: "counterpart", due: 2, keptByFirst: 2, keptByLater: 0, slips: 0 },
      { side: "buyers", due: 2, keptByFirst: 0, keptByLater: 0, slips: 0 },
    ]);
    expect(dialogue?.obstacles).toHaveLength(1);
    const scoped = await server.tokenFor(buyer.people.owner, buyer.organisationId, [
      "supplier.read",
    ]);
    expect((await server.withToken(scoped).suppliers.get({ id: supplierId })).dialogue).toBeNull();
  });
});

describe("who may look at suppliers", () => {
  const id = randomUUID();
  const guarded: readonly GuardedEndpoint[] = [
    { name: "list", permission: "supplier.read", call: (client) => client.suppliers.list({}) },
    { name: "get", permission: "supplier.read", call: (client) => client.suppliers.get({ id }) },
    {
      name: "revise",
      permission: "supplier.write",
      call: (client) => client.suppliers.revise({ id, version: 1 }),
    },
  ];

  it("names every endpoint", () => {
    expect(guarded.map((one) => one.name).sort()).toEqual(Object.keys(suppliers).sort());
  });

  it.each(guarded)("$name asks for $permission", async (endpoint) => {
    await expectAccess(server, buyer, endpoint);
  });
});

describe("the middle number of days", () => {
  it("lies between the shortest and the longest, and is nothing without an answer", () => {
    expect(medianDays([])).toBeNull();
    const dated = fc.integer({ min: 0, max: 300 }).map((days) => ({
      sentOn: "2026-01-01",
      answeredOn: new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10),
      days,
    }));
    fc.assert(
      fc.property(fc.array(dated, { minLength: 1, maxLength: 9 }), (answered) => {
        const median = medianDays(answered) ?? -1;
        const days = answered.map((one) => one.days);
        expect(median).toBeGreaterThanOrEqual(Math.min(...days));
        expect(median).toBeLessThanOrEqual(Math.max(...days));
        expect(medianDays([...answered].reverse())).toBe(median);
      }),
    );
  });
});
