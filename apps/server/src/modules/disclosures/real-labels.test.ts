/** The real manufacturer texts of two laptops, read from the reference folder beside the project. */
import { existsSync, readFileSync } from "node:fs";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";

const texts = new URL(
  "../../../../../../shared/data/suppliers/product_factory_disclosures.jsonl",
  import.meta.url,
);
const Label = z.object({ brand: z.string(), manufacturer_text: z.string().optional() });

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await db.close();
});

describe("the real labels", () => {
  it("give seven and four possible places, one under a measure, and one company at two addresses", async () => {
    if (!existsSync(texts)) {
      if (process.env["CI"] === "true") throw new Error("The file of real labels is absent.");
      console.warn("NOT RUN: the file of real labels is absent");
      return;
    }
    const labels = readFileSync(texts, "utf8")
      .trim()
      .split("\n")
      .map((line) => Label.parse(JSON.parse(line)));
    const textOf = (brand: string): string =>
      labels.find((label) => label.brand === brand)?.manufacturer_text ?? "";
    const org = await plantOrganisation(db.database);
    const { contractId, lenovo, hp } = await db.database.withActor(org.actor(), async (tx) => {
      const work = workOf(tx, org.actor());
      const planted = await plantContract(work, [
        ["Lenovo", "IdeaPad 3"],
        ["HP", "245 G7"],
      ]);
      return {
        contractId: planted.contractId,
        lenovo: await takeText(work, planted.contractId, textOf("Lenovo")),
        hp: await takeText(work, planted.contractId, textOf("HP")),
      };
    });
    expect(lenovo).toMatchObject({ links: 7, counts: { read: 7, rejected: 0 } });
    expect(hp).toMatchObject({ links: 4, counts: { read: 4, rejected: 0 } });

    const links = await db.asOwner<{
      kind: string;
      alternatives_count: number;
      caveat: string | null;
      flags: string[];
      name: string;
      disclosure_id: string;
    }>(
      "select l.kind, l.alternatives_count, l.caveat, l.disclosure_id, s.flags, s.name from trace_links l join sites s on s.id = l.site_id where l.contract_id = $1",
      [contractId],
    );
    expect(new Set(links.map(({ kind }) => kind))).toEqual(new Set(["one_of_n_possible"]));
    const ofLenovo = links.filter((link) => link.disclosure_id === lenovo.disclosureId);
    expect(new Set(ofLenovo.map((link) => link.alternatives_count))).toEqual(new Set([7]));
    expect(ofLenovo.filter(({ flags }) => flags.includes("not_manufacturing")).length).toBe(2);
    expect(ofLenovo.every(({ caveat }) => caveat?.includes("ends in the middle") === true)).toBe(
      true,
    );
    const hits = await db.asOwner<{ name: string; effective_on: string | null; list_id: string }>(
      "select s.name, h.effective_on::text, h.list_id from screening_hits h join sites s on s.id = h.site_id where h.organisation_id = $1 and h.list_id = 'cbp_wro_findings'",
      [org.organisationId],
    );
    expect(hits).toEqual([
      {
        name: "Hefei Bitland Information Technology Co.,Ltd",
        effective_on: "2020-09-08",
        list_id: "cbp_wro_findings",
      },
    ]);
    const pairs = await db.asOwner<{ a: string; b: string }>(
      "select a.name as a, b.name as b from match_reviews r join sites a on a.id = r.site_a join sites b on b.id = r.site_b where r.organisation_id = $1",
      [org.organisationId],
    );
    // One company in two streets of one town is two sites: nobody is asked.
    expect(pairs.filter(({ a, b }) => /compal/i.test(a) && /compal/i.test(b))).toEqual([]);
  });
});
