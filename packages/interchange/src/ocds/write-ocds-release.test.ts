import draft04, { type ValidateFunction } from "ajv-draft-04";
import formats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { readNoticeFile } from "../notice/read-notice-file.ts";
import { readRealInput } from "../real-input.fixture.ts";
import type { OcdsContract } from "./ocds-contract.ts";
import { productionSitesExtension } from "./production-sites-extension.ts";
import { writeOcdsRelease } from "./write-ocds-release.ts";

// Both packages are CommonJS: their default export is a property.
const standard = "standards/ocds";

interface Schema {
  readonly [key: string]: unknown;
  readonly definitions?: { readonly [name: string]: { readonly properties?: object } };
}

/** The release schema with the fields of an extension merged in, as OCDS extensions are (RFC 7396). */
function patch(base: unknown, change: unknown): unknown {
  if (change === null || typeof change !== "object" || Array.isArray(change)) return change;
  const from = base !== null && typeof base === "object" && !Array.isArray(base) ? base : {};
  const merged = new Map<string, unknown>(Object.entries(from));
  for (const [key, value] of Object.entries(change)) merged.set(key, patch(merged.get(key), value));
  return Object.fromEntries(merged);
}

/** A check of release packages, or `null` where the schema is not beside the checkout. */
function openCheck(packageFile: string, releaseFile: string): ValidateFunction | null {
  const packageText = readRealInput(packageFile);
  const releaseText = readRealInput(releaseFile);
  if (packageText === null || releaseText === null) return null;
  const packageSchema = JSON.parse(packageText) as Schema; // a schema of the standard
  const release = patch(
    JSON.parse(releaseText),
    productionSitesExtension["release-schema.json"],
  ) as Schema; // a schema stays one
  const ajv = new draft04.default({ strict: false, allErrors: true });
  formats.default(ajv);
  const properties = packageSchema["properties"] as { releases: { items: { $ref: string } } }; // of the package schema
  ajv.addSchema(release, properties.releases.items.$ref);
  return ajv.compile(packageSchema);
}

const contract: OcdsContract = {
  ocid: "ocds-example-0001",
  releaseId: "contract-1-2026-11-20",
  publishedAt: "2026-11-20T09:00:00Z",
  uri: "https://buyer.example/ocds/contract-1",
  publisher: { name: "Aldermoor City Council" },
  language: "en",
  extensionUri: "https://buyer.example/ocds/production-sites/extension.json",
  contract: {
    id: "C1",
    reference: "AMC-2026-01",
    title: "Laptops",
    buyer: { name: "Aldermoor City Council", country: "GB", identifiers: [], invented: true },
    authority: {
      name: "Northern Framework Office",
      country: "GB",
      identifiers: [{ scheme: "GB-PPON", value: "AAAA-1111" }],
    },
    supplier: {
      name: "Cedar IT",
      country: "SE",
      identifiers: [
        { scheme: "SE-BLV", value: "5560000001" },
        { scheme: "XI-LEI", value: "529900T8BM49AURSDO55" },
      ],
    },
    cpv: ["30213100", "30200000", "50300000"],
    value: { minorUnits: 120_050, currency: "GBP" },
    awardedOn: "2026-01-15",
    signedOn: "2026-02-01",
    startsOn: "2026-02-01",
    endsOn: "2029-01-31",
    conditions: [
      {
        id: "c1",
        clause: "14.2",
        requirement: "disclose_sites",
        summary: "Name the sites of final assembly within 28 days of award.",
        inheritedFrom: null,
        dueDays: 28,
        dueFrom: "award",
        refreshEveryMonths: 12,
        gatesExtension: false,
        tiers: ["final_assembly"],
        components: [],
      },
    ],
  },
  products: [
    { id: "P1", brand: "Foo", family: "F1", partNumber: "F1-X", quantity: 40, cpv: "30213100" },
  ],
  sites: [
    {
      id: "S1",
      name: "Hefei Example Technology Co., Ltd.",
      address: "1 Example Road, Hefei",
      country: "CN",
      osId: "CN2020000000AAA",
      disclosure: "named",
      links: [
        { productId: "P1", tier: "final_assembly", component: null, kind: "confirmed" },
        { productId: null, tier: "sub_assembly", component: "display", kind: "one_of_n_possible" },
      ],
    },
    {
      id: "S2",
      name: "Secret Works Ltd",
      address: "9 Hidden Lane",
      country: "VN",
      osId: null,
      disclosure: "confidential",
      links: [{ productId: "P1", tier: "component", component: "battery", kind: "confirmed" }],
    },
    {
      id: "S3",
      name: "The maker of the display",
      address: null,
      country: "VN",
      osId: null,
      disclosure: "masked",
      links: [{ productId: "P1", tier: "component", component: "display", kind: "confirmed" }],
    },
  ],
};

const bare: OcdsContract = {
  ...contract,
  products: [],
  sites: [],
  contract: {
    ...contract.contract,
    buyer: null,
    authority: null,
    supplier: null,
    cpv: [],
    value: null,
    awardedOn: null,
    signedOn: null,
    startsOn: null,
    endsOn: null,
    conditions: [],
  },
};

describe("writeOcdsRelease", () => {
  it.each([
    [
      "1.1.5",
      `${standard}/schema-1.1.5/release-package-schema.json`,
      `${standard}/schema-1.1.5/release-schema.json`,
    ],
    [
      "the profile for eForms",
      `${standard}/eforms-profile-schema/patched/release-package-schema.json`,
      `${standard}/eforms-profile-schema/patched/release-schema.json`,
    ],
  ])(
    "is valid by the schema of %s, with our extension, whether much or little is known",
    (_name, packageFile, releaseFile) => {
      const check = openCheck(packageFile, releaseFile);
      if (check === null) return;
      for (const input of [contract, bare]) {
        const valid = check(writeOcdsRelease(input));
        expect(check.errors ?? []).toEqual([]);
        expect(valid).toBe(true);
      }
      // The check itself can fail: a planted fault.
      const written = writeOcdsRelease(contract);
      expect(check({ ...written, releases: [{ ...written.releases[0], tag: ["agreed"] }] })).toBe(
        false,
      );
    },
  );

  it("names the sites that may be named and counts the others by tier", () => {
    const text = JSON.stringify(writeOcdsRelease(contract));
    expect(text).toContain("Hefei Example Technology");
    for (const hidden of [
      "Secret Works",
      "Hidden Lane",
      "maker of the display",
      "S2",
      "S3",
      "Vietnam",
    ])
      expect(text).not.toContain(hidden);
    const [release] = writeOcdsRelease(contract).releases;
    expect(release).toMatchObject({
      contracts: [
        {
          id: "C1",
          status: "active",
          productionSites: [
            {
              id: "S1",
              identifiers: [{ scheme: "OSID", id: "CN2020000000AAA" }],
              makes: [
                { itemID: "P1", tier: "final_assembly", relation: "confirmed" },
                { tier: "sub_assembly", component: "display", relation: "oneOfSeveral" },
              ],
            },
          ],
          productionSitesUnnamed: [
            { reason: "confidential", tier: "component", count: 1 },
            { reason: "masked", tier: "component", count: 1 },
          ],
        },
      ],
    });
  });

  it("is read back as the contract it was written from", async () => {
    const bytes = new TextEncoder().encode(JSON.stringify(writeOcdsRelease(contract)));
    const [notice] = await readNoticeFile(bytes);
    expect(notice).toMatchObject({
      kind: "contract",
      ocid: "ocds-example-0001",
      buyer: { name: "Aldermoor City Council" },
      country: "GB",
      cpv: ["30213100", "30200000", "50300000"],
      value: { amount: 1200.5, currency: "GBP" },
      suppliers: [{ name: "Cedar IT", country: "SE" }],
      lots: [
        {
          socialObjectives: ["hum-right"],
          performanceTerms: [
            { text: "14.2: Name the sites of final assembly within 28 days of award." },
          ],
        },
      ],
      contracts: [
        {
          id: "C1",
          signedOn: "2026-02-01",
          startsOn: "2026-02-01",
          endsOn: "2029-01-31",
          sites: ["S1"],
        },
      ],
    });
  });

  it("writes amounts exactly, parties once, and codes no product carries", () => {
    const [release] = writeOcdsRelease(contract).releases;
    expect(release).toMatchObject({
      buyer: { name: "Aldermoor City Council" },
      awards: [
        { value: { amount: 1200.5, currency: "GBP" }, suppliers: [{ id: "SE-BLV-5560000001" }] },
      ],
      contracts: [
        {
          items: [
            { id: "P1", quantity: 40 },
            {
              classification: { id: "30200000" },
              additionalClassifications: [{ id: "50300000" }],
            },
          ],
        },
      ],
    });
  });
});
