/** What a release that answers one request says of the others: only of the products it names sites for. */
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openAsGuest } from "../../test/as-guest.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { runJobs } from "../../test/run-jobs.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let now = new Date("2026-11-20T09:00:00Z");
let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let owner: ApiClient;

beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database, now: () => now });
  buyer = await plantOrganisation(db.database, "Northbridge University");
  owner = server.as(buyer.people.owner, buyer.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

it("answers no request about other products, and none that is sent later on the same day", async () => {
  const { id: contractId } = await owner.contracts.create(
    contractInput({
      title: "Laptops",
      supplier: party("Cedar IT"),
      products: [product("Aster", "Book 3"), product("Birch", "Pad 5")],
      conditions: [siteClause()],
    }),
  );
  const { products: bought } = await owner.contracts.get({ id: contractId });
  const productIds = ["Book 3", "Pad 5"].map((family) =>
    String(bought.find((one) => one.family === family)?.id),
  );
  const write = async (products: readonly string[]): Promise<string> =>
    (
      await owner.requests.write({
        addressee: "Cedar IT",
        contracts: [{ contractId, productIds: [...products] }],
        subject: "Where are they made?",
        body: "Please tell us.",
        dueOn: "2026-12-18",
      })
    ).requestId;
  const stands = async (requestId: string) => (await owner.requests.get({ requestId })).state;
  const send = (requestId: string) =>
    owner.requests.send({ requestId, toName: "Cedar IT", toAddress: null });

  const about = { all: await write([]), birch: await write([productIds[1] ?? ""]) };
  await send(about.birch);
  const guest = await openAsGuest(server, await send(about.all));
  const asked = await guest.client.answering.get({ deliveryId: guest.deliveryId });
  await guest.client.answering.setProducts({
    deliveryId: guest.deliveryId,
    items: asked.products.map(({ key }) => ({ askedKey: key, productId: null, make: true })),
  });
  const { items } = await guest.client.record.listProducts({});
  const { ids } = await guest.client.record.addSites({
    sites: [
      {
        name: "Alder Works Co., Ltd.",
        address: "No. 7 Long Lane, Suzhou, Jiangsu",
        country: "CN",
        latitude: null,
        longitude: null,
        osId: null,
        workers: null,
        maskedAs: null,
      },
    ],
  });
  await guest.client.record.setLinks({
    set: [
      {
        productId: items.find((one) => one.family === "Book 3")?.id ?? "",
        siteId: ids[0] ?? "",
        tier: "final_assembly",
        component: null,
        kind: "confirmed",
        from: null,
        to: null,
      },
    ],
  });
  await guest.client.releases.release({
    deliveryId: guest.deliveryId,
    asOf: "2026-11-20",
    expiresOn: "2027-11-20",
  });
  await runJobs(db.database, { now: () => now });

  expect(await stands(about.all)).toBe("part_filled");
  expect(await stands(about.birch)).toBe("not_opened");

  now = new Date("2026-11-20T11:00:00Z");
  const later = await write([productIds[0] ?? ""]);
  await send(later);
  expect(await stands(later)).toBe("not_opened");
});
