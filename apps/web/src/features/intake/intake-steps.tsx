import type { IntakeState } from "@throughline/contract";
import type { ReactNode } from "react";
import { StateMark } from "../../components/state-mark.tsx";
import { t } from "../../texts/t.ts";

const steps = ["read", "columns", "review", "take"] as const;

// Which step a state is at; the end lies beyond the last.
const stepOf: Record<IntakeState, number> = {
  reading: 0,
  to_confirm: 1,
  checking: 2,
  to_review: 2,
  taking: 3,
  taken: 4,
  cancelled: -1,
  failed: -1,
};

/** The way of a list: what is behind, where it is, what comes. */
export function IntakeSteps({ state }: { readonly state: IntakeState }): ReactNode {
  const here = stepOf[state];
  if (here < 0) return null;
  return (
    <ol className="steps" aria-label={t("step.label")}>
      {steps.map((step, index) => (
        <li key={step} aria-current={index === here ? "step" : undefined}>
          <StateMark state={index < here ? "whole" : index === here ? "partly" : "unknown"} />
          {t(`step.${step}`)}
          <span className="aksel-sr-only">
            : {t(index < here ? "step.done" : index === here ? "step.now" : "step.later")}
          </span>
        </li>
      ))}
    </ol>
  );
}
