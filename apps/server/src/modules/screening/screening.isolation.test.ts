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
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { giveVerdict } from "./give-verdict.ts";
import { listHits } from "./list-hits.ts";
import { runScreening } from "./run-screening.ts";
import { screenSitesNow } from "./screen-sites-now.ts";

let db: TestDatabase;
let own: PlantedOrganisation;
let other: PlantedOrganisation;
let theirContract: string;
let theirSite: string;
beforeAll(async () => {
  db = await openTestDatabase();
  own = await plantOrganisation(db.database, "Own");
  other = await plantOrganisation(db.database, "Other");
  theirContract = await as(other.actor(), async (work) => {
    const { contractId } = await plantContract(work);
    await takeText(
      work,
      contractId,
      "Made by: Hefei Bitland Information Technology Co.,Ltd - No.4088 Jiuxiu Road, Hefei, China",
    );
    return contractId;
  });
  const [site] = await db.asOwner<{ id: string }>(
    "select id from sites where organisation_id = $1",
    [other.organisationId],
  );
  theirSite = site?.id ?? "";
});
afterAll(async () => {
  await db.close();
});

async function as<T>(actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  return db.database.withActor(actor, (tx) => run(workOf(tx, actor)));
}

describe("another organisation's screening", () => {
  it("is in no list of ours, and cannot be judged", async () => {
    const [theirs] = (await as(other.actor(), (work) => listHits(work, { limit: 10 }))).items;
    expect(theirs?.verdict).toBe("waiting");
    expect((await as(own.actor(), (work) => listHits(work, { limit: 10 }))).items).toEqual([]);
    const judge = (hitId: string) =>
      refusalOf(
        as(own.actor(), (work) => giveVerdict(work, { hitId, verdict: "confirmed", reason: "x" })),
      );
    expect(await judge(theirs?.id ?? "")).toEqual(await judge(randomUUID()));
    expect((await judge(theirs?.id ?? ""))?.code).toBe("not_found");
  });

  it("cannot be run for their contract, and a run of ours finds nothing of theirs", async () => {
    const run = (contractId: string) =>
      refusalOf(as(own.actor(), (work) => runScreening(work, { contractId })));
    expect(await run(theirContract)).toEqual(await run(randomUUID()));
    expect(await as(own.actor(), (work) => runScreening(work, { contractId: null }))).toEqual({
      sites: 0,
      hits: 0,
      newHits: 0,
      unsearchable: 0,
    });
  });

  it("cannot be made for their site: it screens like a site that is not there", async () => {
    const screen = (siteId: string) => as(own.actor(), (work) => screenSitesNow(work, [siteId]));
    expect(await screen(theirSite)).toEqual(await screen(randomUUID()));
    const plant = (siteId: string) =>
      refusalOf(
        as(own.actor(), (work) =>
          work.tx
            .insertInto("screenings")
            .values({
              organisation_id: own.organisationId,
              site_id: siteId,
              list_id: "x",
              list_title: "x",
              list_edition: "x",
              partial: true,
              status: "hit",
              screened_on: "2026-11-20",
            })
            .execute(),
        ),
      );
    expect(await plant(theirSite)).toEqual(await plant(randomUUID()));
    expect((await plant(theirSite))?.code).toBe("reference_unknown");
  });
});
