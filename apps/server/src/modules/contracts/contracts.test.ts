import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { contractInput, party, product, siteClause } from "../../test/contract-input.ts";
import { workOf } from "../../test/plant-contract.ts";
import { refuses } from "../../test/refuses.ts";
import { addProducts } from "./add-products.ts";
import { createContract } from "./create-contract.ts";
import { listAskable } from "./list-askable.ts";
import { listContracts } from "./list-contracts.ts";
import { removeContract } from "./remove-contract.ts";
import { removeProduct } from "./remove-product.ts";
import { reviseContract } from "./revise-contract.ts";
import { reviseProduct } from "./revise-product.ts";
import { setConditions } from "./set-conditions.ts";
import { showContract } from "./show-contract.ts";
import { recordAnswer } from "../requests/index.ts";

let db: TestDatabase;
let buyer: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
  buyer = await plantOrganisation(db.database, "Testing City");
});
afterAll(async () => {
  await db.close();
});

function inside<T>(
  work: (work: Work) => Promise<T>,
  organisation: PlantedOrganisation = buyer,
): Promise<T> {
  const actor = organisation.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

describe("creating a contract", () => {
  it("keeps what was given and shows it again", async () => {
    const input = contractInput({
      buyer: party("Testing City"),
      supplier: party("Cedar IT"),
      brands: [party("Lenovo"), party("HP")],
      cpv: ["30213100"],
      value: { minorUnits: 125_000_00, currency: "EUR" },
      startsOn: "2026-01-01",
      endsOn: "2028-12-31",
      extensionDecisionOn: "2028-06-30",
      followUp: { personId: buyer.people.manager, name: null, hoursPerMonth: 2.5 },
      knownCountries: ["CN"],
      products: [product("Lenovo", "IdeaPad 3", "81WE"), product("HP", "ProBook 450")],
      conditions: [siteClause()],
    });
    const detail = await inside(async (work) =>
      showContract(work, (await createContract(work, input)).id),
    );
    expect(detail).toMatchObject({
      title: input.title,
      supplier: { name: "Cedar IT" },
      brands: [{ name: "Lenovo" }, { name: "HP" }],
      value: { minorUnits: 125_000_00, currency: "EUR" },
      followUp: { personId: buyer.people.manager, hoursPerMonth: 2.5 },
      products: [
        { brand: "Lenovo", family: "IdeaPad 3", partNumber: "81WE" },
        { brand: "HP", family: "ProBook 450" },
      ],
      conditions: [{ clause: "14.2", inheritedFrom: null, gatesExtension: true }],
      can: { write: true, request: true },
    });
  });

  it("begins with nothing but a title: the line says what can be asked", async () => {
    const items = await inside(async (work) => {
      const { id } = await createContract(work, contractInput({ cpv: ["34144910"] }));
      return listAskable(work, id);
    });
    expect(items[0]?.what).toContain("models of the electric buses");
    expect(items.some((item) => item.component === "traction battery")).toBe(true);
  });

  it("writes an audit entry that names no person", async () => {
    const { id } = await inside((work) =>
      createContract(
        work,
        contractInput({ followUp: { personId: null, name: "Ada Lovelace", hoursPerMonth: 1 } }),
      ),
    );
    const [entry] = await db.asOwner<{ action: string; after: unknown; actor_person_id: string }>(
      "select action, after, actor_person_id from audit_entries where subject_id = $1",
      [id],
    );
    expect(entry?.action).toBe("create-contract");
    expect(entry?.actor_person_id).toBe(buyer.people.owner);
    expect(JSON.stringify(entry?.after)).not.toContain("Ada");
    expect(entry?.after).toMatchObject({ followUp: { named: true, hoursPerMonth: 1 } });
  });

  it.each([
    ["/endsOn", { startsOn: "2026-02-01", endsOn: "2026-01-01" }],
    ["/extensionDecisionOn", { endsOn: "2026-02-01", extensionDecisionOn: "2026-03-01" }],
    ["/frameworkId", { kind: "call_off" as const }],
    ["/lotNumber", { lotNumber: "1" }],
    ["/value/minorUnits", { value: { minorUnits: -1, currency: "EUR" } }],
    ["/products/0/quantity", { products: [{ ...product("A", "B"), quantity: 1.005 }] }],
    [
      "/lots/1/number",
      {
        kind: "framework" as const,
        lots: [1, 2].map(() => ({ number: "1", title: "A", cpv: [] })),
      },
    ],
    ["/lots", { lots: [{ number: "1", title: "A", cpv: [] }] }],
    [
      "/followUp/hoursPerMonth",
      { followUp: { personId: null, name: "A role", hoursPerMonth: 0.25 } },
    ],
  ])("refuses what does not hold together, at %s", async (path, given) => {
    const { errors } = await refuses(
      "input_invalid",
      inside((work) => createContract(work, contractInput(given))),
    );
    expect(errors[0]?.path).toBe(path);
  });

  it("refuses bytes that are no text, and nothing is half-written", async () => {
    const input = contractInput({ title: "Lap\u0000tops", products: [product("A", "B")] });
    await refuses(
      "input_invalid",
      inside((work) => createContract(work, input)),
    );
    const nested = contractInput({ products: [product("A", "B\u0000")] });
    await refuses(
      "input_invalid",
      inside((work) => createContract(work, nested)),
    );
    const left = await db.asOwner("select 1 from contracts where reference = any($1)", [
      [input.reference, nested.reference],
    ]);
    expect(left).toEqual([]);
  });

  it("refuses a mistyped identifier of a party by its check digit", async () => {
    const supplier = {
      ...party("Cedar IT"),
      identifiers: [{ scheme: "LEI", value: "549300GFX6WN7JDUSN35" }],
    };
    const { errors } = await refuses(
      "identifier_check_digit",
      inside((work) => createContract(work, contractInput({ supplier }))),
    );
    expect(errors[0]?.path).toBe("/supplier/identifiers/0/value");
  });

  it("refuses a reference that is taken, a person who is no member, a lot that is not there", async () => {
    const first = contractInput({
      kind: "framework",
      lots: [{ number: "1", title: "Laptops", cpv: [] }],
    });
    const { id } = await inside((work) => createContract(work, first));
    expect(
      await refuses(
        "already_exists",
        inside((work) => createContract(work, contractInput({ reference: first.reference }))),
      ),
    ).toMatchObject({ errors: [{ path: "/reference" }] });
    await refuses(
      "reference_unknown",
      inside((work) =>
        createContract(
          work,
          contractInput({
            followUp: { personId: crypto.randomUUID(), name: null, hoursPerMonth: null },
          }),
        ),
      ),
    );
    await refuses(
      "reference_unknown",
      inside((work) =>
        createContract(work, contractInput({ kind: "call_off", frameworkId: id, lotNumber: "2" })),
      ),
    );
  });
});

describe("revising a contract", () => {
  it("changes only the fields that were sent, and refuses a stale version", async () => {
    const { id } = await inside((work) =>
      createContract(
        work,
        contractInput({ supplier: party("Cedar IT"), cpv: ["30213100"], endsOn: "2028-12-31" }),
      ),
    );
    const { version } = await inside((work) =>
      reviseContract(work, { id, version: 1, title: "Notebooks", supplier: party("Birch IT") }),
    );
    expect(version).toBe(2);
    const detail = await inside((work) => showContract(work, id));
    expect(detail).toMatchObject({
      title: "Notebooks",
      supplier: { name: "Birch IT" },
      cpv: ["30213100"],
      endsOn: "2028-12-31",
    });
    await refuses(
      "conflict",
      inside((work) => reviseContract(work, { id, version: 1, title: "Late" })),
    );
    const [entry] = await db.asOwner<{ before: unknown; after: unknown }>(
      "select before, after from audit_entries where subject_id = $1 and action = 'revise-contract'",
      [id],
    );
    expect(entry?.before).toMatchObject({ supplier: { name: "Cedar IT" } });
    expect(entry?.after).toEqual({ title: "Notebooks", supplier: party("Birch IT") });
  });

  it("holds the whole together: a new end before the old start is refused", async () => {
    const { id } = await inside((work) =>
      createContract(work, contractInput({ startsOn: "2026-01-01" })),
    );
    await refuses(
      "input_invalid",
      inside((work) => reviseContract(work, { id, version: 1, endsOn: "2025-01-01" })),
    );
  });

  it("makes a contract a call-off once its framework is known, and back", async () => {
    const made = await inside(async (work) => ({
      framework: (await createContract(work, contractInput({ kind: "framework" }))).id,
      contract: (await createContract(work, contractInput())).id,
    }));
    await inside((work) =>
      reviseContract(work, { id: made.contract, version: 1, frameworkId: made.framework }),
    );
    expect((await inside((work) => showContract(work, made.contract))).kind).toBe("call_off");
    await inside((work) =>
      reviseContract(work, { id: made.contract, version: 2, frameworkId: null }),
    );
    expect((await inside((work) => showContract(work, made.contract))).kind).toBe("stand_alone");
  });
});

describe("conditions", () => {
  it("of a framework hold for its call-offs, read where they stand", async () => {
    const made = await inside(async (work) => {
      const framework = await createContract(
        work,
        contractInput({
          kind: "framework",
          title: "Hardware Framework",
          conditions: [siteClause()],
        }),
      );
      const callOff = await createContract(
        work,
        contractInput({
          kind: "call_off",
          frameworkId: framework.id,
          conditions: [siteClause({ clause: "3", requirement: "working_hours", tiers: [] })],
        }),
      );
      return { framework: framework.id, callOff: callOff.id };
    });
    const before = await inside((work) => showContract(work, made.callOff));
    expect(before.conditions.map(({ clause, inheritedFrom }) => [clause, inheritedFrom])).toEqual([
      ["14.2", "Hardware Framework"],
      ["3", null],
    ]);
    await inside((work) =>
      setConditions(work, {
        id: made.framework,
        version: 1,
        conditions: [siteClause({ clause: "15.1" })],
      }),
    );
    const after = await inside((work) => showContract(work, made.callOff));
    expect(after.conditions.map((one) => one.clause)).toEqual(["15.1", "3"]);
    await refuses(
      "conflict",
      inside((work) => setConditions(work, { id: made.framework, version: 1, conditions: [] })),
    );
  });
});

describe("products", () => {
  it("are added, changed and removed with their version", async () => {
    const { id } = await inside((work) => createContract(work, contractInput()));
    const { ids } = await inside((work) =>
      addProducts(work, {
        id,
        products: [product("Lenovo", "IdeaPad 3"), product("HP", "250 G9")],
      }),
    );
    const [first = "", second = ""] = ids;
    const { version } = await inside((work) =>
      reviseProduct(work, { productId: first, version: 1, quantity: 12 }),
    );
    expect(version).toBe(2);
    await refuses(
      "conflict",
      inside((work) => reviseProduct(work, { productId: first, version: 1, quantity: 13 })),
    );
    await inside((work) => removeProduct(work, second));
    const detail = await inside((work) => showContract(work, id));
    expect(detail.products).toMatchObject([{ id: first, family: "IdeaPad 3", quantity: 12 }]);
    await refuses(
      "not_found",
      inside((work) => removeProduct(work, second)),
    );
  });

  it("stay while an answer speaks about one of them alone", async () => {
    const { id, productIds } = await inside((work) =>
      createContract(
        work,
        contractInput({ products: [product("Lenovo", "A"), product("HP", "B")] }),
      ),
    );
    await inside((work) =>
      recordAnswer(work, {
        id,
        requestId: null,
        answeredBy: "HP",
        brand: null,
        answer: "asked_and_refused",
        reason: null,
        answeredOn: "2026-11-01",
        document: null,
        selfReported: false,
        productIds: productIds.slice(1),
      }),
    );
    await refuses(
      "still_in_use",
      inside((work) => removeProduct(work, productIds[1] ?? "")),
    );
    await inside((work) => removeProduct(work, productIds[0] ?? ""));
  });
});

describe("removing a contract", () => {
  it("takes all that hangs on it and keeps what it was in the audit", async () => {
    const { id } = await inside((work) =>
      createContract(
        work,
        contractInput({ title: "Gone soon", products: [product("Lenovo", "IdeaPad 3")] }),
      ),
    );
    await refuses(
      "conflict",
      inside((work) => removeContract(work, { id, version: 7 })),
    );
    await inside((work) => removeContract(work, { id, version: 1 }));
    await refuses(
      "not_found",
      inside((work) => showContract(work, id)),
    );
    const [entry] = await db.asOwner<{ before: unknown }>(
      "select before from audit_entries where subject_id = $1 and action = 'remove-contract'",
      [id],
    );
    expect(entry?.before).toMatchObject({
      title: "Gone soon",
      products: [{ family: "IdeaPad 3" }],
    });
  });

  it("refuses a framework that call-offs rest on", async () => {
    const framework = await inside(async (work) => {
      const { id } = await createContract(work, contractInput({ kind: "framework" }));
      await createContract(work, contractInput({ kind: "call_off", frameworkId: id }));
      return id;
    });
    await refuses(
      "still_in_use",
      inside((work) => removeContract(work, { id: framework, version: 1 })),
    );
  });
});

describe("listing contracts", () => {
  let city: PlantedOrganisation;
  beforeAll(async () => {
    city = await plantOrganisation(db.database, "Listing City");
    const ends = [null, "2027-01-31", "2026-12-31", null, "2027-01-31"];
    await inside(async (work) => {
      for (const [index, endsOn] of ends.entries()) {
        await createContract(
          work,
          contractInput({
            title: `${"ebdac"[index]} laptops`,
            endsOn,
            supplier: party(index === 0 ? "Cedar IT" : "Birch IT"),
            cpv: ["30213100"],
          }),
        );
      }
    }, city);
  });

  async function walk(sort: "title" | "-title" | "ends" | "-ends"): Promise<string[]> {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await inside(
        (work) =>
          listContracts(work, { sort, limit: 2, ...(after === undefined ? {} : { after }) }),
        city,
      );
      expect(page.total).toBe(5);
      seen.push(...page.items.map((item) => `${item.title[0] ?? ""}${item.endsOn ?? ""}`));
      after = page.next ?? undefined;
    } while (after !== undefined);
    return seen;
  }

  it("pages by title in both directions", async () => {
    expect((await walk("title")).map((one) => one[0])).toEqual(
      ["a", "b", "c", "d", "e"].map((letter) => letter),
    );
    expect((await walk("-title")).map((one) => one[0])).toEqual(["e", "d", "c", "b", "a"]);
  });

  it("pages by end in both directions, those without an end last, none twice", async () => {
    const up = await walk("ends");
    expect(up.map((one) => one.slice(1))).toEqual([
      "2026-12-31",
      "2027-01-31",
      "2027-01-31",
      "",
      "",
    ]);
    const down = await walk("-ends");
    expect(down.map((one) => one.slice(1))).toEqual([
      "2027-01-31",
      "2027-01-31",
      "2026-12-31",
      "",
      "",
    ]);
    expect(new Set(up).size).toBe(5);
    expect(new Set(down).size).toBe(5);
  });

  it("finds by title, reference and supplier, whatever the case", async () => {
    const find = (search: string) =>
      inside((work) => listContracts(work, { sort: "ends", limit: 50, search }), city);
    expect((await find("CEDAR")).items.map((item) => item.supplier)).toEqual(["Cedar IT"]);
    expect((await find("B LAPTOPS")).total).toBe(1);
    expect((await find("100%")).total).toBe(0);
  });

  it("draws each line small with its next step", async () => {
    const { items } = await inside(
      (work) => listContracts(work, { sort: "ends", limit: 50, search: "Cedar" }),
      city,
    );
    const [item] = items;
    expect(item?.line.map((station) => station.name)[0]).toBe("weighed");
    expect(item?.line).toHaveLength(8);
    expect(item?.line.find((station) => station.name === "asked")?.state).toBe("unknown");
    expect(item?.breaks).toBeGreaterThan(0);
    expect(item?.next).toContain("Cedar IT");
  });

  it("refuses a cursor of another list", async () => {
    await refuses(
      "input_invalid",
      inside((work) => listContracts(work, { sort: "ends", limit: 2, after: "bm90aGluZw" }), city),
    );
    const { next } = await inside((work) => listContracts(work, { sort: "title", limit: 2 }), city);
    await refuses(
      "input_invalid",
      inside((work) => listContracts(work, { sort: "ends", limit: 2, after: next ?? "" }), city),
    );
  });
});
