/** What is said about a disclosure while it is typed, and how it becomes what the API takes. */
import type { DisclosureAbout } from "@throughline/contract";
import type { ReadDisclosure, Tier } from "@throughline/domain";
import type { FormFault } from "./form-faults.tsx";
import type { NamedProduct } from "./product-name.ts";
import { todayHere } from "../texts/format.ts";
import { t } from "../texts/t.ts";

/** As much of a contract as a disclosure for it needs. */
export interface AboutContract {
  readonly products: readonly (NamedProduct & { readonly id: string })[];
  readonly supplier: { readonly name: string } | null;
}

export interface AboutDraft {
  readonly title: string;
  readonly declaredBy: string;
  readonly brand: string;
  readonly asOf: string;
  readonly receivedOn: string;
  readonly tier: Tier;
  readonly kind: "" | "one_of" | "confirmed";
  readonly productIds: readonly string[];
}

/** What can be said before a person says anything. */
export function startAbout(contract: AboutContract, productIds: readonly string[]): AboutDraft {
  const brands = new Set(
    contract.products
      .filter((product) => productIds.includes(product.id))
      .map((product) => product.brand),
  );
  return {
    title: "",
    declaredBy: contract.supplier?.name ?? "",
    brand: brands.size === 1 ? ([...brands][0] ?? "") : "",
    asOf: "",
    receivedOn: todayHere(),
    tier: "final_assembly",
    kind: "",
    productIds,
  };
}

/** Fills in the brand the source itself names, without overwriting what was typed. */
export function withSource(about: AboutDraft, read: Pick<ReadDisclosure, "brand">): AboutDraft {
  return { ...about, brand: about.brand === "" ? (read.brand ?? "") : about.brand };
}

type AboutRead =
  | { readonly ok: true; readonly about: DisclosureAbout }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads it, or says which fields are at fault. */
export function readAbout(draft: AboutDraft): AboutRead {
  const faults: FormFault[] = [];
  if (draft.title.trim() === "")
    faults.push({ field: "disclosure-title", message: t("disclosure.missing.title") });
  if (draft.declaredBy.trim() === "")
    faults.push({ field: "disclosure-by", message: t("disclosure.missing.by") });
  if (draft.receivedOn === "")
    faults.push({
      field: "disclosure-received",
      message: t("fault.required", { field: t("disclosure.receivedOn").toLowerCase() }),
    });
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    about: {
      title: draft.title.trim(),
      declaredBy: draft.declaredBy.trim(),
      brand: draft.brand.trim() === "" ? null : draft.brand.trim(),
      asOf: draft.asOf === "" ? null : draft.asOf,
      receivedOn: draft.receivedOn,
      productIds: [...draft.productIds],
      tier: draft.tier,
      ...(draft.kind === "" ? {} : { kind: draft.kind }),
    },
  };
}
