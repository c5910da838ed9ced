import { randomUUID } from "node:crypto";
import type { Actor, ScreeningVerdict } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { codeOf } from "../../test/expect-code.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { giveVerdict } from "./give-verdict.ts";
import { listDatasets } from "./list-datasets.ts";
import { listHits } from "./list-hits.ts";
import { runScreening } from "./run-screening.ts";
import { summariseScreenings } from "./show-screenings.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

const today = new Date("2026-11-20T09:00:00Z");

async function as<T>(actor: Actor, run: (work: Work) => Promise<T>, now = today): Promise<T> {
  return db.database.withActor(actor, (tx) => run(workOf(tx, actor, now)));
}

async function plant(): Promise<{ org: PlantedOrganisation; actor: Actor; contractId: string }> {
  const org = await plantOrganisation(db.database);
  const actor = org.actor();
  const contractId = await as(actor, async (work) => {
    const planted = await plantContract(work, [["Acme", "Book 3"]]);
    await takeText(
      work,
      planted.contractId,
      "Acme, Made by one of: 1. Hefei Bitland Information Technology Co.,Ltd - No.4088 Jiuxiu Road, Hefei, China 2. Leeds Mill Ltd, 1 Mill Road, Leeds, UK 3. 深圳电子有限公司, 深圳市高新路1号, 中国",
    );
    return planted.contractId;
  });
  return { org, actor, contractId };
}

const hits = (
  actor: Actor,
  more: { verdict?: ScreeningVerdict; after?: string; limit?: number } = {},
) => as(actor, (work) => listHits(work, { limit: 50, ...more }));

describe("running a screening", () => {
  it("keeps hit, no hit on a partial list and not screened apart", async () => {
    const { org, actor, contractId } = await plant();
    const sites = await db.asOwner<{ id: string; name: string }>(
      "select id, name from sites where organisation_id = $1",
      [org.organisationId],
    );
    const said = await as(actor, (work) =>
      summariseScreenings(
        work,
        sites.map(({ id }) => id),
      ),
    );
    const byName = Object.fromEntries(sites.map(({ id, name }) => [name, said.get(id)]));
    expect(byName).toEqual({
      "Hefei Bitland Information Technology Co.,Ltd": "hit",
      "Leeds Mill Ltd": "no_hit_on_partial_list",
      // The lists carry Latin names only, so nobody has looked for this one.
      深圳电子有限公司: "not_screened",
    });
    for (const wanted of [null, contractId])
      expect(await as(actor, (work) => runScreening(work, { contractId: wanted }))).toEqual({
        sites: 2,
        hits: 2,
        newHits: 0,
        unsearchable: 1,
      });
    expect(
      await codeOf(as(actor, (work) => runScreening(work, { contractId: randomUUID() }))),
    ).toBe("not_found");
    const [count] = await db.asOwner<{ rows: number }>(
      "select count(*)::int as rows from screenings where organisation_id = $1",
      [org.organisationId],
    );
    expect(count?.rows).toBe(4);
  });

  it("names the lists with their edition, licence and what is missing", () => {
    const lists = listDatasets();
    expect(lists.slice(0, 2).map(({ id }) => id)).toEqual(["cbp_wro_findings", "uflpa_entities"]);
    expect(lists.find(({ id }) => id === "uflpa_entities")).toMatchObject({
      partial: true,
      entries: 32,
    });
    expect(
      lists.every(({ entries, licence, note }) => entries > 0 && licence !== "" && note !== null),
    ).toBe(true);
  });
});

describe("verdicts", () => {
  it("are given once, with a reason, remembered by later runs, and taken back", async () => {
    const { org, actor } = await plant();
    const { items } = await hits(actor);
    expect(items.map(({ verdict }) => verdict)).toEqual(["waiting", "waiting"]);
    const hitId = items[0]?.id ?? "";
    const judge = (by: Actor, verdict: ScreeningVerdict, reason: string | null) =>
      codeOf(as(by, (work) => giveVerdict(work, { hitId, verdict, reason })));
    const manager = org.actor("manager");
    expect(await judge(actor, "wrong_entity", null)).toBe("input_invalid");
    expect(await judge(actor, "wrong_entity", "Jane checked: another company in Anhui")).toBe(
      "done",
    );
    expect(await judge(actor, "wrong_entity", "Again")).toBe("done");
    expect(await judge(manager, "wrong_entity", "Me too")).toBe("verdict_already_given");
    expect(await judge(manager, "confirmed", "No, it is them")).toBe("verdict_already_given");

    const next = new Date("2027-01-05T09:00:00Z");
    expect(await as(actor, (work) => runScreening(work, { contractId: null }), next)).toMatchObject(
      { hits: 1, newHits: 0 },
    );
    const [silenced] = (await hits(actor, { verdict: "wrong_entity" })).items;
    expect(silenced).toMatchObject({
      id: hitId,
      verdictReason: "Jane checked: another company in Anhui",
      verdictBy: `owner of ${org.name}`,
      verdictOn: "2026-11-20",
    });
    // Those that wait come first.
    expect((await hits(actor)).items.map(({ verdict }) => verdict)).toEqual([
      "waiting",
      "wrong_entity",
    ]);
    expect(await judge(manager, "waiting", null)).toBe("done");
    expect(await judge(manager, "confirmed", null)).toBe("done");
    const audit = await db.asOwner<{ action: string }>(
      "select action, before, after from audit_entries where organisation_id = $1 and subject_kind = 'screening_hit' order by at",
      [org.organisationId],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "give-verdict",
      "take-back-verdict",
      "give-verdict",
    ]);
    expect(JSON.stringify(audit)).not.toContain("Jane");
    // Each stays on record, so that a line asked for an earlier day shows what was in force then.
    const kept = await db.asOwner<{ verdict: string; decided_on: string }>(
      "select verdict, decided_on::text from screening_verdicts where hit_id = $1 order by sequence",
      [hitId],
    );
    expect(kept.map(({ verdict }) => verdict)).toEqual(["wrong_entity", "waiting", "confirmed"]);
    expect(kept[0]?.decided_on).toBe("2026-11-20");
  });

  it("are one, however many give them at once", async () => {
    const { org, actor } = await plant();
    const hitId = (await hits(actor)).items[0]?.id ?? "";
    const given = await Promise.all(
      (
        [
          ["owner", "confirmed"],
          ["manager", "wrong_entity"],
        ] as const
      ).map(([role, verdict]) =>
        codeOf(
          as(org.actor(role), (work) => giveVerdict(work, { hitId, verdict, reason: "Because" })),
        ),
      ),
    );
    expect(given.toSorted()).toEqual(["done", "verdict_already_given"]);
  });

  it("page in their order, each hit once", async () => {
    const { actor } = await plant();
    const first = await hits(actor, { limit: 1 });
    const second = await hits(actor, { limit: 1, after: first.next ?? "" });
    expect(second.next).toBeNull();
    expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(2);
    expect(await codeOf(hits(actor, { after: "x" }))).toBe("input_invalid");
  });
});
