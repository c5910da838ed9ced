/** Turns contract rows into what the engine reads: parties, conditions with their origin, what a call-off takes over. */
import {
  FollowUp,
  ParameterValues,
  type ContractCondition,
  type ContractFact,
  type Money,
  type PartyRef,
  type ProductLine,
  type Tier,
} from "@throughline/domain";
import type { ConditionRow, ContractRow, PartyRow } from "./line.store.ts";

/** Rows of one contract and of the framework it was called off from. */
export interface ContractRows {
  readonly contract: ContractRow;
  readonly parties: readonly PartyRow[];
  readonly frameworkParties: readonly PartyRow[];
  readonly conditions: readonly ConditionRow[];
  readonly frameworkConditions: readonly ConditionRow[];
}

/** Pairs an amount with its currency; the table holds both or neither. */
export function moneyOf(row: {
  readonly value_minor: number | null;
  readonly currency: string | null;
}): Money | null {
  return row.value_minor === null || row.currency === null
    ? null
    : { minorUnits: row.value_minor, currency: row.currency };
}

/** One condition; `inheritedFrom` is the framework's title where it stands there and not in the contract itself. */
export function conditionOf(row: ConditionRow, inheritedFrom: string | null): ContractCondition {
  return {
    id: row.id,
    clause: row.clause,
    requirement: row.requirement,
    summary: row.summary,
    inheritedFrom,
    dueDays: row.due_days,
    // Check constraints and the contract's schema hold both vocabularies.
    dueFrom: row.due_from as ContractCondition["dueFrom"],
    refreshEveryMonths: row.refresh_every_months,
    gatesExtension: row.gates_extension,
    tiers: row.tiers as Tier[],
    components: row.components,
    version: row.requirement_version,
    values: ParameterValues.parse(row.asked_values),
    followUp: followUpOf(row),
  };
}

const Looked = FollowUp.pick({ ways: true, kpis: true, evidenceTypes: true });

/** How a condition is looked after: what everybody who reads it may know, and who does it where that may be read. */
function followUpOf(row: ConditionRow): FollowUp | null {
  const { follow_up_person_id: personId, follow_up_role: role, follow_up_hours: hours } = row;
  if (row.follow_up === null && personId === null && role === null && hours === null) return null;
  const known = row.follow_up === null ? null : Looked.parse(row.follow_up);
  return {
    ways: known?.ways ?? [],
    kpis: known?.kpis ?? [],
    evidenceTypes: known?.evidenceTypes ?? [],
    personId,
    role,
    hoursPerMonth: hours,
  };
}

/** The framework's conditions first, then the contract's own. Read each time: a change of the framework shows at once. */
export function conditionsOf(rows: ContractRows): ContractCondition[] {
  const { framework_title: title } = rows.contract;
  return [
    ...rows.frameworkConditions.map((row) => conditionOf(row, title)),
    ...rows.conditions.map((row) => conditionOf(row, null)),
  ];
}

function partyOf(rows: readonly PartyRow[], role: PartyRow["role"]): PartyRef | null {
  return partiesOf(rows, role)[0] ?? null;
}

function partiesOf(rows: readonly PartyRow[], role: PartyRow["role"]): PartyRef[] {
  return rows
    .filter((row) => row.role === role)
    .map(({ id, name, country, invented }) => ({ id, name, country, invented }));
}

/** The contract as the line sees it. A call-off takes authority and supplier from its framework where it names none. */
export function contractFactOf(rows: ContractRows, cpv: readonly string[]): ContractFact {
  const { contract, parties, frameworkParties } = rows;
  const person = contract.follow_up_member ?? contract.follow_up_name;
  return {
    id: contract.id,
    reference: contract.reference,
    title: contract.title,
    // The column's check constraint holds the vocabulary.
    kind: contract.kind as ContractFact["kind"],
    buyer: partyOf(parties, "buyer"),
    authority: partyOf(parties, "authority") ?? partyOf(frameworkParties, "authority"),
    supplier: partyOf(parties, "supplier") ?? partyOf(frameworkParties, "supplier"),
    brands: partiesOf(parties, "brand"),
    cpv: [...cpv],
    value: moneyOf(contract),
    awardedOn: contract.awarded_on,
    signedOn: contract.signed_on,
    startsOn: contract.starts_on,
    endsOn: contract.ends_on,
    extensionDecisionOn: contract.extension_decision_on,
    followUp:
      person === null ? null : { person, hoursPerMonth: contract.follow_up_hours_per_month },
    conditions: conditionsOf(rows),
    knownCountries: contract.known_countries,
  };
}

/** A product line as the line sees it. */
export function productOf(row: {
  readonly id: string;
  readonly brand: string;
  readonly family: string;
  readonly part_number: string | null;
  readonly quantity: number | null;
  readonly value_minor: number | null;
  readonly currency: string | null;
  readonly cpv: string | null;
}): ProductLine {
  return {
    id: row.id,
    brand: row.brand,
    family: row.family,
    partNumber: row.part_number,
    quantity: row.quantity,
    value: moneyOf(row),
    cpv: row.cpv,
  };
}

/** What is bought: the contract's codes, else its lot's, else its framework's. */
export function categoryOf(
  contract: ContractRow,
  frameworkLots: readonly { readonly number: string; readonly cpv: string[] }[],
): string[] {
  if (contract.cpv.length > 0) return contract.cpv;
  const lot = frameworkLots.find((one) => one.number === contract.lot_number);
  if (lot !== undefined && lot.cpv.length > 0) return lot.cpv;
  return contract.framework_cpv ?? [];
}
