import type { Actor } from "@throughline/domain";
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
import { decideMatchReview } from "../site-acts/index.ts";
import { getSite } from "./get-site.ts";
import { listMatchReviews } from "./list-match-reviews.ts";
import { listSites } from "./list-sites.ts";
import { publishSite } from "./publish-site.ts";
import { suggestSites } from "./suggest-sites.ts";

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

async function as<T>(actor: Actor, run: (work: Work) => Promise<T>): Promise<T> {
  return db.database.withActor(actor, (tx) => run(workOf(tx, actor)));
}

const label =
  "Acme, Manufactured by one of the following: 1. Alpha Electronics (Kunshan) Co., Ltd. No.15, Third Avenue, Kunshan, Jiangsu, China " +
  "2. Beta Computer (Chongqing) Co., Ltd. 18#, Zongbao Road, Chongqing, China 3. Compal Information (Kunshan) Co., Ltd. No.15, Third Avenue, A Zone, Kunshan, Jiangsu, China " +
  "4. Compal information technology (kunshan) CO., LTD. No.17, Third Avenue, A Zone, Kunshan, Jiangsu, China 5. Yokai K.K., 2-3 Honmachi, Osaka, Japan";

async function plant(): Promise<{ org: PlantedOrganisation; actor: Actor; contractId: string }> {
  const org = await plantOrganisation(db.database);
  const actor = org.actor();
  const contractId = await as(actor, async (work) => {
    const planted = await plantContract(work, [["Acme", "Book 3"]]);
    await takeText(work, planted.contractId, label);
    return planted.contractId;
  });
  return { org, actor, contractId };
}

const list = (actor: Actor, wanted: Partial<Parameters<typeof listSites>[1]> = {}) =>
  as(actor, (work) => listSites(work, { limit: 50, ...wanted }));

describe("listing sites", () => {
  it("pages by name, each site once", async () => {
    const { actor } = await plant();
    const names: string[] = [];
    let after: string | undefined;
    do {
      const page = await list(actor, { limit: 2, ...(after === undefined ? {} : { after }) });
      expect(page.items.length).toBeLessThanOrEqual(2);
      names.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after !== undefined);
    expect(names.length).toBe(5);
    expect(new Set(names).size).toBe(5);
    expect(names).toEqual(names.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)));
    expect(await codeOf(list(actor, { after: "bm90IG9uZQ" }))).toBe("input_invalid");
  });

  it("finds by the beginning of words, by printed id, country, contract and screening", async () => {
    const { actor, contractId } = await plant();
    const found = async (wanted: Parameters<typeof list>[1]) =>
      (await list(actor, wanted)).items.map(({ name }) => name);
    expect((await found({ search: "compal kunsh" })).length).toBe(2);
    expect((await found({ search: "Zongbao" })).length).toBe(1);
    expect(await found({ search: "beta comp" })).toEqual(["Beta Computer (Chongqing) Co., Ltd."]);
    expect(await found({ search: "!!" })).toEqual([]);
    expect(await found({ search: "yo" })).toEqual(["Yokai K.K."]);
    expect((await found({ search: "co" })).length).toBe(2);
    const [beta] = (await list(actor, { search: "beta" })).items;
    expect(await found({ search: beta?.publicId.toLowerCase() ?? "" })).toEqual([beta?.name]);
    expect(await found({ country: "JP" })).toEqual(["Yokai K.K."]);
    expect((await found({ contractId })).length).toBe(5);
    expect(await found({ contractId: beta?.id ?? "" })).toEqual([]);
    expect(await found({ screening: "hit" })).toEqual([]);
    expect(await found({ screening: "not_screened" })).toEqual([]);
    expect((await found({ scope: "own" })).length).toBe(5);
    expect(await found({ scope: "published" })).toEqual([]);
    // One of the lists is only an extract: nobody may read this as clean.
    expect(beta).toMatchObject({
      screening: "no_hit_on_partial_list",
      contracts: 1,
      published: false,
    });
  });

  it("suggests while a name is typed", async () => {
    const { actor } = await plant();
    const names = async (text: string) =>
      (await as(actor, (work) => suggestSites(work, text))).map(({ name }) => name);
    expect(await names("alp")).toEqual(["Alpha Electronics (Kunshan) Co., Ltd."]);
    expect((await names("kunshan")).length).toBe(3);
    expect(await names("compal technology")).toEqual([
      "Compal information technology (kunshan) CO., LTD.",
    ]);
    expect(await names("lpha")).toEqual(["Alpha Electronics (Kunshan) Co., Ltd."]);
    expect(await names("pha")).toEqual([]);
    expect(await names("  ")).toEqual([]);
  });
});

describe("one site", () => {
  it("is found by id, printed id in any spelling, and tells where each value comes from", async () => {
    const { actor, org, contractId } = await plant();
    const [alpha] = (await list(actor, { search: "alpha" })).items;
    const site = await as(actor, (work) => getSite(work, alpha?.id ?? ""));
    expect(site.values.map(({ field, saidBy }) => [field, saidBy])).toEqual([
      ["name", "Acme"],
      ["address", "Acme"],
      ["country", "Acme"],
      ["coordinates", "Throughline, from the address"],
    ]);
    expect(site.links).toMatchObject([
      { contractId, product: "Acme Book 3", kind: "one_of_n_possible", alternativesCount: 5 },
    ]);
    expect(site.can).toEqual({ write: true, publish: true, decideHits: true, arrange: true });
    const sloppy = ` ${(alpha?.publicId ?? "").toLowerCase().replaceAll("0", "o")} `;
    expect((await as(actor, (work) => getSite(work, sloppy))).id).toBe(alpha?.id);
    expect((await as(org.actor("reader"), (work) => getSite(work, site.id))).can).toEqual({
      write: false,
      publish: false,
      decideHits: false,
      arrange: false,
    });
    const last = site.publicId.at(-1) === "A" ? "B" : "A";
    const mistyped = site.publicId.slice(0, -1) + last;
    expect(await codeOf(as(actor, (work) => getSite(work, mistyped)))).toBe(
      "identifier_check_digit",
    );
    expect(await codeOf(as(actor, (work) => getSite(work, "nonsense")))).toBe("not_found");
  });
});

describe("reviewing pairs", () => {
  it("asks once, remembers, and takes back", async () => {
    const { actor, org, contractId } = await plant();
    const reviews = (state: "open" | "decided") =>
      as(actor, (work) => listMatchReviews(work, { limit: 50, state, contractId }));
    const { items } = await reviews("open");
    expect(items.length).toBe(1);
    const [pair] = items;
    const reviewId = pair?.id ?? "";
    expect(pair?.explanation.some(({ agreed }) => agreed.includes("compal"))).toBe(true);
    expect(new Set([pair?.a.name, pair?.b.name])).toEqual(
      new Set([
        "Compal Information (Kunshan) Co., Ltd.",
        "Compal information technology (kunshan) CO., LTD.",
      ]),
    );
    const site = await as(actor, (work) => getSite(work, pair?.a.id ?? ""));
    expect(site.reviewWith).toMatchObject([{ reviewId, siteId: pair?.b.id }]);

    const decide = (decision: "same" | "different" | "unsure" | null) =>
      codeOf(as(actor, (work) => decideMatchReview(work, { reviewId, decision })));
    expect(await decide("unsure")).toBe("done");
    expect(await decide("different")).toBe("done");
    expect(await decide("different")).toBe("done");
    expect(await decide("same")).toBe("verdict_already_given");
    // The same list again asks nothing again.
    await as(actor, (work) => takeText(work, contractId, label));
    expect((await reviews("open")).items).toEqual([]);
    expect((await reviews("decided")).items).toMatchObject([
      { id: reviewId, decision: "different", decidedBy: `owner of ${org.name}` },
    ]);
    expect(await decide(null)).toBe("done");
    expect(await decide("same")).toBe("done");
    const audit = await db.asOwner<{ action: string }>(
      "select action from audit_entries where organisation_id = $1 and subject_kind = 'match_review' order by at",
      [org.organisationId],
    );
    expect(audit.map(({ action }) => action)).toEqual([
      "decide-match-review",
      "decide-match-review",
      "take-back-match-decision",
      "decide-match-review",
    ]);
  });
});

describe("publishing", () => {
  it("shows everyone the site and nothing of where it came from", async () => {
    const { actor, org } = await plant();
    const other = await plantOrganisation(db.database, "Other");
    const [alpha] = (await list(actor, { search: "alpha" })).items;
    const id = alpha?.id ?? "";
    await as(actor, (work) => publishSite(work, { id, ground: "Jane of Acme agreed in writing" }));
    const seen = await as(other.actor(), (work) => getSite(work, alpha?.publicId ?? ""));
    expect(seen).toMatchObject({
      id,
      name: alpha?.name,
      address: alpha?.address,
      country: "CN",
      published: true,
      screening: "not_screened",
      contracts: 0,
      flags: [],
      values: [],
      links: [],
      hits: [],
      screenings: [],
      reviewWith: [],
      can: { write: false, publish: false },
    });
    expect((await list(other.actor())).items.map((site) => site.id)).toEqual([id]);
    expect((await list(other.actor(), { search: "alph" })).items.length).toBe(1);
    expect((await list(actor, { scope: "published" })).items.length).toBe(1);
    expect(await codeOf(as(actor, (work) => publishSite(work, { id, ground: "Again" })))).toBe(
      "already_exists",
    );
    const audit = JSON.stringify(
      await db.asOwner("select * from audit_entries where organisation_id = $1", [
        org.organisationId,
      ]),
    );
    expect(audit).toContain("publish-site");
    expect(audit).not.toContain("Jane");
  });

  it("lets another organisation's disclosure find the published site, and gives a factory one public identity", async () => {
    const { actor } = await plant();
    const [beta] = (await list(actor, { search: "beta" })).items;
    const other = await plantOrganisation(db.database, "Other");
    const before = await as(other.actor(), async (work) => {
      const { contractId } = await plantContract(work, [["Acme", "Book 3"]]);
      await takeText(work, contractId, label);
      return contractId;
    });
    await as(actor, (work) => publishSite(work, { id: beta?.id ?? "", ground: "Agreed" }));
    const [theirs] = (await list(other.actor(), { search: "beta", scope: "own" })).items;
    expect(theirs?.id).not.toBe(beta?.id);
    expect(
      await codeOf(
        as(other.actor(), (work) => publishSite(work, { id: theirs?.id ?? "", ground: "Agreed" })),
      ),
    ).toBe("already_exists");
    // Their own site stays theirs; the published one is offered as perhaps the same.
    await as(other.actor(), (work) => takeText(work, before, label));
    const { items } = await as(other.actor(), (work) =>
      listMatchReviews(work, { limit: 50, state: "open" }),
    );
    expect(items.some(({ a, b }) => [a.id, b.id].includes(beta?.id ?? ""))).toBe(true);

    const third = await plantOrganisation(db.database, "Third");
    const taken = await as(third.actor(), async (work) => {
      const { contractId } = await plantContract(work, [["Acme", "Book 3"]]);
      return takeText(work, contractId, label);
    });
    const rows = await db.asOwner<{ match_band: string }>(
      "select match_band from disclosure_rows where disclosure_id = $1 and site_id = $2",
      [taken.disclosureId, beta?.id],
    );
    expect(rows).toEqual([{ match_band: "same" }]);
  });

  it("keeps what later disclosures say out of what is public", async () => {
    const { actor, contractId } = await plant();
    const [yokai] = (await list(actor, { search: "yokai" })).items;
    await as(actor, (work) => publishSite(work, { id: yokai?.id ?? "", ground: "Agreed" }));
    await as(actor, (work) =>
      takeText(
        work,
        contractId,
        "Made by: 1. Yokai Headquarters K.K., 2-3 Honmachi, Osaka, Japan 2. Yokai K.K., 2-3 Honmachi, Osaka, Japan",
      ),
    );
    const other = await plantOrganisation(db.database, "Other");
    const seen = await as(other.actor(), (work) => listSites(work, { limit: 50, search: "yok" }));
    expect(seen.items).toMatchObject([{ name: "Yokai K.K.", flags: [] }]);
    expect(
      (await as(other.actor(), (work) => listSites(work, { limit: 50, search: "headq" }))).items,
    ).toEqual([]);
  });
});
