/** Award and selection criteria, exclusion grounds and terms as releases of OCDS give them, on tenders and on lots. */
import { distinct, type NoticeLotRead } from "../notice/empty-procurement.ts";
import type { JsonCursor } from "../notice/json-cursor.ts";
import { toStrategicCode } from "./sustainability-codes.ts";

export type Asked = Pick<
  NoticeLotRead,
  | "awardCriteria"
  | "selectionCriteria"
  | "strategicProcurement"
  | "socialObjectives"
  | "environmentalImpacts"
  | "innovations"
  | "performanceTerms"
>;

interface Weighed {
  readonly number: number | null;
  readonly how: string | null;
}

/** The weight among a criterion's numbers: one that is a fixed price or a threshold is none. */
function readNumbers(criterion: JsonCursor): Weighed {
  for (const entry of criterion.list("numbers")) {
    const how = entry.text("weight");
    if (how === null) continue;
    return { number: entry.number("number"), how };
  }
  return { number: null, how: null };
}

/** Some publishers write nothing but the weight as description: "60", "60%". */
function readBareWeight(text: string | null): number | null {
  const match = /^(\d{1,3}(?:\.\d+)?)\s*%?$/u.exec(text ?? "");
  const weight = match === null ? Number.NaN : Number(match[1]);
  return weight <= 100 ? weight : null;
}

function readAwardCriteria(place: JsonCursor): Asked["awardCriteria"] {
  const kind = place.kindOf("awardCriteria");
  if (kind === "text") {
    const type = place.text("awardCriteria") ?? "";
    const name = place.text("awardCriteriaDetails") ?? type;
    return [{ type, name, weight: null, description: null }];
  }
  const read = (place.object("awardCriteria")?.list("criteria") ?? []).map((criterion) => {
    const type = criterion.text("type") ?? "";
    const name = criterion.text("name");
    const description = criterion.text("description");
    const { number, how } = readNumbers(criterion);
    const bare = how === null ? readBareWeight(description) : null;
    return {
      type,
      name: name ?? description ?? type,
      description: name === null || bare !== null ? null : description,
      number: number ?? bare,
      how,
    };
  });
  const points = read.every(({ how, number }) => how === "pointsExact" && number !== null)
    ? read.reduce((sum, { number }) => sum + (number ?? 0), 0)
    : 0;
  return read.map(({ type, name, number, how, description }) => ({
    type,
    name,
    weight: toPercent(number, how, points),
    description,
  }));
}

/**
 * A weight in percent. Points count only where every criterion has them; ranges by the middle the notice gives; an order
 * of importance is no weight.
 */
export function toPercent(
  number: number | null,
  how: string | null,
  points: number,
): number | null {
  if (number === null) return null;
  const percent =
    how === null || how.startsWith("percentage")
      ? number
      : how.startsWith("decimal")
        ? number * 100
        : how === "pointsExact" && points > 0
          ? (number / points) * 100
          : null;
  return percent === null ? null : Math.round(percent * 100) / 100;
}

function readSelectionCriteria(place: JsonCursor): Asked["selectionCriteria"] {
  const coded = (place.object("selectionCriteria")?.list("criteria") ?? []).map((criterion) => {
    const type = criterion.text("type") ?? "";
    return { type, name: criterion.text("description") ?? type };
  });
  const eligibility = place.text("eligibilityCriteria");
  return eligibility === null ? coded : [...coded, { type: "eligibility", name: eligibility }];
}

/** What a tender or a lot asks: criteria, sustainability, terms of performance. */
export function readAsked(place: JsonCursor): Asked {
  const asked: Asked = {
    awardCriteria: readAwardCriteria(place),
    selectionCriteria: readSelectionCriteria(place),
    strategicProcurement: [],
    socialObjectives: [],
    environmentalImpacts: [],
    innovations: [],
    performanceTerms: [],
  };
  if (place.flag("hasSustainability") === false) asked.strategicProcurement.push("none");
  for (const entry of place.list("sustainability")) {
    const goal = entry.text("goal");
    const code = goal === null ? null : toStrategicCode(goal);
    if (code === null) entry.leave("goal");
    else {
      asked.strategicProcurement.push(code.strategic);
      if (code.social !== undefined) asked.socialObjectives.push(code.social);
      if (code.environmental !== undefined) asked.environmentalImpacts.push(code.environmental);
      if (code.innovation !== undefined) asked.innovations.push(code.innovation);
    }
    const strategies = entry.texts("strategies");
    const inContract = strategies.includes("contractPerformanceConditions");
    const text = entry.text("description") ?? goal;
    if (inContract && text !== null)
      asked.performanceTerms.push({ type: "contractPerformanceConditions", text });
    else entry.leave("description");
    if (strategies.some((strategy) => strategy !== "contractPerformanceConditions"))
      entry.leave("strategies");
  }
  const terms = place.object("contractTerms")?.text("performanceTerms") ?? null;
  if (terms !== null) asked.performanceTerms.push({ type: null, text: terms });
  return {
    ...asked,
    strategicProcurement: distinct(asked.strategicProcurement),
    socialObjectives: distinct(asked.socialObjectives),
    environmentalImpacts: distinct(asked.environmentalImpacts),
    innovations: distinct(asked.innovations),
  };
}
