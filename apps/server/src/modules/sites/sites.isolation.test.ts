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
import { codeOf, refusalOf } from "../../test/expect-code.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { decideMatchReview } from "../site-acts/index.ts";
import { getSite } from "./get-site.ts";
import { listMatchReviews } from "./list-match-reviews.ts";
import { listSites } from "./list-sites.ts";
import { publishSite } from "./publish-site.ts";

let db: TestDatabase;
let own: PlantedOrganisation;
let other: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  own = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
  for (const actor of [own.actor(), other.actor()])
    await as(actor, async (work) => {
      const { contractId } = await plantContract(work);
      await takeText(
        work,
        contractId,
        "Made by: 1. Compal Works Ltd, 15 Third Avenue, Kunshan, China 2. Compal Works Ltd, Third Avenue, Kunshan, China",
      );
    });
});
afterAll(async () => {
  await db.close();
});

async function as<T>(actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  return db.database.withActor(actor, (tx) => run(workOf(tx, actor)));
}

async function rowsOf(actor: Actor): Promise<{ siteId: string; reviewId: string }> {
  return as(actor, async (work) => {
    const [site] = (await listSites(work, { limit: 10 })).items;
    const [review] = (await listMatchReviews(work, { limit: 10, state: "open" })).items;
    if (site === undefined || review === undefined) throw new Error("Nothing was planted.");
    return { siteId: site.id, reviewId: review.id };
  });
}

describe("another organisation's site", () => {
  it("is not found, like no site at all; one's own is", async () => {
    const theirs = await rowsOf(other.actor());
    const ours = await rowsOf(own.actor());
    const get = (id: string) => refusalOf(as(own.actor(), (work) => getSite(work, id)));
    expect(await get(ours.siteId)).toBeNull();
    expect(await get(theirs.siteId)).toEqual(await get(randomUUID()));
    const publish = (id: string) =>
      refusalOf(as(own.actor(), (work) => publishSite(work, { id, ground: "Agreed" })));
    expect(await publish(theirs.siteId)).toEqual(await publish(randomUUID()));
    expect((await publish(theirs.siteId))?.code).toBe("not_found");
    const [kept] = await db.asOwner<{ published_at: Date | null }>(
      "select published_at from sites where id = $1",
      [theirs.siteId],
    );
    expect(kept?.published_at).toBeNull();
  });

  it("stands in no list of ours", async () => {
    const theirs = await rowsOf(other.actor());
    const { items } = await as(own.actor(), (work) => listSites(work, { limit: 100 }));
    expect(items.length).toBe(2);
    expect(items.map(({ id }) => id)).not.toContain(theirs.siteId);
  });
});

describe("another organisation's pair", () => {
  it("cannot be decided or taken back", async () => {
    const theirs = await rowsOf(other.actor());
    for (const decision of ["same", null] as const) {
      const decide = (reviewId: string) =>
        refusalOf(as(own.actor(), (work) => decideMatchReview(work, { reviewId, decision })));
      expect(await decide(theirs.reviewId)).toEqual(await decide(randomUUID()));
    }
    for (const decision of ["different", null] as const) {
      const decided = as(other.actor(), (work) =>
        decideMatchReview(work, { reviewId: theirs.reviewId, decision }),
      );
      expect(await codeOf(decided)).toBe("done");
    }
  });

  it("cannot be made from their sites, on create or on update", async () => {
    const theirs = await rowsOf(other.actor());
    const ours = await rowsOf(own.actor());
    const pairWith = (siteId: string) =>
      refusalOf(
        as(own.actor(), (work) => {
          const [a = "", b = ""] = [ours.siteId, siteId].toSorted();
          return work.tx
            .insertInto("match_reviews")
            .values({
              organisation_id: own.organisationId,
              site_a: a,
              site_b: b,
              probability: 0.5,
              explanation: "[]",
            })
            .execute();
        }),
      );
    expect(await pairWith(theirs.siteId)).toEqual(await pairWith(randomUUID()));
    const repoint = (siteId: string) =>
      refusalOf(
        as(own.actor(), (work) =>
          work.tx
            .updateTable("site_values")
            .set({ site_id: siteId })
            .where("organisation_id", "=", own.organisationId)
            .execute(),
        ),
      );
    expect(await repoint(theirs.siteId)).toEqual(await repoint(randomUUID()));
    expect((await repoint(theirs.siteId))?.code).toBe("reference_unknown");
  });
});
