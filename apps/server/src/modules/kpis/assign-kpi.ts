/** Adds KPIs to contracts, ends them, names the bands. */
import type { KpiAssignmentInput } from "@throughline/contract";
import { AppError, defaultBandScheme, type BandScheme } from "@throughline/domain";
import { may, subjectOf, type Work } from "../../platform/api.ts";
import { recordAudit } from "../../platform/audit.ts";
import { sealPersonal } from "../../platform/personal-data.ts";
import { requireMember } from "../../platform/require-member.ts";
import {
  endAdded,
  findAdded,
  findBands,
  insertAdded,
  readAdded,
  writeBands,
} from "./kpis.store.ts";
import { requireOwnContract } from "./open-kpis.ts";
import { requireKpi } from "./show-kpis.ts";

/** Adds one. What applies already with the same target and rhythm is not added twice. */
export async function assignKpi(
  work: Work,
  { id, ...asked }: KpiAssignmentInput & { readonly id: string },
): Promise<{ assignmentId: string }> {
  requireKpi(asked.kpi);
  await requireOwnContract(work, id);
  await requireMember(work, asked.personId, "/personId");
  const same = (await readAdded(work, [id])).find(
    (one) =>
      one.until === null &&
      one.kpi === asked.kpi &&
      one.everyMonths === asked.everyMonths &&
      one.target.number === asked.target.number &&
      one.target.words === asked.target.words,
  );
  if (same !== undefined)
    throw new AppError(
      "already_exists",
      "This KPI applies already, with the same target and rhythm.",
    );
  const assignmentId = await insertAdded(work, id, asked);
  const { reason, role, ...told } = asked;
  await recordAudit(work, {
    action: "assign-kpi",
    subjectKind: "contract",
    subjectId: id,
    after: {
      assignmentId,
      ...told,
      reason: await sealPersonal(work, subjectOf(work.actor), reason),
      role: role === null ? null : await sealPersonal(work, subjectOf(work.actor), role),
    },
  });
  return { assignmentId };
}

/** From today it no longer applies; what was measured under it stays. */
export async function endAssignment(
  work: Work,
  { assignmentId, reason }: { readonly assignmentId: string; readonly reason: string },
): Promise<void> {
  const added = await findAdded(work, assignmentId);
  if (added === undefined) throw new AppError("not_found");
  if (!(await endAdded(work, assignmentId, reason)))
    throw new AppError("conflict", "It has been ended already.");
  await recordAudit(work, {
    action: "end-kpi",
    subjectKind: "contract",
    subjectId: added.contract_id,
    before: { assignmentId, kpi: added.kpi },
    after: { until: work.today, reason: await sealPersonal(work, subjectOf(work.actor), reason) },
  });
}

/** The bands as they are named here. */
export async function showBands(work: Work) {
  const own = await findBands(work);
  return {
    version: own?.version ?? 0,
    bands: own?.scheme ?? defaultBandScheme,
    isDefault: own === undefined,
    can: { write: may(work, "kpi.publish") },
  };
}

/** Names them and sets where they begin. */
export async function setBands(
  work: Work,
  { version, bands }: { readonly version: number; readonly bands: BandScheme },
): Promise<{ version: number }> {
  if (bands.improvementFrom >= bands.approachingFrom)
    throw new AppError("input_invalid", undefined, [
      {
        path: "/bands/improvementFrom",
        message: "It begins below where approaching the target begins.",
      },
    ]);
  const labels = Object.values(bands.labels).map((label) => label.toLowerCase());
  if (new Set(labels).size < labels.length)
    throw new AppError("input_invalid", undefined, [
      { path: "/bands/labels", message: "Give each band a name of its own." },
    ]);
  const before = await findBands(work);
  const next = await writeBands(work, version, bands);
  if (next === undefined) throw new AppError("conflict");
  await recordAudit(work, {
    action: "set-kpi-bands",
    subjectKind: "organisation",
    subjectId: work.actor.organisationId,
    before: before?.scheme ?? null,
    after: bands,
  });
  return { version: next };
}
