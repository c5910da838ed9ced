import type { WeighingFact } from "@throughline/domain";
import { type DatasetId, datasets } from "./datasets.ts";

/** A data set as a weighing cites it. */
export function citeDataset(id: DatasetId): WeighingFact["dataset"] {
  const { title, edition, licence, url, partial } = datasets[id];
  return { id, title, edition, licence, url, partial };
}
