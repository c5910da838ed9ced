/** One request through three hands: a buyer asks a reseller, who asks the maker, whose answer comes back masked. */
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest, type Guest } from "../../test/as-guest.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

const now = new Date("2026-11-20T09:00:00Z");
const jobs = () => runJobs(db.database, { now: () => now });
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;
let contractId: string;
let requestId: string;
let reseller: Guest;
let maker: Guest;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
  contractId = (
    await owner.contracts.create(
      contractInput({
        title: "Laptops",
        supplier: party("Cedar IT"),
        products: [product("Aster", "Book 3"), product("Aster", "Book 5")],
        conditions: [siteClause()],
      }),
    )
  ).id;
  ({ requestId } = await owner.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId }],
    subject: "Where are the laptops made?",
    body: "Please tell us.",
    dueOn: "2026-12-18",
  }));
  reseller = await openAsGuest(
    server,
    await owner.requests.send({ requestId, toName: "Cedar IT", toAddress: "csr@cedar.example" }),
  );
  const passed = await reseller.client.answering.passOn({
    deliveryId: reseller.deliveryId,
    toName: "Aster Inc",
    toAddress: "sites@aster.example",
    askedKeys: [],
    subject: "Where?",
    body: "Please tell us.",
    dueOn: "2026-12-11",
    nameRequester: false,
  });
  maker = await openAsGuest(server, passed);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const release = (client: ApiClient, deliveryId: string) =>
  client.releases.release({ deliveryId, asOf: "2026-11-20", expiresOn: "2027-11-20" });

describe("a request that was passed on", () => {
  it("is answered by the maker, and the reseller sees that there is something to take", async () => {
    const asked = await maker.client.answering.get({ deliveryId: maker.deliveryId });
    await maker.client.answering.setProducts({
      deliveryId: maker.deliveryId,
      items: asked.products.map(({ key }) => ({ askedKey: key, productId: null, make: true })),
    });
    const { items: products } = await maker.client.record.listProducts({});
    const { ids } = await maker.client.record.addSites({
      sites: [
        {
          name: "Hidden Alder Works Co., Ltd.",
          address: "No. 7 Secret Lane, Suzhou, Jiangsu",
          country: "CN",
          latitude: null,
          longitude: null,
          osId: null,
          workers: 900,
          maskedAs: null,
        },
      ],
    });
    const book3 = products.find((one) => one.family === "Book 3")?.id ?? "";
    const book5 = products.find((one) => one.family === "Book 5")?.id ?? "";
    await maker.client.record.setLinks({
      set: [
        {
          productId: book3,
          siteId: ids[0] ?? "",
          tier: "final_assembly",
          component: null,
          kind: "confirmed",
          from: null,
          to: null,
        },
      ],
    });
    await maker.client.record.addAnswer({
      productId: book5,
      answer: "cannot_because",
      saidBy: null,
      reason: "the contract maker changes by quarter",
      document: null,
      answeredOn: "2026-11-19",
      selfReported: false,
    });
    await release(maker.client, maker.deliveryId);
    await jobs();
    const middle = await reseller.client.answering.get({ deliveryId: reseller.deliveryId });
    expect(middle.progress).toMatchObject({ passedOn: 1, passedOnAnswered: 1 });
    expect(middle.passedOn[0]).toMatchObject({ addressee: "Aster Inc", state: "answered" });
    expect(middle.passedOn[0]?.releaseIds).toHaveLength(1);
    expect((await owner.requests.get({ requestId })).stateSentence.text).toBe(
      "Cedar IT passed it on to one other; one has answered.",
    );
    // Nothing of the maker's answer has reached the buyer.
    const everything = JSON.stringify([
      await owner.requests.get({ requestId }),
      await owner.contracts.line({ id: contractId }),
      await owner.releases.listReceived({}),
    ]);
    expect(everything).not.toContain("Hidden Alder");
    expect(everything).not.toContain("Aster Inc");
  });

  it("comes back to the buyer masked, counts, and leaves its reseller's hands only by a release", async () => {
    const middle = await reseller.client.answering.get({ deliveryId: reseller.deliveryId });
    const releaseId = middle.passedOn[0]?.releaseIds[0] ?? "";
    await reseller.client.record.takeOver({ releaseId, maskAs: "the maker of the laptop" });
    const taken = await reseller.client.answering.get({ deliveryId: reseller.deliveryId });
    expect(taken.passedOn[0]?.releaseIds).toEqual([]);
    expect(taken.products.map((one) => one.answer)).toEqual(["sites", "cannot_because"]);
    await release(reseller.client, reseller.deliveryId);
    await jobs();
    const seen = await owner.requests.get({ requestId });
    expect(seen).toMatchObject({ state: "answered", delivery: { progress: { sitesNamed: 1 } } });
    expect(seen.stateSentence.text).toBe("Cedar IT answered on 20 November 2026.");
    expect(seen.releaseIds).toHaveLength(1);
    expect(seen.answers).toMatchObject([{ answer: "cannot_because" }]);
    // What the contract's own clauses make due waits there too.
    const { waiting: all } = await owner.today.get();
    const waiting = all.filter(({ kind }) => kind !== "duty_due");
    expect(waiting).toMatchObject([
      { kind: "release_to_look_at", who: "Cedar IT", link: { id: seen.releaseIds[0] } },
    ]);
    expect(waiting[0]?.sentence.text).toBe(
      "Cedar IT answered on 20 November 2026: one site and one other answer. Nobody here has looked at it.",
    );
    const [supplier] = (await owner.suppliers.list({ search: "cedar" })).items;
    const page = await owner.suppliers.get({ id: supplier?.id ?? "" });
    expect(page.releases.map((one) => one.id)).toEqual(seen.releaseIds);
    expect(page.medianDaysToAnswer).toBe(0);
    const { line } = await owner.contracts.line({ id: contractId });
    expect(line.products.map((one) => one.status)).not.toContain("asked");
    const everything = JSON.stringify([
      seen,
      line,
      await owner.releases.get({ releaseId: seen.releaseIds[0] ?? "" }),
      await owner.sites.list({}),
    ]);
    expect(everything).not.toContain("Hidden Alder");
    expect(everything).not.toContain("Secret Lane");
    // Once looked at, it waits no more.
    expect((await owner.today.get()).waiting.map(({ kind }) => kind)).toEqual(["duty_due"]);
  });

  it("is unanswered again when the release that answered it is withdrawn", async () => {
    const asked = await reseller.client.answering.get({ deliveryId: reseller.deliveryId });
    expect(asked.state).toBe("answered");
    await reseller.client.releases.withdraw({
      releaseId: asked.releases[0]?.id ?? "",
      reason: "we named the wrong year",
    });
    await jobs();
    expect((await owner.requests.get({ requestId })).delivery?.progress?.answeredAt).toBeNull();
  });
});
