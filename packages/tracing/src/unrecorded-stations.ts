/**
 * Asked, Agreed, Acted on, Remedied: not recorded yet, and nothing is claimed. Clauses that are noted for the
 * contract are listed under Agreed as facts; that does not say that what was asked was agreed.
 */
import type { Station, StationName } from "@throughline/domain";
import { listConditions } from "./clause-duties.ts";
import type { KnownFacts } from "./gather-known-facts.ts";
import { makeFact } from "./make-fact.ts";
import { say } from "./say.ts";

/** A station whose capability does not exist yet: always unknown. */
export function unrecordedStation(known: KnownFacts, name: StationName): Station {
  const conditions = name === "agreed" ? listConditions(known) : [];
  return {
    name,
    recorded: false,
    state: "unknown",
    headline: say("unrecorded.headline"),
    detail: conditions.length === 0 ? null : say("agreed.detail", { clauses: conditions.length }),
    duty: { state: "unknown", sentence: say("unrecorded.duty") },
    result: { state: "unknown", sentence: say("unrecorded.result") },
    facts: conditions.map((condition) =>
      makeFact({
        sentence: say("fact.condition", {
          clause: condition.clause,
          summary: condition.summary,
          from: condition.inheritedFrom,
          gates: condition.gatesExtension ? 1 : 0,
        }),
        source: condition.inheritedFrom ?? known.contract.reference,
        refs: [{ kind: "condition", id: condition.id }],
      }),
    ),
  };
}
