import type { DisclosureAbout } from "@throughline/contract";
import type { Actor } from "@throughline/domain";
import { readDisclosureText } from "@throughline/interchange";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { startTestApp, type TestApp } from "../../test/start-test-app.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { aboutOf, takeText } from "../../test/take-planted-text.ts";
import { getDisclosure } from "./show-disclosures.ts";
import { takeDisclosure } from "./take-disclosure.ts";
import { withdrawDisclosure } from "./withdraw-disclosure.ts";

let db: TestDatabase;
let server: TestApp;
beforeAll(async () => {
  db = await openTestDatabase();
  server = await startTestApp({ database: db.database });
});
afterAll(async () => {
  await server.close();
  await db.close();
});

const label =
  "Acme, Manufactured by one of the following: 1. Alpha Ltd, 1 Mill Road, Leeds, UK 2. Beta Ltd, 2 Mill Road, York, UK Packer: Gamma Ltd, 3 Mill Road, Hull, UK";
const product = (brand: string, family: string) => ({
  brand,
  family,
  partNumber: null,
  quantity: null,
  value: null,
  cpv: null,
});

async function plant(products: Parameters<typeof plantContract>[1] = []) {
  const org = await plantOrganisation(db.database);
  const actor = org.actor();
  const as = <T>(run: (work: Work) => Promise<T>): Promise<T> =>
    db.database.withActor(actor, (tx) => run(workOf(tx, actor)));
  const { contractId, productIds } = await as((work) => plantContract(work, products));
  const add = (...added: ReturnType<typeof product>[]) =>
    server
      .as(org.people.owner, org.organisationId)
      .contracts.addProducts({ id: contractId, products: added });
  return { org, actor, as, contractId, productIds, add };
}

async function linksOf(contractId: string) {
  return db.asOwner<{ name: string; family: string; tier: string; kind: string; n: number | null }>(
    `select s.name, p.family, l.tier, l.kind, l.alternatives_count as n
     from trace_links l join product_lines p on p.id = l.product_line_id left join sites s on s.id = l.site_id
     where l.contract_id = $1 order by s.name, p.family`,
    [contractId],
  );
}

async function takeCsv(
  actor: Actor,
  contractId: string,
  csv: string,
  more: Partial<DisclosureAbout> = {},
) {
  return db.database.withActor(actor, (tx) =>
    takeDisclosure(workOf(tx, actor), contractId, aboutOf(more), readDisclosureText(csv), {
      bytes: Buffer.from(csv),
      mediaType: "text/csv",
      fileName: null,
    }),
  );
}

describe("products that come after the disclosures", () => {
  it("are linked as they would have been, with an entry in the audit", async () => {
    const { org, as, contractId, add } = await plant();
    const { links, disclosureId } = await as((work) => takeText(work, contractId, label));
    expect(links).toBe(0);
    await add(product("Acme", "Book 3"), product("Other", "Pad"));
    expect(await linksOf(contractId)).toEqual([
      {
        name: "Alpha Ltd",
        family: "Book 3",
        tier: "final_assembly",
        kind: "one_of_n_possible",
        n: 2,
      },
      {
        name: "Beta Ltd",
        family: "Book 3",
        tier: "final_assembly",
        kind: "one_of_n_possible",
        n: 2,
      },
      { name: "Gamma Ltd", family: "Book 3", tier: "logistics", kind: "brand_level_only", n: null },
    ]);
    const audit = await db.asOwner<{ action: string; subject_id: string; after: unknown }>(
      "select action, subject_id, after from audit_entries where organisation_id = $1 and action in ('link-disclosure', 'add-products') order by action",
      [org.organisationId],
    );
    expect(audit).toMatchObject([
      { action: "add-products" },
      { action: "link-disclosure", subject_id: disclosureId, after: { contractId, links: 3 } },
    ]);
    // Once linked, it is not linked again by itself.
    await add(product("Acme", "Book 5"));
    expect((await linksOf(contractId)).length).toBe(3);
  });

  it("are found by what the rows name, and the note of what was not found goes", async () => {
    const { actor, as, contractId, add } = await plant();
    const { disclosureId } = await takeCsv(
      actor,
      contractId,
      'name,address,country,product\nAlpha Ltd,"1 Mill Road, Leeds",GB,Book 3\nBeta Ltd,"2 Mill Road, York",GB,Toaster\n',
      { tier: "sub_assembly", kind: "confirmed", brand: "Acme" },
    );
    const notes = async () => (await as((work) => getDisclosure(work, { disclosureId }))).notes;
    await add(product("Other", "Pad"));
    expect((await notes()).join(" ")).toContain("carries the brand Acme");
    await add(product("Acme", "Book 3"));
    expect(await linksOf(contractId)).toEqual([
      { name: "Alpha Ltd", family: "Book 3", tier: "sub_assembly", kind: "confirmed", n: null },
    ]);
    expect((await notes()).filter((note) => note.includes("link"))).toEqual([
      "Rows about 'Toaster' were not linked: no product it speaks about is called that.",
    ]);
  });

  it("are not linked by what was withdrawn, or taken for products that a person chose", async () => {
    const { as, contractId, productIds, add } = await plant([["Acme", "Book 3"]]);
    const [chosen = ""] = productIds;
    await as((work) => takeText(work, contractId, label, { productIds: [chosen] }));
    const { disclosureId } = await as((work) =>
      takeText(work, contractId, label, { brand: "Zed" }),
    );
    await as((work) =>
      withdrawDisclosure(work, { disclosureId, withdrawnOn: "2026-11-10", reason: "Wrong" }),
    );
    await db.asOwner("delete from product_lines where id = $1", [chosen]);
    await add(product("Acme", "Book 5"), product("Zed", "Z1"));
    expect(await linksOf(contractId)).toEqual([]);
  });

  it("are linked although the disclosure is being taken at the same moment", async () => {
    const { as, contractId, add } = await plant();
    await Promise.all([
      as((work) => takeText(work, contractId, label)),
      add(product("Acme", "Book 3")),
    ]);
    expect((await linksOf(contractId)).length).toBe(3);
  });
});
