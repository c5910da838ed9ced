/** Withdrawing stops a release whatever the other side does: removes its request, or takes it at the same moment. */
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAsGuest, secretOf } from "../../test/as-guest.ts";
import { contractInput, product } from "../../test/contract-input.ts";
import { workOf } from "../../test/plant-contract.ts";
import { plantRecord } from "../../test/plant-record.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { receiveRelease } from "./receive-release.ts";
import { refuseWithdrawn } from "./refuse-withdrawn.ts";

let db: TestDatabase;
let server: TestApp;
let buyer: PlantedOrganisation;
let supplier: PlantedOrganisation;
let asks: ApiClient;
let own: ApiClient;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  buyer = await plantOrganisation(db.database, "Northbridge University");
  supplier = await plantOrganisation(db.database, "Cedar IT");
  asks = server.as(buyer.people.owner, buyer.organisationId);
  own = server.as(supplier.people.owner, supplier.organisationId);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

/** A request the supplier took over, with the release that answers it. */
async function answer(): Promise<{
  contractId: string;
  deliveryId: string;
  releaseId: string;
  code: string;
}> {
  const { id: contractId } = await asks.contracts.create(
    contractInput({ products: [product("Aster", "Book 3")] }),
  );
  const { requestId } = await asks.requests.write({
    addressee: "Cedar IT",
    contracts: [{ contractId }],
    subject: "S",
    body: "B",
    dueOn: null,
  });
  const sent = await asks.requests.send({ requestId, toName: "Cedar IT", toAddress: null });
  const { deliveryId } = await own.answering.takeOver({
    secret: secretOf(sent.link),
    code: sent.code,
  });
  const { items } = await own.record.listProducts({});
  if (items.length === 0) await plantRecord(own);
  const asked = await own.answering.get({ deliveryId });
  await own.answering.setProducts({
    deliveryId,
    items: asked.products.map(({ key }) => ({ askedKey: key, productId: null, make: true })),
  });
  const { releaseId, code } = await own.releases.release({ deliveryId, asOf: "2026-01-01" });
  return { contractId, deliveryId, releaseId, code };
}

async function remove(contractId: string): Promise<void> {
  const { version } = await asks.contracts.get({ id: contractId });
  await asks.contracts.remove({ id: contractId, version });
}

describe("whoever asked removes the request", () => {
  it("and the release that answered it can still be withdrawn, superseded and read by nobody", async () => {
    const { contractId, releaseId, code } = await answer();
    await server.runJobs();
    await remove(contractId);
    await own.releases.withdraw({ releaseId, reason: "wrong year" });
    expect(await own.releases.get({ releaseId })).toMatchObject({ state: "withdrawn" });
    await refuses("release_withdrawn", asks.releases.open({ code }));
    expect((await asks.releases.get({ releaseId })).snapshot).toBeNull();
  });

  it("and a request that passed it on stays in its maker's hands", async () => {
    const { contractId, deliveryId } = await answer();
    const passed = await own.answering.passOn({
      deliveryId,
      toName: "Aster Inc",
      toAddress: null,
      askedKeys: [],
      subject: "S",
      body: "B",
      dueOn: null,
      nameRequester: false,
    });
    const maker = await openAsGuest(server, passed);
    await remove(contractId);
    const { version } = await own.requests.get({ requestId: passed.requestId });
    await own.requests.withdraw({ requestId: passed.requestId, version, reason: "not needed" });
    await refuses("not_found", maker.client.answering.list({}));
    // What it passes on cannot be turned to another delivery.
    const { deliveryId: other } = await answer();
    const turn = (to: string | null) =>
      db.database.withActor(supplier.actor(), (tx) =>
        tx
          .updateTable("disclosure_requests")
          .set({ passes_on_delivery_id: to })
          .where("id", "=", passed.requestId)
          .execute(),
      );
    await refuses("input_invalid", turn(other));
    await refuses("input_invalid", turn(null));
  });
});

describe("a release that is withdrawn while it is being taken", () => {
  it("does not wait for a long taking, of which nothing is kept then", async () => {
    const { contractId, releaseId } = await answer();
    const outside = AsyncLocalStorage.snapshot();
    const actor = buyer.actor();
    const taking = db.database.withActor(actor, async (tx) => {
      const work = workOf(tx, actor);
      await tx
        .selectFrom("releases")
        .select("id")
        .where("id", "=", releaseId)
        .executeTakeFirstOrThrow();
      // As in the middle of reading thousands of sites.
      await outside(() => own.releases.withdraw({ releaseId, reason: "wrong year" }));
      await refuseWithdrawn(work, releaseId);
    });
    await refuses("release_withdrawn", taking);
    await server.runJobs();
    expect((await asks.disclosures.list({ id: contractId })).items).toEqual([]);
  });

  it("waits while what was taken is being kept, and that is withdrawn with it", async () => {
    const { contractId, releaseId } = await answer();
    const outside = AsyncLocalStorage.snapshot();
    const actor = buyer.actor();
    let withdrawn = false;
    const withdrawal = await db.database.withActor(actor, async (tx) => {
      await receiveRelease(workOf(tx, actor), { releaseId });
      const waiting = outside(() =>
        own.releases.withdraw({ releaseId, reason: "wrong year" }),
      ).then(() => (withdrawn = true));
      await wait(300);
      expect(withdrawn).toBe(false);
      return { waiting };
    });
    await withdrawal.waiting;
    await server.runJobs();
    const { items } = await asks.disclosures.list({ id: contractId });
    expect(items).toHaveLength(1);
    expect(items[0]?.withdrawnReason).toContain("wrong year");
  });
});
