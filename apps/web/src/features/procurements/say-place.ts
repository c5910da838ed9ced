import { t } from "../../texts/t.ts";
import type { Instance } from "./queries.ts";

/** A criterion or clause by its number and title, with the weight of what scores: "C3: Name the sites (15 %)". */
export function sayPlace(instance: Pick<Instance, "place" | "title" | "weight" | "role">): string {
  const named =
    instance.place === ""
      ? instance.title
      : t("procurement.place", { place: instance.place, title: instance.title });
  return instance.role === "award" && instance.weight !== null
    ? t("procurement.placeWeight", { named, weight: instance.weight })
    : named;
}
