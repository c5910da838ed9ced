/** Searching by words: order, pages, filters, and that the index is walked, not the registry. */
import type { Actor } from "@throughline/domain";
import { openTestDatabase, plantOrganisation, type TestDatabase } from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { plantContract, workOf } from "../../test/plant-contract.ts";
import { takeText } from "../../test/take-planted-text.ts";
import { listSites } from "./list-sites.ts";
import { publishSite } from "./publish-site.ts";
import { typedRange } from "./site-keys.ts";
import { findSitesByWords, type SearchBounds } from "./site-search.store.ts";

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
  "Acme, Manufactured by one of the following: 1. Zeta Compal Electronics Co., Ltd. No.15, Third Avenue, Kunshan, Jiangsu, China " +
  "2. Compal Optics Co., Ltd. 18#, Zongbao Road, Chongqing, China 3. Compal Compal Batteries Co., Ltd. No.7, First Avenue, Suzhou, Jiangsu, China " +
  "4. Yokai Compal K.K., 2-3 Honmachi, Osaka, Japan 5. Alpha Optics Ltd. 4 Mill Road, Leeds, United Kingdom";

async function plant(): Promise<Actor> {
  const actor = (await plantOrganisation(db.database)).actor();
  await as(actor, async (work) => {
    const { contractId } = await plantContract(work, [["Acme", "Book 3"]]);
    await takeText(work, contractId, label);
  });
  return actor;
}

const list = (actor: Actor, wanted: Partial<Parameters<typeof listSites>[1]> = {}) =>
  as(actor, (work) => listSites(work, { limit: 50, ...wanted }));

async function namesOf(actor: Actor, wanted: Partial<Parameters<typeof listSites>[1]>) {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await list(actor, { ...wanted, ...(after === undefined ? {} : { after }) });
    names.push(...page.items.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return names;
}

const inOrder = [
  "Compal Compal Batteries Co., Ltd.",
  "Zeta Compal Electronics Co., Ltd.",
  "Yokai Compal K.K.",
  "Compal Optics Co., Ltd.",
];

describe("searching sites", () => {
  it.each([1, 2, 50])("finds each once, from the word on, in pages of %i", async (limit) => {
    const actor = await plant();
    expect(await namesOf(actor, { search: "compal", limit })).toEqual(inOrder);
    expect(await namesOf(actor, { search: "comp", limit })).toEqual(inOrder);
  });

  it("asks for every word, in any order, with the filters", async () => {
    const actor = await plant();
    expect(await namesOf(actor, { search: "optics compal" })).toEqual(["Compal Optics Co., Ltd."]);
    expect(await namesOf(actor, { search: "compal ltd", limit: 1 })).toEqual([
      "Compal Compal Batteries Co., Ltd.",
      "Zeta Compal Electronics Co., Ltd.",
      "Compal Optics Co., Ltd.",
    ]);
    expect(await namesOf(actor, { search: "compal", country: "JP" })).toEqual([
      "Yokai Compal K.K.",
    ]);
    expect(await namesOf(actor, { search: "compal", country: "DE" })).toEqual([]);
    expect(await namesOf(actor, { search: "compal", scope: "published" })).toEqual([]);
    expect(await namesOf(actor, { search: "compal", screening: "hit" })).toEqual([]);
  });

  it("merges own and published sites in one order, and nothing else", async () => {
    const [mine, theirs] = [await plant(), await plant()];
    const optics = (await list(theirs, { search: "compal optics" })).items[0];
    await as(theirs, (work) => publishSite(work, { id: optics?.id ?? "", ground: "Released." }));
    const names = await namesOf(mine, { search: "compal", limit: 2 });
    expect(names).toEqual([...inOrder, "Compal Optics Co., Ltd."]);
    expect(await namesOf(mine, { search: "compal", scope: "published" })).toEqual([
      "Compal Optics Co., Ltd.",
    ]);
  });

  it("finds the same in the same order whichever way it takes", async () => {
    const [actor, theirs] = [await plant(), await plant()];
    for (const { id } of (await list(theirs, { search: "compal" })).items.slice(0, 2))
      await as(theirs, (work) => publishSite(work, { id, ground: "Released." }));
    const conditions = { beginning: null, ids: null, contractId: undefined, screening: undefined };
    const find = (
      words: readonly [string, ...string[]],
      country: string | undefined,
      bounds: SearchBounds,
    ) =>
      as(actor, async (work) => {
        const [first, ...others] = words;
        const found = await findSitesByWords(
          work,
          [typedRange(first), ...others.map(typedRange)],
          { ...conditions, country, scope: undefined, limit: 3 },
          null,
          bounds,
        );
        return found.map(({ id, key }) => `${id} ${key}`);
      });
    for (const words of [
      ["compal"],
      ["compal", "ltd"],
      ["optics", "compal"],
      ["co", "batteries"],
    ] as const)
      for (const country of [undefined, "CN", "JP"]) {
        const sorted = await find(words, country, { few: 100, many: 100, soon: 100 });
        const gathered = await find(words, country, { few: 0, many: 100, soon: 100 });
        const probed = await find(words, country, { few: 0, many: 1, soon: 100 });
        const thorough = await find(words, country, { few: 0, many: 1, soon: 1 });
        // Only where more words than one are common does it matter which leads: compare what was found.
        for (const other of [gathered, probed, thorough])
          expect(new Set(other.map((one) => one.split(" ")[0]))).toEqual(
            new Set(sorted.map((one) => one.split(" ")[0])),
          );
        expect(gathered).toEqual(sorted);
        expect(thorough).toEqual(probed);
      }
  });
});
