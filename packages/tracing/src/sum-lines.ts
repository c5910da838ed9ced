/** The sum of several lines: of a supplier's contracts, of a brand's. A station is only as good as its worst. */
import {
  stationNames,
  type LineState,
  type Sentence,
  type Station,
  type StationName,
} from "@throughline/domain";
import { say } from "./say.ts";
import type { TextCode } from "./texts/texts.en.ts";

/** What is needed of a line. */
export interface LineToSum {
  readonly stations: readonly Pick<Station, "name" | "state" | "headline">[];
}

/** A station of the sum. */
export interface SummedStation {
  readonly name: StationName;
  readonly state: LineState;
  readonly headline: Sentence;
}

/** Worst first. What is not known may be broken, so it stands before what is known to be in part. */
const worstFirst = ["broken", "unknown", "partly", "on_agreed_plan", "whole"] as const;

const codes: Readonly<Record<(typeof worstFirst)[number], TextCode>> = {
  broken: "sum.broken",
  unknown: "sum.unknown",
  partly: "sum.partly",
  on_agreed_plan: "sum.on_agreed_plan",
  whole: "sum.whole",
};

/**
 * Sums lines station by station. A line on which a station does not apply says nothing about it; of no line at all
 * nothing is known.
 *
 * @returns eight stations, in their order
 * @example sumLines([{ stations: oneBroken.stations }, { stations: allWhole.stations }])[4].state // "broken"
 */
export function sumLines(lines: readonly LineToSum[]): SummedStation[] {
  return stationNames.map((name) => sumStation(name, lines));
}

function sumStation(name: StationName, lines: readonly LineToSum[]): SummedStation {
  const all = lines.flatMap((line) => line.stations.filter((station) => station.name === name));
  const [only] = all;
  if (only === undefined) return { name, state: "unknown", headline: say("sum.nothing") };
  if (all.length === 1) return { name, state: only.state, headline: only.headline };
  const applying = all.filter((station) => station.state !== "not_applicable");
  const state = worstFirst.find((one) => applying.some((station) => station.state === one));
  if (state === undefined) {
    return { name, state: "not_applicable", headline: say("sum.not_applicable") };
  }
  const n = applying.filter((station) => station.state === state).length;
  return { name, state, headline: say(codes[state], { n, of: applying.length }) };
}
