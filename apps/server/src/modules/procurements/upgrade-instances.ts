/** Brings criteria and clauses of one procurement to another version of their requirement. */
import type { ParameterValues } from "@throughline/domain";
import type { Work } from "../../platform/api.ts";
import { changeProcurement, refuseUnless } from "./change-procurement.ts";
import { loadProcurement } from "./load-procurement.ts";
import { mayChangeInstances } from "./procurements.policy.ts";

/** Sets version and values of these instances, as one act. */
export async function upgradeInstances(
  work: Work,
  procurementId: string,
  version: number,
  values: ReadonlyMap<string, ParameterValues>,
): Promise<void> {
  const loaded = await loadProcurement(work, procurementId);
  refuseUnless(
    mayChangeInstances(loaded.facts.stage),
    `“${loaded.facts.title}” is published: its criteria and clauses stay as the market has them.`,
  );
  const touched = loaded.facts.instances.filter(({ id }) => values.has(id));
  await changeProcurement(work, loaded, {
    kind: "upgrade-instance",
    about: { title: touched.map(({ title }) => title).join("”, “"), version },
    content: {
      ...loaded,
      facts: {
        ...loaded.facts,
        instances: loaded.facts.instances.map((one) => {
          const next = values.get(one.id);
          return next === undefined ? one : { ...one, version, values: next };
        }),
      },
    },
  });
}
