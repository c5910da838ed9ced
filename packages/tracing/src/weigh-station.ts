/** Weighed: the inherent risk of what is bought, from named data sets. Unknown is a value, and not a low one. */
import type { LineFact, LineState, Station, StationTruth } from "@throughline/domain";
import { compareText, distinctSorted } from "./compare-text.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { combineTruths } from "./combine-truths.ts";
import { makeFact } from "./make-fact.ts";
import { listNames, say, sayCountry } from "./say.ts";

function factsOf(known: KnownFacts): LineFact[] {
  const { contract } = known;
  const ref = { kind: "contract", id: contract.id } as const;
  const facts: LineFact[] = [];
  if (contract.cpv.length > 0) {
    const cpv = distinctSorted(contract.cpv).join("; ");
    facts.push(
      makeFact({
        sentence: say("fact.contract.category", { cpv }),
        source: contract.reference,
        refs: [ref],
      }),
    );
  }
  if (contract.value !== null) {
    const { minorUnits: value, currency } = contract.value;
    facts.push(
      makeFact({
        sentence: say("fact.contract.value", { value, currency }),
        source: contract.reference,
        refs: [ref],
      }),
    );
  }
  if (contract.knownCountries.length > 0) {
    const countries = distinctSorted(contract.knownCountries.map(sayCountry)).join("; ");
    facts.push(
      makeFact({
        sentence: say("fact.contract.countries", { countries }),
        source: contract.reference,
        refs: [ref],
      }),
    );
  }
  for (const weighing of known.weighings) {
    facts.push(
      makeFact({
        sentence: say("fact.weighing", {
          label: weighing.label,
          level: weighing.level,
          explanation: weighing.explanation,
        }),
        source: `${weighing.dataset.title}, ${weighing.dataset.edition}`,
        refs: [{ kind: "dataset", id: weighing.dataset.id }],
        key: weighing.id,
      }),
    );
  }
  return facts;
}

/** Computes the station. Whole only where the category was weighed and every risk is known. */
export function weighStation(known: KnownFacts): Station {
  const { weighings } = known;
  const count = (level: string): number =>
    weighings.filter((weighing) => weighing.level === level).length;
  const [high, medium, low] = [count("high"), count("medium"), count("low")];
  const total = weighings.length;
  const knownCount = high + medium + low;
  const sets = new Set(weighings.map((weighing) => weighing.dataset.id)).size;

  const dutyState: LineState =
    total === 0
      ? "unknown"
      : weighings.some((weighing) => weighing.subject === "category")
        ? "whole"
        : "partly";
  const duty: StationTruth = {
    state: dutyState,
    sentence:
      dutyState === "unknown"
        ? say("weighed.duty.none")
        : say(`weighed.duty.${dutyState === "whole" ? "whole" : "partly"}`, { sets }),
  };
  const resultState: LineState =
    knownCount === 0 ? "unknown" : knownCount === total ? "whole" : "partly";
  const result: StationTruth = {
    state: resultState,
    sentence:
      resultState === "unknown"
        ? say("weighed.result.unknown")
        : say(`weighed.result.${resultState === "whole" ? "whole" : "partly"}`, {
            high,
            medium,
            low,
            known: knownCount,
            total,
          }),
  };
  const level =
    high > 0 ? "high" : medium > 0 ? "medium" : low > 0 && knownCount === total ? "low" : "unknown";
  const subjects = ["category", "component", "country"];
  const bySubject = [...weighings].sort(
    (a, b) =>
      subjects.indexOf(a.subject) - subjects.indexOf(b.subject) || compareText(a.label, b.label),
  );
  const leading = [
    ...new Set(bySubject.filter((weighing) => weighing.level === level).map(({ label }) => label)),
  ];
  const names = listNames(leading, 2);
  return {
    name: "weighed",
    recorded: true,
    state: combineTruths(duty.state, result.state),
    headline: total === 0 ? say("weighed.headline.none") : say(`weighed.headline.${level}`),
    detail:
      total === 0
        ? say("weighed.detail.none")
        : say("weighed.detail", { labels: names.list, more: names.more }),
    duty,
    result,
    facts: factsOf(known),
  };
}
