import type { ProcurementFacts } from "@throughline/domain";
import type {
  Alignment,
  AlignmentOptions,
  AlignmentSeverity,
  FindRequirement,
} from "./alignment-shapes.ts";
import { checkBrands } from "./check-brands.ts";
import { checkClauses } from "./check-clauses.ts";
import { checkCriteria } from "./check-criteria.ts";
import { checkLawfulness } from "./check-lawfulness.ts";
import { checkPromises } from "./check-promises.ts";
import { checkProportion } from "./check-proportion.ts";
import { checkVersions } from "./check-versions.ts";
import { checkWeights } from "./check-weights.ts";
import { gatherContext } from "./gather-context.ts";
import { listThreads } from "./list-threads.ts";

const severities: readonly AlignmentSeverity[] = ["blocking", "serious", "advice"];

/**
 * Every mismatch of one procurement, each with the rule behind it and what would mend it; and the threads from criterion
 * to person. What stands only in the contract, and follow-up by dialogue instead of a number, are valid designs and no
 * findings. Fixes change nothing by themselves: see `applyFix`. Cost: about linear; 200 criteria in some milliseconds.
 *
 * @example
 * const { findings } = alignProcurement(facts, findRequirement, { policy: null });
 * findings.filter(({ severity }) => severity === "blocking").map(({ sentence }) => sentence.text);
 */
export function alignProcurement(
  facts: ProcurementFacts,
  find: FindRequirement,
  options: AlignmentOptions,
): Alignment {
  const context = gatherContext(facts, find, options);
  const findings = [
    ...checkCriteria(context),
    ...checkPromises(context),
    ...checkClauses(context),
    ...checkLawfulness(context),
    ...checkWeights(context),
    ...checkBrands(context),
    ...checkProportion(context),
    ...checkVersions(context),
  ];
  const worstFirst = severities.flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  );
  return { findings: worstFirst, threads: listThreads(context, worstFirst) };
}
