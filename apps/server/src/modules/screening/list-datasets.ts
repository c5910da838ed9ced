/** The lists of measures and the reference data in use: edition, licence, what is missing. */
import { placesDataset } from "@throughline/interchange";
import { countEntries, datasets } from "@throughline/risk";

export interface DatasetShown {
  readonly id: string;
  readonly title: string;
  readonly edition: string;
  readonly licence: string;
  readonly url: string | null;
  readonly partial: boolean;
  readonly entries: number;
  readonly note: string | null;
}

/** Measures first: they are what sites are screened against. Last the list of towns, which only the map rests on. */
export function listDatasets(): DatasetShown[] {
  const measures = new Set<string>(["cbp_wro_findings", "uflpa_entities"]);
  const { caution: beware, ...places } = placesDataset;
  const shown = Object.values(datasets)
    .toSorted((a, b) => Number(measures.has(b.id)) - Number(measures.has(a.id)))
    .map(({ id, title, edition, licence, url, partial, caution }) => ({
      id,
      title,
      edition,
      licence,
      url,
      partial,
      entries: countEntries(id),
      note: caution,
    }));
  return [...shown, { ...places, note: beware }];
}
