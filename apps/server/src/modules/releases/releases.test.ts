import { createHash } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import { ReleaseSnapshot } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { contractInput, product } from "../../test/contract-input.ts";
import {
  assembler,
  displayMaker,
  ownLink,
  ownSite,
  plantRecord,
  type PlantedRecord,
} from "../../test/plant-record.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { writeCanonicalJson } from "./write-canonical-json.ts";

let now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
let supplier: PlantedOrganisation;
let buyer: PlantedOrganisation;
let own: ApiClient;
let theirs: ApiClient;
let record: PlantedRecord;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
beforeEach(async () => {
  now = new Date("2026-11-20T09:00:00Z");
  supplier = await plantOrganisation(db.database, "Cedar IT", ["reseller"]);
  buyer = await plantOrganisation(db.database, "Northbridge University");
  own = server.as(supplier.people.owner, supplier.organisationId);
  theirs = server.as(buyer.people.owner, buyer.organisationId);
  record = await plantRecord(own);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const forBuyer = { deliveryId: null, recipientName: "Northbridge University", asOf: "2026-11-19" };

async function give(client = own, to = forBuyer): Promise<{ releaseId: string; code: string }> {
  return client.releases.release(to);
}

async function takeByCode(code: string): Promise<string> {
  return (await theirs.releases.open({ code })).releaseId;
}

async function laptops(): Promise<{ contractId: string; productId: string }> {
  const { id } = await theirs.contracts.create(
    contractInput({
      title: "Laptops",
      products: [product("Aster Inc.", "BOOK 3"), product("Birch", "B1")],
    }),
  );
  const { products } = await theirs.contracts.get({ id });
  return { contractId: id, productId: products.find(({ brand }) => brand === "Birch")?.id ?? "" };
}

describe("releasing", () => {
  it("gives what the preview showed, under a code, with the digest of what was given", async () => {
    const preview = await own.releases.preview(forBuyer);
    expect(preview.previousId).toBeNull();
    expect(preview.notes.map(({ text }) => text)).toEqual([
      "One site goes without name and address. The recipient counts it and cannot screen it.",
    ]);
    const { releaseId, code } = await give();
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/u);
    const given = await own.releases.get({ releaseId });
    expect(given.snapshot).toEqual(preview.snapshot);
    expect(given).toMatchObject({
      own: true,
      code,
      number: 1,
      state: "valid",
      expiresOn: "2027-11-20",
      sites: 2,
      masked: 1,
      can: { withdraw: true, take: false },
    });
    expect(given.stateSentence.text).toBe(
      "This is the latest release; it is valid until 20 November 2027.",
    );
    const file = await server.call({
      method: "GET",
      url: `/api/releases/${releaseId}/file?format=json`,
      headers: await server.headersOf(supplier.people.owner, supplier.organisationId),
    });
    expect(createHash("sha256").update(file.rawPayload).digest("hex")).toBe(given.digest);
    expect(ReleaseSnapshot.parse(file.json())).toEqual(given.snapshot);
  });

  it("keeps code, names and reasons out of the audit in clear", async () => {
    const { releaseId, code } = await give();
    await own.releases.withdraw({ releaseId, reason: "Ask Mara Lindqvist." });
    const entries = await db.asOwner<{ text: string }>(
      "select coalesce(before::text, '') || coalesce(after::text, '') as text from audit_entries where organisation_id = $1",
      [supplier.organisationId],
    );
    const all = entries.map(({ text }) => text).join("\n");
    expect(all).not.toContain(code.replace("-", ""));
    expect(all).not.toContain("Lindqvist");
    expect(entries.length).toBeGreaterThanOrEqual(5);
  });

  it("counts up for one recipient and says which one is the latest", async () => {
    const first = await give();
    await own.record.reviseSite({ siteId: record.assembly, version: 1, workers: 900 });
    const preview = await own.releases.preview(forBuyer);
    expect(preview.previousId).toBe(first.releaseId);
    expect(preview.changes).toMatchObject([
      { subject: "site", change: "changed", field: "workers", before: null, after: "900" },
    ]);
    const second = await give();
    const other = await give(own, { ...forBuyer, recipientName: "City of Larkhaven" });
    const { items } = await own.releases.list({});
    const by = new Map(items.map((one) => [one.id, [one.number, one.state]]));
    expect(by.get(first.releaseId)).toEqual([1, "superseded"]);
    expect(by.get(second.releaseId)).toEqual([2, "valid"]);
    expect(by.get(other.releaseId)).toEqual([1, "valid"]);
    expect((await own.releases.list({ state: "superseded" })).items).toHaveLength(1);
    const page = await own.releases.list({ limit: 2 });
    const rest = await own.releases.list({ limit: 2, after: page.next ?? "" });
    expect([...page.items, ...rest.items].map(({ id }) => id).toSorted()).toEqual(
      items.map(({ id }) => id).toSorted(),
    );
  });

  it("lists for every holder what changed since", async () => {
    const { releaseId } = await give();
    expect((await own.record.get()).holders).toMatchObject([{ releaseId, changes: 0 }]);
    await own.record.reviseSite({
      siteId: record.display,
      version: 1,
      address: "Moved far away 9",
    });
    // The recipient is not told where it was: nothing that it may see has changed.
    expect((await own.record.changesSince({ releaseId })).changes).toEqual([]);
    await own.record.removeSite({ siteId: record.assembly });
    const { changes } = await own.record.changesSince({ releaseId });
    expect(changes.map(({ subject, change, label }) => [subject, change, label])).toEqual(
      expect.arrayContaining([["site", "removed", assembler.name]]),
    );
    expect((await own.record.get()).holders[0]?.changes).toBe(changes.length);
  });

  it("refuses what would name a masked site", async () => {
    await own.record.addAnswer({
      productId: record.productId,
      answer: "cannot_because",
      saidBy: null,
      reason: "Brightfield Panels (Bac Ninh) does not want to be named.",
      document: null,
      answeredOn: "2026-11-01",
      selfReported: false,
    });
    const { notes } = await own.releases.preview(forBuyer);
    expect(notes[0]?.text).toContain("is masked, but an answer");
    await refuses("release_names_masked", give());
    expect((await own.releases.list({})).items).toEqual([]);
  });

  it("warns that masking does not take back what was named, and that a masked assembler is not traced", async () => {
    await give();
    const { notes } = await own.releases.preview({ ...forBuyer, maskSiteIds: [record.assembly] });
    const said = notes.map(({ text }) => text).join("\n");
    expect(said).toContain("stood with name and address in the release before");
    expect(said).toContain("The final assembly of Book 3 is masked");
  });

  it("refuses what cannot be released", async () => {
    await refuses("date_in_future", give(own, { ...forBuyer, asOf: "2026-11-21" }));
    await refuses("input_invalid", own.releases.release({ ...forBuyer, expiresOn: "2026-11-19" }));
    await refuses("input_invalid", own.releases.release({ deliveryId: null, asOf: "2026-11-19" }));
    const empty = await plantOrganisation(db.database, "Empty");
    const nothing = server.as(empty.people.owner, empty.organisationId);
    await refuses("input_invalid", give(nothing));
    expect((await nothing.releases.preview(forBuyer)).notes[0]?.text).toContain(
      "nothing to release",
    );
  });

  it("releases the products that were chosen, and their sites alone", async () => {
    const other = await own.record.saveProduct({ brand: "Aster", family: "Dock", partNumbers: [] });
    const { ids } = await own.record.addSites({ sites: [ownSite("Dock Works Ltd")] });
    await own.record.setLinks({ set: [ownLink(other.id, ids[0] ?? "")] });
    const { snapshot, notes } = await own.releases.preview({ ...forBuyer, productIds: [other.id] });
    expect(snapshot.content.sites.map(({ name }) => name)).toEqual(["Dock Works Ltd"]);
    expect(notes.map(({ text }) => text).join()).toContain("not linked to what is released");
  });
});

describe("a share code", () => {
  it("stops on withdrawal and on expiry; only who held it is told why", async () => {
    const { releaseId, code } = await give();
    const late = await plantOrganisation(db.database, "Late");
    const later = server.as(late.people.owner, late.organisationId);
    await takeByCode(code);
    await own.releases.withdraw({ releaseId, reason: "The list named the wrong plant." });
    const withdrawn = await refuses("release_withdrawn", theirs.releases.open({ code }));
    expect(withdrawn.detail).toContain("The list named the wrong plant.");
    await refuses("release_code_unknown", later.releases.open({ code }));
    await refuses("release_code_unknown", later.releases.open({ code: "2222-2222" }));
    await refuses("release_code_unknown", later.releases.open({ code: "OOOO-1111" }));
    expect((await theirs.releases.get({ releaseId })).snapshot).toBeNull();

    const short = await own.releases.release({ ...forBuyer, expiresOn: "2026-11-21" });
    await theirs.releases.open({ code: short.code });
    now = new Date("2026-11-22T09:00:00Z");
    await refuses("release_expired", theirs.releases.open({ code: short.code }));
    await refuses("release_code_unknown", later.releases.open({ code: short.code }));
    await refuses(
      "release_expired",
      theirs.releases.compare({ releaseId: short.releaseId, with: short.releaseId }),
    );
    expect((await own.releases.get({ releaseId: short.releaseId })).snapshot).not.toBeNull();
  });

  it("is not to be tried out: after twenty wrong ones nobody is listened to, not even with a right one", async () => {
    const { code } = await give();
    const guesser = await plantOrganisation(db.database, "Guesser");
    const client = server.as(guesser.people.owner, guesser.organisationId);
    for (let tried = 0; tried < 20; tried += 1)
      await refuses("release_code_unknown", client.releases.open({ code: "2222-3333" }));
    await refuses("rate_limited", client.releases.open({ code }));
    // A right code gives its try back.
    for (let opened = 0; opened < 25; opened += 1) await theirs.releases.open({ code });
  });
});

describe("taking a release for a contract", () => {
  it("links its products by brand and family, says what was left out, and is done once", async () => {
    const other = await own.record.saveProduct({ brand: "Aster", family: "Dock", partNumbers: [] });
    const { ids } = await own.record.addSites({ sites: [ownSite("Dock Works Ltd")] });
    await own.record.setLinks({ set: [ownLink(other.id, ids[0] ?? "")] });
    const { code } = await give();
    const releaseId = await takeByCode(code);
    const { contractId } = await laptops();
    const taken = await theirs.releases.take({ releaseId, contractId });
    expect(taken).toMatchObject({ links: 2, answers: 0 });
    const disclosure = await theirs.disclosures.get({ disclosureId: taken.disclosureId });
    expect(disclosure.notes).toEqual([
      "Aster Dock is not among the products of this contract: not linked.",
      "One site makes other products and was not taken.",
      "One site comes without name and address; the identity is kept by the maker of the display. Counted, not screened.",
    ]);
    expect(disclosure.rows.map(({ name }) => name)).toEqual([
      assembler.name,
      "Masked site 1 (identity kept by the maker of the display)",
    ]);
    await refuses("already_exists", theirs.releases.take({ releaseId, contractId }));
    const { line } = await theirs.contracts.line({ id: contractId });
    expect(line.products.find(({ brand }) => brand === "Aster Inc.")?.status).toBe("traced");
    const found = await theirs.releases.get({ releaseId });
    expect(found.takenAs).toMatchObject([{ contractId, contractTitle: "Laptops" }]);
  });

  it("takes the products as a person says, and one of several as one of so many", async () => {
    const { ids } = await own.record.addSites({
      sites: [ownSite("Elder Works Ltd"), ownSite("Fir Works Ltd"), ownSite("Gum Works Ltd")],
    });
    await own.record.setLinks({
      set: ids.map((id) =>
        ownLink(record.productId, id, {
          tier: "component",
          component: "battery pack",
          kind: "one_of_several",
        }),
      ),
    });
    const { code } = await give();
    const releaseId = await takeByCode(code);
    const { contractId, productId } = await laptops();
    await refuses(
      "reference_unknown",
      theirs.releases.take({ releaseId, contractId, products: [{ key: "nothing", productId }] }),
    );
    const taken = await theirs.releases.take({
      releaseId,
      contractId,
      products: [{ key: record.productId, productId }],
    });
    expect(taken.links).toBe(5);
    const { line } = await theirs.contracts.line({ id: contractId });
    expect(line.products.find(({ brand }) => brand === "Birch")?.status).toBe("traced");
    expect(line.products.find(({ brand }) => brand === "Aster Inc.")?.status).toBe("missing");
    expect(line.sites.find(({ name }) => name === "Elder Works Ltd")?.standing.text).toBe(
      "one of three possible sites",
    );
  });

  it("is withdrawn in every contract it was taken for when the supplier withdraws it", async () => {
    const { releaseId: id, code } = await give();
    const releaseId = await takeByCode(code);
    const { contractId } = await laptops();
    await theirs.releases.take({ releaseId, contractId });
    await own.releases.withdraw({ releaseId: id, reason: "Wrong plant." });
    const done = await server.runJobs();
    expect(new Set(done.map(({ job, outcome }) => `${job} ${outcome}`))).toEqual(
      new Set(["drop-withdrawn-release done"]),
    );
    expect((await theirs.disclosures.list({ id: contractId })).items[0]?.withdrawnOn).toBe(
      "2026-11-20",
    );
  });
});

describe("comparing", () => {
  it("puts two suppliers side by side where they speak of the same product", async () => {
    const other = await plantOrganisation(db.database, "Birch IT", ["reseller"]);
    const birch = server.as(other.people.owner, other.organisationId);
    const same = await birch.record.saveProduct({
      brand: "ASTER",
      family: "book 3",
      partNumbers: [],
    });
    const { ids } = await birch.record.addSites({
      sites: [
        ownSite("ALDER ELECTRONICS (KUNSHAN) CO LTD", {
          address: assembler.address,
          country: "CN",
        }),
        ownSite("Hazel Works Ltd"),
      ],
    });
    await birch.record.setLinks({ set: ids.map((id) => ownLink(same.id, id)) });
    const left = await takeByCode((await give()).code);
    const right = await takeByCode((await give(birch)).code);
    const { kind, products } = await theirs.releases.compare({ releaseId: left, with: right });
    expect(kind).toBe("side_by_side");
    expect(products).toHaveLength(1);
    expect(products[0]?.both).toEqual([expect.stringContaining("Alder Electronics")]);
    expect(products[0]?.leftOnly).toEqual([expect.stringContaining("Masked site 1")]);
    expect(products[0]?.rightOnly).toEqual([expect.stringContaining("Hazel Works")]);
    await refuses("not_found", birch.releases.compare({ releaseId: right, with: left }));
  });
});

describe("taking over, to pass on", () => {
  it("keeps what came masked masked, masks the rest where wanted, and changes nothing when done again", async () => {
    const { code } = await give();
    const releaseId = await takeByCode(code);
    const first = await theirs.record.takeOver({ releaseId, maskAs: "our supplier" });
    expect(first).toEqual({ sites: 2, products: 1, links: 2, answers: 0 });
    const { items } = await theirs.record.listSites({});
    expect(items.map(({ name, maskedAs, from }) => [name, maskedAs, from?.supplier])).toEqual([
      [assembler.name, "our supplier", "Cedar IT"],
      [
        "Masked site 1 (identity kept by the maker of the display)",
        "the maker of the display",
        "Cedar IT",
      ],
    ]);
    await theirs.record.takeOver({ releaseId, maskAs: "our supplier" });
    expect((await theirs.record.listSites({})).total).toBe(2);
    const masked = items[1];
    await refuses(
      "input_invalid",
      theirs.record.reviseSite({ siteId: masked?.id ?? "", version: 2, maskedAs: null }),
    );
    const { snapshot } = await theirs.releases.preview({
      ...forBuyer,
      recipientName: "City of Larkhaven",
    });
    expect(snapshot.content.sites.map(({ masked: kept }) => kept)).toEqual(
      expect.arrayContaining([
        { keptBy: "our supplier", legalName: true, fullAddress: true, precision: "street" },
        {
          keptBy: "the maker of the display",
          legalName: true,
          fullAddress: true,
          precision: "street",
        },
      ]),
    );
    const text = writeCanonicalJson(snapshot);
    for (const secret of [
      assembler.name,
      assembler.address,
      displayMaker.name,
      record.display,
      record.assembly,
    ])
      expect(text).not.toContain(secret);
    await refuses("not_found", own.record.takeOver({ releaseId, maskAs: null }));
  });
});
