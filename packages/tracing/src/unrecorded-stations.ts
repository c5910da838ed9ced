/** Remedied: not recorded yet, and nothing is claimed. */
import type { Station, StationName } from "@throughline/domain";
import { say } from "./say.ts";

/** A station whose capability does not exist yet: always unknown. */
export function unrecordedStation(name: StationName): Station {
  return {
    name,
    recorded: false,
    state: "unknown",
    headline: say("unrecorded.headline"),
    detail: null,
    duty: { state: "unknown", sentence: say("unrecorded.duty") },
    result: { state: "unknown", sentence: say("unrecorded.result") },
    facts: [],
  };
}
