import { foldText, nameKeys, wordWeight } from "@throughline/matching";
import { type NameToCompare, readNameToCompare } from "./compare-listed-name.ts";
import type { DatasetId } from "./datasets.ts";
import { type TradeMeasure, tradeMeasures } from "./read-reference-data.ts";

/** One name a measure goes by. */
export interface ListedName {
  readonly measure: TradeMeasure;
  readonly name: string;
  readonly isAlias: boolean;
  readonly compared: NameToCompare;
}

/** Measures ready to be screened against: names found by key instead of one by one. */
export interface MeasureIndex {
  readonly lists: readonly MeasureList[];
  readonly byKey: ReadonlyMap<string, readonly ListedName[]>;
  readonly places: readonly TradeMeasure[];
  /** Measures against goods, regions and vessels: no site can be recognised by their name. They still stand. */
  readonly notByName: readonly TradeMeasure[];
}

/** The lists that measures come from; each answers for itself. */
export type MeasureList = Extract<DatasetId, "cbp_wro_findings" | "uflpa_entities">;

/**
 * Prepares measures for screening. Cost: linear in the number of names; done once.
 *
 * @example const index = buildMeasureIndex(tradeMeasures);
 */
export function buildMeasureIndex(measures: readonly TradeMeasure[] = tradeMeasures): MeasureIndex {
  const byKey = new Map<string, ListedName[]>();
  for (const measure of measures) {
    if (measure.scope !== "entity") continue;
    for (const [position, name] of [measure.name, ...measure.aliases].entries()) {
      const listed = { measure, name, isAlias: position > 0, compared: readNameToCompare(name) };
      for (const key of screeningKeys(name)) {
        const names = byKey.get(key);
        if (names === undefined) byKey.set(key, [listed]);
        else names.push(listed);
      }
    }
  }
  const lists: readonly MeasureList[] = ["cbp_wro_findings", "uflpa_entities"];
  return {
    lists,
    byKey,
    places: measures.filter(({ scope }) => scope === "place"),
    notByName: measures.filter(({ scope }) => scope === "goods" || scope === "vessel"),
  };
}

/** Keys of the matcher, and the beginning of every telling word of four letters and more: a list is small, so recall costs little. */
export function screeningKeys(name: string): readonly string[] {
  const words = foldText(name).split(" ");
  return [
    ...new Set([
      ...nameKeys(name),
      ...words
        .filter((word) => word.length >= 4 && wordWeight(word) === 1)
        .map((word) => `p:${word.slice(0, 4)}`),
    ]),
  ];
}
