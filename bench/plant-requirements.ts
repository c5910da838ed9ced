/**
 * Invents what the bench of requirements measures: buyers that ask the shipped requirements in their own ways, a policy table,
 * a procurement with many criteria. Buyers take over one of a few model clauses, some far more often than others, and change a
 * value now and then, as people do who copy from a colleague.
 */
import type {
  Parameter,
  ParameterType,
  ParameterValue,
  ParameterValues,
  ProcurementFacts,
  Requirement,
  RequirementInstance,
  RequirementRole,
} from "@throughline/domain";
import type { BuyerInstance, PolicyRow } from "@throughline/requirements";
import type { Draw } from "./matching/draw-random.ts";

/** Values people write rather than any between the limits. */
const usualNumbers: Readonly<Record<string, readonly number[]>> = {
  days: [7, 10, 14, 28, 30, 60, 90],
  business_days: [5, 10, 15, 20],
  months: [6, 12, 18, 24, 36],
  hours_per_week: [48, 55, 60],
  per_year: [1, 2, 4],
  percent: [5, 10, 20, 50, 100],
  count: [1, 2, 3, 4],
};

const words = ["battery", "display", "mainboard", "memory", "casing", "Label A", "Label B"];

function drawValue(draw: Draw, type: ParameterType): ParameterValue {
  switch (type.kind) {
    case "number": {
      const fitting = (usualNumbers[type.unit] ?? []).filter(
        (value) => value >= type.minimum && value <= type.maximum,
      );
      return fitting.length === 0 ? type.minimum : draw.pick(fitting);
    }
    case "choice":
      return draw.pick(type.options).key;
    case "set": {
      const options = type.options?.map(({ key }) => key).slice(0, 8) ?? words;
      const kept = options.filter(() => draw.chance(0.5));
      return kept.length === 0 ? [draw.pick(options)] : kept;
    }
    case "flag":
      return draw.chance(0.6);
    case "text":
      return draw.pick(words);
  }
}

function drawValues(draw: Draw, parameters: readonly Parameter[], share: number): ParameterValues {
  const values: ParameterValues = {};
  for (const { key, type } of parameters)
    if (draw.chance(share)) values[key] = drawValue(draw, type);
  return values;
}

/** What people do to a model clause they take over: another value, or one word of a list more or fewer. */
function changeValues(
  draw: Draw,
  parameters: readonly Parameter[],
  model: ParameterValues,
  share: number,
): ParameterValues {
  const values = { ...model };
  for (const { key, type } of parameters) {
    if (!draw.chance(share)) continue;
    const kept = values[key];
    if (!Array.isArray(kept)) {
      values[key] = drawValue(draw, type);
      continue;
    }
    const word = draw.pick(
      type.kind === "set" ? (type.options?.map((one) => one.key) ?? words) : words,
    );
    const others = kept.filter((one) => one !== word);
    values[key] = others.length === kept.length || others.length === 0 ? [...others, word] : others;
  }
  return values;
}

/** How many there are of what. */
export interface BuyerSize {
  readonly buyers: number;
  readonly instances: number;
  readonly resellers: number;
  readonly modelClauses: number;
  /** Chance that a buyer changes a value of its model clause. */
  readonly changed: number;
}

/** Instances by requirement, spread evenly. */
export function plantBuyers(
  draw: Draw,
  requirements: readonly Requirement[],
  size: BuyerSize,
): { requirement: Requirement; instances: BuyerInstance[] }[] {
  const names = Array.from({ length: size.resellers }, (_, at) => `Reseller ${at}`);
  const buyers = Array.from({ length: size.buyers }, (_, at) => ({
    buyer: `Buyer ${at}`,
    resellers: Array.from({ length: 1 + draw.below(6) }, () => draw.pickSkewed(names)),
    schemes: ["Scheme A", "Scheme B", "Scheme C"].filter(() => draw.chance(0.2)),
  }));
  return requirements.map((requirement, place) => {
    const { parameters } = requirement;
    const models = Array.from({ length: size.modelClauses }, () =>
      drawValues(draw, parameters, 0.8),
    );
    const count =
      Math.floor(size.instances / requirements.length) +
      (place < size.instances % requirements.length ? 1 : 0);
    const first = draw.below(size.buyers);
    const instances = Array.from({ length: count }, (_, at): BuyerInstance => {
      const buyer = buyers[(first + at) % size.buyers];
      if (buyer === undefined) throw new Error("There are fewer buyers than that.");
      return {
        ...buyer,
        requirement: requirement.key,
        role: "clause",
        values: changeValues(draw, parameters, draw.pickSkewed(models), size.changed),
        floor: draw.chance(0.05)
          ? { values: draw.pickSkewed(models), reason: "as our council decided" }
          : null,
        weight: 1,
      };
    });
    return { requirement, instances };
  });
}

const cpvPrefixes = ["30", "302", "3021", "32", "34", "341", "342", "48", "50", "72"];

/** A decision table of many rows. */
export function plantPolicy(
  draw: Draw,
  requirements: readonly Requirement[],
  rows: number,
): PolicyRow[] {
  const some = <Item>(items: readonly Item[], share: number): Item[] =>
    draw.chance(share) ? [draw.pick(items)] : [];
  return Array.from({ length: rows }, (_, at): PolicyRow => {
    const requirement = draw.pick(requirements);
    return {
      id: `row-${at}`,
      title: `Row ${at}`,
      when: {
        cpvPrefixes: some(cpvPrefixes, 0.8),
        risks: some(["high", "medium", "low"], 0.6),
        valueFrom: draw.chance(0.5)
          ? { minorUnits: draw.pick([140_000_00, 500_000_00, 5_000_000_00]), currency: "EUR" }
          : null,
        valueTo: null,
        countries: some(["SE", "NO", "DE", "NL", "GB"], 0.3),
        procedures: some(["open", "restricted"], 0.2),
        bidderRoles: some(["reseller", "brand"], 0.3),
        sizes: some(["small", "medium", "large"], 0.2),
      },
      // oxlint-disable-next-line unicorn/no-thenable -- because a row of a decision table says when and then; nobody awaits it
      then: {
        requirement: requirement.key,
        version: null,
        role: draw.pick(requirement.roles),
        values: drawValues(draw, requirement.parameters, 0.7),
        followUp: null,
      },
      effectiveFrom: draw.pick(["2025-01-01", "2026-01-01", "2027-01-01"]),
      effectiveTo: null,
      announcedOn: null,
      noticeMonths: null,
      reason: "",
      proportionality: "",
    };
  });
}

/** A procurement of which each pair of criterion and clause differs a little. */
export function plantProcurement(
  draw: Draw,
  requirements: readonly Requirement[],
  criteria: number,
): ProcurementFacts {
  const make = (
    at: number,
    role: RequirementRole,
    requirement: Requirement,
  ): RequirementInstance => ({
    id: `${role}-${at}`,
    role,
    requirement: requirement.key,
    version: requirement.version,
    place: `${at}`,
    title: requirement.title,
    wording: "",
    values: drawValues(draw, requirement.parameters, 0.8),
    lots: [`LOT-${at % 8}`],
    weight: role === "award" ? 4 : null,
    subjectMatterLink: draw.chance(0.5) ? "How what is bought is made." : null,
    labels: draw.chance(0.1) ? ["Label A"] : [],
    equivalentAccepted: null,
    announced: draw.chance(0.8),
    followUp:
      role === "clause" && draw.chance(0.5)
        ? {
            ways: ["dialogue"],
            kpis: [],
            evidenceTypes: [],
            personId: null,
            role: "Contract management",
            hoursPerMonth: 1,
          }
        : null,
  });
  const roles = ["award", "technical", "selection"] as const;
  const instances = Array.from({ length: criteria }, (_, at) => {
    const requirement = draw.pick(requirements);
    const role = roles[at % roles.length] ?? "award";
    return [
      make(at, role, requirement),
      ...(draw.chance(0.8) ? [make(at, "clause", requirement)] : []),
    ];
  }).flat();
  return {
    id: "procurement",
    reference: "2026-17",
    title: "Laptops and peripherals",
    procedure: "open",
    stage: "drafting",
    cpv: ["30213100"],
    value: { minorUnits: 9_000_000_00, currency: "EUR" },
    country: "SE",
    announcedOn: "2026-11-01",
    publishedOn: null,
    deadlineOn: "2026-12-01",
    awardedOn: null,
    expectedBidders: ["reseller", "brand"],
    risk: "high",
    lots: Array.from({ length: 8 }, (_, at) => ({
      id: `LOT-${at}`,
      title: `Lot ${at}`,
      cpv: ["30213100"],
    })),
    instances,
    promises: instances
      .filter(({ role }) => role === "award")
      .map(({ id, requirement, values }) => ({
        id: `promise-${id}`,
        bidder: "Cedar IT",
        winning: true,
        criterionId: id,
        requirement,
        text: "As asked.",
        values,
      })),
    hours: { preparation: 200, followUp: 10 },
  };
}
