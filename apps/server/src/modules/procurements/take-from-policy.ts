/** Adds what the policy asks and is not in the procurement, and raises what is weaker, as one act. */
import type { ChangePreview, procurements } from "@throughline/contract";
import type { RequirementInstance } from "@throughline/domain";
import type { AlignmentFinding } from "@throughline/requirements";
import type { InferContractRouterInputs } from "@orpc/contract";
import type { Work } from "../../platform/api.ts";
import { keepMended } from "./apply-fixes.ts";
import { loadVersion, refuseUnless } from "./change-procurement.ts";
import { mendFindings, openBench } from "./mend-findings.ts";
import { sayProcurement } from "./procurement-sentences.ts";
import { mayChangeInstances } from "./procurements.policy.ts";

const aboutPolicy = new Set(["asked_by_policy_and_absent", "weaker_than_policy"]);

const roleWords = {
  selection: "a selection criterion",
  technical: "a specification",
  award: "an award criterion",
  clause: "a clause",
} as const;

/** Which instances a finding is about: those it would add, or those that are there. */
function instancesOf(
  finding: AlignmentFinding,
  instances: readonly RequirementInstance[],
): readonly RequirementInstance[] {
  if (finding.fix?.kind === "add_instances") return finding.fix.instances;
  return instances.filter(({ id }) => finding.instanceIds.includes(id));
}

/** Takes all that is missing or too weak, or only what is named. A dry run says what it would do. */
export async function takeFromPolicy(
  work: Work,
  input: InferContractRouterInputs<typeof procurements>["takeFromPolicy"],
): Promise<ChangePreview> {
  const loaded = await loadVersion(work, input);
  refuseUnless(
    mayChangeInstances(loaded.facts.stage),
    "It is published: what the policy asks is taken over before that.",
  );
  const bench = await openBench(work, loaded);
  const { only } = input;
  const isWanted = (requirement: string | null, role: string): boolean =>
    only === undefined || only.some((one) => one.requirement === requirement && one.role === role);
  const keys = bench.before
    .filter(
      (finding) =>
        aboutPolicy.has(finding.code) &&
        instancesOf(finding, loaded.facts.instances).some(({ requirement, role }) =>
          isWanted(requirement, role),
        ),
    )
    .map(({ key }) => key);
  const mended = mendFindings(bench, keys, {});
  const undecided = bench.trial.asked
    .filter((item) => item.undecided.length > 0 && isWanted(item.requirement, item.role))
    .map((item) => {
      const requirement = bench.ground.library.find(item.requirement, item.version);
      const labels = new Map(requirement?.parameters.map(({ key, label }) => [key, label]));
      return {
        findingKey: null,
        sentence: sayProcurement("policy.undecided", {
          title: requirement?.title ?? item.requirement,
          role: roleWords[item.role],
          parameters: item.undecided.map((key) => labels.get(key) ?? key).join("; "),
        }),
      };
    });
  return keepMended(
    work,
    loaded,
    { ...mended, left: [...mended.left, ...undecided] },
    "take-from-policy",
    input.dryRun !== false,
  );
}
