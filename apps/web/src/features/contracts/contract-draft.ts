/** What the contract form holds while it is typed, and how it becomes what the API takes. */
import type { ContractInput, Organisation } from "@throughline/contract";
import type { FormFault } from "../../components/form-faults.tsx";
import { formatCountry, minorDigits } from "../../texts/format.ts";
import { parseMoney } from "../../texts/parse-money.ts";
import { t, type TextKey } from "../../texts/t.ts";
import type { api } from "../../api/client.ts";
import { readCountries } from "./read-countries.ts";

export type ContractDetail = Awaited<ReturnType<typeof api.contracts.get>>;
type Party = ContractDetail["brands"][number];

/** Whose workspace it is, as a party of its own contracts. */
export type OwnOrganisation = Pick<Organisation, "name" | "country" | "roles" | "invented">;

export interface ContractDraft {
  kind: ContractInput["kind"];
  title: string;
  reference: string;
  frameworkId: string;
  lotNumber: string;
  buyer: string;
  authority: string;
  supplier: string;
  brands: string;
  cpv: string;
  amount: string;
  currency: string;
  awardedOn: string;
  signedOn: string;
  startsOn: string;
  endsOn: string;
  extensionDecisionOn: string;
  followUp: string;
  hours: string;
  countries: string;
  components: string;
}

/** What a draft begins with. Who buys for itself is not asked who buys. */
export function emptyDraft(own: OwnOrganisation | null = null): ContractDraft {
  return {
    kind: "stand_alone",
    title: "",
    reference: "",
    frameworkId: "",
    lotNumber: "",
    buyer: own?.roles.includes("buyer") === true ? own.name : "",
    authority: "",
    supplier: "",
    brands: "",
    cpv: "",
    amount: "",
    currency: "",
    awardedOn: "",
    signedOn: "",
    startsOn: "",
    endsOn: "",
    extensionDecisionOn: "",
    followUp: "",
    hours: "",
    countries: "",
    components: "",
  };
}

/** The draft of a contract that exists. */
export function draftOf(contract: ContractDetail): ContractDraft {
  const { value } = contract;
  const digits = value === null ? 0 : minorDigits(value.currency);
  return {
    kind: contract.kind,
    title: contract.title,
    reference: contract.reference,
    frameworkId: contract.framework?.id ?? "",
    lotNumber: contract.lotNumber ?? "",
    buyer: contract.buyer?.name ?? "",
    authority: contract.authority?.name ?? "",
    supplier: contract.supplier?.name ?? "",
    brands: contract.brands.map((brand) => brand.name).join("\n"),
    cpv: contract.cpv.join(" "),
    amount: value === null ? "" : (value.minorUnits / 10 ** digits).toFixed(digits),
    currency: value?.currency ?? "",
    awardedOn: contract.awardedOn ?? "",
    signedOn: contract.signedOn ?? "",
    startsOn: contract.startsOn ?? "",
    endsOn: contract.endsOn ?? "",
    extensionDecisionOn: contract.extensionDecisionOn ?? "",
    followUp: contract.followUp?.personId ?? "",
    hours: contract.followUp?.hoursPerMonth?.toString() ?? "",
    countries: contract.knownCountries.map(formatCountry).join(", "),
    components: contract.components.join("\n"),
  };
}

/** Non-empty lines, trimmed. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== "");
}

/** Keeps what is known of a party whose name stays the same. */
function partyOf(name: string, known: readonly (Party | null)[]): Party | null {
  const wanted = name.trim();
  if (wanted === "") return null;
  return (
    known.find((party) => party?.name === wanted) ?? {
      name: wanted,
      country: null,
      invented: false,
      identifiers: [],
    }
  );
}

export type DraftRead =
  | {
      readonly ok: true;
      readonly input: Omit<ContractInput, "products" | "conditions" | "lots" | "ocid">;
    }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/** Reads the draft, or says which fields are at fault. Fields have the ids `contract-<name>`. */
export function readDraft(
  draft: ContractDraft,
  existing: ContractDetail | null,
  names: ReadonlyMap<string, string>,
  own: OwnOrganisation | null = null,
): DraftRead {
  const faults: FormFault[] = [];
  const fault = (field: keyof ContractDraft, message: string): number =>
    faults.push({ field: `contract-${field}`, message });
  const needed = (field: "title" | "reference", key: TextKey): void => {
    if (draft[field].trim() === "")
      fault(field, t("fault.required", { field: t(key).toLowerCase() }));
  };
  needed("title", "field.title");
  needed("reference", "field.reference");
  if (draft.kind === "call_off" && draft.frameworkId === "")
    fault("frameworkId", t("fault.framework"));
  const cpv = wordsOf(draft.cpv).map((code) => code.replace(/-\d$/, ""));
  const wrongCode = cpv.find((code) => !/^\d{8}$/.test(code));
  if (wrongCode !== undefined) fault("cpv", t("fault.cpv", { code: wrongCode }));
  const { codes: countries, unknown: wrongCountry } = readCountries(draft.countries);
  if (wrongCountry !== undefined) fault("countries", t("fault.country", { text: wrongCountry }));
  const currencyFine = /^[a-z]{3}$/i.test(draft.currency.trim());
  const value =
    draft.amount.trim() === "" || !currencyFine ? null : parseMoney(draft.amount, draft.currency);
  if (draft.amount.trim() !== "" && !currencyFine) fault("currency", t("fault.currency"));
  if (draft.amount.trim() !== "" && currencyFine && value === null)
    fault("amount", t("fault.amount"));
  if (draft.startsOn !== "" && draft.endsOn !== "" && draft.endsOn < draft.startsOn)
    fault("endsOn", t("fault.endBeforeStart"));
  const hours = draft.hours.trim() === "" ? null : Number(draft.hours.replace(",", "."));
  if (hours !== null && !(hours >= 0)) fault("hours", t("fault.hours"));
  if (faults.length > 0) return { ok: false, faults };
  const known = [
    ...(existing === null
      ? []
      : [existing.buyer, existing.authority, existing.supplier, ...existing.brands]),
    own === null
      ? null
      : { name: own.name, country: own.country, invented: own.invented, identifiers: [] },
  ];
  const date = (text: string): string | null => (text === "" ? null : text);
  const keepsFollowUp = existing?.followUp ?? null;
  const followUp =
    draft.followUp === "" && hours === null && keepsFollowUp?.personId !== null
      ? null
      : {
          personId: draft.followUp === "" ? null : draft.followUp,
          name:
            draft.followUp === ""
              ? keepsFollowUp?.personId === null
                ? keepsFollowUp.name
                : null
              : (names.get(draft.followUp) ?? null),
          hoursPerMonth: hours,
        };
  return {
    ok: true,
    input: {
      kind: draft.kind,
      title: draft.title.trim(),
      reference: draft.reference.trim(),
      frameworkId: draft.kind === "call_off" ? draft.frameworkId : null,
      lotNumber: draft.lotNumber.trim() === "" ? null : draft.lotNumber.trim(),
      buyer: partyOf(draft.buyer, known),
      authority: partyOf(draft.authority, known),
      supplier: partyOf(draft.supplier, known),
      brands: linesOf(draft.brands)
        .map((name) => partyOf(name, known))
        .filter((party) => party !== null),
      cpv,
      value,
      awardedOn: date(draft.awardedOn),
      signedOn: date(draft.signedOn),
      startsOn: date(draft.startsOn),
      endsOn: date(draft.endsOn),
      extensionDecisionOn: date(draft.extensionDecisionOn),
      followUp,
      knownCountries: countries,
      components: linesOf(draft.components),
    },
  };
}
