import { readFileSync } from "node:fs";
import { AppError, ProcurementFacts } from "@throughline/domain";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNamedProducts } from "./find-named-products.ts";
import { contractFileJsonSchema, parseContractFile } from "./parse-contract-file.ts";
import { settleDutyEvents } from "./settle-duty-events.ts";
import { settleProcurement } from "./settle-procurement.ts";
import { currencyDecimals, toMinorUnits } from "./money-amount.ts";

const smallest = { reference: "C-1", title: "Laptops", kind: "stand_alone" };

function detailsOf(input: unknown): readonly string[] {
  try {
    parseContractFile(input);
    return [];
  } catch (error) {
    if (error instanceof AppError && error.code === "contract_file_invalid") {
      return error.details.map((detail) => detail.path);
    }
    throw error;
  }
}

describe("parseContractFile", () => {
  it("takes the smallest file and fills in empty lists", () => {
    expect(parseContractFile(smallest)).toMatchObject({
      products: [],
      conditions: [],
      brands: [],
      disclosures: [],
      knownCountries: [],
    });
  });

  it("takes a call-off with everything", () => {
    const file = parseContractFile({
      $schema: "./contract-file.schema.json",
      reference: "CO-7",
      title: "Laptops 2026",
      kind: "call_off",
      framework: {
        reference: "FW-1",
        title: "Desktops and notebooks",
        authority: { name: "A Consortium", country: "GB" },
        lots: [{ number: "2", title: "Notebooks", cpv: ["30213100"] }],
        conditions: [
          {
            clause: "14.2",
            requirement: "disclose_sites",
            summary: "Sites are disclosed.",
            dueDays: 25,
            dueFrom: "award",
            refreshEveryMonths: 12,
            gatesExtension: true,
            tiers: ["final_assembly"],
            components: ["battery"],
          },
        ],
      },
      lot: "2",
      buyer: {
        name: "A University",
        invented: true,
        identifiers: [{ scheme: "GB-UKPRN", value: "10000000" }],
      },
      supplier: { name: "Cedar IT" },
      brands: [{ name: "Lenovo" }],
      cpv: ["30213100"],
      value: { amount: "1200000.50", currency: "EUR" },
      awardedOn: "2026-01-05",
      followUp: { person: "M. Osei", hoursPerMonth: 4 },
      products: [
        {
          brand: "Lenovo",
          family: "Ideapad 3",
          partNumber: "82KU017KIN",
          quantity: 400,
          value: { amount: 200000, currency: "JPY" },
        },
      ],
      requests: [{ addressee: "Cedar IT", sentOn: "2026-02-01", dueOn: "2026-02-26" }],
      answers: [
        {
          answeredBy: "Cedar IT",
          answer: "cannot_because",
          reason: "Our component supplier does not say.",
          answeredOn: "2026-02-20",
        },
      ],
      disclosures: [
        {
          file: "lenovo-label.txt",
          title: "Label",
          declaredBy: "Lenovo",
          receivedOn: "2026-03-01",
          kind: "one_of",
        },
      ],
    });
    expect(file.value).toEqual({ minorUnits: 120_000_050, currency: "EUR" });
    expect(file.products[0]?.value).toEqual({ minorUnits: 200_000, currency: "JPY" });
  });

  it("names every place that is wrong", () => {
    expect(
      detailsOf({
        ...smallest,
        kind: "x",
        colour: 1,
        products: [{ brand: "b", family: "f", "a/b": 2, value: { amount: 1.5, currency: "JPY" } }],
      }),
    ).toEqual(
      expect.arrayContaining(["/kind", "/colour", "/products/0/a~1b", "/products/0/value/amount"]),
    );
    expect(detailsOf({ ...smallest, value: { amount: "1.234", currency: "EUR" } })).toEqual([
      "/value/amount",
    ]);
    expect(detailsOf({ ...smallest, value: { amount: "1", currency: "ZZZ" } })).toEqual([
      "/value/currency",
    ]);
    expect(detailsOf({ ...smallest, framework: { reference: "a", title: "b" } })).toEqual([
      "/framework",
    ]);
    expect(
      detailsOf({
        ...smallest,
        kind: "call_off",
        lot: "9",
        framework: { reference: "a", title: "b", lots: [{ number: "1", title: "c" }] },
      }),
    ).toEqual(["/lot"]);
    expect(detailsOf({ ...smallest, startsOn: "2026-02-01", endsOn: "2026-01-01" })).toEqual([
      "/endsOn",
    ]);
    expect(detailsOf({ ...smallest, startsOn: "2026-02-30" })).toEqual(["/startsOn"]);
    expect(
      detailsOf({
        ...smallest,
        disclosures: [{ title: "t", declaredBy: "d", receivedOn: "2026-01-01" }],
      }),
    ).toEqual(["/disclosures/0"]);
    expect(detailsOf(null)).toEqual([""]);
  });

  it("never throws anything but AppError", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.jsonValue(),
          fc.jsonValue().map((value) => ({ ...smallest, products: value })),
        ),
        (value) => void detailsOf(value),
      ),
    );
  });

  it("is published as JSON Schema, kept equal (write-json-schema.ts writes it)", () => {
    const published: unknown = JSON.parse(
      readFileSync(new URL("../../contract-file.schema.json", import.meta.url), "utf8"),
    );
    expect(published).toEqual(JSON.parse(JSON.stringify(contractFileJsonSchema())));
    expect(JSON.stringify(published).length).toBeGreaterThan(5_000);
  });
});

describe("the procurement and the duties of a contract file", () => {
  const file = parseContractFile({
    ...smallest,
    awardedOn: "2026-01-10",
    conditions: [{ clause: "9.4", requirement: "meeting", summary: "Meet twice a year." }],
    procurement: {
      reference: "T-1",
      title: "Laptops, call",
      publishedOn: "2025-09-01",
      instances: [{ role: "award", place: "C3", title: "Meetings", requirement: "meeting" }],
      promises: [{ bidder: "Cedar IT", criterion: "C3", text: "Three meetings a year." }],
    },
    dutyEvents: [{ clause: "9.4", part: "per_year", kind: "performed", on: "2026-06-18" }],
  });

  it("are told in the vocabulary of the domain", () => {
    const procurement = settleProcurement(file);
    expect(ProcurementFacts.parse(procurement)).toMatchObject({
      stage: "awarded",
      awardedOn: "2026-01-10",
      instances: [{ id: "instance-1", announced: true, followUp: null }],
      promises: [{ criterionId: "instance-1", winning: true }],
    });
    const conditions = [
      { id: "framework's", clause: "9.4", inheritedFrom: "Framework" },
      { id: "own", clause: "9.4", inheritedFrom: null },
    ];
    expect(settleDutyEvents(file, conditions).map(({ event }) => event.dutyKey)).toEqual([
      "own:per_year:1",
    ]);
    expect(settleProcurement(parseContractFile(smallest))).toBeNull();
  });

  it("are refused where they name what is not there, or say half of it", () => {
    const event = { clause: "9.4", on: "2026-06-18", kind: "planned" };
    const conditions = [{ clause: "9.4", requirement: "meeting", summary: "Meet." }];
    expect(detailsOf({ ...smallest, conditions, dutyEvents: [event] })).toEqual([
      "/dutyEvents/0/until",
      "/dutyEvents/0/note",
    ]);
    const performed = { ...event, kind: "performed" };
    expect(detailsOf({ ...smallest, dutyEvents: [performed] })).toEqual(["/dutyEvents/0/clause"]);
    const promises = [{ bidder: "B", criterion: "C9", text: "More." }];
    const procurement = { reference: "T", title: "T", promises };
    expect(detailsOf({ ...smallest, procurement })).toEqual(["/procurement/promises/0/criterion"]);
  });
});

describe("toMinorUnits", () => {
  it("is exact for every amount of a currency", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom("EUR", "JPY", "KWD", "CLF"),
        (minorUnits, currency) => {
          const decimals = currencyDecimals(currency);
          const digits = String(minorUnits).padStart(decimals + 1, "0");
          const amount =
            decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
          expect(toMinorUnits(amount, currency)).toEqual({ ok: true, minorUnits });
        },
      ),
    );
  });

  it("refuses what is not an amount", () => {
    for (const amount of ["1,5", "", "1e3", Number.NaN, 1e30, "99999999999999999999"])
      expect(toMinorUnits(amount, "EUR").ok).toBe(false);
    expect(toMinorUnits("0.10", "EUR")).toEqual({ ok: true, minorUnits: 10 });
    expect(toMinorUnits(19.99, "EUR")).toEqual({ ok: true, minorUnits: 1999 });
  });
});

describe("products named in a file", () => {
  const products = [
    { brand: "HP", family: "245 G7", partNumber: "2D8C6PA" },
    { brand: "HP", family: "ProBook 450" },
    { brand: "Acme", family: "ProBook 450" },
  ];

  it("are found by part number or family, with their brand or without", () => {
    expect(findNamedProducts(products, ["2d8c6pa", "HP 245 G7"], "/x")).toEqual([0]);
    expect(findNamedProducts(products, ["probook-450"], "/x")).toEqual([1, 2]);
    expect(findNamedProducts(products, ["Acme ProBook 450"], "/x")).toEqual([2]);
    expect(findNamedProducts(products, [], "/x")).toEqual([]);
  });

  it("are refused by place when the file has none of that name", () => {
    for (const name of ["Toaster", "—"])
      expect(() => findNamedProducts(products, ["2D8C6PA", name], "/requests/0/products")).toThrow(
        expect.objectContaining({
          code: "contract_file_invalid",
          details: [expect.objectContaining({ path: "/requests/0/products/1" })],
        }),
      );
  });
});
