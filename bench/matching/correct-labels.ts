import corrections from "./label-corrections.json" with { type: "json" };
import { type LabelledSet, pairKey, pairsOf } from "./read-sets.ts";

/** Chicago with the reviewed corrections: clusters parted by street or organisation, and joined where one site was parted. */
export function correctClusters(
  set: LabelledSet,
  clusterOf: ReadonlyMap<string, string>,
): LabelledSet {
  const corrected = new Map(clusterOf);
  const ofChicago = corrections.corrections.filter((one) => one.set === "Chicago");
  for (const { kind, cluster, address, name, to } of ofChicago) {
    if (kind !== "split" || to === undefined) continue;
    for (const record of set.records) {
      if (clusterOf.get(record.id) !== cluster) continue;
      const inAddress = address === undefined || fold(record.address ?? "").includes(address);
      const inName = name === undefined || fold(record.name).includes(name);
      if (inAddress && inName) corrected.set(record.id, to);
    }
  }
  for (const { kind, cluster, into } of ofChicago) {
    if (kind !== "merge" || into === undefined) continue;
    for (const [id, at] of corrected) if (at === cluster) corrected.set(id, into);
  }
  const groups = new Map<string, string[]>();
  for (const [id, cluster] of corrected) groups.set(cluster, [...(groups.get(cluster) ?? []), id]);
  return { ...set, name: `${set.name}, corrected`, same: pairsOf(groups.values()) };
}

/** Site pairs and restaurants with the reviewed corrections; disputed pairs are left out. */
export function correctPairs(set: LabelledSet): LabelledSet {
  const byId = new Map(set.records.map((record) => [record.id, record]));
  const same = new Set(set.same);
  const labelled = set.labelled === undefined ? undefined : new Set(set.labelled);
  const family = set.name.startsWith("restaurants") ? "restaurants" : set.name;
  for (const { set: of, left, right, label } of corrections.corrections) {
    if (of !== family || left === undefined || right === undefined) continue;
    for (const key of set.labelled ?? set.same) {
      const [a = "", b = ""] = key.split("|");
      const [one, other] = [byId.get(a)?.name, byId.get(b)?.name];
      const isMeant = (one === left && other === right) || (one === right && other === left);
      if (!isMeant) continue;
      same.delete(pairKey(a, b));
      if (label === "disputed") labelled?.delete(pairKey(a, b));
    }
  }
  const name = `${set.name}, corrected`;
  return labelled === undefined ? { ...set, name, same } : { ...set, name, same, labelled };
}

function fold(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/gu, " ");
}
