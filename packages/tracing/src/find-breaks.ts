/** All breaks of a line, in the order a person should take them: severity first, then what unblocks the rest. */
import type { LineBreak, LineSite } from "@throughline/domain";
import { stationNames } from "@throughline/domain";
import type { ClauseDuty } from "./clause-duties.ts";
import { compareDated } from "./compare-text.ts";
import { findActingBreaks } from "./find-acting-breaks.ts";
import { findAgreementBreaks } from "./find-agreement-breaks.ts";
import { findAnswerBreaks } from "./find-answer-breaks.ts";
import { findCheckingBreaks } from "./find-checking-breaks.ts";
import { findTracingBreaks } from "./find-tracing-breaks.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import type { AskedSubject } from "./list-subjects.ts";
import type { SettledDuty } from "./settle-duties.ts";
import type { ProductStanding } from "./trace-products.ts";

const severities: readonly LineBreak["severity"][] = ["severe", "serious", "minor"];

/** Finds and orders the breaks. */
export function findBreaks(
  known: KnownFacts,
  standings: readonly ProductStanding[],
  subjects: readonly AskedSubject[],
  sites: readonly LineSite[],
  duties: readonly ClauseDuty[],
  settled: readonly SettledDuty[] | null,
): LineBreak[] {
  const found = [
    ...findAnswerBreaks(known, subjects),
    ...findTracingBreaks(known, standings, sites, duties),
    ...findCheckingBreaks(known, sites),
    ...findAgreementBreaks(known, duties, settled),
  ];
  // What is broken at the stations before is what there is to act on.
  const acting = findActingBreaks(
    known,
    found.map(({ value }) => value),
  );
  return [...found, ...acting]
    .sort(
      (a, b) =>
        severities.indexOf(a.value.severity) - severities.indexOf(b.value.severity) ||
        a.rank - b.rank ||
        stationNames.indexOf(a.value.station) - stationNames.indexOf(b.value.station) ||
        compareDated(
          { date: a.value.dueOn, id: a.value.id },
          { date: b.value.dueOn, id: b.value.id },
        ),
    )
    .map(({ value }) => value);
}
