/** The gate, waivers, promises and the contracts of an award. */
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { party } from "../../test/contract-input.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { clauseOf, criterionOf, followedUp, makeTender } from "./make-tender.fixture.ts";

let db: TestDatabase;
let server: TestApp;
let city: PlantedOrganisation;
let client: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({
    database: db.database,
    now: () => new Date("2026-11-20T09:00:00Z"),
  });
  city = await plantOrganisation(db.database, "Gate City");
  client = server.as(city.people.owner, city.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const followUp = () => followedUp(city.people.manager);
const values = { due_days: 28, due_from: "award", tiers: ["final_assembly"] };

/** A tender in order, published on 1 October with eight weeks' time. */
async function makePublished(
  given: Parameters<typeof makeTender>[1] = {},
): Promise<{ id: string; version: number; criterion: string }> {
  const id = await makeTender(client, {
    announcedOn: "2026-08-01",
    hours: { preparation: 40, followUp: 4 },
    instances: [criterionOf(values), clauseOf(values, followUp())],
    ...given,
  });
  const published = await client.procurements.publish({
    id,
    version: 1,
    publishedOn: "2026-10-01",
    deadlineOn: "2026-11-10",
  });
  const { facts } = await client.procurements.get({ id });
  return { id, version: published.version, criterion: facts.instances[0]?.id ?? "" };
}

describe("the gate before publishing", () => {
  it("stays closed while a blocking mismatch is neither mended nor waived", async () => {
    const id = await makeTender(client, { instances: [criterionOf(values)] });
    const dry = await client.procurements.publish({
      id,
      version: 1,
      publishedOn: "2026-11-20",
      dryRun: true,
    });
    expect(dry).toMatchObject({ done: false, gate: "closed" });
    expect(dry.blocking.length).toBeGreaterThan(0);
    const { errors } = await refuses(
      "alignment_open",
      client.procurements.publish({ id, version: 1, publishedOn: "2026-11-20" }),
    );
    expect(errors.map(({ message }) => message)).toEqual(
      dry.blocking.map(({ sentence }) => sentence.text),
    );
    expect((await client.procurements.get({ id })).facts.stage).toBe("drafting");
    for (const { key } of dry.blocking)
      await client.procurements.waive({ id, findingKey: key, reason: "The frame says it." });
    const done = await client.procurements.publish({
      id,
      version: 1,
      publishedOn: "2026-11-20",
      deadlineOn: "2026-12-30",
      noticeId: "0001-2026",
    });
    expect(done).toMatchObject({ done: true, gate: "open", version: 2 });
    const { facts, alignment, noticeId, can } = await client.procurements.get({ id });
    expect(facts).toMatchObject({ stage: "published", publishedOn: "2026-11-20" });
    expect(noticeId).toBe("0001-2026");
    expect(can).toMatchObject({ change: false, publish: false, award: true });
    expect(alignment.waived).toBeGreaterThan(0);
  });

  it("is not passed by tomorrow, nor twice, nor from an old version", async () => {
    const id = await makeTender(client);
    const publish = (version: number, publishedOn: string) =>
      client.procurements.publish({ id, version, publishedOn });
    await refuses("date_in_future", publish(1, "2026-11-21"));
    await refuses("conflict", publish(3, "2026-11-20"));
    await publish(1, "2026-11-20");
    await refuses("stage_does_not_allow", publish(2, "2026-11-20"));
  });

  it("leaves what the market has as it is, until it goes back with a reason", async () => {
    const { id, version, criterion } = await makePublished();
    const at = { id, version };
    await refuses(
      "stage_does_not_allow",
      client.procurements.addInstances({ ...at, instances: [clauseOf({}, null)] }),
    );
    await refuses(
      "stage_does_not_allow",
      client.procurements.reviseInstance({ ...at, instanceId: criterion, values: {} }),
    );
    await refuses(
      "stage_does_not_allow",
      client.procurements.removeInstance({ ...at, instanceId: criterion }),
    );
    await refuses("stage_does_not_allow", client.procurements.revise({ ...at, cpv: ["48820000"] }));
    await refuses("stage_does_not_allow", client.procurements.takeFromPolicy(at));
    const person = await client.procurements.reviseInstance({
      ...at,
      instanceId: criterion,
      followUp: followedUp(city.people.contributor),
    });
    const moved = await client.procurements.revise({
      id,
      version: person.version,
      deadlineOn: "2026-11-30",
    });
    await refuses(
      "input_invalid",
      client.procurements.moveOn({ id, version: moved.version, stage: "drafting", reason: null }),
    );
    const back = await client.procurements.moveOn({
      id,
      version: moved.version,
      stage: "drafting",
      reason: "The weight was missing.",
    });
    await client.procurements.reviseInstance({
      id,
      version: back.version,
      instanceId: criterion,
      values: { due_days: 20, due_from: "award" },
    });
    const { items } = await client.procurements.listActs({ id });
    expect(items.find(({ kind }) => kind === "move-procurement")?.reason).toBe(
      "The weight was missing.",
    );
  });
});

describe("a waiver", () => {
  it("has a reason and a name, holds while the mismatch is the same, and falls off when it changes", async () => {
    const id = await makeTender(client, { instances: [criterionOf({ due_days: 28 })] });
    const { alignment } = await client.procurements.get({ id });
    const finding = alignment.findings.find(({ code }) => code === "criterion_without_clause");
    const key = finding?.key ?? "";
    const waiver = await client.procurements.waive({ id, findingKey: key, reason: "Agreed." });
    expect(waiver).toMatchObject({ by: "owner of Gate City", reason: "Agreed.", on: "2026-11-20" });
    await refuses(
      "already_exists",
      client.procurements.waive({ id, findingKey: key, reason: "B" }),
    );
    await refuses("not_found", client.procurements.waive({ id, findingKey: "x", reason: "B" }));
    const waived = (await client.procurements.get({ id })).alignment;
    expect(waived.open.blocking).toBe(alignment.open.blocking - 1);
    expect(waived.findings.at(-1)).toMatchObject({ key, waiver: { id: waiver.id } });
    const [instance] = (await client.procurements.get({ id })).facts.instances;
    await client.procurements.reviseInstance({
      id,
      version: 1,
      instanceId: instance?.id ?? "",
      values: { due_days: 10 },
    });
    const changed = (await client.procurements.get({ id })).alignment;
    expect(changed.fallenOff.map((one) => one.id)).toEqual([waiver.id]);
    expect(changed.open.blocking).toBe(alignment.open.blocking);
    await client.procurements.withdrawWaiver({ id, waiverId: waiver.id });
    await refuses("not_found", client.procurements.withdrawWaiver({ id, waiverId: waiver.id }));
  });
});

describe("promises", () => {
  it("are recorded once there are bids, and one that did not reach the contract is a mismatch", async () => {
    const draft = await makeTender(client);
    const promise = {
      bidder: "Cedar IT",
      winning: true,
      criterionId: null,
      requirement: "disclose_sites",
      text: "We name the sites within ten days.",
      values: { due_days: 10 },
    };
    await refuses(
      "stage_does_not_allow",
      client.procurements.setPromises({ id: draft, version: 1, promises: [promise] }),
    );
    const { id, version, criterion } = await makePublished();
    await refuses(
      "input_invalid",
      client.procurements.setPromises({
        id,
        version,
        promises: [{ ...promise, criterionId: "6f1c2b1e-0a0b-4c5d-8e9f-000000000000" }],
      }),
    );
    const set = await client.procurements.setPromises({
      id,
      version,
      promises: [{ ...promise, criterionId: criterion }],
    });
    const { facts, alignment } = await client.procurements.get({ id });
    const [kept] = facts.promises;
    expect(alignment.findings.map(({ code }) => code)).toContain("promise_carried_weaker");
    await client.procurements.setPromises({
      id,
      version: set.version,
      promises: [{ ...promise, id: kept?.id ?? null, text: "Within ten days of award." }],
    });
    expect((await client.procurements.get({ id })).facts.promises).toMatchObject([
      { id: kept?.id, text: "Within ten days of award." },
    ]);
    await refuses(
      "reference_unknown",
      client.procurements.setPromises({
        id,
        version: set.version + 1,
        promises: [{ ...promise, id: "6f1c2b1e-0a0b-4c5d-8e9f-000000000000" }],
      }),
    );
  });
});

describe("an award", () => {
  const contract = {
    kind: "stand_alone" as const,
    title: "Laptops 2026",
    supplier: party("Cedar IT"),
    bidder: "Cedar IT",
  };
  async function makeEvaluated(): Promise<{ id: string; version: number }> {
    const { id, version, criterion } = await makePublished({
      lots: [
        { id: "1", title: "Notebooks", cpv: ["30213100"] },
        { id: "2", title: "Servers", cpv: ["48820000"] },
      ],
      instances: [
        criterionOf(values),
        clauseOf(values, followUp()),
        { ...clauseOf({}, followUp()), requirement: null, version: null, place: "15", lots: ["2"] },
      ],
    });
    const promised = await client.procurements.setPromises({
      id,
      version,
      promises: [
        {
          bidder: "Cedar IT",
          winning: true,
          criterionId: criterion,
          requirement: "disclose_sites",
          text: "Within ten days.",
          values: { due_days: 10, due_from: "award" },
        },
        {
          bidder: "Cedar IT",
          winning: true,
          criterionId: null,
          requirement: "respond_query",
          text: "A named contact.",
          values: { named_contact: true },
        },
        {
          bidder: "Birch IT",
          winning: false,
          criterionId: criterion,
          requirement: "disclose_sites",
          text: "Within one day.",
          values: { due_days: 1 },
        },
      ],
    });
    const moved = await client.procurements.moveOn({
      id,
      version: promised.version,
      stage: "evaluating",
      reason: null,
    });
    return { id, version: moved.version };
  }

  it("makes contracts with the clauses of their lots and what the winner promised", async () => {
    const { id, version } = await makeEvaluated();
    const award = {
      id,
      version,
      awardedOn: "2026-11-19",
      contracts: [
        { ...contract, reference: "A-1", lots: ["1"] },
        { ...contract, reference: "A-2", lots: ["2"], title: "Servers 2026" },
      ],
    };
    const dry = await client.procurements.award(award);
    expect(dry).toMatchObject({ done: false, contracts: [{ id: null }, { id: null }] });
    expect(dry.contracts[0]?.promises.map(({ how }) => how)).toEqual(["raised", "added"]);
    expect((await client.contracts.list({ search: "A-1" })).total).toBe(0);
    const done = await client.procurements.award({ ...award, dryRun: false });
    expect(done.contracts.map(({ conditions }) => conditions.length)).toEqual([2, 3]);
    const made = await client.contracts.get({ id: done.contracts[0]?.id ?? "" });
    expect(made).toMatchObject({
      title: "Laptops 2026",
      supplier: { name: "Cedar IT" },
      awardedOn: "2026-11-19",
      cpv: ["30213100"],
      procurement: { id },
      conditions: [
        {
          clause: "14.2",
          requirement: "disclose_sites",
          version: 2,
          dueDays: 10,
          dueFrom: "award",
          tiers: ["final_assembly"],
          followUp: { ways: ["dialogue", "evidence"], personId: city.people.manager },
        },
        { requirement: "respond_query", values: { named_contact: true } },
      ],
    });
    const detail = await client.procurements.get({ id });
    expect(detail.facts).toMatchObject({ stage: "awarded", awardedOn: "2026-11-19" });
    expect(detail.contracts.map(({ reference, lots }) => [reference, lots])).toEqual([
      ["A-1", ["1"]],
      ["A-2", ["2"]],
    ]);
    expect(detail.can).toMatchObject({ award: false, remove: false, undo: false });
    await refuses("still_in_use", client.procurements.remove({ id, version: done.version }));
    await refuses(
      "stage_does_not_allow",
      client.procurements.award({ ...award, version: done.version }),
    );
  });

  it("is refused whole when anything in it does not hold", async () => {
    const { id, version } = await makeEvaluated();
    const one = (given: object, awardedOn = "2026-11-19") =>
      client.procurements.award({
        id,
        version,
        awardedOn,
        contracts: [
          { ...contract, reference: "B-1" },
          { ...contract, reference: "B-2", ...given },
        ],
        dryRun: false,
      });
    await refuses("input_invalid", one({ lots: ["9"] }));
    await refuses("input_invalid", one({ reference: "B-1" }));
    await refuses("input_invalid", one({ bidder: "Nobody" }));
    await refuses("input_invalid", one({}, "2027-01-01"));
    await refuses("input_invalid", one({ kind: "call_off" }));
    await client.contracts.create({ kind: "stand_alone", reference: "B-TAKEN", title: "B" });
    await refuses("already_exists", one({ reference: "B-TAKEN" }));
    expect((await client.contracts.list({ search: "B-1" })).total).toBe(0);
    const draft = await makeTender(client);
    await refuses(
      "stage_does_not_allow",
      client.procurements.award({
        id: draft,
        version: 1,
        awardedOn: "2026-11-19",
        contracts: [{ ...contract, reference: "B-3" }],
      }),
    );
  });

  it("keeps a promise that cannot be put in order in words beside the clause", async () => {
    const { id, version, criterion } = await makePublished();
    const promised = await client.procurements.setPromises({
      id,
      version,
      promises: [
        {
          bidder: "Cedar IT",
          winning: true,
          criterionId: criterion,
          requirement: "disclose_sites",
          text: "Ten days from each request.",
          values: { due_days: 10, due_from: "request" },
        },
      ],
    });
    const { contracts } = await client.procurements.award({
      id,
      version: promised.version,
      awardedOn: "2026-11-19",
      contracts: [{ ...contract, reference: "C-1" }],
    });
    expect(contracts[0]?.promises[0]).toMatchObject({ how: "by_hand", clause: "14.2" });
    expect(contracts[0]?.conditions[0]).toMatchObject({ dueFrom: "award" });
    expect(contracts[0]?.conditions[0]?.summary).toContain("Ten days from each request.");
  });
});
