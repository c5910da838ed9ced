import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import {
  openTestDatabase,
  plantOrganisation,
  type PlantedOrganisation,
  type TestDatabase,
} from "@throughline/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Work } from "../../platform/api.ts";
import { workOf } from "../../test/plant-contract.ts";
import { refuses } from "../../test/refuses.ts";
import { showContractLine } from "../line/index.ts";
import { importContractFile } from "./import-contract-file.ts";
import { importNotice } from "./import-notice.ts";
import { showContract } from "./show-contract.ts";

let db: TestDatabase;
let buyer: PlantedOrganisation;
beforeAll(async () => {
  db = await openTestDatabase();
});
beforeEach(async () => {
  buyer = await plantOrganisation(db.database, "Importing University");
});
afterAll(async () => {
  await db.close();
});

function inside<T>(work: (work: Work) => Promise<T>): Promise<T> {
  const actor = buyer.actor();
  return db.database.withActor(actor, (tx) => work(workOf(tx, actor)));
}

async function countOf(table: string): Promise<number> {
  const [row] = await db.asOwner<{ count: string }>(
    `select count(*) from ${table} where organisation_id = $1`,
    [buyer.organisationId],
  );
  return Number(row?.count);
}

const callOff = {
  reference: "UNI-2026-7",
  title: "Laptops for staff",
  kind: "call_off",
  framework: {
    reference: "HW-2025",
    title: "Hardware Framework 2025",
    authority: { name: "Testing Consortium", invented: true },
    lots: [{ number: "2", title: "Notebooks", cpv: ["30213100"] }],
    conditions: [
      {
        clause: "14.2",
        requirement: "disclose_sites",
        summary: "The supplier names the sites of final assembly.",
        dueDays: 30,
        dueFrom: "signature",
        refreshEveryMonths: 12,
        gatesExtension: true,
        tiers: ["final_assembly"],
      },
    ],
  },
  lot: "2",
  buyer: { name: "Importing University", country: "GB", invented: true },
  supplier: { name: "Cedar IT", invented: true },
  brands: [{ name: "Lenovo" }, { name: "HP" }],
  signedOn: "2026-01-15",
  followUp: { person: "IT procurement", hoursPerMonth: 3 },
  products: [
    {
      brand: "Lenovo",
      family: "IdeaPad 3",
      partNumber: "81WE",
      quantity: 200,
      components: ["battery"],
    },
    { brand: "HP", family: "ProBook 450", value: { amount: "1200.50", currency: "GBP" } },
  ],
  requests: [
    {
      addressee: "Cedar IT",
      brand: "HP",
      products: ["probook 450"],
      sentOn: "2026-02-01",
      dueOn: "2026-03-01",
      madeBy: "IT procurement",
    },
  ],
  answers: [
    {
      answeredBy: "HP",
      products: ["ProBook 450"],
      answer: "asked_and_refused",
      reason: "Not shared with customers.",
      answeredOn: "2026-02-20",
    },
  ],
  disclosures: [
    {
      text: "Manufactured by one of the following: 1. Alpha Electronics Co., Ltd., No. 5 Mill Road, Hefei, Anhui, China 2. Beta Precision Co., Ltd., No. 8 Lake Road, Kunshan, Jiangsu, China",
      title: "Label of the IdeaPad 3",
      declaredBy: "Lenovo",
      brand: "Lenovo",
      products: ["81WE"],
      receivedOn: "2026-02-10",
    },
  ],
};

describe("importing a contract file", () => {
  it("makes the framework, the call-off and all that hangs on it", async () => {
    const made = await inside((work) => importContractFile(work, callOff));
    expect(made.disclosureIds).toHaveLength(1);
    const detail = await inside((work) => showContract(work, made.id));
    expect(detail).toMatchObject({
      kind: "call_off",
      lotNumber: "2",
      framework: { id: made.frameworkId, reference: "HW-2025" },
      followUp: { personId: null, name: "IT procurement", hoursPerMonth: 3 },
      components: ["battery"],
      conditions: [{ clause: "14.2", inheritedFrom: "Hardware Framework 2025" }],
      requests: [{ addressee: "Cedar IT", sentOn: "2026-02-01", dueOn: "2026-03-01" }],
      answers: [{ answer: "asked_and_refused", reason: "Not shared with customers." }],
    });
    expect(detail.products[1]?.value).toEqual({ minorUnits: 120050, currency: "GBP" });
    expect(detail.requests[0]?.sentBy).toBe("IT procurement");

    const { line, edges } = await inside((work) => showContractLine(work, { id: made.id }));
    const status = Object.fromEntries(line.products.map((one) => [one.family, one.status]));
    expect(status).toEqual({ "IdeaPad 3": "imprecise", "ProBook 450": "refused" });
    expect(line.sites.map((site) => site.standing.text)).toEqual([
      "one of two possible sites",
      "one of two possible sites",
    ]);
    expect(edges.map((edge) => edge.kind)).toEqual(["one_of_n_possible", "one_of_n_possible"]);
    expect(line.completeness.productsTraced).toMatchObject({ numerator: 0, denominator: 2 });
  });

  it("finds the framework that is there by its reference", async () => {
    const first = await inside((work) => importContractFile(work, callOff));
    const second = await inside((work) =>
      importContractFile(work, { ...callOff, reference: "UNI-2026-8" }),
    );
    expect(second.frameworkId).toBe(first.frameworkId);
    expect(await countOf("contracts")).toBe(3);
    await refuses(
      "already_exists",
      inside((work) => importContractFile(work, callOff)),
    );
  });

  it("reads a disclosure from a file that the caller brings along", async () => {
    const csv = "name,address,country\nAlpha Ltd,1 Mill Road; Leeds,United Kingdom\n";
    const file = {
      ...callOff,
      disclosures: [
        {
          file: "list.csv",
          title: "List",
          declaredBy: "Lenovo",
          receivedOn: "2026-02-10",
          kind: "confirmed",
        },
      ],
    };
    const { id } = await inside((work) =>
      importContractFile(work, file, new Map([["list.csv", new TextEncoder().encode(csv)]])),
    );
    const { line } = await inside((work) => showContractLine(work, { id }));
    expect(line.sites.map((site) => site.name)).toEqual(["Alpha Ltd"]);
  });

  it.each([
    ["/kind", { kind: "tender" }],
    ["/framework", { framework: undefined }],
    ["/lot", { lot: "9" }],
    ["/requests/0/products/0", { requests: [{ addressee: "Cedar IT", products: ["Unheard of"] }] }],
    ["/requests/0/sentOn", { requests: [{ addressee: "Cedar IT", sentOn: "2099-01-01" }] }],
    [
      "/answers/0/reason",
      { answers: [{ answeredBy: "HP", answer: "cannot_because", answeredOn: "2026-02-20" }] },
    ],
    [
      "/disclosures/0/file",
      {
        disclosures: [{ file: "list.xlsx", title: "A", declaredBy: "B", receivedOn: "2026-02-10" }],
      },
    ],
    [
      "/disclosures/0",
      { disclosures: [{ text: "\n", title: "A", declaredBy: "B", receivedOn: "2026-02-10" }] },
    ],
    ["/title", { title: "x".repeat(401) }],
    ["/procurement", { procurement: { reference: "T-1", title: "Laptops" } }],
    [
      "/dialogue",
      { dialogue: [{ title: "Hours", counterpart: "Cedar IT", openedOn: "2026-01-01" }] },
    ],
    [
      "/dutyEvents/0",
      { dutyEvents: [{ clause: "14.2", part: "meals", kind: "performed", on: "2026-02-01" }] },
    ],
    ["/dutyEvents/0/on", { dutyEvents: [{ clause: "14.2", kind: "performed", on: "2999-02-01" }] }],
  ])("refuses the whole file at %s and keeps nothing of it", async (path, given) => {
    const { errors } = await refuses(
      "contract_file_invalid",
      inside((work) => importContractFile(work, { ...callOff, ...given })),
    );
    expect(errors[0]?.path).toBe(path);
    for (const table of ["contracts", "product_lines", "disclosures", "sites", "audit_entries"])
      expect(await countOf(table)).toBe(0);
  });
});

describe("importing notices", () => {
  const notice = { ocid: "ocds-test-1", title: "Laptops", buyer: { name: "Testing City" } };

  it("records what the notice says, and says what it leaves open", async () => {
    const [item] = await inside((work) =>
      importNotice(work, { ...notice, title: "Laptops call-off", cpv: "30213100-6" }),
    );
    expect(item).toMatchObject({ kind: "stand_alone", title: "Laptops call-off" });
    expect(item?.notes.some((note) => note.includes("call-off"))).toBe(true);
    const detail = await inside((work) => showContract(work, item?.id ?? ""));
    expect(detail).toMatchObject({
      ocid: "ocds-test-1",
      cpv: ["30213100"],
      supplier: null,
      products: [],
    });
  });

  it("imports a list whole or not at all", async () => {
    await refuses(
      "notice_invalid",
      inside((work) => importNotice(work, [notice, { title: "No ocid" }])),
    );
    await refuses(
      "already_exists",
      inside((work) => importNotice(work, [notice, notice])),
    );
    expect(await countOf("contracts")).toBe(0);
  });

  it("takes the four real notices", async () => {
    const file = fileURLToPath(
      new URL("../../../../../../shared/data/notices/uk_notices.json", import.meta.url),
    );
    if (!existsSync(file)) {
      if (process.env["CI"] === "true") throw new Error("The real notices are missing.");
      console.warn("Not run: the four real notices are not beside this checkout.");
      return;
    }
    const notices: unknown = JSON.parse(readFileSync(file, "utf8"));
    const items = await inside((work) => importNotice(work, notices));
    expect(items.map((item) => item.kind)).toEqual([
      "stand_alone",
      "framework",
      "stand_alone",
      "framework",
    ]);
    const ndna = await inside((work) => showContract(work, items[1]?.id ?? ""));
    expect(ndna).toMatchObject({
      authority: { name: "London Universities Purchasing Consortium" },
      value: { minorUnits: 600_000_000_00, currency: "GBP" },
      startsOn: "2022-11-01",
      endsOn: "2025-10-31",
    });
    expect(ndna.lots).toHaveLength(3);
    const { line } = await inside((work) => showContractLine(work, { id: items[2]?.id ?? "" }));
    expect(line.stations[0]?.facts.length).toBeGreaterThan(0);
    expect(line.stations.map((station) => station.state)).not.toContain("whole");
  });
});
