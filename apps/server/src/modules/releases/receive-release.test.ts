import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeWork } from "../../platform/api.ts";
import { openAsGuest, type Guest } from "../../test/as-guest.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import {
  displayMaker,
  ownLink,
  ownSite,
  plantRecord,
  type PlantedRecord,
} from "../../test/plant-record.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

const now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;
let contractId: string;
let guest: Guest;
let planted: PlantedRecord;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
});
afterAll(async () => {
  await server.close();
  await db.close();
});
beforeEach(async () => {
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
  contractId = (
    await owner.contracts.create(
      contractInput({
        title: "Laptops",
        supplier: party("Cedar IT"),
        products: [product("Aster", "Book 3", "AB3-1"), product("Aster", "Book 5")],
        conditions: [
          siteClause({ tiers: ["final_assembly", "component"], components: ["display panel"] }),
        ],
      }),
    )
  ).id;
  const { requestId } = await owner.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId }],
    subject: "Where are the laptops made?",
    body: "Please tell us.",
    dueOn: "2026-12-18",
  });
  const sent = await owner.requests.send({
    requestId,
    toName: "Cedar IT",
    toAddress: "csr@cedar.example",
  });
  guest = await openAsGuest(server, sent);
  await guest.client.answering.setProducts({
    deliveryId: guest.deliveryId,
    items: [
      { askedKey: "p1", productId: null, make: true },
      { askedKey: "p2", productId: null, make: true },
    ],
  });
  const { items } = await guest.client.record.listProducts({});
  planted = await plantRecord(guest.client, items.find(({ family }) => family === "Book 3")?.id);
  await guest.client.record.addAnswer({
    productId: items.find(({ family }) => family === "Book 5")?.id ?? null,
    answer: "asked_and_refused",
    saidBy: "Aster",
    reason: "Aster does not name the assembler of the Book 5.",
    document: "Letter of 3 March",
    answeredOn: "2026-03-03",
    selfReported: false,
  });
});

function release(client: ApiClient = guest.client) {
  return client.releases.release({ deliveryId: guest.deliveryId, asOf: "2026-11-19" });
}

async function lineOf() {
  return (await owner.contracts.line({ id: contractId })).line;
}

describe("a release that answers a request", () => {
  it("reaches the requester's line: traced, with the masked site counted and not screened, and the refusal recorded", async () => {
    const { releaseId } = await release();
    const done = await server.runJobs();
    expect(
      done.filter(({ job }) => job === "receive-release").map(({ outcome }) => outcome),
    ).toEqual(["done"]);
    const line = await lineOf();
    const book = line.products.find(({ family }) => family === "Book 3");
    expect(book?.status).toBe("traced");
    expect(line.products.find(({ family }) => family === "Book 5")?.status).toBe("refused");
    expect(line.completeness.componentsNamed.covered).toEqual(["display panel"]);
    expect(line.completeness.nameAndAddress).toEqual({ numerator: 2, denominator: 2, value: 1 });
    const masked = line.sites.find(({ flags }) => flags.includes("identity_masked"));
    expect(masked).toMatchObject({
      name: "Masked site 1 (identity kept by the maker of the display)",
      address: null,
      country: "VN",
      latitude: null,
      screening: "not_screened",
      precision: "street",
    });
    expect(line.sites.filter(({ screening }) => screening !== "not_screened")).toHaveLength(1);
    expect(JSON.stringify(line)).not.toContain("Brightfield");
    const { items } = await owner.disclosures.list({ id: contractId });
    expect(items).toMatchObject([
      {
        title: "Release 1 of Cedar IT",
        declaredBy: "Cedar IT",
        format: "release",
        asOf: "2026-11-19",
        receivedOn: "2026-11-20",
        counts: { read: 2, accepted: 2, corrected: 0, rejected: 0 },
      },
    ]);
    const { items: received } = await owner.releases.listReceived({});
    expect(received).toMatchObject([
      { id: releaseId, own: false, state: "valid", masked: 1, sites: 2 },
    ]);
    const detail = await owner.releases.get({ releaseId });
    expect(detail.takenAs).toMatchObject([{ contractId, contractTitle: "Laptops" }]);
    expect(detail.code).toBeNull();
  });

  it("is received once, however often the job runs", async () => {
    const { releaseId } = await release();
    await server.runJobs();
    await db.database.withActor(
      { organisationId: buyer.organisationId, personId: null },
      async (tx) => {
        await makeWork({
          tx,
          actor: {
            organisationId: buyer.organisationId,
            personId: null,
            role: "system",
            scopes: null,
            requestId: "again",
          },
          tokenId: null,
          now,
        }).enqueue("receive-release", { releaseId });
      },
    );
    const again = await server.runJobs();
    expect(again.map(({ job, outcome }) => [job, outcome])).toContainEqual([
      "receive-release",
      "done",
    ]);
    expect((await owner.disclosures.list({ id: contractId })).items).toHaveLength(1);
    const answers = await db.asOwner<{ count: number }>(
      "select count(*)::int as count from disclosure_answers where organisation_id = $1",
      [buyer.organisationId],
    );
    expect(answers[0]?.count).toBe(1);
  });

  it("is replaced by the next one, whose masked site is the same site", async () => {
    const first = await release();
    await server.runJobs();
    const { ids } = await guest.client.record.addSites({
      sites: [ownSite("Birch Assembly Ltd", { address: "1 Mill Road, Leeds", country: "GB" })],
    });
    await guest.client.record.setLinks({
      set: [ownLink(planted.productId, ids[0] ?? "", { tier: "sub_assembly" })],
    });
    const second = await release();
    await server.runJobs();
    const { items } = await owner.disclosures.list({ id: contractId });
    expect(new Map(items.map(({ title, withdrawnOn }) => [title, withdrawnOn]))).toEqual(
      new Map([
        ["Release 1 of Cedar IT", "2026-11-20"],
        ["Release 2 of Cedar IT", null],
      ]),
    );
    const line = await lineOf();
    expect(line.sites.map(({ name }) => name)).toHaveLength(3);
    expect(line.sites.filter(({ flags }) => flags.includes("identity_masked"))).toHaveLength(1);
    expect(line.products.find(({ family }) => family === "Book 3")?.status).toBe("traced");
    const old = await owner.releases.get({ releaseId: first.releaseId });
    expect(old.state).toBe("superseded");
    expect(old.stateSentence.text).toBe(
      "A newer one was released on 20 November 2026. This one is no longer the latest.",
    );
    const compared = await owner.releases.compare({
      releaseId: second.releaseId,
      with: first.releaseId,
    });
    expect(compared.kind).toBe("versions");
    expect([compared.left.number, compared.right.number]).toEqual([1, 2]);
    expect(compared.changes.map(({ subject, change }) => [subject, change])).toEqual(
      expect.arrayContaining([
        ["site", "added"],
        ["link", "added"],
      ]),
    );
    expect(compared.changes).toHaveLength(2);
  });

  it("is withdrawn from the requester's line with the supplier's reason", async () => {
    const { releaseId } = await release();
    await server.runJobs();
    await guest.client.releases.withdraw({ releaseId, reason: "The list named the wrong plant." });
    await server.runJobs();
    const { items } = await owner.disclosures.list({ id: contractId });
    expect(items).toMatchObject([
      {
        withdrawnOn: "2026-11-20",
        withdrawnReason: "The supplier withdrew the release: The list named the wrong plant.",
      },
    ]);
    const book = (await lineOf()).products.find(({ family }) => family === "Book 3");
    expect(book?.status).toBe("withdrawn");
    const detail = await owner.releases.get({ releaseId });
    expect(detail).toMatchObject({
      state: "withdrawn",
      snapshot: null,
      can: { take: false, compare: false },
    });
    await refuses("release_withdrawn", owner.releases.take({ releaseId, contractId }));
    await refuses(
      "release_withdrawn",
      guest.client.releases.withdraw({ releaseId, reason: "again" }),
    );
  });

  it("says of a product that a newer release names no more that it was named before", async () => {
    await release();
    await server.runJobs();
    await guest.client.record.removeSite({ siteId: planted.assembly });
    await guest.client.record.removeSite({ siteId: planted.display });
    const { ids } = await guest.client.record.addSites({ sites: [ownSite("Other Works Ltd")] });
    const { items } = await guest.client.record.listProducts({ search: "Book 5" });
    await guest.client.record.setLinks({ set: [ownLink(items[0]?.id ?? "", ids[0] ?? "")] });
    await release();
    await server.runJobs();
    const line = await lineOf();
    expect(line.products.find(({ family }) => family === "Book 3")?.sentence.text).toBe(
      "“Release 1 of Cedar IT” named sites; the release that took its place on 20 November 2026 names none for this product.",
    );
    expect(line.breaks.map(({ sentence }) => sentence.code)).toContain("break.replaced");
  });

  it("is a guest's to give and to withdraw, not to take", async () => {
    const { releaseId } = await release();
    await refuses("not_signed_in", guest.client.releases.take({ releaseId, contractId }));
    const given = await guest.client.releases.get({ releaseId });
    expect(given).toMatchObject({ own: true, can: { withdraw: true, take: false } });
    expect(given.seenBy).toEqual([]);
  });

  it("withdrawn before it was received is not received", async () => {
    const { releaseId } = await release();
    await guest.client.releases.withdraw({ releaseId, reason: "Too early." });
    await server.runJobs();
    expect((await owner.disclosures.list({ id: contractId })).items).toEqual([]);
  });

  it("says nothing of the masked site anywhere the requester can look", async () => {
    const { releaseId } = await release();
    await server.runJobs();
    const [secretId] = await db.asOwner<{ id: string }>(
      "select id from record_sites where id = $1",
      [planted.display],
    );
    expect(secretId).toBeDefined();
    const seen = JSON.stringify([
      await owner.releases.get({ releaseId }),
      await owner.releases.listReceived({}),
      await lineOf(),
      await owner.disclosures.get({
        disclosureId: (await owner.disclosures.list({ id: contractId })).items[0]?.id ?? "",
      }),
      await owner.sites.list({}),
      await owner.sites.suggest({ text: "Brightfield" }),
    ]);
    const stored = JSON.stringify(
      await db.asOwner(
        `select s.snapshot, r.* from release_snapshots s join releases r on r.id = s.release_id where r.id = $1`,
        [releaseId],
      ),
    );
    for (const secret of [
      "Brightfield",
      displayMaker.address,
      displayMaker.osId,
      String(displayMaker.workers),
      String(displayMaker.latitude),
      String(displayMaker.longitude),
      planted.display,
      "Bac Ninh",
    ]) {
      expect(seen, `seen: ${secret}`).not.toContain(secret);
      expect(stored, `stored: ${secret}`).not.toContain(secret);
    }
    expect(seen).toContain("Masked site 1");
  });
});

describe("a request that cascades", () => {
  it("comes back from the maker through the reseller to the buyer, who counts what it is not told", async () => {
    const passed = await guest.client.answering.passOn({
      deliveryId: guest.deliveryId,
      toName: "Aster",
      toAddress: null,
      askedKeys: ["p2"],
      subject: "Where is the Book 5 made?",
      body: "A customer asks.",
      dueOn: "2026-12-10",
      nameRequester: false,
    });
    const maker = await openAsGuest(server, passed);
    await maker.client.answering.setProducts({
      deliveryId: maker.deliveryId,
      items: [{ askedKey: "p1", productId: null, make: true }],
    });
    const asked = await maker.client.answering.get({ deliveryId: maker.deliveryId });
    const book5 = asked.products[0]?.productId ?? "";
    const { ids } = await maker.client.record.addSites({
      sites: [
        ownSite("Fig Assembly (Chongqing) Co., Ltd.", {
          address: "No. 5 Example Avenue, Chongqing",
          country: "CN",
        }),
        ownSite("Ginkgo Cells Co., Ltd.", {
          address: "No. 9 Example Street, Wuxi",
          country: "CN",
          maskedAs: "Aster",
        }),
      ],
    });
    await maker.client.record.setLinks({
      set: [
        ownLink(book5, ids[0] ?? ""),
        ownLink(book5, ids[1] ?? "", { tier: "component", component: "display panel" }),
      ],
    });
    await maker.client.releases.release({ deliveryId: maker.deliveryId, asOf: "2026-11-19" });
    await server.runJobs();

    const waiting = await guest.client.answering.get({ deliveryId: guest.deliveryId });
    const [releaseId = ""] = waiting.passedOn[0]?.releaseIds ?? [];
    const { items } = await guest.client.record.listAnswers();
    await guest.client.record.removeAnswer({ answerId: items[0]?.id ?? "" });
    const taken = await guest.client.record.takeOver({ releaseId, maskAs: null });
    expect(taken).toEqual({ sites: 2, products: 1, links: 2, answers: 0 });
    const after = await guest.client.answering.get({ deliveryId: guest.deliveryId });
    expect(after.products.map(({ family, answer }) => [family, answer])).toEqual([
      ["Book 3", "sites"],
      ["Book 5", "sites"],
    ]);
    await release();
    await server.runJobs();
    const line = await lineOf();
    expect(line.completeness.productsTraced).toMatchObject({ numerator: 2, denominator: 2 });
    expect(line.sites.filter(({ flags }) => flags.includes("identity_masked"))).toHaveLength(2);
    expect(line.sites.map(({ name }) => name)).toContain("Fig Assembly (Chongqing) Co., Ltd.");
    expect(JSON.stringify(line)).not.toContain("Ginkgo");
    const checked = line.stations.find(({ name }) => name === "checked");
    expect(checked?.duty.sentence.text).toBe(
      "Two of four sites were screened; the identity of the other ones is kept by whoever supplies.",
    );
    const asking = line.breaks.find(({ sentence }) => sentence.code === "break.masked_unscreened");
    expect(asking?.action.sentence.text).toBe(
      "Ask Cedar IT to have the masked sites screened against official measures, and to say with what result.",
    );
  });
});
