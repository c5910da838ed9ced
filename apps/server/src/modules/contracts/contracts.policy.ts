/** What a contract may look like. Pure: says what is wrong, field by field, and changes nothing. */
import type { ConditionInput, ContractInput, Party } from "@throughline/contract";
import { checkIdentifier, type ErrorDetail } from "@throughline/domain";

/** The part of a contract that the rules below look at. */
export type ContractShape = Omit<ContractInput, "products" | "conditions" | "lots">;

/** A refusal with the places at fault, or nothing to object. */
export type ContractCheck =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly code: "input_invalid" | "identifier_check_digit";
      readonly details: readonly ErrorDetail[];
    };

const partyFields = ["buyer", "authority", "supplier"] as const;

function partiesOf(
  shape: Pick<ContractShape, "buyer" | "authority" | "supplier" | "brands">,
): { readonly path: string; readonly party: Party }[] {
  const single = partyFields.flatMap((field) => {
    const party = shape[field];
    return party === null ? [] : [{ path: `/${field}`, party }];
  });
  return [...single, ...shape.brands.map((party, index) => ({ path: `/brands/${index}`, party }))];
}

function hasMoreDecimals(value: number | null, decimals: number): boolean {
  if (value === null) return false;
  const scaled = value * 10 ** decimals;
  return Math.abs(scaled - Math.round(scaled)) > 1e-6;
}

/**
 * Checks dates against each other, the kind against the framework, amounts and the parties' identifiers.
 *
 * @example checkContract({ ...input, startsOn: "2026-02-01", endsOn: "2026-01-01" }) // { ok: false, code: "input_invalid", … }
 */
export function checkContract(shape: ContractShape): ContractCheck {
  const details: ErrorDetail[] = [];
  const refuse = (path: string, message: string): void => void details.push({ path, message });
  if (shape.kind === "call_off" && shape.frameworkId === null)
    refuse("/frameworkId", "A call-off names the framework it is called off from.");
  if (shape.kind !== "call_off" && shape.frameworkId !== null)
    refuse("/frameworkId", "Only a call-off belongs to a framework; set 'kind' to 'call_off'.");
  if (shape.kind !== "call_off" && shape.lotNumber !== null)
    refuse("/lotNumber", "Only a call-off belongs to a lot of its framework.");
  if (shape.startsOn !== null && shape.endsOn !== null && shape.endsOn < shape.startsOn)
    refuse("/endsOn", "The contract ends before it starts.");
  if (
    shape.extensionDecisionOn !== null &&
    shape.endsOn !== null &&
    shape.extensionDecisionOn > shape.endsOn
  )
    refuse("/extensionDecisionOn", "Extension is decided before the contract ends, not after.");
  if (shape.value !== null && shape.value.minorUnits < 0)
    refuse("/value/minorUnits", "A contract's value is not negative.");
  const hours = shape.followUp?.hoursPerMonth ?? null;
  if (hasMoreDecimals(hours, 1))
    refuse("/followUp/hoursPerMonth", "Hours are kept to one decimal place.");
  if (details.length > 0) return { ok: false, code: "input_invalid", details };
  return checkParties(shape);
}

function checkParties(
  shape: Pick<ContractShape, "buyer" | "authority" | "supplier" | "brands">,
): ContractCheck {
  const details = partiesOf(shape).flatMap(({ path, party }) =>
    party.identifiers.flatMap(({ scheme, value }, index): ErrorDetail[] => {
      const check = checkIdentifier(scheme, value);
      return check.ok || check.reason !== "check_digit"
        ? []
        : [{ path: `${path}/identifiers/${index}/value`, message: check.explanation }];
    }),
  );
  return details.length === 0
    ? { ok: true }
    : { ok: false, code: "identifier_check_digit", details };
}

/** Lots are told apart by their number. */
export function checkLots(lots: ContractInput["lots"]): readonly ErrorDetail[] {
  const seen = new Set<string>();
  return lots.flatMap(({ number }, index): ErrorDetail[] => {
    const path = `/lots/${index}/number`;
    if (number.trim() === "") return [{ path, message: "A lot has a number." }];
    if (seen.has(number)) return [{ path, message: `There are two lots '${number}'.` }];
    seen.add(number);
    return [];
  });
}

/** Quantities are kept to two decimal places: more would be rounded without anyone noticing. */
export function checkProducts(
  products: readonly {
    readonly quantity?: number | null | undefined;
    readonly value?: { readonly minorUnits: number } | null | undefined;
  }[],
): readonly ErrorDetail[] {
  return products.flatMap(({ quantity, value }, index): ErrorDetail[] => [
    ...(hasMoreDecimals(quantity ?? null, 2)
      ? [
          {
            path: `/products/${index}/quantity`,
            message: "Quantities are kept to two decimal places.",
          },
        ]
      : []),
    ...(value !== null && value !== undefined && value.minorUnits < 0
      ? [
          {
            path: `/products/${index}/value/minorUnits`,
            message: "The value of a product is not negative.",
          },
        ]
      : []),
  ]);
}

/** A contract with a framework is a call-off; one without is not. A framework stays one. */
export function kindAfter(
  kind: ContractInput["kind"],
  frameworkId: string | null,
): ContractInput["kind"] {
  if (kind === "framework") return "framework";
  return frameworkId === null ? "stand_alone" : "call_off";
}

/** Conditions to be set, each with the id of the one it changes (`null`: it is new), and the ids of those that go. */
export interface PairedConditions {
  readonly pairs: readonly { readonly id: string | null; readonly condition: ConditionInput }[];
  readonly gone: readonly string[];
}

/**
 * Finds for each condition to be set the one it is now: by id, else the first that has its clause and requirement. An
 * id that is not this contract's is nobody's: the condition is new.
 */
export function pairConditions(
  standing: readonly {
    readonly id: string;
    readonly clause: string;
    readonly requirement: string;
  }[],
  conditions: readonly ConditionInput[],
): PairedConditions {
  const left = new Map(standing.map((one) => [one.id, one]));
  const byId = conditions.map(({ id }) => {
    const known = id === undefined ? undefined : left.get(id);
    if (known !== undefined) left.delete(known.id);
    return known?.id ?? null;
  });
  const pairs = conditions.map((condition, index) => {
    const id = byId[index] ?? null;
    if (id !== null) return { id, condition };
    const alike = [...left.values()].find(
      (one) => one.clause === condition.clause && one.requirement === condition.requirement,
    );
    if (alike !== undefined) left.delete(alike.id);
    return { id: alike?.id ?? null, condition };
  });
  return { pairs, gone: [...left.keys()] };
}
