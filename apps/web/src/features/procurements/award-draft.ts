/** The contracts of an award while they are typed, and how they become what the API takes. */
import type { Organisation } from "@throughline/contract";
import type { api } from "../../api/client.ts";
import type { FormFault } from "../../components/form-faults.tsx";
import { t } from "../../texts/t.ts";
import type { Procurement } from "./queries.ts";

export const contractKinds = ["stand_alone", "framework", "call_off"] as const;

export interface AwardedDraft {
  readonly key: number;
  readonly kind: (typeof contractKinds)[number];
  readonly frameworkId: string;
  readonly reference: string;
  readonly title: string;
  readonly supplier: string;
  /** Bidder whose winning promises are carried over; empty: those of every winner. */
  readonly bidder: string;
  readonly lots: readonly string[];
  readonly signedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

type Input = Parameters<typeof api.procurements.award>[0]["contracts"][number];

/** Who won, by the promises. */
export function winnersOf(procurement: Procurement): string[] {
  const winning = procurement.facts.promises.filter((promise) => promise.winning);
  return [...new Set(winning.map(({ bidder }) => bidder))];
}

/** A contract to begin with: the next winner's, or that of the notice. */
export function startAwarded(procurement: Procurement, key: number): AwardedDraft {
  const { facts, framework, notice } = procurement;
  const winner = winnersOf(procurement)[key] ?? "";
  return {
    key,
    kind: framework === null ? "stand_alone" : "call_off",
    frameworkId: framework?.id ?? "",
    reference: key === 0 ? facts.reference : `${facts.reference}-${key + 1}`,
    title: facts.title,
    supplier: winner === "" ? (notice?.suppliers[key]?.name ?? "") : winner,
    bidder: winner,
    lots: [],
    signedOn: "",
    startsOn: "",
    endsOn: "",
  };
}

type Read =
  | { readonly ok: true; readonly contracts: Input[] }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads them, or says which fields are at fault. Fields have the ids `award-<name>-<key>`. */
export function readAwarded(
  drafts: readonly AwardedDraft[],
  own: Pick<Organisation, "name" | "country" | "invented">,
): Read {
  const faults: FormFault[] = [];
  const date = (text: string): string | null => (text === "" ? null : text);
  const contracts = drafts.map((one): Input => {
    for (const [field, label] of [
      ["reference", "field.reference"],
      ["title", "field.title"],
    ] as const)
      if (one[field].trim() === "")
        faults.push({
          field: `award-${field}-${one.key}`,
          message: t("fault.required", { field: t(label).toLowerCase() }),
        });
    if (one.kind === "call_off" && one.frameworkId === "")
      faults.push({ field: `award-framework-${one.key}`, message: t("fault.framework") });
    if (one.startsOn !== "" && one.endsOn !== "" && one.endsOn < one.startsOn)
      faults.push({ field: `award-endsOn-${one.key}`, message: t("fault.endBeforeStart") });
    const supplier = one.supplier.trim();
    return {
      kind: one.kind,
      frameworkId: one.kind === "call_off" ? one.frameworkId : null,
      reference: one.reference.trim(),
      title: one.title.trim(),
      lots: [...one.lots],
      supplier:
        supplier === ""
          ? null
          : { name: supplier, country: null, invented: false, identifiers: [] },
      buyer: {
        name: own.name,
        country: own.country,
        invented: own.invented,
        identifiers: [],
      },
      bidder: one.bidder === "" ? null : one.bidder,
      signedOn: date(one.signedOn),
      startsOn: date(one.startsOn),
      endsOn: date(one.endsOn),
    };
  });
  return faults.length > 0 ? { ok: false, faults } : { ok: true, contracts };
}
