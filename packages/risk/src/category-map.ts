/**
 * Our own table: what a purchased category usually contains, down to materials, and under which names the goods list
 * carries them. CPV prefixes after Regulation (EC) 213/2008; the longest prefix wins. See `datasets.category_map`.
 */
import type { Tier } from "@throughline/domain";

/** A raw material. `goods` are its names on the goods list; empty when the list does not carry it. */
export interface Material {
  readonly key: string;
  readonly label: string;
  readonly goods: readonly string[];
  /** Where it can be asked for: smelters of minerals, producers of the rest. */
  readonly tier: Tier;
  /** Words by which goods measures name it. */
  readonly measureWords: readonly string[];
}

/** A part or sub-assembly. `words` recognise it in a contract's wording. */
export interface Component {
  readonly key: string;
  readonly label: string;
  readonly tier: Tier;
  readonly words: readonly string[];
  readonly goods: readonly string[];
  readonly materials: readonly string[];
}

/** What is bought. `goods` are its names on the goods list, `industries` those of the trade measures. */
export interface Category {
  readonly key: string;
  readonly label: string;
  readonly cpv: readonly string[];
  readonly goods: readonly string[];
  readonly industries: readonly string[];
  readonly components: readonly string[];
}

const notSmelted: ReadonlySet<string> = new Set(["natural_rubber", "leather", "cotton", "coal"]);
const material = (
  key: string,
  label: string,
  goods: readonly string[],
  measureWords: readonly string[] = [],
): Material => ({
  key,
  label,
  goods,
  tier: notSmelted.has(key) ? "raw_material_extraction" : "smelter_or_refiner",
  measureWords,
});

export const materials: readonly Material[] = [
  material("cobalt", "cobalt", ["Cobalt ore (heterogenite)"]),
  material("lithium", "lithium", []),
  material("nickel", "nickel", []),
  material("graphite", "graphite", []),
  material("tin", "tin", ["Tin", "Tin ore (cassiterite)"]),
  material("tantalum", "tantalum", ["Tantalum ore (coltan)"]),
  material("tungsten", "tungsten", ["Tungsten ore (wolframite)"]),
  material("gold", "gold", ["Gold"], ["gold"]),
  material("copper", "copper", ["Copper"]),
  material("silver", "silver", ["Silver"]),
  material("zinc", "zinc", ["Zinc"]),
  material("mica", "mica", ["Mica"]),
  material("aluminium", "aluminium", []),
  material("lead", "lead", []),
  material("rare_earths", "rare earths", []),
  material("iron", "iron", ["Iron"]),
  material("coal", "coal (for steel)", ["Coal"]),
  material("natural_rubber", "natural rubber", ["Rubber"]),
  material("leather", "leather", ["Leather"]),
  material("cotton", "cotton", ["Cotton"], ["cotton"]),
  material("polysilicon", "polysilicon", ["Polysilicon"]),
];

const part = (
  key: string,
  label: string,
  tier: Tier,
  words: readonly string[],
  goods: readonly string[],
  contained: readonly string[],
): Component => ({
  key,
  label,
  tier,
  words,
  goods,
  materials: contained,
});

export const components: readonly Component[] = [
  part(
    "traction_battery",
    "traction battery",
    "sub_assembly",
    ["traction battery", "drive battery", "high-voltage battery"],
    ["Lithium-Ion Batteries"],
    ["cobalt", "lithium", "nickel", "graphite", "copper", "mica", "aluminium"],
  ),
  part(
    "battery",
    "battery",
    "component",
    ["battery", "batteries", "cell", "accumulator"],
    ["Lithium-Ion Batteries"],
    ["cobalt", "lithium", "nickel", "graphite", "copper"],
  ),
  part(
    "lead_acid_battery",
    "lead-acid battery",
    "component",
    ["lead-acid", "starter battery"],
    [],
    ["lead"],
  ),
  part(
    "circuit_board",
    "printed circuit boards with their parts",
    "component",
    [
      "printed circuit",
      "circuit board",
      "pcb",
      "motherboard",
      "mainboard",
      "capacitor",
      "semiconductor",
      "processor",
      "memory",
    ],
    ["Electronics"],
    ["tin", "tantalum", "gold", "copper", "silver"],
  ),
  part(
    "display",
    "display",
    "component",
    ["display", "screen", "panel", "monitor"],
    ["Electronics"],
    ["gold", "tin"],
  ),
  part(
    "storage",
    "hard disk or solid-state drive",
    "component",
    ["hard disk", "drive", "ssd", "storage"],
    ["Electronics"],
    ["tin", "gold", "rare_earths", "aluminium"],
  ),
  part(
    "vibration_motor",
    "vibration motor",
    "component",
    ["vibration"],
    ["Electronics"],
    ["tungsten", "rare_earths", "copper"],
  ),
  part(
    "casing",
    "casing",
    "component",
    ["casing", "housing", "chassis", "enclosure"],
    [],
    ["aluminium"],
  ),
  part(
    "cables",
    "cables and power supply",
    "component",
    ["cable", "charger", "power supply", "adapter"],
    ["Electronics"],
    ["copper", "tin"],
  ),
  part(
    "wiring_harness",
    "wiring harness",
    "component",
    ["wiring", "harness"],
    [],
    ["copper", "tin"],
  ),
  part(
    "vehicle_electronics",
    "control units and other electronics",
    "component",
    ["electronic", "control unit", "inverter", "charging"],
    ["Electronics"],
    ["tin", "tantalum", "tungsten", "gold", "copper"],
  ),
  part(
    "electric_motor",
    "electric motor",
    "sub_assembly",
    ["motor", "drivetrain", "powertrain", "axle"],
    [],
    ["copper", "rare_earths", "iron"],
  ),
  part(
    "body",
    "body and frame",
    "sub_assembly",
    ["body", "frame", "steel"],
    [],
    ["iron", "coal", "aluminium", "zinc"],
  ),
  part("tyres", "tyres", "component", ["tyre", "tire"], [], ["natural_rubber"]),
  part("paint", "paint and coating", "material", ["paint", "coating"], [], ["mica"]),
  part(
    "seats",
    "seats and trim",
    "component",
    ["seat", "trim", "upholstery"],
    ["Textiles"],
    ["leather", "cotton"],
  ),
  part(
    "solar_cells",
    "solar cells and wafers",
    "component",
    ["solar cell", "wafer", "ingot"],
    ["Solar Cells", "Photovoltaic Wafers", "Photovoltaic Ingots"],
    ["polysilicon", "silver", "aluminium"],
  ),
  part(
    "fabric",
    "fabric and yarn",
    "material",
    ["fabric", "yarn", "textile", "thread"],
    ["Textiles", "Thread/Yarn"],
    ["cotton"],
  ),
];

const computerParts = ["circuit_board", "battery", "display", "storage", "casing", "cables"];
const vehicleParts = ["body", "wiring_harness", "vehicle_electronics", "tyres", "seats", "paint"];
const electricParts = ["traction_battery", "electric_motor", ...vehicleParts];
const it = { goods: ["Electronics"], industries: ["Electronics"] };
const road = {
  goods: [],
  industries: ["Automotive and Aerospace", "Lead-acid batteries (automotive)"],
};

export const categories: readonly Category[] = [
  {
    key: "portable_computers",
    label: "laptops and tablets",
    cpv: ["302131", "302132"],
    ...it,
    components: computerParts,
  },
  {
    key: "computers",
    label: "computers and computer equipment",
    cpv: ["302"],
    ...it,
    components: computerParts,
  },
  {
    key: "displays",
    label: "monitors and displays",
    cpv: ["30231", "32323"],
    ...it,
    components: ["display", "circuit_board", "casing", "cables"],
  },
  {
    key: "printers",
    label: "printers and copiers",
    cpv: ["3012", "302321"],
    goods: ["Electronics"],
    industries: ["Electronics", "Laser printers / toner (plus eight Zhuhai subsidiaries)"],
    components: ["circuit_board", "casing", "cables"],
  },
  {
    key: "servers",
    label: "servers",
    cpv: ["488", "30211"],
    ...it,
    components: ["circuit_board", "storage", "casing", "cables"],
  },
  {
    key: "phones",
    label: "phones",
    cpv: ["3225"],
    ...it,
    components: ["circuit_board", "battery", "display", "vibration_motor", "casing", "cables"],
  },
  {
    key: "network",
    label: "network equipment",
    cpv: ["322", "324", "3257"],
    ...it,
    components: ["circuit_board", "casing", "cables"],
  },
  {
    key: "electric_buses",
    label: "electric buses",
    cpv: ["34144910"],
    ...road,
    components: electricParts,
  },
  {
    key: "electric_vehicles",
    label: "electric vehicles",
    cpv: ["341449"],
    ...road,
    components: electricParts,
  },
  {
    key: "buses",
    label: "buses and coaches",
    cpv: ["3412"],
    ...road,
    components: [...vehicleParts, "lead_acid_battery"],
  },
  {
    key: "vehicles",
    label: "motor vehicles",
    cpv: ["341"],
    ...road,
    components: [...vehicleParts, "lead_acid_battery"],
  },
  { key: "tyres", label: "tyres", cpv: ["3435"], ...road, components: ["tyres"] },
  {
    key: "batteries",
    label: "batteries",
    cpv: ["3143", "3144"],
    goods: ["Lithium-Ion Batteries"],
    industries: ["Lead-acid batteries (automotive)"],
    components: ["battery"],
  },
  {
    key: "solar",
    label: "solar panels",
    cpv: ["0933"],
    goods: ["Solar Modules"],
    industries: ["Solar", "Polysilicon"],
    components: ["solar_cells", "casing", "cables"],
  },
  {
    key: "gloves",
    label: "rubber gloves",
    cpv: ["33141420", "18424"],
    goods: ["Rubber Gloves"],
    industries: [],
    components: [],
  },
  {
    key: "clothing",
    label: "clothing and workwear",
    cpv: ["181", "182", "183", "184"],
    goods: ["Garments"],
    industries: ["Apparel, Footwear and Textiles", "Apparel", "Cotton textiles"],
    components: ["fabric"],
  },
];

/**
 * Categories of our table that CPV codes fall under, each once; the longest prefix wins for each code.
 *
 * @example categoriesOf(["34144910"]).map(({ key }) => key) // → ["electric_buses"]
 */
export function categoriesOf(cpv: readonly string[]): readonly Category[] {
  const found = new Set<Category>();
  for (const code of cpv) {
    const best = categories
      .flatMap((category) =>
        category.cpv
          .filter((prefix) => code.startsWith(prefix))
          .map((prefix) => ({ category, length: prefix.length })),
      )
      .toSorted((a, b) => b.length - a.length)[0];
    if (best !== undefined) found.add(best.category);
  }
  return [...found];
}

/** Components of the table that are meant by a contract's own words; `unknown` are the words nobody recognised. */
export function componentsNamed(wordings: readonly string[]): {
  readonly known: readonly Component[];
  readonly unknown: readonly string[];
} {
  const known = new Set<Component>();
  const unknown: string[] = [];
  for (const wording of wordings) {
    const text = wording.toLowerCase().replaceAll("_", " ");
    // The longest word that fits is the most telling: "traction battery" is not just a "battery".
    const best = components
      .flatMap((component) =>
        [component.key.replaceAll("_", " "), ...component.words]
          .filter((word) => text.includes(word))
          .map((word) => ({ component, length: word.length })),
      )
      .toSorted((a, b) => b.length - a.length)[0];
    if (best === undefined) unknown.push(wording);
    else known.add(best.component);
  }
  return { known: [...known], unknown };
}
