/** Sentences about lists on their way in. Codes and parameters are what another language renders from. */
import type { IntakeState } from "@throughline/contract";
import type { Sentence } from "@throughline/domain";
import { renderTemplate } from "@throughline/tracing";
import type { IntakePhase, Progress } from "./intakes.policy.ts";

const texts = {
  "intake.reading":
    "The file is being read[?done:: {done} of {total} rows so far][?left:, about {left} left].",
  "intake.to_confirm": "Somebody needs to say which column holds what.",
  "intake.checking":
    "The rows are being checked[?done:: {done} of {total}][?left:, about {left} left].",
  "intake.comparing": "The rows are being compared with each other.",
  "intake.deciding":
    "The decision is being carried into {total} rows[?done:: {done} so far][?left:, about {left} left].",
  "intake.to_review": "The rows were checked. Somebody needs to look at them and take the list.",
  "intake.placing":
    "The sites are being looked for among those known[?done:: {done} of {total} rows][?left:, about {left} left].",
  "intake.screening":
    "The sites are being screened against the official measures[?done:: {done} of {total} rows][?left:, about {left} left].",
  "intake.writing":
    "The disclosure is being put together from {total} rows. It shows when it is whole.",
  "intake.recording":
    "The rows are being taken into the record[?done:: {done} of {total}][?left:, about {left} left].",
  "intake.taken.contract": "The list was taken as a disclosure.",
  "intake.taken.record": "The list was taken into the record.",
  "intake.cancelled": "The list was given up; nothing of it was kept.",
  "intake.failed": "It did not go through: {why}",
} as const;

type TextCode = keyof typeof texts;

function say(code: TextCode, params: Sentence["params"] = {}): Sentence {
  return { code, params, text: renderTemplate(texts[code], params) };
}

const thousands = new Intl.NumberFormat("en-GB");

/** "40 seconds", "3 minutes", "2 hours". */
function sayDuration(seconds: number): string {
  if (seconds < 90)
    return `${Math.max(1, Math.round(seconds))} ${seconds < 1.5 ? "second" : "seconds"}`;
  if (seconds < 5_400) return `${Math.round(seconds / 60)} minutes`;
  return `${Math.round(seconds / 3_600)} hours`;
}

/** Where an intake stands, as a person would say it. */
export function sayState(intake: {
  readonly state: IntakeState;
  readonly phase: IntakePhase;
  readonly target: "contract" | "record";
  readonly progress: Progress;
  readonly failure: string | null;
}): Sentence {
  const { state, phase, progress } = intake;
  const params = {
    done:
      progress.rowsTotal === null || progress.rowsDone === 0
        ? null
        : thousands.format(progress.rowsDone),
    total: thousands.format(progress.rowsTotal ?? 0),
    left: progress.secondsLeft === null ? null : sayDuration(progress.secondsLeft),
  };
  switch (state) {
    case "reading":
      return say("intake.reading", params);
    case "to_confirm":
      return say("intake.to_confirm");
    case "checking":
      if (phase === "compare") return say("intake.comparing");
      return say(phase === "decide" ? "intake.deciding" : "intake.checking", params);
    case "to_review":
      return say("intake.to_review");
    case "taking":
      if (phase === "screen") return say("intake.screening", params);
      if (phase === "write") return say("intake.writing", params);
      return say(phase === "record" ? "intake.recording" : "intake.placing", params);
    case "taken":
      return say(`intake.taken.${intake.target}`);
    case "cancelled":
      return say("intake.cancelled");
    case "failed":
      return say("intake.failed", { why: intake.failure ?? "" });
  }
}
