import type { Line } from "@throughline/domain";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { workOf } from "../../test/plant-contract.ts";
import { refuses } from "../../test/refuses.ts";
import { aboutOf, takeText } from "../../test/take-planted-text.ts";
import { createContract } from "../contracts/index.ts";
import { decideMatchReview } from "../site-acts/index.ts";
import { showContractLine, traceContracts } from "./index.ts";
import { mostOf } from "./show-contract-line.ts";

let db: TestDatabase;
let buyer: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  buyer = await plantOrganisation(db.database, "Tracing City");
});
afterAll(async () => {
  await db.close();
});

function inside<T>(work: (work: Work) => Promise<T>): Promise<T> {
  const actor = buyer.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

/** Decides on every pair of the buyer, on a day. */
async function decideMatch(decision: "same" | "different" | null, on: string): Promise<void> {
  const pairs = await db.asOwner<{ id: string }>(
    "select id from match_reviews where organisation_id = $1",
    [buyer.organisationId],
  );
  const actor = buyer.actor();
  for (const { id: reviewId } of pairs)
    await db.database.withActor(actor, (tx) =>
      decideMatchReview(workOf(tx, actor, new Date(`${on}T12:00:00Z`)), { reviewId, decision }),
    );
}

/** What giving a verdict on every hit of the buyer leaves behind on a day. */
async function giveVerdicts(verdict: string, on: string): Promise<void> {
  await db.asOwner(
    "insert into screening_verdicts (organisation_id, hit_id, verdict, decided_by, decided_on) select organisation_id, id, $2, $3, $4 from screening_hits where organisation_id = $1",
    [buyer.organisationId, verdict, buyer.people.manager, on],
  );
}

async function lineOf(id: string, asOf?: string): Promise<Line> {
  return (await inside((work) => showContractLine(work, { id, asOf }))).line;
}

// Hefei Bitland is under a withhold-release order of 2020-09-08; the other two are invented.
const label =
  "Lenovo, Manufactured by one of the following: 1. Hefei Bitland Information Technology Co., Ltd., No. 4088 Jinxiu Avenue, Hefei, Anhui, China 2. Beta Computer (Chongqing) Co., Ltd., 18 Zongbao Road, Chongqing, China 3. Gamma Precision (Kunshan) Co., Ltd., 15 Third Avenue, Kunshan, Jiangsu, China";

async function plantLaptops(): Promise<string> {
  return inside(async (work) => {
    const { id } = await createContract(
      work,
      contractInput({
        supplier: party("Cedar IT"),
        cpv: ["30213100"],
        products: [product("Lenovo", "IdeaPad 3"), product("HP", "ProBook 450")],
        conditions: [siteClause({ dueFrom: "signature" })],
        signedOn: "2026-01-01",
      }),
    );
    return id;
  });
}

describe("the line of a contract", () => {
  it("shows possible sites as possible, the measure at one of them, and who waits for a verdict", async () => {
    const id = await plantLaptops();
    await inside((work) =>
      takeText(work, id, label, aboutOf({ brand: "Lenovo", receivedOn: "2026-11-01" })),
    );
    const { line, edges } = await inside((work) => showContractLine(work, { id }));
    expect(line.products.map((one) => [one.family, one.status])).toEqual([
      ["ProBook 450", "missing"],
      ["IdeaPad 3", "imprecise"],
    ]);
    const bitland = line.sites.find((site) => site.name.includes("Bitland"));
    expect(bitland).toMatchObject({ screening: "hit" });
    expect(bitland?.standing.text).toBe("one of three possible sites");
    expect(edges).toHaveLength(3);
    expect(edges[0]).toMatchObject({ siteId: bitland?.siteId, kind: "one_of_n_possible" });
    const kinds = line.breaks.map((one) => one.action.kind);
    expect(kinds).toContain("decide_hit");
    expect(kinds).toContain("ask_which_site");
    expect(line.completeness.productsTraced).toEqual({ numerator: 0, denominator: 2, value: 0 });
  });

  it("shows a past day as it was known then", async () => {
    const id = await plantLaptops();
    await inside((work) =>
      takeText(work, id, label, aboutOf({ brand: "Lenovo", receivedOn: "2026-11-01" })),
    );
    expect((await lineOf(id, "2026-10-31")).sites).toEqual([]);
    expect((await lineOf(id, "2026-11-01")).products[1]?.status).toBe("imprecise");
    // Screened on the day it was taken, 20 November: before, nobody had looked.
    expect((await lineOf(id, "2026-11-19")).sites.map((site) => site.screening)).toEqual([
      "not_screened",
      "not_screened",
      "not_screened",
    ]);
    await db.asOwner("update disclosures set withdrawn_on = '2026-11-10' where contract_id = $1", [
      id,
    ]);
    expect((await lineOf(id, "2026-11-09")).products[1]?.status).toBe("imprecise");
    expect((await lineOf(id, "2026-11-10")).products[1]?.status).toBe("withdrawn");
    await refuses("date_in_future", lineOf(id, "2026-11-21"));
  });

  it("counts two sites that a person found to be the same as one, from that day on", async () => {
    const id = await plantLaptops();
    await inside((work) =>
      takeText(work, id, label, aboutOf({ brand: "Lenovo", receivedOn: "2026-11-01" })),
    );
    const [a, b] = await db.asOwner<{ id: string }>(
      "select id from sites where organisation_id = $1 and name not like '%Bitland%' order by id",
      [buyer.organisationId],
    );
    await db.asOwner(
      "insert into match_reviews (organisation_id, site_a, site_b, probability, explanation) values ($1, $2, $3, 0.6, '[]')",
      [buyer.organisationId, a?.id, b?.id],
    );
    const offered = await lineOf(id);
    expect(offered.sites.filter((site) => site.toReview)).toHaveLength(2);
    expect(offered.breaks.some((one) => one.action.kind === "decide_match")).toBe(true);
    await decideMatch("same", "2026-11-15");
    const joined = await lineOf(id);
    expect(joined.sites).toHaveLength(2);
    expect(joined.sites.map((site) => site.siteId)).toContain(a?.id);
    expect(joined.breaks.some((one) => one.action.kind === "decide_match")).toBe(false);
    expect((await lineOf(id, "2026-11-14")).sites).toHaveLength(3);

    // Taken back: asked again from that day on, and still one site on the days between.
    await decideMatch(null, "2026-11-17");
    expect((await lineOf(id, "2026-11-16")).sites).toHaveLength(2);
    expect((await lineOf(id)).breaks.some((one) => one.action.kind === "decide_match")).toBe(true);

    await decideMatch("different", "2026-11-17");
    const apart = await lineOf(id);
    expect(apart.sites).toHaveLength(3);
    expect(apart.sites.some((site) => site.toReview)).toBe(false);
  });

  it("remembers a wrong-entity verdict, and does not show it before it was given", async () => {
    const id = await plantLaptops();
    await inside((work) =>
      takeText(work, id, label, aboutOf({ brand: "Lenovo", receivedOn: "2026-11-01" })),
    );
    await db.asOwner(
      "update screenings set screened_on = '2026-11-02' where organisation_id = $1",
      [buyer.organisationId],
    );
    await db.asOwner(
      "update screening_hits set found_on = '2026-11-02' where organisation_id = $1",
      [buyer.organisationId],
    );
    await giveVerdicts("wrong_entity", "2026-11-12");
    const bitland = (line: Line) =>
      line.sites.find((site) => site.name.includes("Bitland"))?.screening;
    expect(bitland(await lineOf(id, "2026-11-11"))).toBe("hit");
    expect(bitland(await lineOf(id))).toBe("no_hit_on_partial_list");
    const checked = (await lineOf(id)).stations.find((station) => station.name === "checked");
    expect(JSON.stringify(checked?.facts)).toContain("manager of Tracing City");

    // Taken back on a later day: a hit again from then on, and none on the days between.
    await giveVerdicts("waiting", "2026-11-16");
    expect(bitland(await lineOf(id, "2026-11-15"))).toBe("no_hit_on_partial_list");
    expect(bitland(await lineOf(id))).toBe("hit");
  });

  it("lists the sites of a contract that has no products yet", async () => {
    const { id } = await inside((work) => createContract(work, contractInput()));
    await inside((work) => takeText(work, id, label, aboutOf({ receivedOn: "2026-11-01" })));
    const line = await lineOf(id);
    expect(line.sites).toHaveLength(3);
    expect(line.completeness.productsTraced.value).toBeNull();
  });
});

describe("a site that another organisation published", () => {
  const warehouse =
    "Lenovo, Manufactured by one of the following: 1. Delta Precision (Suzhou) Co., Ltd., 8 Harbour Road, Suzhou, Jiangsu, China 2. Epsilon Warehouse (Wuxi) Co., Ltd., 15 Third Avenue, Wuxi, Jiangsu, China";

  /** The other organisation discloses both, flags one as a warehouse, and publishes them. */
  async function publishElsewhere(): Promise<void> {
    const other = await plantOrganisation(db.database, "Monitoring hub");
    const actor = other.actor();
    await db.database.withActor(actor, async (tx) => {
      const work = workOf(tx, actor);
      const { id } = await createContract(work, contractInput());
      await takeText(work, id, warehouse, aboutOf({ receivedOn: "2026-11-01" }));
    });
    await db.asOwner(
      "update sites set flags = '{warehouse,country_contradicts_address}', published_at = now(), published_by = $2 where organisation_id = $1",
      [other.organisationId, other.people.owner],
    );
  }

  it("comes without that organisation's flags, and with what one's own disclosure says of the place", async () => {
    await publishElsewhere();
    const id = await plantLaptops();
    await inside((work) =>
      takeText(work, id, warehouse, aboutOf({ brand: "Lenovo", receivedOn: "2026-11-01" })),
    );
    const own = await db.asOwner("select id from sites where organisation_id = $1", [
      buyer.organisationId,
    ]);
    expect(own).toEqual([]);
    const { sites } = await lineOf(id);
    expect(sites).toHaveLength(2);
    const flags = sites.map((site) => site.flags.filter((flag) => flag !== "warehouse"));
    expect(JSON.stringify(flags)).not.toContain("country_contradicts_address");
    await db.asOwner(
      "update disclosure_rows set flags = '{warehouse,duplicate_in_list}' where organisation_id = $1 and name like 'Delta%'",
      [buyer.organisationId],
    );
    const said = await lineOf(id);
    expect(said.sites.find((site) => site.name.startsWith("Delta"))?.flags).toEqual(["warehouse"]);
    await db.asOwner("update disclosure_rows set flags = '{}' where organisation_id = $1", [
      buyer.organisationId,
    ]);
    expect((await lineOf(id)).sites.map((site) => site.flags)).toEqual([[], []]);
  });
});

describe("many lines at once", () => {
  it("take as many queries as one", async () => {
    const ids = await inside(async (work) => {
      const made: string[] = [];
      for (let count = 0; count < 12; count += 1)
        made.push(
          (await createContract(work, contractInput({ products: [product("Lenovo", "A")] }))).id,
        );
      return made;
    });
    for (const id of ids.slice(0, 3))
      await inside((work) => takeText(work, id, label, aboutOf({ receivedOn: "2026-11-01" })));
    const count = (some: readonly string[]): Promise<number> =>
      inside(async (work) => {
        let queries = 0;
        const tx = work.tx.withPlugin({
          transformQuery: ({ node }) => {
            queries += 1;
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        // The plugin changes nothing about the transaction but that it counts.
        const traced = await traceContracts({ ...work, tx: tx as Work["tx"] }, some, work.today);
        expect(traced.size).toBe(some.length);
        return queries;
      });
    const one = await count(ids.slice(0, 1));
    expect(one).toBeGreaterThan(10);
    expect(await count(ids)).toBe(one);
  });
});

describe("a long line", () => {
  it("comes in parts that add up, and a write shows at once", async () => {
    const products = Array.from({ length: 300 }, (_, index) =>
      product("Lenovo", `Model ${String(index).padStart(3, "0")}`),
    );
    const { id } = await inside((work) => createContract(work, contractInput({ products })));
    await inside((work) =>
      takeText(work, id, label, aboutOf({ receivedOn: "2026-11-01", kind: "confirmed" })),
    );
    await db.asOwner(
      `insert into trace_links (contract_id, organisation_id, product_line_id, site_id, tier, kind, disclosure_id)
       select contract_id, organisation_id, product_line_id, site_id, 'component', 'confirmed', disclosure_id from trace_links where contract_id = $1`,
      [id],
    );
    const first = await inside((work) => showContractLine(work, { id }));
    expect(first.line.products).toHaveLength(mostOf.products);
    expect(first.part.products).toEqual({ from: 0, total: 300 });
    expect(first.edges).toHaveLength(500);
    expect(first.edges.length + first.edgesLeftOut).toBe(300 * 3 * 2);
    expect(first.factsLeftOut).toContainEqual({ station: "traced", count: 200 });
    const parts = [first];
    for (const from of [mostOf.products, 2 * mostOf.products]) {
      parts.push(
        await inside((work) => showContractLine(work, { id, productsFrom: from, factsFrom: from })),
      );
    }
    const families = parts.flatMap((part) => part.line.products.map((one) => one.family));
    expect(families).toHaveLength(300);
    expect(new Set(families).size).toBe(300);
    const traced = parts.flatMap(
      (part) => part.line.stations.find((one) => one.name === "traced")?.facts ?? [],
    );
    expect(new Set(traced.map((fact) => fact.id)).size).toBe(300);

    await db.asOwner("update contracts set title = 'Changed' where id = $1", [id]);
    expect((await lineOf(id)).contract.title).toBe("Changed");
  });
});
