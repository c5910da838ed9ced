import type { ApiClient } from "@throughline/contract";
import { compareRecords } from "@throughline/interchange";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { workOf } from "../../test/plant-contract.ts";
import {
  assembler,
  ownLink,
  ownSite,
  plantRecord,
  type PlantedRecord,
} from "../../test/plant-record.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import {
  readRecordContent,
  takeContentIntoRecord,
  takeRowsIntoRecord,
  type RecordRow,
} from "./index.ts";
import { addYear, decideRefresh, rowKeyOf, yearBefore } from "./record.policy.ts";

let now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
let org: PlantedOrganisation;
let own: ApiClient;
let planted: PlantedRecord;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
beforeEach(async () => {
  now = new Date("2026-11-20T09:00:00Z");
  org = await plantOrganisation(db.database, "Cedar IT", ["reseller"]);
  own = server.as(org.people.owner, org.organisationId);
  planted = await plantRecord(own);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

function inRecord<T>(run: (work: Work) => Promise<T>): Promise<T> {
  return db.database.withActor(org.actor(), (tx) => run(workOf(tx, org.actor(), now)));
}

describe("sites", () => {
  it("are added once, listed by page, found by what is typed", async () => {
    const again = await own.record.addSites({
      sites: [
        ownSite(`  ${assembler.name.toUpperCase()} `, assembler),
        ownSite("Cherry Works Ltd"),
      ],
    });
    expect(again.ids[0]).toBe(planted.assembly);
    const all = await own.record.listSites({});
    expect(all.total).toBe(3);
    const first = await own.record.listSites({ limit: 2 });
    const rest = await own.record.listSites({ limit: 2, after: first.next ?? "" });
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(
      all.items.map(({ id }) => id),
    );
    const found = await own.record.listSites({ search: "kunshan" });
    expect(found.items.map(({ id, products }) => [id, products])).toEqual([[planted.assembly, 1]]);
    await refuses("input_invalid", own.record.listSites({ after: "no cursor" }));
  });

  it("are changed by whoever saw them last", async () => {
    const { version } = await own.record.reviseSite({
      siteId: planted.assembly,
      version: 1,
      workers: 12,
    });
    expect(version).toBe(2);
    await refuses(
      "conflict",
      own.record.reviseSite({ siteId: planted.assembly, version: 1, workers: 13 }),
    );
    const { items } = await own.record.listSites({ search: "Alder" });
    expect(items[0]).toMatchObject({
      workers: 12,
      name: assembler.name,
      address: assembler.address,
    });
  });

  it("are taken out with their links and put back with them", async () => {
    await own.record.removeSite({ siteId: planted.assembly });
    await own.record.removeSite({ siteId: planted.assembly });
    expect((await own.record.listSites({})).total).toBe(1);
    expect((await own.record.getGrid({})).links).toHaveLength(1);
    await refuses(
      "not_found",
      own.record.reviseSite({ siteId: planted.assembly, version: 2, workers: 1 }),
    );
    await refuses(
      "reference_unknown",
      own.record.setLinks({ set: [ownLink(planted.productId, planted.assembly)] }),
    );
    await own.record.restoreSite({ siteId: planted.assembly });
    expect((await own.record.getGrid({})).links).toHaveLength(2);
  });

  it("are confirmed in one act, a year later again", async () => {
    expect((await own.record.get()).refresh).toMatchObject({ due: false, dueOn: "2027-11-20" });
    now = new Date("2027-11-21T09:00:00Z");
    const before = await own.record.get();
    expect(before).toMatchObject({ unconfirmed: 2, oldestConfirmedOn: "2026-11-20" });
    expect(before.refresh.sentence.text).toBe(
      "The yearly refresh has been due since 20 November 2027: two sites wait to be confirmed.",
    );
    expect((await own.record.listSites({ unconfirmed: "true" })).total).toBe(2);
    await own.record.confirm({ siteIds: [planted.assembly] });
    expect((await own.record.get()).unconfirmed).toBe(1);
    expect(await own.record.confirm({ all: true })).toEqual({ confirmed: 2 });
    expect((await own.record.get()).refresh.due).toBe(false);
    await refuses("reference_unknown", own.record.confirm({ siteIds: [planted.productId] }));
  });
});

describe("products, links and answers", () => {
  it("keep one product for one brand and family", async () => {
    await refuses(
      "already_exists",
      own.record.saveProduct({ brand: "ASTER", family: "book 3", partNumbers: [] }),
    );
    const saved = await own.record.saveProduct({
      id: planted.productId,
      version: 1,
      brand: "Aster",
      family: "Book 3",
      partNumbers: ["AB3-1", "AB3-2", "AB3-2"],
    });
    expect(saved.version).toBe(2);
    await refuses(
      "conflict",
      own.record.saveProduct({
        ...saved,
        version: 1,
        brand: "Aster",
        family: "Book 4",
        partNumbers: [],
      }),
    );
    const { items } = await own.record.listProducts({ search: "book" });
    expect(items).toMatchObject([{ partNumbers: ["AB3-1", "AB3-2"], sites: 2 }]);
    await own.record.removeProduct({ productId: planted.productId });
    await refuses("not_found", own.record.removeProduct({ productId: planted.productId }));
    expect((await own.record.get()).links).toBe(0);
  });

  it("tick and untick, the same again and again", async () => {
    const tick = ownLink(planted.productId, planted.assembly, {
      tier: "sub_assembly",
      from: "2026-01-01",
    });
    expect(await own.record.setLinks({ set: [tick, tick] })).toEqual({ links: 3 });
    expect(await own.record.setLinks({ set: [{ ...tick, kind: "one_of_several" }] })).toEqual({
      links: 3,
    });
    const { productId, siteId, tier, component } = tick;
    const remove = [{ productId, siteId, tier, component }];
    expect(await own.record.setLinks({ remove })).toEqual({ links: 2 });
    expect(await own.record.setLinks({ remove })).toEqual({ links: 2 });
    await refuses("input_invalid", own.record.setLinks({ set: [{ ...tick, to: "2025-01-01" }] }));
  });

  it("record what is no site, and take it back", async () => {
    const answer = {
      productId: planted.productId,
      answer: "cannot_because" as const,
      saidBy: null,
      reason: "Our supplier is bound by a contract.",
      document: null,
      answeredOn: "2026-11-01",
      selfReported: true,
    };
    await refuses("date_in_future", own.record.addAnswer({ ...answer, answeredOn: "2026-11-21" }));
    await refuses(
      "reference_unknown",
      own.record.addAnswer({ ...answer, productId: planted.assembly }),
    );
    const { id } = await own.record.addAnswer(answer);
    expect((await own.record.listAnswers()).items).toEqual([{ ...answer, id }]);
    await own.record.removeAnswer({ answerId: id });
    await refuses("not_found", own.record.removeAnswer({ answerId: id }));
    expect((await own.record.get()).answers).toBe(0);
  });
});

const row = (name: string, given: Partial<RecordRow> = {}): RecordRow => ({
  name,
  address: null,
  country: null,
  latitude: null,
  longitude: null,
  osId: null,
  workers: null,
  flags: [],
  product: null,
  partNumber: null,
  component: null,
  tier: null,
  kind: "confirmed",
  validFrom: null,
  validTo: null,
  ...given,
});

describe("taking a list", () => {
  it("adds what is new, fills what is missing, and changes nothing when sent again", async () => {
    const rows = [
      row(assembler.name, {
        ...assembler,
        workers: 40,
        product: "Aster Book 3",
        partNumber: "AB3-9",
      }),
      row("Dogwood Works Ltd", { product: "Book 7; Book 8", component: "battery pack" }),
      row("Dogwood Works Ltd", { product: "Book 3", flags: ["warehouse"] }),
    ];
    const first = await inRecord((work) => takeRowsIntoRecord(work, rows));
    expect(first).toEqual({
      sitesAdded: 1,
      sitesChanged: 1,
      sitesUnchanged: 0,
      productsAdded: 2,
      links: 4,
    });
    const before = await inRecord((work) => readRecordContent(work));
    const second = await inRecord((work) => takeRowsIntoRecord(work, rows));
    expect(second).toMatchObject({
      sitesAdded: 0,
      sitesChanged: 0,
      sitesUnchanged: 2,
      productsAdded: 0,
    });
    const after = await inRecord((work) => readRecordContent(work));
    expect(compareRecords(before.content, after.content)).toEqual([]);
    expect(
      after.content.products.map(({ brand, family, partNumbers }) => [brand, family, partNumbers]),
    ).toEqual([
      ["Aster", "Book 3", ["AB3-1", "AB3-9"]],
      ["Aster", "Book 7", []],
      ["Aster", "Book 8", []],
    ]);
  });

  it("makes the record what a workbook says, and back again", async () => {
    const { content } = await inRecord((work) => readRecordContent(work));
    const changed = {
      ...content,
      sites: [
        ...content.sites
          .filter(({ key }) => key !== planted.display)
          .map((site) => ({ ...site, name: `${site.name} renamed` })),
        {
          ...(content.sites[0] ?? never()),
          key: "new-1",
          name: "Elm Works Ltd",
          address: "2 New Road",
        },
      ],
      links: content.links.map((link) =>
        link.siteKey === planted.display ? { ...link, siteKey: "new-1" } : link,
      ),
      answers: [
        {
          key: "new-2",
          productKey: planted.productId,
          answer: "shown_false" as const,
          saidBy: null,
          reason: "The site was named in error.",
          document: null,
          answeredOn: "2026-11-01",
          selfReported: true,
        },
      ],
    };
    const taken = await inRecord((work) => takeContentIntoRecord(work, changed));
    expect(taken).toEqual({ added: 3, changed: 1, removed: 2 });
    const { content: after } = await inRecord((work) => readRecordContent(work));
    expect(after.sites.map(({ name }) => name).toSorted((a, b) => (a < b ? -1 : 1))).toEqual([
      `${assembler.name} renamed`,
      "Elm Works Ltd",
    ]);
    expect(after.answers).toMatchObject([
      { reason: "The site was named in error.", selfReported: true },
    ]);
    expect(await inRecord((work) => takeContentIntoRecord(work, after))).toEqual({
      added: 0,
      changed: 0,
      removed: 0,
    });
  });
});

function never(): never {
  throw new Error("There is no site.");
}

describe("the record's decisions", () => {
  it("find a row again however it is spaced and cased, and keep keys short", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 400 }),
        fc.string({ maxLength: 1000 }),
        (name, address) => {
          const key = rowKeyOf({ name, address, country: "CN" });
          expect(
            rowKeyOf({
              name: ` ${name}  `,
              address: address.replaceAll(" ", "   "),
              country: "CN",
            }),
          ).toBe(key);
          expect([...key].length).toBeLessThanOrEqual(400);
        },
      ),
    );
    expect(rowKeyOf({ name: "A", address: "B", country: null })).not.toBe(
      rowKeyOf({ name: "A", address: null, country: null }),
    );
  });

  it("make a refresh due exactly a year after the oldest confirmation", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2020-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const due = addYear(day);
          const decide = (today: string) =>
            decideRefresh({ sites: 1, unconfirmed: 1, oldestConfirmedOn: day }, today).due;
          expect(decide(due)).toBe(true);
          const before = new Date(Date.parse(`${due}T00:00:00Z`) - 86_400_000)
            .toISOString()
            .slice(0, 10);
          expect(decide(before)).toBe(false);
          expect(yearBefore(due) <= day).toBe(true);
        },
      ),
    );
    expect(addYear("2028-02-29")).toBe("2029-02-28");
    expect(
      decideRefresh({ sites: 0, unconfirmed: 0, oldestConfirmedOn: null }, "2026-11-20").due,
    ).toBe(false);
    expect(
      decideRefresh({ sites: 2, unconfirmed: 1, oldestConfirmedOn: null }, "2026-11-20").due,
    ).toBe(true);
  });
});
