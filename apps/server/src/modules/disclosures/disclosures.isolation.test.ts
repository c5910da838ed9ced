import { randomUUID } from "node:crypto";
import type { Actor } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { refusalOf } from "../../test/expect-code.ts";
import { plantContract, workOf, type PlantedContract } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { getDisclosure, listDisclosures } from "./show-disclosures.ts";
import { withdrawDisclosure } from "./withdraw-disclosure.ts";

let db: TestDatabase;
let own: PlantedOrganisation;
let other: PlantedOrganisation;
let ours: PlantedContract & { disclosureId: string };
let theirs: PlantedContract & { disclosureId: string };
const text = "Made by: Leeds Mill Ltd, 1 Mill Road, Leeds, UK";

beforeAll(async () => {
  db = await openTestDatabase();
  own = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
  ours = await plantDisclosure(own.actor());
  theirs = await plantDisclosure(other.actor());
});
afterAll(async () => {
  await db.close();
});

async function as<T>(actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  return db.database.withActor(actor, (tx) => run(workOf(tx, actor)));
}

async function plantDisclosure(actor: Actor): Promise<typeof ours> {
  return as(actor, async (work) => {
    const planted = await plantContract(work);
    return { ...planted, ...(await takeText(work, planted.contractId, text)) };
  });
}

const refused = (run: (work: Work) => Promise<unknown>) => refusalOf(as(own.actor(), run));

describe("another organisation's disclosure", () => {
  it("is not found, like none at all; one's own is", async () => {
    const get = (disclosureId: string) => refused((work) => getDisclosure(work, { disclosureId }));
    expect(await get(ours.disclosureId)).toBeNull();
    expect(await get(theirs.disclosureId)).toEqual(await get(randomUUID()));
    expect((await get(theirs.disclosureId))?.code).toBe("not_found");
    const list = (id: string) => refused((work) => listDisclosures(work, { id }));
    expect(await list(ours.contractId)).toBeNull();
    expect(await list(theirs.contractId)).toEqual(await list(randomUUID()));
    expect((await list(theirs.contractId))?.code).toBe("not_found");
  });

  it("cannot be withdrawn", async () => {
    const withdraw = (disclosureId: string) =>
      refused((work) =>
        withdrawDisclosure(work, { disclosureId, withdrawnOn: "2026-11-20", reason: "Wrong" }),
      );
    expect(await withdraw(theirs.disclosureId)).toEqual(await withdraw(randomUUID()));
    const [kept] = await db.asOwner<{ withdrawn_on: string | null }>(
      "select withdrawn_on::text from disclosures where id = $1",
      [theirs.disclosureId],
    );
    expect(kept?.withdrawn_on).toBeNull();
  });
});

describe("another organisation's contract and products", () => {
  it("cannot be referred to when a disclosure is taken", async () => {
    const into = (contractId: string) => refused((work) => takeText(work, contractId, text));
    expect(await into(theirs.contractId)).toEqual(await into(randomUUID()));
    const about = (productId: string) =>
      refused((work) => takeText(work, ours.contractId, text, { productIds: [productId] }));
    const [product = ""] = theirs.productIds;
    expect(await about(product)).toEqual(await about(randomUUID()));
    expect((await about(product))?.code).toBe("reference_unknown");
  });

  it("cannot be pointed at by a change either", async () => {
    const repoint = (disclosureId: string) =>
      refused((work) =>
        work.tx
          .updateTable("disclosure_rows")
          .set({ disclosure_id: disclosureId })
          .where("disclosure_id", "=", ours.disclosureId)
          .execute(),
      );
    expect(await repoint(theirs.disclosureId)).toEqual(await repoint(randomUUID()));
    expect((await repoint(theirs.disclosureId))?.code).toBe("reference_unknown");
    const attach = (disclosureId: string) =>
      refused((work) =>
        work.tx
          .updateTable("disclosure_sources")
          .set({ disclosure_id: disclosureId })
          .where("disclosure_id", "=", ours.disclosureId)
          .execute(),
      );
    expect(await attach(theirs.disclosureId)).toEqual(await attach(randomUUID()));
    const relink = (productId: string) =>
      refused((work) =>
        work.tx
          .updateTable("trace_links")
          .set({ product_line_id: productId })
          .where("contract_id", "=", ours.contractId)
          .execute(),
      );
    const [product = ""] = theirs.productIds;
    expect(await relink(product)).toEqual(await relink(randomUUID()));
    expect((await relink(product))?.code).toBe("reference_unknown");
  });
});
