/**
 * Our OCDS extension: where what was bought is made. Core OCDS has no field for production sites (`deliveryLocation`
 * says where goods go, not where they come from), so `contracts[]` gets two. Decision 0037.
 */

const text = (title: string, description: string): object => ({
  title,
  description,
  type: ["string", "null"],
});

/** `extension.json` of the extension, as the registry of OCDS extensions expects it. */
const extension: object = {
  name: { en: "Production sites" },
  description: {
    en: "Adds to contracts the sites where the items are made, by tier, and how many more are known and not named.",
  },
  compatibility: ["1.1"],
  schemas: ["release-schema.json"],
  codelists: [],
};

/** The patch of the release schema. */
const releaseSchema: object = {
  definitions: {
    Contract: {
      properties: {
        productionSites: {
          title: "Production sites",
          description:
            "Sites where the items of the contract, or their components, are made, as far as they are known and may be published.",
          type: "array",
          items: { $ref: "#/definitions/ProductionSite" },
          uniqueItems: true,
        },
        productionSitesUnnamed: {
          title: "Production sites that are not named",
          description:
            "How many more sites are known: their identity was withheld from the buyer (masked) or may not be passed on (confidential).",
          type: "array",
          items: {
            type: "object",
            required: ["reason", "count"],
            properties: {
              reason: { type: "string", enum: ["masked", "confidential"] },
              tier: text("Tier", "Tier of the sites, where told."),
              count: { type: "integer", minimum: 1 },
            },
          },
          wholeListMerge: true,
        },
      },
    },
    ProductionSite: {
      title: "Production site",
      type: "object",
      required: ["id", "name"],
      properties: {
        id: {
          title: "ID",
          description: "Identifier of the site at the publisher.",
          type: "string",
        },
        name: text("Name", "Name as the supplier declared it."),
        identifiers: {
          title: "Identifiers",
          description: "Identifiers in public registers; OSID: Open Supply Hub.",
          type: "array",
          items: {
            type: "object",
            required: ["scheme", "id"],
            properties: { scheme: { type: "string" }, id: { type: "string" } },
          },
          wholeListMerge: true,
        },
        address: {
          type: "object",
          properties: {
            streetAddress: text("Address", "The address as one text, as declared."),
            countryName: text("Country name", "In English."),
            country: text("Country", "ISO 3166-1 alpha-2."),
          },
        },
        makes: {
          title: "Makes",
          description: "Which items are made here, in which tier, and how sure that is.",
          type: "array",
          items: {
            type: "object",
            required: ["tier", "relation"],
            properties: {
              itemID: text("Item ID", "Item of the contract; absent: the contract as a whole."),
              tier: { type: "string", minLength: 1 },
              component: text("Component", "What is made, in the words of the contract."),
              relation: { type: "string", enum: ["confirmed", "oneOfSeveral", "brandOnly"] },
            },
          },
          wholeListMerge: true,
        },
      },
    },
  },
};

/** The two files of the extension, to be served where `OcdsContract.extensionUri` points. */
export const productionSitesExtension: {
  readonly "extension.json": object;
  readonly "release-schema.json": object;
} = { "extension.json": extension, "release-schema.json": releaseSchema };
