import type { WeighingFact } from "@throughline/domain";
import {
  categoriesOf,
  type Category,
  type Component,
  components as allComponents,
  componentsNamed,
  type Material,
  materials as allMaterials,
} from "./category-map.ts";
import { citeDataset } from "./cite-dataset.ts";
import {
  countryName,
  type ListedGood,
  listedGoods,
  listInWords,
  tradeMeasures,
} from "./read-reference-data.ts";
import { sayDate } from "./say-date.ts";
import { weighCountry } from "./weigh-country.ts";

/** What is to be weighed. All lists may be empty; `countries` are where production is known or assumed. */
export interface CategoryToWeigh {
  /** CPV codes, eight digits. */
  readonly cpv: readonly string[];
  /** ISO 3166-1 alpha-2. */
  readonly countries: readonly string[];
  /** Components in the contract's own words. */
  readonly components: readonly string[];
  /** ISO date; measures and ratifications after it are left out. */
  readonly asOf: string;
}

const byKey = <T extends { readonly key: string }>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [row.key, row]));
const componentOf = byKey(allComponents);
const materialOf = byKey(allMaterials);

/**
 * Inherent risk of what is bought, fact by fact, each from one named data set: the category and its components on the
 * goods list, the materials they contain, official measures in the trade, and the countries. Without a country it says
 * what the category is known for worldwide. Severity outranks likelihood: forced labour, and child labour in mines
 * (hazardous by nature, ILO C182 and R190), are high even where it is not known whether they touch this purchase.
 * Being absent from a list is `unknown`, never low. Materials are weighed worldwide: where a laptop is
 * assembled says nothing about the mine.
 *
 * @example weighCategory({ cpv: ["30213100"], countries: [], components: [], asOf: "2026-11-20" })
 */
export function weighCategory(input: CategoryToWeigh): readonly WeighingFact[] {
  const found = categoriesOf(input.cpv);
  const named = componentsNamed(input.components);
  const parts = [
    ...new Set([
      ...found.flatMap(({ components }) => components.flatMap((key) => componentOf.get(key) ?? [])),
      ...named.known,
    ]),
  ];
  const contained = new Map<Material, Component[]>();
  for (const part of parts) {
    for (const key of part.materials) {
      const material = materialOf.get(key);
      if (material !== undefined)
        contained.set(material, [...(contained.get(material) ?? []), part]);
    }
  }
  return [
    ...unknownCodes(input.cpv),
    ...found.flatMap((category) =>
      category.goods.map((good) =>
        weighGood(`category-${category.key}`, "category", category.label, good, input.countries),
      ),
    ),
    ...found.filter(({ goods }) => goods.length === 0).map(withoutGood),
    ...found.flatMap((category) => weighMeasures(category, input)),
    ...parts.flatMap((part) =>
      part.goods.map((good) =>
        weighGood(`component-${part.key}`, "component", part.label, good, input.countries),
      ),
    ),
    ...[...contained].map(([material, within]) => weighMaterial(material, within, input.asOf)),
    ...named.unknown.map(unknownComponent),
    ...[...new Set(input.countries)].flatMap((country) => weighCountry(country, input.asOf)),
  ];
}

function weighGood(
  id: string,
  subject: "category" | "component",
  label: string,
  good: string,
  countries: readonly string[],
): WeighingFact {
  const rows = listedGoods.filter((row) => row.good === good);
  const fact = {
    id: `${id}-${good.toLowerCase().replace(/[^a-z]+/g, "-")}`,
    subject,
    label,
    dataset: citeDataset("tvpra_goods"),
  } as const;
  const what = good.toLowerCase();
  if (rows.length === 0)
    return {
      ...fact,
      level: "unknown",
      explanation: `The list does not name ${what}. The list is not complete, so this says nothing either way.`,
    };
  const here = rows.filter(({ country }) => countries.includes(country));
  if (countries.length > 0 && here.length === 0) {
    const where = listInWords(countries.map(countryName));
    return {
      ...fact,
      level: "unknown",
      explanation: `The list does not name ${what} from ${where}; it does name ${sentenceOf(rows, what)}. The list is not complete, so this says nothing either way.`,
    };
  }
  const counted = here.length > 0 ? here : rows;
  const lead =
    here.length > 0
      ? "The list names"
      : "Where this is made is not known yet. Worldwide, the list names";
  return {
    ...fact,
    level: levelOf(counted, here.length > 0),
    explanation: `${lead} ${sentenceOf(counted, what)}.`,
  };
}

function weighMaterial(
  material: Material,
  within: readonly Component[],
  asOf: string,
): WeighingFact {
  const rows = listedGoods.filter((row) => material.goods.includes(row.good));
  const fact = {
    id: `material-${material.key}`,
    subject: "component",
    label: material.label,
    dataset: citeDataset("tvpra_goods"),
  } as const;
  const usedIn = `Usually contained in ${listInWords(within.map(({ label }) => label))}.`;
  if (rows.length === 0) {
    return {
      ...fact,
      level: "unknown",
      explanation: `${usedIn} The goods list of 2022 does not name it, which says nothing either way.`,
    };
  }
  const orders = tradeMeasures.filter(
    ({ scope, name, effectiveOn }) =>
      scope === "goods" &&
      effectiveOn <= asOf &&
      material.measureWords.some((word) => name.toLowerCase().startsWith(word)),
  );
  const order = orders
    .map(
      ({ name, effectiveOn }) =>
        ` A US withhold-release order of ${sayDate(effectiveOn)} covers: ${name}.`,
    )
    .join("");
  return {
    ...fact,
    level: levelOf(rows, false),
    explanation: `${usedIn} Where it comes from is not known. Worldwide, the list names ${sentenceOf(rows, material.label)}.${order}`,
  };
}

function weighMeasures(
  category: Category,
  { countries, asOf }: CategoryToWeigh,
): readonly WeighingFact[] {
  const lists = ["cbp_wro_findings", "uflpa_entities"] as const;
  return lists.flatMap((list): WeighingFact[] => {
    const met = tradeMeasures.filter(
      (measure) =>
        measure.list === list &&
        measure.scope === "entity" &&
        measure.effectiveOn <= asOf &&
        category.industries.includes(measure.industry) &&
        (countries.length === 0 || countries.includes(measure.country)),
    );
    if (met.length === 0) return [];
    const dataset = citeDataset(list);
    // An order that became a finding stands on the list twice; its maker is named once, with both dates.
    const byName = Map.groupBy(met, ({ name }) => name);
    const named = listInWords(
      [...byName].map(
        ([name, rows]) =>
          `${name.replace(/\.$/, "")} (${[countryName(rows[0]?.country ?? ""), ...rows.map(({ effectiveOn }) => effectiveOn)].join(", ")})`,
      ),
    );
    return [
      {
        id: `measures-${list}-${category.key}`,
        subject: "category",
        label: category.label,
        level: "medium",
        explanation: `Official measures for forced labour stand against makers in this trade: ${named}. A measure against another company is no finding about this purchase.`,
        dataset,
      },
    ];
  });
}

function withoutGood({ key, label }: Category): WeighingFact {
  return {
    id: `category-${key}`,
    subject: "category",
    label,
    level: "unknown",
    explanation: `The goods list has no entry for ${label} as such; the components and materials below say more.`,
    dataset: citeDataset("tvpra_goods"),
  };
}

function unknownCodes(cpv: readonly string[]): readonly WeighingFact[] {
  return cpv
    .filter((code) => categoriesOf([code]).length === 0)
    .map((code) => ({
      id: `category-cpv-${code}`,
      subject: "category",
      label: `CPV ${code}`,
      level: "unknown",
      explanation: `Our table does not say what CPV ${code} contains, so its goods and materials were not weighed.`,
      dataset: citeDataset("category_map"),
    }));
}

function unknownComponent(wording: string, index: number): WeighingFact {
  return {
    id: `component-unknown-${index + 1}`,
    subject: "component",
    label: wording,
    level: "unknown",
    explanation: `Our table does not know the component "${wording}", so it was not weighed.`,
    dataset: citeDataset("category_map"),
  };
}

/** Severity first: what is irremediable outranks how likely it is here. */
function levelOf(rows: readonly ListedGood[], countryKnown: boolean): "high" | "medium" {
  if (countryKnown) return "high";
  const severest = rows.some(
    ({ labour, sector }) =>
      labour.includes("forced") ||
      labour.includes("forced_child") ||
      (sector === "mining" && labour.length > 0),
  );
  return severest ? "high" : "medium";
}

/** "gold from Peru (child labour, forced labour) and from Ghana (child labour)", countries with the gravest first, at most six. */
function sentenceOf(rows: readonly ListedGood[], what: string): string {
  const merged = new Map<string, Set<string>>();
  for (const { country, labour, inputFrom } of rows) {
    const words = merged.get(country) ?? new Set<string>();
    if (labour.includes("child")) words.add("child labour");
    if (labour.includes("forced")) words.add("forced labour");
    if (labour.includes("forced_child")) words.add("forced child labour");
    if (inputFrom !== null)
      words.add(`made with an input from ${countryName(inputFrom)} that is listed`);
    merged.set(country, words);
  }
  const grave = (words: ReadonlySet<string>): number =>
    (words.has("forced child labour") ? 2 : 0) + (words.has("forced labour") ? 1 : 0);
  const countries = [...merged].toSorted(
    (a, b) => grave(b[1]) - grave(a[1]) || (a[0] < b[0] ? -1 : 1),
  );
  const shown = countries
    .slice(0, 6)
    .map(([country, words]) => `${countryName(country)} (${[...words].join(", ")})`);
  const more = countries.length > 6 ? [`${countries.length - 6} more countries`] : [];
  return `${what} from ${listInWords([...shown, ...more])}`.replaceAll(
    "1 more countries",
    "1 more country",
  );
}
