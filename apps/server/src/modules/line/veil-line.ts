/**
 * The line of a framework that another organisation keeps. Its products, requests and disclosures are not visible
 * here, so nothing may be said about them: "nobody was asked" would be a claim about what we cannot see.
 */
import type { Line, Sentence, Station } from "@throughline/domain";

const unseen: ReadonlySet<Station["name"]> = new Set([
  "asked",
  "agreed",
  "shown",
  "traced",
  "checked",
]);

function sayKeptElsewhere(line: Line): Sentence {
  return {
    code: "line.kept_elsewhere",
    params: { title: line.contract.title },
    text: `${line.contract.title} is kept by another organisation. Record a call-off from it to have a line of your own.`,
  };
}

const headline: Sentence = {
  code: "line.kept_elsewhere.headline",
  params: {},
  text: "kept by another organisation",
};

/** Leaves what the framework itself says and turns the rest into an honest unknown without breaks. */
export function veilLine(line: Line): Line {
  const sentence = sayKeptElsewhere(line);
  return {
    ...line,
    stations: line.stations.map((station) =>
      unseen.has(station.name)
        ? {
            ...station,
            state: "unknown",
            headline,
            detail: null,
            duty: { state: "unknown", sentence },
            result: { state: "unknown", sentence },
            // What the framework asks may be read by whoever calls off from it; how that is kept may not.
            facts: station.name === "agreed" ? station.facts : [],
          }
        : station,
    ),
    breaks: [],
    readiness: { ready: "not_applicable", sentence, gates: [], advice: [] },
  };
}
