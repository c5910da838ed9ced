import type { Tier } from "@throughline/domain";
import {
  categoriesOf,
  components as allComponents,
  componentsNamed,
  materials as allMaterials,
} from "./category-map.ts";
import { listedGoods, listInWords } from "./read-reference-data.ts";

/** One thing a buyer can ask for. `fields` are what a full answer carries, in words for a letter. */
export interface AskableItem {
  readonly id: string;
  readonly tier: Tier;
  /** Component or material; `null` for the product itself. */
  readonly component: string | null;
  /** Brand asked about; `null` when no brand is known. */
  readonly brand: string | null;
  /** A full sentence for the request. */
  readonly ask: string;
  readonly fields: readonly string[];
  readonly why: string;
}

const siteFields = [
  "registered name",
  "full address with street, number, postal code and country",
  "OS ID, if it has one",
  "what it makes and from when to when",
  "number of workers",
] as const;
const smelterFields = [
  "name of the smelter or refiner",
  "country",
  "identification number of the Responsible Minerals Initiative, if it has one",
  "country of origin of the mineral",
] as const;

const producerFields = [
  "name of the producer or processor",
  "country and region of origin",
  "certificate or traceability scheme, if any",
] as const;

/**
 * What can be asked about a purchase, from the product down to the materials, most useful first: used to draft a request
 * when there is no disclosure yet. Components named by the contract come before those the category usually contains.
 *
 * @example whatCanBeAsked({ cpv: ["34144910"], components: [], brands: ["Aster"], families: [] })[0]?.tier // → "final_assembly"
 */
export function whatCanBeAsked(input: {
  readonly cpv: readonly string[];
  readonly components: readonly string[];
  readonly brands: readonly string[];
  /** Model families or platforms bought, if known. */
  readonly families: readonly string[];
}): readonly AskableItem[] {
  const found = categoriesOf(input.cpv);
  const what =
    input.families.length > 0
      ? listInWords(input.families)
      : found.length > 0
        ? `the ${listInWords(found.map(({ label }) => label))}`
        : "the products";
  const named = componentsNamed(input.components);
  const usual = found.flatMap(({ components }) =>
    components.flatMap((key) => allComponents.find((component) => component.key === key) ?? []),
  );
  const parts = [...new Set([...named.known, ...usual])];
  const brands: readonly (string | null)[] = input.brands.length > 0 ? input.brands : [null];
  const products = brands.flatMap((brand): AskableItem[] => {
    // "Aster view 24 of Aster" says it twice.
    const saysBrand =
      brand === null ||
      (input.families.length > 0 &&
        input.families.every((family) => family.toLowerCase().startsWith(brand.toLowerCase())));
    const whose = saysBrand ? what : `${what} of ${brand}`;
    const suffix = brand === null ? "" : `-${brand.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
    return [
      ...(input.families.length === 0
        ? [
            {
              id: `models${suffix}`,
              tier: "final_assembly",
              component: null,
              brand,
              ask: `Please list the models of ${whose} that are supplied under this contract.`,
              fields: ["model family or platform", "part numbers", "quantity"],
              why: "Without the models no site can be tied to what was bought.",
            } as const,
          ]
        : []),
      {
        id: `final-assembly${suffix}`,
        tier: "final_assembly",
        component: null,
        brand,
        ask: `Please name every site of final assembly of ${whose} supplied under this contract; where several sites are possible, say which one made what was delivered.`,
        fields: siteFields,
        why: "The site of final assembly is known to every brand and is where working conditions can be looked at first.",
      },
    ];
  });
  const sites = parts.map((part): AskableItem => ({
    id: `component-${part.key}`,
    tier: part.tier,
    component: part.label,
    brand: null,
    ask: `Please name the sites that make the following part: ${part.label}.`,
    fields: siteFields,
    why: named.known.includes(part)
      ? "The contract names this component."
      : `Such products usually contain it${risky(part.goods) ? ", and it is on the US Department of Labor's list of goods" : ""}.`,
  }));
  const unknown = named.unknown.map((wording, index): AskableItem => ({
    id: `component-named-${index + 1}`,
    tier: "component",
    component: wording,
    brand: null,
    ask: `Please name the sites that make the following part: ${wording}.`,
    fields: siteFields,
    why: "The contract names this component.",
  }));
  const contained = [...new Set(parts.flatMap(({ materials }) => materials))].flatMap(
    (key) => allMaterials.find((material) => material.key === key) ?? [],
  );
  const smelters = contained
    .filter(({ goods }) => risky(goods))
    .map((material): AskableItem => ({
      id: `material-${material.key}`,
      tier: material.tier,
      component: material.label,
      brand: null,
      ask:
        material.tier === "smelter_or_refiner"
          ? `Please name the smelters or refiners of the ${material.label}, and the country it comes from as far as you know it.`
          : `Please name the producers of the ${material.label}, and the country it comes from as far as you know it.`,
      fields: material.tier === "smelter_or_refiner" ? smelterFields : producerFields,
      why: `${material.label.slice(0, 1).toUpperCase()}${material.label.slice(1)} is on the US Department of Labor's list of goods made with child or forced labour.`,
    }));
  return [...products, ...unknown, ...sites, ...smelters];
}

function risky(goods: readonly string[]): boolean {
  return listedGoods.some(({ good }) => goods.includes(good));
}
