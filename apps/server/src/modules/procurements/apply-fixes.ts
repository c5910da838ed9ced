/** Mends mismatches: one, some, or all that need nobody's judgement. */
import type { ChangePreview, procurements } from "@throughline/contract";
import type { InferContractRouterInputs } from "@orpc/contract";
import type { Work } from "../../platform/api.ts";
import { changeProcurement, loadVersion, type ActKind } from "./change-procurement.ts";
import type { LoadedProcurement } from "./load-procurement.ts";
import { mendFindings, openBench, type Mended } from "./mend-findings.ts";
import { readWaivers } from "./procurement-acts.store.ts";

/** Mends what was chosen. What somebody let stand is not mended along with the rest. */
export async function applyFixes(
  work: Work,
  input: InferContractRouterInputs<typeof procurements>["applyFixes"],
): Promise<ChangePreview> {
  const loaded = await loadVersion(work, input);
  const bench = await openBench(work, loaded);
  const waived = new Set((await readWaivers(work, [input.id])).map(({ key }) => key));
  const chosen =
    input.findings === "all_safe"
      ? bench.before
          .filter(({ key, fix }) => fix?.safe === true && !waived.has(key))
          .map(({ key }) => key)
      : [...new Set(input.findings)];
  const mended = mendFindings(bench, chosen, input.give ?? {});
  return keepMended(work, loaded, mended, "apply-fixes", input.dryRun !== false);
}

/** Keeps what was mended as one act, unless it is a dry run or nothing was. */
export async function keepMended(
  work: Work,
  loaded: LoadedProcurement,
  { facts, changes, left, open }: Mended,
  kind: Extract<ActKind, "apply-fixes" | "take-from-policy">,
  dryRun: boolean,
): Promise<ChangePreview> {
  const done = !dryRun && changes.length > 0;
  const version = done
    ? await changeProcurement(work, loaded, {
        kind,
        about: { count: changes.length },
        content: { ...loaded, facts },
      })
    : loaded.version;
  return { version, done, changes, left, ...open };
}
