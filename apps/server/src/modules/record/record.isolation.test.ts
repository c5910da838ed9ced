import { randomUUID } from "node:crypto";
import type { ApiClient } from "@throughline/contract";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../test/code-of.ts";
import { ownLink, plantRecord, type PlantedRecord } from "../../test/plant-record.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let owner: PlantedOrganisation;
let other: PlantedOrganisation;
let own: ApiClient;
let theirs: ApiClient;
let real: PlantedRecord;
let mine: PlantedRecord;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  owner = await plantOrganisation(db.database, "Owner");
  other = await plantOrganisation(db.database, "Other");
  own = server.as(owner.people.owner, owner.organisationId);
  theirs = server.as(other.people.owner, other.organisationId);
  real = await plantRecord(own);
  mine = await plantRecord(theirs);
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("a record", () => {
  it("is its owner's alone: another's id is nobody's id", async () => {
    for (const siteId of [real.assembly, randomUUID()]) {
      await refuses("not_found", theirs.record.reviseSite({ siteId, version: 1, name: "Attack" }));
      await refuses("not_found", theirs.record.removeSite({ siteId }));
      await refuses("not_found", theirs.record.restoreSite({ siteId }));
      await refuses("reference_unknown", theirs.record.confirm({ siteIds: [siteId] }));
      await refuses(
        "reference_unknown",
        theirs.record.setLinks({ set: [ownLink(mine.productId, siteId)] }),
      );
    }
    for (const productId of [real.productId, randomUUID()]) {
      await refuses(
        "not_found",
        theirs.record.saveProduct({
          id: productId,
          version: 1,
          brand: "B",
          family: "F",
          partNumbers: [],
        }),
      );
      await refuses("not_found", theirs.record.removeProduct({ productId }));
      await refuses(
        "reference_unknown",
        theirs.record.setLinks({ set: [ownLink(productId, mine.assembly)] }),
      );
      await refuses(
        "reference_unknown",
        theirs.record.addAnswer({
          productId,
          answer: "asked_and_refused",
          saidBy: null,
          reason: "attack",
          document: null,
          answeredOn: "2026-01-01",
          selfReported: false,
        }),
      );
    }
    await refuses("not_found", theirs.record.getGrid({ deliveryId: randomUUID() }));
    const { productId, assembly: siteId } = real;
    const remove = [{ productId, siteId, tier: "final_assembly" as const, component: null }];
    await theirs.record.setLinks({ remove });
    expect((await own.record.get()).links).toBe(2);
    expect((await theirs.record.listSites({})).total).toBe(2);
  });

  it("holds in the database what the code holds: no row of it points at another's", async () => {
    const scope = { organisationId: other.organisationId, personId: other.people.owner };
    const insert = (productId: string, siteId: string) =>
      codeOf(
        db.database.withActor(scope, (tx) =>
          sql`insert into record_links (organisation_id, product_id, site_id, tier, kind)
            values (${other.organisationId}, ${productId}, ${siteId}, 'component', 'confirmed')`.execute(
            tx,
          ),
        ),
      );
    for (const siteId of [real.assembly, randomUUID()])
      expect(await insert(mine.productId, siteId)).toBe("reference_unknown");
    for (const productId of [real.productId, randomUUID()])
      expect(await insert(productId, mine.assembly)).toBe("reference_unknown");
    const asked = (deliveryId: string) =>
      codeOf(
        db.database.withActor(scope, (tx) =>
          sql`insert into record_asked (organisation_id, delivery_id, asked_key, product_id)
            values (${other.organisationId}, ${deliveryId}, 'p1', ${mine.productId})`.execute(tx),
        ),
      );
    expect(await asked(randomUUID())).toBe("reference_unknown");
  });
});
