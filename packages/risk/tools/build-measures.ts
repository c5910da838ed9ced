/** Turns the two official lists of trade measures into one measure per entity, with its aliases apart. */

export interface BuiltMeasure {
  readonly id: string;
  readonly list: "cbp_wro_findings" | "uflpa_entities";
  readonly kind: "withhold_release_order" | "finding" | "uflpa_listing";
  readonly scope: "entity" | "place" | "vessel" | "goods";
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly industry: string;
  readonly effectiveOn: string;
  readonly listedAs: string;
  readonly doubt: string | null;
}

/** Entries whose text is no list of names and cannot be split by a rule: what they name, read by a person. */
const readByHand: Readonly<
  Record<string, readonly Pick<BuiltMeasure, "scope" | "name" | "aliases">[]>
> = {
  "All Turkmenistan Cotton or products produced in whole or in part with Turkmenistan cotton.": [
    { scope: "goods", name: "Cotton from Turkmenistan and products made with it", aliases: [] },
  ],
  "All gold mined, produced, or manufactured with convict labor, forced labor, or indentured labor under penal sanctions in the Artisanal mining sites in the eastern Democratic Republic of the Congo (DRC)":
    [
      {
        scope: "goods",
        name: "Gold from artisanal mining sites in the eastern Democratic Republic of the Congo",
        aliases: [],
      },
    ],
  "Tobacco produced in the Republic of Malawi by Malawian workers, including child laborers and/or forced laborers":
    [{ scope: "goods", name: "Tobacco from Malawi", aliases: [] }],
  "All products harvested by fishing vessels Da Wang, Hua Li 8, Liao Dong Yu, Lu Qing Yuan Yu, Lu Rong Yuan Yu, Zhe Pu Yu, or Dalian Ocean Fishing":
    [
      {
        scope: "vessel",
        name: "Fishing vessels Da Wang, Hua Li 8, Liao Dong Yu, Lu Qing Yuan Yu, Lu Rong Yuan Yu, Zhe Pu Yu",
        aliases: [],
      },
      { scope: "entity", name: "Dalian Ocean Fishing", aliases: [] },
    ],
  "Yili Zhuowan Garment Manufacturing Co., Ltd. and Baoding LYSZD Trade and Business Co., Ltd.": [
    { scope: "entity", name: "Yili Zhuowan Garment Manufacturing Co., Ltd.", aliases: [] },
    { scope: "entity", name: "Baoding LYSZD Trade and Business Co., Ltd.", aliases: [] },
  ],
  "Fuchu Prison; Union Kogyo Co., Ltd.": [
    { scope: "entity", name: "Fuchu Prison", aliases: [] },
    { scope: "entity", name: "Union Kogyo Co., Ltd.", aliases: [] },
  ],
  "Marange Diamond Fields": [
    { scope: "goods", name: "Diamonds from the Marange fields", aliases: [] },
  ],
  "Lop County Hair Product Industrial Park": [
    { scope: "place", name: "Lop County Hair Product Industrial Park", aliases: [] },
  ],
  "British American Tobacco Malawi (BAT Malawi)": [
    { scope: "entity", name: "British American Tobacco Malawi", aliases: ["BAT Malawi"] },
  ],
  "No. 4 Vocational Skills Education Training Center (VSETC)": [
    {
      scope: "entity",
      name: "No. 4 Vocational Skills Education Training Center",
      aliases: ["No. 4 VSETC"],
    },
  ],
  "State Penitentiary, Ciudad Victoria, Tamaulipas, Mexico": [
    { scope: "entity", name: "State Penitentiary, Ciudad Victoria", aliases: [] },
  ],
};

function splitEntry(text: string): readonly Pick<BuiltMeasure, "scope" | "name" | "aliases">[] {
  const byHand = readByHand[text];
  if (byHand !== undefined) return byHand;
  if (text.startsWith("Fishing Vessel: "))
    return [{ scope: "vessel", name: text.slice("Fishing Vessel: ".length), aliases: [] }];
  return text.split(/;\s+/).map((entity) => {
    const [first = "", ...others] = entity.split(/,?\s+a\/k\/a\s+/).flatMap(spellings);
    return {
      scope: "entity",
      name: first,
      aliases: [...new Set(others)].filter((other) => other !== first),
    };
  });
}

/** "Golden Horse (JinMa) Diesel Factory" is known with and without the word in brackets; "(or X)" replaces the word before; a prison in brackets is a name of its own. */
function spellings(name: string): string[] {
  const bracket = /^(.*?)\s*\(([^)]*)\)\s*(.*)$/.exec(name);
  if (bracket === null) return [name.trim()];
  const [, before = "", inside = "", after = ""] = bracket;
  const tail = after === "" ? "" : ` ${after}`;
  const without = spellings(`${before}${tail}`);
  if (inside === "Manufacturing" || inside === "Plastics Factory") return without;
  if (/prison/i.test(inside)) return [...without, inside];
  const word = inside.replace(/^or\s+/, "");
  return [...without, ...spellings(`${before.replace(/\S+$/, word)}${tail}`)];
}

function slug(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 48)
    .replace(/-$/, "");
}

/** Rows of the CBP transcription → measures. Order and ids follow the source. */
export function buildCbpMeasures(
  rows: readonly Record<string, string>[],
  codeOf: (country: string) => string,
): BuiltMeasure[] {
  return rows.flatMap((row) =>
    splitEntry(row["entity"] ?? "").map((entity) => ({
      id: `cbp-${row["iso_date"] ?? ""}-${slug(entity.name)}`,
      list: "cbp_wro_findings" as const,
      kind: row["type"] === "Finding" ? ("finding" as const) : ("withhold_release_order" as const),
      ...entity,
      country: codeOf(row["country"] ?? ""),
      industry: row["industry"] ?? "",
      effectiveOn: row["iso_date"] ?? "",
      listedAs: row["entity"] ?? "",
      doubt: null,
    })),
  );
}

/** Rows of the UFLPA extract and its supplement → measures. The list names entities of China only. */
export function buildUflpaMeasures(
  extract: readonly Record<string, string>[],
  supplement: readonly Record<string, string>[],
): BuiltMeasure[] {
  const build = (row: Record<string, string>, listed: string, doubt: string): BuiltMeasure => ({
    id: `uflpa-${slug(row["name"] ?? "")}`,
    list: "uflpa_entities",
    kind: "uflpa_listing",
    scope: "entity",
    name: row["name"] ?? "",
    aliases: (row["aliases"] ?? "")
      .split(";")
      .map((alias) => alias.trim())
      .filter((alias) => alias !== ""),
    country: "CN",
    industry: row["sector"] ?? "",
    effectiveOn: listed,
    listedAs: row["name"] ?? "",
    doubt,
  });
  const secondHand =
    "The other names are second-hand and not checked against the Federal Register.";
  return [
    ...extract.map((row) => build(row, row["year_listed"] ?? "", secondHand)),
    ...supplement.map((row) => {
      const source = row["source"] ?? "";
      const doubt = source.startsWith("author knowledge")
        ? "This entry and its other names come from memory of the first list; check them against the Federal Register."
        : `This entry comes from ${source}, a second-hand source; check it against the Federal Register.`;
      return build(row, row["listed"] ?? "", doubt);
    }),
  ];
}
