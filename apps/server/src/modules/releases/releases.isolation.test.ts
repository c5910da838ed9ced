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
import { contractInput, product } from "../../test/contract-input.ts";
import { displayMaker, plantRecord, type PlantedRecord } from "../../test/plant-record.ts";
import { refuses } from "../../test/refuses.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";

let db: TestDatabase;
let server: TestApp;
let supplier: PlantedOrganisation;
let reader: PlantedOrganisation;
let stranger: PlantedOrganisation;
let own: ApiClient;
let theirs: ApiClient;
let nobody: ApiClient;
let record: PlantedRecord;
let given: { releaseId: string; code: string };
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
  supplier = await plantOrganisation(db.database, "Cedar IT");
  reader = await plantOrganisation(db.database, "Northbridge University");
  stranger = await plantOrganisation(db.database, "Stranger");
  own = server.as(supplier.people.owner, supplier.organisationId);
  theirs = server.as(reader.people.owner, reader.organisationId);
  nobody = server.as(stranger.people.owner, stranger.organisationId);
  record = await plantRecord(own);
  given = await own.releases.release({
    deliveryId: null,
    recipientName: "Northbridge University",
    asOf: "2026-01-01",
  });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

describe("a release", () => {
  it("is nobody's but its owner's until its code is typed; then it is that one and no other", async () => {
    await own.releases.release({
      deliveryId: null,
      recipientName: "Somebody else",
      asOf: "2026-01-01",
    });
    expect((await theirs.releases.listReceived({})).items).toEqual([]);
    await refuses("not_found", theirs.releases.get({ releaseId: given.releaseId }));
    const opened = await theirs.releases.open({ code: given.code.toLowerCase().replace("-", " ") });
    expect(opened.releaseId).toBe(given.releaseId);
    const seen = await theirs.releases.get({ releaseId: given.releaseId });
    expect(seen).toMatchObject({ own: false, code: null, seenBy: [], state: "valid" });
    expect(seen.snapshot?.content.sites).toHaveLength(2);
    expect((await theirs.releases.listReceived({})).items.map(({ id }) => id)).toEqual([
      given.releaseId,
    ]);
    const mine = await own.releases.get({ releaseId: given.releaseId });
    expect(mine.seenBy).toMatchObject([{ name: "Northbridge University", times: 2 }]);
    await refuses("not_found", nobody.releases.get({ releaseId: given.releaseId }));
    const { rows } = await db.database.withActor(
      { organisationId: stranger.organisationId, personId: stranger.people.owner },
      (tx) =>
        sql`select id from releases union all select release_id from release_snapshots`.execute(tx),
    );
    expect(rows).toEqual([]);
  });

  it("gives the same answer for another's id as for nobody's, read or written", async () => {
    const contract = await nobody.contracts.create(
      contractInput({ products: [product("Aster", "Book 3")] }),
    );
    for (const releaseId of [given.releaseId, randomUUID()]) {
      await refuses("not_found", nobody.releases.get({ releaseId }));
      await refuses("not_found", nobody.releases.withdraw({ releaseId, reason: "attack" }));
      await refuses("not_found", nobody.releases.compare({ releaseId, with: releaseId }));
      await refuses("not_found", nobody.releases.take({ releaseId, contractId: contract.id }));
      await refuses("not_found", nobody.record.takeOver({ releaseId, maskAs: null }));
      await refuses("not_found", nobody.record.changesSince({ releaseId }));
    }
    for (const productId of [record.productId, randomUUID()])
      await refuses(
        "reference_unknown",
        nobody.releases.release({
          deliveryId: null,
          recipientName: "A",
          asOf: "2026-01-01",
          productIds: [productId],
        }),
      );
    for (const siteId of [record.display, randomUUID()])
      await refuses(
        "reference_unknown",
        nobody.releases.preview({
          deliveryId: null,
          recipientName: "A",
          asOf: "2026-01-01",
          maskSiteIds: [siteId],
        }),
      );
  });

  it("cannot be written to by whoever holds it, nor seen without being written down", async () => {
    const scope = { organisationId: reader.organisationId, personId: reader.people.owner };
    for (const attack of [
      sql`update releases set withdrawn_at = now(), withdrawn_reason = 'x' where id = ${given.releaseId} returning id`,
      sql`update releases set superseded_at = now() where id = ${given.releaseId} returning id`,
    ]) {
      const done = await db.database.withActor(scope, (tx) => attack.execute(tx));
      expect(done.rows).toEqual([]);
    }
    for (const attack of [
      sql`update releases set code = 'ABCDEFGH'`,
      sql`delete from release_views`,
      sql`update release_snapshots set snapshot = '{}'`,
      sql`update release_views set viewer_name = 'Somebody'`,
    ])
      expect(await codeOf(db.database.withActor(scope, (tx) => attack.execute(tx)))).toBe(
        "reference_unknown",
      );
    const view = sql`insert into release_views (release_id, organisation_id, owner_id, viewer_name)
      values (${given.releaseId}, ${stranger.organisationId}, ${supplier.organisationId}, 'Stranger')`;
    expect(
      await codeOf(
        db.database.withActor(
          { organisationId: stranger.organisationId, personId: stranger.people.owner },
          (tx) => view.execute(tx),
        ),
      ),
    ).toBe("reference_unknown");
  });

  it("is not to be had by naming it in a row of one's own", async () => {
    const scope = { organisationId: stranger.organisationId, personId: stranger.people.owner };
    for (const releaseId of [given.releaseId, randomUUID()])
      expect(
        await codeOf(
          db.database.withActor(scope, (tx) =>
            sql`insert into record_sites (organisation_id, name, row_key, from_release_id)
              values (${stranger.organisationId}, 'A', 'a', ${releaseId})`.execute(tx),
          ),
        ),
      ).toBe("reference_unknown");
  });

  it("keeps the key that names masked sites to its owner", async () => {
    const keys = await db.database.withActor(
      { organisationId: reader.organisationId, personId: reader.people.owner },
      (tx) => sql`select * from record_keys`.execute(tx),
    );
    expect(keys.rows).toEqual([]);
    const seen = JSON.stringify(await theirs.releases.get({ releaseId: given.releaseId }));
    for (const secret of [displayMaker.name, displayMaker.address, record.display])
      expect(seen).not.toContain(secret);
  });

  it("names one masked site differently to every recipient, and alike in every release to one", async () => {
    const keyIn = async (recipientName: string): Promise<string | undefined> => {
      const { snapshot } = await own.releases.preview({
        deliveryId: null,
        recipientName,
        asOf: "2026-01-01",
      });
      return snapshot.content.sites.find(({ masked }) => masked !== null)?.key;
    };
    expect(await keyIn("A")).toBe(await keyIn("A"));
    expect(await keyIn("A")).not.toBe(await keyIn("B"));
  });
});
